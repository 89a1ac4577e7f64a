/// A run without white space, with what decides whether a sentence ends after it.
struct SentenceToken {
    /// What stands between a token and the one before it.
    enum Gap {
        case none, space, line, paragraph
    }

    /// The strongest stop at the end of a token, before its closing quotes and brackets.
    enum Stop {
        case none, period, ellipsis, exclamation
        /// A stop that ends a sentence whatever follows, as `。` does.
        case firm
    }

    /// What the first letter or digit of a token is.
    enum Opening {
        case none, lowercase, uppercase, digit, thai, other
    }

    var bytes: Range<Int>
    var scalars: Range<Int>
    var gap: Gap
    var beginsLine = false
    var continuesWrappedLine = false
    var opening = Opening.none
    var closing = Opening.none
    var stop = Stop.none
    var hasCloser = false
    /// The token without opening marks, stops and closing marks, in lower case; of tokens with a
    /// stop only, and empty beyond 24 bytes, which no abbreviation has.
    var core = ""
    /// The token's first word in lower case, where a full stop or an ellipsis stands before it; empty
    /// beyond 24 bytes.
    var head = ""
    var isPronounI = false
    /// One letter other than `I`, a capital.
    var isInitial = false
    var isNumber = false
    /// Letters one by one with stops between them, as in `U.S.`.
    var isDottedLetters = false
    /// Letters only.
    var isPlainWord = false

    /// This token with a later one drawn to it, which changes nothing but where it ends.
    func extended(to other: SentenceToken) -> SentenceToken {
        var token = self
        token.bytes = bytes.lowerBound..<other.bytes.upperBound
        token.scalars = scalars.lowerBound..<other.scalars.upperBound
        return token
    }
}

