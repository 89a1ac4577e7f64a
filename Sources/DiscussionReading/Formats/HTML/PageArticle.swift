import DiscussionModel

/// The article of a page by what pages have in common: what they say of themselves in `<meta>`,
/// `<link>`, JSON-LD and classes, and the element that holds the most of its words.
struct PageArticle {
    private let page: HTMLPage

    /// - Parameter page: the page without its comments.
    init(_ page: HTMLPage) {
        self.page = page
    }

    /// The article, of which a description's own expressions go first.
    func read(
        _ site: SiteDescription.ArticleQueries = .init(), linked: Article? = nil,
        savedFrom: String? = nil
    ) -> Article {
        var article = Article()
        article.title =
            text(site.title) ?? text(Self.title).map(shortened) ?? linked?.title
            ?? text(Self.heading)
        article.author = (text(site.author) ?? linked?.author ?? author()).flatMap(
            AuthorName.cleaned)
        article.accountID = text(site.account)
        article.published =
            page.time(site.time, of: page.root) ?? linked?.published
            ?? page.time(Self.published, of: page.root)
        article.url = address(text(site.url) ?? text(Self.url) ?? savedFrom ?? linked?.url)
        article.score = text(site.score).flatMap(Score.number)
        article.body = body(site)
        if article.body.isEmpty { article.body = linked?.body ?? "" }
        return article
    }

    private func text(_ queries: SiteDescription.Queries) -> String? {
        page.text(queries, of: page.root)
    }

    /// A page's title without the site's name, where a heading has the title alone.
    private func shortened(_ title: String) -> String {
        let site = text(Self.siteName)
        for query in Self.headings {
            for node in page.document.nodes(query, from: page.root).prefix(8) {
                guard let heading = HTMLPage.line(HTMLText().marked(node).text),
                    heading != site
                else { continue }
                if heading.utf8.count >= 4, title.hasPrefix(heading) { return heading }
                // "Site » Title"
                if heading.utf8.count >= 12, title.hasSuffix(heading) { return heading }
            }
        }
        return withoutSite(title)
    }

    /// A title without the site's name before or behind it.
    private func withoutSite(_ title: String) -> String {
        guard let site = text(Self.siteName)?.lowercased(), site.utf8.count >= 3 else {
            return title
        }
        for separator in Self.separators {
            let parts = title.split(separator: separator)
            guard parts.count > 1, let first = parts.first, let last = parts.last else { continue }
            let rest: ArraySlice<Substring>
            if last.lowercased() == site
                || last.utf8.count >= 5 && site.hasPrefix(last.lowercased())
            {
                rest = parts.dropLast()
            } else if first.lowercased() == site {
                rest = parts.dropFirst()
            } else {
                continue
            }
            return rest.joined(separator: separator)
        }
        return title
    }

    private static let separators = [
        " | ", " - ", " – ", " — ", " » ", " « ", " :: ", " • ", " · ", ": ",
    ]

    /// An address that can be followed by itself, as far as one can be made.
    private func address(_ url: String?) -> String? {
        guard let url, !url.contains("://") else { return url }
        if url.hasPrefix("//") { return "https:" + url }
        return text(Self.wholeURL) ?? url
    }

    private func author() -> String? {
        for query in Self.author {
            guard let name = page.text([query], of: page.root), name.utf8.count <= 100,
                !name.contains("://"), name.count(where: \.isNumber) < 4
            else { continue }
            return name
        }
        return nil
    }

    private func body(_ site: SiteDescription.ArticleQueries) -> String {
        guard let found = page.nodes(site.body, of: page.root).first ?? named() else { return "" }
        var text = HTMLText()
        for query in site.leaveOut + Self.leaveOut {
            text.omitted.formUnion(page.document.nodes(query, from: found))
        }
        return text.marked(found).text
    }

    /// The body by its name; where next to nothing has such a name, by its words.
    private func named() -> HTMLNode? {
        guard let named = namedBody() else { return ArticleFinder.body(in: page) }
        let length = named.visibleLength(limit: 800)
        guard length < 800, let other = ArticleFinder.body(in: page),
            other.visibleLength(limit: 4_000) > 3 * length
        else { return named }
        return other
    }

    /// The element that the page calls the body of its article; where there are several, as on a
    /// page of teasers, the longest.
    private func namedBody() -> HTMLNode? {
        for query in Self.body {
            var best: (node: HTMLNode, length: Int)?
            for node in page.document.nodes(query, from: page.root).prefix(32) {
                let length = node.visibleLength(limit: 200_000)
                if length > best?.length ?? 120 { best = (node, length) }
            }
            if let best { return best.node }
        }
        return nil
    }

    private static func queries(_ texts: String...) -> SiteDescription.Queries {
        texts.compactMap { XPathQuery($0) }
    }

    private static let title = queries(
        "//meta[@property='og:title']/@content", "//meta[@name='og:title']/@content",
        "//meta[@name='twitter:title']/@content",
        "//*[has-class('entry-title', 'post-title', 'article-title')][self::h1 or self::h2]",
        "//*[has-class('h-entry')]//*[has-class('p-name')]",
        "//article//h1",
        // Not the name of the site, which stands there on older pages.
        "//h1[count(//h1) = 1][not(contains(@id, 'header') or contains(@id, 'logo')"
            + " or contains(@id, 'title') or contains(@class, 'site') or contains(@class, 'logo')"
            + " or contains(@class, 'blog') or a[@rel='home'])]",
        "//head/title", "//title")

