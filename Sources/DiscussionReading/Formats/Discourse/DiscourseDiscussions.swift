import DiscussionModel

/// Makes topics of pages and posts.
final class DiscourseDiscussions: JSONDiscussions {
    let expectation = "a topic with `post_stream`, or posts with `topic_id` and `cooked` or `raw`"
    var problems: [String] = []

    private let input: OpenInput
    private let format: String
    private var topics: [DiscourseTopic] = []
    private var places: [String: Int] = [:]

    init(_ input: OpenInput, format: String) {
        self.input = input
        self.format = format
    }

    func read(_ root: JSONValue, line: Int?) throws -> [Discussion] {
        var isAnything = false
        var isTopic = false
        var pending: [(value: JSONValue, topic: String?)] = [(root, nil)]
        while let (value, topic) = pending.popLast() {
            if value.isArray {
                pending += value.elements.reversed().map { ($0, topic) }
                continue
            }
            guard value.isObject else { continue }
            if let stream = value["post_stream"], stream.isObject {
                let posts = stream["posts"]?.elements ?? []
                let id =
                    value["id"]?.id ?? posts.lazy.compactMap { $0["topic_id"]?.id }.first ?? topic
                topics[place(of: id)].add(topic: value)
                pending += posts.reversed().map { ($0, id) }
                isAnything = true
                isTopic = true
            } else if value["cooked"] != nil || value["raw"] != nil {
                // Of a page the topic counts, to which posts may have been moved.
                let id = topic ?? value["topic_id"]?.id
                topics[place(of: id)].add(post: value, line: line)
                isAnything = true
            } else if value["post_number"] != nil {
                problems.append("a post has neither `cooked` nor `raw`")
            } else {
                let inner = value["topic"].flatMap { $0.isObject ? $0 : nil }
                let id = inner?["id"]?.id ?? topic
                if let inner, inner["title"] != nil, inner["post_stream"] == nil {
                    topics[place(of: id)].add(topic: inner)
                    isAnything = true
                }
                let parts = [
                    value["topics"], value["topic"], value["data"], value["posts"],
                    value["latest_posts"], value["post"],
                ]
                pending += parts.compactMap { $0 }.map { ($0, id) }.reversed()
            }
        }
        guard isAnything else {
            throw JSONParser.Failure(problem: "there is no post of a topic in it")
        }
        // A topic a line is whole, unless further pages of it were named.
        return isTopic && line != nil && input.companions.isEmpty ? finish() : []
    }

    func finish() -> [Discussion] {
        defer {
            topics = []
            places = [:]
        }
        return topics.map {
            $0.discussion(source: input.name, format: format, stem: input.stem)
        }
    }

    private func place(of id: String?) -> Int {
        if let place = places[id ?? ""] { return place }
        places[id ?? ""] = topics.count
        topics.append(DiscourseTopic(id: id))
        return topics.count - 1
    }
}
