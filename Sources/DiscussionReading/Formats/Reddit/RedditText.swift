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
        var text = text
        return text.withUTF8 { bytes in
            guard bytes.hasByte(UInt8(ascii: "&")) else { return nil }
            return unescaped(bytes)
        } ?? text
    }

    /// The text of UTF-8 bytes as its author wrote it.
    static func unescaped(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
        guard bytes.hasByte(UInt8(ascii: "&")), !bytes.hasByte(UInt8(ascii: "<")),
            !bytes.hasByte(UInt8(ascii: ">"))
        else { return String(decoding: bytes, as: UTF8.self) }
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
        guard text.utf8.first == UInt8(ascii: "["), text.utf8.count < 200 else { return nil }
        let words = text.trimmingWhiteSpace
        guard words.hasSuffix("]") else { return nil }
        let inner = String(words.dropFirst().dropLast()).trimmingWhiteSpace.lowercased()
        if inner == "deleted" || inner == "deleted by user" { return .author }
        if inner == "removed" || inner.hasPrefix("removed by ") { return .moderator }
        return inner == "unavailable" ? .unknown : nil
    }

    /// The name of an account; `nil` of one that is gone.
    static func name(_ value: (some SourceValue)?) -> String? {
        guard let value,
            let name = value.words ?? value.withValue({ $0["name"]?.words }) ?? nil
        else { return nil }
        guard let first = name.utf8.first, first == UInt8(ascii: "[") || first == UInt8(ascii: "N")
        else { return name }
        return ["[deleted]", "[removed]", "[unavailable]", "None"].contains(name) ? nil : name
    }

    /// A thing by its name, or a comment by its bare id; numbers are written in base 36.
    static func thing(_ value: some SourceValue) -> RedditThing? {
        let thing = value.withBytes { bytes -> RedditThing? in
            guard bytes.contains(where: { $0 > 0x20 }) else { return nil }
            let isSubmission = bytes.starts(with: "t3_".utf8)
            let hasKind = isSubmission || bytes.starts(with: "t1_".utf8)
            return RedditThing(
                bareID: String(decoding: bytes.dropFirst(hasKind ? 3 : 0), as: UTF8.self),
                isSubmission: isSubmission)
        }
        if let thing { return thing }
        guard let number = value.integer, number > 0 else { return nil }
        return RedditThing(bareID: String(number, radix: 36), isSubmission: false)
    }

    /// The submission that a comment says it belongs to.
    static func thread(ofComment data: some RedditData) -> String? {
        if let link = data[.linkID].flatMap({ thing($0) }) { return link.bareID }
        let parent = data[.parentID].flatMap { thing($0) }
        return parent?.isSubmission == true ? parent?.bareID : nil
    }

    /// The votes, unless they are still hidden.
    static func score(_ data: some RedditData) -> Int? {
        guard data[.scoreHidden]?.boolean != true else { return nil }
        if let score = data[.score]?.count { return score }
        return data[.ups]?.count.map { $0 - (data[.downs]?.count ?? 0) }
    }

    private static let host = "https://www.reddit.com"

    /// A whole address of one that may begin with `/r/`; `nil` where there is none.
    static func address(_ value: some SourceValue) -> String? {
        value.withBytes { bytes -> String? in
            guard bytes.contains(where: { $0 > 0x20 }) else { return nil }
            guard bytes[0] == UInt8(ascii: "/"), !bytes.hasByte(UInt8(ascii: "&")) else {
                return address(String(decoding: bytes, as: UTF8.self))
            }
            return String(unsafeUninitializedCapacity: host.utf8.count + bytes.count) { space in
                let end = space.initialize(fromContentsOf: host.utf8)
                return space[end...].initialize(fromContentsOf: bytes)
            }
        } ?? nil
    }

    private static func address(_ path: String) -> String {
        let path = unescaped(path)
        return path.hasPrefix("/") ? host + path : path
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
