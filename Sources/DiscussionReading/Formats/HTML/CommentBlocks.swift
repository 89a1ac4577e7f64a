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
        /// Whether the elements themselves are called comments.
        var isNamed: Bool
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
    private static func groups(in page: HTMLPage) -> [Group] {
        var groups: [String: Group] = [:]
        var order: [String] = []
        var hints = 0
        page.root.walk { node in
            guard node.isElement, !Self.silent.contains(node.name) else { return false }
            let isHint = isCalledComments(node)
            if hints > 0 || isHint, blocks.contains(node.name), let key = signature(of: node) {
                if groups[key] == nil {
                    order.append(key)
                    groups[key] = Group(signature: key, nodes: [], isNamed: isHint)
                }
                groups[key]?.nodes.append(node)
            }
            if isHint { hints += 1 }
            return true
        } leave: { node in
            if hints > 0, isCalledComments(node) { hints -= 1 }
        }
        let all = order.compactMap { groups[$0] }.filter { $0.nodes.count > 1 || $0.isNamed }
        return all.filter(\.isNamed) + all.filter { !$0.isNamed }
    }

    private static let silent: Set<String> = [
        "script", "style", "head", "form", "nav", "select", "svg", "noscript",
    ]

    private static let blocks: Set<String> = [
        "div", "li", "article", "section", "tr", "table", "dd", "dl", "p", "td", "blockquote",
    ]

    /// What a site calls comments in ids and classes.
    private static let words = [
        "comment", "kommentar", "commentaire", "comentario", "commento", "reply", "replies",
        "response", "reaction", "reaktion", "reactie", "antwort", "discussion", "diskussion",
        "forum", "message", "guestbook", "gaestebuch", "talkback", "feedback", "opinion",
        "leserbrief", "thread",
    ].map { Array($0.utf8) }

    private static func isCalledComments(_ node: HTMLNode) -> Bool {
        var isFound = false
        for name in ["class", "id", "data-testid", "itemprop"] where !isFound {
            node.withAttribute(name) { value in
                let lower = value.prefix(400).map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
                isFound = words.contains { lower.holds($0) }
            }
        }
        return isFound && node.name != "body" && node.name != "html"
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
        var seen = 0
        var whole = 0
        for at in stride(from: 0, to: group.nodes.count, by: step) {
            let node = group.nodes[at]
            seen += 1
            let length = node.visibleLength(limit: 40)
            guard length >= 20, node.isSmall(limit: 4_000) else { continue }
            guard page.time(site.time, of: node) != nil,
                page.text(site.author, of: node).flatMap(AuthorName.cleaned) != nil
            else { continue }
            whole += 1
        }
        guard whole * 10 >= seen * 7, whole >= 2 || group.isNamed else { return nil }
        return Double(whole) / Double(seen)
    }
}
