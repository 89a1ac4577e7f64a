public import DiscussionModel

/// Comments under YouTube videos: answers of the Data API (`commentThreads.list`, `comments.list`,
/// alone or collected in an array), the `info.json` of yt-dlp with its `comments`, and the lines
/// of youtube-comment-downloader.
///
/// Kept are ids, parents, times, likes, channels as accounts, the state of moderation, and of the
/// video what the input says. Threads of several videos in one input are one discussion each.
///
/// - SeeAlso: <https://developers.google.com/youtube/v3/docs/commentThreads>,
///   <https://developers.google.com/youtube/v3/docs/comments>
public struct YouTubeFormat: DiscussionFormat {
    /// Creates the format.
    public init() {}

    /// `youtube`.
    public let name = "youtube"

    /// How people recognise it.
    public let recognition =
        "JSON of the kind `youtube#comment…`, or of yt-dlp with `formats` and `comments`"

    /// Looks for the kind, or for the keys of comments.
    public func sniff(_ head: InputHead) -> Double {
        let outline = head.outline
        for path in ["kind", "[].kind", "items[].kind", "[].items[].kind"]
        where outline.string(path)?.hasPrefix("youtube#comment") == true { return 0.95 }
        for prefix in ["", "[].", "items[].", "[].items[]."] {
            if outline.has(prefix + "snippet.topLevelComment") { return 0.9 }
            if outline.has(prefix, all: "snippet.textDisplay", "snippet.authorDisplayName") {
                return 0.9
            }
        }
        if outline.has(all: "cid", "text", "channel", "votes") { return 0.9 }
        if outline.has("comments[]") || outline.has("comments[].text") {
            let isVideo = outline.has("webpage_url") || outline.has("extractor")
            if isVideo, outline.has("comments[].parent") { return 0.9 }
        }
        // The comments of a video stand behind what is far longer.
        return outline.has(all: "id", "title", "formats[].format_id") ? 0.85 : 0
    }

    /// The discussion of each video, in the order in which they appear.
    public func discussions(
        in input: OpenInput, options: ReadingOptions
    ) throws -> any DiscussionStream {
        var reading = YouTubeReading(file: input.name, isStrict: options.isStrict)
        var findings = try JSONInput(input, expecting: "comments of YouTube as JSON")
            .read(options) { root, _ in try reading.add(root) }
        findings += reading.warnings.findings
        return reading.collected().discussions(
            of: input, format: name, findings: findings)
    }
}

/// The comments of one input as they are met.
private struct YouTubeReading {
    private(set) var warnings: RecordWarnings
    private let file: String
    private var collector = DiscussionCollector()
    /// How many answers the source counts, by the comment's id, with the place of its discussion.
    private var answersCounted: [(id: String, group: Int, count: Int)] = []
    /// The discussion in which a comment stands.
    private var groupOfID: [String: Int] = [:]
    /// Comments of which the source does not say under which video they stand.
    private var strays: [FoundComment] = []

    init(file: String, isStrict: Bool) {
        self.file = file
        warnings = RecordWarnings(file: file, isStrict: isStrict)
    }

    /// Reads a document: an answer, an array of answers or of what is in them, a video.
    mutating func add(_ root: JSONValue) throws {
        var waiting = [root]
        while let value = waiting.popLast() {
            if !value.isObject {
                waiting += value.elements.reversed()
            } else if let items = value["items"] ?? value["entries"] {
                waiting += items.elements.reversed()
            } else if let snippet = value["snippet"] {
                if snippet["topLevelComment"] != nil {
                    try addThread(value, snippet)
                } else if snippet["textDisplay"] != nil || snippet["textOriginal"] != nil {
                    addComment(value, group: nil, parent: nil)
                } else {
                    try warnings.add("an item is neither a comment nor a thread", line: nil)
                }
            } else if value["cid"] != nil {
                strays.append(YouTubeComment.downloaded(value))
            } else if value["comments"] != nil || value["webpage_url"] != nil {
                try addVideo(value)
            } else if value["kind"] == nil {
                try warnings.add("an object is neither a comment nor a video", line: nil)
            }
        }
    }

    private mutating func addThread(_ thread: JSONValue, _ snippet: JSONValue) throws {
        guard let top = snippet["topLevelComment"], top["snippet"] != nil else {
            return try warnings.add("a thread has no top-level comment", line: nil)
        }
        let inner = top["snippet"]
        let video = snippet["videoId"]?.id ?? inner?["videoId"]?.id
        let channel = snippet["channelId"]?.id ?? inner?["channelId"]?.id
        let group = collector.index(video ?? channel ?? "", id: video ?? channel)
        if let video {
            collector[group].article.url = "https://www.youtube.com/watch?v=" + video
            collector[group].article.accountID = channel
        }
        addComment(top, group: group, parent: nil)
        let id = top["id"]?.id ?? thread["id"]?.id
        for reply in thread["replies"]?["comments"]?.elements ?? [] {
            addComment(reply, group: group, parent: id)
        }
        if let id, let count = snippet["totalReplyCount"]?.count, count > 0 {
            answersCounted.append((id, group, count))
        }
    }

    private mutating func addComment(_ value: JSONValue, group: Int?, parent: String?) {
        let found = YouTubeComment.found(value, parent: parent)
        var group = group
        if group == nil, let video = value["snippet"]?["videoId"]?.id {
            let index = collector.index(video, id: video)
            collector[index].article.url = "https://www.youtube.com/watch?v=" + video
            group = index
        }
        guard let group else {
            strays.append(found)
            return
        }
        groupOfID[found.comment.id] = group
        collector[group].found.append(found)
    }

    /// A video as yt-dlp describes it.
    private mutating func addVideo(_ video: JSONValue) throws {
        let id = video["id"]?.id
        let group = collector.index(id ?? "", id: id)
        collector[group].site = video["extractor_key"]?.words
        collector[group].article = YouTubeComment.article(video)
        let uploader = collector[group].article.accountID
        for value in video["comments"]?.elements ?? [] {
            guard value.isObject, value["text"] != nil || value["html"] != nil else {
                try warnings.add("a comment has no text", line: nil)
                continue
            }
            collector[group].found.append(YouTubeComment.listed(value, uploader: uploader))
        }
        if let told = video["comment_count"]?.count {
            addMissing(told - collector[group].found.count, to: group)
        }
    }

    /// The discussions, with the comments whose video is not said where their parents are.
    func collected() -> DiscussionCollector {
        var result = self
        result.placeStrays()
        var present: [String: Int] = [:]
        for group in result.collector.groups {
            for found in group.found {
                if let parent = found.comment.statedParent { present[parent, default: 0] += 1 }
            }
        }
        var missing: [Int: Int] = [:]
        for (id, group, count) in answersCounted {
            missing[group, default: 0] += max(0, count - (present[id] ?? 0))
        }
        for group in missing.keys.sorted() { result.addMissing(missing[group] ?? 0, to: group) }
        return result.collector
    }

    private mutating func placeStrays() {
        var rest: [FoundComment] = []
        for found in strays {
            if let parent = found.comment.statedParent, let group = groupOfID[parent] {
                collector[group].found.append(found)
            } else {
                rest.append(found)
            }
        }
        guard !rest.isEmpty else { return }
        let group = collector.index("")
        collector[group].found += rest
    }

    private mutating func addMissing(_ count: Int, to group: Int) {
        guard let finding = Finding(missingComments: count, file: file) else { return }
        collector[group].findings.append(finding)
    }
}
