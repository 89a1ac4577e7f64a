public import DiscussionModel

/// What is taken out of an analysis before anybody stores or shows it.
public struct Privacy: Sendable {
    /// Replaces people by pseudonyms; `nil` leaves them as they are.
    public var pseudonymizer: Pseudonymizer?
    /// Whether what people wrote is left out.
    public var dropsText: Bool

    /// Creates a choice; without arguments nothing is taken out.
    public init(pseudonymizer: Pseudonymizer? = nil, dropsText: Bool = false) {
        self.pseudonymizer = pseudonymizer
        self.dropsText = dropsText
    }

    /// The analysis with what has to be taken out.
    public func applied(to analysis: Analysis) -> Analysis {
        let named = pseudonymizer?.pseudonymized(analysis) ?? analysis
        return dropsText ? named.withoutTexts() : named
    }
}

extension Analysis {
    /// Whether people have pseudonyms in it, and nobody a name.
    public var holdsPseudonyms: Bool {
        let names = graph.commenters.compactMap(\.name)
        return !names.isEmpty && names.allSatisfy(Pseudonymizer.isPseudonym)
    }

    /// Whether its texts were left out: there are none, and comments of some words.
    public var lacksTexts: Bool {
        discussion.comments.allSatisfy(\.text.isEmpty)
            && measures.comments.contains { $0.words > 0 }
    }
}
