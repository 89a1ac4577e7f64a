import DiscussionModel
import DiscussionReading
import Testing

/// Commento, Isso, Remark42, Artalk and Waline differ in their keys and hold the same.
@Suite("Exports of comment systems")
struct CommentSystemFormatTests {
    /// One comment in a file of each system.
    struct System: CustomTestStringConvertible, Sendable {
        var format: any DiscussionFormat
        var opening: String
        var closing: String
        var comment: @Sendable (_ id: String, _ parent: String?) -> String

        var testDescription: String { format.name }

        func file(_ comments: (String, String?)...) -> String {
            opening + comments.map { comment($0.0, $0.1) }.joined(separator: ", ") + closing
        }
    }

    static let systems: [System] = [
        System(format: CommentoFormat(), opening: #"{"comments": ["#, closing: "]}") { id, parent in
            """
            {"commentHex": "\(id)", "parentHex": "\(parent ?? "root")", "url": "/p",
            "markdown": "words of \(id)", "commenterHex": "a"}
            """
        },
        System(
            format: IssoFormat(), opening: #"[{"id": "/p", "title": "T", "comments": ["#,
            closing: "]}]"
        ) { id, parent in
            """
            {"id": "\(id)", "parent": \(parent.map { "\"\($0)\"" } ?? "null"), "author": "Ana",
            "created": "2020-01-01 10:00:00", "text": "words of \(id)", "website": ""}
            """
        },
        System(format: RemarkFormat(), opening: #"{"comments": ["#, closing: "]}") { id, parent in
            """
            {"id": "\(id)", "pid": "\(parent ?? "")", "text": "words of \(id)",
            "locator": {"site": "s", "url": "/p"}, "user": {"id": "u", "name": "Ana"}}
            """
        },
        System(format: ArtalkFormat(), opening: "[", closing: "]") { id, parent in
            """
            {"id": "\(id)", "rid": "\(parent ?? "0")", "nick": "Ana", "content": "words of \(id)",
            "page_key": "/p"}
            """
        },
        System(format: WalineFormat(), opening: #"{"results": ["#, closing: "]}") { id, parent in
            """
            {"objectId": "\(id)", "pid": "\(parent ?? "")", "nick": "Ana", "mail": "",
            "comment": "words of \(id)", "url": "/p"}
            """
        },
    ]

    @Test("A file is recognised by its own format alone", arguments: systems)
    func recognised(system: System) {
        let text = system.file(("1", nil))
        for other in FormatRegistry.all where other.name != "text" {
            #expect((other.sniff(text: text) > 0.5) == (other.name == system.format.name))
        }
    }

    @Test("A page is a discussion with its address as id", arguments: systems)
    func one(system: System) throws {
        let all = try system.format.read(system.file(("1", nil)))
        #expect(all.map(\.id) == ["/p"])
        #expect(all[0].setting == .page)
        #expect(all[0].comments.map(\.statedParent) == ["0"])
        #expect(all[0].comments.map(\.text) == ["words of 1"])
    }

    @Test(
        "A missing parent is a ghost, a later one is found, circles are cut", arguments: systems)
    func damaged(system: System) throws {
        let all = try system.format.read(
            system.file(
                ("2", "1"), ("1", nil), ("4", "3"), ("5", "5"), ("6", "7"), ("7", "6"), ("1", nil)))
        let comments = all[0].comments
        #expect(comments.map(\.id) == ["1", "2", "3", "4", "5", "6", "7"].sorted { $0 < $1 })
        #expect(comments.filter(\.isGhost).map(\.id) == ["3"])
        #expect(
            Set(all[0].findings.map(\.id)) == ["missing-parent", "duplicate-id", "reply-circle"])
    }

    @Test("A file that was cut gives what stands before the cut", arguments: systems)
    func cut(system: System) throws {
        let whole = system.file(("1", nil), ("2", "1"), ("3", "1"))
        for dropped in 1..<60 {
            let all = try system.format.read(String(whole.dropLast(dropped)))
            #expect(all[0].comments.prefix(2).map(\.text) == ["words of 1", "words of 2"])
            #expect(all.flatMap(\.findings).contains { $0.id == "truncated" })
        }
    }

    @Test("A record that is no comment is left out, and fatal when strict", arguments: systems)
    func badRecord(system: System) throws {
        let text = system.file(("1", nil)).replacing(system.closing, with: ", 5" + system.closing)
        let all = try system.format.read(text)
        #expect(all[0].comments.map(\.id) == ["1"])
        #expect(all.flatMap(\.findings).map(\.id) == ["bad-line"])
        #expect(throws: ReadingError.self) { try system.format.read(text, isStrict: true) }
    }

    @Test("A file without comments is a discussion without comments", arguments: systems)
    func nothing(system: System) throws {
        #expect(try system.format.read(system.file()).map(\.comments.count) == [0])
    }

    @Test("Answers of Remark42 and Isso nested tens of thousands deep are read")
    func deep() throws {
        let depth = 20_000
        var tree = #"{"comments": ["#
        var replies = #"{"id": null, "total_replies": 1, "hidden_replies": 0, "replies": ["#
        for level in 0..<depth {
            tree += #"{"comment": {"id": "c\#(level)", "text": "w"}, "replies": ["#
            replies += #"{"id": \#(level), "text": "w", "replies": ["#
        }
        tree += String(repeating: "]}", count: depth) + "]}"
        replies += String(repeating: "]}", count: depth) + "]}"
        for (format, text) in [
            (RemarkFormat() as any DiscussionFormat, tree), (IssoFormat(), replies),
        ] {
            let all = try format.read(text)
            #expect(all[0].comments.count == depth)
            #expect(all[0].comments.last?.statedParent?.hasSuffix("\(depth - 2)") == true)
        }
    }

    @Test("A comment of Isso whose id is 0 is told apart from the article")
    func zero() throws {
        let system = Self.systems[1]
        let all = try system.format.read(system.file(("0", nil), ("1", "0")))
        #expect(all[0].comments.map(\.id) == ["0-1", "1"])
        #expect(all[0].comments.map(\.statedParent) == ["0", "0-1"])
    }

    @Test("A title of Isso is only decoded where it is written as in an address")
    func titles() throws {
        for (written, title) in [
            ("Salt+%26+pepper", "Salt & pepper"), ("C++", "C++"), ("1 + 1", "1 + 1"),
            ("50%", "50%"), ("All", "All"),
        ] {
            let all = try IssoFormat().read(
                #"[{"id": "/p", "title": "\#(written)", "comments": []}]"#)
            #expect(all[0].article.title == title)
        }
    }
}
