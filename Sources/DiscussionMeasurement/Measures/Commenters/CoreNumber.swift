import DiscussionModel
import GraphAlgorithms

/// How deep in the thick of the talk a commenter is.
struct CoreNumber: CommenterMeasure {
    let definition = MeasureDefinition(
        name: "core",
        meaning: "How deep in the thick of the talk the commenter is.",
        formula: "the greatest k such that i is in the k-core",
        symbols:
            "k-core: the largest group of commenters in which each exchanges replies, one way or the"
            + " other, with at least k others of the group",
        range: "0 or more; 0 for who neither replies nor is replied to",
        undefined: "only where it could not be computed, which a finding says",
        cost: "O(m log m) for all commenters",
        source:
            "Seidman 1983 (Social Networks 5, doi:10.1016/0378-8733(83)90028-X); computed by igraph"
    )

    func values(of measured: MeasuredDiscussion, findings: inout [Finding]) -> [Double?] {
        let graph = measured.talk.commenterGraph
        return measured.values(named: definition.name, &findings) { () throws(GraphFailure) in
            try graph.coreNumbers().map(Double.init)
        }
    }
}
