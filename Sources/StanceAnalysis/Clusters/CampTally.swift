package import DiscussionModel
import LanguageTools

/// Who took whose side in one discussion or many: people and the evidence between two of them.
///
/// Memory is linear in the people and the pairs who answered each other.
package struct CampTally: Sendable {
    /// Two people, the smaller index first.
    package struct Pair: Hashable, Sendable {
        package var first: Int
        package var second: Int
    }

    /// The names under which people are joined.
    package private(set) var people: [String] = []
    /// The evidence between two people.
    package private(set) var pairs: [Pair: PairEvidence] = [:]
    private var indices: [String: Int] = [:]
    private var counted: Int64 = 0
    private var disagreeing: Int64 = 0

    package init() {}

    /// How much the replies disagree rather than agree, 0...1: 1 from a mean difference of 0.3 on.
    ///
    /// That people answer each other says that they are opponents in a debate only.
    package var heat: Double {
        guard counted > 0 else { return 0 }
        return max(0, min(1, Double(disagreeing) / Double(counted) / 0.3))
    }

    /// The index of a person, who is new where the key is.
    package mutating func person(_ key: String) -> Int {
        if let index = indices[key] { return index }
        indices[key] = people.count
        people.append(key)
        return people.count - 1
    }

    /// Adds the replies of a discussion whose stances are known.
    ///
    /// - Parameter keys: the key of each commenter, and last that of the article where its author
    ///   is not among them.
    /// - Complexity: O(n) in the replies.
    package mutating func add(_ graph: ReplyGraph, keys: [String]) {
        let article = graph.articleAuthor ?? graph.commenters.count
        func author(_ ordinal: Int) -> Int { ordinal == 0 ? article : graph.commenter(of: ordinal) }
        var answered = [Int](repeating: -1, count: graph.authorships.count + 1)
        for reply in graph.replies { answered[reply.from] = author(reply.to) }
        for reply in graph.replies {
            guard let stance = reply.stance else { continue }
            let from = author(reply.from)
            let to = author(reply.to)
            if keys[from] == keys[to] || reply.to == 0 && stance.label == .neutral { continue }
            let weight = (reply.confidence * PairEvidence.unit).rounded()
            var evidence = PairEvidence()
            evidence.opposition = Int64((weight * Self.opposition(stance)).rounded())
            let one = Int64(weight)
            if answered[reply.to] == from { evidence.exchanged = one }
            let first = person(keys[from])
            let second = person(keys[to])
            if first < second { evidence.forward = one } else { evidence.backward = one }
            pairs[
                Pair(first: min(first, second), second: max(first, second)),
                default: PairEvidence()] += evidence
            counted += one
            disagreeing += Int64((weight * (stance.disagree - stance.agree)).rounded())
        }
    }

    /// The log-odds that a reply disagrees rather than agrees, -4...4, nearer to 0 the more
    /// probably it does neither.
    private static func opposition(_ stance: Stance) -> Double {
        let odds = FloatMath.log((stance.disagree + 0.02) / (stance.agree + 0.02))
        return max(-4, min(4, odds)) * (1 - stance.neutral)
    }
}
