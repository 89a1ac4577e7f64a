/// Makes names and texts of strangers safe to show: nothing in them steers a terminal, reorders
/// the line around it or hides.
package enum VisibleText {
    /// A text with every character shown that would act instead of being seen: C0 controls as their
    /// pictures (U+2400...), other controls, bidirectional controls and invisible characters as
    /// `⟨U+202E⟩`. The marks U+200E, U+200F and U+061C, common in right-to-left text, are left out.
    package static func name(_ text: String) -> String {
        shown(text, joiningSpace: false)
    }

    /// The same for a passage: runs of white space and line ends become one space, and none is left
    /// at the ends.
    package static func passage(_ text: String) -> String {
        shown(text, joiningSpace: true)
    }

    /// The same for a text whose lines and tabs stay as they are; every line end becomes `\n`.
    package static func lines(_ text: String) -> String {
        if text.isPrintableASCII { return text }
        var result = String.UnicodeScalarView()
        var isAfterReturn = false
        for scalar in text.unicodeScalars {
            defer { isAfterReturn = scalar == "\r" }
            switch scalar {
            case "\n" where isAfterReturn: continue
            case "\n", "\r": result.append("\n")
            case "\t": result.append(scalar)
            default:
                if let replacement = replacement(for: scalar) {
                    result.append(contentsOf: replacement.unicodeScalars)
                } else {
                    result.append(scalar)
                }
            }
        }
        return String(result)
    }

    private static func shown(_ text: String, joiningSpace: Bool) -> String {
        if text.isPrintableASCII, !joiningSpace || !text.hasSpareSpace { return text }
        var result = String.UnicodeScalarView()
        var needsSpace = false
        for scalar in text.unicodeScalars {
            if joiningSpace, isSpace(scalar) {
                needsSpace = !result.isEmpty
                continue
            }
            guard let replacement = replacement(for: scalar) else {
                if needsSpace { result.append(" ") }
                needsSpace = false
                result.append(scalar)
                continue
            }
            if needsSpace, !replacement.isEmpty {
                result.append(" ")
                needsSpace = false
            }
            result.append(contentsOf: replacement.unicodeScalars)
        }
        return String(result)
    }

    private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value < 0x80
            ? scalar == " " || (0x09...0x0D).contains(scalar.value)
            : scalar.value < 0x3001 && scalar.properties.isWhitespace
    }

    /// What stands for a character that may not stand itself; `nil` for all others.
    private static func replacement(for scalar: Unicode.Scalar) -> String? {
        switch scalar.value {
        case 0x00..<0x20: return Unicode.Scalar(0x2400 + scalar.value).map { String($0) }
        case 0x7F: return "\u{2421}"
        case 0x200E, 0x200F, 0x061C: return ""
        case 0x80..<0xA0, 0x200B, 0x2028...0x202E, 0x2060...0x206F, 0xFEFF, 0xFFF9...0xFFFB,
            0xFFFE, 0xFFFF, 0xE0001:
            let digits = String(scalar.value, radix: 16, uppercase: true)
            return "⟨U+\(String(repeating: "0", count: max(0, 4 - digits.count)))\(digits)⟩"
        default: return nil
        }
    }
}

extension String {
    /// Whether the text has only the characters from space to tilde.
    ///
    /// Most text has, and needs no look at every character's properties.
    var isPrintableASCII: Bool {
        utf8.allSatisfy { 0x20..<0x7F ~= $0 }
    }

    /// Whether there is a space at an end or next to another.
    fileprivate var hasSpareSpace: Bool {
        var previous = UInt8(ascii: " ")
        for byte in utf8 {
            if byte == UInt8(ascii: " "), previous == byte { return true }
            previous = byte
        }
        return previous == UInt8(ascii: " ") && !isEmpty
    }
}
