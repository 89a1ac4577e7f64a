public import DiscussionModel

/// One kind of comment section that can be read: one file in `Formats/`, one line in
/// `FormatRegistry`.
public protocol DiscussionFormat: Sendable {
    /// The name for `--format` and for `discussion.format`; lower case, stable.
    var name: String { get }

    /// How an input of this format is recognised, in one line for people.
    var recognition: String { get }

    /// How sure the format is that an input is its own, 0 (not at all) ... 1 (beyond doubt); cheap.
    ///
    /// The surest format reads the input; of equals the one that stands first in the registry.
    /// - Parameter head: the beginning of the input; it may end amid a line or a character.
    func sniff(_ head: InputHead) -> Double

    /// The discussions of an input, which is read as the stream is pulled.
    ///
    /// - Throws: `ReadingError` when there is nothing to be read in this format.
    func discussions(
        in input: OpenInput, options: ReadingOptions
    ) throws -> any DiscussionStream

    /// Whether an input is one page of a comment section, so that inputs with the same article or
    /// the same comments may be joined. A format of exports and dumps, in which every discussion is
    /// whole, says no.
    var readsPages: Bool { get }

    /// Whether every line of a stream is answered before the next is waited for.
    var readsLineByLine: Bool { get }

    /// What inputs of one run have in common that are to be read together, such as the pages of one
    /// topic, or dumps of comments and of submissions: all inputs of this format with the same key
    /// are companions of the first of them. `nil` where an input stands for itself.
    func companionKey(_ head: InputHead) -> String?
}

extension DiscussionFormat {
    /// Most formats are those of pages.
    public var readsPages: Bool { true }

    /// Most formats look at more than a line first.
    public var readsLineByLine: Bool { false }

    /// Most inputs stand for themselves.
    public func companionKey(_ head: InputHead) -> String? { nil }
}

/// Discussions one at a time, in the order of the input.
public protocol DiscussionStream {
    /// The next discussion, or `nil` at the end.
    ///
    /// - Throws: `ReadingError` when the rest of the input cannot be read; where the error is of one
    ///   record, the rest can.
    mutating func next() throws -> Discussion?

    /// The share of the input whose discussions were handed out, 0...1; 0 while it is unknown.
    var share: Double { get }
}

extension DiscussionStream {
    /// Unknown, as for an input that is one discussion.
    public var share: Double { 0 }
}

/// What a format is shown to recognise an input by.
public struct InputHead: Sendable {
    /// The largest number of bytes shown.
    public static let maximumBytes = 65_536

    /// The first bytes of the input as they stand there.
    public let bytes: [UInt8]
    /// The name of the file without its folder; empty for standard input.
    public let fileName: String
    /// The keys of the JSON that it begins with by their paths, read once for all formats.
    let outline: JSONOutline
    /// The same JSON without white space; `nil` where it is none.
    let json: JSONHead?

    /// Creates a head.
    public init(bytes: [UInt8], fileName: String) {
        self.bytes = bytes
        self.fileName = fileName
        let isUTF16 = bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF])
        let text = isUTF16 ? TextDecoder.decoded(bytes).bytes : bytes
        outline = JSONOutline(text[...])
        json = JSONHead(text)
    }
}

/// A stream of discussions that are already there.
public struct ListedDiscussions: DiscussionStream {
    private var rest: ArraySlice<Discussion>

    /// Creates a stream of the given discussions, in their order.
    public init(_ discussions: [Discussion]) {
        rest = discussions[...]
    }

    /// The next discussion, or `nil` at the end.
    public mutating func next() -> Discussion? { rest.popFirst() }
}
