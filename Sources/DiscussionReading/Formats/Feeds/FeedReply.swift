/// The words of a comment in a feed, apart from what WordPress writes before an answer:
/// `<p>In reply to <a href="…#comment-12">Ana</a>.</p>`, in the site's language.
struct FeedReply {
    /// The number of the comment that is answered; `nil` where it does not say.
    private(set) var parent: String?
    /// The HTML without that paragraph.
    private(set) var words: String

    init(_ html: String) {
        words = html
        let start = html.trimmingWhiteSpace
        // An opening of a few words, a link to a comment, and nothing behind it.
        guard start.utf8.prefix(2_000).contains(UInt8(ascii: "<")),
            let link = start.firstRange(of: "<a "),
            let end = start.firstRange(of: "</a>"), link.lowerBound < end.lowerBound,
            start[..<link.lowerBound].utf8.count <= 60
        else { return }
        var opening = start[..<link.lowerBound]
        let tag = start[link.lowerBound..<end.lowerBound]
        guard tag.utf8.count < 1_000, let number = Self.number(in: String(tag)) else { return }
        var rest = start[end.upperBound...]
        if let mark = rest.first, ".。।".contains(mark) { rest = rest.dropFirst() }
        if opening.hasPrefix("<p>") {
            guard rest.hasPrefix("</p>") else { return }
            rest = rest.dropFirst(4)
            opening = opening.dropFirst(3)
        } else {
            guard rest.isEmpty || rest.hasPrefix("\n") else { return }
        }
        guard !opening.contains("<"), opening.contains(where: \.isLetter) else { return }
        parent = number
        words = String(rest)
    }

    /// The digits behind `#comment-`; `nil` where there are none.
    static func number(in link: String) -> String? {
        guard let mark = link.firstRange(of: "#comment-") else { return nil }
        let digits = link[mark.upperBound...].prefix { $0.isASCII && $0.isNumber }
        return digits.isEmpty ? nil : String(digits)
    }
}
