import DiscussionModel
import Foundation
import Rejoinder
import TestSupport
import Testing

@Suite("Analyses with pseudonyms")
struct PseudonymTests {
    private func privacy(_ key: String = "a key of thirty-two bytes and more") throws -> Privacy {
        Privacy(pseudonymizer: Pseudonymizer(key: try PseudonymKey(key.utf8)))
    }

    /// All that does not name anybody.
    private struct Shape: Hashable {
        var answers: [[Int]]
        var confidences: [Double]
        var evidence: [[Evidence.Kind]]
        var weights: [[Double]]
        var labels: [Stance.Label?]
        var writers: [Int]
        var mentions: [[Int]]
        var quotations: [[Int]]
        var unknown: [Bool]
        var chains: [[Int]]
        var measures: [[CommentMeasures]]
        var engagement: Engagement

        init(_ analysis: Analysis) {
            let graph = analysis.graph
            let replies = graph.replies + graph.alsoAnswers
            answers = replies.map { [$0.from, $0.to] }
            confidences = replies.map(\.confidence)
            evidence = replies.map { $0.evidence.map(\.kind) }
            weights = replies.map { $0.evidence.map(\.weight) }
            labels = replies.map { $0.stance?.label }
            writers = graph.authorships.map(\.commenter)
            mentions = graph.mentions.map { [$0.comment, $0.commenter] }
            quotations = graph.quotations.map { [$0.comment, $0.source] }
            unknown = graph.commenters.map { $0.name == nil }
            chains = analysis.stances.chains.map(\.comments)
            measures = [analysis.measures.comments]
            engagement = analysis.measures.engagement
        }
    }

