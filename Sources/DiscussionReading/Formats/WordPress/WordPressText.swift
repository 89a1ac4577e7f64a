/// Texts as WordPress stores them: HTML in which line ends count and shortcodes stand.
enum WordPressText {
    /// The text of an article, without shortcodes and the remarks of the block editor.
    static func article(_ html: String) -> String {
        let html = withoutShortcodes(html)
        // The block editor writes every paragraph as HTML, so that its line ends mean nothing.
        if html.contains("<!-- wp:") { return HTMLText.marked(fragment: html).text }
        return HTMLText.marked(fragmentWithLines: html).text
    }

    /// A name or title, which may hold entities and a little markup.
    static func plain(_ text: String?) -> String? {
        guard let text, !text.isEmpty else { return nil }
        guard text.utf8.contains(where: { $0 == UInt8(ascii: "&") || $0 == UInt8(ascii: "<") })
        else { return text }
        let read = HTMLText.marked(fragment: text).text
        return read.isEmpty ? text : read
    }

    /// HTML without `[gallery ids="1,2"]`, `[caption …]`, `[/caption]` and the like; what stands
    /// between two of them stays, and so do words in brackets such as `[sic]`.
    ///
    /// See https://codex.wordpress.org/Shortcode_API.
    static func withoutShortcodes(_ html: String) -> String {
        let bytes = Array(html.utf8)
        guard bytes.contains(UInt8(ascii: "[")) else { return html }
        var closed: Set<String>?
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        var at = 0
        while at < bytes.count {
            guard bytes[at] == UInt8(ascii: "["), let code = Shortcode(bytes, at: at) else {
                result.append(bytes[at])
                at += 1
                continue
            }
            let ends = closed ?? Shortcode.namesOfEnds(bytes)
            closed = ends
            if known.contains(code.name) || code.hasValues || ends.contains(code.name) {
                at = code.end
            } else {
                result.append(bytes[at])
                at += 1
            }
        }
        return String(decoding: result, as: UTF8.self)
    }

    private static let known: Set<String> = [
        "caption", "wp_caption", "gallery", "playlist", "audio", "video", "embed", "youtube",
        "vimeo", "soundcloud", "slideshow", "slideshare", "googlemaps", "googlevideo", "code",
        "sourcecode", "latex", "polldaddy", "tweet", "instagram", "dailymotion", "ted", "gist",
        "archives", "recent_posts", "more", "contact-form", "contact-field",
    ]
}

/// A tag in brackets.
private struct Shortcode {
    private static let longest = 2_000

    var name: String
    /// Whether it has a value, as in `[gallery ids="1"]` or `[youtube=…]`.
    var hasValues = false
    var isEnd: Bool
    /// Behind the closing bracket.
    var end: Int

    init?(_ bytes: [UInt8], at start: Int) {
        var at = start + 1
        isEnd = at < bytes.count && bytes[at] == UInt8(ascii: "/")
        if isEnd { at += 1 }
        let nameStart = at
        while at < bytes.count, Self.isNameByte(bytes[at], isFirst: at == nameStart) { at += 1 }
        guard at > nameStart, at < bytes.count, at - nameStart <= 40 else { return nil }
        name = String(decoding: bytes[nameStart..<at], as: UTF8.self)
        guard [0x20, 0x0A, 0x3D, 0x5D, 0x2F].contains(bytes[at]) else { return nil }
        if bytes[at] == UInt8(ascii: "=") { hasValues = true }
        var quote: UInt8?
        var last: UInt8 = 0
        while at < bytes.count, at - start < Self.longest {
            let byte = bytes[at]
            at += 1
            if let open = quote {
                if byte == open { quote = nil }
            } else if byte == UInt8(ascii: "]") {
                end = at
                return
            } else if last == UInt8(ascii: "="), byte == 0x22 || byte == 0x27 {
                quote = byte
                hasValues = true
            } else if byte == UInt8(ascii: "=") {
                // `[video width=400]`, but not `[a = b]`.
                if Self.isNameByte(last, isFirst: true) { hasValues = true }
            } else if byte == UInt8(ascii: "[") {
                return nil
            }
            last = byte
        }
        return nil
    }

    /// The names in `[/name]`, each of which makes `[name]` a shortcode.
    static func namesOfEnds(_ bytes: [UInt8]) -> Set<String> {
        var names: Set<String> = []
        for at in bytes.indices.dropLast()
        where bytes[at] == UInt8(ascii: "[") && bytes[at + 1] == UInt8(ascii: "/") {
            if let code = Shortcode(bytes, at: at), code.isEnd { names.insert(code.name) }
        }
        return names
    }

    private static func isNameByte(_ byte: UInt8, isFirst: Bool) -> Bool {
        (0x41...0x5A).contains(byte & 0xDF)
            || !isFirst && ((0x30...0x39).contains(byte) || byte == 0x5F || byte == 0x2D)
    }
}
