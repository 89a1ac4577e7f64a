import DiscussionModel
import Foundation
import TestSupport
import Testing

@testable import DiscussionReporting

@Suite("The report as a page")
struct HTMLReportTests {
    private static let provenance = ReportProvenance(
        version: "1.2.3", command: ["rejoinder", "report", "it's here.txt"],
        settings: [.init(name: "Believed", value: "the source's replies")])

    private static let samples: [Analysis] =
        [
            SampleAnalysis.footbridge, SampleAnalysis.millpond, SampleAnalysis.silence,
            HostileAnalysis.names,
        ] + (UInt64(0)..<40).map { RandomAnalysis.make(seed: $0) }

    private func page(_ analyses: [Analysis]) -> String {
        HTMLReport.text(of: analyses, provenance: Self.provenance)
    }

    /// A page for each of the samples.
    private static let pages = Self.samples.map {
        HTMLReport.text(of: [$0], provenance: Self.provenance)
    }

    @Test("A page may load nothing and run nothing but its own")
    func policy() {
        let page = page([SampleAnalysis.millpond])
        #expect(page.contains("default-src 'none'; style-src 'sha256-"))
        #expect(!page.contains("unsafe"))
        #expect(page.hasPrefix("<!DOCTYPE html>\n"))
        #expect(page.hasSuffix("</html>\n"))
    }

