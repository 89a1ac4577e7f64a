import DiscussionModel
import LanguageTools

/// What the texts of a discussion show of who talks to whom, before anything is weighed: the
/// people, the names that are used and the words that are repeated.
///
/// Where the source states every parent and author, nothing more is looked at. Texts are named by
/// ordinal, 0 being the article.
struct Traces: Sendable {
    let discussion: Discussion
    let text: DiscussionText
    /// Those who comment, and those whom comments name with an at-sign alone.
    let people: People
    /// Who wrote each text; -1 where nobody knows.
    let authors: [Int]
    let quotations: [[FoundQuotation]]
    /// What the source marks as quoted.
    let stated: StatedZones
    let mentions: [[FoundMention]]

    /// Looks for the names in a discussion whose quotations are known.
    ///
    /// - Complexity: O(w) in the words of the discussion.
    init(
        _ discussion: Discussion, text: DiscussionText, people: People,
        quotations: [[FoundQuotation]], stated: StatedZones
    ) {
        var people = people
        let index = NameIndex(people, vocabulary: text.vocabulary, common: .shared)
        let scanner = MentionScanner(index: index, vocabulary: text.vocabulary)
        var mentions: [[FoundMention]] = [[]]
        mentions.reserveCapacity(text.texts.count)
        for ordinal in text.texts.indices.dropFirst() {
            var found = scanner.mentions(
                in: text.texts[ordinal],
                outside: Self.quotedWords(of: ordinal, quotations: quotations, stated: stated)
            ) {
                people.person(named: $0, account: nil)
            }
            found.attribute(stated.zones[ordinal])
            mentions.append(found)
        }
        self.discussion = discussion
        self.text = text
        self.people = people
        authors = people.authors
        self.quotations = quotations
        self.stated = stated
        self.mentions = mentions
    }

    /// The words of a text that are another's: rising, apart from each other.
    func quotedWords(of ordinal: Int) -> [Range<Int>] {
        Self.quotedWords(of: ordinal, quotations: quotations, stated: stated)
    }

    private static func quotedWords(
        of ordinal: Int, quotations: [[FoundQuotation]], stated: StatedZones
    ) -> [Range<Int>] {
        if quotations[ordinal].isEmpty { return stated.words[ordinal] }
        return StatedZones.merged(
            quotations[ordinal].map { $0.passage.start..<$0.passage.end } + stated.words[ordinal])
    }
}
