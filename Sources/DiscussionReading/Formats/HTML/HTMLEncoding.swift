import DiscussionModel

/// The bytes of a page in UTF-8.
enum HTMLEncoding {
    struct Decoded {
        var bytes: [UInt8]
        /// What was wrong with the encoding, for a finding; `nil` where nothing was.
        var problem: String?

        func finding(file: String) -> Finding? {
            problem.map {
                Finding(id: "encoding-guessed", severity: .warning, message: $0, file: file)
            }
        }
    }

    /// Decodes by byte order mark, by what the page declares, else as UTF-8 where that makes
    /// sense of it, else as Windows-1252.
    ///
    /// - Complexity: O(bytes).
    static func decoded(_ bytes: [UInt8]) -> Decoded {
        let marks: [[UInt8]] = [[0xEF, 0xBB, 0xBF], [0xFF, 0xFE], [0xFE, 0xFF]]
        let hasMark = marks.contains { bytes.starts(with: $0) }
        let isWide = TextDecoder.looksLikeUTF16(bytes.prefix(4_096)) != nil
        if !hasMark, !isWide, let label = declared(in: bytes.prefix(8_192)),
            !Charset.isUTF8(label)
        {
            // A page that declares UTF-16 in single bytes cannot mean it.
            let isSingle = !label.lowercased().hasPrefix("utf-16")
            // Browsers save pages in UTF-8 and leave the declaration as it was.
            if isSingle, !isUTF8(bytes), let text = Charset.decoded(bytes[...], label: label) {
                return Decoded(bytes: cleaned(text), problem: nil)
            }
        }
        let decoded = TextDecoder.decoded(bytes)
        let problem = decoded.isGuessed ? Finding(decoded, file: "")?.message : nil
        return Decoded(bytes: cleaned(decoded.bytes), problem: problem)
    }

    /// libxml2 ends a page at a NUL.
    private static func cleaned(_ bytes: [UInt8]) -> [UInt8] {
        guard bytes.contains(0) else { return bytes }
        return bytes.filter { $0 != 0 }
    }

    /// Whether there are characters beyond ASCII and all of them are UTF-8.
    private static func isUTF8(_ bytes: [UInt8]) -> Bool {
        bytes.contains { $0 >= 0x80 } && !bytes.contains(0x1B)
            && String(validating: bytes, as: UTF8.self) != nil
    }

    /// The encoding that `<meta charset>` or `<meta http-equiv>` names.
    private static func declared(in head: ArraySlice<UInt8>) -> String? {
        let text = String(decoding: head, as: UTF8.self).lowercased()
        var rest = text[...]
        while let meta = rest.firstRange(of: "<meta") {
            rest = rest[meta.upperBound...]
            let tag = rest.prefix { $0 != ">" }
            guard let charset = tag.firstRange(of: "charset") else { continue }
            var value = tag[charset.upperBound...].drop(while: \.isWhitespace)
            guard value.first == "=" else { continue }
            value = value.dropFirst().drop { $0.isWhitespace || $0 == "\"" || $0 == "'" }
            let label = value.prefix { !$0.isWhitespace && !"\"';/>".contains($0) }
            if !label.isEmpty { return String(label) }
        }
        return nil
    }
}
