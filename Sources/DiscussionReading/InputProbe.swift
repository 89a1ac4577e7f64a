import DiscussionModel

/// What one input holds, as `rejoinder formats --probe` tells it.
public struct InputProbe: Hashable, Sendable {
    /// The input as the user named it.
    public var file: String
    /// The name of the format that it was read with.
    public var format: String
    /// The number of discussions.
    public var discussions: Int
    /// The number of comments in all of them, ghosts left out.
    public var comments: Int
    /// The number of bytes that were read.
    public var bytes: Int
}

/// Reads what a user named and counts what is in it: one probe or error for each input.
public struct InputProber: Sequence, IteratorProtocol {
    private var inputs: InputList
    private let format: (any DiscussionFormat)?
    private let options: ReadingOptions

    /// Creates a prober of the inputs that a `DiscussionReader` would read.
    ///
    /// - Throws: `ReadingError` of code `unknownFormat` when the options name no format there is.
    public init(inputs: [String], options: ReadingOptions = ReadingOptions()) throws(ReadingError) {
        self.inputs = InputList(inputs)
        self.options = options
        format = try DiscussionReader.format(named: options.format)
    }

    /// The next input's probe, or the error that ended its reading; `nil` at the end.
    public mutating func next() -> Result<InputProbe, ReadingError>? {
        guard let source = inputs.next() else { return nil }
        do {
            let input = try OpenInput(source.get())
            let head = try input.head()
            var stream = try DiscussionReader.stream(of: input, format: format, options: options)
            let format = format ?? FormatRegistry.format(recognizing: head)
            var probe = InputProbe(
                file: input.name, format: format?.name ?? "", discussions: 0, comments: 0, bytes: 0)
            while let discussion = try stream.next() {
                probe.discussions += 1
                probe.comments += discussion.comments.count { !$0.isGhost }
            }
            probe.bytes = input.size
            return .success(probe)
        } catch {
            return .failure(
                DiscussionReader.readingError(error, file: (try? source.get().name) ?? "-"))
        }
    }
}
