/// Tells HTML from other markup by its first tags.
enum HTMLSniffer {
    /// How sure it is that bytes begin a page, 0...1.
    static func confidence(_ bytes: [UInt8]) -> Double {
        var rest = text(bytes)[...]
        var isXHTML = false
        while true {
            rest = rest.drop { $0 <= 0x20 }
            if rest.starts(with: "<!--".utf8) {
                guard let end = rest.dropFirst(4).firstRange(of: "-->".utf8) else { return 0.3 }
                rest = rest[end.upperBound...]
            } else if rest.starts(with: "<?".utf8) {
                // A declaration of XML stands before XHTML as well as before any export.
                guard let end = rest.firstIndex(of: UInt8(ascii: ">")) else { return 0 }
                rest = rest[(end + 1)...]
                isXHTML = true
            } else {
                break
            }
        }
        guard rest.first == UInt8(ascii: "<") else { return 0 }
        if rest.starts(with: "<!doctype".utf8) {
            let kind = rest.dropFirst(9).drop { $0 <= 0x20 }
            return kind.starts(with: "html".utf8) ? 0.9 : 0
        }
        let name = rest.dropFirst().prefix { isNameByte($0) }
        let tag = String(decoding: name, as: UTF8.self)
        if tag == "html" { return 0.9 }
        if isXHTML { return 0 }
        if ["head", "body"].contains(tag) { return 0.85 }
        guard fragments.contains(tag) else { return 0 }
        // A text may begin with a tag by chance; a page goes on with more of them.
        let tags = rest.count { $0 == UInt8(ascii: "<") }
        return tags >= 4 ? 0.7 : 0.3
    }

    private static func isNameByte(_ byte: UInt8) -> Bool {
        (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte)
    }

    private static let fragments: Set<String> = [
        "a", "article", "aside", "base", "blockquote", "center", "div", "dl", "font", "footer",
        "form", "h1", "h2", "h3", "header", "iframe", "img", "li", "link", "main", "meta", "nav",
        "noscript", "ol", "p", "script", "section", "span", "style", "table", "tbody", "title",
        "tr", "ul",
    ]

    /// The bytes in lower case, as far as ASCII goes, without a byte order mark and the NULs of
    /// UTF-16.
    private static func text(_ bytes: [UInt8]) -> [UInt8] {
        var rest = bytes[...]
        if rest.starts(with: [0xEF, 0xBB, 0xBF]) { rest = rest.dropFirst(3) }
        let isWide = rest.starts(with: [0xFF, 0xFE]) || rest.starts(with: [0xFE, 0xFF])
        if isWide { rest = rest.dropFirst(2) }
        let isUTF16 = isWide || TextDecoder.looksLikeUTF16(rest.prefix(4_096)) != nil
        return rest.compactMap { byte in
            if isUTF16, byte == 0 { return nil }
            return (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
        }
    }
}
