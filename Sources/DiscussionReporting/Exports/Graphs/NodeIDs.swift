/// Writes the ids of nodes so that every reader finds the same and no two become one.
enum NodeIDs {
    /// The id of a node as all forms but JSON and GraphML write it.
    ///
    /// `"`, `\`, `%`, `~`, control, bidirectional and invisible characters, and `/` in the id of a
    /// discussion, are written as `~` and two hexadecimal digits for each byte of their UTF-8. An
    /// empty id is `~`.
    ///
    /// - Parameter discussion: the discussion that the node is of, where several are combined.
    static func escaped(discussion: String?, _ own: String) -> String {
        var text = ""
        if let discussion { text = encoded(discussion, alsoSlash: true) + "/" }
        text += encoded(own, alsoSlash: false)
        return text.isEmpty ? "~" : text
    }

    /// The id of a node as a name token of XML, which the schema of GraphML asks for.
    ///
    /// Whatever may not stand in one is written as `:` and two hexadecimal digits for each byte of
    /// its UTF-8, `:` too: with `%` for each `:` it is a percent-encoded text. An empty id is `:`.
    static func token(discussion: String?, _ own: String) -> String {
        let id = (discussion.map { encoded($0, alsoSlash: true) + "/" } ?? "") + own
        var result = String.UnicodeScalarView()
        for scalar in id.unicodeScalars {
            if isTokenScalar(scalar) {
                result.append(scalar)
            } else {
                for byte in String(scalar).utf8 {
                    result.append(contentsOf: escape(of: byte, behind: ":").unicodeScalars)
                }
            }
        }
        return result.isEmpty ? ":" : String(result)
    }

    /// An id with the characters that would not survive written as `~XX` of their UTF-8.
    static func encoded(_ id: String, alsoSlash: Bool) -> String {
        let isSafe = id.utf8.allSatisfy {
            (0x20..<0x7E).contains($0) && $0 != 0x22 && $0 != 0x25 && $0 != 0x5C
                && !(alsoSlash && $0 == 0x2F)
        }
        if isSafe { return id }
        var result = String.UnicodeScalarView()
        for scalar in id.unicodeScalars {
            if isUnsafe(scalar) || (alsoSlash && scalar == "/") {
                for byte in String(scalar).utf8 {
                    result.append(contentsOf: escape(of: byte).unicodeScalars)
                }
            } else {
                result.append(scalar)
            }
        }
        return String(result)
    }

    /// A byte as a mark and two hexadecimal digits.
    static func escape(of byte: UInt8, behind mark: String = "~") -> String {
        let digits = String(byte, radix: 16, uppercase: true)
        return mark + (digits.count < 2 ? "0" : "") + digits
    }

    private static func isUnsafe(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x00..<0x20, 0x22, 0x25, 0x5C, 0x7E..<0xA0, 0x061C, 0x200B, 0x200E, 0x200F,
            0x2028...0x202E, 0x2060...0x206F, 0xFEFF, 0xFFF9...0xFFFB, 0xFFFE, 0xFFFF:
            true
        default:
            false
        }
    }

    /// Whether every edition of XML 1.0 has the character among those of a name token: letters and
    /// digits of ASCII, and letters of the scripts in which most names are written.
    private static func isTokenScalar(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x2D, 0x2E, 0x30...0x39, 0x41...0x5A, 0x5F, 0x61...0x7A: true
        case 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x131, 0x134...0x13E, 0x141...0x148,
            0x14A...0x17E:
            true  // Latin
        case 0x38E...0x3A1, 0x3A3...0x3CE: true  // Greek
        case 0x401...0x40C, 0x40E...0x44F, 0x451...0x45C: true  // Cyrillic
        case 0x5D0...0x5EA, 0x621...0x63A, 0x641...0x64A: true  // Hebrew, Arabic
        case 0x3041...0x3094, 0x30A1...0x30FA, 0x4E00...0x9FA5, 0xAC00...0xD7A3: true  // East Asian
        default: false
        }
    }
}
