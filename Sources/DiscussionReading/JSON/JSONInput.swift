import DiscussionModel

/// Reads all JSON documents of an input, for formats in which any of them may add to any
/// discussion; where a document may be whole, `JSONDiscussionStream` hands it out at once.
struct JSONInput {
    private let input: OpenInput
    private let expectation: String

    /// - Parameter expectation: what the format reads, in words for its errors.
    init(_ input: OpenInput, expecting expectation: String) {
        self.input = input
        self.expectation = expectation
    }

    /// Calls `body` with the root of each document and its line, of documents by line.
    ///
    /// - Returns: what there is to say of the input, such as that it was cut.
    /// - Throws: `ReadingError` when nothing of it is JSON or it is too large.
    func read(
        _ options: ReadingOptions, _ body: (JSONValue, Int?) throws -> Void
    ) throws -> [Finding] {
        var documents = try JSONDocuments(input, options: options)
        var isRead = false
        while try documents.next({ root, line in try body(root, line) }) != nil { isRead = true }
        let findings = documents.breaks + documents.warnings.findings
        if !isRead {
            let reason = findings.first.map { ": " + $0.message } ?? ""
            throw ReadingError(
                findings.isEmpty ? .empty : .malformed, file: input.name,
                line: findings.first?.line, problem: "there is no JSON in it\(reason)",
                advice: "expected \(expectation); check that it was saved whole, or name another"
                    + " format with --format")
        }
        return findings
    }
}
