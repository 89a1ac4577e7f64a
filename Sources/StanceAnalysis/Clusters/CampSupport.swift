/// What the words of people say for the camps that a division puts them in.
///
/// A division puts everybody somewhere. Whether somebody belongs there is asked of the stances alone:
/// neither how often people answer each other nor how large a camp is counts here.
struct CampSupport: Sendable {
    /// The log-odds, from what was said to others and by others, that each person is on the side of
    /// the own camp; those who are in none say nothing.
    private(set) var odds: [Double]
    /// How far each person agrees with others of the camp, directly or about third people; below 0
    /// where they disagree.
    private(set) var ties: [Double]
    /// The share of all disagreement, by weight, that goes from one camp to another: the lower end of
    /// its interval, 0...1; 1 where nobody disagrees.
    private(set) var disagreementBetween: Double

    /// How far below the share its interval reaches, in standard deviations: one case of ten.
    private static let reach = 1.2816

    /// - Parameters:
    ///   - labels: the camp of each person, below 0 for who is in none.
    ///   - opinions: the beliefs of the graph's records from stances alone.
    /// - Complexity: O(m) in the pairs and those with common neighbours.
    init(_ opinions: CampOpinions, labels: [Int]) {
        odds = [Double](repeating: 0, count: labels.count)
        ties = odds
        var (between, all, squares) = (0.0, 0.0, 0.0)
        for opinion in opinions.pairs {
            let (first, second) = (labels[opinion.first], labels[opinion.second])
            let isInside = first >= 0 && first == second
            let isBetween = first >= 0 && second >= 0 && first != second
            if opinion.belief < 0 {
                all -= opinion.belief
                squares += opinion.belief * opinion.belief
                if isBetween { between -= opinion.belief }
            }
            guard isInside || isBetween else { continue }
            for person in [opinion.first, opinion.second] {
                odds[person] += isInside ? opinion.odds : -opinion.odds
                if isInside { ties[person] += opinion.belief }
            }
        }
        disagreementBetween =
            all > 0 ? Self.lowerEnd(of: between / all, count: all * all / squares) : 1
        for edge in opinions.shared where labels[edge.first] >= 0 {
            guard labels[edge.first] == labels[edge.second] else { continue }
            ties[edge.first] += edge.weight
            ties[edge.second] += edge.weight
        }
    }

    /// The lower end of the interval of a share (Wilson, Journal of the American Statistical
    /// Association 22, 1927); weights count as so many equal ones (Kish 1965).
    private static func lowerEnd(of share: Double, count: Double) -> Double {
        let square = reach * reach
        let spread =
            reach * (share * (1 - share) / count + square / (4 * count * count)).squareRoot()
        return (share + square / (2 * count) - spread) / (1 + square / count)
    }

    /// How probable the own words make it that somebody is on the side of the own camp, 0...1.
    func probability(of person: Int) -> Double {
        (1 + NaturalLogarithm.tangent(odds[person] / 2)) / 2
    }
}

/// What the stances alone say of two people, and what people have in common with third ones.
struct CampOpinions: Sendable {
    struct Pair: Sendable {
        var first: Int
        var second: Int
        /// The log-odds that the two are on one side.
        var odds: Double
        /// The same between -1 and 1.
        var belief: Double
    }

    let pairs: [Pair]
    let shared: [SignedGraph.Edge]

    init(_ graph: CampGraph) {
        var records = graph.records
        pairs = records.indices.map { at in
            let odds = graph.weights.opinion(records[at].evidence)
            records[at].belief = NaturalLogarithm.tangent(odds / 2)
            return Pair(
                first: records[at].first, second: records[at].second, odds: odds,
                belief: records[at].belief)
        }
        shared = CampGraph.shared(records, people: graph.people.count).map { edge in
            var edge = edge
            edge.weight = graph.weights.shared * NaturalLogarithm.tangent(edge.weight)
            return edge
        }
    }
}
