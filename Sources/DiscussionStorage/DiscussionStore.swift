public import DiscussionModel
import GRDB

/// The SQLite store of analyses.
public final class DiscussionStore {
    /// Opens the store at a path, creating or migrating it.
    public init(path: String) throws {}

    /// Stores an analysis in one transaction, replacing one of the same source.
    public func save(_ analysis: Analysis) throws {}

    /// Calls `body` with every analysis in the store, in the order in which they were stored.
    public func forEachAnalysis(_ body: (Analysis) throws -> Void) throws {}

    /// Rebuilds the full-text index over all comments.
    public func rebuildSearchIndex() throws {}
}
