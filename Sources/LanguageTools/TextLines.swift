/// Which part of a comment's text is talk: not the header lines of a mail at its head, nor a mail
/// that was pasted below it with its headers, nor a signature.
///
/// Everything works on bytes and keeps their number, so that places in the text stay what they are.
enum TextLines {
    /// The text with its line ends where it has none but runs of three and more spaces in their
    /// place, as in tables of mails with one mail a line; every byte else as it is. Runs of six and
    /// more stand for an empty line.
    ///
    /// - Complexity: O(bytes).
    static func restored(_ bytes: [UInt8]) -> [UInt8] {
        var runs: [Range<Int>] = []
        var at = 0
        while at < bytes.count {
            if bytes[at] == 0x0A || bytes[at] == 0x0D { return bytes }
            guard bytes[at] == 0x20 else {
                at += 1
                continue
            }
            let start = at
            while at < bytes.count, bytes[at] == 0x20 { at += 1 }
            if at - start >= 3 { runs.append(start..<at) }
        }
        guard runs.count >= 2 else { return bytes }
        var restored = bytes
        for run in runs {
            restored[run.lowerBound] = 0x0A
            if run.count >= 6 { restored[run.lowerBound + 1] = 0x0A }
        }
        return restored
    }

    /// The bytes between the header lines at the head and what is no talk at the end.
    ///
    /// - Complexity: O(bytes).
    static func talk(in bytes: [UInt8]) -> Range<Int> {
        var start = 0
        var hasTalk = false
        /// The header lines of a run and where it begins.
        var headers = (count: 0, start: 0)
        var line = 0
        while line < bytes.count {
            let next = bytes[line...].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? bytes.count
            let words = bytes[line..<next].drop { $0 == 0x20 || $0 == 0x09 }
            let here = line
            line = next + 1
            if words.isEmpty { continue }
            if isHeader(words) || headers.count > 0 && isAddressList(words) {
                if headers.count == 0 { headers.start = here }
                headers.count += 1
                // One line `To: …` may be talk.
                if !hasTalk, headers.count > 1 || isAddressList(words) {
                    start = min(next + 1, bytes.count)
                }
                if hasTalk, headers.count == 3 { return start..<headers.start }
                continue
            }
            headers.count = 0
            if hasTalk, isOriginalMessage(words) { return start..<here }
            if hasTalk, bytes.count - next <= mostSignatureBytes,
                isSignatureMark(words) || isRule(words) && hasAddress(bytes[next...])
            {
                return start..<here
            }
            hasTalk = true
        }
        return start..<bytes.count
    }

    private static let mostSignatureBytes = 800

    /// The names of header lines of mails and of forms that mails were put into.
    private static let headerNames: Set<String> = [
        "name", "email", "e-mail", "from", "to", "cc", "bcc", "subject", "date", "sent", "reply-to",
        "in-reply-to", "message-id", "references", "resent-from", "resent-date", "organization",
        "newsgroups", "von", "an", "betreff", "gesendet", "datum", "objet", "de", "para", "asunto",
    ]

    /// Whether a line is `Name: value` with the name of a header.
    private static func isHeader(_ line: ArraySlice<UInt8>) -> Bool {
        guard let colon = line.prefix(16).firstIndex(of: 0x3A) else { return false }
        let name = line[..<colon].map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
        return headerNames.contains(String(decoding: name, as: UTF8.self))
    }

    /// Whether a line holds addresses of mail and little else.
    private static func isAddressList(_ line: ArraySlice<UInt8>) -> Bool {
        var plain = 0
        for word in line.split(separator: 0x20) where !word.contains(0x40) { plain += 1 }
        return line.contains(0x40) && plain <= 4
    }

    /// Whether a line says that another mail follows, as in `-----Original Message-----`.
    private static func isOriginalMessage(_ line: ArraySlice<UInt8>) -> Bool {
        guard line.first == 0x2D || line.first == 0x5F, line.count < 60 else { return false }
        let words = String(decoding: line, as: UTF8.self).lowercased()
        return ["original message", "forwarded message", "ursprüngliche nachricht"].contains {
            words.contains($0)
        }
    }

    /// Whether a line is `--`, which divides a text from a signature.
    private static func isSignatureMark(_ line: ArraySlice<UInt8>) -> Bool {
        line.count <= 3 && line.starts(with: [0x2D, 0x2D])
            && line.dropFirst(2).allSatisfy { $0 == 0x20 }
    }

    /// Whether a line is eight or more of one sign; it may divide anything.
    private static func isRule(_ line: ArraySlice<UInt8>) -> Bool {
        guard let sign = line.first, [0x2D, 0x5F, 0x3D, 0x2A, 0x7E].contains(sign) else {
            return false
        }
        let signs = line.prefix { $0 == sign }
        return signs.count >= 8 && line[signs.endIndex...].allSatisfy { $0 == 0x20 }
    }

    /// Whether a text holds an `@` or a link.
    private static func hasAddress(_ text: ArraySlice<UInt8>) -> Bool {
        var at = text.startIndex
        while at < text.endIndex {
            if text[at] == 0x40 { return true }
            if text[at...].starts(with: [0x3A, 0x2F, 0x2F]) { return true }
            at += 1
        }
        return false
    }
}
