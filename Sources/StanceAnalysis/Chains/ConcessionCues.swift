/// The words with which people give way in English.
///
/// They do not count where they are denied, supposed or told of others ("if you are right", "you
/// think that I was wrong"), asked, put in quotation marks, or taken back by a contrast behind them
/// ("fair enough, but"); nor inside a long comment, which gives way in one of its points only.
enum ConcessionCues {
    /// The most words of a comment that may give way anywhere; a longer one does in its last two
    /// sentences.
    static let shortComment = 150

    /// Whether a comment gives way.
    ///
    /// - Complexity: O(words).
    static func standIn(_ speech: OwnSpeech) -> Bool {
        let words = speech.words
        let first = words.count > shortComment ? speech.asks.count - 2 : 0
        for start in words.indices.drop(while: { words[$0].sentence < first })
        where words[start].roles.contains(.opensConcession) && !words[start].isQuoted
            && !speech.asks[Int(words[start].sentence)]
        {
            for phrase in CueWords.concessions[words[start].hash] ?? [] {
                if let end = end(of: phrase.words, at: start, in: words),
                    !isDenied(start, in: words), !isTakenBack(end, in: words),
                    !phrase.opensSentence || opensSentence(start, in: words)
                {
                    return true
                }
            }
        }
        return false
    }

    /// One past the last word of a phrase that stands at a word, adverbs such as "absolutely" inside
    /// it passed over; `nil` where it does not stand there.
    private static func end(
        of phrase: [UInt64], at start: Int, in words: [OwnSpeech.Word]
    ) -> Int? {
        var at = start + 1
        for word in phrase.dropFirst() {
            if at < words.count, words[at].hash != word, words[at].roles.contains(.fills) {
                at += 1
            }
            guard at < words.count, words[at].hash == word,
                words[at].sentence == words[start].sentence
            else { return nil }
            at += 1
        }
        return at
    }

    /// Whether nothing but words such as "that is a" stands before a word in its sentence.
    private static func opensSentence(_ start: Int, in words: [OwnSpeech.Word]) -> Bool {
        for before in stride(from: start - 1, through: 0, by: -1) {
            guard words[before].sentence == words[start].sentence else { return true }
            guard words[before].roles.contains(.leads) else { return false }
        }
        return true
    }

    /// Whether the few words before deny or suppose it, or tell it of others.
    private static func isDenied(_ start: Int, in words: [OwnSpeech.Word]) -> Bool {
        for before in stride(from: start - 1, through: max(0, start - 3), by: -1) {
            guard words[before].sentence == words[start].sentence else { return false }
            if words[before].roles.contains(.denies) { return true }
            if words[before].roles.contains(.believes) {
                return before == 0 || !words[before - 1].roles.contains(.isMyself)
            }
        }
        return false
    }

    /// Whether the words behind go on to the contrary, or make other words of it ("you are right
    /// there").
    private static func isTakenBack(_ end: Int, in words: [OwnSpeech.Word]) -> Bool {
        if end < words.count, words[end].sentence == words[end - 1].sentence,
            words[end].roles.contains(.continues)
        {
            return true
        }
        return words[end...].prefix(30).contains { $0.roles.contains(.contrasts) }
    }
}
