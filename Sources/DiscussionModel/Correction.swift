/// What a person who knows better says of one comment.
public struct Correction: Hashable, Sendable {
    /// What is set.
    public enum Value: Hashable, Sendable {
        /// The id of the comment that it answers; `"0"` for the article.
        case target(String)
        /// Who wrote it: the id or the name of a commenter, or the name of one who was not known.
        case author(String)
        /// How it takes what it answers.
        case stance(Stance.Label)
    }

    /// The id of the comment.
    public var comment: String
    /// What is set.
    public var value: Value
    /// Why, in words for people; `nil` where nobody said.
    public var note: String?

    /// Creates a correction.
    public init(comment: String, value: Value, note: String? = nil) {
        self.comment = comment
        self.value = value
        self.note = note
    }
}

extension Correction {
    /// What a correction may set, in the order in which corrections are listed.
    public enum Field: String, Hashable, Sendable, CaseIterable {
        /// What the comment answers.
        case to
        /// Who wrote it.
        case author
        /// How it takes what it answers.
        case stance
    }

    /// Creates a correction from words; `nil` where they name no stance.
    public init?(comment: String, field: Field, words: String, note: String? = nil) {
        switch field {
        case .to: value = .target(words)
        case .author: value = .author(words)
        case .stance:
            guard let label = Stance.Label(rawValue: words) else { return nil }
            value = .stance(label)
        }
        self.comment = comment
        self.note = note
    }

    /// What is set.
    public var field: Field {
        switch value {
        case .target: .to
        case .author: .author
        case .stance: .stance
        }
    }

    /// What it is set to, in words: an id, a name or a stance.
    public var words: String {
        switch value {
        case .target(let words), .author(let words): words
        case .stance(let label): label.rawValue
        }
    }

    /// Why something is believed that was set by hand.
    public var evidence: Evidence {
        Evidence(kind: .corrected, detail: note ?? "", weight: Self.weight)
    }

    /// As much as what a source states; what is set needs no weighing.
    public static let weight = 10.0
}

extension Reply {
    /// Whether somebody has set what it answers.
    public var isCorrected: Bool { evidence.first?.kind == .corrected }
}

extension AuthorInference {
    /// Whether somebody has set the author.
    public var isCorrected: Bool { evidence.first?.kind == .corrected }
}

extension Stance {
    /// The stance that somebody has set.
    public init(_ label: Label, correctedBy correction: Correction) {
        self.init(
            agree: label == .agree ? 1 : 0, neutral: label == .neutral ? 1 : 0,
            disagree: label == .disagree ? 1 : 0,
            cues: [
                StanceCue(
                    kind: Evidence.Kind.corrected.rawValue, detail: correction.note ?? "",
                    weight: Correction.weight)
            ])
    }

    /// Whether somebody has set it.
    public var isCorrected: Bool { cues.first?.kind == Evidence.Kind.corrected.rawValue }
}
