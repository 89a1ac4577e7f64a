public import DiscussionModel

/// Writes an analysis as the JSON document `rejoinder/1`, which `Documentation/Json.md` describes.
public struct AnalysisJSON: Sendable {
    /// The value of the member `schema`.
    public static let schema = "rejoinder/1"

    private let isPretty: Bool

    /// Creates a writer of one line per analysis, or of documents for people.
    public init(isPretty: Bool = false) {
        self.isPretty = isPretty
    }

    /// One JSON object without a line end; on one line unless it is for people.
    ///
    /// - Complexity: O(n) in the length of the texts and the number of replies.
    public func document(of analysis: Analysis) -> String {
        String(decoding: bytes(of: analysis), as: UTF8.self)
    }

    /// The same document as UTF-8.
    public func bytes(of analysis: Analysis) -> [UInt8] {
        var writer = JSONWriter(isPretty: isPretty)
        let parts = AnalysisParts(analysis: analysis)
        writer.object { writer in
            writer.member("schema", Self.schema)
            parts.writeDiscussion(to: &writer)
            parts.writeCommenters(to: &writer)
            parts.writeComments(to: &writer)
            parts.writeMentions(to: &writer)
            parts.writeQuotations(to: &writer)
            parts.writeStatedQuotations(to: &writer)
            parts.writeReplies(analysis.graph.replies, as: "replies", to: &writer)
            parts.writeReplies(analysis.graph.alsoAnswers, as: "alsoAnswers", to: &writer)
            parts.writeEngagement(to: &writer)
            parts.writeThreads(to: &writer)
            parts.writeChains(to: &writer)
            parts.writeCamps(to: &writer)
            parts.writeClusters(to: &writer)
            parts.writeSummary(to: &writer)
            parts.writePingbacks(to: &writer)
            parts.writeFindings(analysis.findings, to: &writer)
        }
        return writer.bytes
    }

    /// The document for an input that gave no discussion: `schema`, a `discussion` whose id is null,
    /// and the findings.
    public func document(ofFailure findings: [Finding]) -> String {
        var writer = JSONWriter(isPretty: isPretty)
        writer.object { writer in
            writer.member("schema", Self.schema)
            writer.key("discussion")
            writer.object { $0.member("id", String?.none) }
            AnalysisParts.writeFindings(findings, to: &writer)
        }
        return writer.text
    }
}
