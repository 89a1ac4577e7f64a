import DiscussionModel

/// The comments of a page as a description finds them.
struct SiteReading {
    /// The comments in the order of the page.
    var comments: [FoundComment] = []
    var pingbacks: [Comment] = []
    /// Whether a comment without a parent answers the article.
    var statesTopLevel = false

    /// How much of them is there: comments with words, and a little for names.
    var worth: Double {
        comments.reduce(Double(pingbacks.count)) { sum, found in
            let comment = found.comment
            guard !comment.text.isEmpty || comment.removal != nil else { return sum }
            return sum + (comment.nameAsWritten != nil || comment.removal != nil ? 1 : 0.7)
        }
    }
}

/// Reads the comments of a page with a description.
///
/// Comments are read from the last to the first, and each is taken out of the tree when it was
/// read: what is inside another comment is then no part of it, at a cost linear in the page.
struct SiteReader {
    private let page: HTMLPage
    private let site: SiteDescription

    init(_ page: HTMLPage, _ site: SiteDescription) {
        self.page = page
        self.site = site
    }

    /// Reads the page, of which the comments are then no part any more.
    ///
    /// - Parameter nodes: the comments where they are known; else the description finds them.
    func read(_ nodes: Set<HTMLNode>? = nil) -> SiteReading {
        let places = CommentPlaces(page, site, comments: nodes)
        var reading = SiteReading()
        guard !places.all.isEmpty else { return reading }
        var comments: [Comment] = []
        var depths: [Double?] = []
        var pingbacks: Set<Int> = []
        for (index, place) in places.all.enumerated().reversed() {
            let node = place.node
            comments.append(comment(at: place))
            depths.append(page.text(site.parent.depth, of: node).flatMap { Double($0) })
            if page.holds(site.pingback, of: node) { pingbacks.insert(index) }
            page.document.detach(node)
        }
        comments.reverse()
        depths.reverse()
        nameAll(&comments, pingbacks)
        let parents = places.parents(
            ids: comments.map(\.id), named: comments.map(\.statedParent), depths: depths)
        reading.statesTopLevel = site.parent.isAlwaysStated ?? parents.contains { $0 != nil }
        // Elements without anything of a comment are none; what stands in them moves up.
        var shells: [String: String?] = [:]
        for (index, place) in places.all.enumerated() {
            let parent = parents[index].flatMap { shells[$0] ?? $0 }
            if comments[index].isEmpty {
                shells[comments[index].id] = parent
                continue
            }
            comments[index].statedParent = parent
            if pingbacks.contains(index) {
                // "Pingback:" before the name of the other site.
                let text = comments[index].text
                if text.hasSuffix(":"), text.utf8.count <= 24 { comments[index].text = "" }
                reading.pingbacks.append(comments[index])
            } else {
                reading.comments.append(FoundComment(comments[index], line: place.node.line))
            }
        }
        return reading
    }

    /// Gives comments without ids their ordinals.
    private func nameAll(_ comments: inout [Comment], _ pingbacks: Set<Int>) {
        var taken = Set(comments.map(\.id))
        var ordinal = 0
        for index in comments.indices {
            let isPingback = pingbacks.contains(index)
            if !isPingback { ordinal += 1 }
            guard comments[index].id.isEmpty else { continue }
            var id = isPingback ? "p\(index + 1)" : String(ordinal)
            while !taken.insert(id).inserted { id += "-1" }
            comments[index].id = id
        }
    }

    private func comment(at place: CommentPlaces.Place) -> Comment {
        let node = place.node
        var comment = Comment(id: place.ownID ?? page.text(site.id, of: node) ?? "", text: "")
        comment.nameAsWritten =
            page.name(site.author, of: node) ?? nameByDate(in: node)
        comment.accountID = page.text(site.account, of: node)
        let loose = site.time.isEmpty ? nil : looseTime(in: node)
        comment.posted = page.time(site.time, of: node) ?? loose?.time
        comment.url = page.text(site.permalink, of: node)
        comment.score = page.text(site.score, of: node).flatMap(Score.number)
        comment.isByArticleAuthor = page.holds(site.byArticleAuthor, of: node)
        if page.holds(site.pending, of: node) { comment.approval = .pending }
        // For `CommentPlaces.parents`, which knows the others.
        comment.statedParent = page.text(site.parent.id, of: node)
        let body = text(of: node, without: loose?.node)
        comment.text = body.text
        // Sites without quote boxes have people who write `> ` themselves.
        comment.statedQuotations =
            body.quotations.isEmpty
            ? QuoteMarks.statedQuotations(in: body.text) : body.quotations
        if page.holds(site.removal.moderator, of: node) {
            comment.removal = .moderator
        } else if page.holds(site.removal.author, of: node) {
            comment.removal = .author
        } else if page.holds(site.removal.unknown, of: node) {
            comment.removal = .unknown
        }
        if comment.removal != nil, comment.text.utf8.count <= 120 {
            // The site's words for that there are none.
            comment.text = ""
            comment.statedQuotations = []
        }
        if let name = comment.nameAsWritten, AuthorName.isNobody(name) {
            comment.nameAsWritten = nil
            comment.accountID = nil
        }
        return comment
    }

