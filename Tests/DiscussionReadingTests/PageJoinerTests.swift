import DiscussionModel
import TestSupport
import Testing

@testable import DiscussionReading

@Suite("Pages of one comment section")
struct PageJoinerTests {
    private func comment(
        _ id: String, _ name: String, _ text: String, parent: String? = nil, ghost: Bool = false
    ) -> Comment {
        Comment(id: id, nameAsWritten: name, text: text, statedParent: parent, isGhost: ghost)
    }

    private func page(
        _ source: String, url: String? = nil, title: String? = nil, id: String? = nil,
        _ comments: [Comment] = []
    ) -> Discussion {
        Discussion(
            id: id ?? source, source: source, format: "html",
            article: Article(title: title, url: url), comments: comments)
    }

    private func joined(
        _ pages: [Discussion], _ mode: ReadingOptions.Joining = .auto, bound: Int = 1 << 20
    ) -> [Discussion] {
        var joiner = PageJoiner(mode, bound: bound)
        var done: [Discussion] = []
        func take() {
            while case .success(let discussion)? = joiner.next() { done.append(discussion) }
        }
        for page in pages {
            joiner.add(page: page, stem: page.source)
            take()
        }
        joiner.flush()
        take()
        return done
    }

    private let link = "https://www.example.org/2024/05/kilns/"

