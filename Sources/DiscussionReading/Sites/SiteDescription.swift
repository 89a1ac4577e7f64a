import DiscussionModel

/// How the comments of one kind of site stand in its pages: XPath expressions, and nothing else.
///
/// `Documentation/Sites.md` describes the YAML that a description is read from. Every field is a
/// list of expressions of which the first counts that finds something.
struct SiteDescription: Sendable {
    /// Expressions in the order in which they are tried.
    typealias Queries = [XPathQuery]

    /// What people call the kind of site; `discussion.site` is the page's own name.
    var name: String
    /// Whether comments stand under an article or posts stand alone.
    var setting = Discussion.Setting.page
    /// True of pages of this kind; without it only the comments decide.
    var when: Queries = []
    /// The elements that are comments, wherever they stand.
    var comment: Queries
    /// True of a comment that is a notice of another site.
    var pingback: Queries = []
    /// True of an element among the comments that is none.
    var except: Queries = []

    var id: Queries = []
    var author: Queries = []
    var account: Queries = []
    var time: Queries = []
    var body: Queries = []
    /// Elements in a comment that are no part of its text.
    var leaveOut: Queries = []
    /// Elements in the text that hold another's words.
    var quote: Queries = []
    var permalink: Queries = []
    var score: Queries = []
    /// True of a comment by the article's author.
    var byArticleAuthor: Queries = []
    /// True of a comment that waits for a moderator.
    var pending: Queries = []
    var removal = RemovalQueries()
    var parent = ParentQueries()
    var article = ArticleQueries()

    /// What a removed comment is known by.
    struct RemovalQueries: Sendable {
        var author: Queries = []
        var moderator: Queries = []
        var unknown: Queries = []
    }

    /// What tells which comment another answers.
    struct ParentQueries: Sendable {
        /// The id of the comment that is answered; `0` for the article.
        var id: Queries = []
        /// How deep a comment stands; a comment answers the last one before it that stands less
        /// deep.
        var depth: Queries = []
        /// Lists of answers that stand behind the comment that they answer.
        var list: Queries = []
        /// Whether a comment inside another answers it.
        var isNested = true
        /// Whether a comment without a parent answers the article; `nil` where it does when any
        /// comment has a parent.
        var isAlwaysStated: Bool?
    }

    /// Where the article stands; without them, what pages have in common is looked at.
    struct ArticleQueries: Sendable {
        /// The id of the discussion.
        var id: Queries = []
        var title: Queries = []
        var author: Queries = []
        var account: Queries = []
        var time: Queries = []
        var url: Queries = []
        var body: Queries = []
        var leaveOut: Queries = []
        var score: Queries = []
        var site: Queries = []
    }
}
