/// The words with which people give way in English.
///
/// A cue does not count where it is denied, supposed or told of others ("if you are right", "you
/// think that I was wrong"), asked, put in quotation marks, or taken back by a contrast behind it
/// ("fair enough, but"). The words are chosen by us, not learnt.
enum ConcessionCues {
    /// Whether a comment gives way.
    ///
    /// - Complexity: O(words).
    static func standIn(_ speech: OwnSpeech) -> Bool {
        let words = speech.words
        for start in words.indices {
            guard let cues = cuesByFirstWord[words[start].hash] else { continue }
            for cue in cues {
                guard let end = end(of: cue, at: start, in: words), !words[start].isQuoted,
                    !speech.asks[words[start].sentence], !isDenied(start, in: words),
                    !isTakenBack(end, in: words)
                else { continue }
                return true
            }
        }
        return false
    }

    /// One past the last word of a cue that stands at a word, adverbs such as "absolutely" inside
    /// it passed over; `nil` where it does not stand there.
    private static func end(of cue: [UInt64], at start: Int, in words: [OwnSpeech.Word]) -> Int? {
        var at = start + 1
        for word in cue.dropFirst() {
            if at < words.count, words[at].hash != word, fillers.contains(words[at].hash) {
                at += 1
            }
            guard at < words.count, words[at].hash == word,
                words[at].sentence == words[start].sentence
            else { return nil }
            at += 1
        }
        return at
    }

    /// Whether the few words before a cue deny or suppose it, or tell it of others.
    private static func isDenied(_ start: Int, in words: [OwnSpeech.Word]) -> Bool {
        for before in stride(from: start - 1, through: max(0, start - 3), by: -1) {
            guard words[before].sentence == words[start].sentence else { return false }
            if deniers.contains(words[before].hash) { return true }
            if believers.contains(words[before].hash) {
                return before == 0 || words[before - 1].hash != myself
            }
        }
        return false
    }

    /// Whether the words behind a cue go on to the contrary, or make other words of it ("you are
    /// right there").
    private static func isTakenBack(_ end: Int, in words: [OwnSpeech.Word]) -> Bool {
        if end < words.count, words[end].sentence == words[end - 1].sentence,
            continuers.contains(words[end].hash)
        {
            return true
        }
        return words[end...].prefix(30).contains { contrasts.contains($0.hash) }
    }

    private static let cuesByFirstWord: [UInt64: [[UInt64]]] = {
        let cues = """
            fair enough
            fair point
            good point
            valid point
            point taken
            i stand corrected
            i was wrong
            i was mistaken
            i concede
            i take it back
            i take that back
            i take back
            i retract
            i misread
            i misunderstood
            i apologize
            i apologise
            my mistake
            my bad
            my apologies
            mea culpa
            touche
            agree to disagree
            you are right
            youre right
            you were right
            you are correct
            youre correct
            you may be right
            you might be right
            you could be right
            you have convinced me
            youve convinced me
            you convinced me
            you have changed my mind
            youve changed my mind
            you changed my mind
            you win
            ill give you that
            thanks for the correction
            thanks for correcting me
            thank you for correcting me
            lets leave it there
            lets leave it at that
            """
        let phrases = cues.split(separator: "\n").map { line in
            line.split(separator: " ").map { OwnSpeech.hash(of: $0) }
        }
        return Dictionary(grouping: phrases) { $0[0] }
    }()

    private static let fillers = OwnSpeech.hashes(
        of: """
            absolutely quite completely totally entirely probably certainly actually indeed perfectly
            obviously clearly definitely very well just simply also both now all
            """)

    private static let deniers = OwnSpeech.hashes(
        of: """
            not no never nor dont didnt doesnt isnt arent wasnt werent wont cant cannot hardly without
            if unless whether although though while even why how where when until pretend pretending
            prove proves nothing
            """)

    private static let believers = OwnSpeech.hashes(
        of:
            "think thinks thought believe believes believed say says said claim claims assume assumes"
    )

    private static let myself = OwnSpeech.hash(of: "i")

    private static let continuers = OwnSpeech.hashes(
        of: "wing winger wingers there here now in on up next at back handed to")

    private static let contrasts = OwnSpeech.hashes(
        of: "but however though although except yet still nevertheless nonetheless whereas")
}
