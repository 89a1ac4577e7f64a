import DiscussionModel
import GRDB

/// Turns camps across discussions into rows, within a transaction.
struct CorpusSaver {
    let database: Database
    /// The key of each discussion by its id.
    let keys: [String: String]

    func save(_ corpus: CorpusClustering) throws {
        try database.execute(sql: "DELETE FROM clustering WHERE discussion_id IS NULL")
        try database.execute(
            sql: "INSERT INTO clustering(verdict, z, asked) VALUES (?, ?, ?)",
            arguments: [
                corpus.clustering.verdict.rawValue, corpus.clustering.z, corpus.clustering.asked,
            ])
        let clustering = database.lastInsertedRowID
        var members = try RowWriter(
            database, into: "cluster_member", "cluster_id", "commenter_id", "position",
            "confidence")
        for (index, cluster) in corpus.clustering.clusters.enumerated() {
            try database.execute(
                sql: """
                    INSERT INTO cluster(clustering_id, number, size, cohesion) VALUES (?, ?, ?, ?)
                    """,
                arguments: [clustering, index + 1, cluster.members.count, cluster.cohesion])
            let row = database.lastInsertedRowID
            for (position, member) in cluster.members.enumerated() {
                guard corpus.people.indices.contains(member.commenter) else {
                    throw DamagedRow(message: "a camp names a person that it lacks")
                }
                for commenter in try commenters(of: corpus.people[member.commenter]) {
                    try members.add(row)
                    try members.add(commenter)
                    try members.add(position)
                    try members.add(finite: member.confidence)
                    try members.insert()
                }
            }
        }
    }

    /// The rows of a person, one for each discussion.
    private func commenters(of person: CorpusClustering.Person) throws -> [Int64] {
        try person.discussions.compactMap { id in
            guard let key = keys[id] else { return nil }
            return try Int64.fetchOne(
                database.cachedStatement(
                    sql: """
                        SELECT c.id FROM commenter c JOIN discussion d ON d.id = c.discussion_id
                        WHERE d.key = ? AND c.key = ?
                        """),
                arguments: [key, person.id.storable])
        }
    }
}