/// The tokens of a text, from first to last.
struct SentenceTokens {
    private let bytes: [UInt8]
    private let lines: LineWidths
    private var place = 0
    private var scalar = 0
    private var line = 0
    private var scalarAtLine = 0
    private var gap = SentenceToken.Gap.paragraph
    private var wasQuoted = false
    private var previousStop = SentenceToken.Stop.none

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        lines = LineWidths(bytes)
    }

    mutating func next() -> SentenceToken? {
        let beginsLine = skipSpace()
        guard place < bytes.count else { return nil }
        var token = SentenceToken(
            bytes: place..<place, scalars: scalar..<scalar, gap: gap, beginsLine: beginsLine)
        let end = scanToken(&token)
        token.bytes = token.bytes.lowerBound..<end
        token.scalars = token.scalars.lowerBound..<scalar
        place = end
        let previousLength = line > 0 ? lines.widths[line - 1] : 0
        if token.gap == .line {
            let longest = lines.longest[line]
            let isWrapped =
                previousLength >= 40 && longest <= 120
                && previousLength + 1 + token.scalars.count > longest
            token.continuesWrappedLine = isWrapped || token.opening == .lowercase
        }
        classify(&token)
        gap = .none
        return token
    }

    /// Skips white space, quote marks and bullets, and says whether a line begins behind them.
    private mutating func skipSpace() -> Bool {
        var beginsLine = place == 0
        if beginsLine { skipLineHead(&beginsLine) }
        while place < bytes.count, !isPrintable(bytes[place]) {
            let (value, length) = decodedScalar(in: bytes, at: place)
            guard isWhiteSpace(value) else { break }
            place += length
            scalar += 1
            if isLineEnd(value) {
                if value == 0x0D, place < bytes.count, bytes[place] == 0x0A {
                    place += 1
                    scalar += 1
                }
                line += 1
                gap = beginsLine || gap == .paragraph || value == 0x2029 ? .paragraph : .line
                beginsLine = true
                skipLineHead(&beginsLine)
            } else if gap == .none {
                gap = .space
            }
        }
        return beginsLine
    }

    /// Skips what marks a line as quoted or as an item of a list.
    private mutating func skipLineHead(_ beginsLine: inout Bool) {
        var isQuoted = false
        while place < bytes.count {
            let byte = bytes[place]
            if byte == 0x3E {
                isQuoted = true
            } else if byte != 0x20 && byte != 0x09 {
                break
            }
            place += 1
            scalar += 1
        }
        guard place < bytes.count else { return }
        let isBlank = isLineEnd(decodedScalar(in: bytes, at: place).scalar)
        if isQuoted != wasQuoted, !isBlank {
            gap = .paragraph
            wasQuoted = isQuoted
        }
        if let bullet = bulletLength(at: place) {
            gap = .paragraph
            place += bullet
            scalar += 1
        } else if isEnumerated(at: place) {
            gap = .paragraph
        }
    }

    /// The bytes of a bullet before a space.
    private func bulletLength(at place: Int) -> Int? {
        let (value, length) = decodedScalar(in: bytes, at: place)
        switch value {
        case 0x2A, 0x2D, 0x2022, 0x2023, 0x25AA, 0x25CF, 0x25E6, 0x00B7, 0x2013, 0x2014:
            break
        default:
            return nil
        }
        let next = place + length
        return next < bytes.count && (bytes[next] == 0x20 || bytes[next] == 0x09) ? length : nil
    }

    /// Whether a line begins with `1.`, `12)`, `a)` or `(b)` and a space.
    private func isEnumerated(at place: Int) -> Bool {
        var at = place
        if bytes[at] == 0x28 { at += 1 }
        let isBracketed = at > place
        let first = at
        while at < bytes.count, at - first < 3, (0x30...0x39).contains(bytes[at]) { at += 1 }
        let isNumber = at > first
        if !isNumber {
            guard at < bytes.count, (0x61...0x7A).contains(bytes[at] | 0x20) else { return false }
            at += 1
        }
        guard at + 1 < bytes.count, bytes[at + 1] == 0x20 else { return false }
        return bytes[at] == 0x29 || !isBracketed && isNumber && bytes[at] == 0x2E
    }

    /// Reads to the end of the token and returns its place; counts scalars.
    private mutating func scanToken(_ token: inout SentenceToken) -> Int {
        var at = place
        while at < bytes.count {
            if isPrintable(bytes[at]) {
                note(UInt32(bytes[at]), in: &token)
                at += 1
                scalar += 1
                continue
            }
            let (value, length) = decodedScalar(in: bytes, at: at)
            if isWhiteSpace(value) { break }
            at += length
            scalar += 1
            guard isFirmStop(value) else {
                note(value, in: &token)
                continue
            }
            // Several stops and closing marks stay with the sentence.
            while at < bytes.count {
                let (after, length) = decodedScalar(in: bytes, at: at)
                // In these scripts “ and ‘ open.
                let isOpener = after == 0x201C || after == 0x2018
                guard
                    isFirmStop(after) || isCloser(after) && !isOpener || after == 0x21
                        || after == 0x3F
                else { break }
                at += length
                scalar += 1
            }
            token.stop = .firm
            break
        }
        return at
    }

    private func note(_ value: UInt32, in token: inout SentenceToken) {
        let kind = openingKind(of: value)
        guard kind != .none else { return }
        if token.opening == .none { token.opening = kind }
        token.closing = kind
    }

    private mutating func classify(_ token: inout SentenceToken) {
        if previousStop == .period || previousStop == .ellipsis { readHead(of: &token) }
        defer {
            previousStop = token.stop == .none && token.opening == .none ? previousStop : token.stop
        }
        guard token.stop != .firm, !Self.isPlain(bytes[token.bytes.upperBound - 1]) else { return }
        // Closing marks, then stops, from the end.
        var end = token.bytes.upperBound
        let start = token.bytes.lowerBound
        func scalarBefore(_ place: Int) -> (value: UInt32, start: Int) {
            var at = place - 1
            while at > start, bytes[at] & 0xC0 == 0x80 { at -= 1 }
            return (decodedScalar(in: bytes, at: at).scalar, at)
        }
        while end > start {
            let (value, at) = scalarBefore(end)
            guard isCloser(value) else { break }
            token.hasCloser = true
            end = at
        }
        var periods = 0
        while end > start {
            let (value, at) = scalarBefore(end)
            if value == 0x2E {
                periods += 1
            } else if value == 0x2026 {
                periods += 3
            } else if value == 0x21 || value == 0x3F || value == 0x203D || value == 0x2047
                || value == 0x2048 || value == 0x2049 || value == 0x203C
            {
                token.stop = .exclamation
            } else if token.stop == .exclamation || periods > 0, isCloser(value) {
                // Brackets between stops, as in `(really?).`
            } else {
                break
            }
            end = at
        }
        if token.stop != .exclamation, periods > 0 {
            token.stop = periods > 1 ? .ellipsis : .period
        }
        if token.stop == .period { readCore(of: &token, endingAt: end) }
    }

    /// Whether a byte is a letter or digit of ASCII, which neither stops nor closes anything.
    private static func isPlain(_ byte: UInt8) -> Bool {
        (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte)
    }

    private func readHead(of token: inout SentenceToken) {
        guard token.opening == .uppercase || token.opening == .lowercase else { return }
        let limit = min(token.bytes.upperBound, token.bytes.lowerBound + 32)
        var first: Int?
        var at = token.bytes.lowerBound
        while at < limit {
            let (value, length) = decodedScalar(in: bytes, at: at)
            let isApostrophe = value == 0x27 || value == 0x2019
            if openingKind(of: value) != .none {
                if first == nil { first = at }
            } else if first != nil, !isApostrophe {
                break
            }
            at += length
        }
        guard let first, at - first <= 24 else { return }
        token.head = String(decoding: bytes[first..<at], as: UTF8.self).lowercased()
        token.isPronounI =
            token.head == "i" || token.head.hasPrefix("i'") || token.head.hasPrefix("i’")
    }

    private func readCore(of token: inout SentenceToken, endingAt end: Int) {
        var start = token.bytes.lowerBound
        while start < end {
            let (value, length) = decodedScalar(in: bytes, at: start)
            guard openingKind(of: value) == .none else { break }
            start += length
        }
        guard start < end, end - start <= 24 else { return }
        let core = bytes[start..<end]
        let text = String(decoding: core, as: UTF8.self)
        token.core = text.lowercased()
        let letters = text.unicodeScalars
        token.isPlainWord = letters.allSatisfy {
            openingKind(of: $0.value) != .none && openingKind(of: $0.value) != .digit
        }
        token.isNumber = core.allSatisfy { (0x30...0x39).contains($0) }
        token.isInitial =
            letters.count == 1 && text != "I" && token.opening == .uppercase
        token.isDottedLetters = Self.isDotted(text)
    }

    /// Whether a text is single letters with stops between them, two letters or more.
    private static func isDotted(_ text: String) -> Bool {
        var letters = 0
        var expectsLetter = true
        for scalar in text.unicodeScalars {
            let isLetter = openingKind(of: scalar.value) != .none
            guard isLetter == expectsLetter, isLetter || scalar == "." else { return false }
            letters += isLetter ? 1 : 0
            expectsLetter.toggle()
        }
        return letters >= 2 && !expectsLetter
    }
}
