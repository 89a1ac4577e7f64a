import DiscussionModel

/// A reason to believe that a comment answers another: one file in `Clues/`, one line in
/// `ClueRegistry`.
///
/// A clue proposes candidates and measures features of each; what the features are worth is learnt
/// (`ReplyWeights`), and the choice among the candidates is `ReplyChoice`'s.
protocol Clue: Sendable {
    /// The kind of evidence that the clue finds.
    var kind: Evidence.Kind { get }

    /// The names of the features in the order in which `measure` writes them.
    var features: [String] { get }

    /// Adds the texts that this clue speaks for to the candidates of a comment.
    func propose(for comment: Int, in situation: Situation, to candidates: inout CandidateList)

    /// Writes the features of every candidate of a comment.
    func measure(_ comment: Int, in situation: Situation, into rows: inout FeatureRows)

    /// What speaks for a candidate, in words that a reader can check; `nil` where nothing does.
    func detail(of comment: Int, answering candidate: Int, in situation: Situation) -> String?
}

extension Clue {
    func propose(for comment: Int, in situation: Situation, to candidates: inout CandidateList) {}
}

/// The texts that a comment may answer, each once, in the order of proposal.
package struct CandidateList: Sendable {
    package private(set) var ordinals: [Int] = []
    /// The comment that looks for what it answers.
    package let comment: Int

    package init(comment: Int) {
        self.comment = comment
    }

    /// Adds an earlier text; later ones and the comment itself are passed over.
    mutating func insert(_ ordinal: Int) {
        guard ordinal >= 0, ordinal < comment, !ordinals.contains(ordinal) else { return }
        ordinals.append(ordinal)
    }
}

/// The features of all candidates of one comment, a row each.
package struct FeatureRows: Sendable {
    package let candidates: [Int]
    package let width: Int
    package var values: [Float]
    private var offset = 0

    package init(candidates: [Int], width: Int) {
        self.candidates = candidates
        self.width = width
        values = Array(repeating: 0, count: candidates.count * width)
    }

    /// Sets where the next clue's features begin.
    mutating func begin(at offset: Int) { self.offset = offset }

    /// The feature of a candidate, both by their place.
    subscript(row: Int, feature: Int) -> Float {
        get { values[row * width + offset + feature] }
        set { values[row * width + offset + feature] = newValue }
    }

    /// The row of a candidate.
    package func row(_ row: Int) -> ArraySlice<Float> {
        values[(row * width)..<((row + 1) * width)]
    }
}
