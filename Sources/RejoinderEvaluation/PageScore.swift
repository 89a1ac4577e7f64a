import DiscussionModel
import DiscussionReading
import Foundation

/// How a pasted page is read, against what a careful reader finds in it.
struct PageScore {
    private struct Gold: Decodable {
        struct Author: Decodable {
            var comment: Int
            var name: String?
            var inferred: String?
        }
        struct Reply: Decodable {
            var from: Int
            var to: Int
            var evidence: [String]
        }
        var authors: [Author]
        var replies: [Reply]
        var topLevel: [Int]
        var accept: [String: [Int]]?
    }

    private(set) var authorsAsWritten = 0
    private(set) var authors = 0
    private(set) var inferredRight = 0
    private(set) var inferred = 0
    private(set) var shownRight = 0
    private(set) var shown = 0
    private(set) var impliedRight = 0
    private(set) var implied = 0
    private(set) var topLevelWrong = 0
    private(set) var topLevel = 0
    /// What is wrong, for people who tune.
    private(set) var remarks: [String] = []

    /// Compares a reply graph with the gold in a file.
    init(_ graph: ReplyGraph, of discussion: Discussion, gold path: String) throws {
        let gold = try JSONDecoder().decode(
            Gold.self, from: Data(contentsOf: URL(fileURLWithPath: path)))
        var replies: [Int: Reply] = [:]
        for reply in graph.replies { replies[reply.from] = reply }
        for author in gold.authors where author.comment <= discussion.comments.count {
            authors += 1
            let written = discussion.comments[author.comment - 1].nameAsWritten
            authorsAsWritten += written == author.name ? 1 : 0
            guard let wanted = author.inferred else { continue }
            inferred += 1
            let found = graph.commenters[graph.commenter(of: author.comment)].name
            inferredRight += found == wanted ? 1 : 0
        }
        for reply in gold.replies {
            let accepted = [reply.to] + (gold.accept?[String(reply.from)] ?? [])
            let isRight = accepted.contains(replies[reply.from]?.to ?? -1)
            if reply.evidence.allSatisfy({ $0 == "implicit" || $0 == "echo" }) {
                implied += 1
                impliedRight += isRight ? 1 : 0
            } else {
                shown += 1
                shownRight += isRight ? 1 : 0
            }
            if !isRight { remark(reply.from, wanted: accepted, replies[reply.from]) }
        }
        for ordinal in gold.topLevel {
            topLevel += 1
            let accepted = [0] + (gold.accept?[String(ordinal)] ?? [])
            guard !accepted.contains(replies[ordinal]?.to ?? -1) else { continue }
            topLevelWrong += 1
            remark(ordinal, wanted: accepted, replies[ordinal])
        }
    }

    private mutating func remark(_ ordinal: Int, wanted: [Int], _ reply: Reply?) {
        let evidence = (reply?.evidence ?? []).map { "\($0.kind.rawValue) \($0.detail.prefix(30))" }
        remarks.append(
            "\(ordinal) → \(reply?.to ?? -1), not \(wanted[0]) "
                + String(format: "(%.2f) ", reply?.confidence ?? 0)
                + evidence.joined(separator: "; "))
    }

    /// One row of a table.
    var row: String {
        "\(authorsAsWritten) of \(authors) | \(inferredRight) of \(inferred) "
            + "| \(shownRight) of \(shown) | \(impliedRight) of \(implied) "
            + "| \(topLevelWrong) of \(topLevel)"
    }
}