    private static let siteName = queries(
        "//meta[@property='og:site_name']/@content", "//meta[@name='application-name']/@content",
        "//*[has-class('site-title', 'blog-title', 'site-name')]", "//h1[@id='header']",
        "//a[@rel='home'][normalize-space(.) != '']")

    private static let wholeURL = queries(
        "//link[@rel='canonical']/@href[contains(., '://')]",
        "//meta[@property='og:url']/@content[contains(., '://')]",
        "//link[@rel='shortlink']/@href[contains(., '://')]")

    private static let heading = queries("//h1", "//h2")

    private static let headings = queries(
        "//h1", "//h2", "//*[has-class('storytitle', 'entry-title', 'post-title')]")

    private static let author = queries(
        "//meta[@name='author']/@content", "//meta[@property='article:author']/@content",
        "//meta[@name='dc.creator' or @name='DC.creator']/@content",
        written("content"), written("value"),
        "//*[@itemprop='author']//*[@itemprop='name']", "//*[@itemprop='author']",
        "//*[has-class('p-author')]//*[has-class('p-name')]", "//*[has-class('p-author')]",
        "//*[has-class('author')]//*[has-class('fn')]", "//*[has-class('fn')]",
        "//a[@rel='author']", "//*[has-class('entry-author', 'post-author', 'author-name')]",
        "//*[has-class('byline')]//*[has-class('author')]",
        "//*[has-class('author')][has-class('vcard')]",
        "//*[has-class('author')][not(ancestor::aside)]//a[normalize-space(.) != '']")

    /// "Written by" with its value, as a widespread extension of WordPress tells the author.
    private static func written(_ attribute: String) -> String {
        let labels = [
            "ritten by", "erfasst von", "crit par", "scrito por", "critto da", "eschreven door",
            "apisane przez",
        ]
        let isAuthor = labels.map { "contains(@\(attribute), '\($0)')" }.joined(separator: " or ")
        return "//meta[@name='twitter:label1'][\(isAuthor)]"
            + "/following::meta[@name='twitter:data1'][1]/@\(attribute)"
    }

    private static let published = queries(
        "//meta[@property='article:published_time']/@content",
        "//meta[@property='og:published_time']/@content",
        "//meta[@itemprop='datePublished']/@content", "//*[@itemprop='datePublished']",
        "//meta[@name='date' or @name='dc.date' or @name='DC.date' or @name='pubdate'"
            + " or @name='dcterms.created']/@content",
        "//*[has-class('dt-published')]", "//time[has-class('published', 'entry-date')]",
        "//*[has-class('published')]", "//time[@pubdate]", "//article//time[@datetime]",
        "//header//time[@datetime]",
        "//*[has-class('entry-date', 'post-date', 'postdate', 'post_date', 'date-header',"
            + " 'article-date', 'article__date', 'entry-meta', 'post-meta', 'postmetadata',"
            + " 'post-info', 'byline')]",
        "//time[@datetime][count(//time[@datetime]) = 1]",
        "//*[has-class('date')][count(//*[has-class('date')]) = 1]")

    private static let url = queries(
        "//link[@rel='canonical']/@href", "//meta[@property='og:url']/@content",
        "//*[has-class('h-entry')]//*[has-class('u-url')]/@href")

    private static let body = queries(
        "//*[@itemprop='articleBody']",
        "//*[has-class('entry-content', 'post-content', 'article-content', 'article-body',"
            + " 'articlebody', 'post-body', 'story-body', 'e-content', 'article__body',"
            + " 'article-text', 'post_content', 'entry_content', 'td-post-content',"
            + " 'field-name-body', 'wp-block-post-content', 'single-content', 'storycontent')]",
        "//article[not(ancestor::article)]")

    private static let leaveOut = queries(
        ".//nav | .//aside | .//footer | .//h1 | .//form",
        ".//*[@id='comments' or @id='respond' or @id='disqus_thread' or @id='jp-relatedposts']",
        ".//*[class-starts('share', 'sharedaddy', 'sd-', 'jp-relatedposts', 'related', 'social',"
            + " 'comment', 'breadcrumb', 'author-box', 'newsletter', 'yarpp', 'post-navigation',"
            + " 'nav-links', 'entry-meta', 'postmetadata', 'entry-footer', 'wp-caption-text',"
            + " 'post-tags', 'shariff', 'advert')]")
}

/// Finds the element with most of a page's words, as reading views of browsers do.
enum ArticleFinder {
    /// The element under which the most text of paragraphs stands; `nil` on a page without.
    ///
    /// A paragraph's words count for its parent in full and by half for the element around that.
    /// - Complexity: O(elements).
    static func body(in page: HTMLPage) -> HTMLNode? {
        var scores: [HTMLNode: Int] = [:]
        var order: [HTMLNode] = []
        func add(_ score: Int, to node: HTMLNode) {
            if scores.updateValue(scores[node, default: 0] + score, forKey: node) == nil {
                order.append(node)
            }
        }
        page.root.walk { node in
            guard node.isElement else { return false }
            let name = node.name
            if silent.contains(name) { return false }
            guard name == "p" || name == "pre", let parent = node.parent else { return true }
            let length = node.visibleLength(limit: 4_000)
            guard length >= 25 else { return false }
            add(length * 2, to: parent)
            if let around = parent.parent { add(length, to: around) }
            return false
        }
        var best: HTMLNode?
        for node in order where scores[node, default: 0] > best.map({ scores[$0] ?? 0 }) ?? 120 {
            best = node
        }
        return best
    }

    private static let silent: Set<String> = [
        "nav", "aside", "footer", "form", "script", "style", "head",
    ]
}
