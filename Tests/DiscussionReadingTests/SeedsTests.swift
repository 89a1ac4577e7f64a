import DiscussionModel
import DiscussionReading
import Foundation
import Testing

/// What is right of one page.
private struct PageGold: Decodable {
    var title: String?
    var author: String?
    var published: String?
    var comments: Int
    var setting: String?
    var authors: [String?]?
    var statedParents: [String?]?
}

private func read(_ file: URL) throws -> Discussion {
    var reader = try DiscussionReader(inputs: [file.path()])
    let result = reader.next()
    return try #require(result).get()
}

private func check(_ discussion: Discussion, against gold: PageGold) {
    #expect(discussion.article.title == gold.title)
    #expect(discussion.article.author == gold.author)
    #expect(discussion.article.published?.description == gold.published)
    #expect(discussion.comments.count == gold.comments)
    if gold.comments > 0, let setting = gold.setting {
        #expect(discussion.setting.rawValue == setting)
    }
    if let authors = gold.authors { #expect(discussion.comments.map(\.nameAsWritten) == authors) }
    if let parents = gold.statedParents {
        #expect(discussion.comments.map(\.statedParent) == parents)
    }
}

@Suite("The sample documents")
struct SeedsTests {
    static let root = URL(filePath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()

    private func gold() throws -> [String: PageGold] {
        let file = Self.root.appending(path: "Tests/Gold/expected.json")
        return try JSONDecoder().decode([String: PageGold].self, from: Data(contentsOf: file))
    }

    @Test("Every sample with a gold is read as the gold says")
    func samples() throws {
        let gold = try gold()
        let folder = Self.root.appending(path: "seeds")
        #expect(gold.count >= 8)
        for (name, expected) in gold.sorted(by: { $0.key < $1.key }) {
            check(try read(folder.appending(path: name)), against: expected)
        }
    }
}

@Suite("The original documents")
struct OriginalsTests {
    static let folder = ProcessInfo.processInfo.environment["REJOINDER_ORIGINALS"]
        .map { URL(filePath: $0) }

    private struct CommentsGold: Decodable {
        struct Author: Decodable {
            var comment: Int
            var name: String?
        }

        var comments: Int
        var authors: [Author]
    }

    @Test(
        "All originals are read as their gold says",
        .enabled(
            if: folder != nil,
            "REJOINDER_ORIGINALS is not set to a folder that holds seeds/ and gold/"))
    func originals() throws {
        let folder = try #require(Self.folder)
        let articles = try JSONDecoder().decode(
            [String: PageGold].self,
            from: Data(contentsOf: folder.appending(path: "gold/articles.json")))
        #expect(articles.count >= 5)
        for (name, gold) in articles.sorted(by: { $0.key < $1.key }) {
            let discussion = try read(folder.appending(path: "seeds/" + name))
            check(discussion, against: gold)
            let stem = name.split(separator: ".").dropLast().joined(separator: ".")
            let file = folder.appending(path: "gold/\(stem).json")
            guard let data = try? Data(contentsOf: file) else { continue }
            let comments = try JSONDecoder().decode(CommentsGold.self, from: data)
            #expect(discussion.comments.map(\.nameAsWritten) == comments.authors.map(\.name))
            #expect(discussion.comments.map(\.id) == comments.authors.map { String($0.comment) })
        }
    }
}
