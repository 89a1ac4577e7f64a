import DiscussionModel
import Foundation

/// The sides that annotators saw commenters on, by discussion and name.
struct CampGold: Sendable {
    /// How the annotators voted on one author.
    struct Votes: Decodable, Sendable {
        var pro: Int
        var anti: Int

        /// 1 for pro and -1 for anti where the side is clear: at least two votes one way and none
        /// the other, or more than twice as many; else 0.
        var side: Int {
            if anti == 0 && pro >= 2 || anti > 0 && pro > 2 * anti { return 1 }
            if pro == 0 && anti >= 2 || pro > 0 && anti > 2 * pro { return -1 }
            return 0
        }
    }

    private struct Annotated: Decodable {
        var authors: [String: Votes]
    }

    private let discussions: [String: Annotated]

    /// Reads `clusters/4forums-stance.dev.json` of the folder that the user names.
    init(_ data: String) throws {
        discussions = try JSONDecoder().decode(
            [String: Annotated].self,
            from: Data(
                contentsOf: URL(fileURLWithPath: data + "/clusters/4forums-stance.dev.json")))
    }

    /// The side of each commenter of a graph: 1, -1, or 0 where it is not clear.
    func sides(_ discussion: Discussion, _ graph: ReplyGraph) -> [Int] {
        let wrote = Set(graph.authorships.map(\.commenter))
        let authors = discussions[discussion.id]?.authors ?? [:]
        return graph.commenters.enumerated().map { index, commenter in
            wrote.contains(index) ? commenter.name.flatMap { authors[$0]?.side } ?? 0 : 0
        }
    }

    /// The clear sides of people in a discussion, 1 or -1 by name.
    func sides(of discussion: Discussion) -> [String: Int] {
        (discussions[discussion.id]?.authors ?? [:]).mapValues(\.side).filter { $0.value != 0 }
    }
}

/// A discussion whose replies have stances, with the sides of its commenters.
struct CampExample: Sendable {
    var discussion: Discussion
    var graph: ReplyGraph
    /// 1, -1, or 0 where it is not clear, by commenter.
    var sides: [Int]

    /// Whether enough sides are known for a score.
    var isScored: Bool { sides.count(where: { $0 != 0 }) >= 5 }
}
