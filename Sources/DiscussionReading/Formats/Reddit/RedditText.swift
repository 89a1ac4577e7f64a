import DiscussionModel

/// The name of a thing: `t1_` and an id for a comment, `t3_` and an id for a submission.
struct RedditThing: Hashable {
    /// The id in base 36.
    var bareID: String
    /// Whether it is a submission.
    var isSubmission: Bool
}

/// How Reddit writes names, texts and addresses.
enum RedditText {
    /// A text as its author wrote it. The interface replaces `&`, `<` and `>` unless it is asked
    /// not to (`raw_json=1`), and so do the dumps; where a bare one stands nothing was replaced.
    static func unescaped(_ text: String) -> String {
        let bytes = Array(text.utf8)
        guard bytes.contains(UInt8(ascii: "&")),
            !bytes.contains(UInt8(ascii: "<")), !bytes.contains(UInt8(ascii: ">"))
        else { return text }
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        var at = 0
        scan: while at < bytes.count {
            if bytes[at] == UInt8(ascii: "&") {
                for (entity, character) in entities where bytes[at...].starts(with: entity) {
                    result.append(character)
                    at += entity.count
                    continue scan
                }
            }
            result.append(bytes[at])
            at += 1
        }
        return String(decoding: result, as: UTF8.self)
    }

    private static let entities: [([UInt8], UInt8)] = [
        (Array("&amp;".utf8), UInt8(ascii: "&")), (Array("&lt;".utf8), UInt8(ascii: "<")),
        (Array("&gt;".utf8), UInt8(ascii: ">")),
    ]

    /// Who took the words away that stood where this stands; `nil` for words.
    static func removal(_ text: String) -> Comment.Removal? {
        guard text.hasPrefix("["), text.utf8.count < 200 else { return nil }
        let words = text.trimmingWhiteSpace
        guard words.hasSuffix("]") else { return nil }
        let inner = String(words.dropFirst().dropLast()).trimmingWhiteSpace.lowercased()
        if inner == "deleted" || inner == "deleted by user" { return .author }
        if inner == "removed" || inner.hasPrefix("removed by ") { return .moderator }
        return inner == "unavailable" ? .unknown : nil
    }

    /// The name of an account; `nil` of one that is gone.
    static func name(_ value: JSONValue?) -> String? {
        guard let name = value?.words ?? value?["name"]?.words else { return nil }
        return ["[deleted]", "[removed]", "[unavailable]", "None"].contains(name) ? nil : name
    }

    /// A thing by its name, or a comment by its bare id; numbers are written in base 36.
    static func thing(_ value: JSONValue) -> RedditThing? {
        if let number = value.integer {
            return number > 0
                ? RedditThing(bareID: String(number, radix: 36), isSubmission: false) : nil
        }
        guard let name = value.words else { return nil }
        if name.hasPrefix("t3_") {
            return RedditThing(bareID: String(name.dropFirst(3)), isSubmission: true)
        }
        return RedditThing(
            bareID: name.hasPrefix("t1_") ? String(name.dropFirst(3)) : name, isSubmission: false)
    }

    /// The submission that a comment says it belongs to.
    static func thread(ofComment data: JSONValue) -> String? {
        if let link = data["link_id"].flatMap(thing) { return link.bareID }
        let parent = data["parent_id"].flatMap(thing)
        return parent?.isSubmission == true ? parent?.bareID : nil
    }

    /// The votes, unless they are still hidden.
    static func score(_ data: JSONValue) -> Int? {
        guard data["score_hidden"]?.boolean != true else { return nil }
        if let score = data["score"]?.count { return score }
        return data["ups"]?.count.map { $0 - (data["downs"]?.count ?? 0) }
    }

    /// A whole address of one that may begin with `/r/`.
    static func address(_ path: String) -> String {
        let path = unescaped(path)
        return path.hasPrefix("/") ? "https://www.reddit.com" + path : path
    }

    /// The address of the thread in which the comment with an address stands.
    static func threadAddress(ofComment path: String) -> String? {
        // /r/NAME/comments/THREAD/TITLE/COMMENT/
        let parts = address(path).split(separator: "/", omittingEmptySubsequences: true)
        guard let comments = parts.firstIndex(of: "comments"), parts.count > comments + 3 else {
            return nil
        }
        return "https://www.reddit.com/"
            + parts[2...(comments + 2)].joined(separator: "/") + "/"
    }
}
