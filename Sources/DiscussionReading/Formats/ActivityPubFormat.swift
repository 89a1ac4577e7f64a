public import DiscussionModel

/// Posts of the federated web: objects of ActivityPub (ActivityStreams 2), alone, in activities and
/// in collections; of ActivityStreams 1; and entries of microformats2 as JSON.
///
/// A page, an article or another post with a title is the article, and what answers it are
/// comments. Where a thread begins with a note like all others, that note is the first comment.
///
/// - SeeAlso: <https://www.w3.org/TR/activitystreams-vocabulary/>,
///   <https://activitystrea.ms/specs/json/1.0/>, <https://microformats.org/wiki/microformats2-parsing>
public struct ActivityPubFormat: DiscussionFormat {
    /// Creates the format.
    public init() {}

    /// `activitypub`.
    public let name = "activitypub"

    /// How people recognise it.
    public let recognition =
        "JSON objects of ActivityStreams (`@context`, or `objectType`), or `h-entry` as JSON"

    /// Looks for the vocabulary and for the types of its objects.
    public func sniff(_ head: InputHead) -> Double {
        let outline = head.outline
        for prefix in ["", "[].", "items[].", "orderedItems[].", "object."] {
            if let type = outline.string(prefix + "type"), ActivityPubEntry.types.contains(type) {
                let context =
                    outline.string("@context") ?? outline.string("@context[]")
                    ?? outline.string("[].@context") ?? outline.string("[].@context[]") ?? ""
                if context.hasSuffix("/activitystreams") { return 0.9 }
                if outline.has(prefix, all: "id", "attributedTo") { return 0.85 }
            }
            if outline.has(prefix + "objectType"),
                outline.has(prefix + "content") || outline.has(prefix + "verb")
                    || outline.has(prefix + "replies") || outline.has(prefix + "inReplyTo")
            {
                return 0.85
            }
            if outline.has(prefix + "properties"),
                outline.string(prefix + "type[]")?.hasPrefix("h-") == true
            {
                return 0.85
            }
        }
        return 0
    }

    /// The threads, in the order of their first posts.
    public func discussions(
        in input: OpenInput, options: ReadingOptions
    ) throws -> any DiscussionStream {
        var reading = ActivityPubReading(
            warnings: RecordWarnings(file: input.name, isStrict: options.isStrict))
        var findings = try JSONInput(input, expecting: "objects of ActivityStreams as JSON")
            .read(options) { root, _ in try reading.add(root) }
        findings += reading.warnings.findings
        return reading.collected().discussions(
            of: input, format: name, setting: .forum, findings: findings)
    }
}

/// The posts of one input as they are met.
private struct ActivityPubReading {
    var warnings: RecordWarnings
    private var entries: [ActivityPubEntry] = []
    /// What people are called where they are mentioned, by the address of their account.
    private var names: [String: String] = [:]

    init(warnings: RecordWarnings) {
        self.warnings = warnings
    }

    /// Reads a document: a post, an activity, a collection, or an array of such.
    mutating func add(_ root: JSONValue) throws {
        // A value with the place of the post in whose answers it stands.
        var waiting: [(value: JSONValue, container: Int?)] = [(root, nil)]
        while let (value, container) = waiting.popLast() {
            guard value.isObject else {
                waiting += value.elements.reversed().map { ($0, container) }
                continue
            }
            let type = ActivityPubEntry.type(of: value)
            let lists = [
                value["items"], value["orderedItems"], value["first"], value["children"],
            ].compactMap { $0 }
            if !lists.isEmpty, value["content"] == nil {
                waiting += lists.reversed().map { ($0, container) }
            } else if let object = value["object"], object.isObject || object.isArray {
                waiting.append((object, container))
            } else if let entry = ActivityPubEntry(value, type: type, container: container) {
                let place = entries.count
                entries.append(entry)
                let replies = [
                    value["replies"], value["comments"], value["properties"]?["comment"],
                ].compactMap { $0 }
                waiting += replies.reversed().map { ($0, place) }
                for tag in value["tag"]?.elements ?? [] {
                    guard tag["type"]?.string == "Mention", let account = tag["href"]?.id,
                        let name = tag["name"]?.words
                    else { continue }
                    names[account] = name.hasPrefix("@") ? String(name.dropFirst()) : name
                }
            } else if container == nil {
                try warnings.add("an object of the type \(type ?? "none") is no post", line: nil)
            }
        }
    }

    /// The discussions.
    func collected() -> DiscussionCollector {
        var placeOfAddress: [String: Int] = [:]
        for (place, entry) in entries.enumerated() {
            for address in entry.addresses where placeOfAddress[address] == nil {
                placeOfAddress[address] = place
            }
        }
        let keys = entries.indices.map { place in
            let id = entries[place].comment.id
            return id.isEmpty ? "\u{0}\(place)" : id
        }
        var threads = PostThreads()
        var parents: [String?] = []
        for (place, entry) in entries.enumerated() {
            let known =
                entry.answered.lazy.compactMap { placeOfAddress[$0] }.first
                ?? entry.container
            parents.append(known.map { keys[$0] } ?? entry.answered.first)
            if let parent = parents[place] { threads.join(keys[place], parent) }
        }
        var collector = DiscussionCollector()
        for (place, entry) in entries.enumerated() {
            let group = collector.index(String(threads.thread(of: keys[place])))
            if parents[place] == nil, entry.isArticle, collector[group].articleIDs.isEmpty {
                collector[group].id = entry.comment.id.isEmpty ? nil : entry.comment.id
                collector[group].setting = .page
                collector[group].articleIDs = entry.addresses.union([keys[place]])
                collector[group].article = entry.article(named: name(of: entry))
            } else {
                var comment = entry.comment
                comment.nameAsWritten = name(of: entry)
                comment.statedParent = parents[place]
                collector[group].found.append(FoundComment(comment))
            }
            collector[group].site = collector[group].site ?? entry.comment.id.hostOfAddress
        }
        for index in collector.groups.indices {
            guard let author = collector[index].article.accountID else { continue }
            for at in collector[index].found.indices
            where collector[index].found[at].comment.accountID == author {
                collector[index].found[at].comment.isByArticleAuthor = true
            }
        }
        for index in collector.groups.indices where collector[index].id == nil {
            let comments = collector[index].found.lazy.map(\.comment)
            let first = comments.first { $0.statedParent == nil }?.id
            let id = first ?? comments.first?.statedParent
            collector[index].id = id?.isEmpty == true ? nil : id
        }
        return collector
    }

    private func name(of entry: ActivityPubEntry) -> String? {
        entry.comment.nameAsWritten ?? entry.comment.accountID.flatMap { names[$0] }
    }
}
