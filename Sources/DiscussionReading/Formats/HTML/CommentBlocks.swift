import DiscussionModel

/// Blocks of a page that repeat and look like comments: elements with one signature (name and
/// classes), each with somebody's name, a time and words, where the page itself speaks of comments.
///
/// Teasers of articles repeat too and have names and times; only blocks that are called comments,
/// replies, posts of a forum or the like, or stand in what is called so, are taken.
struct CommentBlocks {
    /// The comments.
    let reading: SiteReading
    /// The page without the comments.
    let page: HTMLPage
    /// The signature, such as `div.reply`.
    let signature: String

    private struct Group {
        var signature: String
        var nodes: [HTMLNode]
        /// How plainly the elements themselves are called comments.
        var naming: Naming
        /// Whether what is around them may hold other things as well.
        var isLoose: Bool
    }

    /// How plainly an element is called a comment.
    private enum Naming: Int, Comparable {
        case not, loosely, plainly

        static func < (one: Naming, other: Naming) -> Bool { one.rawValue < other.rawValue }
    }

    /// Groups and elements of a group that are looked at closely.
    private static let maximumGroups = 60
    private static let maximumSample = 40

    /// Finds the blocks; `nil` where there are none.
    ///
    /// - Complexity: O(elements), and a bounded number of closer looks.
    init?(_ page: HTMLPage) {
        var best: (group: Group, value: Double)?
        for group in Self.groups(in: page).prefix(Self.maximumGroups) {
            guard let share = Self.share(of: group, in: page) else { continue }
            let value = share * Double(group.nodes.count)
            // Of an element and the one around it the outer one comes first and stays.
            if value > (best?.value ?? 0) * 1.2 { best = (group, value) }
        }
        guard let best, var site = Self.site else { return nil }
        let nodes = Set(best.group.nodes)
        // Numbers that are not each comment's own are no ids.
        let ids = best.group.nodes.compactMap { page.text(site.id, of: $0) }
        if Set(ids).count < nodes.count { site.id = [] }
        let reading = SiteReader(page, site).read(nodes)
        guard reading.worth > 0 else { return nil }
        self.reading = reading
        self.page = page
        signature = best.group.signature
    }

    private static let site = try? SiteDescription(
        yaml: String(decoding: PackageResources.generic_yaml, as: UTF8.self), file: "generic")

    /// Elements with one signature where comments are spoken of, those named so first.
    ///
    /// What is called "discussion" or "opinion" may as well hold articles: there elements that lead
    /// to other pages do not count.
    private static func groups(in page: HTMLPage) -> [Group] {
        var groups: [String: Group] = [:]
        var order: [String] = []
        var hints = 0
        var looseHints = 0
        page.root.walk { node in
            guard node.isElement, !Self.silent.contains(node.name), !isElsewhere(node) else {
                return false
            }
            let naming = naming(of: node)
            if hints + looseHints > 0 || naming > .not, blocks.contains(node.name),
                let key = signature(of: node)
            {
                if groups[key] == nil {
                    order.append(key)
                    groups[key] = Group(
                        signature: key, nodes: [], naming: naming,
                        isLoose: hints == 0 && naming == .not)
                }
                groups[key]?.nodes.append(node)
            }
            switch naming {
            case .plainly: hints += 1
            case .loosely: looseHints += 1
            case .not: break
            }
            return true
        } leave: { node in
            // What was not entered was not counted.
            guard node.isElement, !Self.silent.contains(node.name), !isElsewhere(node) else {
                return
            }
            switch naming(of: node) {
            case .plainly: hints -= 1
            case .loosely: looseHints -= 1
            case .not: break
            }
        }
        let all = order.compactMap { groups[$0] }.filter {
            $0.nodes.count > 1 || $0.naming > .not
        }
        return all.filter { $0.naming > .not } + all.filter { $0.naming == .not }
    }

    private static let silent: Set<String> = [
        "script", "style", "head", "form", "nav", "select", "svg", "noscript",
    ]

    private static let blocks: Set<String> = [
        "div", "li", "article", "section", "tr", "table", "dd", "dl", "dt", "p", "td",
        "blockquote",
    ]

    /// What a site calls comments in ids and classes.
    private static let words = bytes(
        "comment", "komment", "komentar", "comentario", "comentári", "commento", "commenti",
        "reply",
        "replies", "reaction", "reaktion", "reactie", "antwort", "reponse", "respuesta", "risposta",
        "guestbook", "gaestebuch", "livredor", "talkback", "leserbrief", "yorum")

    /// What a site calls comments and other things too.
    private static let looseWords = bytes(
        "discussion", "diskussion", "forum", "message", "feedback", "opinion", "thread",
        "response", "opinie", "review")

    /// What a site calls lists of other pages, even where comments are what it counts them by.
    private static let elsewhere = bytes(
        "recent", "popular", "related", "teaser", "most-", "most_", "mostc", "trending", "promo",
        "comments-link", "comment-count", "product", "shop")

    private static func bytes(_ words: String...) -> [[UInt8]] { words.map { Array($0.utf8) } }

    private static func isElsewhere(_ node: HTMLNode) -> Bool {
        node.name != "body" && node.name != "html" && mentions(elsewhere, in: node)
    }

