import LanguageTools

/// Finds the words of a short marked quotation in the texts that it may come from. The index of
/// passages needs three words in a row; "> No." has one.
struct ShortQuotations {
    /// Longer ones are found by their passages.
    private static let mostWords = 12
    /// Words of a source that are looked through.
    private static let mostSourceWords = 20_000
    /// Earlier comments that are looked through where the marks name no source.
    private static let mostUnnamedSources = 60

    let text: DiscussionText

    /// The first of the sources that holds all the words in a row, as a passage of it. Where the
    /// marks name no source, the only one of the comments before that does.
    ///
    /// - Complexity: O(words of the sources), bounded.
    func passage(of zone: StatedZones.Zone, in ordinal: Int) -> Passage? {
        guard (1...Self.mostWords).contains(zone.words.count) else { return nil }
        guard zone.sources.isEmpty, zone.author < 0 else {
            return passages(of: zone, in: ordinal, from: zone.sources, most: 1).first
        }
        let before = (max(1, ordinal - Self.mostUnnamedSources)..<max(1, ordinal)).reversed()
        let found = passages(of: zone, in: ordinal, from: Array(before), most: 2)
        return found.count == 1 ? found[0] : nil
    }

    private func passages(
        of zone: StatedZones.Zone, in ordinal: Int, from sources: [Int], most: Int
    ) -> [Passage] {
        var found: [Passage] = []
        let words = text.texts[ordinal].tokens[zone.words].map(\.word)
        var looked = 0
        for source in sources where source < ordinal && looked < Self.mostSourceWords {
            let tokens = text.texts[source].tokens.prefix(Self.mostSourceWords)
            looked += tokens.count
            guard tokens.count >= words.count else { continue }
            for start in 0...(tokens.count - words.count)
            where tokens[start].word == words[0]
                && zip(words, tokens[start...]).allSatisfy({ $0 == $1.word })
            {
                found.append(
                    Passage(
                        start: zone.words.lowerBound, end: zone.words.upperBound, source: source,
                        sourceStart: start, sourceEnd: start + words.count, matched: words.count,
                        mass: words.reduce(0) { $0 + text.information[Int($1)] }))
                if found.count == most { return found }
                break
            }
        }
        return found
    }
}
