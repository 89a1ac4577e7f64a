/// A library that the program is linked with.
public struct LinkedLibrary: Hashable, Sendable {
    /// The name by which its project is known.
    public var name: String
    /// The version: of a system library the one that runs; of a Swift package, which becomes a part
    /// of the program, the oldest that it may be built with, and `nil` of Swift itself.
    public var version: String?
    /// Its licence as an SPDX expression.
    public var licence: String
    /// What it is used for.
    public var use: String

    /// Creates the entry of a library.
    public init(_ name: String, version: String?, licence: String, use: String) {
        self.name = name
        self.version = version
        self.licence = licence
        self.use = use
    }
}
