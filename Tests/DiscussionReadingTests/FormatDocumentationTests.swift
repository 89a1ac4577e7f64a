import DiscussionModel
import DiscussionReading
import Foundation
import Testing

/// What `Documentation/Formats.md` has to hold.
@Suite("The documentation of formats")
struct FormatDocumentationTests {
    private static let repository = Fixtures.folder.resolvingSymlinksInPath()
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    private static func page() throws -> String {
        try String(
            contentsOf: repository.appending(path: "Documentation/Formats.md"), encoding: .utf8)
    }

    /// The cells of a table's rows below a heading, without its head.
    private static func rows(_ page: String, under heading: String) throws -> [[String]] {
        let section = try #require(
            page.components(separatedBy: "\n## ").first { $0.hasPrefix(heading) })
        let rows = section.split(separator: "\n").filter { $0.hasPrefix("|") }.dropFirst(2)
        return rows.map { row in
            row.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
        }
    }

    @Test("The overview names every format once, and the sections follow in its order")
    func overview() throws {
        let page = try Self.page()
        let overview = page.components(separatedBy: "\nEvery one of them").first ?? ""
        let named = overview.matches(of: /\[([a-z0-9]+)\]\(#([a-z0-9]+)\)/).map { match in
            #expect(match.1 == match.2)
            return String(match.1)
        }
        #expect(Set(named) == Set(FormatRegistry.all.map(\.name)))
        let sections = page.matches(of: /\n## ([a-z0-9]+)\n/).map { String($0.1) }
        #expect(sections == named)
    }

    @Test("Every finding of the reading stands in the table of findings, and none else")
    func findings() throws {
        let rows = try Self.rows(Self.page(), under: "Findings")
        let documented = Dictionary(
            rows.map { row in
                (row[0].trimmingCharacters(in: ["`"]), row[1].components(separatedBy: ", "))
            }, uniquingKeysWith: +)
        #expect(rows.map { $0[0] } == rows.map { $0[0] }.sorted())

        var used: [String: Set<String>] = [:]
        let sources = Self.repository.appending(path: "Sources/DiscussionReading")
        let files = try #require(FileManager.default.enumerator(atPath: sources.path()))
        for case let file as String in files where file.hasSuffix(".swift") {
            let text = try String(contentsOf: sources.appending(path: file), encoding: .utf8)
            for match in text.matches(of: /\bid: ([^\n]*)severity: ([^\n]*)/) {
                let severities = match.2.matches(of: /\.(note|warning|error)\b/).map { $0.1 }
                for id in match.1.matches(of: /"([a-z-]+)"/) {
                    used[String(id.1), default: []].formUnion(severities.map(String.init))
                }
            }
            for match in text.matches(of: /"([a-z]+(?:-[a-z]+)*)",\s*\.(note|warning|error)\b/) {
                used[String(match.1), default: []].insert(String(match.2))
            }
            for match in text.matches(of: /= Code\(kind: \.(\w+)\)/) {
                let words = match.1.replacing(/[A-Z]/) { "-" + $0.0.lowercased() }
                used[String(words), default: []].insert("error")
            }
        }
        #expect(used.keys.sorted() == documented.keys.sorted())
        for (id, severities) in used {
            #expect(severities.sorted() == documented[id, default: []].sorted(), "\(id)")
        }
    }
}
