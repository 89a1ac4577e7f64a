extension TokenizedText {
    /// How far a blank is looked for on each side of a word, in bytes.
    private static let reach = 200

    /// Whether the at-sign before a word stands inside a longer word, as in a mail address, or
    /// inside a web address.
    public func isInsideAddress(_ word: Int) -> Bool {
        let at = atSign(before: word)
        guard at > 0 else { return false }
        return endsWord(at) || bytes[at - 1] == 0x5F || isPartOfAddress(word, mail: false)
    }

    /// Whether a word is a piece of a mail or web address.
    public func isPartOfAddress(_ word: Int) -> Bool { isPartOfAddress(word, mail: true) }

    /// Whether a word goes on behind a hyphen, or a handle behind a full stop: `Anna-Lena`,
    /// `@anna.berg`.
    ///
    /// - Parameter stop: Whether a full stop before a small letter counts.
    public func isJoined(toWordAfter word: Int, stop: Bool) -> Bool {
        guard word + 1 < tokens.count else { return false }
        let next = tokens[word + 1]
        guard next.start == tokens[word].end + 1, !next.marks.contains(.isIdeograph) else {
            return false
        }
        let at = Int(next.byteStart)
        switch bytes[at - 1] {
        case 0x2D: return true
        case 0x2E: return stop && !next.marks.contains(.isCapitalized)
        case 0x90, 0x91: return at >= 3 && bytes[at - 3] == 0xE2 && bytes[at - 2] == 0x80
        default: return false
        }
    }

    /// Whether a hyphen joins a word to the one before it.
    public func isJoined(toWordBefore word: Int) -> Bool {
        word > 0 && isJoined(toWordAfter: word - 1, stop: false)
    }

    /// Where the at-sign stands that a word follows, as a byte; the word itself where there is none.
    func atSign(before word: Int) -> Int {
        let start = Int(tokens[word].byteStart)
        guard tokens[word].marks.contains(.followsAtSign) else { return start }
        var at = start
        // Invisible characters may stand between.
        while at > 0 && start - at < 64 {
            at = scalarStart(before: at)
            if bytes[at] == 0x40 || bytes[at] == 0xEF && bytes[at + 1] == 0xBC { return at }
        }
        return start
    }

    /// The scalar at which the at-sign of a word stands; the word's own start where there is none.
    public func startWithAtSign(_ word: Int) -> Int {
        var at = Int(tokens[word].byteStart)
        let sign = atSign(before: word)
        var scalar = Int(tokens[word].start)
        while at > sign {
            at = scalarStart(before: at)
            scalar -= 1
        }
        return scalar
    }

    /// Whether a word begins with a letter of a script without capital letters.
    public func isCaseless(_ word: Int) -> Bool {
        bytes.withUnsafeBufferPointer { buffer in
            let at = Int(tokens[word].byteStart)
            guard buffer[at] >= 0x80 else { return false }
            let scalar = Unicode.Scalar(UTF8Scan.scalar(in: buffer, at: at).scalar)
            return scalar?.properties.generalCategory == .otherLetter
        }
    }

    /// A web address has `://` or `www.` in it, a mail address an at-sign between letters.
    private func isPartOfAddress(_ word: Int, mail: Bool) -> Bool {
        var start = Int(tokens[word].byteStart)
        var end = start
        let least = max(0, start - Self.reach)
        let most = min(bytes.count, end + Self.reach)
        while start > least, isAddressByte(bytes[start - 1]) { start -= 1 }
        while end < most, isAddressByte(bytes[end]) { end += 1 }
        let run = bytes[start..<end]
        if run.starts(with: [0x77, 0x77, 0x77, 0x2E]) { return true }
        for at in run.indices.dropLast(2) {
            if run[at] == 0x3A && run[at + 1] == 0x2F && run[at + 2] == 0x2F { return true }
            if mail, run[at + 1] == 0x40, endsWord(at + 1), isLetterOrDigit(run[at + 2]) {
                return true
            }
        }
        return false
    }

    /// Whether a letter or digit of a script with spaces between words stands before a byte.
    private func endsWord(_ byte: Int) -> Bool {
        guard byte > 0 else { return false }
        return bytes.withUnsafeBufferPointer { buffer in
            let scalar = UTF8Scan.scalar(in: buffer, at: scalarStart(before: byte)).scalar
            return NormalForm.of(scalar).kind == .word
        }
    }

    private func scalarStart(before byte: Int) -> Int {
        var at = byte - 1
        while at > 0 && bytes[at] & 0xC0 == 0x80 { at -= 1 }
        return at
    }

    /// Two-byte letters, those with accents and Cyrillic among them, count; longer ones end a run.
    private func isAddressByte(_ byte: UInt8) -> Bool { byte > 0x20 && byte < 0xE0 && byte != 0x2C }

    private func isLetterOrDigit(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20)
    }
}
