/// Writes texts of strangers for XML 1.0.
enum XMLText {
    /// A text as it stands between tags or between quotation marks.
    ///
    /// Control characters that XML 1.0 has no way to write are left out: those below U+0020 but for
    /// tabs and line ends, U+FFFE and U+FFFF. White space that a reader would change, other control
    /// characters, and those that reorder or hide the text around them are written by their number.
    static func escaped(_ text: String) -> String {
        let isPlain = text.utf8.allSatisfy {
            (0x20..<0x7F).contains($0) && $0 != 0x22 && $0 != 0x26 && $0 != 0x3C && $0 != 0x3E
        }
        if isPlain { return text }
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x26: result.append(contentsOf: "&amp;".unicodeScalars)
            case 0x3C: result.append(contentsOf: "&lt;".unicodeScalars)
            case 0x3E: result.append(contentsOf: "&gt;".unicodeScalars)
            case 0x22: result.append(contentsOf: "&quot;".unicodeScalars)
            case 0x09, 0x0A, 0x0D, 0x7F..<0xA0, 0x061C, 0x200B, 0x200E, 0x200F, 0x2028...0x202E,
                0x2060...0x206F, 0xFEFF, 0xFFF9...0xFFFB:
                let digits = String(scalar.value, radix: 16, uppercase: true)
                result.append(contentsOf: "&#x\(digits);".unicodeScalars)
            case 0x00..<0x20, 0xFFFE, 0xFFFF: continue
            default: result.append(scalar)
            }
        }
        return String(result)
    }
}
