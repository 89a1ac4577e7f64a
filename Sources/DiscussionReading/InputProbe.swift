public import DiscussionModel

/// What one input holds, as `rejoinder formats --probe` tells it.
public struct InputProbe: Hashable, Sendable {
    /// The input as the user named it; an entry of an archive as `archive.zip/entry`.
    public var file: String
    /// The name of the format that it was read with.
    public var format: String
    /// The number of discussions.
    public var discussions: Int
    /// The number of comments in all of them: notices of other sites count, ghosts do not.
    public var comments: Int
    /// The number of bytes that were read, after unpacking.
    public var bytes: Int
    /// What was left out or mended, at most `maximumFindings` of it; notes are left out.
    public var findings: [Finding] = []

    /// How many findings a probe keeps.
    public static let maximumFindings = 100
}

/// Reads what a user named and counts what is in it: one probe or error for each input, and both
/// for one of which only a part could be read.
///
/// Inputs are counted one by one: pages are not joined, and dumps of submissions and of comments
/// are not put together. The messages of a Maildir are one input, as are the files of a corpus.
public struct InputProber: Sequence, IteratorProtocol {
    private var inputs: InputQueue
    private let format: (any DiscussionFormat)?
    private let options: ReadingOptions
    /// Errors of the input whose probe was handed out last.
    private var errors: ArraySlice<ReadingError> = []

    /// Creates a prober of the inputs that a `DiscussionReader` would read.
    ///
    /// - Throws: `ReadingError` of code `unknownFormat` when the options name no format there is.
    public init(inputs: [String], options: ReadingOptions = ReadingOptions()) throws(ReadingError) {
        self.options = options
        format = try DiscussionReader.format(named: options.format)
        self.inputs = InputQueue(inputs, format: format, options: options, putsTogether: false)
    }

    /// The next input's probe, or an error that ended the reading of one; `nil` at the end.
    public mutating func next() -> Result<InputProbe, ReadingError>? {
        if let error = errors.popFirst() { return .failure(error) }
        guard let result = inputs.next() else { return nil }
        do {
            return try probe(result.get())
        } catch {
            let input = try? result.get()
            return .failure(
                input?.damage ?? DiscussionReader.readingError(error, file: input?.name ?? "-"))
        }
    }

    private mutating func probe(_ input: OpenInput) throws -> Result<InputProbe, ReadingError> {
        var (stream, format) = try DiscussionReader.stream(
            of: input, format: format, options: options)
        var probe = InputProbe(
            file: input.name, format: format.name, discussions: 0, comments: 0, bytes: 0)
        var isAtEnd = false
        while !isAtEnd {
            do {
                guard let read = try stream.next() else { break }
                let discussion = LengthLimits.applied(options, to: read)
                probe.discussions += 1
                probe.comments += discussion.comments.count { !$0.isGhost }
                probe.comments += discussion.pingbacks.count
                let room = InputProbe.maximumFindings - probe.findings.count
                probe.findings += discussion.findings.lazy
                    .filter { $0.severity != .note }.prefix(room)
            } catch {
                let known = DiscussionReader.readingError(error, file: input.name)
                isAtEnd = !known.isOfOneRecord
                // What came before was read.
                if isAtEnd, probe.discussions == 0 { throw error }
                errors.append(input.damage ?? known)
            }
        }
        if errors.isEmpty, let damage = input.damage { errors.append(damage) }
        probe.bytes = input.companions.reduce(input.size) { $0 + $1.size }
        return .success(probe)
    }
}
