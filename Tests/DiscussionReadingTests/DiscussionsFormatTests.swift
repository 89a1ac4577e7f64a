import DiscussionModel
import Foundation
import Testing

@testable import DiscussionReading

@Suite("The filter form")
struct DiscussionsFormatTests {
    private func results(
        _ text: String, isStrict: Bool = false
    ) -> [Result<Discussion, ReadingError>] {
        var options = ReadingOptions()
        options.isStrict = isStrict
        let input = OpenInput(bytes: Array(text.utf8), name: "in.jsonl")
        guard var stream = try? DiscussionsFormat().discussions(in: input, options: options) else {
            return []
        }
        var results: [Result<Discussion, ReadingError>] = []
        while true {
            do {
                guard let discussion = try stream.next() else { return results }
                results.append(.success(discussion))
            } catch let error as ReadingError {
                results.append(.failure(error))
                if !error.isOfOneRecord { return results }
            } catch {
                return results
            }
        }
    }

    @Test("No line is no discussion, and one without comments is one")
    func nothing() throws {
        #expect(results("\n \n").isEmpty)
        #expect(try results(#"{"id":"a","comments":[]}"#).map { try $0.get().comments } == [[]])
    }

    @Test(
        "A line longer than the head is recognised by its members in any order, and no table is",
        arguments: [
            (#"{"author":"a","body":"b","comments":[{"author":"c","id":"1","text":""#, true),
            (#"{"comments":[{"text":"t","author":"c"},{"text":""#, true),
            (#"{"author":"a","body":"b","comments":["c"],"id":"1","title":""#, false),
            (#"{"author":"a","votes":1,"comments":[{"author":"c","id":"1","text":""#, false),
        ])
    func longLines(start: String, isOurs: Bool) {
        let bytes = Array((start + String(repeating: "word ", count: 20_000)).utf8)
        let head = InputHead(
            bytes: Array(bytes.prefix(InputHead.maximumBytes)), fileName: "in.jsonl")
        #expect((DiscussionsFormat().sniff(head) > JSONTableFormat().sniff(head)) == isOurs)
    }

    @Test("A bad line is an error of its own and the rest goes on")
    func badLines() throws {
        let all = results(
            """
            {"id":"a","comments":[{"id":"1","author":"x","text":"t"}]}
            {"id":"b","comments":[{"id":"1","author":"x"}]}
            no JSON
            {"id":"c"}
            [1]
            {"id":"d","comments":[]}
            {"id":"e","comm
            """)
        #expect(all.map { try? $0.get().id } == ["a", nil, nil, nil, nil, "d", nil])
        let errors = all.compactMap { result -> ReadingError? in
            if case .failure(let error) = result { error } else { nil }
        }
        #expect(errors.map(\.line) == [2, 3, 4, 5, 7])
        #expect(errors.allSatisfy { $0.isOfOneRecord && $0.finding.severity == .error })
        #expect(errors[0].problem == "comment 1 has no `text`")
        #expect(results("{}\n{\"id\":\"a\",\"comments\":[]}", isStrict: true).count == 1)
    }

    @Test("Where some comments state a parent, those that say nothing answer the article")
    func parents() throws {
        let stated = try results(
            #"{"id":"a","comments":[{"id":1,"text":"t"},{"id":2,"text":"u","parent":1},"#
                + #"{"id":3,"text":"v","parent":null}]}"#)[0].get()
        #expect(stated.comments.map(\.statedParent) == ["0", "1", nil])
        let silent = try results(#"{"id":"a","comments":[{"id":1,"text":"t"}]}"#)[0].get()
        #expect(silent.comments.map(\.statedParent) == [nil])
    }

    @Test("Spans that lie outside the text are no quotations")
    func spans() throws {
        let discussion = try results(
            #"{"comments":[{"text":"abc","quotations":[{"span":[0,9]},{"span":[2,1]},{"span":[1]},"#
                + #"{"span":[1,3],"author":"x"}]}]}"#)[0].get()
        #expect(discussion.id == "in-1")
        #expect(discussion.comments[0].statedQuotations.map(\.span) == [TextSpan(start: 1, end: 3)])
    }

    @Test("A discussion is handed out before the next line is there")
    func atOnce() throws {
        let pipe = Pipe()
        let source = OpenInput(
            PipeSource(pipe.fileHandleForReading), name: "-", fileName: "")
        source.isAnsweredByLine = true
        try pipe.fileHandleForWriting.write(
            contentsOf: Data("{\"id\":\"a\",\"comments\":[]}\n".utf8))
        // Neither of these may wait for the end, which does not come.
        #expect(try source.head().bytes.last == 0x0A)
        var stream = try DiscussionsFormat().discussions(in: source, options: ReadingOptions())
        #expect(try stream.next()?.id == "a")
        try pipe.fileHandleForWriting.write(contentsOf: Data("{\"id\":\"b\",\"comm".utf8))
        try pipe.fileHandleForWriting.write(contentsOf: Data("ents\":[]}\nrest".utf8))
        #expect(try stream.next()?.id == "b")
        try pipe.fileHandleForWriting.close()
    }

    @Test("Lines come without their ends, and too long ones are told and passed over")
    func lines() throws {
        let input = OpenInput(bytes: Array("\u{FEFF}a\r\n\nbb\nccccccc\nd".utf8), name: "x")
        var lines = InputLines(input, maximumBytes: 1 << 20)
        var texts: [String] = []
        while let line = try lines.next() {
            texts.append("\(line.number)\(String(decoding: line.bytes, as: UTF8.self))")
        }
        #expect(texts == ["1a", "2", "3bb", "4ccccccc", "5d"])
    }
}

/// What is written into a pipe, as it comes.
private final class PipeSource: ByteSource {
    private let handle: FileHandle

    init(_ handle: FileHandle) { self.handle = handle }

    func read() -> [UInt8] { Array(handle.availableData) }
}
