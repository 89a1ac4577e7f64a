import DiscussionModel

/// Where the comments of a page stand, and which of them stands under which.
struct CommentPlaces {
    /// One comment.
    struct Place {
        var node: HTMLNode
        /// The id in its own attributes; `nil` where there is none.
        var ownID: String?
        /// The place among all of the comment that it stands in or under.
        fileprivate var above: Int?
    }

    /// What is open while the page is gone through.
    private struct Scope {
        var node: HTMLNode
        /// The comment that what stands here answers.
        var owner: Int?
        /// The comment that was met last here.
        var last: Int?
    }

    /// The comments in the order of the page.
    private(set) var all: [Place] = []
    private let site: SiteDescription

    /// - Complexity: O(elements) besides what the expressions of the description cost.
    init(_ page: HTMLPage, _ site: SiteDescription, comments known: Set<HTMLNode>? = nil) {
        self.site = site
        var comments = known ?? []
        for query in site.comment where known == nil {
            comments = Set(page.document.nodes(query, from: page.root).filter(\.isElement))
            if !comments.isEmpty { break }
        }
        for query in site.except where !comments.isEmpty {
            comments.subtract(page.document.nodes(query, from: page.root))
        }
        guard !comments.isEmpty else { return }
        // What is looked for inside a comment waits until those inside it are out of the way.
        let ownIDs = site.id.filter { !$0.text.contains("/") }
        var lists: Set<HTMLNode> = []
        for query in site.parent.list {
            lists.formUnion(page.document.nodes(query, from: page.root))
        }
        var scopes = [Scope(node: page.root)]
        page.root.walk { node in
            guard node.isElement else { return false }
            if comments.contains(node) {
                let id = page.text(ownIDs, of: node)
                let owner = scopes.last?.owner
                // The same comment once more, as in `li#comment-5 > div#div-comment-5`.
                if let id, let owner, all[owner].ownID == id { return true }
                let place = Place(node: node, ownID: id, above: owner)
                scopes[scopes.count - 1].last = all.count
                scopes.append(Scope(node: node, owner: all.count))
                all.append(place)
            } else if lists.contains(node) {
                let around = scopes[scopes.count - 1]
                scopes.append(Scope(node: node, owner: around.last ?? around.owner))
            }
            return true
        } leave: { node in
            if scopes.count > 1, scopes.last?.node == node { scopes.removeLast() }
        }
    }

    /// The id of the comment, or the article, that each comment answers.
    ///
    /// - Parameters:
    ///   - ids: their own ids.
    ///   - named: the ids that the comments name.
    ///   - depths: how deep they stand, where the page says.
    func parents(ids: [String], named: [String?], depths: [Double?]) -> [String?] {
        let known = Set(ids)
        var parents = [String?](repeating: nil, count: all.count)
        var shallower: [(depth: Double, index: Int)] = []
        for (index, place) in all.enumerated() {
            if let depth = depths[index] {
                while let last = shallower.last, last.depth >= depth { shallower.removeLast() }
            }
            // An address that is no comment's is that of the article.
            if let name = named[index], !name.contains("://") || known.contains(name) {
                if name != ids[index] { parents[index] = name }
            } else if site.parent.isNested, let above = place.above {
                parents[index] = ids[above]
            } else if depths[index] != nil, let last = shallower.last {
                parents[index] = ids[last.index]
            }
            if let depth = depths[index] { shallower.append((depth, index)) }
        }
        return parents
    }
}