    /// Every span lies in its text, and a mention's words are those of its span.
    private func check(_ analysis: Analysis) {
        let discussion = analysis.discussion
        func fits(_ span: TextSpan, _ ordinal: Int) -> Bool {
            span.end <= discussion.text(at: ordinal).unicodeScalars.count
        }
        for mention in analysis.graph.mentions {
            #expect(mention.span.words(of: discussion.text(at: mention.comment)) == mention.written)
        }
        for quotation in analysis.graph.quotations {
            #expect(fits(quotation.span, quotation.comment))
            #expect(fits(quotation.sourceSpan, quotation.source))
        }
        for (place, comment) in discussion.comments.enumerated() {
            #expect(comment.statedQuotations.allSatisfy { fits($0.span, place + 1) })
            #expect(comment.url == nil)
        }
        for sentence in analysis.summary.sentences + analysis.summary.threads.joined() {
            #expect(
                sentence.span.words(of: discussion.text(at: sentence.comment)) == sentence.text)
        }
        let names = analysis.graph.commenters.map(\.id)
        #expect(Set(names).count == names.count)
    }

    private static let seeds = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("seeds")

    @Test("The graph of every sample document is the same graph, and no name is left in it")
    func seeds() throws {
        let inputs = try FileManager.default.contentsOfDirectory(atPath: Self.seeds.path)
            .filter { $0.hasSuffix(".txt") }.sorted()
        var reader = try DiscussionReader(
            inputs: inputs.map { Self.seeds.appendingPathComponent($0).path })
        var count = 0
        while let discussion = try reader.next()?.get() {
            count += 1
            let plain = Analyzer().analysis(of: discussion)
            let masked = Analyzer(privacy: try privacy()).analysis(of: discussion)
            #expect(Shape(masked) == Shape(plain))
            check(masked)
            let words = AnalysisJSON().document(of: masked).lowercased()
            for name in plain.graph.commenters.compactMap(\.name) where name.count > 4 {
                #expect(!words.contains(name.lowercased()), "\(discussion.id): \(name)")
            }
        }
        #expect(count >= 9)
    }

    @Test("Whatever an analysis holds, its graph stays and its spans fit", arguments: 1...40)
    func random(seed: UInt64) throws {
        let analysis = RandomAnalysis.make(seed: seed)
        let masked = try privacy().applied(to: analysis)
        #expect(Shape(masked) == Shape(analysis))
        #expect(try privacy().applied(to: analysis) == masked)
        let names = masked.graph.commenters.map(\.id)
        #expect(Set(names).count == names.count)
        let bare = try Privacy(
            pseudonymizer: privacy().pseudonymizer, dropsText: true
        ).applied(to: analysis)
        #expect(bare.discussion.comments.allSatisfy { $0.text.isEmpty })
    }

    private func talk(_ comments: [Comment], id: String = "talk") -> Discussion {
        Discussion(id: id, source: "talk.json", format: "discussions", comments: comments)
    }

    @Test("One key gives the same person the same pseudonym everywhere, another key another one")
    func stable() throws {
        func names(_ discussion: Discussion, _ key: String) throws -> [String?] {
            Analyzer(privacy: try privacy(key)).analysis(of: discussion)
                .discussion.comments.map(\.nameAsWritten)
        }
        let first = talk([
            Comment(id: "1", nameAsWritten: "Zoë Ek", text: "One."),
            Comment(id: "2", nameAsWritten: "Bo", accountID: "17", text: "Two."),
        ])
        let second = talk(
            [
                Comment(id: "a", nameAsWritten: "Bo the Great", accountID: "17", text: "Three."),
                Comment(id: "b", nameAsWritten: "ZOE EK", text: "Four."),
                Comment(id: "c", nameAsWritten: "Bo", accountID: "18", text: "Five."),
            ], id: "other")
        let key = "a key of thirty-two bytes and more"
        let (one, two) = (try names(first, key), try names(second, key))
        #expect(one[0] == two[1] && one[1] == two[0] && two[2] != two[0])
        let other = try names(first, "another key of more than 32 bytes")
        #expect(Set(one + other).count == 4)
    }

    @Test("Ids, addresses and files with a name in them are replaced, the parents with them")
    func ids() throws {
        var discussion = talk([
            Comment(
                id: "https://town.example/@ana/1", nameAsWritten: "Ana Berg", accountID: "anaberg",
                text: "One.", url: "https://town.example/@ana/1"),
            Comment(
                id: "x-anaberg-2", nameAsWritten: "Bo", text: "Two.",
                statedParent: "https://town.example/@ana/1"),
            Comment(id: "3", nameAsWritten: "Bo", text: "Three.", statedParent: "x-anaberg-2"),
        ])
        discussion.id = "letters-to-ana-berg"
        discussion.source = "mail/ana-berg/letters.json"
        discussion.site = "anaberg.example"
        discussion.article.url = "https://anaberg.example/2024/letters"
        let result = Analyzer(privacy: try privacy()).analysis(of: discussion).discussion
        #expect(result.comments[0].id.hasPrefix("id-") && result.comments[1].id.hasPrefix("id-"))
        #expect(
            result.comments.map(\.statedParent).dropFirst() == [
                result.comments[0].id, result.comments[1].id,
            ])
        #expect(result.comments[2].id == "3")
        #expect(result.id.hasPrefix("discussion-") && result.article.url == nil)
        #expect(result.source.hasPrefix("mail/source-") && result.source.hasSuffix("/letters.json"))
        #expect(result.site?.hasPrefix("site-") == true)
        let outline = Pseudonymizer(
            key: try PseudonymKey("a key of thirty-two bytes and more".utf8)
        ).outline(of: discussion)
        #expect(outline.id == result.id && outline.source == result.source)
        #expect(outline.comments.map(\.id) == result.comments.map(\.id))
        #expect(outline.comments.map(\.nameAsWritten) == result.comments.map(\.nameAsWritten))
    }

    @Test(
        "An address that holds a name in another writing is left out",
        arguments: [
            "https://x.example/j%F6rg-m%FCller", "https://x.example/j%25C3%25B6rg-m%25C3%25BCller",
            "https://xn--jrgmller-n4a7d.example/", "https://will.example/1",
            "https://x.example/about/will",
        ])
    func addresses(address: String) throws {
        var discussion = talk([
            Comment(id: "will-1", nameAsWritten: "Will", text: "One."),
            Comment(id: "2", nameAsWritten: "Jörg Müller", text: "See \(address) for more."),
        ])
        discussion.source = "will.csv"
        discussion.article.url = address
        let result = Analyzer(privacy: try privacy()).analysis(of: discussion).discussion
        #expect(result.article.url == nil)
        #expect(result.comments[1].text == "See [link] for more.")
        #expect(result.comments[0].id.hasPrefix("id-"))
        #expect(result.source.hasPrefix("source-") && result.source.hasSuffix(".csv"))
    }

    @Test("A remark that names somebody with full stops in the name names nobody")
    func remarks() throws {
        let discussion = talk([
            Comment(id: "1", nameAsWritten: "Bo", text: "One."),
            Comment(
                id: "2", nameAsWritten: "J.R. Will Price", text: "@J.R. Will Price: you are wrong."),
        ])
        let analysis = Analyzer(replies: .recover, privacy: try privacy()).analysis(of: discussion)
        let remarks = analysis.findings.map(\.message).joined(separator: "\n")
        #expect(remarks.contains("the name of its own author"))
        for name in ["Price", "Will", "J.R."] { #expect(!remarks.contains(name), "\(remarks)") }
    }

    @Test("Without texts spans, kinds of reasons and measures are left, and no words")
    func dropped() throws {
        let discussion = talk([
            Comment(id: "1", nameAsWritten: "Ana", text: "The zyzzyva is a weevil of the tropics."),
            Comment(
                id: "2", nameAsWritten: "Bo",
                text: "@Ana: \"The zyzzyva is a weevil of the tropics\"? No, you are wrong."),
        ])
        let plain = Analyzer().analysis(of: discussion)
        let bare = Analyzer(privacy: Privacy(dropsText: true)).analysis(of: discussion)
        #expect(Shape(bare) == Shape(plain))
        #expect(bare.graph.quotations == plain.graph.quotations && !bare.graph.quotations.isEmpty)
        #expect(bare.graph.mentions.map(\.span) == plain.graph.mentions.map(\.span))
        let words = AnalysisJSON().document(of: bare)
        for word in ["zyzzyva", "weevil", "tropics", "wrong"] { #expect(!words.contains(word)) }
        #expect(words.contains("Ana"))
    }
}
