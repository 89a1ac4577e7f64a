extension TokenizedText {
    /// The number of scalars of punctuation that closes a passage: stops, closing quotation marks
    /// and brackets that follow a word before the next blank.
    ///
    /// - Parameter limit: The scalar at which the next word begins.
    public func closingPunctuation(after token: Token, before limit: Int) -> Int {
        bytes.withUnsafeBufferPointer { buffer in
            var at = Int(token.byteStart)
            var scalarIndex = Int(token.start)
            while scalarIndex < token.end && at < buffer.count {
                at += UTF8Scan.scalar(in: buffer, at: at).width
                scalarIndex += 1
            }
            var count = 0
            while at < buffer.count && scalarIndex + count < limit && count < 8 {
                let (scalar, width) = UTF8Scan.scalar(in: buffer, at: at)
                guard Self.closes(scalar) else { break }
                at += width
                count += 1
            }
            return count
        }
    }

    /// Whether a quotation mark stands directly before a word, or the line begins with `>`.
    public func hasQuotationMark(before token: Token) -> Bool {
        var at = Int(token.byteStart) - 1
        var blanks = 0
        while at >= 0 && bytes[at] == 0x20 && blanks < 3 {
            at -= 1
            blanks += 1
        }
        guard at >= 0 else { return false }
        switch bytes[at] {
        case 0x22, 0x3E, 0x27: return true  // " > '
        case 0x80...0xBF:
            guard at >= 1 else { return false }
            if bytes[at - 1] == 0xC2 && bytes[at] == 0xAB { return true }  // «
            guard at >= 2 else { return false }
            let three = (bytes[at - 2], bytes[at - 1], bytes[at])
            return three == (0xE2, 0x80, 0x9C) || three == (0xE2, 0x80, 0x9E)  // “ „
                || three == (0xE2, 0x80, 0x98) || three == (0xE2, 0x80, 0x9F)  // ‘ ‟
                || three == (0xE3, 0x80, 0x8C) || three == (0xE3, 0x80, 0x8E)  // 「 『
        default: return false
        }
    }

    private static func closes(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x21, 0x22, 0x27, 0x29, 0x2C, 0x2E, 0x3A, 0x3B, 0x3F, 0x5D, 0xBB, 0x2019, 0x201D,
            0x2026, 0x3001, 0x3002, 0x300D, 0x300F, 0xFF01, 0xFF0C, 0xFF1F, 0x61F, 0x6D4:
            true
        default: false
        }
    }
}

extension TokenizedText {
    /// The first mark between a word and the next: `" "` where there are only blanks, `"\n"` where
    /// the line or the text ends first, `"'"`-like marks passed over; `"\n"` also before the first
    /// word.
    public func separator(afterWord word: Int) -> Character {
        guard word >= 0 else { return "\n" }
        return bytes.withUnsafeBufferPointer { buffer in
            var at = Int(tokens[word].byteStart)
            var scalarIndex = tokens[word].start
            while scalarIndex < tokens[word].end && at < buffer.count {
                at += UTF8Scan.scalar(in: buffer, at: at).width
                scalarIndex += 1
            }
            let limit = word + 1 < tokens.count ? Int(tokens[word + 1].byteStart) : buffer.count
            while at < limit {
                let (scalar, width) = UTF8Scan.scalar(in: buffer, at: at)
                switch scalar {
                case 0x20, 0x09, 0xA0, 0x27, 0x2019, 0x22, 0x201D: at += width
                case 0x0D, 0x2028, 0x2029: return "\n"
                case 0xFF1A: return ":"
                case 0xFF0C, 0x3001, 0x60C: return ","
                case 0x2013, 0x2014: return "-"
                case 0x3002, 0x2026: return "."
                case 0xFF1F, 0x61F: return "?"
                case 0xFF01: return "!"
                default: return Unicode.Scalar(scalar).map(Character.init) ?? " "
                }
            }
            return word + 1 < tokens.count ? " " : "\n"
        }
    }

    /// The words of a span.
    ///
    /// - Complexity: O(`span.upperBound`).
    public func scalars(_ span: Range<Int>) -> String {
        bytes.withUnsafeBufferPointer { buffer in
            var at = 0
            var scalarIndex = 0
            while scalarIndex < span.lowerBound && at < buffer.count {
                at += UTF8Scan.scalar(in: buffer, at: at).width
                scalarIndex += 1
            }
            let from = at
            while scalarIndex < span.upperBound && at < buffer.count {
                at += UTF8Scan.scalar(in: buffer, at: at).width
                scalarIndex += 1
            }
            return String(decoding: buffer[from..<at], as: UTF8.self)
        }
    }
}
