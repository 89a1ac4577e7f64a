package import DiscussionModel

/// The sentences of a comment that are its own: without what it repeats and whom it addresses.
package struct OwnWords: Sendable {
    /// The comment's text in UTF-8.
    package let bytes: [UInt8]
    /// Sentences, or what is left of them, in order.
    package private(set) var pieces: [Sentence] = []

    /// Finds the words of a text that are its own.
    ///
    /// - Parameters:
    ///   - quotations: the spans of the text that repeat other texts, in any order.
    ///   - mentions: the mentions in it, in any order.
    /// - Complexity: O(b + q log q) in bytes b of the text and spans q.
    package init(_ text: String, quotations: [TextSpan], mentions: [Mention]) {
        bytes = TextLines.restored(Array(text.utf8))
        let talk = TextLines.talk(in: bytes)
        let repeated = Self.merged(quotations)
        let named = mentions.sorted { $0.span < $1.span }
        var nextQuotation = 0
        var nextMention = 0
        var end = talk.lowerBound
        var isMarked = false
        for sentence in Self.sentences(in: bytes, talk) {
            // Where a line begins, a quote mark before the sentence says whose words it holds.
            let between = bytes[end..<sentence.bytes.lowerBound]
            if end == talk.lowerBound || between.contains(where: { $0 == 0x0A || $0 == 0x0D }) {
                isMarked = between.contains(0x3E)
            }
            end = sentence.bytes.upperBound
            guard !isMarked else { continue }

            while nextMention < named.count, named[nextMention].span.start < sentence.span.start {
                nextMention += 1
            }
            var piece = sentence
            var at = nextMention
            while at < named.count, named[at].span.start == piece.span.start,
                let rest = withoutAddress(named[at], piece)
            {
                piece = rest
                at += 1
            }
            piece = withoutNumber(withoutUnknownAddress(piece))
            while nextQuotation < repeated.count,
                repeated[nextQuotation].end <= piece.span.start
            {
                nextQuotation += 1
            }
            if let rest = remainder(of: piece, without: repeated[nextQuotation...]) {
                pieces.append(rest)
            }
        }
    }

    /// The sentences of a part of a text.
    private static func sentences(in bytes: [UInt8], _ part: Range<Int>) -> [Sentence] {
        guard part != bytes.indices else { return LanguageTools.sentences(in: bytes) }
        let scalars = bytes[..<part.lowerBound].reduce(0) { $0 + ($1 & 0xC0 == 0x80 ? 0 : 1) }
        return LanguageTools.sentences(in: Array(bytes[part])).map {
            Sentence(
                span: TextSpan(start: $0.span.start + scalars, end: $0.span.end + scalars),
                bytes: $0.bytes.lowerBound + part.lowerBound..<$0.bytes.upperBound + part.lowerBound
            )
        }
    }

    /// Overlapping and touching spans made one, in order.
    private static func merged(_ spans: [TextSpan]) -> [TextSpan] {
        var merged: [TextSpan] = []
        for span in spans.sorted() {
            if let last = merged.last, span.start <= last.end {
                merged[merged.count - 1].end = max(last.end, span.end)
            } else {
                merged.append(span)
            }
        }
        return merged
    }

    /// The sentence behind the name that it begins with; `nil` where the name is a part of it, as
    /// in `Anna is right`, or where it goes beyond the sentence.
    private func withoutAddress(_ mention: Mention, _ sentence: Sentence) -> Sentence? {
        guard mention.span.end <= sentence.span.end else { return nil }
        var rest = sentence.dropping(scalars: mention.span.length, in: bytes)
        let isMarked = mention.written.hasPrefix("@")
        let follows = rest.bytes.isEmpty ? nil : decodedScalar(in: bytes, at: rest.bytes.lowerBound)
        let isSetApart =
            switch follows?.scalar {
            case nil, 0x3A, 0x2C, 0x0A, 0x2013, 0x2014, 0xFF1A, 0xFF0C, 0x060C: true
            default: false
            }
        guard isMarked || isSetApart else { return nil }
        rest = rest.droppingSeparators(in: bytes)
        return rest
    }

    /// Drops the `1)`, `2.` or `b)` of an item of a list.
    private func withoutNumber(_ sentence: Sentence) -> Sentence {
        let head = bytes[sentence.bytes].prefix(5)
        guard let space = head.firstIndex(of: 0x20), space - head.startIndex >= 2 else {
            return sentence
        }
        let mark = head[space - 1]
        let label = head[head.startIndex..<space - 1].drop { $0 == 0x28 }
        let isNumber = label.allSatisfy { (0x30...0x39).contains($0) }
        let isLetter = label.count == 1 && label.allSatisfy { (0x61...0x7A).contains($0) }
        guard isNumber && (mark == 0x2E || mark == 0x29) || isLetter && mark == 0x29 else {
            return sentence
        }
        return sentence.dropping(bytes: space + 1 - head.startIndex, in: bytes)
    }

    /// Drops `@Name:` or `@name` of someone who is not known.
    private func withoutUnknownAddress(_ sentence: Sentence) -> Sentence {
        guard !sentence.bytes.isEmpty, bytes[sentence.bytes.lowerBound] == 0x40 else {
            return sentence
        }
        let head = bytes[sentence.bytes].prefix(60)
        func isLineEnd(_ byte: UInt8) -> Bool { byte == 0x0A }
        var end = head.firstIndex { $0 == 0x20 || isLineEnd($0) }
        // A name of four words at most stands before a colon.
        if let colon = head.firstIndex(where: { $0 == 0x3A || isLineEnd($0) }),
            head[..<colon].count(where: { $0 == 0x20 }) <= 3
        {
            end = colon
        }
        guard let end else { return sentence }
        return sentence.dropping(bytes: end - sentence.bytes.lowerBound, in: bytes)
            .droppingSeparators(in: bytes)
    }

    /// What a sentence holds beside repeated words: one stretch of at least half of it and of five
    /// words, else nothing.
    private func remainder(
        of sentence: Sentence, without repeated: ArraySlice<TextSpan>
    ) -> Sentence? {
        var stretch: TextSpan?
        var start = sentence.span.start
        var isCut = false
        func keep(_ end: Int) -> Bool {
            guard end - start > 2 else { return true }
            guard stretch == nil else { return false }
            stretch = TextSpan(start: start, end: end)
            return true
        }
        for span in repeated {
            guard span.start < sentence.span.end else { break }
            guard span.overlap(with: sentence.span) > 0 else { continue }
            isCut = true
            if span.start > start, !keep(span.start) { return nil }
            start = span.end
        }
        guard isCut else { return sentence.bytes.isEmpty ? nil : sentence }
        if start < sentence.span.end, !keep(sentence.span.end) { return nil }
        guard let stretch, 2 * stretch.length >= sentence.span.length else { return nil }
        let rest =
            sentence
            .keeping(scalars: stretch.end - sentence.span.start, in: bytes)
            .dropping(scalars: stretch.start - sentence.span.start, in: bytes)
            .droppingSeparators(in: bytes).droppingTrailingSpace(in: bytes)
        var words = 0
        forEachWord(in: bytes, rest.bytes) { _, _ in words += 1 }
        return words >= 5 ? rest : nil
    }
}

