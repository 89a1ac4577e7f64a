import DiscussionModel

/// A page that was read: its article, its comments, and what each of its lines was taken for.
struct PageReading {
    /// An article of less text is none unless it is a sentence: breadcrumbs above a forum's posts.
    private static let leastArticleBytes = 200
    /// A sentence of less text is none.
    private static let leastSentenceBytes = 60

    let page: Page
    private(set) var article = Article()
    private(set) var comments: [Comment] = []
    private(set) var setting = Discussion.Setting.page
    private(set) var findings: [Finding] = []
    /// One role for each line of the page.
    private(set) var roles: [LineRole]

    /// Whether the page has no text at all.
    var isEmpty: Bool { !roles.contains { $0 != .blank } }

    /// Reads a page.
    ///
    /// - Parameter file: what findings name.
    /// - Complexity: O(bytes) for each layout that is known.
    init(_ page: Page, file: String) {
        self.page = page
        let features = PageFeatures(page)
        var roles = [LineRole](repeating: .blank, count: page.lines.count)
        var reading = LayoutFinder(features).best()
        let saysNone = features.kinds.firstIndex { $0.contains(.noComments) }
        if let found = reading, let line = saysNone, found.headers.count < 4,
            found.headers[0].line < line
        {
            reading = nil
        }
        if let found = reading, found.score < 8,
            Self.statedCount(features, before: found.headers[0].line)?.number == 0
        {
            reading = nil
        }
        var end = page.lines.count
        if let reading {
            let section = CommentSection(reading, features, roles: &roles)
            comments = section.comments
            end = section.firstLine
        }
        let articleReader = ArticleReader(features, end: end, roles: &roles)
        article = articleReader.article
        for line in page.lines.indices where roles[line] == .blank && !page.lines[line].isBlank {
            roles[line] = .unread
        }
        self.roles = roles
        if !comments.isEmpty, !Self.isArticle(article.body) {
            setting = .forum
            for line in self.roles.indices where self.roles[line] == .article {
                self.roles[line] = .unread
            }
            article.body = ""
        }
        remark(reading, features, saysNone: saysNone, file: file)
    }

    /// Whether a text above comments is what they are about.
    private static func isArticle(_ body: String) -> Bool {
        let bytes = body.utf8.count
        if bytes >= leastArticleBytes { return true }
        let stops: Set<Character> = [".", "!", "?", "…", "。", "！", "？", "؟", "۔"]
        let closing: Set<Character> = ["\"", "”", "»", ")", "」", "\n", " "]
        guard bytes >= leastSentenceBytes, let last = body.last(where: { !closing.contains($0) })
        else { return false }
        return stops.contains(last)
    }

    private mutating func remark(
        _ reading: LayoutReading?, _ features: PageFeatures, saysNone: Int?, file: String
    ) {
        func add(_ id: String, _ severity: Finding.Severity, _ message: String, line: Int?) {
            findings.append(
                Finding(
                    id: id, severity: severity, message: message, file: file,
                    line: line.map { $0 + 1 }))
        }
        if let reading, let first = reading.headers.first {
            add(
                "layout-inferred", .note,
                (comments.count == 1 ? "1 comment begins" : "\(comments.count) comments begin")
                    + " as this line does (layout \(reading.layout.name)).", line: first.line)
            if let (line, number) = Self.statedCount(features, before: first.line),
                number != comments.count
            {
                add(
                    "comment-count-differs", .warning,
                    "The page speaks of \(number) \(number == 1 ? "comment" : "comments");"
                        + " \(comments.count) \(comments.count == 1 ? "was" : "were") found.",
                    line: line)
            }
        } else {
            if let saysNone {
                add(
                    "page-says-no-comments", .note, "The page says that it has no comments.",
                    line: saysNone)
            }
            add(
                "no-comments", .note, "No lines repeat down the page as those of comments do.",
                line: nil)
        }
        let unread = roles.indices.filter { roles[$0] == .unread }
        if let first = unread.first {
            add(
                "unread-lines", .note,
                unread.count == 1
                    ? "1 line is the site's or was not understood and was left out."
                    : "\(unread.count) lines are the site's or were not understood and were left out.",
                line: first)
        }
    }

    /// The number in the last heading above the first comment.
    private static func statedCount(
        _ features: PageFeatures, before line: Int
    ) -> (line: Int, number: Int)? {
        for above in (max(0, line - 12)..<line).reversed()
        where features.kinds[above].contains(.heading) {
            let page = features.page
            return PageChrome.number(page.bytes, page.lines[above].range).map { (above, $0) }
        }
        return nil
    }
}
