import DiscussionModel

extension AnalysisLoader {
    /// The rows of the comments, each with what it answers; `nil` for the article.
    func parents() throws -> [(from: Int64, to: Int64?)] {
        var parents: [(Int64, Int64?)] = []
        try forEach(
            "SELECT from_comment, to_comment FROM reply WHERE discussion_id = ? AND rank = 0 ORDER BY id"
        ) { parents.append((Int64($0.integer(0)), $0.integerIfAny(1).map(Int64.init))) }
        return parents
    }

    /// The replies and the further answers, with reasons and stances.
    func replies(_ found: Ordinals) throws -> ([Reply], [Reply]) {
        var edges: [Reply] = []
        var (ranks, places) = ([Int](), RowPlaces())
        try forEach(
            """
            SELECT id, from_comment, to_comment, rank, confidence, stance, agree, neutral, disagree
            FROM reply WHERE discussion_id = ? ORDER BY id
            """
        ) { row in
            places.add(row.integer(0), at: edges.count)
            ranks.append(row.integer(3))
            edges.append(
                Reply(
                    from: try found.ordinal(row.integer(1)),
                    to: try found.ordinal(row.integerIfAny(2)), confidence: row.number(4),
                    evidence: [], stance: try row.stance(5)))
        }
        try forEach(
            """
            SELECT e.reply_id, e.kind, e.detail, e.weight
            FROM reply r JOIN evidence e ON e.reply_id = r.id
            WHERE r.discussion_id = ? ORDER BY r.id, e.position
            """
        ) { row in
            guard let index = places[row.integer(0)] else { return }
            edges[index].evidence.append(try row.evidence(1))
        }
        try forEach(
            """
            SELECT q.reply_id, q.kind, q.detail, q.start, q.end, q.weight
            FROM reply r JOIN stance_cue q ON q.reply_id = r.id
            WHERE r.discussion_id = ? ORDER BY r.id, q.position
            """
        ) { row in
            guard let index = places[row.integer(0)] else { return }
            edges[index].stance?.cues.append(
                StanceCue(
                    kind: row.text(1), detail: row.text(2), span: try row.spanIfAny(3),
                    weight: row.number(5)))
        }
        let main = zip(edges, ranks).filter { $0.1 == 0 }.map(\.0)
        let further = zip(edges, ranks).filter { $0.1 > 0 }.map(\.0)
        return (main, further)
    }
}
