import DiscussionModel
import DiscussionReading
import Foundation

/// The public corpora that weights are learnt from, in the folder that the user names.
enum GoldCorpora {
    /// Debate-forum discussions: ConvoKit utterances whose `meta.quotes` holds the quotations.
    static func forum(_ data: String) throws -> [GoldDiscussion] {
        let path = data + "/replies/4forums.dev.jsonl"
        let quotes = try quotesByID(path)
        return try read([path], format: "convokit").map { discussion in
            var ordinals: [String: Int] = [:]
            for (at, comment) in discussion.comments.enumerated() { ordinals[comment.id] = at + 1 }
            let parents = discussion.comments.map { comment in
                comment.statedParent.flatMap { ordinals[$0] } ?? 0
            }
            return GoldDiscussion(
                discussion: discussion, parents: parents.map { [$0] },
                isScored: parents.map { $0 > 0 },
                quotations: discussion.comments.map { comment in
                    (quotes[comment.id] ?? []).map { quote in
                        GoldDiscussion.Quotation(
                            span: TextSpan(start: quote.span[0], end: quote.span[1]),
                            source: quote.source.flatMap { ordinals[$0] })
                    }
                })
        }
    }

    /// Chat logs with annotated links; only messages from line 1,000 on are annotated.
    static func chat(_ data: String, part: String) throws -> [GoldDiscussion] {
        let folder = data + "/replies/irc/" + part
        let files = try FileManager.default.contentsOfDirectory(atPath: folder)
            .filter { $0.hasSuffix(".raw.txt") }.sorted()
        return try files.map { file in
            guard let discussion = try read([folder + "/" + file], format: "irc").first else {
                throw GoldError(description: "\(file) holds no chat")
            }
            var ordinals: [Int: Int] = [:]
            for (at, comment) in discussion.comments.enumerated() {
                if let line = Int(comment.id.dropFirst()) { ordinals[line] = at + 1 }
            }
            var parents = [[Int]](repeating: [], count: discussion.comments.count)
            let links = try String(
                contentsOfFile: folder + "/"
                    + file.replacingOccurrences(of: ".raw.txt", with: ".annotation.txt"),
                encoding: .utf8)
            for line in links.split(separator: "\n") {
                let numbers = line.split(separator: " ").compactMap { Int($0) }
                guard numbers.count == 2, let later = numbers.max(), later >= 1_000,
                    let from = ordinals[later]
                else { continue }
                let earlier = numbers[0] + numbers[1] - later
                if earlier == later {
                    parents[from - 1].append(0)
                } else if let to = ordinals[earlier] {
                    parents[from - 1].append(to)
                }
            }
            return GoldDiscussion(
                discussion: discussion, parents: parents, isScored: parents.map { !$0.isEmpty },
                quotations: parents.map { _ in [] })
        }
    }

    private static func read(_ inputs: [String], format: String) throws -> [Discussion] {
        try DiscussionReader(inputs: inputs, options: ReadingOptions(format: format))
            .map { try $0.get() }
    }

    private struct Quote: Decodable {
        var span: [Int]
        var source: String?
    }

    private struct Utterance: Decodable {
        struct Meta: Decodable { var quotes: [Quote]? }
        var id: String
        var meta: Meta?
    }

    private static func quotesByID(_ path: String) throws -> [String: [Quote]] {
        var result: [String: [Quote]] = [:]
        let decoder = JSONDecoder()
        for line in try Data(contentsOf: URL(fileURLWithPath: path))
            .split(separator: UInt8(ascii: "\n"))
        {
            let utterance = try decoder.decode(Utterance.self, from: line)
            result[utterance.id] = (utterance.meta?.quotes ?? []).filter {
                $0.span.count == 2 && $0.span[0] <= $0.span[1]
            }
        }
        return result
    }
}

/// The data is not what it should be.
struct GoldError: Error, CustomStringConvertible {
    var description: String
}
