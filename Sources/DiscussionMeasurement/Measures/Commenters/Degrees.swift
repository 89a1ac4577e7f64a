import DiscussionModel
import GraphAlgorithms

/// How many others answer a commenter.
struct InDegree: CommenterMeasure {
    let definition = MeasureDefinition(
        name: "inDegree",
        meaning: "How many different others reply to the commenter.",
        formula: "#{ j : r_ji > 0 }",
        symbols:
            "r_ji: the number of replies of commenter j to i. Their sum, the in-strength, is"
            + " `repliesReceived`",
        range: "0...u - 1",
        undefined: "never",
        cost: "O(m) for all commenters",
        source: "the in-degree of the commenter graph")

    func values(of measured: MeasuredDiscussion, findings: inout [Finding]) -> [Double?] {
        measured.talk.commenterGraph.inDegrees.map(Double.init)
    }
}

/// How many others a commenter answers.
struct OutDegree: CommenterMeasure {
    let definition = MeasureDefinition(
        name: "outDegree",
        meaning: "How many different others the commenter replies to.",
        formula: "#{ j : r_ij > 0 }",
        symbols:
            "r_ij: the number of replies of commenter i to j. Their sum, the out-strength, is"
            + " `repliesSent`",
        range: "0...u - 1",
        undefined: "never",
        cost: "O(m) for all commenters",
        source: "the out-degree of the commenter graph")

    func values(of measured: MeasuredDiscussion, findings: inout [Finding]) -> [Double?] {
        measured.talk.commenterGraph.outDegrees.map(Double.init)
    }
}
