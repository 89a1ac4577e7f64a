import DiscussionModel

/// Makes threads of documents in the words of GitHub's interfaces.
final class GitHubDiscussions: JSONDiscussions {
    let expectation =
        "an issue or discussion of GitHub with `title` and `body`, or comments with `issue_url`"
    var problems: [String] = []

    private let input: OpenInput
    private let format: String
    private var threads: [GitHubThread] = []
    private var places: [GitHubPlace: Int] = [:]
    /// Comments that nothing puts under an issue.
    private var unplaced: Int?

    init(_ input: OpenInput, format: String) {
        self.input = input
        self.format = format
    }

    /// A value that is still to be looked at, and where it lies.
    private struct Pending {
        var value: JSONValue
        var thread: Int?
        /// The comment among whose replies it lies.
        var parent: String?
        var kind = GitHubThread.Kind.comment
        var mayBeHTML = false
        /// Whether the first of a list is answered by the others.
        var isConversation = false
    }

    func read(_ root: JSONValue, line: Int?) throws -> [Discussion] {
        var isAnything = false
        var isWhole = false
        var pending = [Pending(value: root)]
        while let next = pending.popLast() {
            let value = next.value
            if value.isArray {
                let elements = value.elements
                let opening = next.isConversation ? elements.first?["id"]?.id : nil
                for (index, element) in elements.enumerated().reversed() {
                    var inner = next
                    inner.value = element
                    inner.isConversation = false
                    if index > 0, let opening { inner.parent = opening }
                    pending.append(inner)
                }
                continue
            }
            guard value.isObject else { continue }
            switch Self.sort(of: value, asThread: next.thread == nil) {
            case .thread:
                isAnything = true
                let found = GitHubContribution(value, mayBeHTML: false)
                let thread = place(of: found.place, isThread: true)
                let mayBeHTML = value["commentTotal"] != nil
                threads[thread].add(article: value, mayBeHTML: mayBeHTML)
                let parts = Self.parts(of: value, in: thread, mayBeHTML: mayBeHTML)
                if parts.contains(where: { $0.value.isArray || $0.value.isObject }) {
                    isWhole = true
                }
                push(parts, of: thread, to: &pending)
            case .comment(let kind):
                isAnything = true
                let found = next.thread ?? place(of: Self.place(of: value), isThread: false)
                let id = threads[found].add(
                    kind ?? next.kind, value, under: next.parent, mayBeHTML: next.mayBeHTML,
                    line: line)
                var replies = next
                replies.thread = found
                replies.parent = id
                for part in [value["replies"]].compactMap({ $0 }) {
                    replies.value = part
                    push([replies], of: found, to: &pending)
                }
                if let comments = value["comments"] {
                    let lines = Pending(value: comments, thread: found, kind: .line)
                    push([lines], of: found, to: &pending)
                }
            case .act:
                isAnything = true
                let thread = next.thread ?? place(of: Self.place(of: value), isThread: false)
                threads[thread].add(acts: 1)
                if let comments = value["comments"] {
                    pending.append(Pending(value: comments, thread: thread, kind: .line))
                }
            case .container:
                pending += contents(of: value, in: next).reversed()
            }
        }
        guard isAnything else {
            throw JSONParser.Failure(problem: "there is no issue, discussion or comment in it")
        }
        return isWhole && line != nil && input.companions.isEmpty ? finish() : []
    }

    func finish() -> [Discussion] {
        defer {
            threads = []
            places = [:]
            unplaced = nil
        }
        // Acts do not always say what they were done to.
        var found = threads.filter { !$0.isEmpty }
        if found.isEmpty { found = Array(threads.prefix(1)) }
        for thread in threads where thread.isEmpty && !found[0].isEmpty {
            found[0].add(acts: thread.acts)
        }
        return found.map {
            $0.discussion(source: input.name, format: format, stem: input.stem)
        }
    }

    private enum Sort {
        case thread
        case comment(GitHubThread.Kind?)
        case act, container
    }

