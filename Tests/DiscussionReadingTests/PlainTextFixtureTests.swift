import DiscussionModel
import Foundation
import Testing

@testable import DiscussionReading

/// What a fixture's page says, beside it under the same name.
struct PageExpectation: Decodable {
    struct Entry: Decodable {
        var name: String?
        var posted: String?
        var text: String
        var parent: String?
    }

    var title: String?
    var author: String?
    var published: String?
    var setting: String
    var layout: String?
    var comments: [Entry]
}

enum Fixtures {
    static let folder = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "Fixtures")

    static func names(in subfolder: String, ending: String) -> [String] {
        let path = folder.appending(path: subfolder).path()
        let files = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
        return files.filter { $0.hasSuffix(ending) }.sorted()
    }

    /// The fixtures of a format without what is expected of them.
    static func inputs(of format: String) -> [String] {
        names(in: format, ending: "").filter { name in
            !name.hasSuffix(".model") && !(format == "text" && name.hasSuffix(".json"))
        }
    }

    static func discussion(ofText text: String, name: String = "page.txt") throws -> Discussion {
        let input = OpenInput(bytes: Array(text.utf8), name: name)
        var stream = try PlainTextFormat().discussions(in: input, options: ReadingOptions())
        return try #require(try stream.next())
    }
}

@Suite("Pages in the layouts that are known")
struct PlainTextFixtureTests {
    static let names = Fixtures.names(in: "text", ending: ".txt")

    @Test("There are at least eight layouts with comments, and WordPress in six languages")
    func variety() {
        #expect(Self.names.count { !$0.hasPrefix("none") } >= 8 + 6)
        #expect(Self.names.count { $0.hasPrefix("wordpress-") } >= 6)
    }

    @Test("A date that is told from today goes back from when the page was saved, and is a guess")
    func relativeDates() throws {
        let text = """
            Otters seen again below the weir

            The wardens counted four of them last week, two more than in the spring before, and the
            anglers are not amused about it, as their chairman said on Sunday in the market hall.

            2 Comments

            Mabel Tooth • 3 years ago
            I saw one from the bridge and it stared back at me.

            Horace Plim • 2 years ago
            They eat the trout, that is all there is to say about them.
            """
        var page = Page(Array(text.utf8))
        page.saved = Timestamp(year: 2026, month: 5, day: 4, hour: 9, precision: .instant)
        let posted = PageReading(page, file: "otters.txt").comments.map(\.posted)
        #expect(posted.map { $0?.description.prefix(7) } == ["2023-05", "2024-05"])
        #expect(posted.allSatisfy { $0?.isApproximate == true })
    }

    @Test("A page is read as its expectation says", arguments: names)
    func golden(name: String) throws {
        let path = Fixtures.folder.appending(path: "text/" + name)
        let text = try String(contentsOf: path, encoding: .utf8)
        let json = try Data(
            contentsOf: path.deletingPathExtension().appendingPathExtension("json"))
        let expected = try JSONDecoder().decode(PageExpectation.self, from: json)
        let discussion = try Fixtures.discussion(ofText: text, name: name)
        #expect(discussion.article.title == expected.title)
        #expect(discussion.article.author == expected.author)
        #expect(discussion.article.published?.description == expected.published)
        #expect(discussion.comments.count == expected.comments.count)
        for (comment, wanted) in zip(discussion.comments, expected.comments) {
            #expect(comment.nameAsWritten == wanted.name)
            // What is told from today depends on when the page was saved; it is tested elsewhere.
            if comment.posted?.isApproximate != true || wanted.posted != nil {
                #expect(comment.posted?.description == wanted.posted)
            }
            #expect(comment.text == wanted.text)
            #expect(comment.statedParent == wanted.parent)
        }
        let layout = discussion.findings.first { $0.id == "layout-inferred" }?.message
        if expected.comments.isEmpty {
            #expect(discussion.findings.contains { $0.id == "no-comments" })
            let saysNone = discussion.findings.contains { $0.id == "page-says-no-comments" }
            #expect(saysNone == name.hasPrefix("none-"))
        } else {
            #expect(discussion.setting.rawValue == expected.setting)
            #expect(
                layout?.hasSuffix("(layout \(expected.layout ?? "")).") == true, "\(layout ?? "")")
        }
    }

    @Test("The same page with other line ends or a byte order mark is read alike", arguments: names)
    func lineEnds(name: String) throws {
        let path = Fixtures.folder.appending(path: "text/" + name)
        let text = try String(contentsOf: path, encoding: .utf8)
        let plain = try Fixtures.discussion(ofText: text, name: name)
        for end in ["\r\n", "\r"] {
            let other = text.replacingOccurrences(of: "\n", with: end)
            #expect(try Fixtures.discussion(ofText: other, name: name) == plain)
        }
        #expect(try Fixtures.discussion(ofText: "\u{FEFF}" + text, name: name) == plain)
    }

    @Test("Every line of a page has a role, and what is left out is told", arguments: names)
    func roles(name: String) throws {
        let path = Fixtures.folder.appending(path: "text/" + name)
        let bytes = try Data(contentsOf: path)
        let reading = PageReading(Page(Array(bytes)), file: name)
        let page = reading.page
        let said = reading.comments.map(\.text).joined(separator: "\n")
        for (line, role) in reading.roles.enumerated() {
            #expect((role == .blank) == page.lines[line].isBlank)
            switch role {
            case .article: #expect(reading.article.body.contains(page.text(ofLine: line)))
            case .comment where !said.contains(page.text(ofLine: line)):
                // Text on a header's line: only the text after the header is the comment's.
                #expect(page.text(ofLine: line).contains(":"))
            default: continue
            }
        }
        let isTold = reading.findings.contains { $0.id == "unread-lines" }
        #expect(isTold == reading.roles.contains(.unread))
    }
}
