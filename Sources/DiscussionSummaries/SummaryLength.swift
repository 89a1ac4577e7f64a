import DiscussionModel

/// How long a summary is.
public enum SummaryLength: Hashable, Sendable {
    /// At most so many sentences.
    case sentences(Int)
    /// As many whole sentences as fit into this share (0...1) of the words of all comments that are
    /// summed up, but at least one.
    case share(Double)

    /// So many sentences at most, and none where this is none.
    func atMost(_ sentences: Int) -> SummaryLength {
        switch self {
        case .sentences(let count): .sentences(min(count, sentences))
        case .share(let share): .sentences(share > 0 ? sentences : 0)
        }
    }
}

/// The length of one summary, in sentences and words.
struct SummaryLimit {
    var sentences: Int
    var words: Int
    /// Whether words are short rather than sentences.
    var countsWords: Bool

    /// - Parameter words: the words of what is summed up.
    init(_ length: SummaryLength, of words: Int) {
        switch length {
        case .sentences(let count):
            self.init(sentences: count, words: .max, countsWords: false)
        case .share(let share):
            let part = Double(words) * min(max(share, 0), 1)
            self.init(
                sentences: share > 0 ? .max : 0, words: Int(part.rounded(.down)), countsWords: true)
        }
    }

    private init(sentences: Int, words: Int, countsWords: Bool) {
        self.sentences = sentences
        self.words = words
        self.countsWords = countsWords
    }

    /// What a gain counts, where words are short by the root of the words it takes. Rises with it.
    func rank(of gain: Double, words: Int) -> Double {
        countsWords && gain > 0 ? gain / Double(max(1, words)).squareRoot() : gain
    }
}
