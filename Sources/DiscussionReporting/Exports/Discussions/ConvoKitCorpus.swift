public import DiscussionModel

/// Writes discussions as a corpus of ConvoKit (https://convokit.cornell.edu, its data format):
/// `utterances.jsonl`, `conversations.json`, `speakers.json`, `corpus.json`, `index.json`.
///
/// A discussion is a conversation with one root: the article, or the first post of a forum. Ids that
/// several discussions have get the discussion's before them. Whoever is unknown is a speaker of
/// their own. `meta.rejoinder` of an utterance holds what ConvoKit has no place for, in the words of
/// the filter form, so that the reader of `convokit` gives the same discussion.
public struct ConvoKitCorpus {
    /// What one discussion adds to the files.
    public struct Part {
        /// Lines of `utterances.jsonl`.
        public var utterances: String
        /// Members of the object in `conversations.json`, with a comma before all but the first.
        public var conversations: String
    }

    /// A file that is written when everything else is.
    public struct File {
        /// Its name.
        public var name: String
        /// What is in it.
        public var text: String
    }

    private struct Utterance {
        var id: String
        var speaker: String
        var replyTo: String?
        var seconds: Int64?
        var text: String
        var score: Int?
    }

    /// What begins and ends `conversations.json`.
    public static let conversationsFrame = (begin: "{", end: "}\n")

    private var names: [String: String?] = [:]
    private var speakers: [String] = []
    /// Hashes of the ids that are taken, 8 bytes each.
    private var taken: Set<UInt64> = []
    private var conversations: Set<String> = []

    /// Creates an empty corpus.
    public init() {}

    /// Adds a discussion.
    ///
    /// - Complexity: O(n) in the length of its texts. The corpus keeps the speakers' names and 8
    ///   bytes for each utterance.
    public mutating func add(_ discussion: Discussion) -> Part {
        let comments = discussion.comments
        let known = Set(comments.map(\.id))
        func parent(of comment: Comment) -> String? {
            comment.statedParent.flatMap { known.contains($0) && $0 != comment.id ? $0 : nil }
        }
        let roots = comments.count { parent(of: $0) == nil }
        let hasArticle =
            discussion.setting != .forum || roots != 1 || !discussion.article.body.isEmpty
        var lines = JSONLines()
        var articleID: String?
        if hasArticle {
            let id = unused(discussion.id, in: discussion.id)
            articleID = id
            let article = discussion.article
            let name = article.accountID ?? article.author
            let utterance = Utterance(
                id: id, speaker: speaker(name, called: article.author, of: id), replyTo: nil,
                seconds: article.published?.seconds, text: article.body, score: article.score)
            lines.add(utterance, in: discussion.id) { writer in
                writer.member("article", true)
                Self.describe(discussion, to: &writer)
            }
        }
        // An id may be asked for before its own comment comes.
        var ids: [String: String] = [:]
        for comment in comments { ids[comment.id] = unused(comment.id, in: discussion.id) }
        for (place, comment) in comments.enumerated() {
            let id = ids[comment.id] ?? comment.id
            let name = comment.accountID ?? comment.nameAsWritten
            let utterance = Utterance(
                id: id, speaker: speaker(name, called: comment.nameAsWritten, of: id),
                replyTo: parent(of: comment).flatMap { ids[$0] } ?? articleID,
                seconds: comment.posted?.seconds, text: comment.text, score: comment.score)
            lines.add(utterance, in: discussion.id) { writer in
                DiscussionLine.write(comment, to: &writer)
                if place == 0, !hasArticle { Self.describe(discussion, to: &writer) }
            }
        }
        return Part(utterances: lines.text, conversations: conversation(discussion))
    }

    private static func describe(_ discussion: Discussion, to writer: inout JSONWriter) {
        writer.key("discussion")
        writer.object {
            DiscussionLine.write(discussion, to: &$0)
            DiscussionLine.writePingbacks(of: discussion, to: &$0)
        }
    }

    private mutating func conversation(_ discussion: Discussion) -> String {
        let isFirst = conversations.isEmpty
        guard conversations.insert(discussion.id).inserted else { return "" }
        var writer = JSONWriter()
        writer.object { writer in
            writer.key(discussion.id)
            writer.object { writer in
                writer.key("meta")
                writer.object {
                    $0.said("title", discussion.article.title)
                    $0.said("author", discussion.article.author)
                    $0.said("url", discussion.article.url)
                    $0.said("published", discussion.article.published?.description)
                    $0.said("site", discussion.site)
                }
                writer.key("vectors")
                writer.array([])
            }
        }
        return (isFirst ? "" : ",\n") + writer.text.dropFirst().dropLast()
    }

    private mutating func unused(_ id: String, in discussion: String) -> String {
        var name = id
        var number = 1
        while !taken.insert(Self.hash(name)).inserted {
            name = number == 1 ? "\(discussion)/\(id)" : "\(discussion)/\(id)-\(number)"
            number += 1
        }
        return name
    }

    /// FNV-1a, the same in every run.
    private static func hash(_ text: String) -> UInt64 {
        text.utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
    }

    private mutating func speaker(
        _ key: String?, called name: String?, of utterance: String
    ) -> String {
        let id = key.flatMap { $0.isEmpty ? nil : $0 } ?? "unknown:\(utterance)"
        if let known = names[id] {
            if known == nil, let name { names[id] = name }
        } else {
            names[id] = .some(name)
            speakers.append(id)
        }
        return id
    }

    /// The files that are written last.
    public func files() -> [File] {
        var speakersFile = JSONWriter()
        speakersFile.object { writer in
            for id in speakers {
                writer.key(id)
                writer.object { writer in
                    writer.key("meta")
                    writer.object { $0.said("name", names[id] ?? nil) }
                    writer.key("vectors")
                    writer.array([])
                }
            }
        }
        var index = JSONWriter()
        index.object { writer in
            let text = "<class 'str'>"
            let parts: [(String, [(String, String)])] = [
                (
                    "utterances-index",
                    [("score", "<class 'int'>"), ("rejoinder", "<class 'dict'>")]
                ),
                ("speakers-index", [("name", text)]),
                (
                    "conversations-index",
                    ["title", "author", "url", "published", "site"].map { ($0, text) }
                ),
                ("overall-index", []),
            ]
            for (name, members) in parts {
                writer.key(name)
                writer.object { writer in
                    for (member, type) in members {
                        writer.key(member)
                        writer.array([type])
                    }
                }
            }
            writer.key("vectors")
            writer.array([])
            writer.member("version", 1)
        }
        return [
            File(name: "speakers.json", text: speakersFile.text + "\n"),
            File(name: "corpus.json", text: "{}\n"),
            File(name: "index.json", text: index.text + "\n"),
        ]
    }

    /// Lines of `utterances.jsonl`.
    private struct JSONLines {
        var text = ""

        mutating func add(
            _ utterance: Utterance, in conversation: String, _ details: (inout JSONWriter) -> Void
        ) {
            var writer = JSONWriter()
            writer.object { writer in
                writer.member("id", utterance.id)
                writer.member("conversation_id", conversation)
                writer.member("text", utterance.text)
                writer.member("speaker", utterance.speaker)
                writer.key("meta")
                writer.object { writer in
                    if let score = utterance.score { writer.member("score", score) }
                    writer.key("rejoinder")
                    writer.object(details)
                }
                writer.member("reply_to", utterance.replyTo)
                writer.member("timestamp", utterance.seconds.map { Int($0) })
                writer.key("vectors")
                writer.array([])
            }
            text += writer.text + "\n"
        }
    }
}
