import CLibxml2

/// Makes bytes that claim to be XML into UTF-8 that libxml2 reads to the end, a chunk at a time.
///
/// Exports are written by templates, not by XML writers, so that they hold what the standard
/// forbids: control characters, bytes of Windows-1252, `&` and `<` that stand for themselves, HTML's
/// named characters, something before the declaration. All that is mended, and lines keep their
/// numbers. Declarations, remarks and document types are left out; so no entity is ever defined, let
/// alone expanded or loaded, and `&name;` of an unknown name stays as it is written.
///
/// - Complexity: O(bytes); memory for one chunk.
struct XMLRepair {
    /// What the present byte belongs to.
    private enum Place {
        case text, characterData, remark, instruction, tag
        case documentType
    }

    /// The most bytes of character data after which a new section begins, since libxml2 searches
    /// a section that goes on from its start again and again.
    private static let longestPiece = 16_384
    /// The most bytes in a tag; one that goes on has a quotation mark that is never closed.
    private static let longestTag = 1 << 20
    /// The most attributes of an element; libxml2 compares each with every other.
    private static let mostAttributes = 100
    /// The longest reference `&name;` that is looked for.
    private static let longestReference = 40

    /// The number of bytes that were no UTF-8 and were read as Windows-1252.
    private(set) var strayBytes = 0
    /// The 0-based place of the first of them in what was given.
    private(set) var firstStrayByte: Int?

    /// The number of the line that follows what was given.
    private(set) var line = 1

    private var place = Place.text
    /// The quotation mark around the present value in a tag or document type.
    private var quote: UInt8?
    /// The last byte of a tag that was no white space.
    private var last: UInt8 = 0
    /// The bytes of the present section of character data or tag.
    private var pieceBytes = 0
    private var tagBytes = 0
    private var attributes = 0
    private var isInSubset = false
    /// What a remark stands in.
    private var afterRemark = Place.text
    /// What could not be told yet for want of the next bytes.
    private var rest: [UInt8] = []
    private var offset = 0

    /// Whether an element may begin right behind what was given.
    var isBetweenMarkup: Bool { place == .text }

    /// Whether the bytes end amid a tag, a remark or the like.
    var endsAmidMarkup: Bool { place != .text }

    /// The next bytes, mended.
    ///
    /// - Parameter isLast: whether no bytes follow.
    mutating func mended(_ bytes: [UInt8], isLast: Bool) -> [UInt8] {
        let input = rest.isEmpty ? bytes : rest + bytes
        var output: [UInt8] = []
        output.reserveCapacity(input.count + 256)
        var at = 0
        input.withUnsafeBufferPointer { input in
            while at < input.count, let next = step(input, at, isLast, &output) { at = next }
        }
        rest = Array(input[at...])
        offset += at
        line += output.count { $0 == UInt8(ascii: "\n") }
        // What libxml2 holds back would be lost with the end of the data.
        if isLast, place == .characterData { output += "]]>".utf8 }
        return output
    }

    /// Goes on from a place; `nil` where more bytes are needed to tell.
    private mutating func step(
        _ input: UnsafeBufferPointer<UInt8>, _ start: Int, _ isLast: Bool, _ output: inout [UInt8]
    ) -> Int? {
        switch place {
        case .remark, .instruction, .documentType:
            return skip(input, start, isLast, &output)
        case .text, .characterData, .tag:
            let stops =
                place == .text ? Self.textStops : place == .tag ? Self.tagStops : Self.dataStops
            var end = start
            let limit =
                place == .text ? input.count : min(input.count, start + Self.longestPiece)
            stops.withUnsafeBufferPointer { stops in
                while end < limit, !stops[Int(input[end])] { end += 1 }
            }
            if place != .text {
                pieceBytes += max(1, end - start)
                if pieceBytes > Self.longestPiece {
                    endPiece(&output)
                    if place == .text { return start }
                }
            }
            if end > start {
                if place != .tag || attributes <= Self.mostAttributes {
                    output += UnsafeBufferPointer(rebasing: input[start..<end])
                }
                if place == .tag, let byte = input[start..<end].last(where: { $0 > 0x20 }) {
                    last = byte
                }
                return end
            }
        }
        let byte = input[start]
        if byte >= 0x80 { return character(input, start, isLast, &output) }
        if byte < 0x20 { return start + 1 }
        switch (place, byte) {
        case (.characterData, _):
            guard input.count - start >= 3 || isLast else { return nil }
            if input[start...].starts(with: "]]>".utf8) {
                place = .text
                output += "]]>".utf8
                return start + 3
            }
            output.append(byte)
            return start + 1
        case (_, UInt8(ascii: "&")):
            return reference(input, start, isLast, &output)
        case (.text, UInt8(ascii: "<")):
            return markup(input, start, isLast, &output)
        case (.text, _):
            output += "&#62;".utf8
            return start + 1
        default:
            return tagByte(byte, input, start, isLast, &output)
        }
    }

