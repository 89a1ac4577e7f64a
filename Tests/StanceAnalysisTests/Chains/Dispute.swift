import DiscussionModel
import StanceAnalysis

/// A discussion by its replies alone: what chains are made of, and little else.
struct Dispute {
    /// A comment and how it takes what it answers.
    struct Turn {
        var parent: Int
        var disagree: Double
        /// The index of a commenter; `nil` for somebody unknown, another one each time.
        var commenter: Int?
        var confidence = 1.0
        var agree = 0.0
        var text = ""
        var seconds: Int64?
    }

    /// The commenter who wrote the article, where that is known.
    var articleAuthor: Int?
    /// The comments by ordinal, from 1.
    var turns: [Turn]

    init(articleAuthor: Int? = nil, _ turns: [Turn] = []) {
        self.articleAuthor = articleAuthor
        self.turns = turns
    }

    /// A path from the article down: each comment answers the one before with these probabilities
    /// of disagreement, by the commenters of the letters from `a`, `?` for somebody unknown.
    init(path commenters: String, _ disagree: [Double], articleAuthor: Int? = nil) {
        self.init(
            articleAuthor: articleAuthor,
            zip(commenters, disagree).enumerated().map { index, turn in
                Turn(parent: index, disagree: turn.1, commenter: Self.number(of: turn.0))
            })
    }

    private static func number(of letter: Character) -> Int? {
        letter == "?" ? nil : Int((letter.asciiValue ?? 97) - 97)
    }

    var discussion: Discussion {
        Discussion(
            id: "dispute", source: "dispute.txt", format: "text",
            comments: turns.map { turn in
                Comment(
                    id: "any", posted: turn.seconds.map { Timestamp(seconds: $0) }, text: turn.text)
            })
    }

    var graph: ReplyGraph {
        let known = max(articleAuthor ?? -1, turns.map { $0.commenter ?? -1 }.max() ?? -1) + 1
        var commenters = (0..<known).map {
            Commenter(id: "any", name: "Somebody", isArticleAuthor: $0 == articleAuthor)
        }
        var authorships: [Authorship] = []
        for turn in turns {
            if turn.commenter == nil {
                commenters.append(Commenter(id: "any", name: nil))
            }
            authorships.append(Authorship(commenter: turn.commenter ?? commenters.count - 1))
        }
        return ReplyGraph(
            commenters: commenters, authorships: authorships,
            replies: turns.enumerated().map { index, turn in
                Reply(
                    from: index + 1, to: turn.parent, confidence: turn.confidence,
                    evidence: [Evidence(kind: .stated, detail: "", weight: 1)],
                    stance: Stance(
                        agree: turn.agree, neutral: 1 - turn.agree - turn.disagree,
                        disagree: turn.disagree))
            })
    }

    var chains: [DisagreementChain] { chainsAndFindings.0 }

    var chainsAndFindings: ([DisagreementChain], [Finding]) {
        var findings: [Finding] = []
        let chains = ChainFinder().chains(of: discussion, graph: graph, findings: &findings)
        return (chains, findings)
    }
}
