import DiscussionModel
import LanguageTools

/// Who the comments around a nameless comment speak for: those that it answers, those that answer
/// it, and those who talk with the authors of these.
struct Surroundings {
    /// What is known of one person.
    struct Signs {
        var values: [AuthorFeature: Float] = [:]
    }

    private let comment: Int
    private let conversations: Conversations
    private var signs: [Int: Signs] = [:]
    /// The persons of whom there are signs, in order of discovery.
    private(set) var persons: [Int] = []
    /// The persons on the other side, with how probably they are.
    private var partners: [(person: Int, weight: Float)] = []

    /// How many comments after a nameless one may call its author by name.
    private static let reach = 12

    init(_ comment: Int, _ conversations: Conversations) {
        self.comment = comment
        self.conversations = conversations
        readAnswers()
        readParents()
        readPartners()
        readNames()
    }

    /// Writes the features that these signs make.
    func measure(_ person: Int, _ row: Int, into rows: inout FeatureRows) {
        for (feature, value) in signs[person]?.values ?? [:] { rows[row, feature] = value }
        for partner in partners.prefix(4) where partner.person != person {
            let exchange = conversations.exchange(partner.person, person)
            rows[row, .partnerShare] += partner.weight * exchange.share
            rows[row, .partnerCount] += partner.weight * FloatMath.log(1 + exchange.count)
        }
    }

    /// Adds to a feature of a person, up to 1.
    private mutating func add(_ value: Float, _ feature: AuthorFeature, of person: Int) {
        guard person >= 0 else { return }
        if signs[person] == nil {
            signs[person] = Signs()
            persons.append(person)
        }
        let known = signs[person]?.values[feature] ?? 0
        signs[person]?.values[feature] = min(1, known + value)
    }

    private mutating func addPartner(_ person: Int, _ weight: Float) {
        guard person >= 0 else { return }
        if let known = partners.firstIndex(where: { $0.person == person }) {
            partners[known].weight = min(1, partners[known].weight + weight)
        } else {
            partners.append((person, weight))
        }
    }

    private mutating func readAnswers() {
        let authors = conversations.authors
        let situation = conversations.situation
        for answer in conversations.answers(comment) {
            let author = authors[answer.ordinal]
            if let person = conversations.attributed(comment, in: answer.ordinal), person != author
            {
                add(1, .quoterNames, of: person)
            }
            for mention in situation.mentions[answer.ordinal].prefix(16)
            where mention.person != author {
                add(
                    answer.probability,
                    mention.use > .inPassing ? .answererNames : .answererNamesInPassing,
                    of: mention.person)
            }
            add(answer.probability, .wroteAnswer, of: author)
            addPartner(author, answer.probability)
            for next in conversations.answers(answer.ordinal) where authors[next.ordinal] != author
            {
                let value = answer.probability * next.probability
                add(value, .answersAnswer, of: authors[next.ordinal])
                if conversations.quotes(next.ordinal, answer.ordinal) {
                    add(value, .quotesAnswer, of: authors[next.ordinal])
                }
            }
            guard conversations.quotes(answer.ordinal, comment) else { continue }
            for quotation in situation.quotations[answer.ordinal].prefix(8)
            where quotation.passage.source != comment && quotation.passage.source > 0 {
                add(0.5, .quotedTogether, of: authors[quotation.passage.source])
            }
        }
    }

    private mutating func readParents() {
        let authors = conversations.authors
        let situation = conversations.situation
        for quotation in situation.quotations[comment] where quotation.passage.source > 0 {
            add(quotation.probability, .isQuoted, of: authors[quotation.passage.source])
        }
        for parent in conversations.parents(comment) {
            let author = authors[parent.ordinal]
            add(parent.probability, .wroteParent, of: author)
            addPartner(author, parent.probability)
            for mention in situation.mentions[parent.ordinal].prefix(16)
            where mention.use > .inPassing && mention.person != author {
                add(parent.probability, .parentNames, of: mention.person)
            }
            var hasAnswered: [Int] = []
            for other in conversations.answers(parent.ordinal) where other.ordinal != comment {
                let person = authors[other.ordinal]
                add(parent.probability * other.probability, .answeredParentToo, of: person)
                if other.probability > 0.4 { hasAnswered.append(person) }
            }
            for grand in conversations.parents(parent.ordinal) {
                let person = authors[grand.ordinal]
                guard person >= 0, person != author else { continue }
                let value = parent.probability * grand.probability
                add(value, .parentAnswers, of: person)
                if conversations.before(parent.ordinal, by: person) == grand.ordinal {
                    add(value, .parentAnswersNewest, of: person)
                }
                if !hasAnswered.contains(person),
                    conversations.before(comment, by: person) < parent.ordinal
                {
                    add(value, .parentAnswersOpen, of: person)
                }
                if conversations.quotes(comment, parent.ordinal),
                    conversations.quotes(parent.ordinal, grand.ordinal)
                {
                    add(value, .parentQuotes, of: person)
                }
            }
        }
    }

    /// With whom those on the other side talked last before the comment, and first after it.
    private mutating func readPartners() {
        let authors = conversations.authors
        for partner in partners.prefix(4) {
            let before = conversations.before(comment, by: partner.person)
            for parent in conversations.parents(before)
            where authors[parent.ordinal] != partner.person {
                add(
                    partner.weight * parent.probability, .partnerBefore,
                    of: authors[parent.ordinal])
            }
            var after = conversations.after(comment, by: partner.person)
            for _ in 0..<2 where after > 0 {
                var isAnswerToThis = false
                for parent in conversations.parents(after) {
                    if parent.ordinal == comment && parent.probability > 0.5 {
                        isAnswerToThis = true
                    }
                    if authors[parent.ordinal] != partner.person {
                        add(
                            partner.weight * parent.probability, .partnerAfter,
                            of: authors[parent.ordinal])
                    }
                }
                if !isAnswerToThis { break }
                after = conversations.after(after, by: partner.person)
            }
        }
    }

    private mutating func readNames() {
        let situation = conversations.situation
        let tokens = situation.text.texts[comment].tokens
        for mention in situation.mentions[comment].prefix(32) {
            // A name alone on the last line is the writer's own.
            let signs =
                mention.words.upperBound == tokens.count && tokens.count > mention.words.count
                && tokens[mention.words.lowerBound].marks.contains(.startsLine)
                && mention.use < .atSign
            let isCalled = mention.use > .inPassing
            add(
                1, signs ? .signs : isCalled ? .namedInside : .namedInsideInPassing,
                of: mention.person)
        }
        let end = min(situation.mentions.count, comment + 1 + Self.reach)
        for later in (comment + 1)..<max(comment + 1, end) {
            for mention in situation.mentions[later].prefix(8)
            where mention.use > .inPassing && mention.person != conversations.authors[later] {
                let newest = conversations.before(later, by: mention.person)
                if newest < comment - Self.reach {
                    add(
                        1 / Float(later - comment).squareRoot(), .namedSoonAfter, of: mention.person
                    )
                }
            }
        }
    }
}
