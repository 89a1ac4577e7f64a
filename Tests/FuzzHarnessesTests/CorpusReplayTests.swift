import DiscussionReading
import Foundation
import FuzzHarnesses
import Testing

/// What fuzzing found so far, without a fuzzer.
@Suite("The corpus of the fuzzer")
struct CorpusReplayTests {
    private static let fuzzing = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "Fuzzing")
    private static let names = HarnessRegistry.all.map(\.name)

    private func corpus(of harness: String) throws -> [URL] {
        try FileManager.default.contentsOfDirectory(
            at: Self.fuzzing.appending(path: "corpus/\(harness)"), includingPropertiesForKeys: nil
        ).sorted { $0.lastPathComponent < $1.lastPathComponent }
    }

    @Test("Nothing in it breaks what must hold", arguments: names)
    func replay(name: String) throws {
        let harness = try #require(HarnessRegistry.harness(named: name))
        let files = try corpus(of: name)
        #expect(!files.isEmpty)
        for file in files {
            let bytes = Array(try Data(contentsOf: file))
            #expect(throws: Never.self, "\(name)/\(file.lastPathComponent)") {
                try harness.run(bytes)
            }
        }
    }

    @Test("An input of nothing, and one of each byte alone, are fine", arguments: names)
    func smallest(name: String) throws {
        let harness = try #require(HarnessRegistry.harness(named: name))
        try harness.run([])
        for byte in stride(from: UInt8(0), through: 252, by: 12) { try harness.run([byte]) }
    }

    @Test("Every format is read by a harness")
    func formats() {
        let read = Set(Harness.formats.values.joined())
        let all = Set(FormatRegistry.all.map(\.name))
        #expect(read == all)
        #expect(Set(Harness.formats.keys).isSubset(of: Self.names))
    }

    @Test("The corpus is small: 2 MB in all")
    func size() throws {
        var bytes = 0
        for name in Self.names {
            for file in try corpus(of: name) {
                bytes += try file.resourceValues(forKeys: [.fileSizeKey]).fileSize ?? 0
            }
        }
        #expect(bytes <= 2 << 20)
    }
}
