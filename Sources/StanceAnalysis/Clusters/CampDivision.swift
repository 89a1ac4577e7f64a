package import DiscussionModel

/// The camps of a tally, its people named by their keys.
package struct CampDivision: Sendable {
    /// A camp with its people.
    package struct Camp: Sendable {
        /// The people by falling confidence, then by key.
        package var members: [(key: String, confidence: Double)]
        /// The share of the beliefs about its members that it satisfies, 0...1.
        package var cohesion: Double
        /// How much its members side with the article: above 0 with, below 0 against.
        package var articleSide: Double
    }

    package var verdict: StanceClustering.Verdict
    package var z: Double?
    /// The camps by falling size, then by the key that sorts first.
    package var camps: [Camp] = []

    /// The fewest people who take sides for there to be camps.
    private static let fewestPeople = 4
    /// The least sum of beliefs about a person who takes sides.
    private static let leastBelief = 0.1
    /// The least z for camps to be believed: chance gives it in fewer than one of twenty discussions.
    package static let threshold = 2.0
    /// What a camp more must add, as a share of what all camps gain over none.
    private static let leastShare = 0.1

    /// Divides the people of a tally.
    ///
    /// - Parameters:
    ///   - article: the key of the article's author, or of the article itself; `nil` where there are
    ///     many.
    ///   - isPerson: whether a key is of somebody who can be in a camp.
    package init(
        _ tally: CampTally, camps: CampCount, weights: CampWeights, article: String? = nil,
        isPerson: (String) -> Bool
    ) {
        let graph = CampGraph(tally, weights: weights)
        var strength = [Double](repeating: 0, count: graph.people.count)
        for record in graph.records {
            strength[record.first] += abs(record.belief)
            strength[record.second] += abs(record.belief)
        }
        let isMember = graph.people.map(isPerson)
        let sided = strength.indices.filter { isMember[$0] && strength[$0] >= Self.leastBelief }
        verdict = .tooLittleEvidence
        let labels: [Int]
        let floor: Int
        switch camps {
        case .exactly(let wanted):
            let number = min(wanted, isMember.count(where: { $0 }) / 2)
            guard number >= 2 else { return }
            verdict = .asked
            floor = 2
            labels = CampSearch(camps: number, floor: floor, effort: Self.effort(graph))
                .labels(of: graph.graph)
        case .auto:
            guard sided.count >= Self.fewestPeople else { return }
            verdict = .noClearCamps
            let distance = CampTest.z(graph)
            z = distance
            guard distance >= Self.threshold else { return }
            floor = max(2, (sided.count + 19) / 20)
            labels = Self.freeLabels(graph.graph, effort: Self.effort(graph))
        }
        let number = (labels.max() ?? 0) + 1
        let confidences = CampBootstrap.confidences(
            of: graph, labels: labels, camps: number, floor: camps == .auto ? 0 : floor)
        var members = [[Int]](repeating: [], count: number)
        for person in labels.indices where isMember[person] {
            if camps == .auto && (strength[person] < Self.leastBelief || confidences[person] < 0.5)
            {
                continue
            }
            members[labels[person]].append(person)
        }
        let kept = members.indices.filter { members[$0].count >= floor }.sorted {
            (members[$1].count, members[$0][0]) < (members[$0].count, members[$1][0])
        }
        guard kept.count >= 2 else { return }
        if camps == .auto { verdict = .camps }
        let cohesions = Self.cohesions(graph, labels, camps: number)
        let sides = Self.articleSides(graph, labels, camps: number, article: article)
        self.camps = kept.map { camp in
            Camp(
                members: members[camp].sorted {
                    (confidences[$1], $0) < (confidences[$0], $1)
                }.map { (graph.people[$0], confidences[$0]) },
                cohesion: cohesions[camp], articleSide: sides[camp])
        }
    }

    /// The camps as values of the model, given the number of each person.
    package func clustering(_ commenter: (String) -> Int?) -> StanceClustering {
        StanceClustering(
            verdict: verdict, z: z,
            clusters: camps.map { camp in
                StanceCluster(
                    members: camp.members.compactMap { key, confidence in
                        commenter(key).map {
                            StanceCluster.Member(commenter: $0, confidence: confidence)
                        }
                    }, cohesion: camp.cohesion,
                    articleSide: camp.articleSide == 0
                        ? nil : camp.articleSide > 0 ? .with : .against)
            })
    }

    /// How many starts are affordable: fewer in large discussions.
    private static func effort(_ graph: CampGraph) -> Int {
        max(3, min(12, 30_000 / max(1, graph.records.count)))
    }

    /// The best division into up to six camps, with no camp that adds little to it.
    private static func freeLabels(_ graph: SignedGraph, effort: Int) -> [Int] {
        var labels = CampSearch(camps: 6, effort: effort).labels(of: graph)
        let none = graph.value(of: [Int](repeating: 0, count: graph.count))
        let best = graph.value(of: labels)
        while let number = labels.max(), number > 1 {
            let fewer = CampLabels(graph, labels: labels, camps: number + 1, floor: 0)
            guard let join = fewer.bestJoin() else { break }
            var joined = fewer
            joined.join(join.first, join.second)
            let merged = CampSearch.inOrder(joined.labels)
            let next = CampSearch(camps: number, effort: effort / 2)
                .labels(of: graph, starts: [merged])
            guard best - graph.value(of: next) < leastShare * (best - none) else { break }
            labels = next
        }
        return labels
    }

    private static func cohesions(_ graph: CampGraph, _ labels: [Int], camps: Int) -> [Double] {
        var satisfied = [Double](repeating: 0, count: camps)
        var all = [Double](repeating: 0, count: camps)
        for record in graph.records {
            let ends = Set([labels[record.first], labels[record.second]])
            let fits = (record.belief > 0) == (ends.count == 1)
            for end in ends {
                all[end] += abs(record.belief)
                satisfied[end] += fits ? abs(record.belief) : 0
            }
        }
        return zip(satisfied, all).map { $1 > 0 ? $0 / $1 : 0 }
    }

    /// The beliefs of each camp's people about the article; 1 more for the camp of its author.
    private static func articleSides(
        _ graph: CampGraph, _ labels: [Int], camps: Int, article: String?
    ) -> [Double] {
        var sides = [Double](repeating: 0, count: camps)
        guard let article, let place = graph.people.firstIndex(of: article) else { return sides }
        for record in graph.records where record.first == place || record.second == place {
            sides[labels[record.first == place ? record.second : record.first]] += record.belief
        }
        sides[labels[place]] = max(sides[labels[place]], 1)
        return sides
    }
}
