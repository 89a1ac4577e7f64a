import DiscussionModel

/// A page read with the description that finds the most in it.
struct PageWithComments {
    /// The page's own id for the discussion.
    private(set) var id: String?
    private(set) var site: String?
    private(set) var setting = Discussion.Setting.page
    private(set) var article = Article()
    private(set) var comments: [Comment] = []
    private(set) var pingbacks: [Comment] = []
    private(set) var findings: [Finding] = []

    /// A description and what it found.
    private struct Candidate {
        var site: SiteDescription
        /// The page without the comments that were found.
        var page: HTMLPage
        var reading: SiteReading
    }

    /// - Parameters:
    ///   - bytes: the page in UTF-8.
    ///   - saved: when it was saved.
    ///   - own: descriptions of the user, which go before those that are built in.
    ///   - file: the input, for findings.
    /// - Throws: `ReadingError` of code `empty` where there is nothing in the page.
    init(
        utf8 bytes: [UInt8], saved: Timestamp, sites own: [SiteDescription], file: String
    ) throws(ReadingError) {
        guard let page = HTMLPage(utf8: bytes, saved: saved) else {
            throw ReadingError(
                .empty, file: file, problem: "there is no element of HTML in it",
                advice: "expected a saved page; was it saved whole?")
        }
        let embedded = EmbeddedDiscussion.richest(in: page)
        // The first description whose expressions take too long on the page.
        var slow: SiteDescription?
        func candidates(_ sites: [SiteDescription]) -> [Candidate] {
            sites.compactMap { site in
                guard !page.document.isExhausted else { return nil }
                let mayRead = Self.mayRead(page, site)
                if page.document.isExhausted { slow = slow ?? site }
                guard mayRead,
                    let copy = HTMLPage(utf8: bytes, saved: saved, isDayFirst: page.isDayFirst)
                else { return nil }
                let reading = SiteReader(copy, site).read()
                guard !copy.document.isExhausted else {
                    slow = slow ?? site
                    return nil
                }
                guard reading.worth > 0 else { return nil }
                return Candidate(site: site, page: copy, reading: reading)
            }
        }
        let chosen = Self.best(candidates(own), beside: 0)
        if let slow {
            throw ReadingError(
                .tooLarge, file: file,
                problem: "the expressions of the description of \(slow.name) would take minutes on"
                    + " this page",
                advice: "write them from the comment on (`.//`) and without `//*`, `ancestor` and"
                    + " `following`, which look at the whole page for each comment")
        }
        let best =
            chosen
            ?? Self.best(candidates(SiteLibrary.builtIn), beside: Double(embedded.comments.count))
        if let slow {
            findings.append(
                Finding(
                    id: "site-slow", severity: .warning,
                    message: "The description of \(slow.name) was given up: its expressions would"
                        + " take minutes on this page.", file: file))
        }
        let savedFrom = SavedFrom.address(in: bytes)
        if let best {
            take(best.reading, file: file)
            setting = best.site.setting
            id = best.page.text(best.site.article.id, of: best.page.root)
            describe(best.page, best.site.article, embedded, savedFrom)
        } else if !embedded.comments.isEmpty {
            takeEmbedded(embedded, page, savedFrom, file: file)
        } else if let blocks = HTMLPage(utf8: bytes, saved: saved).flatMap(CommentBlocks.init) {
            take(blocks.reading, file: file)
            describe(blocks.page, .init(), embedded, savedFrom)
            findings.insert(
                Finding(
                    id: "site-unknown", severity: .warning,
                    message: "No site description fits; \(comments.count) blocks that repeat"
                        + " (\(blocks.signature)) are taken for the comments. A description of your"
                        + " own (--site) reads them surely.", file: file), at: 0)
        } else {
            describe(page, .init(), embedded, savedFrom)
            findings.append(
                Finding(
                    id: "no-comments", severity: .note,
                    message: "There are no comments in the page; what a script would have loaded"
                        + " is not saved with it.", file: file))
        }
    }

    /// Whether it is worth while to read a page with a description.
    private static func mayRead(_ page: HTMLPage, _ site: SiteDescription) -> Bool {
        guard site.when.isEmpty || page.holds(site.when, of: page.root) else { return false }
        return page.holds(site.comment, of: page.root)
    }

    /// The first candidate that finds about as much as any.
    private static func best(_ candidates: [Candidate], beside other: Double) -> Candidate? {
        let most = candidates.map(\.reading.worth).max() ?? 0
        // A tenth is what a stray element or two add to a small section.
        guard most > 0, most >= other * 0.9 else { return nil }
        return candidates.first { $0.reading.worth >= most * 0.9 }
    }

    private mutating func take(_ reading: SiteReading, file: String) {
        let assembly = CommentAssembly(
            reading.comments, file: file, statesTopLevel: reading.statesTopLevel)
        comments = assembly.comments
        pingbacks = reading.pingbacks
        findings += assembly.findings
    }

    private mutating func takeEmbedded(
        _ embedded: EmbeddedDiscussion, _ page: HTMLPage, _ savedFrom: String?, file: String
    ) {
        let hasParents =
            embedded.isThreaded
            || embedded.comments.contains { $0.comment.statedParent != nil }
        id = embedded.id
        let assembly = CommentAssembly(
            embedded.comments, file: file, articleIDs: embedded.articleIDs,
            statesTopLevel: hasParents)
        comments = assembly.comments
        findings += assembly.findings
        describe(page, .init(), embedded, savedFrom)
    }

    private mutating func describe(
        _ page: HTMLPage, _ queries: SiteDescription.ArticleQueries, _ embedded: EmbeddedDiscussion,
        _ savedFrom: String?
    ) {
        article = PageArticle(page).read(queries, linked: embedded.article, savedFrom: savedFrom)
        if setting == .forum {
            // Its topic stands in its first post.
            article.author = nil
            article.accountID = nil
            article.published = nil
            article.body = ""
        }
        site =
            page.text(queries.site, of: page.root) ?? page.text(Self.siteName, of: page.root)
    }

    private static let siteName = [
        XPathQuery("//meta[@property='og:site_name']/@content"),
        XPathQuery("//meta[@name='application-name']/@content"),
    ].compactMap { $0 }
}

/// The address that browsers write into the pages they save.
enum SavedFrom {
    /// The address in `<!-- saved from url=(0014)https://… -->`, or in the remark of an archive.
    static func address(in bytes: [UInt8]) -> String? {
        let head = String(decoding: bytes.prefix(4_096), as: UTF8.self)
        guard let mark = head.firstRange(of: "saved from url=(") else { return nil }
        let rest = head[mark.upperBound...].drop { $0.isNumber }.dropFirst()
        let address = rest.prefix { !$0.isWhitespace }
        return address.contains("://") && !address.hasPrefix("about:") ? String(address) : nil
    }
}
