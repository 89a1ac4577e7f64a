import DiscussionModel

/// Sets authors, and puts the commenters in their order again.
struct AuthorCorrector {
    private var graph: ReplyGraph
    private var byID: [String: Int] = [:]
    /// Who goes by the letters and digits of a name or an alias; each commenter once.
    private var byName: [String: [Int]] = [:]

    init(_ graph: ReplyGraph) {
        self.graph = graph
        for (index, commenter) in graph.commenters.enumerated() {
            byID[commenter.id] = index
            note(commenter, at: index)
        }
    }

    private mutating func note(_ commenter: Commenter, at index: Int) {
        for name in [commenter.name].compactMap(\.self) + commenter.aliases {
            let key = People.key(of: name)
            if byName[key]?.contains(index) != true { byName[key, default: []].append(index) }
        }
    }

    /// Sets who wrote a comment: whoever has the id, else whoever goes by the name, else somebody new.
    ///
    /// - Returns: why nobody was set; `nil` where somebody was.
    mutating func set(
        _ name: String, of ordinal: Int, because correction: Correction
    ) -> String? {
        guard graph.authorships.indices.contains(ordinal - 1) else { return nil }
        let known = byID[name].map { [$0] } ?? byName[People.key(of: name)] ?? []
        // Whose name it is comes before whose alias it is.
        let named = known.count > 1 ? known.filter { graph.commenters[$0].name == name } : []
        let candidates = named.isEmpty ? known : named
        guard candidates.count < 2 else {
            let ids = candidates.prefix(5).map { graph.commenters[$0].id }
            return "\(candidates.count) people go by \(name): name one by the id,"
                + " \(ids.joined(separator: " or "))"
        }
        let commenter: Int
        if let only = candidates.first {
            commenter = only
        } else {
            commenter = graph.commenters.count
            graph.commenters.append(Commenter(id: name, name: name))
            byID[name] = commenter
            note(graph.commenters[commenter], at: commenter)
        }
        graph.authorships[ordinal - 1] = Authorship(
            commenter: commenter,
            inference: AuthorInference(confidence: 1, evidence: [correction.evidence]))
        return nil
    }

    /// The graph with its commenters in order: those who wrote by their first comment, then the
    /// article's author, then who is mentioned. Nobody is left who does none of this.
    func finished() -> ReplyGraph {
        var result = graph
        var order: [Int] = []
        var places = [Int?](repeating: nil, count: graph.commenters.count)
        func place(of commenter: Int) -> Int {
            if let known = places[commenter] { return known }
            places[commenter] = order.count
            order.append(commenter)
            return order.count - 1
        }
        for at in result.authorships.indices {
            result.authorships[at].commenter = place(of: result.authorships[at].commenter)
        }
        if let author = graph.articleAuthor { _ = place(of: author) }
        for at in result.mentions.indices {
            result.mentions[at].commenter = place(of: result.mentions[at].commenter)
        }
        result.commenters = order.map { graph.commenters[$0] }
        return result
    }
}
