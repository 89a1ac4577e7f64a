/// The page `Documentation/Measures.md`, made from the registry.
package enum MeasureDocumentation {
    /// The page in Markdown, with a line end at its end.
    package static var page: String {
        introduction
            + comments + sections(MeasureRegistry.commentCounts)
            + sections(MeasureRegistry.commentMeasures.map(\.definition))
            + commenters + sections(MeasureRegistry.commenterCounts)
            + sections(MeasureRegistry.commenterMeasures.map(\.definition))
            + threads + sections(MeasureRegistry.threadCounts)
            + discussions + sections(MeasureRegistry.measures.map(\.definition))
    }

    private static func sections(_ definitions: [MeasureDefinition]) -> String {
        definitions.map(section).joined()
    }

    private static func section(_ definition: MeasureDefinition) -> String {
        """

        ### `\(definition.name)`

        \(definition.meaning)

        | | |
        |---|---|
        | formula | `\(definition.formula)` |
        | symbols | \(definition.symbols) |
        | range | \(definition.range) |
        | `null` | \(definition.undefined) |
        | cost | \(definition.cost) |
        | source | \(definition.source) |

        """
    }

    private static let introduction = """
        # Measures

        What Rejoinder counts, and how. This page is made from the code: change a measure in
        `Sources/DiscussionMeasurement/Measures/`, run `REJOINDER_RECORD=1 swift test --filter
        MeasureDocumentation`, and look at what changed. A test fails when the page is stale.

        A measure that is undefined is `null` in the JSON, `nil` in Swift, never 0. A ghost, a comment
        that is referred to but not there, stands under the article: it has depth 1 and carries what
        answers it, but no number of comments counts it.

        n is the number of comments, m that of the commenter graph's edges, u that of commenters. The
        commenter graph has an edge from each commenter to each other whom they reply to; a reply to
        the article is one only where it names the article's author.

        """

    private static let comments = """

        ## Of a comment

        """

    private static let commenters = """

        ## Of a commenter

        """

    private static let threads = """

        ## Of a thread

        A thread is a top-level comment with everything under it. Its other measures are those of a
        discussion, taken as if the discussion held nothing but the article and the thread; of a
        thread of one comment they are `null`.

        """

    private static let discussions = """

        ## Of a discussion

        """
}