    private static let textStops = stops("<>&")
    private static let dataStops = stops("]")
    private static let tagStops = stops("<>&\"'")

    /// The bytes at which plain text of a kind ends: the given ones, controls, and all but ASCII.
    private static func stops(_ characters: String) -> [Bool] {
        var stops = (0..<256).map { $0 >= 0x80 || $0 < 0x20 }
        for white in [0x09, 0x0A, 0x0D] { stops[white] = false }
        for byte in characters.utf8 { stops[Int(byte)] = true }
        return stops
    }

    private mutating func tagByte(
        _ byte: UInt8, _ input: UnsafeBufferPointer<UInt8>, _ start: Int, _ isLast: Bool,
        _ output: inout [UInt8]
    ) -> Int? {
        switch byte {
        case UInt8(ascii: ">") where quote == nil:
            place = .text
        case UInt8(ascii: ">"):
            output += "&#62;".utf8
            return start + 1
        case UInt8(ascii: "<"):
            // Outside a value the tag was never closed.
            if quote == nil { return markup(input, start, isLast, &output) }
            output += "&#60;".utf8
            return start + 1
        default:
            if quote == byte {
                quote = nil
            } else if quote == nil, last == UInt8(ascii: "=") {
                quote = byte
                attributes += 1
            }
        }
        last = byte
        if attributes > Self.mostAttributes, place == .tag { return start + 1 }
        output.append(byte)
        return start + 1
    }

    /// What follows a `<`.
    private mutating func markup(
        _ input: UnsafeBufferPointer<UInt8>, _ start: Int, _ isLast: Bool, _ output: inout [UInt8]
    ) -> Int? {
        guard start + 1 < input.count else { return isLast ? plainBracket(start, &output) : nil }
        switch input[start + 1] {
        case UInt8(ascii: "/"):
            guard start + 2 < input.count else {
                return isLast ? plainBracket(start, &output) : nil
            }
            guard Self.beginsName(input[start + 2]) else { return plainBracket(start, &output) }
            output.append(UInt8(ascii: "<"))
            output.append(UInt8(ascii: "/"))
            beginTag()
            return start + 2
        case UInt8(ascii: "?"):
            place = .instruction
            return start + 2
        case UInt8(ascii: "!"):
            return declaration(input, start, isLast, &output)
        case let byte where Self.beginsName(byte):
            output.append(UInt8(ascii: "<"))
            beginTag()
            return start + 1
        default:
            return plainBracket(start, &output)
        }
    }

    private static func beginsName(_ byte: UInt8) -> Bool {
        (0x41...0x5A).contains(byte & 0xDF) || byte == UInt8(ascii: "_")
    }

    /// Ends a section of character data and begins another, or a tag that is too long.
    private mutating func endPiece(_ output: inout [UInt8]) {
        if place == .characterData {
            output += "]]><![CDATA[".utf8
        } else {
            tagBytes += pieceBytes
            if tagBytes > Self.longestTag {
                if let quote { output.append(quote) }
                output.append(UInt8(ascii: ">"))
                place = .text
                quote = nil
            }
        }
        pieceBytes = 0
    }

    private mutating func beginTag() {
        place = .tag
        pieceBytes = 0
        tagBytes = 0
        attributes = 0
        quote = nil
        last = UInt8(ascii: "<")
    }

    private func plainBracket(_ start: Int, _ output: inout [UInt8]) -> Int {
        output += "&#60;".utf8
        return start + 1
    }

    /// What follows `<!`.
    private mutating func declaration(
        _ input: UnsafeBufferPointer<UInt8>, _ start: Int, _ isLast: Bool, _ output: inout [UInt8]
    ) -> Int? {
        let head = input[start...].prefix(9)
        for (word, kind) in Self.declarations {
            if head.starts(with: word.utf8) {
                place = kind
                pieceBytes = 0
                afterRemark = .text
                quote = nil
                isInSubset = false
                if kind == .characterData { output += head }
                return start + word.utf8.count
            }
            if !isLast, head.count < word.utf8.count, word.utf8.starts(with: head) { return nil }
        }
        return plainBracket(start, &output)
    }

    private static let declarations: [(String, Place)] = [
        ("<![CDATA[", .characterData), ("<!--", .remark), ("<!DOCTYPE", .documentType),
        ("<!doctype", .documentType),
    ]

