import CLibxml2

/// Turns the bytes of an XML file into something close to UTF-8, as its byte order mark, its
/// declaration or its looks say; `XMLRepair` sees to the rest.
final class XMLDecoder {
    private enum Encoding {
        /// UTF-8, or one whose strays are read as Windows-1252 anyway.
        case eightBit
        case utf16(lowByteFirst: Bool)
        case library(xmlCharEncodingHandlerPtr)
    }

    private let encoding: Encoding
    /// Whether the file says itself that it is in Latin-1 or Windows-1252.
    let isDeclaredLatin: Bool
    private var rest: [UInt8] = []
    private let raw = xmlBufferCreate()
    private let decoded = xmlBufferCreate()

    /// - Parameter head: the first bytes.
    init(head: [UInt8]) {
        let name = Self.declaredName(in: head)
        isDeclaredLatin = ["iso-8859-1", "latin1", "windows-1252", "cp1252"].contains(name)
        let isUTF8 = Self.holdsUTF8(head)
        if head.starts(with: [0xFF, 0xFE]) || head.starts(with: [0xFE, 0xFF]) {
            encoding = .utf16(lowByteFirst: head[0] == 0xFF)
        } else if let lowByteFirst = TextDecoder.looksLikeUTF16(head.prefix(4_096)) {
            encoding = .utf16(lowByteFirst: lowByteFirst)
        } else if name.isEmpty || isDeclaredLatin || isUTF8 || name.hasPrefix("ut")
            || name == "us-ascii"
        {
            encoding = .eightBit
        } else if let handler = xmlFindCharEncodingHandler(name) {
            encoding = .library(handler)
        } else {
            encoding = .eightBit
        }
    }

    deinit {
        if case .library(let handler) = encoding { xmlCharEncCloseFunc(handler) }
        xmlBufferFree(raw)
        xmlBufferFree(decoded)
    }

    /// The next bytes, decoded.
    func decoded(_ bytes: [UInt8]) -> [UInt8] {
        switch encoding {
        case .eightBit: bytes
        case .utf16(let lowByteFirst): utf16(bytes, lowByteFirst: lowByteFirst)
        case .library(let handler): converted(bytes, by: handler)
        }
    }

    private func utf16(_ bytes: [UInt8], lowByteFirst: Bool) -> [UInt8] {
        let all = rest + bytes
        var units: [UInt16] = []
        units.reserveCapacity(all.count / 2)
        var at = 0
        while at + 1 < all.count {
            let (first, second) = (UInt16(all[at]), UInt16(all[at + 1]))
            units.append(lowByteFirst ? first | second << 8 : first << 8 | second)
            at += 2
        }
        // The first half of a character waits for the second.
        if let last = units.last, last & 0xFC00 == 0xD800 {
            units.removeLast()
            at -= 2
        }
        rest = Array(all[at...])
        return Array(String(decoding: units, as: UTF16.self).utf8)
    }

    private func converted(_ bytes: [UInt8], by handler: xmlCharEncodingHandlerPtr) -> [UInt8] {
        guard let raw, let decoded else { return bytes }
        bytes.withUnsafeBufferPointer { bytes in
            _ = xmlBufferAdd(raw, bytes.baseAddress, Int32(clamping: bytes.count))
        }
        var result: [UInt8] = []
        while xmlBufferLength(raw) > 0 {
            let before = xmlBufferLength(raw)
            let status = xmlCharEncInFunc(handler, decoded, raw)
            let count = Int(xmlBufferLength(decoded))
            if let content = xmlBufferContent(decoded), count > 0 {
                result += UnsafeBufferPointer(start: content, count: count)
            }
            xmlBufferEmpty(decoded)
            if status == -2 {
                result += "\u{FFFD}".utf8
                xmlBufferShrink(raw, 1)
            } else if xmlBufferLength(raw) == before {
                // What is left is the beginning of a character.
                break
            }
        }
        return result
    }

    /// The encoding that the declaration names, in lower case; empty where it names none.
    private static func declaredName(in head: [UInt8]) -> String {
        let text = String(decoding: head.prefix(256), as: UTF8.self)
        guard let declaration = text.firstRange(of: "<?xml"),
            let end = text[declaration.upperBound...].firstRange(of: "?>"),
            let key = text[declaration.upperBound..<end.lowerBound].firstRange(of: "encoding")
        else { return "" }
        let value = text[key.upperBound..<end.lowerBound]
            .drop { $0 == "=" || $0.isWhitespace || $0 == "\"" || $0 == "'" }
        return value.prefix { $0.isLetter || $0.isNumber || "-_.:".contains($0) }.lowercased()
    }

    /// Whether there is a character beyond ASCII, and all of them are UTF-8.
    private static func holdsUTF8(_ head: [UInt8]) -> Bool {
        // The last character may be cut.
        let bytes = Array(head.dropLast(3))
        var isBeyond = false
        var at = 0
        while at < bytes.count {
            let length = TextDecoder.sequenceLength(bytes, at: at)
            if length == 0 { return false }
            isBeyond = isBeyond || length > 1
            at += length
        }
        return isBeyond
    }
}
