import DiscussionModel
import LanguageTools

/// Reads the bytes of a comment as words, marks and places of quotations.
struct StanceScanner {
    var tokens: [StanceToken] = []
    private let zones: [(TextSpan, Bool)]
    private var zone = 0
    private let lexicon = StanceLexicon.shared
    private let kinds = Self.kinds
    private let folded = Self.folded

    init(zones: [(TextSpan, Bool)]) { self.zones = zones }

    mutating func run(over bytes: UnsafeBufferPointer<UInt8>) {
        tokens.reserveCapacity(bytes.count / 4)
        var at = 0
        var scalar = 0
        var nextZone = zones.first?.0.start ?? Int.max
        while at < bytes.count {
            if scalar >= nextZone {
                passZones(bytes, &at, &scalar)
                nextZone = zone < zones.count ? zones[zone].0.start : Int.max
                continue
            }
            byte = at
            let value = bytes[at]
            if value < 0x80 {
                switch kinds[Int(value)] {
                case 1: word(bytes, &at, &scalar, until: nextZone)
                case 2: mark(bytes, &at, &scalar)
                default:
                    at += 1
                    scalar += 1
                }
            } else {
                let (value, width) = UTF8Scan.scalar(in: bytes, at: at)
                switch NormalForm.of(value).kind {
                case .word, .ideograph: word(bytes, &at, &scalar, until: nextZone)
                default:
                    other(value, scalar, width)
                    at += width
                    scalar += 1
                }
            }
        }
    }