    private static func sort(of value: JSONValue, asThread: Bool) -> Sort {
        let event = value["event"]?.string
        let hasBody = GitHubContribution.hasBody(value)
        if let event, value["issue"] == nil {
            if event == "commented", hasBody { return .comment(.comment) }
            if event == "reviewed", hasBody { return words(value) ? .comment(.review) : .act }
            return .act
        }
        if value["title"]?.string != nil, asThread,
            value["number"] != nil || value["id"] != nil || hasBody
        {
            return .thread
        }
        guard hasBody else { return .container }
        let isReview =
            value["submitted_at"] != nil || value["submittedAt"] != nil
            || value["eventType"]?.string == "PullRequestReview"
        if isReview { return words(value) ? .comment(.review) : .act }
        let isLine = value["pull_request_review_id"] != nil || value["diff_hunk"] != nil
        return .comment(isLine ? .line : nil)
    }

    /// Whether a review says anything.
    private static func words(_ value: JSONValue) -> Bool {
        (value["body"] ?? value["bodyText"] ?? value["bodyHTML"] ?? value["body_html"])?.words
            != nil
    }

    private static func place(of value: JSONValue) -> GitHubPlace? {
        GitHubContribution(value, mayBeHTML: false).place
    }

    /// The lists of comments in an issue or discussion.
    private static func parts(
        of value: JSONValue, in thread: Int, mayBeHTML: Bool
    ) -> [Pending] {
        func part(_ value: JSONValue?, _ kind: GitHubThread.Kind = .comment) -> Pending? {
            value.map {
                Pending(value: $0, thread: thread, kind: kind, mayBeHTML: mayBeHTML)
            }
        }
        return [
            part(value["comments"]), part(value["comments_data"]), part(value["timelineItems"]),
            part(value["timeline"]), part(value["reviews"], .review),
            part(value["reviews_data"], .review), part(value["review_comments_data"], .line),
            part(value["reviewThreads"], .line),
        ].compactMap { $0 }
    }

    /// Puts lists on the stack, the first on top, and notes how much of them is missing.
    private func push(_ parts: [Pending], of thread: Int, to pending: inout [Pending]) {
        for part in parts.reversed() where part.value.isArray || part.value.isObject {
            if let total = part.value["totalCount"]?.count {
                let here = (part.value["nodes"] ?? part.value["edges"])?.elements.count ?? 0
                threads[thread].add(unlisted: total - here)
            }
            pending.append(part)
        }
    }

    /// What lies in an object that is neither thread nor comment.
    private func contents(of value: JSONValue, in around: Pending) -> [Pending] {
        var around = around
        var contents: [Pending] = []
        // The comments beside an issue are its own.
        for inner in [
            value["issue"], value["pull_request"], value["pullRequest"], value["discussion"],
        ] {
            guard let inner, inner.isObject else { continue }
            if around.thread == nil, inner["title"]?.string != nil {
                let place = GitHubContribution(inner, mayBeHTML: false).place
                around.thread = self.place(of: place, isThread: true)
                contents.append(Pending(value: inner))
            } else {
                contents.append(Pending(value: inner, thread: around.thread))
            }
        }
        let isConversation = value["isResolved"] != nil || around.isConversation
        let parts: [(JSONValue?, GitHubThread.Kind)] = [
            (value["data"], around.kind), (value["payload"], around.kind),
            (value["repository"], around.kind), (value["organization"], around.kind),
            (value["node"], around.kind), (value["nodes"], around.kind),
            (value["edges"], around.kind), (value["items"], around.kind),
            (value["search"], around.kind), (value["issues"], around.kind),
            (value["pullRequests"], around.kind), (value["discussions"], around.kind),
            (value["timelineItems"], around.kind), (value["timeline"], around.kind),
            (value["events"], around.kind), (value["comment"], around.kind),
            (value["comments"], around.kind), (value["review"], .review),
            (value["reviews"], .review), (value["review_comments"], .line),
            (value["reviewThreads"], .line), (value["answer"], around.kind),
        ]
        for (part, kind) in parts {
            guard let part, part.isArray || part.isObject else { continue }
            var inner = around
            inner.value = part
            inner.kind = kind
            inner.isConversation = isConversation
            contents.append(inner)
        }
        return contents
    }

    private func place(of place: GitHubPlace?, isThread: Bool) -> Int {
        if let place, let known = places[place] { return known }
        if place == nil, !isThread, let unplaced { return unplaced }
        threads.append(GitHubThread(place: place))
        if let place {
            places[place] = threads.count - 1
        } else {
            unplaced = threads.count - 1
        }
        return threads.count - 1
    }
}
