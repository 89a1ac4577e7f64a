package import DiscussionModel
import LanguageTools

/// Everything that the clues look at: the words, names, quotations and times of one discussion.
///
/// Texts are named by ordinal, 0 being the article.
package struct Situation: Sendable {
    package let discussion: Discussion
    package let text: DiscussionText
    package let people: People
    /// Who wrote each text; -1 where nobody knows.
    package let authors: [Int]
    package let quotations: [[FoundQuotation]]
    /// What the source marks as quoted.
    let stated: StatedZones
    package let mentions: [[FoundMention]]
    /// Seconds since 1970 of each text, `nil` where unknown.
    let times: [Int64?]
    /// What is known of each text by itself.
    let profiles: [Profile]
    /// The comments of each person, rising.
    let commentsOf: [[Int]]
    /// For each text the persons whom it surely addresses: quoted, or named with an at-sign or the
    /// like.
    let addressed: [[Int]]
    /// For each text the text before it by the same person, or -1.
    let previousOfAuthor: [Int]
    /// For each text the comment after it by the same person; `Int.max` where there is none.
    private let nextOfAuthor: [Int]
    /// For each text the later comments that quote it, rising.
    private let quotedBy: [[Int]]
    /// For two persons the first comment of one that addresses the other.
    private let meetings: Meetings
    /// For each ordinal the number of earlier comments that surely answer a comment.
    private let linkedBefore: [Int]
    /// For each comment the earlier comments that alone used words of it before, with the
    /// information of those words; by falling information, at most four.
    let introducers: [[(ordinal: Int, mass: Float)]]
    /// The share of all comments that quote or address somebody, drawn to 1/2 while there are few.
    let linkedShare: Float
    /// The share of the quotations that fill whole lines, as those made by a forum's button do.
    let wholeLineShare: Float
    /// What a first pass over the discussion found probable; `nil` in that pass itself.
    package var guess: FirstGuess?

    /// What is known of a text by itself.
    struct Profile: Sendable {
        /// The different stems outside quotations with their tf-idf weights, by number.
        var words: [(word: UInt32, weight: Float)] = []
        /// The same of the quoted words.
        var quotedWords: [(word: UInt32, weight: Float)] = []
        /// The length of the vector that `words` makes.
        var norm: Float = 0
        /// The number of words outside quotations.
        var ownLength = 0
        /// The share of those that are second-person words.
        var secondPerson: Float = 0
        /// Whether it asks something.
        var asks = false
        /// How it begins: see `Lexicon.Opening`.
        var opening: Lexicon.Opening = .other
        /// Whether empty lines stand at its head, as where a page lost a mention or a quotation.
        var opensEmpty = false
        /// The runs of one to six words that stand in quotation marks, at most eight.
        var phrases: [Range<Int>] = []
        /// Whether it begins with the sign of a number or of a quoted line.
        var opensWithReference = false
        /// The comments that it gives by number.
        var references: [Int] = []
    }

    /// Looks at a discussion.
    ///
    /// - Complexity: near O(w) in the words of the discussion.
    package init(_ discussion: Discussion, judge: QuotationJudge = .shared) {
        self.init(discussion, people: People(discussion), judge: judge)
    }

    init(_ discussion: Discussion, people: People, judge: QuotationJudge = .shared) {
        let text = DiscussionText(discussion)
        let quotations = QuotationFinder(
            text, authors: people.authors, judge: judge, setting: discussion.setting
        ).quotations()
        self.init(
            Traces(
                discussion, text: text, people: people, quotations: quotations,
                stated: StatedZones(none: text)))
    }

    /// Looks closer at a discussion.
    ///
    /// - Complexity: near O(w) in the words of the discussion.
    init(_ traces: Traces) {
        let (discussion, text, people) = (traces.discussion, traces.text, traces.people)
        let (quotations, mentions) = (traces.quotations, traces.mentions)
        stated = traces.stated
        let lexicon = Lexicon(text.vocabulary)
        let stemInformation = text.stemInformation()
        let profiles = text.texts.indices.map { ordinal in
            Self.profile(
                text.texts[ordinal], outside: ordinal == 0 ? [] : traces.quotedWords(of: ordinal),
                information: stemInformation, lexicon, ordinal)
        }
        let authors = traces.authors
        var commentsOf = [[Int]](repeating: [], count: people.persons.count)
        var previous = [Int](repeating: -1, count: authors.count)
        var next = [Int](repeating: .max, count: authors.count)
        var addressed = [[Int]](repeating: [], count: authors.count)
        for ordinal in authors.indices.dropFirst() {
            for quotation in quotations[ordinal] {
                let person = authors[quotation.passage.source]
                if person >= 0 && person != authors[ordinal] { addressed[ordinal].append(person) }
            }
            for mention in mentions[ordinal] where mention.use > .inPassing {
                addressed[ordinal].append(mention.person)
            }
            let author = authors[ordinal]
            guard author >= 0 else { continue }
            if let last = commentsOf[author].last {
                previous[ordinal] = last
                next[last] = ordinal
            }
            commentsOf[author].append(ordinal)
        }
        var quotedBy = [[Int]](repeating: [], count: authors.count)
        var meetings = Meetings()
        var linkedBefore = [Int](repeating: 0, count: authors.count + 1)
        for ordinal in authors.indices.dropFirst() {
            for quotation in quotations[ordinal]
            where quotedBy[quotation.passage.source].last != ordinal {
                quotedBy[quotation.passage.source].append(ordinal)
            }
            let author = authors[ordinal]
            for person in addressed[ordinal] where author >= 0 && author != person {
                meetings.record(author, person, in: ordinal)
            }
            let isLinked =
                quotations[ordinal].contains { $0.passage.source > 0 }
                || mentions[ordinal].contains { mention in
                    mention.use > .inPassing && commentsOf[safe: mention.person]?.isEmpty == false
                }
            linkedBefore[ordinal + 1] = linkedBefore[ordinal] + (isLinked ? 1 : 0)
        }
        introducers = Self.introducers(profiles, authors: authors, stems: stemInformation)
        self.quotedBy = quotedBy
        self.meetings = meetings
        self.linkedBefore = linkedBefore
        let quoting = quotations.reduce(0) { $0 + ($1.isEmpty ? 0 : 1) }
        linkedShare = (Float(quoting) + 2) / (Float(authors.count) + 3)
        var whole: Float = 1
        var found: Float = 2
        for (ordinal, list) in quotations.enumerated() {
            let tokens = text.texts[ordinal].tokens
            for quotation in list {
                found += 1
                let starts = tokens[quotation.passage.start].marks.contains(.startsLine)
                let end = quotation.passage.end
                let ends = end == tokens.count || tokens[end].marks.contains(.startsLine)
                if starts && ends { whole += 1 }
            }
        }
        wholeLineShare = whole / found
        // A source may give any number; differences of these cannot overflow.
        let bounds: ClosedRange<Int64> = -(1 << 40)...(1 << 40)
        // "3 years ago" says nothing of what came an hour later.
        times = ([discussion.article.published] + discussion.comments.map(\.posted)).map { time in
            if let time, time.isApproximate, time.precision == .day { return nil }
            return time.map { min(max($0.seconds, bounds.lowerBound), bounds.upperBound) }
        }
        self.discussion = discussion
        self.text = text
        self.people = people
        self.authors = authors
        self.quotations = quotations
        self.mentions = mentions
        self.profiles = profiles
        self.commentsOf = commentsOf
        self.addressed = addressed
        previousOfAuthor = previous
        nextOfAuthor = next
    }

    /// The earlier comments from which words are that the source marks as quoted.
    func statedSources(of comment: Int) -> Set<Int> {
        guard !stated.zones[comment].isEmpty else { return [] }
        return Set(
            quotations[comment].lazy
                .filter { stated.zone(of: $0.passage, in: comment) != nil }
                .map(\.passage.source)
        ).subtracting([0])
    }

    /// The number of comments that quote a text before a comment, at most 16.
    func sureAnswers(to candidate: Int, before comment: Int) -> Int {
        quotedBy[candidate].prefix(16).reduce(0) { $0 + ($1 < comment ? 1 : 0) }
    }

    /// Whether a person has quoted a text before a comment; looks at the first 16 who did.
    func hasAnswered(_ person: Int, _ candidate: Int, before comment: Int) -> Bool {
        person >= 0
            && quotedBy[candidate].prefix(16).contains { $0 < comment && authors[$0] == person }
    }

    /// Whether one of two persons has addressed the other before a comment.
    func haveMet(_ one: Int, _ other: Int, before comment: Int) -> Bool {
        meetings.first(of: one, other) < comment
    }

    /// Whether a candidate is the newest comment of its author before a comment; not where the
    /// author is unknown.
    func isNewestOfAuthor(_ candidate: Int, before comment: Int) -> Bool {
        candidate > 0 && authors[candidate] >= 0 && nextOfAuthor[candidate] >= comment
    }

    /// The share of the comments before a comment that surely answer a comment, drawn to 1/3 while
    /// there are few.
    func linkedShare(before comment: Int) -> Float {
        (Float(linkedBefore[comment]) + 1) / (Float(comment - 1) + 3)
    }

    private static func profile(
        _ text: TokenizedText, outside quoted: [Range<Int>], information: [Float],
        _ lexicon: Lexicon, _ ordinal: Int
    ) -> Profile {
        var profile = Profile()
        var counts: [UInt32] = []
        var quotedStems: [UInt32] = []
        var zone = 0
        var secondPerson = 0
        var first: Int?
        for (at, token) in text.tokens.enumerated() {
            while zone < quoted.count && quoted[zone].upperBound <= at { zone += 1 }
            if zone < quoted.count && quoted[zone].contains(at) {
                quotedStems.append(token.stem)
                continue
            }
            if first == nil { first = at }
            counts.append(token.stem)
            if lexicon.isSecondPerson(token.word) { secondPerson += 1 }
        }
        profile.ownLength = counts.count
        profile.words = weighted(counts, information)
        profile.quotedWords = weighted(quotedStems, information)
        profile.norm = profile.words.reduce(0) { $0 + $1.weight * $1.weight }.squareRoot()
        profile.secondPerson = Float(secondPerson) / Float(max(5, counts.count))
        profile.asks = text.asks(outside: quoted)
        if let first { profile.opening = lexicon.opening(text.tokens, at: first) }
        let sign = text.bytes.first { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "\n") }
        profile.opensWithReference = sign == UInt8(ascii: "#") || sign == UInt8(ascii: ">")
        profile.opensEmpty = text.bytes.first == UInt8(ascii: "\n")
        profile.phrases = text.quotedPhrases()
        profile.references = Array(
            text.numberReferences().filter { $0 < ordinal && $0 > 0 }.prefix(64))
        return profile
    }

    /// The different stems of a list with their tf-idf weights, by number; common ones left out.
    private static func weighted(
        _ stems: [UInt32], _ information: [Float]
    ) -> [(word: UInt32, weight: Float)] {
        let stems = stems.sorted()
        var result: [(word: UInt32, weight: Float)] = []
        var at = 0
        while at < stems.count {
            var end = at + 1
            while end < stems.count && stems[end] == stems[at] { end += 1 }
            let weight = information[Int(stems[at])]
            if weight > 2 {
                result.append((stems[at], weight * (1 + FloatMath.log(Float(end - at)))))
            }
            at = end
        }
        return result
    }

    /// Who alone used the rare words of each comment before: words that stand neither in the
    /// article nor in a second earlier comment of somebody else.
    private static func introducers(
        _ profiles: [Profile], authors: [Int], stems: [Float]
    ) -> [[(ordinal: Int, mass: Float)]] {
        // For each stem the only text that holds it, -1 for none, -2 for several.
        var holder = [Int32](repeating: -1, count: stems.count)
        for entry in profiles[0].words { holder[Int(entry.word)] = -2 }
        var result: [[(ordinal: Int, mass: Float)]] = [[]]
        for (ordinal, profile) in profiles.enumerated().dropFirst() {
            var masses: [(ordinal: Int, mass: Float)] = []
            for entry in profile.words where stems[Int(entry.word)] > 3 {
                let only = Int(holder[Int(entry.word)])
                if only > 0, authors[only] < 0 || authors[only] != authors[ordinal] {
                    if let at = masses.firstIndex(where: { $0.ordinal == only }) {
                        masses[at].mass += stems[Int(entry.word)]
                    } else if masses.count < 32 {
                        masses.append((only, stems[Int(entry.word)]))
                    }
                }
                if only == -1 {
                    holder[Int(entry.word)] = Int32(ordinal)
                } else if only >= 0, authors[only] < 0 || authors[only] != authors[ordinal] {
                    holder[Int(entry.word)] = -2
                }
            }
            masses.sort { ($0.mass, $0.ordinal) > ($1.mass, $1.ordinal) }
            result.append(Array(masses.prefix(4)))
        }
        return result
    }
}
