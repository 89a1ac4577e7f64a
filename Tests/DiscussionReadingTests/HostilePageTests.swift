import DiscussionModel
import Testing

@testable import DiscussionReading

@Suite("Pages that nobody expects")
struct HostilePageTests {
    private let article = """
        A Title Of Some Words

        \(String(repeating: "A sentence of the article, which goes on for a while. ", count: 6))


        """

    @Test(
        "A name may end in any sign or letter",
        arguments: ["Fuchs 😀", "Fuchs 😓", "Fuchs ☀", "Владимир", "Georgia Sgarrâ", "Ana❤"])
    func endsOfNames(name: String) throws {
        let text =
            article + """
                3 Comments

                Dachs Weber
                3 May 2021

                Going round by the mill takes an hour.

                \(name)
                4 May 2021

                Take the ferry, it is cheap.

                Ilse Marder
                5 May 2021

                Not in winter, when there is ice.
                """
        var stream = try PlainTextFormat().discussions(
            in: OpenInput(bytes: Array(text.utf8), name: "p.txt"), options: ReadingOptions())
        let discussion = try #require(try stream.next())
        #expect(discussion.comments.map(\.nameAsWritten) == ["Dachs Weber", name, "Ilse Marder"])
        #expect(discussion.comments.map(\.text)[1] == "Take the ferry, it is cheap.")
    }

    @Test("A pasted page in Windows-1252 is read right, with a warning")
    func windows() throws {
        let text = article + "  1. Zoe says:\n\n    caf? ?quoted?\n\n  2. Ren? says:\n\n    oui\n"
        var bytes = Array(text.utf8)
        let special: [UInt8] = [0xE9, 0x93, 0x94, 0xE9]
        var next = 0
        for place in bytes.indices where bytes[place] == UInt8(ascii: "?") {
            bytes[place] = special[next]
            next += 1
        }
        var stream = try PlainTextFormat().discussions(
            in: OpenInput(bytes: bytes, name: "p.txt"), options: ReadingOptions())
        let discussion = try #require(try stream.next())
        #expect(discussion.comments.map(\.text) == ["café “quoted”", "oui"])
        #expect(discussion.comments.last?.nameAsWritten == "René")
        #expect(discussion.findings.first?.id == "encoding-guessed")
        #expect(discussion.findings.first?.severity == .warning)
    }

    @Test("A comment of 10 MB and a name of 10,000 characters are read")
    func large() throws {
        let long = String(repeating: "words ", count: 1_800_000).dropLast()
        let name = String(repeating: "N", count: 10_000)
        let discussion = try Fixtures.discussion(
            ofText: article
                + "  1. Zoe says:\n\n    \(long)\n\n  2. \(name) says:\n\n    hi\n\n  3. Zoe says:\n\n    ho\n"
        )
        #expect(discussion.comments.map(\.text.utf8.count) == [long.utf8.count, 2, 2])
        #expect(discussion.comments[1].nameAsWritten == name)
    }

    @Test("Control, bidi and NUL characters stay inside their comments")
    func controls() throws {
        let discussion = try Fixtures.discussion(
            ofText: article
                + "Zoe\u{202E}x says:\n\na\u{7}b\u{1B}[31m\u{2028}c\n\nרות says:\n\n\u{0}d\n\nZoe says:\n\nשלום\n"
        )
        #expect(discussion.comments.map(\.nameAsWritten) == ["Zoe\u{202E}x", "רות", "Zoe"])
        #expect(
            discussion.comments.map(\.text) == ["a\u{7}b\u{1B}[31m\u{2028}c", "\u{FFFD}d", "שלום"])
    }

    @Test("Ten thousand comments are all found, in order")
    func many() throws {
        var text = article
        for number in 1...10_000 {
            text += "  \(number). Name\(number % 7) says:\n\n    Text \(number).\n\n"
        }
        let comments = try Fixtures.discussion(ofText: text).comments
        #expect(comments.count == 10_000)
        #expect(comments.last?.text == "Text 10000.")
        #expect(comments.last?.id == "10000")
    }

    @Test("Blank pages are an error, one line is an article without a title")
    func small() throws {
        let error = #expect(throws: ReadingError.self) {
            _ = try Fixtures.discussion(ofText: " \n\t\n\u{A0}\n")
        }
        #expect(error?.code == .empty)
        let line = try Fixtures.discussion(ofText: "Just this")
        #expect(line.article.title == nil)
        #expect(line.article.body == "Just this")
    }

    @Test("One line that looks like a header is no comment")
    func single() throws {
        for line in ["Zoe says:", "Zoe • 3 years ago", "Zoe, 3 May 2019", "#1 Zoe", "1. Zoe:"] {
            let discussion = try Fixtures.discussion(ofText: article + line + "\n\nSome words.\n")
            #expect(discussion.comments.isEmpty, "\(line)")
        }
        let said = try Fixtures.discussion(
            ofText: article + "1 comment\n\nZoe says:\nMay 3, 2019 at 2:05 pm\n\nSome words.\n")
        #expect(said.comments.count == 1)
    }

    @Test("Numbers of a chain may have small gaps and must not restart")
    func chains() {
        #expect(LayoutScoring.chain([]) == [])
        #expect(LayoutScoring.chain([5]) == [0])
        #expect(LayoutScoring.chain([1, 2, 4, 5]) == [0, 1, 2, 3])
        #expect(LayoutScoring.chain([1, 2, 1, 2, 3, 4]) == [0, 1, 4, 5])
        #expect(LayoutScoring.chain([1, 9, 2, 7, 3]) == [0, 2, 4])
    }
}
