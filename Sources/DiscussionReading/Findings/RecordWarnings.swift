import DiscussionModel

/// Collects the records of an input that could not be read: the first ones one by one, the rest
/// as a number, so that a damaged file of a million rows does not bury its reader in remarks.
struct RecordWarnings {
    /// How many are told one by one.
    static let maximumTold = 20

    private let file: String
    private let isStrict: Bool
    private var told: [Finding] = []
    private var untold = 0
    private var firstUntold: Int?

    /// - Parameter isStrict: whether the first such record ends the reading.
    init(file: String, isStrict: Bool) {
        self.file = file
        self.isStrict = isStrict
    }

    /// Notes a record that could not be read.
    ///
    /// - Parameters:
    ///   - problem: what is wrong with it, in a few words that start in lower case.
    ///   - line: its 1-based line.
    /// - Throws: `ReadingError` of code `malformed` in strict mode.
    mutating func add(_ problem: String, line: Int?) throws(ReadingError) {
        if isStrict {
            throw ReadingError(
                .malformed, file: file, line: line, problem: problem,
                advice: "mend or remove it, or read without --strict, which leaves it out")
        }
        guard told.count < Self.maximumTold else {
            if untold == 0 { firstUntold = line }
            untold += 1
            return
        }
        told.append(
            Finding(
                id: "bad-line", severity: .warning, message: "Left out: \(problem).", file: file,
                line: line))
    }

    /// Whether there is any.
    var isEmpty: Bool { told.isEmpty }

    /// What there is to say.
    var findings: [Finding] {
        guard untold > 0 else { return told }
        return told + [
            Finding(
                id: "bad-line", severity: .warning,
                message: "\(untold) more could not be read and \(untold == 1 ? "was" : "were")"
                    + " left out.", file: file, line: firstUntold)
        ]
    }
}
