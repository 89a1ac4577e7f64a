import Rejoinder

/// Says on standard error which inputs could not be read: of one kind the first ones one by one, of
/// the others how many, so that an archive of a million empty files does not bury the rest.
struct ErrorPrinter {
    /// How many errors of one kind are said one by one.
    static let limit = 50

    /// Whether words of the input are left out, as where people are to have pseudonyms.
    private let hidesWords: Bool
    private var counts: [String: Int] = [:]
    private var kinds: [String] = []

    init(hidesWords: Bool) { self.hidesWords = hidesWords }

    /// Says an error, or counts it, and gives it back as it was said.
    @discardableResult
    mutating func say(_ error: ReadingError) -> ReadingError {
        var error = error
        if hidesWords { error.leaveOutQuotedWords() }
        let kind = error.code.name
        if counts[kind] == nil { kinds.append(kind) }
        counts[kind, default: 0] += 1
        guard counts[kind, default: 0] <= Self.limit else { return error }
        StandardStreams.say(.error, CommandFailure(error).description)
        return error
    }

    /// Says how many were only counted.
    func sayRest() {
        for kind in kinds {
            guard let count = counts[kind], count > Self.limit else { continue }
            let more = count - Self.limit
            StandardStreams.say(
                .error, "\(more) more \(more == 1 ? "error" : "errors") of the kind \(kind)")
        }
    }
}

extension ReadingError {
    /// Leaves out what is quoted of the input, such as the names of columns and elements: where people
    /// are to have pseudonyms, nobody knows yet whom that names.
    fileprivate mutating func leaveOutQuotedWords() {
        for (opening, closing) in [("“", "”"), ("<", ">")] as [(Character, Character)] {
            guard let start = problem.firstIndex(of: opening),
                let end = problem.lastIndex(of: closing), start < end
            else { continue }
            problem.replaceSubrange(start...end, with: "\(opening)…\(closing)")
        }
    }
}
