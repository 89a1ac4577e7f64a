import CGMime
import DiscussionModel

/// One mail message, parsed by GMime; a reference that owns what was parsed.
final class MailMessage {
    private let handle: OpaquePointer

    /// Reads a message; `nil` where there is not a single header.
    init?(_ bytes: some Collection<UInt8>) {
        let parsed =
            bytes.withContiguousStorageIfAvailable { mime_message_parse($0.baseAddress, $0.count) }
            ?? Array(bytes).withUnsafeBufferPointer {
                mime_message_parse($0.baseAddress, $0.count)
            }
        guard let parsed else { return nil }
        handle = parsed
    }

    deinit { mime_message_destroy(handle) }

    /// The first header of a name as text, white space collapsed; `nil` where there is none or
    /// nothing in it.
    func header(_ name: String) -> String? {
        mime_message_header(handle, name).flatMap { MailHeader.collapsed(String(cString: $0)) }
    }

    /// The same without words decoded, as ids and dates are read.
    func rawHeader(_ name: String) -> String? {
        mime_message_raw_header(handle, name).flatMap { MailHeader.collapsed(String(cString: $0)) }
    }

    /// The same with words decoded and nothing else read into it.
    func decodedHeader(_ name: String) -> String? {
        guard let raw = mime_message_raw_header(handle, name), let decoded = mime_decode_words(raw)
        else { return nil }
        defer { mime_string_free(decoded) }
        return MailHeader.collapsed(String(cString: decoded))
    }

    /// The address of a header in lower case.
    func address(_ name: String) -> String? {
        mime_message_address(handle, name).map { String(cString: $0).lowercased() }
    }

    var fromName: String? {
        mime_message_from_name(handle).flatMap { MailHeader.collapsed(String(cString: $0)) }
    }

    var fromAddress: String? {
        mime_message_from_address(handle).flatMap { MailHeader.collapsed(String(cString: $0)) }
    }

    /// The parts that were left out because they are attachments.
    var attachmentCount: Int { mime_message_attachment_count(handle) }

    /// Whether parts were nested too deep to be read.
    var isTooDeep: Bool { mime_message_is_too_deep(handle) }

    /// The line that ends a message of several parts; `nil` where it has not several.
    var lastBoundary: String? {
        mime_message_boundary(handle).map { "--" + String(cString: $0) + "--" }
    }

    /// A piece of the readable text.
    struct Piece {
        var text: String
        var isHTML: Bool
        /// Whether no charset that is known was stated and one was guessed.
        var isGuessed: Bool
    }

    /// The readable text, in pieces where a message has several.
    var pieces: [Piece] {
        (0..<mime_message_text_count(handle)).compactMap { index in
            var found = mime_text()
            guard mime_message_text(handle, index, &found), let start = found.bytes else {
                return nil
            }
            let bytes = UnsafeRawBufferPointer(start: start, count: found.length)
            var text: String
            if found.is_utf8 {
                text = String(decoding: bytes, as: UTF8.self)
            } else {
                text = String(decoding: TextDecoder.decoded(Array(bytes)).bytes, as: UTF8.self)
            }
            if !found.is_html {
                text = MailText.withoutControls(text)
                if found.is_flowed {
                    text = FlowedText.unwrapped(text, deletesSpace: found.deletes_space)
                }
            }
            return Piece(text: text, isHTML: found.is_html, isGuessed: !found.is_utf8)
        }
    }
}

/// What headers hold.
enum MailHeader {
    /// White space collapsed, as folding leaves it; `nil` where nothing is left.
    static func collapsed(_ text: String) -> String? {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.utf8.count)
        for byte in text.utf8 {
            if byte > 0x20 && byte != 0x7F {
                bytes.append(byte)
            } else if let last = bytes.last, last != 0x20 {
                bytes.append(0x20)
            }
        }
        if bytes.last == 0x20 { bytes.removeLast() }
        return bytes.isEmpty ? nil : String(decoding: bytes, as: UTF8.self)
    }

    /// The message ids in `References` or `In-Reply-To`, in order, each once: what stands between
    /// `<` and `>`, white space that folding put into it taken out; where there is none of them,
    /// words with an `@`.
    static func messageIDs(_ value: String?) -> [String] {
        guard let value else { return [] }
        var ids: [String] = []
        var open: [UInt8]?
        for byte in value.utf8 {
            if byte == UInt8(ascii: "<") {
                open = []
            } else if byte == UInt8(ascii: ">"), let id = open {
                if !id.isEmpty { ids.append(String(decoding: id, as: UTF8.self)) }
                open = nil
            } else if byte != 0x20 {
                open?.append(byte)
            }
        }
        if ids.isEmpty {
            // One cut short, or written without its marks.
            if let open, open.contains(UInt8(ascii: "@")) {
                ids = [String(decoding: open, as: UTF8.self)]
            } else {
                ids = value.split(whereSeparator: { " ,;\"'()".contains($0) })
                    .filter { $0.contains("@") && !$0.hasPrefix("<") }.map(String.init)
            }
        }
        var seen: Set<String> = []
        return ids.filter { $0.utf8.count <= 998 && seen.insert($0).inserted }
    }

    /// A subject without `Re:`, `Fwd:`, `[list]` and the like, and whether there was a `Re:`.
    static func baseSubject(_ subject: String) -> (base: String, isReply: Bool) {
        var rest = subject[...]
        var isReply = false
        while true {
            rest = rest.drop(while: \.isWhitespace)
            if rest.first == "[", let end = rest.firstIndex(of: "]"),
                rest.distance(from: rest.startIndex, to: end) <= 60
            {
                let after = rest[rest.index(after: end)...].drop(while: \.isWhitespace)
                // A tag is all there is of some subjects.
                guard !after.isEmpty, after.first != ":" else { break }
                rest = after
                continue
            }
            guard let colon = rest.prefix(16).firstIndex(where: { $0 == ":" || $0 == "：" }) else {
                break
            }
            var mark = rest[..<colon].lowercased().filter { !$0.isWhitespace }[...]
            // `Re[2]:`, `Re(2):`, `Re^2:`, `Re2:`
            while let last = mark.last, last.isNumber || "[]()^*".contains(last) {
                mark = mark.dropLast()
            }
            guard replies.contains(String(mark)) || forwards.contains(String(mark)) else { break }
            if replies.contains(String(mark)) { isReply = true }
            rest = rest[rest.index(after: colon)...]
        }
        while rest.last?.isWhitespace == true { rest = rest.dropLast() }
        if rest.hasSuffix("(fwd)") { rest = rest.dropLast(5) }
        return (String(rest).trimmingWhiteSpace, isReply)
    }

    private static let replies: Set<String> = [
        "re", "aw", "antw", "antwort", "sv", "vs", "odp", "rif", "ris", "res", "ref", "回复", "答复",
        "回覆", "на", "ответ", "yt", "ynt", "r", "rv",
    ]

    private static let forwards: Set<String> = [
        "fwd", "fw", "wg", "tr", "vb", "vl", "doorst", "转发", "轉寄",
    ]
}

extension MailMessage {
    /// Reads the date of a header; false where it is none.
    static func readDate(
        _ words: String, _ seconds: inout Int64, _ offset: inout Int32
    ) -> Bool {
        mime_parse_date(words, &seconds, &offset)
    }
}