    /// 1 for letters, digits and `_`, 2 for marks that count, 0 for the rest, by ASCII byte.
    private static let kinds: [UInt8] = (0..<128).map { byte in
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x5F: return 1
        case 0x21, 0x22, 0x2A, 0x2B, 0x2C, 0x2D, 0x2E, 0x2F, 0x3A, 0x3B, 0x3F, 0x28, 0x29, 0x25,
            0x3E, 0x40:
            return 2
        default: return 0
        }
    }

    private mutating func passZones(
        _ bytes: UnsafeBufferPointer<UInt8>, _ at: inout Int, _ scalar: inout Int
    ) {
        let start = scalar
        var end = scalar
        var isQuoted = false
        while zone < zones.count && zones[zone].0.start <= end {
            end = max(end, zones[zone].0.end)
            if zones[zone].0.length > 0 && zones[zone].1 { isQuoted = true }
            zone += 1
        }
        while scalar < end && at < bytes.count {
            at += UTF8Scan.scalar(in: bytes, at: at).width
            scalar += 1
        }
        if isQuoted, tokens.last?.key != StanceToken.quotation {
            tokens.append(
                StanceToken(
                    key: StanceToken.quotation, stem: 0, classes: .quoted, start: Int32(start),
                    end: Int32(scalar)))
        }
    }

    /// The first byte of what is being read.
    private var byte = 0

    private mutating func append(
        _ key: UInt32, _ classes: WordClasses, _ start: Int, _ end: Int, bytes: Int
    ) {
        tokens.append(
            StanceToken(
                key: key, stem: key, classes: classes, start: Int32(start), end: Int32(end),
                byteStart: Int32(byte), byteEnd: Int32(byte + bytes)))
    }

    /// A mark outside ASCII.
    private mutating func other(_ value: UInt32, _ scalar: Int, _ width: Int) {
        switch value {
        case 0x201C, 0x201D:
            append(StanceToken.quotationMark, .punctuation, scalar, scalar + 1, bytes: width)
        case 0x2026: append(StanceToken.ellipsis, .punctuation, scalar, scalar + 1, bytes: width)
        case 0xFF1F, 0x61F:
            append(StanceToken.questionMark, .punctuation, scalar, scalar + 1, bytes: width)
        case 0xFF01:
            append(StanceToken.exclamationMark, .punctuation, scalar, scalar + 1, bytes: width)
        case 0x3002: append(StanceToken.fullStop, .punctuation, scalar, scalar + 1, bytes: width)
        case 0x2600...0x27BF, 0x1F300...0x1FAFF:
            // The key of a word of one scalar.
            let key = WordKey.adding(value, to: WordKey.start)
            append(key, lexicon.classes(of: key), scalar, scalar + 1, bytes: width)
        default: return
        }
    }

    private mutating func mark(
        _ bytes: UnsafeBufferPointer<UInt8>, _ at: inout Int, _ scalar: inout Int
    ) {
        let byte = bytes[at]
        let start = scalar
        @inline(__always) func next(_ k: Int) -> UInt8 {
            at + k < bytes.count ? bytes[at + k] : 0x20
        }
        var length = 1
        switch byte {
        case 0x2E where next(1) == 0x2E:
            while next(length) == 0x2E { length += 1 }
            append(StanceToken.ellipsis, .punctuation, start, start + length, bytes: length)
        case 0x2F
        where next(1) | 0x20 == 0x73 && !Self.continues(next(2))
            && (at == 0 || bytes[at - 1] <= 0x20):
            // "/s" says that it was not meant.
            length = 2
            append(Self.notMeant, .mocking, start, start + 2, bytes: 2)
        case 0x2B where next(1) == 0x31 && !Self.continues(next(2)):
            length = 2
            append(Self.plusOne, lexicon.classes(of: Self.plusOne), start, start + 2, bytes: 2)
        case 0x2B, 0x3E: break
        case 0x40 where Self.continues(next(1)):
            // A name says nothing of the stance.
            length = Self.nameEnd(bytes, at + 1) - at
        case 0x2F
        where next(1) | 0x20 == 0x75 && next(2) == 0x2F && Self.continues(next(3))
            && (at == 0 || bytes[at - 1] <= 0x20):
            // "/u/name", as on Reddit.
            length = Self.nameEnd(bytes, at + 3, withHyphens: true) - at
        case 0x40: break
        default: append(UInt32(byte), .punctuation, start, start + 1, bytes: 1)
        }
        // A name may hold letters of several bytes.
        for k in 0..<length where bytes[at + k] & 0xC0 != 0x80 { scalar += 1 }
        at += length
    }

    private static let notMeant = WordKey.of("/s")
    private static let plusOne = WordKey.of("+1")
    /// In capitals a country.
    private static let us = WordKey.of("us")

    /// Where the letters and digits of a name end.
    private static func nameEnd(
        _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, withHyphens: Bool = false
    ) -> Int {
        var at = start
        while at < bytes.count {
            if bytes[at] < 0x80 {
                guard kinds[Int(bytes[at])] == 1 || withHyphens && bytes[at] == 0x2D else { break }
                at += 1
            } else {
                let (value, width) = UTF8Scan.scalar(in: bytes, at: at)
                guard NormalForm.of(value).kind != .separator else { break }
                at += width
            }
        }
        return at
    }

    private static func continues(_ byte: UInt8) -> Bool {
        byte >= 0x80 || kinds[Int(byte)] == 1
    }

    private mutating func word(
        _ bytes: UnsafeBufferPointer<UInt8>, _ at: inout Int, _ scalar: inout Int, until zone: Int
    ) {
        let start = scalar
        let byteStart = at
        if bytes[at] | 0x20 == 0x75, at + 2 < bytes.count, bytes[at + 1] == 0x2F,
            Self.continues(bytes[at + 2]), at == 0 || bytes[at - 1] <= 0x20, scalar + 2 < zone
        {
            // "u/name", as on Reddit.
            let end = Self.nameEnd(bytes, at + 2, withHyphens: true)
            while at < end, scalar < zone {
                at += UTF8Scan.scalar(in: bytes, at: at).width
                scalar += 1
            }
            return
        }
        if isLink(bytes, at) {
            while at < bytes.count, bytes[at] > 0x20, scalar < zone {
                at += UTF8Scan.scalar(in: bytes, at: at).width
                scalar += 1
            }
            append(StanceToken.link, [.link, .functionWord], start, scalar, bytes: at - byteStart)
            return
        }
        var word = Word()
        // Most words are ASCII letters and nothing else.
        let limit = zone == Int.max ? bytes.count : min(bytes.count, at + (zone - scalar))
        at = Self.plainWord(bytes, at, limit, folded, &word)
        scalar += at - byteStart
        if at < limit, bytes[at] >= 0x80 || bytes[at] == 0x27 {
            anyWord(bytes, &at, &scalar, until: zone, &word)
        }
        var classes = lexicon.classes(of: word.key)
        let length = scalar - start
        let isCapitals = word.capitals == length
        if length > 2 && isCapitals { classes.insert(.capitals) }
        // "III" and "KKK" are names.
        if word.isElongated && !(isCapitals && length <= 4) { classes.insert(.elongated) }
        if isCapitals && length == 2 && word.key == Self.us { classes.remove(.we) }
        if bytes[byteStart] >= 0x30 && bytes[byteStart] <= 0x39 { classes.insert(.number) }
        var stem = word.key
        if let base = word.beforeApostrophe {
            stem = base
        } else if length > 4 && word.last == 0x73 && word.secondLast != 0x73 {
            stem = word.previous
        }
        if length <= 2 { classes.insert(.functionWord) }
        if word.isOtherScript { classes.insert(.otherScript) }
        tokens.append(
            StanceToken(
                key: word.key, stem: stem, classes: classes, start: Int32(start),
                end: Int32(scalar), byteStart: Int32(byteStart), byteEnd: Int32(at)))
    }

    /// What is known of a word while it is read.
    private struct Word {
        var key = WordKey.start
        /// The key without the last scalar.
        var previous = WordKey.start
        var beforeApostrophe: UInt32?
        var last: UInt32 = 0
        var secondLast: UInt32 = 0
        var capitals = 0
        var isElongated = false
        var isOtherScript = false
    }

    /// Reads ASCII letters and digits; gives where they end.
    @inline(__always)
    private static func plainWord(
        _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ limit: Int, _ folded: [UInt8],
        _ word: inout Word
    ) -> Int {
        folded.withUnsafeBufferPointer { folded in
            var at = start
            var key = WordKey.start
            var previous = key
            var last: UInt32 = 0
            var secondLast: UInt32 = 0
            // As written: "HillLike" has no stretched letter.
            var lastByte: UInt32 = 0
            var secondLastByte: UInt32 = 0
            var capitals = 0
            var isElongated = false
            while at < limit {
                let byte = UInt32(bytes[at])
                guard byte < 0x80 else { break }
                let value = UInt32(folded[Int(byte)])
                if value == 0 { break }
                capitals += value != byte ? 1 : 0
                isElongated = isElongated || (byte == lastByte && byte == secondLastByte)
                secondLastByte = lastByte
                lastByte = byte
                secondLast = last
                last = value
                previous = key
                key = WordKey.adding(value, to: key)
                at += 1
            }
            word.key = key
            word.previous = previous
            word.last = last
            word.secondLast = secondLast
            word.capitals = capitals
            word.isElongated = isElongated && bytes[start] > 0x39
            return at
        }
    }

    /// Reads on where a word holds more than ASCII letters and digits.
    private func anyWord(
        _ bytes: UnsafeBufferPointer<UInt8>, _ at: inout Int, _ scalar: inout Int, until zone: Int,
        _ word: inout Word
    ) {
        var run = word.last == 0 ? 0 : word.last == word.secondLast ? 2 : 1
        while at < bytes.count && scalar < zone {
            var value = UInt32(bytes[at])
            var width = 1
            if value < 0x80 {
                if kinds[Int(value)] != 1 {
                    guard value == 0x27, at + 1 < bytes.count, Self.continues(bytes[at + 1]),
                        Self.isLetterAhead(bytes, at + 1)
                    else { break }
                } else if value >= 0x41 && value <= 0x5A {
                    word.capitals += 1
                    value |= 0x20
                }
            } else {
                (value, width) = UTF8Scan.scalar(in: bytes, at: at)
                let (kind, folded) = NormalForm.of(value)
                // Greek is the first script behind Latin and its accents.
                if value >= 0x370 && kind != .apostrophe { word.isOtherScript = true }
                switch kind {
                case .word, .ideograph, .sign: value = folded
                case .apostrophe:
                    guard Self.isLetterAhead(bytes, at + width) else { return }
                    value = 0x27
                case .invisible:
                    at += width
                    scalar += 1
                    continue
                case .separator: return
                }
            }
            if value == 0x27 {
                word.beforeApostrophe = word.key
            } else {
                run = value == word.last && value > 0x39 ? run + 1 : 1
                if run >= 3 { word.isElongated = true }
                word.secondLast = word.last
                word.last = value
            }
            word.previous = word.key
            word.key = WordKey.adding(value, to: word.key)
            at += width
            scalar += 1
        }
    }

    /// Letters and digits in lower case, 0 for the rest, by ASCII byte.
    private static let folded: [UInt8] = (0..<128).map { byte in
        guard kinds[byte] == 1 else { return 0 }
        return (0x41...0x5A).contains(byte) ? UInt8(byte + 0x20) : UInt8(byte)
    }

    private static func isLetterAhead(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int) -> Bool {
        guard at < bytes.count else { return false }
        if bytes[at] < 0x80 { return kinds[Int(bytes[at])] == 1 }
        let kind = NormalForm.of(UTF8Scan.scalar(in: bytes, at: at).scalar).kind
        return kind == .word
    }

    /// Whether an address of the web begins here.
    private func isLink(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int) -> Bool {
        func has(_ word: StaticString) -> Bool {
            guard at + word.utf8CodeUnitCount <= bytes.count else { return false }
            for k in 0..<word.utf8CodeUnitCount
            where bytes[at + k] | 0x20 != word.utf8Start[k] | 0x20 {
                return false
            }
            return true
        }
        switch bytes[at] | 0x20 {
        case 0x68: return has("http://") || has("https://")
        case 0x77: return has("www.")
        default: return false
        }
    }
}
