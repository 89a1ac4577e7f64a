/// The formats that can be read.
public enum FormatRegistry {
    /// Every format, one line each; of equally sure ones the first is taken.
    public static let all: [any DiscussionFormat] = [
        ConvoKitFormat(),
        RedditFormat(),
        HackerNewsFormat(),
        LobstersFormat(),
        WXRFormat(),
        DiscourseFormat(),
        YouTubeFormat(),
        MastodonFormat(),
        BlueskyFormat(),
        LemmyFormat(),
        StackExchangeFormat(),
        ActivityPubFormat(),
        CommentoFormat(),
        IssoFormat(),
        RemarkFormat(),
        ArtalkFormat(),
        WalineFormat(),
        TableFormat(),
        JSONTableFormat(),
        MboxFormat(),
        HTMLFormat(),
        DisqusFormat(),
        DiscourseFormat(),
        GitHubFormat(),
        BloggerFormat(),
        ChatLogFormat(),
        PlainTextFormat(),
    ]

    /// The format with a name, or `nil` when there is none.
    public static func format(named name: String) -> (any DiscussionFormat)? {
        all.first { $0.name == name }
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