    /// The name in the line that tells the time, such as "posted by Ana on 3 May 2020".
    private func nameByDate(in comment: HTMLNode) -> String? {
        for query in site.time {
            for node in page.document.nodes(query, from: comment).prefix(4) {
                guard let line = HTMLPage.line(HTMLText().marked(node).text),
                    line.utf8.count <= 200, let name = AuthorName.inHeader(line)
                else { continue }
                return name
            }
        }
        return nil
    }

    /// A date that stands in a comment without an element of its own.
    private func looseTime(in comment: HTMLNode) -> (time: Timestamp, node: HTMLNode)? {
        guard page.time(site.time, of: comment) == nil else { return nil }
        var found: (time: Timestamp, node: HTMLNode)?
        var count = 0
        comment.visit { node in
            count += 1
            guard node.isText else { return count < 400 }
            let text = node.content
            if text.utf8.count <= 120, let line = HTMLPage.line(text),
                line.utf8.count <= 40, let time = page.time(in: line), !time.isApproximate
            {
                found = (time, node)
            }
            return found == nil && count < 400
        }
        return found
    }

    private func text(of comment: HTMLNode, without date: HTMLNode?) -> MarkedText {
        var text = HTMLText()
        if let date { text.omitted.insert(date) }
        for query in site.leaveOut {
            text.omitted.formUnion(page.document.nodes(query, from: comment))
        }
        for query in site.quote {
            text.quoted.formUnion(page.document.nodes(query, from: comment))
        }
        for query in site.body {
            let found = page.document.nodes(query, from: comment)
            guard let first = found.first else { continue }
            if first == comment { break }
            let outer = found.count == 1 ? found : outermost(found, in: comment)
            if outer.count == 1 { return text.marked(outer[0]) }
            return text.marked(outer)
        }
        text.omitted.formUnion(headers(of: comment))
        return AuthorName.withoutOpening(text.marked(comment))
    }

    /// Nodes without those that are inside others.
    private func outermost(_ nodes: [HTMLNode], in comment: HTMLNode) -> [HTMLNode] {
        let set = Set(nodes)
        return nodes.filter { node in
            var above = node.parent
            for _ in 0..<64 {
                guard let now = above, now != comment else { break }
                if set.contains(now) { return false }
                above = now.parent
            }
            return true
        }
    }

    /// The elements that say who wrote a comment and when, as far as they say nothing else.
    private func headers(of comment: HTMLNode) -> [HTMLNode] {
        var headers: [HTMLNode] = []
        let total = comment.visibleLength(limit: 4_000)
        let places = [
            page.node(site.author, of: comment),
            page.timeAndPlace(site.time, of: comment)?.place ?? page.node(site.time, of: comment),
            page.node(site.permalink, of: comment), page.node(site.score, of: comment),
        ]
        for case let node? in places {
            guard var element = node.isElement ? node : node.parent, element != comment else {
                continue
            }
            var length = element.visibleLength(limit: 400)
            for _ in 0..<4 {
                guard let around = element.parent, around != comment else { break }
                let whole = around.visibleLength(limit: 400)
                guard whole <= length + 24, whole < total, !around.holdsParagraph else { break }
                (element, length) = (around, whole)
            }
            if length < 400 { headers.append(element) }
        }
        return headers
    }
}

extension Comment {
    /// Whether it has no words, no author, no time, and nobody took any away.
    fileprivate var isEmpty: Bool {
        text.isEmpty && nameAsWritten == nil && posted == nil && removal == nil
    }
}
