import DiscussionModel

/// Makes threads of the documents of one input: listings, single things, or rows of dumps.
final class RedditDiscussions: JSONDiscussions {
    let expectation =
        "the JSON of a thread (listings of `t3` and `t1`), or rows of comments with `link_id`,"
        + " `parent_id` and `body`, or of submissions with `title` and `selftext`"
    var problems: [String] = []

    private let input: OpenInput
    private let format: String
    private var threads: [RedditThread] = []
    private var places: [String: Int] = [:]
    /// Comments that nothing puts under a submission.
    private var unplaced: Int?

    init(_ input: OpenInput, format: String) {
        self.input = input
        self.format = format
    }

    /// A value that is still to be looked at, and where it lies.
    private struct Pending {
        var value: JSONValue
        /// The comment in whose answers it lies.
        var parent: RedditThing?
        /// The thread around it.
        var thread: String?
    }

    func read(_ root: JSONValue, line: Int?) throws -> [Discussion] {
        var isAnything = false
        var pending = [Pending(value: root)]
        // The submission seen last, to which comments belong that do not say theirs.
        var current: String?
        while let next = pending.popLast() {
            if next.value.isArray {
                for element in next.value.elements.reversed() {
                    pending.append(
                        Pending(value: element, parent: next.parent, thread: next.thread))
                }
                continue
            }
            guard next.value.isObject else { continue }
            let kind = next.value["kind"]?.string
            let inner = next.value["data"].flatMap { $0.isObject ? $0 : nil }
            let data = kind == nil ? next.value : inner ?? next.value
            switch Self.kind(kind, of: data) {
            case .submission:
                isAnything = true
                let id = (data["name"] ?? data["id"]).flatMap { RedditText.thing($0) }?.bareID
                current = id
                threads[place(of: id)].add(submission: data)
                for part in [data["comments"], data["replies"]].compactMap({ $0 }) {
                    pending.append(Pending(value: part, thread: id))
                }
            case .comment:
                isAnything = true
                let thread = RedditText.thread(ofComment: data) ?? next.thread ?? current
                current = thread
                if data["body"] == nil {
                    // Its answers are kept; they make a ghost of it.
                    problems.append("a comment has no `body`")
                } else {
                    threads[place(of: thread)].add(comment: data, under: next.parent, line: line)
                }
                if let replies = data["replies"] {
                    let own = (data["name"] ?? data["id"]).flatMap { RedditText.thing($0) }
                    pending.append(Pending(value: replies, parent: own, thread: thread))
                }
            case .more:
                isAnything = true
                let thread = next.thread ?? current
                threads[place(of: thread)].add(more: data)
            case .container:
                let parts = [
                    data["submission"], data["post"], data["json"], data["data"], data["things"],
                    data["children"], data["submissions"], data["posts"], data["comments"],
                ]
                for part in parts.reversed().compactMap({ $0 }) {
                    pending.append(Pending(value: part, parent: next.parent, thread: next.thread))
                }
            }
        }
        guard isAnything else {
            throw JSONParser.Failure(problem: "there is no submission or comment in it")
        }
        // A line that is an array is a whole thread; a row is a part of one.
        return line != nil && root.isArray ? finish() : []
    }

    func finish() -> [Discussion] {
        var discussions: [Discussion] = []
        for place in threads.indices where !threads[place].isEmpty {
            discussions.append(
                threads[place].discussion(source: input.name, format: format, stem: input.stem))
        }
        threads = []
        places = [:]
        unplaced = nil
        return discussions
    }

    private enum Kind { case submission, comment, more, container }

    private static func kind(_ kind: String?, of data: JSONValue) -> Kind {
        switch kind {
        case "t1": return .comment
        case "t3": return .submission
        case "more": return .more
        case .some: return .container
        case nil: break
        }
        if data["body"] != nil || data["link_id"] != nil { return .comment }
        let isSubmission =
            data["title"] != nil && (data["id"] != nil || data["name"] != nil)
            || data["selftext"] != nil
        return isSubmission ? .submission : .container
    }

    private func place(of id: String?) -> Int {
        if let known = id == nil ? unplaced : id.flatMap({ places[$0] }) { return known }
        threads.append(RedditThread(id: id))
        if let id { places[id] = threads.count - 1 } else { unplaced = threads.count - 1 }
        return threads.count - 1
    }
}
