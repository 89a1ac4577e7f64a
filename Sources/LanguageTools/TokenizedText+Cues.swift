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
}