extension Sentence {
    /// Without its first scalars.
    fileprivate func dropping(scalars: Int, in text: [UInt8]) -> Sentence {
        var at = bytes.lowerBound
        var left = scalars
        while left > 0, at < bytes.upperBound {
            at += decodedScalar(in: text, at: at).length
            left -= 1
        }
        let dropped = scalars - left
        return Sentence(
            span: TextSpan(start: span.start + dropped, end: max(span.start + dropped, span.end)),
            bytes: at..<bytes.upperBound)
    }

    /// Without its first bytes, which end at the end of a scalar.
    fileprivate func dropping(bytes count: Int, in text: [UInt8]) -> Sentence {
        let head = text[bytes.lowerBound..<bytes.lowerBound + count]
        return dropping(scalars: head.reduce(0) { $0 + ($1 & 0xC0 == 0x80 ? 0 : 1) }, in: text)
    }

    /// Only its first scalars.
    fileprivate func keeping(scalars: Int, in text: [UInt8]) -> Sentence {
        let tail = dropping(scalars: scalars, in: text)
        return Sentence(
            span: TextSpan(start: span.start, end: tail.span.start),
            bytes: bytes.lowerBound..<tail.bytes.lowerBound)
    }

    /// Without white space, points, commas, colons, dashes and closing marks at its head.
    fileprivate func droppingSeparators(in text: [UInt8]) -> Sentence {
        var at = bytes.lowerBound
        var scalars = 0
        while at < bytes.upperBound {
            let (value, length) = decodedScalar(in: text, at: at)
            switch value {
            case 0x20, 0x09...0x0D, 0xA0, 0x3A, 0x2C, 0x3B, 0x2E, 0x21, 0x3F, 0x29, 0x5D, 0x2D,
                0x2013,
                0x2014, 0x2026, 0x201D, 0x00BB, 0x3000...0x3002, 0xFF0C, 0xFF1A, 0x300D, 0x060C:
                at += length
                scalars += 1
            default:
                return dropping(scalars: scalars, in: text)
            }
        }
        return dropping(scalars: scalars, in: text)
    }

    fileprivate func droppingTrailingSpace(in text: [UInt8]) -> Sentence {
        var end = bytes.upperBound
        while end > bytes.lowerBound, text[end - 1] == 0x20 || (0x09...0x0D).contains(text[end - 1])
        {
            end -= 1
        }
        let dropped = bytes.upperBound - end
        return Sentence(
            span: TextSpan(start: span.start, end: span.end - dropped),
            bytes: bytes.lowerBound..<end)
    }
}
