import DiscussionModel
import TestSupport

/// A discussion made of people and who took whose words how, for tests of camps.
struct Debate {
    /// One comment that answers the latest comment of somebody.
    struct Turn {
        var from: String
        var to: String
        /// Above 0 it agrees, below 0 it disagrees; how surely.
        var tone: Double
    }

    /// The person whose comments nobody wrote: the article.
    static let article = "article"

    var turns: [Turn]
    var articleAuthor: String?

    /// The people of the debate; everybody opens with a comment that answers the article.
    var people: [String] {
        var seen: Set<String> = [Self.article]
        return turns.flatMap { [$0.from, $0.to] }.filter { seen.insert($0).inserted }
    }

    /// The discussion, and its graph with stances.
    var made: (discussion: Discussion, graph: ReplyGraph) {
        let people = people
        var comments = people.indices.map { Comment(id: "o\($0)", text: "") }
        var authors = Array(people.indices)
        var latest = Dictionary(uniqueKeysWithValues: people.enumerated().map { ($1, $0 + 1) })
        latest[Self.article] = 0
        var replies = people.indices.map { place in
            Reply(
                from: place + 1, to: 0, confidence: 1, evidence: [],
                stance: Stance(agree: 0.1, neutral: 0.8, disagree: 0.1))
        }
        for (number, turn) in turns.enumerated() {
            comments.append(Comment(id: "t\(number)", text: ""))
            authors.append(people.firstIndex(of: turn.from) ?? 0)
            let sure = 0.5 + abs(turn.tone) / 2
            replies.append(
                Reply(
                    from: comments.count, to: latest[turn.to] ?? 0, confidence: 1, evidence: [],
                    stance: turn.tone == 0
                        ? Stance(agree: 0.05, neutral: 0.9, disagree: 0.05)
                        : turn.tone > 0
                            ? Stance(agree: sure, neutral: 0, disagree: 1 - sure)
                            : Stance(agree: 1 - sure, neutral: 0, disagree: sure)))
            latest[turn.from] = comments.count
        }
        return (
            Discussion(id: "d", source: "s", format: "text", comments: comments),
            ReplyGraph(
                commenters: people.map {
                    Commenter(id: $0, name: $0, isArticleAuthor: $0 == articleAuthor)
                }, authorships: authors.map { Authorship(commenter: $0) }, replies: replies)
        )
    }

    /// A debate of camps: everybody answers others at random, friends mostly with agreement and
    /// opponents with disagreement.
    static func random(
        camps: [[String]], turns: Int, fault: Double = 0.1, seed: UInt64
    ) -> Debate {
        var random = SeededGenerator(seed: seed)
        let people = camps.flatMap { $0 }
        return Debate(
            turns: (0..<turns).map { number in
                let from = people[number % people.count]
                var to = from
                while to == from { to = people.randomElement(using: &random) ?? from }
                let isFriend = camps.contains { $0.contains(from) && $0.contains(to) }
                let isFaulty = Double.random(in: 0...1, using: &random) < fault
                return Turn(
                    from: from, to: to,
                    tone: (isFriend != isFaulty ? 1 : -1)
                        * Double.random(in: 0.3...0.9, using: &random))
            })
    }
}

extension ReplyGraph {
    /// The ids of each cluster's members, sorted.
    func ids(_ clustering: StanceClustering) -> [[String]] {
        clustering.clusters.map { $0.members.map { commenters[$0.commenter].id }.sorted() }
    }
}
