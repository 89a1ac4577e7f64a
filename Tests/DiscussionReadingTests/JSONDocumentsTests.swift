import DiscussionModel
import Testing

@testable import DiscussionReading

@Suite("JSON documents of an input")
struct JSONDocumentsTests {
    private func numbers(
        _ bytes: [UInt8], limit: Int = 1 << 30
    ) throws -> (numbers: [Int], findings: [Finding]) {
        let input = OpenInput(bytes: bytes, name: "numbers.json")
        var documents = try JSONDocuments(input, options: ReadingOptions(maximumPageBytes: limit))
        var numbers: [Int] = []
        while let found = try documents.next({ root, _ in
            root.isArray ? root.elements.compactMap(\.count) : [root["n"]?.count ?? -1]
        }) {
            numbers += found
        }
        return (numbers, documents.breaks + documents.warnings.findings)
    }

    private func numbers(_ text: String) throws -> [Int] { try numbers(Array(text.utf8)).numbers }

    @Test("Documents stand one a line, over lines, or one behind the other")
    func layouts() throws {
        #expect(try numbers("{\"n\":1}\n\n{\"n\":2}\r\n[3]") == [1, 2, 3])
        #expect(try numbers("{\n\"n\": 1\n}\n{\n\"n\": 2\n}") == [1, 2])
        #expect(try numbers("[1,2][3]") == [1, 2, 3])
        #expect(try numbers("\u{FEFF}[1]") == [1])
        #expect(try numbers("[\n{\"n\":1}\n]") == [])
    }

    @Test("Of a damaged first line the rest is read")
    func firstLine() throws {
        let found = try numbers(Array("{\"n\": oops}\n{\"n\":2}\n{\"n\":3}".utf8))
        #expect(found.numbers == [2, 3])
        #expect(found.findings.map(\.id) == ["bad-line"])
        #expect(found.findings.map(\.line) == [1])
    }

    @Test("A document that is damaged in the middle gives what stands before")
    func damaged() throws {
        let found = try numbers(Array("[1,\n2,\n3}, 4]".utf8))
        #expect(found.numbers == [1, 2, 3])
        #expect(found.findings.map(\.id) == ["malformed"])
        #expect(found.findings.map(\.line) == [3])
        #expect(found.findings.map(\.severity) == [.error])
    }

    @Test("A number at the cut is not taken for whole")
    func cutNumber() throws {
        let found = try numbers(Array("[10, 20, 3".utf8))
        #expect(found.numbers == [10, 20])
        #expect(found.findings.map(\.id) == ["truncated"])
    }

    @Test("UTF-16 and stray bytes are read, and a guess is told")
    func encodings() throws {
        var utf16: [UInt8] = [0xFF, 0xFE]
        for unit in "[1, 2]".utf16 { utf16 += [UInt8(unit & 0xFF), UInt8(unit >> 8)] }
        #expect(try numbers(utf16).numbers == [1, 2])
        let stray = Array("{\"a\":\"".utf8) + [0xE9] + Array("\",\"n\":7}\n{\"n\":8}".utf8)
        let found = try numbers(stray)
        #expect(found.numbers == [7, 8])
        #expect(found.findings.map(\.id) == ["encoding-guessed"])
    }

    @Test("A document that is larger than what may be held is refused with advice")
    func tooLarge() throws {
        let error = #expect(throws: ReadingError.self) {
            try numbers(Array("[\n1,\n2,\n3\n]".utf8), limit: 6)
        }
        #expect(error?.code == .tooLarge)
    }

    @Test("Wherever a document is cut, what stands before is JSON once it is closed")
    func closing() throws {
        let text = #"{"a":[1,{"b":"x\"y","c":[true,null,-1.5e3]},"z"],"n":5,"e":{},"f":[]}"#
        let bytes = Array(text.utf8)
        let parser = JSONParser()
        for end in 1..<bytes.count {
            let cut = Array(bytes[..<end])
            let found = cut.withUnsafeBufferPointer { JSONBreak($0) }
            #expect(found.byte == end && found.isAtEnd, "\(end)")
            guard let kept = found.kept else { continue }
            let repaired = Array(cut[kept]) + found.closing
            let isObject = try repaired.withUnsafeBufferPointer {
                try parser.withDocument($0) { $0.isObject }
            }
            #expect(isObject, "\(end)")
        }
        let whole = bytes.withUnsafeBufferPointer { JSONBreak($0) }
        #expect(whole.byte == nil && whole.values == [0..<bytes.count])
    }
}
