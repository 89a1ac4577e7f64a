import Foundation
import Testing

@Suite("The library example of the README")
struct ReadmeExampleTests {
    private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    private static let repository = folder.deletingLastPathComponent().deletingLastPathComponent()

    @Test("It is the code that is compiled here")
    func same() throws {
        let source = try String(
            contentsOf: Self.folder.appendingPathComponent("ReadmeExample.swift"), encoding: .utf8)
        let body =
            source.components(separatedBy: "    // The README begins here.\n").last?
            .components(separatedBy: "    // The README ends here.\n").first ?? ""
        let lines = body.split(separator: "\n", omittingEmptySubsequences: false)
            .map { $0.hasPrefix("    ") ? $0.dropFirst(4) : $0 }
        let expected =
            "import Rejoinder\n\nlet page = \"seeds/cemetery-goats.txt\"\n\n"
            + lines.joined(separator: "\n")
        let readme = try String(
            contentsOf: Self.repository.appendingPathComponent("README.md"), encoding: .utf8)
        let block = readme.components(separatedBy: "```swift\n").dropFirst().first?
            .components(separatedBy: "```").first
        #expect(block == expected)
        #expect(expected.split(separator: "\n").count <= 12)
    }

    @Test("It runs on the sample document that it names")
    func runs() throws {
        try readmeExample(
            page: Self.repository.appendingPathComponent("seeds/cemetery-goats.txt").path)
    }
}
