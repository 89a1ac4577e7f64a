/// The members of comments and submissions that are read.
enum RedditKey: Int, CaseIterable {
    case author
    case authorFullname
    case body
    case created
    case createdUTC
    case downs
    case id
    case isSubmitter
    case kind
    case linkAuthor
    case linkID
    case linkPermalink
    case linkTitle
    case linkURL
    case name
    case parentID
    case permalink
    case score
    case scoreHidden
    case selftext
    case subreddit
    case subredditNamePrefixed
    case title
    case ups
    case url

    /// How Reddit writes it.
    var name: StaticString {
        switch self {
        case .author: "author"
        case .authorFullname: "author_fullname"
        case .body: "body"
        case .created: "created"
        case .createdUTC: "created_utc"
        case .downs: "downs"
        case .id: "id"
        case .isSubmitter: "is_submitter"
        case .kind: "kind"
        case .linkAuthor: "link_author"
        case .linkID: "link_id"
        case .linkPermalink: "link_permalink"
        case .linkTitle: "link_title"
        case .linkURL: "link_url"
        case .name: "name"
        case .parentID: "parent_id"
        case .permalink: "permalink"
        case .score: "score"
        case .scoreHidden: "score_hidden"
        case .selftext: "selftext"
        case .subreddit: "subreddit"
        case .subredditNamePrefixed: "subreddit_name_prefixed"
        case .title: "title"
        case .ups: "ups"
        case .url: "url"
        }
    }
}

/// A comment or submission: an object of a document, or the fields of one that were set aside.
protocol RedditData {
    /// A value of it.
    associatedtype Value: SourceValue

    /// The member of a key, or `nil`.
    subscript(_ key: RedditKey) -> Value? { get }
}

extension JSONValue: RedditData {
    subscript(_ key: RedditKey) -> JSONValue? { self[key.name] }
}

extension FieldRow: RedditData {
    subscript(_ key: RedditKey) -> FieldValue? { self[key.rawValue] }
}
