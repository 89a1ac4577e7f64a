import DiscussionModel
import Foundation
import Testing

@testable import DiscussionReading

@Suite("Reading what a user names")
struct DiscussionReaderTests {
    /// A folder that is removed when the test is over.
    private final class Folder {
        let path =
            FileManager.default.temporaryDirectory.path()
            + "/rejoinder-test-\(UUID().uuidString)"

        init() throws {
            try FileManager.default.createDirectory(
                atPath: path + "/b", withIntermediateDirectories: true)
        }

        deinit { try? FileManager.default.removeItem(atPath: path) }

        func write(_ name: String, _ bytes: [UInt8]) throws {
            try Data(bytes).write(to: URL(filePath: path + "/" + name))
        }

        func write(_ name: String, _ text: String) throws { try write(name, Array(text.utf8)) }
    }

    private func read(_ inputs: [String], format: String? = nil) throws -> [String] {
        var seen: [String] = []
        let reader = try DiscussionReader(inputs: inputs, options: ReadingOptions(format: format))
        for result in reader {
            switch result {
            case .success(let discussion): seen.append(discussion.id)
            case .failure(let error): seen.append(error.code.name)
            }
        }
        return seen
    }

    private let page = "A Title Of Some Words\n\nA first paragraph, which ends here.\n"

    @Test("A folder gives its files sorted, then its folders; hidden files and links are skipped")
    func folders() throws {
        let folder = try Folder()
        for name in ["z.txt", "a.txt", "B.txt", ".hidden.txt", "b/c.txt"] {
            try folder.write(name, page)
        }
        try FileManager.default.createSymbolicLink(
            atPath: folder.path + "/link.txt", withDestinationPath: folder.path + "/a.txt")
        try FileManager.default.createSymbolicLink(
            atPath: folder.path + "/b/up", withDestinationPath: folder.path)
        #expect(try read([folder.path]) == ["B", "a", "z", "c"])
        #expect(try read([folder.path + "/link.txt"]) == ["link"])
    }

    @Test("One bad file among good ones gives an error in its place and the rest goes on")
    func badFile() throws {
        let folder = try Folder()
        try folder.write("1.txt", page)
        try folder.write("2.png", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0])
        try folder.write("3.txt", "")
        try folder.write("4.bin", (0..<2_000).map { UInt8(truncatingIfNeeded: $0 &* 37) })
        try folder.write("5.json", "{\"a\": 1}")
        try folder.write("6.txt", page)
        #expect(
            try read([folder.path, folder.path + "/none"]) == [
                "1", "binary", "empty", "binary", "unrecognized", "6", "not-found",
            ])
    }

    @Test("Ids are unique within a run")
    func uniqueIDs() throws {
        let folder = try Folder()
        try folder.write("a.txt", page)
        try folder.write("a-2.txt", page)
        let path = folder.path + "/a.txt"
        #expect(
            try read([path, path, folder.path + "/a-2.txt", path]) == ["a", "a-2", "a-2-2", "a-3"])
    }

    @Test("An error says where, what and what to do; an unknown format is one")
    func errors() throws {
        let error = #expect(throws: ReadingError.self) {
            try DiscussionReader(inputs: [], options: ReadingOptions(format: "papyrus"))
        }
        #expect(error?.code == .unknownFormat)
        #expect(error?.advice.contains("convokit") == true)
        let other = ReadingError(
            .malformed, file: "a.jsonl", line: 3, problem: "it is odd", advice: "mend it")
        #expect(other.description == "a.jsonl:3: it is odd; mend it")
    }

    @Test("An empty folder is an error, a folder of empty folders none")
    func emptyFolder() throws {
        let folder = try Folder()
        #expect(try read([folder.path]) == [])
        #expect(try read([folder.path + "/b"]) == ["no-inputs"])
    }

    @Test("The prober counts what is in each input")
    func probing() throws {
        let folder = try Folder()
        try folder.write("a.txt", page)
        let kiln = Fixtures.folder.path() + "/convokit/kiln.jsonl"
        let probes = try Array(InputProber(inputs: [folder.path, kiln, "/no/such"]))
        #expect(probes.count == 3)
        let first = try probes[0].get()
        #expect((first.format, first.discussions, first.comments) == ("text", 1, 0))
        #expect(first.bytes == page.utf8.count)
        let second = try probes[1].get()
        #expect((second.format, second.discussions, second.comments) == ("convokit", 2, 4))
        #expect(throws: ReadingError.self) { try probes[2].get() }
    }

    @Test("A stream is spooled to a file that has no name any more")
    func spooling() throws {
        let bytes = Array(repeating: UInt8(ascii: "x"), count: 3_000_000)
        let file = try OpenInput(bytes: bytes, name: "-").randomAccess()
        #expect(try file.bytes(at: 2_999_990, count: 99).count == 10)
        let left = try FileManager.default.contentsOfDirectory(
            atPath: FileManager.default.temporaryDirectory.path())
        #expect(!left.contains { $0.hasPrefix("rejoinder-spool-") })
    }

    @Test("Lines longer than the scanner's buffer come out whole")
    func longLines() throws {
        let long = String(repeating: "y", count: 2_500_000)
        let file = try OpenInput(bytes: Array("a\r\n\(long)\n\nb".utf8), name: "-").randomAccess()
        var scanner = LineScanner(file)
        var lines: [LineRange] = []
        while let range = try scanner.next({ $1 }) { lines.append(range) }
        #expect(lines.map(\.length) == [1, 2_500_000, 0, 1])
        #expect(lines.map(\.number) == [1, 2, 3, 4])
        #expect(lines.map(\.offset) == [0, 3, 2_500_004, 2_500_005])
    }
}