    @Test("Whatever strangers write, only our own elements and attributes come about")
    func safety() {
        // What `ReportPage` and `DeferredNodes` write by hand.
        let tags = Set(HTMLTag.allCases.map(\.rawValue)).union([
            "!DOCTYPE", "html", "head", "meta", "body", "style", "script",
        ])
        let attributes = Set(HTMLAttribute.Name.allCases.map(\.rawValue)).union([
            "href", "rel", "target", "html", "charset", "http-equiv", "content",
        ])
        for page in Self.pages {
            let found = PageTags(page).tags
            #expect(Set(found.map(\.name)).subtracting(tags) == [])
            let names = found.flatMap { tag in tag.attributes.map { $0.name } }
            #expect(Set(names).subtracting(attributes) == [])
            #expect(found.count { $0.name == "script" && $0.isOwnText } == 1)
            #expect(
                page.unicodeScalars.allSatisfy { scalar in
                    switch scalar.value {
                    case 0x09, 0x0A: true
                    case 0..<0x20, 0x7F..<0xA0, 0x2028...0x202E, 0x2066...0x2069: false
                    default: true
                    }
                })
        }
    }

    @Test("Every link inside the page has its place, and no place is named twice")
    func links() {
        for page in [page([SampleAnalysis.footbridge, SampleAnalysis.millpond])] + Self.pages {
            let tags = PageTags(page)
            let places = Set(tags.values(of: "id"))
            #expect(places.count == tags.values(of: "id").count)
            let links = tags.values(of: "href")
            #expect(!links.isEmpty)
            for link in links where !link.hasPrefix("http://") && !link.hasPrefix("https://") {
                #expect(link.hasPrefix("#") && places.contains(String(link.dropFirst())), "\(link)")
            }
            #expect(Set(tags.values(of: "aria-labelledby")).subtracting(places) == [])
        }
    }

    @Test("Every comment stands in the page with its words, in small discussions as elements")
    func comments() throws {
        for analysis in [SampleAnalysis.footbridge, SampleAnalysis.millpond, HostileAnalysis.names]
        {
            let page = Data(page([analysis]).utf8)
            for (index, comment) in analysis.discussion.comments.enumerated() {
                let words = try #require(Self.words(of: index + 1, in: page))
                #expect(words == Self.withoutSpace(VisibleText.lines(comment.text)))
            }
        }
    }

    /// The words of a comment as a reader sees them, without white space.
    private static func words(of ordinal: Int, in page: Data) -> String? {
        func end(of words: String, from start: Data.Index) -> Range<Data.Index>? {
            page.range(of: Data(words.utf8), in: start..<page.endIndex)
        }
        guard let place = end(of: "id=\"d1-c\(ordinal)\"", from: page.startIndex),
            let open = end(of: "<div class=\"text\">", from: place.upperBound),
            let close = end(of: "</div>", from: open.upperBound)
        else { return nil }
        var text = ""
        var isTag = false
        let html = String(decoding: page[open.upperBound..<close.lowerBound], as: UTF8.self)
        for scalar in html.unicodeScalars {
            switch scalar {
            case "<": isTag = true
            case ">" where isTag: isTag = false
            default: if !isTag { text.unicodeScalars.append(scalar) }
            }
        }
        for (name, character) in [
            ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&"),
        ] {
            text = text.replacingOccurrences(of: name, with: character, options: .literal)
        }
        return withoutSpace(text)
    }

    private static func withoutSpace(_ text: String) -> String {
        var scalars = text.unicodeScalars
        scalars.removeAll { $0.properties.isWhitespace }
        return String(scalars)
    }

    @Test("Whatever an analysis holds gives a page: replies without comments, measures without end")
    func brokenAnalyses() {
        var empty = SampleAnalysis.millpond
        empty.discussion.comments = []
        #expect(page([empty]).hasSuffix("</html>\n"))
        var nameless = SampleAnalysis.millpond
        nameless.graph.authorships = []
        #expect(page([nameless]).hasSuffix("</html>\n"))
        var alone = SampleAnalysis.footbridge
        alone.graph.commenters = []
        #expect(page([alone]).hasSuffix("</html>\n"))
        var endless = SampleAnalysis.millpond
        endless.measures.engagement = Engagement(measures: [
            .init(name: "hIndex", value: Double.infinity), .init(name: "depth", value: 1e300),
            .init(name: "disagreementLow", value: Double.nan),
            .init(name: "disputeShare", value: 0.5),
            .init(name: "controversy", value: -Double.infinity),
        ])
        #expect(page([endless]).contains("(h index –)"))
    }

    @Test("What the article says stands before what people say")
    func about() throws {
        var analysis = SampleAnalysis.millpond
        let body = analysis.discussion.article.body
        analysis.summary.about = [
            SummarySentence(
                comment: 0, span: TextSpan(start: 0, end: body.unicodeScalars.count), text: body)
        ]
        analysis.summary.sentences = [
            SummarySentence(comment: 7, span: TextSpan(start: 0, end: 16), text: "Well said, Rolf.")
        ]
        let page = page([analysis])
        let article = try #require(page.range(of: "<h4>What it is about</h4>"))
        let people = try #require(page.range(of: "<h4>What people say</h4>"))
        let between = page[article.upperBound..<people.lowerBound]
        #expect(between.contains(body))
        #expect(between.contains("href=\"#d1-article\""))
        #expect(!self.page([SampleAnalysis.millpond]).contains("What it is about"))
    }

    @Test("A camp is summed up beside its quotations, without saying a sentence twice")
    func campSummary() throws {
        let page = page([SampleAnalysis.millpond])
        let start = try #require(page.range(of: "<section class=\"camp-card camp-1\">"))
        let end = try #require(page.range(of: "<section class=\"camp-card camp-2\">"))
        let card = page[start.upperBound..<end.lowerBound]
        #expect(card.components(separatedBy: "Swifts drink there.").count == 2)
        #expect(card.contains("I counted forty in May."))
    }

    @Test("A reply tells whom it answers, how sure that is, why, and how it takes it")
    func replies() throws {
        let page = page([SampleAnalysis.millpond])
        let start = try #require(page.range(of: "id=\"d1-c2\""))
        let end = try #require(page.range(of: "id=\"d1-c3\""))
        let comment = page[start.lowerBound..<end.lowerBound]
        #expect(comment.contains("href=\"#d1-c1\""))
        #expect(comment.contains("88 % sure"))
        #expect(comment.contains("<b>adjacency</b> (stands close by): <bdi>the one before</bdi>"))
        #expect(comment.contains("disagrees 94 %"))
        #expect(comment.contains("<span class=\"cue\" title=\"opening: No, it has not.\">"))
    }

    @Test("Quoted words and names lead to where they come from")
    func sources() {
        let page = page([SampleAnalysis.footbridge])
        #expect(
            page.contains(
                "<a class=\"quoted\" href=\"#d1-article\" title=\"Words of the article\">"
                    + "nobody has said why</a>"))
        #expect(
            page.contains(
                "<a class=\"mention\" href=\"#d1-c1\" title=\"Odd Lund, #1\">@Odd Lund</a>"))
    }

    @Test("Unsure answers look unsure, inferred authors are called that")
    func unsure() {
        let page = page([SampleAnalysis.footbridge])
        #expect(page.contains("class=\"comment depth-3 unsure\" id=\"d1-c6\""))
        #expect(page.contains("unsure, 50 %"))
        #expect(page.contains("author inferred, 90 %"))
    }

    @Test("A chain is told as a dialogue with a side for each who disagrees with the one before")
    func dialogue() {
        let turns = PageTags(page([SampleAnalysis.millpond])).values(of: "class")
            .filter { $0.hasPrefix("turn") }
        #expect(turns.prefix(4) == ["turn", "turn second", "turn", "turn second"])
    }

    @Test("All measures are there on demand, the parts of controversy in words, a dash for none")
    func measures() {
        var analysis = SampleAnalysis.millpond
        analysis.measures.engagement = Engagement(measures: [
            .init(name: "hIndex", value: 3), .init(name: "balance", value: nil),
            .init(name: "medianReplySeconds", value: 7_200),
            .init(name: "disagreementLow", value: 0.25), .init(name: "disputeShare", value: 0.5),
            .init(name: "mutualDisagreement", value: 0.75), .init(name: "controversy", value: 0.4),
        ])
        let page = page([analysis])
        #expect(page.contains("<dt>h index</dt><dd>3</dd>"))
        #expect(page.contains("<dt>balance</dt><dd>–</dd>"))
        #expect(page.contains("<dt>median reply seconds</dt><dd>7\u{202F}200 (2 hours)</dd>"))
        #expect(page.contains("Controversy 0.40 is made of"))
        #expect(page.contains("(dispute share 0.50)"))
    }

    @Test("Of many comments most wait as data, each once")
    func large() {
        let page = page([LargeAnalysis.make(comments: 1_234)])
        let tags = PageTags(page)
        #expect(tags.values(of: "class").count { $0 == "nodes" } == 12)
        // As elements and as data an id stands in quotes.
        let data = Data(page.utf8)
        let mark = Data("\"d1-c".utf8)
        var counts = [Int](repeating: 0, count: 1_235)
        var start = data.startIndex
        while let range = data.range(of: mark, in: start..<data.endIndex) {
            let digits = data[range.upperBound...].prefix { (48..<58).contains($0) }
            start = digits.endIndex
            let isWhole = data[start] == UInt8(ascii: "\"")
            if isWhole, let ordinal = Int(String(decoding: digits, as: UTF8.self)) {
                counts[ordinal] += 1
            }
        }
        #expect(counts == [0] + [Int](repeating: 1, count: 1_234))
        #expect(page.contains("The first 100 of 1\u{202F}234 comments are here"))
    }

    @Test("Several discussions have an overview, and later ones wait when there is much")
    func several() {
        let analyses = (0..<4).map { _ in LargeAnalysis.make(comments: 400) }
        let page = page(analyses)
        #expect(page.contains("<h1>4 discussions</h1>"))
        #expect(PageTags(page).values(of: "class").count { $0 == "rest" } == 2)
        #expect(page.contains("href=\"#d4\""))
        #expect(!self.page([analyses[0]]).contains("id=\"overview\""))
    }

    @Test("How the page was made is told, the command as a shell takes it")
    func making() {
        let page = page([SampleAnalysis.footbridge])
        #expect(page.contains("Rejoinder 1.2.3"))
        #expect(page.contains("rejoinder report &#39;it&#39;\\&#39;&#39;s here.txt&#39;"))
        #expect(page.contains("1 discussion as text"))
        #expect(page.contains("encoding-guessed"))
    }

    @Test("The figures that it tells of its accuracy are those of Documentation/Accuracy.md")
    func accuracy() throws {
        let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
            .appendingPathComponent("Documentation/Accuracy.md")
        let table = try String(contentsOf: file, encoding: .utf8)
        let words = ReportAccount.statements.map(\.words).joined(separator: " ")
        for (told, row) in [
            ("28,277", "| parent right, all 28277 posts |"),
            ("89.5 %", "| 0.846 | 0.895 |"), ("96 %", "| 0.219 | 0.964 |"),
            ("six of ten", "| share inferred | 1.000 | 1.000 | 0.416 |"),
        ] {
            #expect(words.contains(told))
            #expect(table.contains(row), "\(row)")
        }
        // What is told in round words: accuracy between two sides, and the balanced one of camps.
        for (row, place) in [
            ("| agree against disagree, accuracy |", 3), ("| Rejoinder, replies recovered |", 1),
        ] {
            #expect(words.contains("three of four"))
            let rows = table.split(separator: "\n").filter { $0.hasPrefix(row) }
            let figures = try #require(rows.first).split(separator: "|").dropFirst()
                .compactMap { Double($0.trimmingCharacters(in: .whitespaces)) }
            let figure = try #require(figures.element(at: place))
            #expect(abs(figure - 0.75) < 0.03, "\(row)")
        }
    }

    @Test("What somebody has set is shown as corrected on its comment, with the note")
    func corrected() {
        var analysis = SampleAnalysis.footbridge
        #expect(!page([analysis]).contains("author corrected"))
        let correction = Correction(comment: "c2", value: .stance(.agree), note: "<b>asked</b>")
        analysis.graph.replies[1].evidence = [correction.evidence]
        analysis.graph.replies[1].stance = Stance(.agree, correctedBy: correction)
        analysis.graph.authorships[1].inference = AuthorInference(
            confidence: 1, evidence: [correction.evidence])
        let page = page([analysis])
        #expect(page.contains("<summary>corrected</summary>"))
        #expect(page.contains(">author corrected</span>"))
        #expect(page.contains("agrees (corrected)"))
        #expect(page.contains("Stance, corrected: agree."))
        #expect(page.contains("&lt;b&gt;asked&lt;/b&gt;"))
    }

    @Test("The same analyses give the same bytes, in one piece or in parts")
    func sameBytes() {
        var report = HTMLReport(provenance: Self.provenance)
        var parts = ""
        let analyses = Array(Self.samples.prefix(6))
        for analysis in analyses { report.append(analysis) { parts += $0 } }
        #expect(report.opening() + parts + report.closing() == page(analyses))
    }
}
