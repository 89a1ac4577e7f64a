public import DiscussionModel

/// Writes an analysis as the JSON document `rejoinder/1`.
public struct AnalysisJSON: Sendable {
    /// Creates a writer.
    public init() {}

    /// One line of JSON without a line end.
    public func document(of analysis: Analysis) -> String { "{}" }
}
