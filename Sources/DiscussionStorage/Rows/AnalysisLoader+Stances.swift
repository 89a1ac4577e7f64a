import DiscussionModel

extension AnalysisLoader {
    /// Chains and camps, with the remarks on them.
    func stances(_ found: Ordinals, commenterPlaces: RowPlaces) throws -> DiscussionStances {
        let people = Commenters(places: commenterPlaces)
        return DiscussionStances(
            chains: try chains(found, people), clustering: try clustering(found, people),
            findings: try findings(of: "stances"))
    }

    /// Indices by commenter row.
    private struct Commenters {
        var places: RowPlaces

        func index(_ row: Int) throws -> Int {
            guard let index = places[row] else {
                throw DamagedRow(message: "commenter \(row) belongs to another discussion")
            }
            return index
        }
    }

    private func chains(_ found: Ordinals, _ people: Commenters) throws -> [DisagreementChain] {
        var chains: [DisagreementChain] = []
        var places = RowPlaces()
        try forEach(
            """
            SELECT id, kind, mean, seconds, slope, p_value, ending, branch_of, shared_comments
            FROM chain WHERE discussion_id = ? ORDER BY number
            """
        ) { row in
            var chain = DisagreementChain(
                kind: try row.member(1), comments: [], participants: [], mean: row.number(2),
                seconds: row.numberIfAny(3), ending: try row.member(6),
                sharedComments: row.integer(8))
            if let slope = row.numberIfAny(4), let pValue = row.numberIfAny(5) {
                chain.trend = .init(slope: slope, pValue: pValue)
            }
            if let branch = row.integerIfAny(7) {
                guard let earlier = places[branch] else {
                    throw DamagedRow(message: "a chain branches from none before it")
                }
                chain.branchOf = earlier
            }
            places.add(row.integer(0), at: chains.count)
            chains.append(chain)
        }
        try forEach(
            """
            SELECT cc.chain_id, cc.comment_id FROM chain c JOIN chain_comment cc ON cc.chain_id = c.id
            WHERE c.discussion_id = ? ORDER BY c.number, cc.position
            """
        ) { row in
            guard let index = places[row.integer(0)] else { return }
            chains[index].comments.append(try found.ordinal(row.integerIfAny(1)))
        }
        try forEach(
            """
            SELECT p.chain_id, p.commenter_id
            FROM chain c JOIN chain_participant p ON p.chain_id = c.id
            WHERE c.discussion_id = ? ORDER BY c.number, p.position
            """
        ) { row in
            guard let index = places[row.integer(0)] else { return }
            chains[index].participants.append(try people.index(row.integer(1)))
        }
        return chains
    }

    private func clustering(_ found: Ordinals, _ people: Commenters) throws -> StanceClustering {
        // A discussion of an older file has none.
        var clustering = DiscussionStances().clustering
        try forEach("SELECT verdict, z, asked FROM clustering WHERE discussion_id = ?") { row in
            clustering.verdict = try row.member(0)
            clustering.z = row.numberIfAny(1)
            clustering.asked = row.integerIfAny(2)
        }
        var places = RowPlaces()
        try forEach(
            """
            SELECT id, cohesion, article_side FROM cluster WHERE discussion_id = ? ORDER BY number
            """
        ) { row in
            var cluster = StanceCluster(members: [], cohesion: row.number(1))
            if row.textIfAny(2) != nil { cluster.articleSide = try row.member(2) }
            places.add(row.integer(0), at: clustering.clusters.count)
            clustering.clusters.append(cluster)
        }
        guard !clustering.clusters.isEmpty else { return clustering }
        try forEach(
            """
            SELECT m.cluster_id, m.commenter_id, m.confidence
            FROM cluster c JOIN cluster_member m ON m.cluster_id = c.id
            WHERE c.discussion_id = ? ORDER BY c.number, m.position, m.commenter_id
            """
        ) { row in
            guard let index = places[row.integer(0)] else { return }
            clustering.clusters[index].members.append(
                .init(commenter: try people.index(row.integer(1)), confidence: row.number(2)))
        }
        try forEach(
            """
            SELECT t.cluster_id, t.words, t.z, t.commenters
            FROM cluster c JOIN cluster_term t ON t.cluster_id = c.id
            WHERE c.discussion_id = ? ORDER BY c.number, t.position
            """
        ) { row in
            guard let index = places[row.integer(0)] else { return }
            clustering.clusters[index].terms.append(
                .init(words: row.text(1), z: row.number(2), commenters: row.integer(3)))
        }
        try forEach(
            """
            SELECT r.cluster_id, r.comment_id, r.start, r.end, r.text, r.agreeing, r.disagreeing, r.z
            FROM cluster c JOIN cluster_comment r ON r.cluster_id = c.id
            WHERE c.discussion_id = ? ORDER BY c.number, r.position
            """
        ) { row in
            guard let index = places[row.integer(0)] else { return }
            clustering.clusters[index].representative.append(
                .init(
                    comment: try found.ordinal(row.integerIfAny(1)), span: try row.span(2),
                    text: row.text(4), agreeing: row.integer(5), disagreeing: row.integer(6),
                    z: row.number(7)))
        }
        try forEach(
            """
            SELECT o.cluster_id, o.opponent_id, o.replies, o.disagreeing
            FROM cluster c JOIN cluster_opponent o ON o.cluster_id = c.id
            WHERE c.discussion_id = ? ORDER BY c.number, o.position
            """
        ) { row in
            guard let index = places[row.integer(0)] else { return }
            guard let other = places[row.integer(1)] else {
                throw DamagedRow(message: "a cluster argues with one of another discussion")
            }
            clustering.clusters[index].opponents.append(
                .init(cluster: other + 1, replies: row.integer(2), disagreeing: row.integer(3)))
        }
        return clustering
    }
}
