import DiscussionModel
import DiscussionReading
import Foundation
import Rejoinder
import Testing

/// A store takes up a new way to analyse by `Release.analysis` alone.
@Suite("The version of analyses")
struct AnalysisVersionTests {
    private static let root = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    private static let record = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().appendingPathComponent("Fixtures/analysis-version.txt")

    /// The version, and a fingerprint of the analyses of all sample documents.
    private func current() throws -> String {
        let folder = Self.root.appendingPathComponent("seeds")
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
            .filter { $0.hasSuffix(".txt") }
        try #require(!names.isEmpty)
        var documents = ""
        for name in names {
            let path = folder.appendingPathComponent(name).path
            for result in try DiscussionReader(inputs: [path]) {
                // Remarks name the file, which lies elsewhere on every machine.
                var discussion = try result.get()
                discussion.source = name
                discussion.findings = []
                documents += AnalysisJSON().document(of: Analyzer().analysis(of: discussion))
            }
        }
        let hash = ContentHash(of: Discussion(id: "", source: "", format: ""), settings: documents)
        return "\(Release.analysis) \(hash)\n"
    }

    @Test("It is raised when the analyses of the sample documents change")
    func raised() throws {
        let now = try current()
        if ProcessInfo.processInfo.environment["REJOINDER_RECORD"] != nil {
            try Data(now.utf8).write(to: Self.record)
        }
        let before = try String(contentsOf: Self.record, encoding: .utf8)
        #expect(
            now == before,
            """
            Analyses have changed: raise Release.analysis, so that stores are analysed again, and \
            record the new ones with REJOINDER_RECORD=1 swift test --filter AnalysisVersion.
            """)
    }
}
