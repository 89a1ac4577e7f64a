import DiscussionModel
import DiscussionReading
import Foundation
import Testing

/// The real files that were counted, where they lie beside the repository.
@Suite("The counts of real files")
struct OriginalCountsTests {
    /// A row of `COUNTS.tsv`: a file, and how many comments and stated parents are in it.
    struct Row: CustomTestStringConvertible {
        var file: String
        var comments: Int?
        var parents: Int?

        var testDescription: String { file }
    }

    static let folder = OriginalRepliesTests.folder?.appending(path: "data/formats")

    static let rows: [Row] = {
        guard let folder,
            let table = try? String(
                contentsOf: folder.appending(path: "COUNTS.tsv"), encoding: .utf8)
        else { return [] }
        return table.split(separator: "\n").dropFirst().map { line in
            let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
            return Row(
                file: String(fields[0]), comments: fields.count > 1 ? Int(fields[1]) : nil,
                parents: fields.count > 2 ? Int(fields[2]) : nil)
        }
    }()

    @Test(
        "A file holds as many comments and parents as were counted",
        .enabled(if: !rows.isEmpty, "REJOINDER_ORIGINALS holds no data/formats/COUNTS.tsv"),
        arguments: rows)
    func counts(row: Row) throws {
        let path = try #require(Self.folder).appending(path: row.file).path()
        var comments = 0
        var parents = 0
        for result in try DiscussionReader(inputs: [path]) {
            guard case .success(let discussion) = result else { continue }
            let present = discussion.comments.filter { !$0.isGhost }
            comments += present.count + discussion.pingbacks.count
            parents += present.count { $0.statedParent != nil && $0.statedParent != Article.id }
        }
        if let expected = row.comments { #expect(comments == expected) }
        if let expected = row.parents { #expect(parents == expected) }
    }
}
