import DiscussionModel
import Foundation
import TestSupport
import Testing

@testable import DiscussionReading

@Suite("Limits on what is read")
struct LengthLimitsTests {
    private let folder: ScratchFolder

    init() throws { folder = try ScratchFolder() }

    private func read(
        _ text: String, _ name: String, _ change: (inout ReadingOptions) -> Void = { _ in }
    ) throws -> [Result<Discussion, ReadingError>] {
        var options = ReadingOptions()
        change(&options)
        let path = try folder.write(text, to: name)
        return try Array(DiscussionReader(inputs: [path], options: options))
    }

    private func line(_ id: String, name: String, text: String, parent: String? = nil) -> String {
        #"{"id":"\#(id)","author":"\#(name)","text":"\#(text)","parent":"#
            + (parent.map { "\"\($0)\"" } ?? "null") + "}"
    }

    private func talk(_ comments: String...) -> String {
        #"{"id":"t","comments":["# + comments.joined(separator: ",") + "]}\n"
    }

    /// What is said of the limits in findings and errors.
    private func told(_ results: [Result<Discussion, ReadingError>]) -> [String] {
        results.flatMap { result -> [String] in
            switch result {
            case .success(let discussion):
                discussion.findings.filter { $0.severity != .note }
                    .map { "\($0.id) \($0.severity.rawValue): \($0.message)" }
            case .failure(let error): ["\(error.code.name): \(error.problem); \(error.advice)"]
            }
        }
    }

    @Test("Of too long a text the beginning is read, up to a whole character, and that is told")
    func texts() throws {
        let results = try read(
            talk(
                line("1", name: "Ann", text: "short"),
                line("2", name: "Bo", text: String(repeating: "ä", count: 100))),
            "a.jsonl"
        ) { $0.maximumTextBytes = 11 }
        let comments = try #require(try results.first?.get()).comments
        #expect(comments.map(\.text) == ["short", "äääää"])
        #expect(told(results).count == 1)
        #expect(told(results)[0].hasPrefix("long-text error: 1 text is longer than 11 bytes"))
        #expect(told(results)[0].contains("--max-comment"))
    }

