import DiscussionModel
import Foundation
import Testing

@testable import DiscussionReading

@Suite("Descriptions of sites")
struct SiteDescriptionTests {
    private func fault(_ yaml: String) -> ReadingError? {
        do {
            _ = try SiteDescription(yaml: yaml, file: "my-site.yaml")
            return nil
        } catch {
            return error
        }
    }

    @Test("All built-in descriptions can be read", arguments: SiteLibrary.files.map(\.name))
    func builtIn(name: String) throws {
        let file = try #require(SiteLibrary.files.first { $0.name == name })
        let yaml = String(decoding: file.yaml, as: UTF8.self)
        let site = try SiteDescription(yaml: yaml, file: name)
        #expect(!site.name.isEmpty && !site.comment.isEmpty)
        #expect(SiteLibrary.builtIn.count == SiteLibrary.files.count)
    }

    @Test("A description of the user's own goes before those that are built in")
    func own() throws {
        let path = FileManager.default.temporaryDirectory
            .appending(path: "site-\(UInt64.random(in: 0 ... .max)).yaml").path
        try Self.example.write(toFile: path, atomically: true, encoding: .utf8)
        defer { try? FileManager.default.removeItem(atPath: path) }
        var options = ReadingOptions()
        options.siteFiles = [path]
        let html = """
            <html><h1>Tides</h1><div class=letters><div class=letter data-nr=1><i>Ann</i>
            <u>3 May 2020</u><p>High.</p></div><div class=letter data-nr=2 data-to=1><i>Bo</i>
            <u>4 May 2020</u><q class=was>High.</q><p>Low.</p></div></div>
            """
        let input = OpenInput(bytes: Array(html.utf8), name: "page.html")
        var stream = try HTMLFormat().discussions(in: input, options: options)
        let discussion = try #require(try stream.next())
        #expect(discussion.comments.map(\.nameAsWritten) == ["Ann", "Bo"])
        #expect(discussion.comments.map(\.statedParent) == ["0", "1"])
        #expect(discussion.comments.last?.statedQuotations.count == 1)
        #expect(discussion.article.title == "Tides")
        #expect(discussion.findings.isEmpty)
    }

    static let example = """
        name: Tide letters
        comment: //div[has-class('letter')]
        id: "@data-nr"
        author: i
        time: u
        body: [".//div[has-class('text')]", "."]
        leave-out: i | u
        quote: q[has-class('was')]
        parent:
          id: "@data-to"
        """

    @Test("A key that is not known is named with its line and the keys that are")
    func unknownKey() {
        let error = fault("name: x\ncomment: //p\nautor: b\n")
        #expect(error?.line == 3)
        #expect(error?.problem == "the key `autor` is not known")
        #expect(error?.advice.contains("`author`") == true)
        #expect(
            fault("name: x\ncomment: //p\nparent:\n  up: a\n")?.problem.contains("parent") == true)
    }

    @Test("What is missing or of the wrong kind is named")
    func wrongKind() {
        #expect(fault("")?.code == .malformed)
        #expect(fault("- a\n- b")?.problem.contains("no mapping") == true)
        #expect(fault("comment: //p")?.problem == "there is no `name`")
        #expect(fault("name: x")?.problem == "there is no `comment`")
        #expect(fault("name: x\ncomment: //p\nsetting: chat")?.line == 3)
        #expect(fault("name: x\ncomment: //p\nparent:\n  always: maybe")?.line == 4)
        #expect(fault("name: [x\n")?.problem.hasPrefix("it is not YAML") == true)
    }

    @Test("An expression that is none, or calls a function that there is not, is shown")
    func badXPath() {
        let error = fault("name: x\ncomment: //p[\n")
        #expect(error?.line == 2)
        #expect(error?.problem.contains("//p[") == true)
        #expect(
            fault("name: x\ncomment: //p[hasClass('a')]")?.problem.contains("evaluated") == true)
    }

    @Test("Expressions that look at the whole page for each comment are given up, and named")
    func expensive() throws {
        let path = FileManager.default.temporaryDirectory
            .appending(path: "site-\(UInt64.random(in: 0 ... .max)).yaml").path
        try """
        name: Slow letters
        comment: //div[has-class('letter')]
        author: //*[count(//*)>1]
        body: .
        """.write(toFile: path, atomically: true, encoding: .utf8)
        defer { try? FileManager.default.removeItem(atPath: path) }
        var options = ReadingOptions()
        options.siteFiles = [path]
        let letter = "<div class=letter><i>Ann</i><p>High <b>and</b> low.</p></div>"
        let html = "<html><body>" + String(repeating: letter, count: 1_500) + "</body></html>"
        let input = OpenInput(bytes: Array(html.utf8), name: "page.html")
        let error = #expect(throws: ReadingError.self) {
            _ = try HTMLFormat().discussions(in: input, options: options)
        }
        #expect(error?.code == .tooLarge)
        #expect(error?.problem.contains("Slow letters") == true)
    }

    @Test("Aliases of aliases, which stand for billions of expressions, are refused")
    func aliases() {
        var item = "&a0 [.//p, .//p]"
        for level in 1...40 { item = "&a\(level) [\(item), *a\(level - 1)]" }
        for yaml in ["name: x\ncomment: \(item)\n", "name: x\n? \(item)\n: 1\n? *a40\n: 2\n"] {
            #expect(fault(yaml)?.problem.contains("anchor") == true)
            #expect(fault(yaml)?.line == 2)
        }
        #expect(fault("{\"name\":&a x, comment: //p}")?.problem.contains("anchor") == true)
        // An ampersand in an expression is none.
        let query = "substring-after(a[. = 'B & C']/@href, '&u=')"
        #expect(fault("name: x\ncomment: \(query)\n") == nil)
    }

    @Test("A file that is not there is an error that names it")
    func noFile() {
        #expect(throws: ReadingError.self) {
            try SiteLibrary.description(inFile: "/no/such/site.yaml")
        }
    }
}