    private static func naming(of node: HTMLNode) -> Naming {
        guard node.name != "body", node.name != "html" else { return .not }
        if mentions(words, in: node) { return .plainly }
        return mentions(looseWords, in: node) ? .loosely : .not
    }

    private static func mentions(_ words: [[UInt8]], in node: HTMLNode) -> Bool {
        var isFound = false
        for name in ["class", "id", "data-testid", "itemprop"] where !isFound {
            node.withAttribute(name) { value in
                let lower = value.prefix(400).map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
                isFound = words.contains { lower.holds($0) }
            }
        }
        return isFound
    }

    /// The name and the classes that do not change from one to the next.
    private static func signature(of node: HTMLNode) -> String? {
        var classes: [String] = []
        for word in node.classes.prefix(16) {
            let isChanging =
                word.contains { $0.isNumber } || changing.contains(word.lowercased())
            if !isChanging { classes.append(String(word)) }
        }
        var signature = node.name
        if classes.isEmpty, let test = node.attribute("data-testid") {
            return signature + "[" + test.prefix { !$0.isNumber } + "]"
        }
        if classes.isEmpty {
            guard let id = node.attribute("id"), id.contains(where: \.isNumber) else {
                return node.parent.flatMap { parent in
                    let around = parent.classes.first ?? parent.attribute("id")?[...]
                    return around.map { "\($0) > \(node.name)" }
                }
            }
            return signature + "#" + id.prefix { !$0.isNumber }
        }
        for word in classes.prefix(2) { signature += "." + word }
        return signature
    }

    private static let changing: Set<String> = [
        "odd", "even", "alt", "first", "last", "byuser", "bypostauthor", "author", "op", "new",
        "unread", "active", "hidden", "collapsed",
    ]

    /// The share of a group's elements that have a name, a time and words; `nil` where too few do.
    private static func share(of group: Group, in page: HTMLPage) -> Double? {
        guard let site else { return nil }
        let step = max(1, group.nodes.count / maximumSample)
        var (seen, named, whole, worded, teasers) = (0, 0, 0, 0, 0)
        for at in stride(from: 0, to: group.nodes.count, by: step) {
            let node = group.nodes[at]
            seen += 1
            guard node.visibleLength(limit: 40) >= 20, node.isSmall(limit: 4_000),
                let name = page.name(site.author, of: node)
            else { continue }
            named += 1
            if page.time(site.time, of: node) != nil { whole += 1 }
            if hasWords(of: node, name) { worded += 1 }
            if isTeaser(node, name) || group.isLoose && leadsElsewhere(node, name) {
                teasers += 1
            }
        }
        guard worded * 10 >= seen * 6, teasers * 2 < seen else { return nil }
        if whole * 10 >= seen * 7, whole >= 2 || group.naming == .plainly {
            return Double(whole) / Double(seen)
        }
        // Without times only what is plainly called a comment is one.
        guard group.naming == .plainly, named >= 2, named * 10 >= seen * 9 else { return nil }
        return Double(named) / Double(seen) / 2
    }

    /// Whether an element says something beside a name, a date and links.
    private static func hasWords(of node: HTMLNode, _ name: String) -> Bool {
        var letters = 0
        func count(_ node: HTMLNode) {
            node.walk { at in
                if at.isText {
                    _ = at.withText { text in
                        letters += text.count { $0 >= 0x41 }
                    }
                    return false
                }
                return at.isElement
                    && !["a", "button", "time", "script", "style"].contains(at.name)
            }
        }
        count(node)
        if node.name == "dt", let words = node.nextElement, words.name == "dd" { count(words) }
        // A month in words, and "at" or "um".
        return letters - name.utf8.count >= 14
    }

    /// Whether an element leads to an article: a title that links elsewhere.
    private static func isTeaser(_ node: HTMLNode, _ name: String) -> Bool {
        var isFound = false
        var headings = 0
        func isTitle(_ node: HTMLNode) -> Bool {
            headingNames.contains(node.name)
                || node.attribute("class").map { $0.contains("title") || $0.contains("headline") }
                    == true
        }
        node.walk { at in
            guard at.isElement, !isFound else { return false }
            if isTitle(at) { headings += 1 }
            if headings > 0, at.name == "a", let target = at.attribute("href"),
                !target.contains("#"), !target.contains("comment"),
                let text = HTMLPage.line(at.content), text != name, text.utf8.count >= 12
            {
                isFound = true
            }
            // A heading around which a link stands.
            if at.name == "a", at.elements.contains(where: { headingNames.contains($0.name) }) {
                isFound = isFound || HTMLPage.line(at.content) != name
            }
            return true
        } leave: { at in
            if at.isElement, isTitle(at) { headings -= 1 }
        }
        return isFound
    }

    /// Whether there is a link in an element to another page that is nobody's profile.
    private static func leadsElsewhere(_ node: HTMLNode, _ name: String) -> Bool {
        var isFound = false
        node.walk { at in
            guard at.isElement, !isFound else { return false }
            guard at.name == "a", let target = at.attribute("href")?.lowercased() else {
                return true
            }
            let isOwn = ["#", "user", "profil", "member", "mailto:", "javascript:"].contains {
                target.contains($0)
            }
            if !isOwn, let text = HTMLPage.line(at.content), text != name { isFound = true }
            return true
        }
        return isFound
    }

    private static let headingNames: Set<String> = ["h1", "h2", "h3", "h4", "h5", "h6"]
}
