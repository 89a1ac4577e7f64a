package import DiscussionModel

/// Analyses that obey every rule of the model and nothing else, for properties of writers.
package enum RandomAnalysis {
    /// An analysis of a few comments whose names and texts are hostile; equal seeds give equal ones.
    package static func make(seed: UInt64) -> Analysis {
        var random = SeededGenerator(seed: seed)
        let count = Int.random(in: 0...12, using: &random)
        let names = HostileText.names
        func text() -> String { names.randomElement(using: &random) ?? "" }
        func maybe() -> String? { Bool.random(using: &random) ? text() : nil }
        func share() -> Double { Double.random(in: 0...1, using: &random) }
        func time() -> Timestamp? {
            guard Bool.random(using: &random) else { return nil }
            let precisions: [Timestamp.Precision] = [.day, .localTime, .instant]
            let day = Int64.random(in: -50_000...50_000, using: &random) * 86_400
            let precision = precisions.randomElement(using: &random) ?? .day
            return Timestamp(
                seconds: precision == .day
                    ? day : day + Int64.random(in: 0..<86_400, using: &random),
                precision: precision, isApproximate: Bool.random(using: &random))
        }
        func evidence() -> [Evidence] {
            (0...Int.random(in: 0...2, using: &random)).map { _ in
                Evidence(
                    kind: Evidence.Kind.allCases.randomElement(using: &random) ?? .default,
                    detail: text(), weight: share() * 9)
            }
        }
        func findings() -> [Finding] {
            (0..<Int.random(in: 0...2, using: &random)).map { number in
                Finding(
                    id: "kind-\(number)",
                    severity: Finding.Severity.allCases.randomElement(using: &random) ?? .note,
                    message: text(), file: text(),
                    line: Bool.random(using: &random) ? number + 1 : nil)
            }
        }

        let comments = (1..<(count + 1)).map { ordinal in
            Comment(
                id: "\(ordinal)-\(text())", nameAsWritten: maybe(), accountID: maybe(),
                posted: time(), text: text(), statedParent: maybe(),
                score: Bool.random(using: &random) ? Int.random(in: -9...9, using: &random) : nil,
                isGhost: Int.random(in: 0..<6, using: &random) == 0, url: maybe(),
                isByArticleAuthor: Int.random(in: 0..<6, using: &random) == 0,
                removal: Comment.Removal.allCases.randomElement(using: &random),
                approval: Comment.Approval.allCases.randomElement(using: &random),
                statedQuotations: (0..<Int.random(in: 0...2, using: &random)).map { start in
                    StatedQuotation(
                        span: TextSpan(start: start, end: start + 2), author: maybe(),
                        source: maybe())
                })
        }
        let discussion = Discussion(
            id: "d\(seed)-\(text())", source: "s\(seed)", format: "text", site: maybe(),
            setting: Discussion.Setting.allCases.randomElement(using: &random) ?? .page,
            article: Article(
                title: maybe(), author: maybe(), published: time(), url: maybe(), body: text(),
                accountID: maybe(), score: Bool.random(using: &random) ? 7 : nil),
            comments: comments,
            pingbacks: (0..<Int.random(in: 0...1, using: &random)).map { number in
                Comment(
                    id: "p\(number)", nameAsWritten: maybe(), posted: time(), text: text(),
                    url: maybe(),
                    approval: .approved)
            }, findings: findings())

        func span(in ordinal: Int) -> TextSpan {
            let length = discussion.text(at: ordinal).unicodeScalars.count
            let start = Int.random(in: 0...length, using: &random)
            return TextSpan(start: start, end: Int.random(in: start...length, using: &random))
        }
        func sentence() -> SummarySentence {
            let comment = Int.random(in: 0...count, using: &random)
            let place = span(in: comment)
            let words = place.words(of: discussion.text(at: comment))
            return SummarySentence(
                comment: comment, span: place,
                text: Bool.random(using: &random) ? words : "not the words of the span")
        }
        let people = Int.random(in: 1...(count + 2), using: &random)
        let commenters = (0..<people).map { index in
            Commenter(
                id: "\(index)-\(text())", name: maybe(),
                aliases: Bool.random(using: &random) ? ["\(index)", text()].sorted() : [],
                isArticleAuthor: index == 1)
        }
        let present = comments.indices.filter { !comments[$0].isGhost }.map { $0 + 1 }
        func reply(from: Int) -> Reply {
            Reply(
                from: from, to: Int.random(in: 0..<from, using: &random), confidence: share(),
                evidence: evidence())
        }
        let replies = present.map { reply(from: $0) }
        let graph = ReplyGraph(
            commenters: commenters,
            authorships: comments.map { _ in
                Authorship(
                    commenter: Int.random(in: 0..<people, using: &random),
                    inference: Int.random(in: 0..<4, using: &random) == 0
                        ? AuthorInference(confidence: 0.5 + share() / 2, evidence: evidence()) : nil
                )
            },
            mentions: present.map { ordinal in
                Mention(
                    comment: ordinal, commenter: Int.random(in: 0..<people, using: &random),
                    span: span(in: ordinal), written: text())
            },
            quotations: present.map { ordinal in
                let source = Int.random(in: 0..<ordinal, using: &random)
                return Quotation(
                    comment: ordinal, span: span(in: ordinal), source: source,
                    sourceSpan: span(in: source), similarity: share())
            },
            replies: replies,
            alsoAnswers: replies.filter { $0.from > 2 }.flatMap { main in
                (0..<main.from).filter { $0 != main.to }.prefix(2).map { to in
                    Reply(from: main.from, to: to, confidence: share(), evidence: evidence())
                }
            },
            findings: findings())
        let hasThreads = count > 2
        func columns(_ count: Int, _ names: [String]) -> [MeasureColumn] {
            guard count > 0 else { return [] }
            return names.map { name in
                MeasureColumn(
                    name: name,
                    values: (0..<count).map { _ in Bool.random(using: &random) ? share() : nil })
            }
        }
        let analysis = Analysis(
            discussion: discussion, graph: graph,
            measures: DiscussionMeasures(
                comments: comments.map { _ in
                    CommentMeasures(
                        words: Int.random(in: 0...99, using: &random), depth: 1, directReplies: 2,
                        descendants: 3)
                },
                commenters: commenters.map { _ in
                    CommenterMeasures(
                        comments: Int.random(in: 0...9, using: &random), repliesSent: 1,
                        repliesReceived: 2, mentionsReceived: 3, quotedTimes: 4)
                },
                engagement: Engagement(measures: [
                    .init(name: "depth", value: share()), .init(name: "nothing", value: nil),
                ]),
                threads: hasThreads
                    ? [
                        CommentThread(root: 1, comments: [1, 3], commenters: 2, depth: 2),
                        CommentThread(root: 2, comments: [2], commenters: 1, depth: 1),
                    ] : [],
                commentColumns: columns(comments.count, ["repliers", "seconds"]),
                commenterColumns: columns(commenters.count, ["pagerank", "core", "share"]),
                threadColumns: columns(hasThreads ? 2 : 0, ["width"]), findings: findings()),
            summary: DiscussionSummary(
                about: [sentence()], sentences: (0..<2).map { _ in sentence() },
                threads: hasThreads ? [[sentence(), sentence()], []] : []))
        return RandomStances.judged(analysis, seed: seed)
    }
}
