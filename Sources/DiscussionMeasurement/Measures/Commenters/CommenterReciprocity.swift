import DiscussionModel
import GraphAlgorithms

/// How far a commenter's exchanges go both ways.
struct CommenterReciprocity: CommenterMeasure {
    let definition = MeasureDefinition(
        name: "reciprocity",
        meaning: "How far the commenter's exchanges go both ways.",
        formula: "2 * #(O and I) / (#O + #I)",
        symbols:
            "O: the others whom the commenter replies to; I: the others who reply to the commenter",
        range: "0...1",
        undefined: "where the commenter neither replies to others nor is replied to",
        cost: "O(m) for all commenters",
        source:
            "the share of a node's edges that are mutual, as NetworkX computes it; the"
            + " discussion's `reciprocity` is the same share over all edges")

    func values(of measured: MeasuredDiscussion, findings: inout [Finding]) -> [Double?] {
        let graph = measured.talk.commenterGraph
        let (mutual, ins, outs) = (graph.mutualDegrees, graph.inDegrees, graph.outDegrees)
        return mutual.indices.map { index in
            let all = ins[index] + outs[index]
            return all == 0 ? nil : Double(2 * mutual[index]) / Double(all)
        }
    }
}
