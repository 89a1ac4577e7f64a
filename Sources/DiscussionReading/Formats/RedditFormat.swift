/// Reddit threads: the JSON of a thread's page, and the dumps of comments and submissions.
///
/// A page (the address of a thread with `.json` behind it) is a pair of *Listings*, of the
/// submission (`t3`) and of the comments (`t1`), which hold their answers in `replies` and end in
/// `more` stubs: <https://github.com/reddit-archive/reddit/wiki/JSON> and
/// <https://www.reddit.com/dev/api>. A dump has one comment (`RC_…`) or one submission (`RS_…`) a
/// line, the threads interleaved.
///
/// The submission is the article. Kept are ids, parents, times, scores, permalinks, accounts
/// (`author_fullname`), what was deleted or removed, and how many comments `more` stands for.
public struct RedditFormat: DiscussionFormat {
    /// Creates the format.
    public init() {}

    /// `reddit`.
    public let name = "reddit"

    /// How people recognise it.
    public let recognition =
        "JSON with `\"kind\": \"Listing\"`, or rows with `link_id` `t3_…` and `body`, or with"
        + " `selftext` and `subreddit`"

    /// Looks for the kinds of things, or the keys of a dump.
    public func sniff(_ head: InputHead) -> Double {
        guard let head = head.json else { return 0 }
        let hasThings =
            head.has("kind", "\"Listing\"") || head.has("kind", "\"t1\"")
            || head.has("kind", "\"t3\"")
        if hasThings && head.has("data") { return 0.95 }
        if Self.holdsComments(head) || Self.holdsSubmissions(head) { return 0.95 }
        return 0
    }

    /// The threads, each with the setting `.page`.
    public func discussions(
        in input: OpenInput, options: ReadingOptions
    ) throws -> any DiscussionStream {
        if try RedditDump.begins(input.head()) {
            return try RedditDump(input, options: options, format: name)
        }
        return try JSONDiscussionStream(
            input, options: options, discussions: RedditDiscussions(input, format: name))
    }

    /// Dumps of comments and of submissions belong together, and so do several of one kind.
    public func companionKey(_ head: InputHead) -> String? {
        RedditDump.begins(head) ? "dump" : nil
    }

    /// Whether rows of comments are shown.
    static func holdsComments(_ head: JSONHead) -> Bool {
        head.has("link_id", "\"t3_") && head.has("body")
            || head.has("parent_id", "\"t1_") && head.has("body")
            || head.has("parent_id", "\"t3_") && head.has("body")
    }

    /// Whether rows of submissions are shown.
    static func holdsSubmissions(_ head: JSONHead) -> Bool {
        head.has(all: "title", "subreddit") && head.has(any: "selftext", "num_comments")
    }
}
