extension TokenizedText {
    /// Whether a question mark stands outside the given runs of words.
    public func asks(outside words: [Range<Int>]) -> Bool {
        let zones = words.map { range -> Range<Int> in
            let start = Int(tokens[range.lowerBound].byteStart)
            let end =
                range.upperBound < tokens.count
                ? Int(tokens[range.upperBound].byteStart) : bytes.count
            return start..<end
        }
        var zone = 0
        for (at, byte) in bytes.enumerated() {
            guard byte == 0x3F || byte == 0x9F else { continue }
            while zone < zones.count && zones[zone].upperBound <= at { zone += 1 }
            if zone < zones.count && zones[zone].contains(at) { continue }
            if byte == 0x3F { return true }
            // U+FF1F and U+061F end in 9F.
            if at >= 2 && bytes[at - 2] == 0xEF && bytes[at - 1] == 0xBC { return true }
            if at >= 1 && bytes[at - 1] == 0xD8 { return true }
        }
        return false
    }

    /// The different numbers written after `#` or `>>` at the beginning of a word, as in `#12`.
    ///
    /// - Complexity: O(n) in the bytes of the text.
    public func numberReferences() -> [Int] {
        var result: [Int] = []
        var known: Set<Int> = []
        var at = 0
        while at + 1 < bytes.count {
            let isSign = bytes[at] == 0x23 || bytes[at] == 0x3E && bytes[at + 1] == 0x3E
            guard isSign, at == 0 || bytes[at - 1] <= 0x28 else {
                at += 1
                continue
            }
            var end = at + (bytes[at] == 0x23 ? 1 : 2)
            var number = 0
            var digits = 0
            while end < bytes.count, (0x30...0x39).contains(bytes[end]), digits < 9 {
                number = number * 10 + Int(bytes[end] - 0x30)
                digits += 1
                end += 1
            }
            if digits > 0 && !continuesWord(at: end) && known.insert(number).inserted {
                result.append(number)
            }
            at = max(end, at + 1)
        }
        return result
    }

    /// The runs of one to six words that stand in quotation marks, by place, at most eight.
    ///
    /// - Complexity: O(w) in the words.
    public func quotedPhrases() -> [Range<Int>] {
        var result: [Range<Int>] = []
        var at = 0
        while at < tokens.count && result.count < 8 {
            guard hasDoubleQuotationMark(before: tokens[at]) else {
                at += 1
                continue
            }
            var end = at + 1
            while end < tokens.count, end - at < 6, !closesQuotation(after: end - 1) { end += 1 }
            if closesQuotation(after: end - 1) { result.append(at..<end) }
            at = end
        }
        return result
    }

    /// Whether `"`, `“`, `„`, `«` or `「` stands directly before a word.
    private func hasDoubleQuotationMark(before token: Token) -> Bool {
        let at = Int(token.byteStart)
        if at >= 1, bytes[at - 1] == 0x22 { return true }
        if at >= 2, bytes[at - 2] == 0xC2, bytes[at - 1] == 0xAB { return true }
        guard at >= 3 else { return false }
        let three = (bytes[at - 3], bytes[at - 2], bytes[at - 1])
        return three == (0xE2, 0x80, 0x9C) || three == (0xE2, 0x80, 0x9E)
            || three == (0xE3, 0x80, 0x8C)
    }

    /// Whether a closing double quotation mark stands between a word and the next.
    private func closesQuotation(after word: Int) -> Bool {
        let start = byteEnd(of: word)
        let end = word + 1 < tokens.count ? Int(tokens[word + 1].byteStart) : bytes.count
        guard start < end else { return false }
        for at in start..<min(end, start + 24) {
            if bytes[at] == 0x22 { return true }
            if bytes[at] == 0xBB, at > 0, bytes[at - 1] == 0xC2 { return true }
            if bytes[at] == 0x9D || bytes[at] == 0x9C, at > 1, bytes[at - 1] == 0x80,
                bytes[at - 2] == 0xE2
            {
                return true
            }
            if bytes[at] == 0x8D, at > 1, bytes[at - 1] == 0x80, bytes[at - 2] == 0xE3 {
                return true
            }
        }
        return false
    }

    /// Whether words stand in quotation marks of their own, as far as a few words: the marks, or an
    /// ellipsis for one of them, stand at most two words outside; or whether they stand in a line
    /// that begins with `>`.
    ///
    /// - Precondition: `words` is not empty and inside `tokens`.
    public func areInQuotationMarks(_ words: Range<Int>) -> Bool {
        if isInMarkedLine(words.lowerBound) { return true }
        if isInSingleMarks(words) { return true }
        var opens = false
        var goesOn = false
        for word in stride(from: words.lowerBound, through: max(0, words.lowerBound - 2), by: -1) {
            opens = hasDoubleQuotationMark(before: tokens[word])
            goesOn = word > 0 && hasEllipsis(after: word - 1)
            if opens || goesOn || word > 0 && closesQuotation(after: word - 1) { break }
        }
        guard opens || goesOn else { return false }
        for word in (words.upperBound - 1)..<min(tokens.count, words.upperBound + 2) {
            if closesQuotation(after: word) { return true }
            if hasEllipsis(after: word) { return opens }
        }
        return false
    }

    /// Whether the line that begins with a word, or at most three words before it, has `>` before
    /// its first word.
    private func isInMarkedLine(_ word: Int) -> Bool {
        for start in stride(from: word, through: max(0, word - 3), by: -1)
        where tokens[start].marks.contains(.startsLine) {
            let at = Int(tokens[start].byteStart)
            return bytes[max(0, at - 3)..<at].contains(0x3E)
        }
        return false
    }

    /// Whether `'` or `‘` stands directly before the words and `'` or `’` directly behind; inside
    /// a word they are apostrophes.
    private func isInSingleMarks(_ words: Range<Int>) -> Bool {
        let start = Int(tokens[words.lowerBound].byteStart)
        let end = byteEnd(of: words.upperBound - 1)
        let isOpen =
            start >= 1 && bytes[start - 1] == 0x27
            || start >= 3 && bytes[(start - 3)..<start].elementsEqual([0xE2, 0x80, 0x98])
        return isOpen
            && (bytes[end...].prefix(2).contains(0x27)
                || bytes[end...].prefix(4).contains(0x99))
    }

    /// Whether three full stops or more, or an ellipsis, stand between a word and the next.
    private func hasEllipsis(after word: Int) -> Bool {
        let start = byteEnd(of: word)
        let end = word + 1 < tokens.count ? Int(tokens[word + 1].byteStart) : bytes.count
        guard start < end else { return false }
        let gap = bytes[start..<min(end, start + 24)]
        for at in gap.indices.dropLast(2) {
            let three = (gap[at], gap[at + 1], gap[at + 2])
            if three == (0x2E, 0x2E, 0x2E) || three == (0xE2, 0x80, 0xA6) { return true }
        }
        return false
    }

    /// One past the last byte of a word.
    private func byteEnd(of word: Int) -> Int {
        bytes.withUnsafeBufferPointer { buffer in
            var at = Int(tokens[word].byteStart)
            for _ in tokens[word].start..<tokens[word].end where at < buffer.count {
                at += UTF8Scan.scalar(in: buffer, at: at).width
            }
            return at
        }
    }

    /// Whether a letter or digit stands at a byte.
    private func continuesWord(at byte: Int) -> Bool {
        guard byte < bytes.count else { return false }
        return bytes.withUnsafeBufferPointer { buffer in
            let kind = NormalForm.of(UTF8Scan.scalar(in: buffer, at: byte).scalar).kind
            return kind == .word
        }
    }
}
