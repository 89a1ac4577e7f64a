import DiscussionModel

/// What is looked at in a candidate author of a nameless comment.
///
/// *Answers* here are those that a first pass finds probable, each counting by its probability.
package enum AuthorFeature: Int, CaseIterable, Sendable {
    // Somebody else than all candidates.
    case somebody, somebodyNamelessShare, somebodyLogPeople, somebodyOnceShare, somebodyEarly
    // A later comment quotes the nameless one and names the candidate before the quoted words; a
    // comment that answers it names the candidate; names the candidate who has nothing else near.
    case quoterNames, answererNames, answererNamesInPassing, namedSoonAfter, quotedTogether
    // The comment answered answers or names the candidate; the same where the candidate has not
    // answered it yet and where the words are quoted.
    case parentAnswersNewest, parentAnswers, parentAnswersOpen, parentQuotes, parentNames
    // The candidate answers the answer to the nameless comment.
    case answersAnswer, quotesAnswer
    // The candidate wrote what is answered, or answers it, or has answered the same comment.
    case wroteParent, wroteAnswer, answeredParentToo, isQuoted
    // Whoever stands on the other side talks with the candidate: last before, first after, at all.
    case partnerBefore, partnerAfter, partnerShare, partnerCount
    // The nameless comment names the candidate.
    case namedInside, namedInsideInPassing, signs
    // Place in the page and in time.
    case directlyBefore, directlyAfter, secondBefore, secondAfter, logBefore, logAfter
    case nothingBefore, nothingAfter, bothSides, logMinutes, withinTwoMinutes
    // Habits.
    case logShare, writesOnce, neverComments, articleAuthor, opener
    case letters, lettersBest, lettersAmongAll, words, wordsBest, wordsAmongAll, length, lines,
        quotes

    /// The name in the table of weights.
    package var name: String { "\(self)" }

    /// The kind of evidence that the feature is part of; `nil` for those that only weigh.
    var kind: Evidence.Kind? {
        switch self {
        case .quoterNames, .quotedTogether: .quotation
        case .answererNames, .answererNamesInPassing, .namedSoonAfter, .parentNames, .signs:
            .mention
        case .parentAnswersNewest, .parentAnswers, .parentAnswersOpen, .parentQuotes,
            .answersAnswer, .quotesAnswer, .partnerBefore, .partnerAfter, .partnerShare,
            .partnerCount, .secondBefore, .secondAfter, .logBefore, .logAfter, .bothSides,
            .logMinutes:
            .adjacency
        case .letters, .lettersBest, .lettersAmongAll, .words, .wordsBest, .wordsAmongAll,
            .length, .lines, .quotes:
            .echo
        case .logShare, .opener, .articleAuthor: .default
        default: nil
        }
    }
}

extension FeatureRows {
    /// A feature of a candidate author, by its place.
    subscript(row: Int, feature: AuthorFeature) -> Float {
        get { values[row * width + feature.rawValue] }
        set { values[row * width + feature.rawValue] = newValue }
    }
}
