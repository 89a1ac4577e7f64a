import Foundation
import Rejoinder
import TestSupport
import Testing

/// Discussions in the form of one a line, for stores that are filled, updated and interrupted.
struct SampleLines {
    var discussions: [[String]]

    /// - Parameter count: how many discussions of three comments each.
    init(_ count: Int) {
        discussions = (0..<count).map { number in
            [
                "The quay was empty at \(number) o'clock.",
                "No, that is wrong: ada saw a boat.",
                "I agree with ben, there was one boat.",
            ]
        }
    }

    var text: String {
        discussions.enumerated().map { number, texts in
            let comments = texts.enumerated().map { place, text in
                let parent = place == 0 ? "null" : "\"\(place)\""
                return """
                    {"id":"\(place + 1)","author":"\(["ada", "ben", "cleo"][place % 3])",\
                    "text":"\(text)","parent":\(parent)}
                    """
            }
            return """
                {"id":"d\(number)","title":"Boats","body":"A boat a day.",\
                "comments":[\(comments.joined(separator: ","))]}\n
                """
        }.joined()
    }
}

/// What a store holds.
struct StoreContent: Equatable {
    var analyses: [Analysis] = []
    var hashes: [String] = []
    var views: [String] = []

    /// - Parameter ordered: whether the order of the discussions counts.
    init(_ path: String, ordered: Bool = true) throws {
        try DiscussionStore(path: path, for: .reading).forEachAnalysis { analyses.append($0) }
        if !ordered { analyses.sort { $0.discussion.id < $1.discussion.id } }
        hashes = try Self.rows(
            path, "SELECT key, content_hash FROM discussion ORDER BY \(ordered ? "id" : "key")")
        views = try ["who_replies_to_whom", "article_summary", "disagreement", "camps"].flatMap {
            try Self.rows(path, "SELECT * FROM \($0)")
        }
        views += try Self.rows(
            path, "SELECT name, sql FROM sqlite_master WHERE type = 'index' ORDER BY name")
        if !ordered { views.sort() }
    }

    static func rows(_ path: String, _ statement: String) throws -> [String] {
        let tool = try #require(OutsideTool("sqlite3"))
        let output = try tool.run(["-cmd", ".timeout 5000", path, statement])
        guard output.status == 0 else { return ["error: \(output.errors)"] }
        return output.text.split(separator: "\n").map(String.init)
    }

    /// What is wrong with the structure of a file; nothing where it is sound.
    static func faults(_ path: String) throws -> [String] {
        try rows(path, "PRAGMA integrity_check; PRAGMA foreign_key_check").filter { $0 != "ok" }
    }
}
