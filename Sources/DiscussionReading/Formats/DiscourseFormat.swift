/// Topics of Discourse as its interface gives them: `/t/TOPIC.json` with the posts of a page in
/// `post_stream`, further posts of `/t/TOPIC/posts.json`, the newest of all topics (`/posts.json`),
/// and single posts: <https://docs.discourse.org>.
///
/// A topic opens with a post like all others, which is the first comment. A post that answers the
/// topic and no post of it has no stated parent; what it answers is worked out from its words.
public struct DiscourseFormat: DiscussionFormat {
    /// Creates the format.
    public init() {}

    /// `discourse`.
    public let name = "discourse"

    /// How people recognise it.
    public let recognition = "JSON with `post_stream`, or posts with `post_number` and `cooked`"

    /// Looks for the keys of topics and posts.
    public func sniff(_ head: InputHead) -> Double {
        guard let head = head.json else { return 0 }
        if head.has("post_stream") || head.has("latest_posts") { return 0.95 }
        return head.has(all: "post_number", "topic_id") && head.has(any: "cooked", "raw")
            ? 0.95 : 0
    }

    /// The topics, each with the setting `.forum`.
    public func discussions(
        in input: OpenInput, options: ReadingOptions
    ) throws -> any DiscussionStream {
        try JSONDiscussionStream(
            input, options: options, discussions: DiscourseDiscussions(input, format: name))
    }

    /// Pages of one topic belong together: posts answer and quote posts of other pages by number.
    /// Topics of two sites may share a number, hardly the words of their addresses as well.
    public func companionKey(_ head: InputHead) -> String? {
        guard let json = head.json, let number = json.number("topic_id") else { return nil }
        return number + "/" + (json.string("topic_slug") ?? "")
    }
}
