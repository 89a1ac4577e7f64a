import DiscussionModel
import Testing

@testable import DiscussionReading

@Suite("Dumps that scatter their discussions")
struct GroupedRecordsTests {
    /// Rows of `threads` threads with `rows` comments each: thread after thread, or in turn.
    private func dump(threads: Int, rows: Int, inTurn: Bool) -> String {
        var lines: [String] = []
        let places =
            inTurn
            ? (0..<rows).flatMap { row in (0..<threads).map { ($0, row) } }
            : (0..<threads).flatMap { thread in (0..<rows).map { (thread, $0) } }
        for (thread, row) in places {
            let parent = row == 0 ? "t3_th\(thread)" : "t1_c\(thread)x\((row + 1) / 2)"
            lines.append(
                """
                {"id":"c\(thread)x\(row + 1)","link_id":"t3_th\(thread)","parent_id":"\(parent)",\
                "author":"who\(row % 5)","created_utc":\(1_600_000_000 + row),\
                "body":"Word \(row) of thread \(thread): \(String(repeating: "long ", count: 20))",\
                "author_fullname":{"id":[1,"a\\"b\\n"]},"score":\(row)}
                """)
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private func read(
        _ text: String, memory: Int, strict: Bool = false
    ) throws -> [Discussion] {
        var options = ReadingOptions()
        options.maximumGroupingBytes = memory
        options.isStrict = strict
        var stream = try RedditFormat().discussions(
            in: OpenInput(bytes: Array(text.utf8), name: "RC"), options: options)
        var discussions: [Discussion] = []
        while let discussion = try stream.next() { discussions.append(discussion) }
        return discussions
    }

    private func lines(_ text: String, memory: Int) throws -> GroupedLines<FieldsOfLines> {
        var options = ReadingOptions()
        options.maximumGroupingBytes = memory
        let keeper = FieldsOfLines(["link_id"]) { row, key in
            key.append(contentsOf: (row[0]?.string ?? "").utf8)
        }
        return try GroupedLines(
            [OpenInput(bytes: Array(text.utf8), name: "RC")], options: options, keeper: keeper)
    }

    @Test(
        "The discussions are the same and in the same order, however little memory there is",
        arguments: [true, false], [1_000, 20_000, 300_000])
    func anyMemory(inTurn: Bool, memory: Int) throws {
        let text = dump(threads: 300, rows: 12, inTurn: inTurn)
        let whole = try read(text, memory: 1 << 30)
        #expect(whole.count == 300)
        #expect(whole.map(\.id) == (0..<300).map { "th\($0)" })
        #expect(whole.allSatisfy { $0.comments.count == 12 && $0.findings.isEmpty })
        #expect(try read(text, memory: memory) == whole)
    }

    @Test("A sorted input is handed out while it is read, and nothing is set aside")
    func sorted() throws {
        let lines = try lines(dump(threads: 300, rows: 12, inTurn: false), memory: 50_000)
        var counts: [Int] = []
        var first: Double?
        while let group = try lines.next() {
            first = first ?? lines.share
            counts.append(group.count)
        }
        #expect(!lines.hasSpilled)
        #expect(counts == [Int](repeating: 12, count: 300))
    }

    @Test("What interleaves more than fits is set aside, and what fits is not")
    func interleaved() throws {
        let text = dump(threads: 300, rows: 12, inTurn: true)
        for (memory, isSetAside) in [(50_000, true), (1 << 30, false)] {
            let lines = try lines(text, memory: memory)
            var count = 0
            while let group = try lines.next() {
                var numbers: [Int] = []
                try group.forEachLine { _, number, _ in numbers.append(number) }
                #expect(numbers == (0..<12).map { 1 + count + 300 * $0 })
                count += 1
            }
            #expect(count == 300)
            #expect(lines.hasSpilled == isSetAside)
        }
    }

    @Test("A discussion that goes on behind the sorted part of an input is told of")
    func scattered() throws {
        let sorted = dump(threads: 300, rows: 12, inTurn: false)
        let late = """
            {"id":"late","link_id":"t3_th0","parent_id":"t3_th0","author":"a","body":"b"}

            """
        let all = try read(sorted + late, memory: 50_000)
        #expect(all.map(\.id) == (0..<300).map { "th\($0)" } + ["th0"])
        #expect(all.flatMap(\.findings).map(\.id) == ["scattered-discussion"])
        #expect(all.flatMap(\.findings)[0].message.contains("--memory"))
        #expect(try read(sorted + late, memory: 1 << 30).count == 300)
    }

    @Test("Bad lines are told once, whether lines were set aside, handed out early, or neither")
    func badLines() throws {
        for inTurn in [true, false] {
            var rows = dump(threads: 300, rows: 12, inTurn: inTurn).split(separator: "\n")
            rows[2_000] = "{]"
            let text = rows.joined(separator: "\n")
            for memory in [20_000, 1 << 30] {
                let findings = try read(text, memory: memory).flatMap(\.findings)
                #expect(findings.filter { $0.id == "bad-line" }.map(\.line) == [2_001])
                #expect(throws: ReadingError.self) { try read(text, memory: memory, strict: true) }
            }
        }
    }

    @Test("Fields are read as they stand, whatever they are, and the first of two counts")
    func fields() throws {
        let line = """
            {"s":"a\\u0000\\"é","n":null,"t":true,"f":false,"i":-5,"u":18446744073709551615,"d":2.5,\
            "s":"second","o":{"k\\"":[1,{"x":"\\n"},[],{}],"n":null},"e":""}
            """
        let names: [StaticString] = ["e", "s", "n", "t", "f", "i", "u", "d", "o", "missing"]
        let keys = FieldKeys(names)
        let parser = JSONParser()
        func check(_ row: FieldRow) {
            #expect(row[0]?.string == "")
            #expect(row[1]?.string == "a\0\"é")
            #expect(row[2]?.isNull == true)
            #expect(row[3]?.boolean == true)
            #expect(row[4]?.boolean == false)
            #expect(row[5]?.integer == -5)
            #expect(row[5]?.number == -5)
            #expect(row[6]?.identifier == "18446744073709551615")
            #expect(row[6]?.integer == nil)
            #expect(row[7]?.number == 2.5)
            #expect(row[8]?.isObject == true)
            #expect(row[8]?.withValue { $0["k\""]?.elements[1]["x"]?.string } == "\n")
            #expect(row[9] == nil)
        }
        var written: [UInt8] = []
        var bytes = Array(line.utf8)
        let count = bytes.count
        bytes += [UInt8](repeating: 0x7B, count: JSONParser.padding)
        try bytes.withUnsafeBufferPointer { bytes in
            let root = try parser.paddedDocument(UnsafeBufferPointer(rebasing: bytes[..<count]))
            check(try #require(keys.row(of: root, by: parser)))
            written = [UInt8](repeating: 0, count: keys.size)
            written.withUnsafeMutableBytes {
                if let start = $0.baseAddress { keys.write(to: start) }
            }
        }
        written.withUnsafeBytes { check(keys.row(writtenIn: $0)) }
    }

    @Test("A field that is nested a million deep is read without recursion")
    func deepField() throws {
        let deep = String(repeating: "[", count: 500_000) + String(repeating: "]", count: 500_000)
        let text = """
            {"id":"1","link_id":"t3_l","parent_id":"t3_l","author":\(deep),"body":"words"}
            """
        let all = try read(text, memory: 1 << 30)
        #expect(all.map { $0.comments.map(\.text) } == [["words"]])
    }

    @Test("Lines of any length are handed on with room behind them, whatever the chunks are")
    func paddedLines() throws {
        let texts = ["a", "", String(repeating: "b", count: 3_000_000), "c\r", "d"]
        let bytes = Array(texts.joined(separator: "\n").utf8)
        var lines = PaddedLines(OpenInput(bytes: bytes, name: "x"), padding: 64)
        var seen: [(Int, Int)] = []
        while try lines.next({ seen.append(($1, $0.count)) }) != nil {}
        #expect(seen.map(\.0) == [1, 2, 3, 4, 5])
        #expect(seen.map(\.1) == [1, 0, 3_000_000, 1, 1])
        #expect(lines.endsAmidLine)
        var short = PaddedLines(
            OpenInput(bytes: bytes, name: "x"), padding: 64, maximumBytes: 1_000_000)
        var numbers: [Int] = []
        while try short.next({ numbers.append($1) }) != nil {}
        #expect(numbers == [1, 2, 4, 5])
        #expect(short.skippedLines == [3])
    }
}
