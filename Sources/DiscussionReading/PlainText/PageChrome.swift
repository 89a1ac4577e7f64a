/// What sites write around articles and comments, in many languages.
enum PageChrome {
    /// What a short line is, as a whole.
    struct Kind: OptionSet {
        let rawValue: UInt8
        /// A control of a comment, such as `Reply`.
        static let control = Kind(rawValue: 1)
        /// A heading over the comments, such as `12 Comments`.
        static let heading = Kind(rawValue: 2)
        /// Where the comments are over: the form for a new one, the foot of the page.
        static let end = Kind(rawValue: 4)
        /// The page says that it has no comments.
        static let noComments = Kind(rawValue: 8)
        /// The end of an article: categories, share buttons, the author's box.
        static let articleEnd = Kind(rawValue: 16)
        /// A line of navigation before the article.
        static let navigation = Kind(rawValue: 32)
    }

    /// The longest line that can be any of these.
    static let longestLine = 160

    /// What a line is; nothing when it is longer than `longestLine` or text.
    static func kind(_ bytes: [UInt8], _ range: Range<Int>) -> Kind {
        guard !range.isEmpty, range.count <= longestLine else { return [] }
        var place = range.lowerBound
        var hash = StableHash.empty
        var words = 0
        var kind: Kind = []
        var number: Int?
        var onlyNumbersBefore = true
        while place < range.upperBound {
            let byte = bytes[place]
            if byte >= 0x30 && byte <= 0x39 {
                var value = 0
                while place < range.upperBound, bytes[place] >= 0x30, bytes[place] <= 0x39 {
                    value = min(value * 10 + Int(bytes[place]) - 0x30, 1_000_000)
                    place += 1
                }
                if number == nil { number = value }
                continue
            }
            let word = FoldedWords.word(
                bytes, from: place, to: range.upperBound,
                after: FoldedWords.separated(hash, words))
            if word.end == place {
                if words == 0, byte != 0x20, number == nil, !"([«»#•·-†✉+".utf8.contains(byte),
                    byte < 0x80
                {
                    onlyNumbersBefore = false
                }
                place += 1
                continue
            }
            hash = word.hash
            place = word.end
            words += 1
            if words > 8 { break }
            if PagePhrases.starts.headings.contains(hash), number != nil || words > 1 {
                kind.insert(.heading)
            }
            if place < range.upperBound, bytes[place] == UInt8(ascii: ":"), range.count <= 60,
                PagePhrases.starts.controls.contains(hash)
            {
                kind.insert(.control)
            }
            if PagePhrases.starts.ends.contains(hash) { kind.insert(.end) }
            if PagePhrases.starts.articleEnds.contains(hash) { kind.insert(.articleEnd) }
        }
        guard place >= range.upperBound, words > 0, words <= 8 else {
            return kind
        }
        if PagePhrases.whole.controls.contains(hash) { kind.insert(.control) }
        // `Replies` under a comment is a control, `3 Replies` is a heading.
        if PagePhrases.whole.headings.contains(hash), onlyNumbersBefore,
            number != nil || !kind.contains(.control)
        {
            kind.insert(.heading)
        }
        if PagePhrases.whole.ends.contains(hash) { kind.insert(.end) }
        if PagePhrases.whole.noComments.contains(hash) { kind.insert(.noComments) }
        if number == 0, PagePhrases.whole.headings.contains(hash) { kind.insert(.noComments) }
        if PagePhrases.whole.articleEnds.contains(hash) { kind.insert(.articleEnd) }
        if PagePhrases.whole.navigation.contains(hash) { kind.insert(.navigation) }
        return kind
    }

    /// The number that a heading gives for the comments below it.
    static func number(_ bytes: [UInt8], _ range: Range<Int>) -> Int? {
        var number: Int?
        for place in range {
            let byte = bytes[place]
            if byte >= 0x30 && byte <= 0x39 {
                number = min((number ?? 0) * 10 + Int(byte) - 0x30, 1_000_000)
            } else if let number {
                return number
            }
        }
        return number
    }

    /// Whether what follows a header on its line is nothing, marks, numbers or controls.
    ///
    /// - Complexity: O(bytes looked at), at most 80.
    static func isTail(_ bytes: [UInt8], _ start: Int, _ end: Int) -> Bool {
        if start == end { return true }
        guard end - start <= 80 else { return false }
        var place = start
        while place < end {
            let word = FoldedWords.word(bytes, from: place, to: end)
            if word.end > place {
                guard PagePhrases.tails.contains(word.hash) else { return false }
                place = word.end
            } else {
                place += 1
            }
        }
        return true
    }
}
