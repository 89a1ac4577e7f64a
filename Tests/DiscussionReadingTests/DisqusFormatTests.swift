import DiscussionModel
import DiscussionReading
import Testing

@Suite("Disqus exports")
struct DisqusFormatTests {
    private func discussions(_ body: String, isStrict: Bool = false) throws -> [Discussion] {
        var options = ReadingOptions()
        options.isStrict = isStrict
        let text =
            "<disqus xmlns:dsq=\"http://disqus.com/disqus-internals\">\n\(body)\n</disqus>"
        var stream = try DisqusFormat().discussions(
            in: OpenInput(bytes: Array(text.utf8), name: "export.xml"), options: options)
        var found: [Discussion] = []
        while let discussion = try stream.next() { found.append(discussion) }
        return found
    }

    private func thread(_ id: String) -> String {
        "<thread dsq:id=\"\(id)\"><title>t</title></thread>\n"
    }

    private func post(_ id: String, in thread: String, parent: String? = nil) -> String {
        let parent = parent.map { "<parent dsq:id=\"\($0)\"/>" } ?? ""
        return "<post dsq:id=\"\(id)\"><message>m\(id)</message>"
            + "<thread dsq:id=\"\(thread)\"/>\(parent)</post>\n"
    }

    @Test("A file without threads and posts is an error")
    func empty() throws {
        let error = #expect(throws: ReadingError.self) { try discussions("<category/>") }
        #expect(error?.code == .empty)
        #expect(error?.problem.contains("<thread>") == true)
    }

    @Test("Posts go to their threads in any order, also before them")
    func grouped() throws {
        let found = try discussions(
            thread("1") + post("11", in: "2") + post("12", in: "1") + thread("2")
                + post("13", in: "2", parent: "14") + post("14", in: "2"))
        #expect(found.map(\.id) == ["1", "2"])
        #expect(found[0].comments.map(\.id) == ["12"])
        #expect(Set(found[1].comments.map(\.id)) == ["11", "13", "14"])
        #expect(found[1].article.title == "t")
        #expect(found[1].comments.first { $0.id == "13" }?.statedParent == "14")
        #expect(found[1].comments.first { $0.id == "11" }?.statedParent == "0")
    }

    @Test("Damaged threads are kept: ghosts, circles, duplicates")
    func damaged() throws {
        let found = try discussions(
            thread("1") + post("1", in: "1", parent: "2") + post("2", in: "1", parent: "1")
                + post("3", in: "1", parent: "3") + post("4", in: "1", parent: "99")
                + post("2", in: "1") + post("0", in: "1"))
        let comments = try #require(found.first).comments
        #expect(comments.count { !$0.isGhost } == 5)
        #expect(comments.contains { $0.isGhost && $0.id == "99" })
        #expect(comments.contains { $0.id == "0-1" })
    }

    @Test("A post without a thread is left out with its line, and fatal in strict mode")
    func threadless() throws {
        let body = thread("1") + "<post dsq:id=\"5\"><message>x</message></post>"
        let finding = try #require(try discussions(body).first?.findings.first)
        #expect(finding.id == "bad-line" && finding.line == 3)
        #expect(throws: ReadingError.self) { try discussions(body, isStrict: true) }
    }

    @Test("Whatever stands behind too deep a place, the discussions before it are given")
    func failure() throws {
        let text =
            "<disqus>" + thread("1") + post("2", in: "1") + String(repeating: "<a>", count: 5_000)
        var stream = try DisqusFormat().discussions(
            in: OpenInput(bytes: Array(text.utf8), name: "export.xml"), options: ReadingOptions())
        #expect(try stream.next()?.comments.count == 1)
        #expect(throws: ReadingError.self) { try stream.next() }
        #expect(try stream.next() == nil)
    }
}
