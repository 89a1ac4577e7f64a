import DiscussionModel
import GraphAlgorithms

/// How much of what people say to each other is disagreement.
struct Disagreement: EngagementMeasure {
    let definition = MeasureDefinition(
        name: "disagreement",
        meaning: "The share of disagreement among the replies that take a side.",
        formula: "D = d / (a + d)",
        symbols:
            "d, a: the number of replies to comments of others whose most probable stance is to"
            + " disagree, to agree; neutral ones and replies to the article do not count",
        range: "0...1",
        undefined: "where no such reply takes a side",
        cost: "O(n)",
        source:
            "the usual density. A stance is inferred and may be wrong: read it with its interval")

    func value(of talk: MeasuredTalk) -> Double? { talk.disagreement?.share }
}

/// What the share of disagreement is at least.
struct DisagreementLow: EngagementMeasure {
    let definition = MeasureDefinition(
        name: "disagreementLow",
        meaning: "The lower bound of `disagreement`: what few replies cannot show is not claimed.",
        formula:
            "(D + z^2 / 2q - z sqrt(D (1 - D) / q + z^2 / 4q^2)) / (1 + z^2 / q), where q = a + d",
        symbols: "D, a, d: as for `disagreement`; z: 1.96, for 95 in 100",
        range: "0 to `disagreement`",
        undefined: "where `disagreement` is",
        cost: "O(n)",
        source:
            "Wilson 1927 (J. American Statistical Association 22,"
            + " doi:10.1080/01621459.1927.10502953). It tells what chance can do among so many"
            + " replies, not what mistakes of the stances can")

    func value(of talk: MeasuredTalk) -> Double? { talk.disagreement?.interval.low }
}

/// What the share of disagreement is at most.
struct DisagreementHigh: EngagementMeasure {
    let definition = MeasureDefinition(
        name: "disagreementHigh",
        meaning: "The upper bound of `disagreement`.",
        formula:
            "(D + z^2 / 2q + z sqrt(D (1 - D) / q + z^2 / 4q^2)) / (1 + z^2 / q), where q = a + d",
        symbols: "as for `disagreementLow`",
        range: "`disagreement` to 1",
        undefined: "where `disagreement` is",
        cost: "O(n)",
        source: "as for `disagreementLow`")

    func value(of talk: MeasuredTalk) -> Double? { talk.disagreement?.interval.high }
}

extension MeasuredTalk {
    /// The disagreeing replies among those that take a side; `nil` where there are none of these.
    var disagreement: CountedShare? {
        var (disagreeing, total) = (0, 0)
        for response in judgedResponses {
            guard let label = response.stance?.label, label != .neutral else { continue }
            total += 1
            if label == .disagree { disagreeing += 1 }
        }
        return total == 0 ? nil : CountedShare(count: disagreeing, total: total)
    }

    /// The pairs of whom the first disagrees with the second; the weight of an edge is how often.
    var disagreementGraph: DirectedGraph {
        DirectedGraph(
            nodeCount: commenterCount,
            edges: judgedResponses.filter { $0.stance?.label == .disagree }
                .map { DirectedGraph.Edge(from: $0.replier, to: $0.addressed) })
    }
}
