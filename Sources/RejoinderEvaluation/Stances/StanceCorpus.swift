import DiscussionModel
import DiscussionReading
import Foundation
import ReplyReconstruction
import StanceAnalysis

/// A reply of which somebody said how it takes what it answers.
struct StancePair: Sendable {
    /// Where it comes from.
    enum Source: Int, Sendable, CaseIterable {
        case debagreement
        case maskmandate
        case rumoureval
        case forum
    }

    var source: Source
    /// Agree, neutral, disagree: 0, 1, 2.
    var label: Int
    var parent: String
    var reply: String
    /// `nil` where there are no words to judge.
    var example: StanceExample?
    /// How much it counts beside others of its source: less where two people say much to each other,
    /// so that those few do not decide.
    var share = 1.0
    /// Pairs of one group stand on one side of a cross-validation by groups: the post that a pair
    /// stands under, the discussion of a forum.
    var group: String
}

/// The replies that stances are learnt from, in the folder that the user names.
enum StanceCorpus {
    /// Of `agreement/`: those who read the pairs said how they are meant.
    static func pairs(_ data: String) throws -> [StancePair] {
        let files: [(String, StancePair.Source)] = [
            ("debagreement.train", .debagreement), ("maskmandate.train", .maskmandate),
            ("rumoureval.train", .rumoureval), ("rumoureval.dev", .rumoureval),
        ]
        return try files.flatMap { name, source in
            try rows(data + "/agreement/" + name + ".jsonl").enumerated().map { at, row in
                let label = ["agree": 0, "support": 0, "disagree": 2, "deny": 2][row.label] ?? 1
                return StancePair(
                    source: source, label: label, parent: row.parent, reply: row.reply,
                    example: example(parent: row.parent, reply: row.reply),
                    group: row.submission ?? row.parentID ?? "\(name):\(at)")
            }
        }
    }

    /// The discussion that two texts make.
    static func discussion(parent: String, reply: String) -> Discussion {
        Discussion(
            id: "pair", source: "pair", format: "discussions",
            comments: [
                Comment(id: "1", nameAsWritten: "a", text: parent),
                Comment(id: "2", nameAsWritten: "b", text: reply, statedParent: "1"),
            ])
    }

    private static func example(parent: String, reply: String) -> StanceExample? {
        let discussion = discussion(parent: parent, reply: reply)
        let graph = ReplyReconstructor(mode: .stated).replyGraph(of: discussion)
        guard let edge = graph.replies.first(where: { $0.from == 2 && $0.to == 1 }) else {
            return nil
        }
        var judge = StanceJudge(discussion: discussion, graph: graph)
        return judge.example(of: edge, in: graph)
    }

    private struct Row: Decodable {
        var label: String
        var parent: String
        var reply: String
        var submission: String?
        var parentID: String?

        enum CodingKeys: String, CodingKey {
            case label, parent, reply
            case submission = "submission_id"
            case parentID = "parent_id"
        }
    }

    private static func rows(_ path: String) throws -> [Row] {
        let decoder = JSONDecoder()
        // Some rows hold bytes that are no UTF-8.
        let text = String(
            decoding: try Data(contentsOf: URL(fileURLWithPath: path)), as: UTF8.self)
        return try text.split(separator: "\n").map {
            try decoder.decode(Row.self, from: Data($0.utf8))
        }
    }

    /// Of `replies/` and `clusters/`: replies between two people with a clear side, which agree
    /// where the side is the same. These labels are distant ones.
    ///
    /// - Parameter isKept: Whether the discussion with an id is learnt from.
    static func forum(
        _ data: String, where isKept: (String) -> Bool = { _ in true }
    ) throws -> [StancePair] {
        let gold = try CampGold(data)
        let discussions = try DiscussionReader(
            inputs: [data + "/replies/4forums.dev.jsonl"],
            options: ReadingOptions(format: "convokit")
        ).map { try $0.get() }.filter { isKept($0.id) }
        return Parallel.map(0..<discussions.count) { at in
            pairs(of: discussions[at], sides: gold.sides(of: discussions[at]))
        }.flatMap { $0 }
    }

    /// The pairs of one discussion whose people have sides, -1 or 1 by name.
    static func pairs(of discussion: Discussion, sides: [String: Int]) -> [StancePair] {
        let graph = ReplyReconstructor(mode: .stated).replyGraph(of: discussion)
        var judge = StanceJudge(discussion: discussion, graph: graph)
        func people(_ reply: Reply) -> [Int] {
            [reply.from, reply.to].map { graph.commenter(of: $0) }
        }
        var counts: [[Int]: Int] = [:]
        for reply in graph.replies where reply.to > 0 {
            counts[people(reply).sorted(), default: 0] += 1
        }
        return graph.replies.compactMap { reply in
            let example = judge.example(of: reply, in: graph)
            guard reply.to > 0 else { return nil }
            let people = people(reply)
            let known = people.map { sides[graph.commenters[$0].name ?? ""] ?? 0 }
            guard people[0] != people[1], known[0] != 0, known[1] != 0 else { return nil }
            return StancePair(
                source: .forum, label: known[0] == known[1] ? 0 : 2, parent: "", reply: "",
                example: example,
                share: 1 / Double(counts[people.sorted()] ?? 1).squareRoot(),
                group: discussion.id)
        }
    }
}
