package import DiscussionModel

/// The camps of a tally, its people named by their keys.
package struct CampDivision: Sendable {
    /// A camp with its people.
    package struct Camp: Sendable {
        /// The people by falling confidence, then by key.
        package var members: [(key: String, confidence: Double)]
        /// The share of the beliefs about its members that it satisfies, 0...1.
        package var cohesion: Double
        /// Where it stands to the article, where that is clear.
        package var articleSide: StanceCluster.ArticleSide?
    }

    package var verdict: StanceClustering.Verdict
    package var z: Double?
    /// How many camps were asked for.
    package var asked: Int?
    /// The camps by falling size, then by the key that sorts first.
    package var camps: [Camp] = []

    /// The fewest people who take sides for there to be camps.
    private static let fewestPeople = 4
    /// The least sum of beliefs about a person who takes sides.
    private static let leastBelief = 0.1
    /// The least log-odds, from the own words, of being on the side of the own camp: three in five.
    private static let leastOdds = 0.405
    /// The least agreement with others of the camp, directly or about third people.
    private static let leastTie = 0.1
    /// The least confidence of the article's author for the camp to be told as with the article.
    private static let clearShare = 0.7
    /// The least log-odds for a camp to be told as with or against the article, and of one pair among
    /// them: what no close call gives, and no number of them together.
    private static let clearOdds = 0.6
    private static let clearReply = 0.5
    /// The least share of all disagreement that goes from camp to camp, at the lower end of its
    /// interval: below it the people of a camp are as divided as all are.
    private static let leastBetween = 0.55
    /// What a camp more must add, as a share of what all camps gain over none.
    private static let leastShare = 0.1

    /// Divides the people of a tally.
    ///
    /// - Parameters:
    ///   - article: the key of the article's author, or of the article itself; `nil` where there are
    ///     many.
    ///   - isPerson: whether a key is of somebody who can be in a camp.
    package init(
        _ tally: CampTally, camps count: CampCount, weights: CampWeights, article: String? = nil,
        isPerson: (String) -> Bool
    ) {
        verdict = .tooLittleEvidence
        if count == .auto && tally.people.count < Self.fewestPeople { return }
        let graph = CampGraph(tally, weights: weights, isPerson: isPerson)
        var strength = [Double](repeating: 0, count: graph.people.count)
        for record in graph.records {
            strength[record.first] += abs(record.belief)
            strength[record.second] += abs(record.belief)
        }
        let isMember = graph.isGuest.map { !$0 }
        let sided = strength.indices.filter { isMember[$0] && strength[$0] >= Self.leastBelief }
        let labels: [Int]
        let floor: Int
        switch count {
        case .exactly(let wanted):
            verdict = .asked
            asked = wanted
            let number = min(wanted, isMember.count(where: { $0 }) / 2)
            guard number >= 2 else { return }
            floor = 2
            labels = CampSearch(camps: number, floor: floor, effort: Self.effort(graph))
                .labels(of: graph.graph)
        case .auto:
            guard sided.count >= Self.fewestPeople else { return }
            verdict = .noClearCamps
            let distance = CampTest.z(graph)
            z = distance
            guard distance >= StanceClustering.threshold else { return }
            floor = max(2, (sided.count + 19) / 20)
            labels = Self.freeLabels(graph.graph, effort: Self.effort(graph))
        }
        let number = (labels.max() ?? 0) + 1
        let opinions = CampOpinions(graph)
        let placed =
            count == .auto
            ? Self.supported(labels, by: opinions, isMember: isMember, floor: floor) : labels
        let support = CampSupport(opinions, labels: placed)
        if count == .auto && support.disagreementBetween < Self.leastBetween { return }
        let shares = CampBootstrap.confidences(
            of: graph, labels: labels, camps: number, floor: count == .auto ? 0 : floor)
        let confidences = shares.indices.map { min(shares[$0], support.probability(of: $0)) }
        var members = [[Int]](repeating: [], count: number)
        for person in labels.indices where isMember[person] && placed[person] >= 0 {
            if count == .auto && shares[person] < 0.5 { continue }
            members[labels[person]].append(person)
        }
        let kept = members.indices.filter { members[$0].count >= floor }.sorted {
            (members[$1].count, members[$0][0]) < (members[$0].count, members[$1][0])
        }
        guard kept.count >= 2 else { return }
        if count == .auto { verdict = .camps }
        let cohesions = Self.cohesions(graph, labels, of: placed, camps: number)
        let place = article.flatMap { graph.people.firstIndex(of: $0) }
        let isAuthorPlaced = place.map { isMember[$0] && confidences[$0] >= Self.clearShare }
        let sides = Self.articleSides(
            opinions, placed, camps: number, article: place, isPlaced: isAuthorPlaced ?? false)
        self.camps = kept.map { camp in
            Camp(
                members: members[camp].sorted {
                    (confidences[$1], $0) < (confidences[$0], $1)
                }.map { (graph.people[$0], confidences[$0]) },
                cohesion: cohesions[camp], articleSide: sides[camp])
        }
    }

    /// The division without those whose own words do not speak for their camp, and without camps of
    /// too few; -1 for who is left out. Whoever is left out speaks for nobody else.
    private static func supported(
        _ labels: [Int], by opinions: CampOpinions, isMember: [Bool], floor: Int
    ) -> [Int] {
        var labels = labels
        while true {
            let support = CampSupport(opinions, labels: labels)
            var next = labels
            for person in labels.indices where isMember[person] && labels[person] >= 0 {
                if support.odds[person] < leastOdds || support.ties[person] < leastTie {
                    next[person] = -1
                }
            }
            var sizes: [Int: Int] = [:]
            for person in next.indices where isMember[person] {
                sizes[next[person], default: 0] += 1
            }
            for person in next.indices where sizes[next[person], default: 0] < floor {
                next[person] = -1
            }
            if next == labels { return labels }
            labels = next
        }
    }

    /// The camps as values of the model, given the number of each person.
    package func clustering(_ commenter: (String) -> Int?) -> StanceClustering {
        StanceClustering(
            verdict: verdict, z: z, asked: asked,
            clusters: camps.map { camp in
                StanceCluster(
                    members: camp.members.compactMap { key, confidence in
                        commenter(key).map {
                            StanceCluster.Member(commenter: $0, confidence: confidence)
                        }
                    }, cohesion: camp.cohesion,
                    articleSide: camp.articleSide)
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

    /// The share of the beliefs about the people of each camp that the division agrees with.
    private static func cohesions(
        _ graph: CampGraph, _ labels: [Int], of placed: [Int], camps: Int
    ) -> [Double] {
        var satisfied = [Double](repeating: 0, count: camps)
        var all = [Double](repeating: 0, count: camps)
        for record in graph.records {
            let ends = Set([placed[record.first], placed[record.second]])
            let fits = (record.belief > 0) == (labels[record.first] == labels[record.second])
            for end in ends where end >= 0 {
                all[end] += abs(record.belief)
                satisfied[end] += fits ? abs(record.belief) : 0
            }
        }
        return zip(satisfied, all).map { $1 > 0 ? $0 / $1 : 0 }
    }

    /// Where the people of each camp stand to the article.
    ///
    /// The camp of its author is with it; another one is told only where all that was said to the
    /// author makes it clear, and something of it does by itself.
    /// - Parameter isPlaced: whether the author is surely in his camp.
    private static func articleSides(
        _ opinions: CampOpinions, _ labels: [Int], camps: Int, article: Int?, isPlaced: Bool
    ) -> [StanceCluster.ArticleSide?] {
        var odds = [Double](repeating: 0, count: camps)
        var strongest = odds
        for pair in opinions.pairs where pair.first == article || pair.second == article {
            let other = labels[pair.first == article ? pair.second : pair.first]
            guard other >= 0 else { continue }
            odds[other] += pair.odds
            if abs(pair.odds) > abs(strongest[other]) { strongest[other] = pair.odds }
        }
        return odds.indices.map { camp in
            if let article, isPlaced, labels[article] == camp { return .with }
            let isClear =
                abs(odds[camp]) >= clearOdds && abs(strongest[camp]) >= clearReply
                && (strongest[camp] > 0) == (odds[camp] > 0)
            return isClear ? (odds[camp] > 0 ? .with : .against) : nil
        }
    }
}
