/// How much a run of bytes looks like the name of a commenter.
enum NamePlausibility {
    /// 0 (no name) ... 1 (as names are). Chosen by us, fixed by the fixtures.
    ///
    /// - Complexity: O(bytes), at most 400 of them.
    static func value(_ bytes: [UInt8], _ range: Range<Int>) -> Double {
        guard let last = range.last.map({ bytes[$0] }), let first = range.first.map({ bytes[$0] })
        else { return 0 }
        if range.count > 200 { return 0.3 }
        if ":,;-|/(".utf8.contains(last) || ":,;|/)]>".utf8.contains(first) { return 0 }
        // Whole characters: their last bytes alone end other letters and signs as well.
        let name = bytes[range]
        if ["–", "•", "·"].contains(where: { name.suffix($0.utf8.count).elementsEqual($0.utf8) })
            || name.starts(with: "•".utf8) || name.starts(with: "·".utf8)
        {
            return 0
        }
        if last == UInt8(ascii: "\""), first == UInt8(ascii: "\"") { return 0.2 }
        var value = 1.0
        var words = 0
        var smallWords = 0
        var place = range.lowerBound
        var letters = 0
        while place < range.upperBound {
            let word = FoldedWords.word(bytes, from: place, to: range.upperBound)
            if word.end > place {
                words += 1
                letters += word.end - place
                if functionWords.contains(word.hash) { smallWords += 1 }
                if neverNames.contains(word.hash), words == 1, word.end == range.upperBound {
                    return 0
                }
                place = word.end
                continue
            }
            let byte = bytes[place]
            // A sentence ends inside: mark, space, and no abbreviated first name before it.
            if byte == UInt8(ascii: "?") || byte == UInt8(ascii: ";") { value *= 0.4 }
            if byte == UInt8(ascii: ":") { value *= 0.5 }
            if byte == UInt8(ascii: "."), place + 1 < range.upperBound, bytes[place + 1] == 0x20,
                place - range.lowerBound > 3, bytes[place - 2] != 0x20
            {
                value *= 0.5
            }
            if byte >= 0x30 && byte <= 0x39 { letters += 1 }
            place += 1
        }
        if PageChrome.isTail(bytes, range.lowerBound, range.upperBound), words > 0 { return 0.1 }
        if letters == 0 && bytes[range].allSatisfy({ $0 < 0x80 }) { return 0.1 }
        if words == 0 && letters <= 4 { value *= 0.5 }
        switch words {
        case 0...4: break
        case 5: value *= 0.8
        case 6: value *= 0.6
        case 7...8: value *= 0.4
        default: value *= 0.15
        }
        if words > 2 && smallWords * 3 > words { value *= 0.6 }
        if words > 1 && smallWords == words { value *= 0.4 }
        return value
    }

    /// A name without the role that a site shows behind it, such as `Author` or `(Moderator)`.
    static func withoutBadge(_ bytes: [UInt8], _ range: Range<Int>) -> Range<Int> {
        guard let space = range.last(where: { bytes[$0] == 0x20 }), space > range.lowerBound else {
            return range
        }
        var start = space + 1
        while start < range.upperBound, "([".utf8.contains(bytes[start]) { start += 1 }
        let word = FoldedWords.word(bytes, from: start, to: range.upperBound)
        guard badges.contains(word.hash), word.end >= range.upperBound - 1 else { return range }
        var end = space
        while end > range.lowerBound, bytes[end - 1] == 0x20 { end -= 1 }
        return end > range.lowerBound ? range.lowerBound..<end : range
    }

    private static let badges = phrases(
        "author autor autorin auteur autore moderator op mod staff admin beitragsautor")

    /// Words of which sentences and headlines have many and names few.
    private static let functionWords = phrases(
        """
        the a an of in to is are was were be been will would that this these those it its he she
        they we you i for with from by as at not no or but if when what which who how why do does
        did have has had der die das ist sind war ein eine für mit von zu im nicht und wie was le
        la les un une est sont pour avec dans que qui el los las por con para es
        """)

    /// Words that stand alone on lines and are nobody.
    private static let neverNames = phrases(
        """
        reply replies share comments comment home search menu posted published updated page
        previous next more tags categories archives views like login register written source
        antworten kommentare teilen suche startseite impressum répondre partager responder date
        note edit update ps on by today yesterday quote code example warning tip subject re
        """)

    private static func phrases(_ text: String) -> WordSet {
        WordSet(text.split { $0 == " " || $0 == "\n" }.map { FoldedWords.phrase(String($0)) })
    }
}