    @Test("Pages of the same address are joined in their place, each comment once")
    func address() throws {
        let result = joined([
            page(
                "b.html", url: link + "comment-page-2/?utm_source=x#comment-9",
                [
                    comment("10001", "Ada", "First of all", parent: nil, ghost: true),
                    comment("10003", "Cem", "I answer Ada.", parent: "10001"),
                    comment("10002", "Ben", "Both pages have this."),
                ]),
            page(
                "other.html", url: "https://example.org/2024/05/boats/", [comment("1", "Ada", "x")]),
            page(
                "a.html", url: "http://example.org/2024/05/kilns",
                [
                    comment("10001", "Ada", "First of all"),
                    comment("10002", "Ben", "Both pages have this."),
                ]),
        ])
        #expect(result.map(\.source) == ["a.html", "other.html"])
        let whole = try #require(result.first)
        #expect(whole.comments.map(\.id) == ["10001", "10002", "10003"])
        #expect(whole.comments.map(\.statedParent) == [nil, nil, "10001"])
        #expect(whole.comments.allSatisfy { !$0.isGhost })
        let remark = try #require(whole.findings.first)
        #expect(remark.id == "pages-joined" && remark.severity == .note)
        #expect(
            remark.message
                == "2 pages were joined into one discussion: a.html, b.html; 1 comment that stands"
                + " on several of them counts once.")
    }

    @Test(
        "Addresses of pages of the same article are the same",
        arguments: [
            "https://example.org/viewtopic.php?f=2&t=51",
            "http://www.example.org/viewtopic.php?t=51&f=2&start=20#p99",
            "https://EXAMPLE.org:443/viewtopic.php?f=2&t=51&sid=0a1b&page=3",
        ])
    func sameAddress(url: String) {
        #expect(PageAddress(url)?.article == "example.org/viewtopic.php?f=2&t=51")
    }

    @Test(
        "Addresses of different articles differ",
        arguments: [
            ("https://example.org/?p=12", "https://example.org/?p=13"),
            ("https://example.org/a/", "https://example.org/b/"),
            ("https://example.org/item?id=1&p=2", "https://example.org/item?id=2&p=2"),
            ("https://a.example.org/x", "https://b.example.org/x"),
            (
                "https://example.org/viewtopic.php?f=2&p=8",
                "https://example.org/viewtopic.php?f=2&p=9"
            ),
        ])
    func differentAddress(first: String, second: String) {
        #expect(PageAddress(first) != nil)
        #expect(PageAddress(first)?.article != PageAddress(second)?.article)
    }

    @Test(
        "What names no article is no address",
        arguments: [
            "", "https://example.org/", "https://www.example.org", "about:blank", "kilns.html",
        ])
    func noAddress(url: String) {
        #expect(PageAddress(url) == nil)
    }

    @Test("Pages of the same telling title are joined, with a warning")
    func title() {
        let pages = (1...3).map { number in
            page(
                "p\(number)", title: "The old kilns of the valley – Page \(number) of 3",
                [comment("\(number)", "Ada", "Words of page \(number)")])
        }
        let result = joined(pages)
        #expect(result.count == 1)
        #expect(result.first?.comments.map(\.text) == pages.map { $0.comments[0].text })
        #expect(result.first?.findings.first?.severity == .warning)
    }

    @Test(
        "Titles that say nothing join nothing",
        arguments: [
            nil, "", "Comments", "Home", "Re: The old kilns of the valley", "Open Thread",
            "Letters to the editor", "12 comments", "Page 2", "News | Blog",
        ])
    func emptyTitle(title: String?) {
        let pages = (1...2).map { number in
            page(
                "p\(number)", title: title,
                [comment("\(number)", "Ada", "Words of page \(number)")])
        }
        #expect(joined(pages).count == 2)
    }

    @Test("The same title at two addresses, or with two ids, joins nothing")
    func contradictions() {
        let title = "What we heard about the kilns this week"
        let talk = [comment("1", "Ada", "Yes")]
        #expect(
            joined([
                page("a", url: link + "1234", title: title, talk),
                page("b", url: link + "5678", title: title, talk),
            ]).count == 2)
        #expect(
            joined([
                page("a", title: title, id: "topic-17", talk),
                page("b", title: title, id: "topic-18", talk),
            ]).count == 2)
    }

    @Test("Pages whose comments overlap are joined; ordinals and phrases are no overlap")
    func overlap() {
        func talk(_ prefix: String, _ numbers: ClosedRange<Int>) -> [Comment] {
            numbers.map {
                comment("\(prefix)\($0)", "Name \($0)", "A thought that bears the number \($0)")
            }
        }
        #expect(
            joined([page("a", talk("10", 100...110)), page("b", talk("10", 109...115))]).count == 1)
        let ordinals = [comment("1", "Ada", "Yes"), comment("2", "Ben", "No")]
        #expect(joined([page("a", ordinals), page("b", ordinals)]).count == 2)
        // The same robot says the same under every article.
        let robot = comment("1", "Robot", "I am a robot, and this action was performed by me.")
        #expect(
            joined([page("a", [robot] + ordinals), page("b", [robot] + ordinals)]).count == 2)
        // Two people who say the same at length are two pages of one section.
        let counted = [
            comment("7", "Ada", "The river rose by the height of a man that night."),
            comment("8", "Ben", "Nobody had moved the boats by then, nor the sheep."),
        ]
        let again = [counted[1], counted[0], comment("9", "Cem", "Sheep?")].enumerated().map {
            comment("\($0.offset + 1)", $0.element.nameAsWritten ?? "", $0.element.text)
        }
        let result = joined([page("a", counted), page("b", again)])
        #expect(result.map { $0.comments.count } == [3])
    }

    @Test("A copy of a page is no further page, unless the address says so")
    func copies() {
        let talk = [comment("1", "Ada", "A thought of some length about kilns")]
        let copy = page("a", title: "The old kilns of the valley", talk)
        #expect(joined([copy, copy]).count == 2)
        #expect(joined([copy, copy], .always).count == 1)
        let addressed = page("a", url: link, talk)
        #expect(joined([addressed, addressed]).map { $0.comments.count } == [1])
    }

    @Test("Ids that every page counts anew are counted on, with the replies that name them")
    func counted() {
        let result = joined([
            page(
                "a", url: link,
                [comment("1", "Ada", "One"), comment("2", "Ben", "Two", parent: "1")]),
            page(
                "b", url: link,
                [comment("1", "Cem", "Three"), comment("2", "Dov", "Four", parent: "1")]),
        ])
        #expect(result.first?.comments.map(\.text) == ["One", "Two", "Three", "Four"])
        #expect(result.first?.comments.map(\.id) == ["1", "2", "3", "4"])
        #expect(result.first?.comments.map(\.statedParent) == [nil, "1", nil, "3"])
    }

    @Test("Pages go in the order of their numbers, not of their names")
    func order() {
        let pages = ["p1", "p10", "p2"].map {
            page($0, url: link, [comment("x\($0)yz", "Ada", "Words of \($0)")])
        }
        #expect(joined(pages).first?.comments.map(\.id) == ["xp1yz", "xp2yz", "xp10yz"])
        let numbered = ["z", "y", "x"].enumerated().map { number, name in
            page(
                name, url: link + "comment-page-\(number + 1)", [comment("c-\(name)", "Ada", name)])
        }
        #expect(joined(numbered.reversed()).first?.comments.map(\.text) == ["z", "y", "x"])
    }

    @Test("Joining can be forbidden, and forced")
    func modes() {
        let same = ["a", "b"].map { page($0, url: link, [comment($0, "Ada", $0)]) }
        #expect(joined(same, .never).count == 2)
        let different = ["a", "b"].map { page($0, url: link + $0, [comment($0, "Ada", $0)]) }
        #expect(joined(different).count == 2)
        #expect(joined(different, .always).map { $0.comments.count } == [2])
    }

    @Test("No more waits than the bound, and a join that comes too late is told of")
    func bound() {
        let pages = (1...30).map { number in
            page(
                "p\(number)", url: link + (number % 29 == 1 ? "same" : "\(number)"),
                [comment("c-\(number)", "Ada", String(repeating: "word ", count: 200))])
        }
        let result = joined(pages, bound: 10_000)
        #expect(result.map(\.source) == pages.map(\.source))
        #expect(result.last?.findings.map(\.id) == ["pages-not-joined"])
        #expect(joined(pages).count == 29)
    }

    @Test("What is no page keeps its place and waits only for pages before it")
    func others() throws {
        var joiner = PageJoiner(.auto)
        let dump = Discussion(id: "d", source: "d", format: "convokit")
        joiner.add(.success(dump))
        #expect(try joiner.next()?.get().id == "d")
        joiner.add(page: page("a", url: link), stem: "a")
        joiner.add(.success(dump))
        joiner.add(page: page("b", url: link), stem: "b")
        #expect(joiner.next() == nil)
        joiner.flush()
        #expect(try joiner.next()?.get().source == "a")
        #expect(try joiner.next()?.get().id == "d")
        #expect(joiner.next() == nil)
    }

    @Test("A page that belongs to two sections makes them one")
    func bridge() {
        func long(_ id: String) -> Comment {
            comment(id, "Name \(id)", "A thought of some length about \(id)")
        }
        let result = joined([
            page("a", [long("10001")]), page("b", [long("10002")]),
            page("c", [long("10001"), long("10002"), long("10003")]),
        ])
        #expect(result.map { $0.comments.count } == [3])
    }

    @Test("The order in which comments overlap never changes what is joined")
    func deterministic() {
        var generator = SeededGenerator(seed: 3)
        for _ in 0..<20 {
            let pages = (0..<6).map { number in
                page(
                    "p\(number)",
                    (0..<8).map { _ in
                        let id = 20_000 + Int.random(in: 0..<60, using: &generator)
                        return comment("\(id)", "N\(id % 7)", "Something is said here by \(id)")
                    })
            }
            let once = joined(pages)
            #expect(once == joined(pages))
            for discussion in once {
                let ids = discussion.comments.map(\.id)
                #expect(Set(ids).count == ids.count)
            }
            let all = Set(pages.flatMap { $0.comments.map(\.id) })
            #expect(Set(once.flatMap { $0.comments.map(\.id) }) == all)
        }
    }
}
