import DiscussionModel

/// Makes stories of items: those of a tree at once, others when all are there.
final class HackerNewsDiscussions: JSONDiscussions {
    let expectation =
        "an item of Hacker News with its `children`, the `hits` of a search, or items with `id`,"
        + " `by`, `time`, `kids` and `parent`"
    var problems: [String] = []

    private let input: OpenInput
    private let format: String
    private var items: [HackerNewsItem] = []
    /// Hits that further pages of a search hold.
    private var hitsElsewhere = 0

    init(_ input: OpenInput, format: String) {
        self.input = input
        self.format = format
    }

    func read(_ root: JSONValue, line: Int?) throws -> [Discussion] {
        var found: [HackerNewsItem] = []
        var isTree = false
        var pending: [(value: JSONValue, parent: HackerNewsItem?)] = [(root, nil)]
        while let (value, parent) = pending.popLast() {
            if value.isArray {
                pending += value.elements.reversed().map { ($0, parent) }
                continue
            }
            guard value.isObject else { continue }
            if let hits = value["hits"], hits.isArray {
                pending.append((hits, nil))
                noteOtherPages(of: value, here: hits.elements.count)
                continue
            }
            guard let item = HackerNewsItem(value, under: parent, line: line) else {
                let parts = [value["item"], value["items"], value["story"], value["data"]]
                pending += parts.compactMap { $0 }.map { ($0, parent) }
                continue
            }
            found.append(item)
            let inner = HackerNewsItem.items(in: value)
            if !inner.isEmpty { isTree = true }
            pending += inner.reversed().map { ($0, item) }
            pending += (value["options"]?.elements ?? []).filter(\.isObject).map { ($0, item) }
        }
        guard !found.isEmpty else { throw JSONParser.Failure(problem: "there is no item in it") }
        guard isTree && line != nil else {
            items += found
            return []
        }
        return discussions(of: found)
    }

    func finish() -> [Discussion] {
        defer { items = [] }
        return discussions(of: items)
    }

    private func noteOtherPages(of search: JSONValue, here: Int) {
        guard let all = search["nbHits"]?.count, let size = search["hitsPerPage"]?.count else {
            return
        }
        let before = (search["page"]?.count ?? 0).multipliedReportingOverflow(by: size)
        if !before.overflow { hitsElsewhere = max(0, all - here) }
    }

    /// The stories of items in the order in which they appear.
    private func discussions(of items: [HackerNewsItem]) -> [Discussion] {
        let roots = Self.roots(of: items)
        var groups: [(root: String, items: [HackerNewsItem])] = []
        var places: [String: Int] = [:]
        for (item, root) in zip(items, roots) {
            let place = places[root] ?? groups.count
            if place == groups.count {
                places[root] = place
                groups.append((root, []))
            }
            groups[place].items.append(item)
        }
        var discussions = groups.map { discussion(of: $0.items, root: $0.root) }
        if hitsElsewhere > 0, !discussions.isEmpty {
            discussions[0].findings.append(
                Finding(
                    id: "missing-comments", severity: .warning,
                    message: hitsElsewhere == 1
                        ? "The search has 1 more hit on another page."
                        : "The search has \(hitsElsewhere) more hits on other pages.",
                    file: input.name))
            hitsElsewhere = 0
        }
        return discussions
    }

    /// For each item the number of its story: as it says, else that at the end of its parents.
    private static func roots(of items: [HackerNewsItem]) -> [String] {
        var indexOfID: [String: Int] = [:]
        for (index, item) in items.enumerated() where indexOfID[item.id] == nil {
            indexOfID[item.id] = index
        }
        var roots = [String?](repeating: nil, count: items.count)
        for start in items.indices {
            var path: [Int] = []
            var onPath: Set<Int> = []
            var index = start
            var root: String
            while true {
                let item = items[index]
                root = item.id
                if let known = roots[index] {
                    root = known
                    break
                }
                guard onPath.insert(index).inserted else { break }
                path.append(index)
                if let story = item.story, item.isComment {
                    root = story
                    break
                }
                guard item.isComment || item.isOption, let parent = item.parent else { break }
                root = parent
                guard let next = indexOfID[parent] else { break }
                index = next
            }
            for index in path { roots[index] = root }
        }
        return roots.map { $0 ?? "" }
    }

    private func discussion(of items: [HackerNewsItem], root: String) -> Discussion {
        let story = items.first { $0.id == root && !$0.isComment }
        var article = Article(
            title: items.lazy.compactMap(\.storyTitle).first,
            url: items.lazy.compactMap(\.storyURL).first)
        if let story {
            article = Article(
                title: story.title, author: story.author, published: story.posted, url: story.url,
                body: story.text.map { HTMLText.marked(fragment: $0).text } ?? "",
                accountID: story.author, score: story.score)
            for option in items where option.isOption {
                let words = option.text.map { HTMLText.marked(fragment: $0).text } ?? ""
                article.body += (article.body.isEmpty ? "" : "\n") + "- \(words)"
            }
        }
        let comments = items.filter { $0.isComment }.map { item -> FoundComment in
            var found = item.found
            found.comment.isByArticleAuthor =
                item.author != nil && item.author == article.author
            return found
        }
        // What is said to be the story is, even where only its comments are there.
        let isStory = story != nil || items.contains { $0.story == root }
        let assembly = CommentAssembly(
            comments, file: input.name, articleIDs: isStory ? [root] : [], statesTopLevel: true)
        var findings = assembly.findings
        let missing = Self.missing(in: items, of: story, there: comments.count)
        if missing > 0 {
            findings.append(
                Finding(
                    id: "missing-comments", severity: .warning,
                    message: missing == 1
                        ? "1 comment is missing that the source counts or names."
                        : "\(missing) comments are missing that the source counts or names.",
                    file: input.name))
        }
        return Discussion(
            id: root, source: input.name, format: format, site: "news.ycombinator.com",
            setting: .page, article: article, comments: assembly.comments, findings: findings)
    }

    private static func missing(
        in items: [HackerNewsItem], of story: HackerNewsItem?, there: Int
    ) -> Int {
        let ids = Set(items.map(\.id))
        let unread = items.reduce(0) { sum, item in
            sum + item.kids.lazy.filter { !ids.contains($0) }.count
        }
        return max(unread, (story?.descendants ?? 0) - there)
    }
}
