import Foundation
import Testing

@testable import DiscussionMeasurement

@Suite("MeasureDocumentation")
struct MeasureDocumentationTests {
    @Test("Documentation/Measures.md is what the registry says")
    func isFresh() throws {
        let file = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "../../Documentation/Measures.md").standardized
        let isRecording = ProcessInfo.processInfo.environment["REJOINDER_RECORD"] != nil
        if isRecording {
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try MeasureDocumentation.page.write(to: file, atomically: true, encoding: .utf8)
            Issue.record("The page was written; run again without REJOINDER_RECORD.")
        }
        #expect(try String(contentsOf: file, encoding: .utf8) == MeasureDocumentation.page)
    }

    @Test("Every measure says what it is, and names are unique")
    func isComplete() {
        let definitions = MeasureRegistry.measures.map(\.definition)
        #expect(Set(definitions.map(\.name)).count == definitions.count)
        for definition in definitions {
            for field in [
                definition.name, definition.meaning, definition.formula, definition.symbols,
                definition.range, definition.undefined, definition.cost, definition.source,
            ] {
                #expect(!field.isEmpty)
                #expect(!field.contains("|") && !field.contains("\n"))
            }
        }
    }
}
