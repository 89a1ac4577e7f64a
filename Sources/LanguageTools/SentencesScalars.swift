/// The width of every line of a text, and the longest of each line's paragraph, in scalars.
struct LineWidths {
    /// Per line.
    private(set) var widths: [Int] = []
    /// Per line: the greatest width of a line in the same run of lines that are not empty.
    private(set) var longest: [Int] = []

    init(_ bytes: [UInt8]) {
        var width = 0
        var place = 0
        while place < bytes.count {
            // Nearly everything is a letter or a space of ASCII.
            if isPrintable(bytes[place]) || bytes[place] == 0x20 {
                place += 1
                width += 1
                continue
            }
            let (value, length) = decodedScalar(in: bytes, at: place)
            place += length
            if isLineEnd(value) {
                if value == 0x0D, place < bytes.count, bytes[place] == 0x0A { place += 1 }
                widths.append(width)
                width = 0
            } else {
                width += 1
            }
        }
        widths.append(width)
        longest = widths
        var first = 0
        while first < widths.count {
            var end = first
            var most = 0
            while end < widths.count, widths[end] > 0 {
                most = max(most, widths[end])
                end += 1
            }
            for line in first..<end { longest[line] = most }
            first = end + 1
        }
    }
}

/// Whether a byte is a scalar of ASCII that is seen.
@inline(__always)
func isPrintable(_ byte: UInt8) -> Bool { byte > 0x20 && byte < 0x7F }

/// Whether a scalar ends a line.
func isLineEnd(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x0A, 0x0B, 0x0C, 0x0D, 0x85, 0x2028, 0x2029: true
    default: false
    }
}

/// Whether a scalar separates words or lines.
func isWhiteSpace(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x20, 0x09...0x0D, 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F,
        0x3000:
        true
    default: false
    }
}

/// Whether a scalar ends a sentence whatever follows it.
func isFirmStop(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x3002, 0xFF01, 0xFF1F, 0xFF0E, 0xFF61,  // Chinese, Japanese
        0x061F, 0x06D4,  // Arabic, Urdu
        0x0964, 0x0965,  // Indic
        0x104A, 0x104B, 0x17D4, 0x17D5,  // Burmese, Khmer
        0x1362, 0x1367, 0x1368:  // Ethiopic
        true
    default: false
    }
}

/// Whether a scalar may close a quotation, a bracket or an emphasis after a stop.
func isCloser(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x22, 0x27, 0x29, 0x5D, 0x7D, 0x2A, 0x5F, 0xBB, 0xAB, 0x2018, 0x2019, 0x201C, 0x201D,
        0x203A, 0x3009, 0x300B, 0x300D, 0x300F, 0x3011, 0x3015, 0xFF09, 0xFF3D, 0xFF63:
        true
    default: false
    }
}

/// What a letter or digit says about the word that it begins; `.none` for other scalars.
func openingKind(of scalar: UInt32) -> SentenceToken.Opening {
    switch scalar {
    case 0x61...0x7A: return .lowercase
    case 0x41...0x5A: return .uppercase
    case 0x30...0x39: return .digit
    case ..<0x80: return .none
    default: break
    }
    guard let scalar = Unicode.Scalar(scalar) else { return .none }
    switch scalar.properties.generalCategory {
    case .lowercaseLetter: return .lowercase
    case .uppercaseLetter, .titlecaseLetter: return .uppercase
    case .decimalNumber: return .digit
    case .otherLetter, .modifierLetter:
        return (0x0E00...0x0E7F).contains(scalar.value) ? .thai : .other
    case .nonspacingMark, .spacingMark:
        return (0x0E00...0x0E7F).contains(scalar.value) ? .thai : .none
    default: return .none
    }
}
