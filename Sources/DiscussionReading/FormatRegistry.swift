/// The formats that can be read.
public enum FormatRegistry {
    /// Every format, one line each; of equally sure ones the first is taken.
    public static let all: [any DiscussionFormat] = [
        // Pages.
        HTMLFormat(),
        // Exports of blogs and comment systems.
        WXRFormat(),
        DisqusFormat(),
        BloggerFormat(),
        CommentFeedFormat(),
        CommentoFormat(),
        IssoFormat(),
        RemarkFormat(),
        ArtalkFormat(),
        WalineFormat(),
        // Dumps and the answers of interfaces.
        RedditFormat(),
        HackerNewsFormat(),
        LobstersFormat(),
        DiscourseFormat(),
        GitHubFormat(),
        YouTubeFormat(),
        MastodonFormat(),
        BlueskyFormat(),
        LemmyFormat(),
        StackExchangeFormat(),
        ActivityPubFormat(),
        // Mail.
        MboxFormat(),
        // Corpora and tables.
        ConvoKitFormat(),
        DiscussionsFormat(),
        TableFormat(),
        JSONTableFormat(),
        // Lines of text, which anything might be.
        ChatLogFormat(),
        PlainTextFormat(),
    ]

    /// The format with a name, or `nil` when there is none.
    public static func format(named name: String) -> (any DiscussionFormat)? {
        all.first { $0.name == name }
    }

    /// The format to read an input with whose format nobody named: a table where the options name
    /// columns, else the one that is surest; `nil` when none is sure at all.
    static func format(for head: InputHead, options: ReadingOptions) -> (any DiscussionFormat)? {
        // Whoever names columns knows a table, though the names say nothing to anybody else.
        if !options.columns.isEmpty { return head.json == nil ? TableFormat() : JSONTableFormat() }
        return format(recognizing: head)
    }

    /// The format that is surest that an input is its own, or `nil` when none is sure at all.
    public static func format(recognizing head: InputHead) -> (any DiscussionFormat)? {
        var best: (format: any DiscussionFormat, confidence: Double)?
        for format in all {
            let confidence = format.sniff(head)
            if confidence > best?.confidence ?? 0 { best = (format, confidence) }
        }
        return best?.format
    }
}
