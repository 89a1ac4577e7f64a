import DiscussionModel
import Foundation

/// A discussion with what is known to be right about it.
struct GoldDiscussion: Sendable {
    /// A quotation that the source had in its markup.
    struct Quotation: Sendable {
        var span: TextSpan
        /// The ordinal of the comment quoted; `nil` when it is not in the discussion.
        var source: Int?
    }

    var discussion: Discussion
    /// The ordinal that each comment answers, by ordinal - 1; 0 for the opening comment.
    var parents: [Int]
    /// The quotations of each comment, by ordinal - 1.
    var quotations: [[Quotation]]
}

/// Utterances as JSONL with `meta.quotes`, as in `replies/4forums.dev.jsonl`.
enum GoldCorpus {
    private struct Utterance: Decodable {
        struct Meta: Decodable { var quotes: [Quote]? }
        struct Quote: Decodable {
            var span: [Int]
            var source: String?
        }
        var id: String
        var conversation_id: String
        var speaker: String?
        var reply_to: String?
        var timestamp: Double?
        var text: String
        var meta: Meta?
    }

    static func read(_ path: String) throws -> [GoldDiscussion] {
        let data = try Data(contentsOf: URL(fileURLWithPath: path))
        var order: [String] = []
        var groups: [String: [Utterance]] = [:]
        let decoder = JSONDecoder()
        for line in data.split(separator: UInt8(ascii: "\n")) {
            let utterance = try decoder.decode(Utterance.self, from: line)
            if groups[utterance.conversation_id] == nil { order.append(utterance.conversation_id) }
            groups[utterance.conversation_id, default: []].append(utterance)
        }
        return order.map { gold($0, groups[$0] ?? [], file: path) }
    }

    private static func gold(
        _ id: String, _ utterances: [Utterance], file: String
    ) -> GoldDiscussion {
        var ordinals: [String: Int] = [:]
        for (at, utterance) in utterances.enumerated() { ordinals[utterance.id] = at + 1 }
        let comments = utterances.map { utterance in
            Comment(
                id: utterance.id, nameAsWritten: utterance.speaker,
                posted: utterance.timestamp.map { Timestamp(seconds: Int64($0)) },
                text: utterance.text, statedParent: utterance.reply_to ?? Article.id)
        }
        return GoldDiscussion(
            discussion: Discussion(
                id: id, source: file, format: "convokit", setting: .forum, comments: comments),
            parents: utterances.map { $0.reply_to.flatMap { ordinals[$0] } ?? 0 },
            quotations: utterances.map { utterance in
                (utterance.meta?.quotes ?? []).compactMap { quote in
                    guard quote.span.count == 2, quote.span[0] <= quote.span[1] else { return nil }
                    return GoldDiscussion.Quotation(
                        span: TextSpan(start: quote.span[0], end: quote.span[1]),
                        source: quote.source.flatMap { ordinals[$0] })
                }
            })
    }
}
