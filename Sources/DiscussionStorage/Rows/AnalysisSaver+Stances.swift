import DiscussionModel

extension AnalysisSaver {
    /// Saves chains and camps.
    func saveStances(_ stances: DiscussionStances, _ places: Places) throws {
        try saveChains(stances.chains, places)
        try saveClustering(stances.clustering, places)
    }

    private func saveChains(_ chains: [DisagreementChain], _ places: Places) throws {
        var writer = try RowWriter(
            rows, into: "chain", "id", "discussion_id", "number", "kind", "mean", "seconds",
            "slope", "p_value", "ending", "branch_of", "shared_comments")
        var comments = try RowWriter(
            rows, into: "chain_comment", "chain_id", "position", "comment_id")
        var participants = try RowWriter(
            rows, into: "chain_participant", "chain_id", "position", "commenter_id")
        let base = try rows.reserve(chains.count, of: "chain") + 1
        for (index, chain) in chains.enumerated() {
            let row = base + Int64(index)
            guard chain.branchOf.map({ (0..<index).contains($0) }) ?? true else {
                throw DamagedRow(message: "the analysis has a chain that branches from none before")
            }
            try writer.add(row)
            try writer.add(places.discussion)
            try writer.add(index + 1)
            try writer.add(chain.kind.rawValue)
            try writer.add(finite: chain.mean)
            try writer.add(chain.seconds)
            try writer.add(chain.trend?.slope)
            try writer.add(chain.trend?.pValue)
            try writer.add(chain.ending.rawValue)
            try writer.add(chain.branchOf.map { Int(base) + $0 })
            try writer.add(chain.sharedComments)
            try writer.insert()
            for (position, ordinal) in chain.comments.enumerated() {
                try comments.add(row)
                try comments.add(position)
                try comments.add(try places.commentOrArticle(ordinal))
                try comments.insert()
            }
            for (position, commenter) in chain.participants.enumerated() {
                try participants.add(row)
                try participants.add(position)
                try participants.add(try places.commenter(commenter))
                try participants.insert()
            }
        }
    }

    private func saveClustering(_ clustering: StanceClustering, _ places: Places) throws {
        let row = try rows.reserve(1, of: "clustering") + 1
        let base = try rows.reserve(clustering.clusters.count, of: "cluster") + 1
        var whole = try RowWriter(
            rows, into: "clustering", "id", "discussion_id", "verdict", "z", "asked")
        try whole.add(row)
        try whole.add(places.discussion)
        try whole.add(clustering.verdict.rawValue)
        try whole.add(clustering.z)
        try whole.add(clustering.asked)
        try whole.insert()
        var writer = try RowWriter(
            rows, into: "cluster", "id", "clustering_id", "discussion_id", "number", "size",
            "cohesion", "article_side")
        var members = try RowWriter(
            rows, into: "cluster_member", "cluster_id", "commenter_id", "position",
            "confidence")
        for (index, cluster) in clustering.clusters.enumerated() {
            let number = base + Int64(index)
            try writer.add(number)
            try writer.add(row)
            try writer.add(places.discussion)
            try writer.add(index + 1)
            try writer.add(cluster.members.count)
            try writer.add(finite: cluster.cohesion)
            try writer.add(cluster.articleSide?.rawValue)
            try writer.insert()
            for (position, member) in cluster.members.enumerated() {
                try members.add(number)
                try members.add(try places.commenter(member.commenter))
                try members.add(position)
                try members.add(finite: member.confidence)
                try members.insert()
            }
        }
        for (index, cluster) in clustering.clusters.enumerated() {
            try saveWords(of: cluster, as: base + Int64(index), places)
            try saveOpponents(of: cluster, at: index, among: clustering.clusters.count, base: base)
        }
    }

    private func saveWords(of cluster: StanceCluster, as row: Int64, _ places: Places) throws {
        var terms = try RowWriter(
            rows, into: "cluster_term", "cluster_id", "position", "words", "z", "commenters")
        for (position, term) in cluster.terms.enumerated() {
            try terms.add(row)
            try terms.add(position)
            try terms.add(term.words)
            try terms.add(finite: term.z)
            try terms.add(term.commenters)
            try terms.insert()
        }
        var comments = try RowWriter(
            rows, into: "cluster_comment", "cluster_id", "position", "comment_id", "start",
            "end", "text", "agreeing", "disagreeing", "z")
        for (position, comment) in cluster.representative.enumerated() {
            try comments.add(row)
            try comments.add(position)
            try comments.add(try places.commentOrArticle(comment.comment))
            try comments.add(comment.span.start)
            try comments.add(comment.span.end)
            try comments.add(comment.text)
            try comments.add(comment.agreeing)
            try comments.add(comment.disagreeing)
            try comments.add(finite: comment.z)
            try comments.insert()
        }
    }

    private func saveOpponents(
        of cluster: StanceCluster, at index: Int, among count: Int, base: Int64
    ) throws {
        var writer = try RowWriter(
            rows, into: "cluster_opponent", "cluster_id", "position", "opponent_id", "replies",
            "disagreeing")
        for (position, opponent) in cluster.opponents.enumerated() {
            guard (1...count).contains(opponent.cluster) else {
                throw DamagedRow(
                    message: "the analysis names a cluster \(opponent.cluster) that it lacks")
            }
            try writer.add(base + Int64(index))
            try writer.add(position)
            try writer.add(base + Int64(opponent.cluster - 1))
            try writer.add(opponent.replies)
            try writer.add(opponent.disagreeing)
            try writer.insert()
        }
    }
}