    /// Passes over what is left out; its line ends stay.
    private mutating func skip(
        _ input: UnsafeBufferPointer<UInt8>, _ start: Int, _ isLast: Bool, _ output: inout [UInt8]
    ) -> Int? {
        let byte = input[start]
        if byte == 0x0A { output.append(byte) }
        if place == .documentType {
            if let open = quote {
                if byte == open { quote = nil }
            } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
                quote = byte
            } else if byte == UInt8(ascii: "<") {
                guard input.count - start >= 4 || isLast else { return nil }
                if input[start...].starts(with: "<!--".utf8) {
                    place = .remark
                    afterRemark = .documentType
                    return start + 4
                }
            } else if byte == UInt8(ascii: "[") {
                isInSubset = true
            } else if byte == UInt8(ascii: "]") {
                isInSubset = false
            } else if byte == UInt8(ascii: ">"), !isInSubset {
                place = .text
            }
            return start + 1
        }
        let end = place == .remark ? "-->" : "?>"
        guard byte == end.utf8.first else { return start + 1 }
        guard input.count - start >= end.utf8.count || isLast else { return nil }
        guard input[start...].starts(with: end.utf8) else { return start + 1 }
        place = place == .remark ? afterRemark : .text
        return start + end.utf8.count
    }

    private static let predefined: [String: UInt32] = [
        "lt": 60, "gt": 62, "amp": 38, "quot": 34, "apos": 39,
    ]

    /// A reference `&…;`, or an ampersand that is none. References by name become those by number:
    /// libxml2 passes over the former once the markup has been damaged anywhere before.
    private mutating func reference(
        _ input: UnsafeBufferPointer<UInt8>, _ start: Int, _ isLast: Bool, _ output: inout [UInt8]
    ) -> Int? {
        var end = start + 1
        while end < input.count, end - start < Self.longestReference,
            Self.isWordByte(input[end]) || end == start + 1 && input[end] == UInt8(ascii: "#")
        {
            end += 1
        }
        if end == input.count, end - start < Self.longestReference, !isLast { return nil }
        guard end < input.count, input[end] == UInt8(ascii: ";"), end > start + 1 else {
            output += "&#38;".utf8
            return start + 1
        }
        let name = String(decoding: input[(start + 1)..<end], as: UTF8.self)
        if let number = Self.predefined[name] {
            add(number, to: &output)
        } else if name.hasPrefix("#") {
            let isHexadecimal = name.dropFirst().first == "x" || name.dropFirst().first == "X"
            let number =
                isHexadecimal ? UInt32(name.dropFirst(2), radix: 16) : UInt32(name.dropFirst())
            guard let number else {
                output += "&#38;".utf8
                return start + 1
            }
            add(number, to: &output)
        } else if let entity = htmlEntityLookup(name) {
            add(entity.pointee.value, to: &output)
        } else {
            output += "&#38;".utf8
            return start + 1
        }
        return end + 1
    }

    private static func isWordByte(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte & 0xDF)
    }

    /// Adds a character by its number, as HTML understands it.
    private func add(_ number: UInt32, to output: inout [UInt8]) {
        if number < 0x80 {
            if number >= 0x20 || [0x09, 0x0A, 0x0D].contains(number) {
                output += "&#\(number);".utf8
            }
        } else if number < 0xA0 {
            output += String(TextDecoder.windows1252(UInt8(number))).utf8
        } else if let scalar = Unicode.Scalar(number), number & 0xFFFE != 0xFFFE {
            output += String(Character(scalar)).utf8
        } else {
            output += "\u{FFFD}".utf8
        }
    }

    /// A character beyond ASCII, or a byte that is none.
    private mutating func character(
        _ input: UnsafeBufferPointer<UInt8>, _ start: Int, _ isLast: Bool, _ output: inout [UInt8]
    ) -> Int? {
        let lead = input[start]
        let length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2
        if !isLast, lead >= 0xC2, lead <= 0xF4, input.count - start < length,
            input[(start + 1)...].allSatisfy({ $0 & 0xC0 == 0x80 })
        {
            return nil
        }
        let bytes = Array(input[start...].prefix(length))
        if TextDecoder.sequenceLength(bytes, at: 0) == length {
            // U+FFFE and U+FFFF are no characters of XML.
            if !(lead == 0xEF && bytes[1] == 0xBF && bytes[2] >= 0xBE) { output += bytes }
            last = lead
            return start + length
        }
        strayBytes += 1
        if firstStrayByte == nil { firstStrayByte = offset + start }
        output += String(TextDecoder.windows1252(lead)).utf8
        return start + 1
    }
}
