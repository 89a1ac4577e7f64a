import DiscussionModel

/// A comment with what the interface says of the post under which it stands.
struct StackExchangeComment {
    var comment: Comment
    var post: String?
    /// `nil` where it is not said whether the post is the question or an answer.
    var isOnQuestion: Bool?
    /// The question that the link leads to.
    var question: String?
    /// The account to whom the comment is addressed.
    var answered: String?

    /// The text of a post or comment; `nil` where it was not asked for.
    static func text(of value: JSONValue) -> MarkedText? {
        if let html = value["body"]?.string { return HTMLText.marked(fragment: html) }
        // The Markdown has the entities of HTML in it.
        guard let markdown = value["body_markdown"]?.string else { return nil }
        return MarkedText(plain: decoded(markdown))
    }

    /// The question in an address such as `https://…/questions/12/title#comment34_56`.
    static func question(in link: String?) -> String? {
        guard let link, let start = link.firstRange(of: "/questions/") else { return nil }
        let digits = link[start.upperBound...].prefix { $0.isASCII && $0.isNumber }
        return digits.isEmpty ? nil : String(digits)
    }

    /// A text with the few entities that the interface writes.
    static func decoded(_ text: String) -> String {
        guard text.utf8.contains(UInt8(ascii: "&")) else { return text }
        var result = ""
        var rest = text[...]
        while let start = rest.firstIndex(of: "&") {
            result += rest[..<start]
            rest = rest[start...]
            let name = rest.dropFirst().prefix(8).prefix { $0 != ";" }
            let isWhole = rest.dropFirst(name.count + 1).first == ";"
            guard isWhole, let character = character(String(name)) else {
                result += "&"
                rest = rest.dropFirst()
                continue
            }
            result.unicodeScalars.append(character)
            rest = rest.dropFirst(name.count + 2)
        }
        return result + rest
    }

    private static func character(_ name: String) -> Unicode.Scalar? {
        switch name {
        case "amp": return "&"
        case "lt": return "<"
        case "gt": return ">"
        case "quot": return "\""
        case "apos": return "'"
        case "nbsp": return "\u{A0}"
        default: break
        }
        guard name.hasPrefix("#") else { return nil }
        let digits = name.dropFirst()
        let isHex = digits.first == "x" || digits.first == "X"
        return (isHex ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits))
            .flatMap { Unicode.Scalar($0) }
    }
}

/// Who wrote a post or comment.
struct StackExchangeOwner {
    var name: String?
    var account: String?

    init(_ value: JSONValue?) {
        // An account that is gone leaves a name such as "user123" behind, or none.
        guard value?["user_type"]?.string != "does_not_exist" else { return }
        account = value?["user_id"]?.id
        name = value?["display_name"]?.words.map { StackExchangeComment.decoded($0) }
    }
}
