import DiscussionModel

/// The chains of a small dispute by trying every path, straight from the definition.
enum ChainOracle {
    /// A chain by its kind and comments.
    struct Told: Hashable {
        var kind: DisagreementChain.Kind
        var comments: [Int]
    }

    static func chains(of dispute: Dispute) -> Set<Told> {
        let paths = allPaths(of: dispute).filter { isPath($0, dispute) }
        let exchanges = paths.filter { alternates($0, dispute) }
        return Set(
            (maximal(paths) + maximal(exchanges)).map { path in
                guard alternates(path, dispute) else { return Told(kind: .chain, comments: path) }
                return Told(kind: path.count >= 4 ? .quarrel : .exchange, comments: path)
            })
    }

    /// All ways down of three comments or more, as comments from the top.
    private static func allPaths(of dispute: Dispute) -> [[Int]] {
        var paths: [[Int]] = []
        for end in dispute.turns.indices {
            var path = [end + 1]
            while let top = path.first, top > 0 {
                path.insert(dispute.turns[top - 1].parent, at: 0)
                if path.count >= 3 { paths.append(path) }
            }
        }
        return paths
    }

    private static func isPath(_ comments: [Int], _ dispute: Dispute) -> Bool {
        let replies = comments.dropFirst().map { dispute.turns[$0 - 1] }
        for reply in replies {
            let answered =
                reply.parent == 0
                ? dispute.articleAuthor : dispute.turns[reply.parent - 1].commenter
            if reply.commenter != nil && reply.commenter == answered { return false }
            if reply.confidence < 0.7 || reply.disagree < 0.35 { return false }
        }
        return replies[0].disagree >= 0.5 && replies[replies.count - 1].disagree >= 0.5
            && replies.count { $0.disagree < 0.5 } <= 1
    }

    private static func alternates(_ comments: [Int], _ dispute: Dispute) -> Bool {
        let people = comments.map {
            $0 == 0 ? dispute.articleAuthor : dispute.turns[$0 - 1].commenter
        }
        return people.allSatisfy { $0 != nil }
            && (2..<people.count).allSatisfy { people[$0] == people[$0 - 2] }
    }

    /// Those that are no part of a longer one of the same list.
    private static func maximal(_ paths: [[Int]]) -> [[Int]] {
        paths.filter { path in
            !paths.contains { other in
                other.count > path.count
                    && (0...(other.count - path.count)).contains {
                        Array(other[$0..<($0 + path.count)]) == path
                    }
            }
        }
    }
}

extension Dispute {
    /// The chains as the oracle tells them.
    var told: [ChainOracle.Told] {
        chains.map { ChainOracle.Told(kind: $0.kind, comments: $0.comments) }
    }

    /// Whether the chains are those of the oracle, each told once.
    var hasTheChainsOfTheOracle: Bool {
        let told = told
        return Set(told).count == told.count && Set(told) == ChainOracle.chains(of: self)
    }
}
