import Foundation

/// The form in which words are compared: lower case, without diacritics, with one kind of
/// apostrophe, full-width letters narrowed and invisible characters left out.
public enum NormalForm {
    /// What a scalar is to the tokenizer.
    public enum Kind: UInt8, Sendable {
        /// Between words.
        case separator
        /// Inside a word, next to others of its kind.
        case word
        /// A word by itself, of a script that is written without spaces between words.
        case ideograph
        /// A vowel sign or the like that belongs to the `ideograph` before it.
        case sign
        /// An apostrophe: inside a word only between two word scalars.
        case apostrophe
        /// Not seen at all: zero-width characters, bidi controls, accents that combine.
        case invisible
    }

    /// The kind of a scalar and what stands for it in normal form.
    public static func of(_ scalar: UInt32) -> (kind: Kind, folded: UInt32) {
        if scalar < 0x80 { return entry(asciiTable[Int(scalar)]) }
        if scalar < 0x250 { return entry(latinTable[Int(scalar) - 0x80]) }
        if scalar < 0x2_000 { return entry(lowTable[Int(scalar) - 0x250]) }
        return outsideTable(scalar)
    }

    /// The normal form of a name or phrase: its words in normal form with single spaces between.
    public static func of(_ phrase: String) -> String {
        var out = String.UnicodeScalarView()
        var pendingSpace = false
        for scalar in phrase.unicodeScalars {
            let (kind, folded) = of(scalar.value)
            switch kind {
            case .word, .ideograph, .sign:
                if pendingSpace && !out.isEmpty { out.append(" ") }
                pendingSpace = false
                if let scalar = Unicode.Scalar(folded) { out.append(scalar) }
            case .separator:
                pendingSpace = true
            case .apostrophe, .invisible:
                continue
            }
        }
        return String(out)
    }

    // The entries of all scalars below U+2000: the kind in the top byte, the folded scalar below.
    // In three tables, since most texts need the first alone and making the last takes long.
    private static let asciiTable = (0..<0x80).map(tableEntry)
    private static let latinTable = (0x80..<0x250).map(tableEntry)
    private static let lowTable = (0x250..<0x2_000).map(tableEntry)

    private static func tableEntry(_ value: Int) -> UInt32 {
        let (kind, folded) = slowly(UInt32(value))
        return UInt32(kind.rawValue) << 24 | folded
    }

    @inline(__always)
    private static func entry(_ entry: UInt32) -> (kind: Kind, folded: UInt32) {
        (Kind(rawValue: UInt8(entry >> 24)) ?? .separator, entry & 0xFF_FFFF)
    }

    private static func outsideTable(_ scalar: UInt32) -> (kind: Kind, folded: UInt32) {
        switch scalar {
        case 0x3041...0x3096, 0x309D...0x309F, 0x30A1...0x30FA, 0x30FC...0x30FF,  // kana
            0x31F0...0x31FF,
            0x3005...0x3007, 0x3021...0x3029, 0x3031...0x3035, 0x3038...0x303C,  // 々, 〇 and such
            0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x323AF:  // Han
            return (.ideograph, scalar)
        case 0xAC00...0xD7A3:  // Hangul syllables, written with spaces
            return (.word, scalar)
        case 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x206F, 0xFE00...0xFE0F, 0xFEFF,
            0xE0000...0xE01EF:
            return (.invisible, scalar)
        case 0x2018, 0x2019, 0x201B, 0x2032, 0xFF07:
            return (.apostrophe, 0x27)
        case 0x2000...0x2BFF, 0x2E00...0x2E7F, 0x3000...0x303F, 0x1F000...0x1FAFF:
            return (.separator, scalar)
        case 0xFF01...0xFF5E:
            return of(scalar - 0xFEE0)
        default:
            return slowly(scalar)
        }
    }

    private static func slowly(_ value: UInt32) -> (kind: Kind, folded: UInt32) {
        guard let scalar = Unicode.Scalar(value) else { return (.separator, value) }
        switch value {
        case 0x27, 0x60, 0xB4, 0x2BC: return (.apostrophe, 0x27)
        case 0x5F: return (.word, value)
        case 0xAD, 0x640: return (.invisible, value)  // soft hyphen, Arabic stretching
        case 0x0900...0x0DFF where isMark(scalar) && scalar.properties.generalCategory != .format:
            // The vowel signs of Indic scripts are letters like others, not accents.
            return (.word, value)
        case 0x0E01...0x0E4E, 0x0E80...0x0EDF, 0x1000...0x109F, 0x1780...0x17D3:
            // Thai, Lao, Burmese, Khmer.
            return isMark(scalar) ? (.sign, value) : (.ideograph, value)
        default: break
        }
        if isMark(scalar) { return (.invisible, value) }
        let properties = scalar.properties
        guard properties.isAlphabetic || properties.numericType != nil else {
            return (.separator, value)
        }
        return (.word, folded(scalar))
    }

    /// Whether a scalar is a capital letter.
    package static func isCapital(_ scalar: UInt32) -> Bool {
        if scalar < 0x80 { return (0x41...0x5A).contains(scalar) }
        guard let properties = Unicode.Scalar(scalar)?.properties else { return false }
        return properties.isUppercase || properties.generalCategory == .titlecaseLetter
    }

    private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .format: true
        default: false
        }
    }

    /// Lower case, then the base letter of what is left; letters that fold to several keep the
    /// first, so that lengths never grow.
    private static func folded(_ scalar: Unicode.Scalar) -> UInt32 {
        guard scalar.value >= 0x80 else {
            return (0x41...0x5A).contains(scalar.value) ? scalar.value + 32 : scalar.value
        }
        let lower = scalar.properties.lowercaseMapping
        let base = lower.decomposedStringWithCompatibilityMapping.unicodeScalars.first ?? scalar
        return base.value
    }
}

extension NormalForm {
    /// The normal form of one word, apostrophes kept: what `WordHash(ofNormalForm:)` takes.
    public static func ofWord(_ word: String) -> String {
        var out = String.UnicodeScalarView()
        for scalar in word.unicodeScalars {
            let (kind, folded) = of(scalar.value)
            guard kind != .invisible, kind != .separator else { continue }
            if let scalar = Unicode.Scalar(folded) { out.append(scalar) }
        }
        return String(out)
    }
}