    @Test("Quotations in what was left out of a text are left out")
    func quotations() throws {
        let text =
            #"{"id":"t","comments":[{"id":"1","author":"a","text":"0123456789","quotations":"#
            + #"[{"span":[0,3]},{"span":[3,9]},{"span":[6,9]}],"parent":null}]}"# + "\n"
        let results = try read(text, "a.jsonl") { $0.maximumTextBytes = 5 }
        let comment = try #require(try results.first?.get().comments.first)
        #expect(comment.text == "01234")
        #expect(
            comment.statedQuotations.map(\.span) == [
                .init(start: 0, end: 3), .init(start: 3, end: 5),
            ])
    }

    @Test("A name or id of 100 kB is cut, and still tells people and comments apart")
    func names() throws {
        // Longer than what is looked at to recognise a format, so that is named.
        let long = String(repeating: "name ", count: 20_000)
        let results = try read(
            talk(
                line(long + "1", name: long + "A", text: "one"),
                line(long + "2", name: long + "B", text: "two", parent: long + "1"),
                line("3", name: long + "A", text: "three", parent: long + "2")),
            "a.jsonl"
        ) { $0.format = "discussions" }
        let comments = try #require(try results.first?.get()).comments
        #expect(Set(comments.map(\.nameAsWritten)).count == 2)
        #expect(comments[0].nameAsWritten == comments[2].nameAsWritten)
        #expect(comments[1].statedParent == comments[0].id)
        #expect(comments[2].statedParent == comments[1].id)
        for comment in comments {
            #expect(comment.id.utf8.count <= 10_000)
            #expect((comment.nameAsWritten?.utf8.count ?? 0) <= 10_000)
        }
        #expect(told(results).count == 1)
        #expect(told(results)[0].hasPrefix("long-name warning: 7 names, ids or addresses are"))
        #expect(told(results)[0].contains("--max-name"))
        let whole = try read(talk(line("1", name: long, text: "one")), "b.jsonl") {
            $0.format = "discussions"
            $0.maximumNameBytes = 100_000
        }
        #expect(try whole.first?.get().comments.first?.nameAsWritten == long)
        #expect(told(whole).isEmpty)
    }

    @Test(
        """
        Too long a line, row or mail costs only itself, a text in XML the rest of its input, and the \
        option is named
        """)
    func records() throws {
        let long = String(repeating: "word ", count: 4_000)
        func limit(_ options: inout ReadingOptions) { options.maximumRecordBytes = 10_000 }
        let good = talk(line("1", name: "Ann", text: "here"))

        let lines = try read(
            good + talk(line("1", name: "Bo", text: long)) + good, "a.jsonl", limit)
        #expect(lines.count == 3)
        #expect(told(lines).count == 1 && told(lines)[0].contains("--max-record"))

        func utterance(_ id: String, _ text: String) -> String {
            #"{"id":"\#(id)","conversation_id":"c","speaker":"Ines","reply_to":null,"timestamp":1,"#
                + #""text":"\#(text)"}"# + "\n"
        }
        let corpus = try read(
            utterance("1", "a") + utterance("2", long) + utterance("3", "b"), "b.jsonl", limit)
        #expect(try corpus.first?.get().comments.map(\.text) == ["a", "b"])
        #expect(told(corpus).count == 1 && told(corpus)[0].contains("--max-record"))

        let table = try read(
            "id,author,text\n1,Ann,here\n2,Bo,\(long)\n3,Cy,there\n", "c.csv", limit)
        #expect(try table.first?.get().comments.map(\.text) == ["here", "there"])
        #expect(told(table).count == 1 && told(table)[0].contains("--max-record"))

        let forum = try String(
            contentsOf: Fixtures.folder.appending(path: "disqus/forum.xml"), encoding: .utf8)
        let messages = forum.ranges(of: "</message>")
        let middle = messages[messages.count / 2]
        let whole = try read(forum, "d.xml")
        let cut = try read(
            forum.replacingCharacters(in: middle, with: long + "</message>"), "d.xml", limit)
        #expect(told(cut).count { $0.hasPrefix("too-large") && $0.contains("--max-record") } == 1)
        let comments = { (results: [Result<Discussion, ReadingError>]) in
            results.compactMap { try? $0.get() }.flatMap(\.comments).map(\.text)
        }
        #expect(!comments(cut).isEmpty && comments(cut).count < comments(whole).count)
        #expect(comments(cut).allSatisfy(comments(whole).contains))

        let mail = """
            From a@mail.example Mon Jan  1 10:00:00 2024
            From: Ann <a@mail.example>
            Message-ID: <1@mail.example>
            Subject: Boats

            The boats are in.
            \(String(repeating: "More of it.\n", count: 2_000))
            """
        let mails = try read(mail, "e.mbox", limit)
        #expect(try mails.first?.get().comments.first?.text.hasPrefix("The boats") == true)
        #expect(told(mails).contains { $0.hasPrefix("long-text") && $0.contains("--max-record") })
        for (text, name) in [(good + good, "f.jsonl"), (mail, "g.mbox")] {
            #expect(told(try read(text, name)).isEmpty)
        }
    }

    @Test(
        "Of dumps that are read once, too long a line of any file costs only itself",
        arguments: [1 << 30, 1])
    func dumps(memory: Int) throws {
        let long = String(repeating: "word ", count: 4_000)
        func limit(_ options: inout ReadingOptions) {
            options.maximumRecordBytes = 10_000
            options.maximumGroupingBytes = memory
        }
        func comment(_ id: String, in link: String, _ text: String) -> String {
            #"{"id":"\#(id)","link_id":"t3_\#(link)","parent_id":"t3_\#(link)","author":"Ines","#
                + #""body":"\#(text)","created_utc":1500000000}"# + "\n"
        }
        try FileManager.default.createDirectory(
            atPath: folder.file("dump"), withIntermediateDirectories: false)
        try folder.write(
            comment("1", in: "l", "a") + comment("2", in: "m", long) + comment("3", in: "m", "b")
                + comment("4", in: "l", "c"),
            to: "dump/RC_2020-01.jsonl")
        try folder.write(
            comment("5", in: "l", long) + comment("6", in: "l", "d"),
            to: "dump/RC_2020-02.jsonl")
        var options = ReadingOptions()
        limit(&options)
        let reddit = try Array(
            DiscussionReader(inputs: [folder.file("dump")], options: options))
        #expect(try reddit.map { try $0.get().comments.map(\.text) } == [["a", "c", "d"], ["b"]])
        #expect(told(reddit).count == 2 && told(reddit).allSatisfy { $0.contains("--max-record") })

        let table = try read(
            #"{"user":"Ann","text":"here"}\#n{"user":"Bo","text":"\#(long)"}\#n"#
                + #"{"user":"Cy","text":"there"}\#n"#, "table.jsonl", limit)
        #expect(try table.first?.get().comments.map(\.text) == ["here", "there"])
        #expect(told(table).count == 1 && told(table)[0].contains("--max-record"))

        let nothing = try read(comment("1", in: "l", long), "nothing.jsonl", limit)
        #expect(told(nothing).count == 1 && told(nothing)[0].contains("--max-record"))
    }

    @Test(
        "An input that has to be held as a whole has a limit, which is named",
        arguments: [
            ("a.txt", "A Title\n\nWords and words.\n"), ("b.html", "<html><body><p>x</p></body>"),
            ("c.json", ""),
        ])
    func pages(name: String, text: String) throws {
        var text = text
        if name == "c.json" {
            text = try String(
                contentsOf: Fixtures.folder.appending(path: "lemmy/search.json"), encoding: .utf8)
        }
        let padded = text + String(repeating: "\n", count: 5_000)
        let results = try read(padded, name) { $0.maximumPageBytes = 4_000 }
        #expect(told(results).count == 1)
        #expect(told(results).first?.hasPrefix("too-large") == true, "\(told(results))")
        #expect(told(results).first?.contains("--max-page") == true)
    }

    @Test("What is packed too often is refused, the option is named, and with it all is read")
    func nesting() throws {
        let page = Array(talk(line("1", name: "Ann", text: "here")).utf8)
        let inner = ArchiveMaker.zip([("b.zip", ArchiveMaker.zip([("c.jsonl", page)]))])
        let path = folder.file("a.zip")
        try Data(ArchiveMaker.zip([("a.zip", inner)])).write(to: URL(fileURLWithPath: path))
        let refused = try Array(DiscussionReader(inputs: [path]))
        #expect(told(refused).count == 1)
        #expect(
            told(refused)[0].hasPrefix("too-large") && told(refused)[0].contains("--max-nesting"))
        var options = ReadingOptions()
        options.maximumNesting = 3
        let read = try Array(DiscussionReader(inputs: [path], options: options))
        #expect(try read.map { try $0.get().comments.count } == [1])
    }

    @Test("Reading the same within limits gives the same")
    func nothingToCut() throws {
        let discussion = Discussion(
            id: "a", source: "s", format: "f",
            comments: HostileText.names.map { Comment(id: $0, nameAsWritten: $0, text: $0) })
        #expect(LengthLimits.applied(ReadingOptions(), to: discussion) == discussion)
    }
}
