import DiscussionModel
import DiscussionReading
import Foundation
import Testing

/// A source may write any number; most places here were found by fuzzing (`Fuzzing/FOUND.md`).
@Suite("Numbers that no site has")
struct HugeNumberTests {
    private static let inputs = FormatRegistry.all.flatMap { format in
        Fixtures.inputs(of: format.name).map { format.name + "/" + $0 }
    }.filter { [".json", ".jsonl", ".ndjson", ".artrans"].contains(where: $0.hasSuffix) }

    @Test("In the place of every number in JSON they stop no reader", arguments: inputs)
    func everywhere(path: String) throws {
        let name = String(path.prefix { $0 != "/" })
        let format = try #require(FormatRegistry.format(named: name))
        let url = Fixtures.folder.appending(path: path)
        let text = try String(contentsOf: url, encoding: .utf8)
        for numbers in [
            ["9223372036854775807", "-9223372036854775808"],
            ["-9223372036854775808", "9223372036854775807"], ["9223372036854775807"],
            ["-9223372036854775808"], ["1e300", "-1e300"], ["1e18", "0.5"], ["-1"],
        ] {
            var place = 0
            let changed = text.replacing(/(:\s*"?)-?[0-9]+(?:\.[0-9]+)?("?\s*[,}\n\]])/) { match in
                place += 1
                return match.output.1 + numbers[place % numbers.count] + match.output.2
            }
            do {
                for discussion in try format.read(changed) {
                    for comment in discussion.comments { _ = comment.posted?.description }
                }
            } catch let error as ReadingError {
                #expect(!error.problem.isEmpty)
            }
        }
    }

    @Test("Votes beyond counting are left out")
    func votes() throws {
        let row = """
            {"id":"c1","link_id":"t3_a","parent_id":"t3_a","author":"x","body":"y","created_utc":1,\
            "ups":-9223372036854775808,"downs":5}

            """
        let format = try #require(FormatRegistry.format(named: "reddit"))
        #expect(try format.read(row)[0].comments[0].score == nil)
    }

    @Test("A page of an archive that is as old as numbers go tells its relative times")
    func archive() throws {
        let page = "The weir\n\nIt leaks.\n\nComments\n\nAna says:\n3 hours ago\nIt did.\n"
        // The extended header of a tar archive says when the file behind it was changed.
        let time = "30 mtime=-9223372036854775807\n"
        var archive = ArchiveMaker.tar([
            (name: "header", bytes: Array(time.utf8)), (name: "page.txt", bytes: Array(page.utf8)),
        ])
        archive[156] = UInt8(ascii: "x")
        let sum = archive[..<512].enumerated().reduce(0) {
            $0 + ((148..<156).contains($1.offset) ? 0x20 : Int($1.element))
        }
        let digits = String(sum, radix: 8)
        let field = String(repeating: "0", count: 6 - digits.count) + digits + "\0 "
        archive.replaceSubrange(148..<156, with: field.utf8)
        let path = FileManager.default.temporaryDirectory
            .appending(path: "old-\(UInt64.random(in: 0 ... .max)).tar").path
        try Data(archive).write(to: URL(fileURLWithPath: path))
        defer { try? FileManager.default.removeItem(atPath: path) }
        var read = 0
        for result in try DiscussionReader(inputs: [path]) {
            #expect(try result.get().comments[0].posted?.description.hasPrefix("0000-") == true)
            read += 1
        }
        #expect(read == 1)
    }
}
