import Foundation
import Testing

@Suite("The pages for people")
struct ReadmeTests {
    static let pages = [
        "README.md", "CONTRIBUTING.md", "CHANGELOG.md", "Documentation/CommandLine.md",
        "Documentation/Formats.md", "Documentation/Accuracy.md",
    ]

    private func text(of page: String) throws -> String {
        try String(contentsOf: CommandRun.repository.appendingPathComponent(page), encoding: .utf8)
    }

    @Test("Every link to a file leads to one", arguments: pages)
    func links(page: String) throws {
        let folder = CommandRun.repository.appendingPathComponent(page).deletingLastPathComponent()
        for match in try text(of: page).matches(of: /\]\(([^)#]+)[^)]*\)/) {
            let target = String(match.1)
            guard !target.contains("://") else { continue }
            let path = folder.appendingPathComponent(target).path
            #expect(FileManager.default.fileExists(atPath: path), "\(page): \(target)")
        }
    }

    @Test("Every folder and file of the sources that they name is there", arguments: pages)
    func sources(page: String) throws {
        for match in try text(of: page).matches(
            of: /`((?:Sources|Tests|Scripts|seeds)\/[A-Za-z\/.+-]*)`/)
        {
            let path = String(match.1)
            // Patterns of how to name a new file are no files.
            guard !path.contains("Name"), !path.contains("/name"), !path.contains("X") else {
                continue
            }
            let url = CommandRun.repository.appendingPathComponent(path)
            #expect(FileManager.default.fileExists(atPath: url.path), "\(page): \(path)")
        }
    }

    @Test("Every make target that they name is in the Makefile", arguments: pages)
    func targets(page: String) throws {
        let makefile = try text(of: "Makefile")
        for match in try text(of: page).matches(of: /(?:`|\n)make ([a-z-]+)/) {
            #expect(makefile.contains("\n\(match.1):"), "\(page): make \(match.1)")
        }
    }

    @Test("The two commands and the query stand in the first screen of the README")
    func firstScreen() throws {
        let screen = try text(of: "README.md").split(
            separator: "\n", omittingEmptySubsequences: false
        )
        .prefix(40).joined(separator: "\n")
        #expect(screen.contains("\nmake demo"))
        #expect(screen.contains("\nmake test"))
        #expect(screen.contains("'select * from who_replies_to_whom'"))
    }

    @Test("The changelog begins with what is unreleased")
    func changelog() throws {
        #expect(try text(of: "CHANGELOG.md").hasPrefix("# Changelog\n\n## Unreleased\n"))
    }
}
