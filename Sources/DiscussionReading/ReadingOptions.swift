/// How inputs are to be read.
public struct ReadingOptions: Hashable, Sendable {
    /// The name of the format of all inputs; `nil` when each is to be recognised by itself.
    public var format: String?
    /// The largest size in bytes of an input that has to be held in memory as a whole.
    public var maximumPageBytes: Int

    /// Creates options; the limit is chosen so that a page and its reading fit into 8 GB.
    public init(format: String? = nil, maximumPageBytes: Int = 1 << 30) {
        self.format = format
        self.maximumPageBytes = maximumPageBytes
    }
}
