public import DiscussionModel

/// Gathers who takes whose side over many discussions, and finds the camps among all their people.
///
/// Commenters are one person where they have the same account, or the same name, within one site;
/// or within one source where the site is not known; an unknown author is nobody else. Memory is linear in the people, in the discussions that each
/// wrote in and in the pairs who answered each other; no text is kept. The order of the discussions
/// changes nothing but the order of each person's discussions.
public struct CampAccumulator: Sendable {
    private let finder: ClusterFinder
    private var tally = CampTally()
    private var people: [String: CorpusClustering.Person] = [:]

    /// Creates an accumulator that has seen nothing.
    public init(camps: CampCount = .auto) {
        finder = ClusterFinder(camps: camps)
    }

    /// Adds a discussion whose replies have stances.
    ///
    /// - Complexity: O(n) in its comments.
    public mutating func add(_ discussion: Discussion, _ graph: ReplyGraph) {
        var wrote = [Bool](repeating: false, count: graph.commenters.count)
        for (comment, authorship) in zip(discussion.comments, graph.authorships)
        where !comment.isGhost {
            wrote[authorship.commenter] = true
        }
        let site = discussion.site
        // A mere name says nothing of who bears it on a page of another site.
        let place = site.map { "s" + $0 } ?? "f" + discussion.source
        let whole = "\(discussion.source)\u{0}\(discussion.id)"
        var keys: [String] = []
        for (index, commenter) in graph.commenters.enumerated() {
            let scope = commenter.name == nil ? "u" + whole : "p" + place
            let key = "\(scope)\u{0}\(commenter.id)"
            keys.append(key)
            guard wrote[index] else { continue }
            people[
                key,
                default: CorpusClustering.Person(
                    site: site, id: commenter.id, name: commenter.name, discussions: [])
            ].appear(in: discussion.id, as: commenter.name)
        }
        // An article is no person: nobody can be in a camp with it, but people can differ on it.
        tally.add(graph, keys: keys + ["a" + whole])
    }

    /// The camps among all people so far.
    ///
    /// - Complexity: that of `ClusterFinder.clustering(of:graph:)` over all people.
    public func clustering() -> CorpusClustering {
        let sorted = people.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
        var places: [String: Int] = [:]
        for (place, person) in sorted.enumerated() { places[person.key] = place }
        let division = CampDivision(
            tally, camps: finder.camps, weights: finder.weights, isPerson: { places[$0] != nil })
        return CorpusClustering(
            people: sorted.map(\.value),
            clustering: division.clustering { places[$0] })
    }
}

extension CorpusClustering.Person {
    /// Notes a discussion; of several ways to write the name the first by its bytes stays, so that the
    /// order of the discussions does not tell.
    fileprivate mutating func appear(in discussion: String, as written: String?) {
        discussions.append(discussion)
        if let written, name.map({ written.utf8.lexicographicallyPrecedes($0.utf8) }) ?? true {
            name = written
        }
    }
}
