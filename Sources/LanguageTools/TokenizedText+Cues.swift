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

    /// Numbers written after `#` or `>>` at the beginning of a word, as in `#12`.
    public func numberReferences() -> [Int] {
        var result: [Int] = []
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
            let closes =
                end >= bytes.count || !(0x30...0x7A).contains(bytes[end])
                || bytes[end] == 0x3A
            if digits > 0 && closes && !result.contains(number) { result.append(number) }
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
        let start = Int(tokens[word].byteStart) + Int(tokens[word].end - tokens[word].start)
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
}
