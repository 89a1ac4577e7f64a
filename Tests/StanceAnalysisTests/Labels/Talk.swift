import DiscussionModel

@testable import StanceAnalysis

/// A small discussion in the making, whose stances are given.
struct Talk {
    var comments: [Comment] = []
    var graph = ReplyGraph(commenters: [], authorships: [])
    private var commenters: [String: Int] = [:]

    var discussion: Discussion {
        Discussion(id: "talk", source: "talk.txt", format: "text", comments: comments)
    }

    /// The index of a commenter.
    mutating func commenter(_ name: String) -> Int {
        if let known = commenters[name] { return known }
        commenters[name] = graph.commenters.count
        graph.commenters.append(Commenter(id: name, name: name))
        return graph.commenters.count - 1
    }

    /// Adds a comment and returns its ordinal.
    @discardableResult
    mutating func say(
        _ name: String, _ text: String, to: Int = 0, _ label: Stance.Label? = nil, id: String? = nil
    ) -> Int {
        let ordinal = comments.count + 1
        comments.append(
            Comment(id: id ?? "\(ordinal)", nameAsWritten: name, text: text))
        graph.authorships.append(Authorship(commenter: commenter(name)))
        let stance = label.map {
            Stance(
                agree: $0 == .agree ? 0.8 : 0.1, neutral: $0 == .neutral ? 0.8 : 0.1,
                disagree: $0 == .disagree ? 0.8 : 0.1)
        }
        graph.replies.append(
            Reply(from: ordinal, to: to, confidence: 1, evidence: [], stance: stance))
        return ordinal
    }

    /// The clusters of the named commenters, labelled.
    mutating func labelled(_ clusters: [[String]]) -> [StanceCluster] {
        var clustering = StanceClustering(
            verdict: .asked,
            clusters: clusters.map { names in
                StanceCluster(
                    members: names.map { .init(commenter: commenter($0), confidence: 1) },
                    cohesion: 1)
            })
        ClusterLabeller(discussion: discussion, graph: graph).label(&clustering)
        return clustering.clusters
    }
}

/// Names `a1`, `a2` and so on.
func people(_ letter: String, _ count: Int) -> [String] {
    (1...count).map { letter + String($0) }
}
