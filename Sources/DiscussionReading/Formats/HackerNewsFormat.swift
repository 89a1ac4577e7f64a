/// Stories of Hacker News with their comments.
///
/// - The search interface: an item with everything under it (`/api/v1/items/N`, `children` nested)
///   or the `hits` of a search: <https://hn.algolia.com/api>.
/// - The official interface: items one by one, with `kids` and `parent`, in any number and order,
///   as an array or a line each: <https://github.com/HackerNews/API>; also the rows of the public
///   table with the same fields, and the trees of unofficial interfaces with `comments`.
///
/// The story is the article. Texts are HTML. Names on Hacker News are accounts.
public struct HackerNewsFormat: DiscussionFormat {
    /// Creates the format.
    public init() {}

    /// `hackernews`.
    public let name = "hackernews"

    /// How people recognise it.
    public let recognition =
        "JSON with `story_id` and `created_at_i`, or items with `by`, `time` and `type` `story` or"
        + " `comment`"

    /// Looks for the keys of items.
    public func sniff(_ head: InputHead) -> Double {
        guard let head = head.json else { return 0 }
        if head.has(all: "created_at_i", "story_id") { return 0.95 }
        if head.has(all: "hits", "objectID", "created_at_i") { return 0.95 }
        let isItem = ["story", "comment", "job", "poll", "pollopt"].contains {
            head.has("type", "\"\($0)\"")
        }
        if isItem && head.has("time") && (head.has("by") || head.has(all: "deleted", "id")) {
            return 0.9
        }
        return head.has(all: "comments_count", "time_ago") ? 0.85 : 0
    }

    /// The stories, each with the setting `.page`.
    public func discussions(
        in input: OpenInput, options: ReadingOptions
    ) throws -> any DiscussionStream {
        try JSONDiscussionStream(
            input, options: options, discussions: HackerNewsDiscussions(input, format: name))
    }
}
