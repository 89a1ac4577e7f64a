/// Issues, pull requests and discussions of GitHub, in the words of its interfaces:
///
/// - REST: issues, comments, reviews, review comments and timelines
///   (<https://docs.github.com/en/rest/issues>, <https://docs.github.com/en/rest/pulls>), alone, in
///   arrays, or put together as `{"issue": …, "comments": […]}`; also the payloads of web hooks;
/// - GraphQL: what stands under `data`, with `nodes` and `edges`
///   (<https://docs.github.com/en/graphql/guides/using-the-graphql-api-for-discussions>), and the
///   same words as `gh issue view --json` writes them;
/// - exports of discussions with `comments` and `replies` as arrays and rendered HTML.
///
/// The body of an issue, pull request or discussion is the article.
public struct GitHubFormat: DiscussionFormat {
    /// Creates the format.
    public init() {}

    /// `github`.
    public let name = "github"

    /// How people recognise it.
    public let recognition =
        "JSON with addresses of `api.github.com/repos` or `github.com` and the keys of issues,"
        + " comments or discussions"

    /// Looks for keys that only GitHub writes, or for its addresses among those of others.
    public func sniff(_ head: InputHead) -> Double {
        guard let head = head.json else { return 0 }
        guard head.has(any: "body", "bodyText", "bodyHTML", "body_html", "title") else { return 0 }
        let hasKeys =
            head.has(any: "author_association", "authorAssociation", "issue_url", "reactionGroups")
            || head.has(any: "pull_request_review_id", "timelineItems")
            || head.has(all: "comments_url", "repository_url")
            || head.has(all: "upvotes", "commentTotal")
        let hasPlaces = head.mentions("https://api.github.com/repos/")
        if hasKeys { return hasPlaces || head.mentions("https://github.com/") ? 0.95 : 0.85 }
        let isThread =
            head.has(any: "createdAt", "created_at") && head.has(any: "author", "user", "actor")
            && head.has(any: "comments", "number", "replies", "event", "isAnswered")
        return isThread && (hasPlaces || head.mentions("https://github.com/")) ? 0.8 : 0
    }

    /// The issues and discussions, each with the setting `.page`.
    public func discussions(
        in input: OpenInput, options: ReadingOptions
    ) throws -> any DiscussionStream {
        try JSONDiscussionStream(
            input, options: options, discussions: GitHubDiscussions(input, format: name))
    }

    /// An issue and its comments lie in files of their own, as the interface gives them.
    public func companionKey(_ head: InputHead) -> String? {
        Self.place(of: head).map { "\($0)" }
    }

    /// The thread that an input speaks of first.
    private static func place(of head: InputHead) -> GitHubPlace? {
        guard let head = head.json else { return nil }
        let keys = ["issue_url", "pull_request_url", "html_url", "url"]
        return keys.lazy.compactMap { head.string($0).flatMap { GitHubPlace($0) } }.first
    }
}
