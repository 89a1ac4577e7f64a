import Foundation
import Testing

@Suite("The filter form")
struct FilterFormTests {
    let folder: ScratchFolder
    private let arguments = ["analyze", "-", "--format", "discussions", "--json"]

    init() throws { folder = try ScratchFolder() }

    private static let talk = #"""
        {"id":"kiln","comments":[{"id":"1","author":"Mo","text":"The kiln runs too hot."},\#
        {"id":"2","author":"Ute","text":"No, it does not.","parent":"1"}]}
        """#
    /// With a finding: an id stands twice.
    private static let doubled = #"""
        {"id":"kiln","comments":[{"id":"1","author":"Mo","text":"The kiln runs too hot."},\#
        {"id":"1","author":"Ute","text":"Since when?"}]}
        """#
    private static let nameless = #"{"comments":[{"author":"Mo","text":"Who has the glaze?"}]}"#
    private static let lines = [
        talk, doubled, "no discussion", nameless, talk, "\u{1}\u{2}", doubled, nameless,
        "no discussion",
    ]

    private func answers(_ text: String, _ more: String...) throws -> [Substring] {
        try CommandRun(arguments + more, in: folder, input: text).lines
    }

    @Test("A line has the same answer, byte for byte, wherever it stands")
    func alone() throws {
        let together = try answers(Self.lines.joined(separator: "\n") + "\n")
        #expect(together.count == Self.lines.count)
        for (line, answer) in zip(Self.lines, together) {
            #expect(try answers(line + "\n") == [answer], "\(line)")
        }
        let reversed = try answers(Self.lines.reversed().joined(separator: "\n") + "\n", "-j3")
        #expect(reversed == together.reversed())
    }

    @Test("Ids stay as they are, and a discussion without one is called after standard input")
    func ids() throws {
        let ids = try answers(Self.lines.joined(separator: "\n") + "\n").map { line in
            try JSONDecoder().decode(Answer.self, from: Data(line.utf8)).discussion.id
        }
        #expect(
            ids == ["kiln", "kiln", nil, "stdin", "kiln", nil, "kiln", "stdin", nil])
    }

    @Test("A bad line ends the command with 1, and standard error says where it stood")
    func badLines() throws {
        let run = try CommandRun(
            arguments, in: folder, input: "\(Self.talk)\nno discussion\n\(Self.talk)\n")
        #expect(run.status == 1)
        #expect(run.lines.count == 3)
        #expect(run.errors.contains("-:2: "))
        #expect(run.errors.split(separator: "\n").count == 1)
    }

    @Test(
        "No line, as an engine sends where nothing is left, is no error", arguments: ["", "\n\n"])
    func nothing(input: String) throws {
        let run = try CommandRun(arguments, in: folder, input: input)
        #expect(run.status == 0)
        #expect(run.text == "")
        #expect(run.errors == "")
    }

    @Test("Each line is answered before the next is written")
    func atOnce() throws {
        let process = Process()
        let (input, output) = (Pipe(), Pipe())
        process.executableURL = CommandRun.program
        process.arguments = arguments
        (process.standardInput, process.standardOutput) = (input, output)
        process.standardError = FileHandle.nullDevice
        try process.run()
        for line in [Self.talk, "no discussion", Self.talk] {
            try input.fileHandleForWriting.write(contentsOf: Data((line + "\n").utf8))
            // Were it not answered now, this would wait for ever.
            var answer = Data()
            while answer.last != 0x0A {
                let more = output.fileHandleForReading.availableData
                try #require(!more.isEmpty)
                answer += more
            }
            #expect(answer.count { $0 == 0x0A } == 1)
        }
        try input.fileHandleForWriting.close()
        process.waitUntilExit()
        #expect(process.terminationStatus == 1)
    }

    @Test("In a store, and in a file, discussions of one id are told apart")
    func unique() throws {
        try folder.write("\(Self.talk)\n\(Self.talk)\n", to: "talks.jsonl")
        let run = try CommandRun("analyze", "talks.jsonl", "--json", in: folder)
        #expect(run.text.contains(#""id":"kiln-2""#))
        let stored = try CommandRun(
            arguments + ["--db", "talks.sqlite"], in: folder,
            input: "\(Self.talk)\n\(Self.talk)\n")
        #expect(stored.text.contains(#""id":"kiln-2""#))
    }

    /// What the test reads of an answer.
    private struct Answer: Decodable {
        struct Head: Decodable { var id: String? }
        var discussion: Head
    }
}
