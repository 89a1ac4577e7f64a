import DiscussionModel

/// How comments say what they say; each is read once.
struct CommentManners {
    /// What chains ask of a comment's words.
    struct Manner: OptionSet {
        let rawValue: UInt8

        /// Two words of four letters or more in capitals, or two exclamation marks in a row.
        static let shouts = Manner(rawValue: 1)
        /// `you` and a hostile word within eight words of each other in a sentence.
        static let insults = Manner(rawValue: 2)
        /// Words that give way (`ConcessionCues`).
        static let givesWay = Manner(rawValue: 4)
        /// It was read.
        fileprivate static let isKnown = Manner(rawValue: 8)
    }

    private let discussion: Discussion
    private let graph: ReplyGraph
    private var known: [Manner]

    init(_ discussion: Discussion, _ graph: ReplyGraph) {
        self.discussion = discussion
        self.graph = graph
        known = [Manner](repeating: [], count: discussion.comments.count + 1)
    }

    /// How a comment speaks, without what it quotes.
    ///
    /// - Complexity: O(text), and O(log q) in the quotations of the discussion; O(1) the next time.
    mutating func manner(of comment: Int) -> Manner {
        if known[comment].isEmpty {
            let speech = OwnSpeech(
                discussion.text(at: comment), quotations: quotations(in: comment))
            known[comment] = .isKnown
            if Self.shouts(speech) { known[comment].insert(.shouts) }
            if Self.insults(speech) { known[comment].insert(.insults) }
            if ConcessionCues.standIn(speech) { known[comment].insert(.givesWay) }
        }
        return known[comment].subtracting(.isKnown)
    }

    /// The spans that a comment quotes, as the source marks them or as they were found; by bisection: quotations stand in the order of their
    /// comments.
    private func quotations(in comment: Int) -> [TextSpan] {
        var (low, high) = (0, graph.quotations.count)
        while low < high {
            let middle = (low + high) / 2
            if graph.quotations[middle].comment < comment {
                low = middle + 1
            } else {
                high = middle
            }
        }
        let found = graph.quotations[low...].prefix { $0.comment == comment }.map(\.span)
        guard comment > 0 else { return found }
        let stated = discussion.comments[comment - 1].statedQuotations
        return stated.isEmpty ? found : (found + stated.map(\.span)).sorted()
    }

    private static func shouts(_ speech: OwnSpeech) -> Bool {
        speech.exclaims || speech.words.lazy.filter(\.isShouted).prefix(2).count == 2
    }

    private static func insults(_ speech: OwnSpeech) -> Bool {
        var lastAddress: Int?
        var lastInsult: Int?
        for (index, word) in speech.words.enumerated() where !word.roles.isEmpty {
            var other: Int?
            if word.roles.contains(.addresses) {
                lastAddress = index
                other = lastInsult
            } else if word.roles.contains(.insults) {
                lastInsult = index
                other = lastAddress
            }
            if let other, index - other <= 8, speech.words[other].sentence == word.sentence {
                return true
            }
        }
        return false
    }
}
