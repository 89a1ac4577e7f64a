/// How inputs are to be read.
public struct ReadingOptions: Hashable, Sendable {
    /// When inputs that show pages of one comment section become one discussion.
    public enum Joining: String, Hashable, Sendable, CaseIterable {
        /// Where they have the article's address or title in common, or comments.
        case auto
        /// All inputs of a run are pages of one section.
        case always
        /// Never.
        case never
    }

    /// The name of the format of all inputs; `nil` when each is to be recognised by itself.
    public var format: String?
    /// The largest size in bytes of an input that has to be held in memory as a whole.
    public var maximumPageBytes: Int
    /// How many bytes of the records of an input that scatters its discussions are held in memory
    /// before they are set aside in temporary files.
    public var maximumGroupingBytes = 1 << 30
    /// The files of site descriptions to try before those that are built in.
    public var siteFiles: [String] = []
    /// The columns of a table by the field that each holds, such as `text` → `body`.
    public var columns: [String: String] = [:]
    /// When inputs become one discussion.
    public var joining = Joining.auto
    /// Whether a record that cannot be read ends the reading of its input.
    public var isStrict = false
    /// Whether standard input, in a format that is read line by line, is a stream of lines that know
    /// nothing of each other, as a distributed engine deals them out: each keeps its id, what it says
    /// of itself does not depend on where it stands, and there may be none.
    public var readsLinesAlone = false
    /// How many times its packed size an input may unpack to before it is taken for a bomb.
    public var maximumExpansion = 250
    /// How many times over an input may be packed: a compressed file in an archive is 2.
    public var maximumNesting = 2
    /// The most bytes of a record that is read by itself: a line, a row of a table, the text of an
    /// element of XML, a mail. `nil` is each format's own: 256 MB for lines, 64 MB for the others.
    public var maximumRecordBytes: Int?
    /// The most bytes of the text of a comment or an article; the rest of a longer one is left out
    /// with a finding.
    public var maximumTextBytes = 16 << 20
    /// The most bytes of a name, id, title or address; a longer one is cut with a finding.
    public var maximumNameBytes = 10_000

    /// Creates options; the limit is chosen so that a page and its reading fit into 8 GB.
    public init(format: String? = nil, maximumPageBytes: Int = 1 << 30) {
        self.format = format
        self.maximumPageBytes = maximumPageBytes
    }
}
