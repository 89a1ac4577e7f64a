import DiscussionModel
import DiscussionReading
import Foundation
import Testing

/// Every fixture is read as the `.model` file beside it says.
///
/// With `REJOINDER_RECORD` in the environment the files are written, and the tests still fail, so
/// that nobody records without looking.
@Suite("Fixtures and their models")
struct GoldenModelTests {
    static let fixtures = FormatRegistry.all.map(\.name).flatMap { format in
        // Pasted pages have expectations of their own.
        format == "text" ? [] : Fixtures.inputs(of: format).map { "\(format)/\($0)" }
    }

    @Test("A fixture gives the discussions of its model", arguments: fixtures)
    func golden(fixture: String) throws {
        let path = Fixtures.folder.appending(path: fixture)
        let input = OpenInput(
            bytes: Array(try Data(contentsOf: path)), name: path.lastPathComponent)
        let format = try #require(
            FormatRegistry.format(named: String(fixture.split(separator: "/")[0])))
        var stream = try format.discussions(in: input, options: ReadingOptions())
        var discussions: [Discussion] = []
        while let discussion = try stream.next() { discussions.append(discussion) }
        let text = ModelDump.text(of: discussions)
        let model = path.appendingPathExtension("model")
        if ProcessInfo.processInfo.environment["REJOINDER_RECORD"] != nil {
            try Data(text.utf8).write(to: model)
            Issue.record("\(model.lastPathComponent) was recorded")
            return
        }
        let expected = try String(contentsOf: model, encoding: .utf8)
        let (got, want) = (text.split(separator: "\n"), expected.split(separator: "\n"))
        if let line = zip(got, want).enumerated().first(where: { $1.0 != $1.1 }) {
            Issue.record("line \(line.offset + 1) differs: \(line.element.0)")
        }
        #expect(text == expected)
    }
}
