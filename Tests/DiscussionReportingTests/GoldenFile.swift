import Foundation
import Testing

/// Compares a text with a file in `Fixtures`.
///
/// With `REJOINDER_RECORD` in the environment the file is written, and the test still fails, so that
/// nobody records without looking.
func expectGolden(
    _ text: String, _ name: String, sourceLocation: SourceLocation = #_sourceLocation
) throws {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appendingPathComponent("Fixtures/\(name)")
    if ProcessInfo.processInfo.environment["REJOINDER_RECORD"] != nil {
        try Data(text.utf8).write(to: file)
        Issue.record("\(name) was recorded", sourceLocation: sourceLocation)
        return
    }
    let expected = try String(contentsOf: file, encoding: .utf8)
    let (got, want) = (text.split(separator: "\n"), expected.split(separator: "\n"))
    if let line = zip(got, want).enumerated().first(where: { $1.0 != $1.1 }) {
        Issue.record(
            "\(name) differs in line \(line.offset + 1): \(line.element.0)",
            sourceLocation: sourceLocation)
    }
    #expect(text.utf8.elementsEqual(expected.utf8), sourceLocation: sourceLocation)
}
