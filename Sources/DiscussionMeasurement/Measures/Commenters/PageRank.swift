import DiscussionModel
import GraphAlgorithms

/// How much replies, and replies to those who reply, go to a commenter.
struct PageRank: CommenterMeasure {
    let definition = MeasureDefinition(
        name: "pagerank",
        meaning:
            "How much the talk runs towards the commenter: replies count, and count for more from"
            + " those to whom it runs too.",
        formula: "p_i = (1 - d) / u + d * (sum over j of p_j r_ji / s_j + (sum over k of p_k) / u)",
        symbols:
            "d: 0.85; u: the number of commenters listed; r_ji: the number of replies of commenter j"
            + " to i; s_j: the sum of r_ji over i; k: those with s_k = 0",
        range: "above 0 to 1; they sum to 1",
        undefined: "where no commenter replies to another",
        cost: "O(m) a round, to a tolerance of 1e-10, for all commenters",
        source:
            "Brin, Page 1998 (Computer Networks 30, doi:10.1016/S0169-7552(98)00110-X); computed by"
            + " igraph")

    func values(of measured: MeasuredDiscussion, findings: inout [Finding]) -> [Double?] {
        let graph = measured.talk.commenterGraph
        guard !graph.edges.isEmpty else { return measured.undefined }
        return measured.values(named: definition.name, &findings) {
            () throws(GraphFailure) in try graph.pageRank()
        }
    }
}
