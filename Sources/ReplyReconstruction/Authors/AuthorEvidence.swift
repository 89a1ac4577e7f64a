import DiscussionModel

/// Says why a person probably wrote a nameless comment, in words that a reader can check.
struct AuthorEvidence {
    let comment: Int
    let person: Int
    let conversations: Conversations

    private var name: String { conversations.situation.people.persons[person].name ?? "" }

    /// The reasons, the strongest first, given what each feature counted in nats. Never empty.
    func list(gain: (AuthorFeature) -> Double) -> [Evidence] {
        var weights: [Evidence.Kind: Double] = [:]
        for feature in AuthorFeature.allCases {
            if let kind = feature.kind { weights[kind, default: 0] += gain(feature) }
        }
        var result: [Evidence] = []
        for kind in Evidence.Kind.allCases {
            guard let weight = weights[kind], weight > 0.05, let detail = detail(of: kind) else {
                continue
            }
            result.append(Evidence(kind: kind, detail: detail, weight: weight))
        }
        if result.isEmpty {
            result = [
                Evidence(
                    kind: .default, detail: "nobody else here is as probable as \(name)", weight: 0)
            ]
        }
        return result.sorted { ($0.weight, $1.kind.rawValue) > ($1.weight, $0.kind.rawValue) }
    }

    private func detail(of kind: Evidence.Kind) -> String? {
        switch kind {
        case .quotation: quotation()
        case .mention: mention()
        case .adjacency: exchange()
        case .echo: "writes like the other comments of \(name)"
        case .default: "\(name) often writes here"
        default: nil
        }
    }

    private func id(_ ordinal: Int) -> String { conversations.situation.discussion.id(at: ordinal) }

    private func quotation() -> String? {
        let answers = conversations.answers(comment)
        if let answer = answers.first(where: {
            conversations.attributed(comment, in: $0.ordinal) == person
        }) {
            return "comment \(id(answer.ordinal)) quotes it after naming \(name)"
        }
        for answer in answers where conversations.quotes(answer.ordinal, comment) {
            let other = conversations.situation.quotations[answer.ordinal].first {
                $0.passage.source > 0 && conversations.authors[$0.passage.source] == person
            }
            if let other {
                return "comment \(id(answer.ordinal)) quotes it together with comment "
                    + "\(id(other.passage.source)) of \(name)"
            }
        }
        return nil
    }

    private func mention() -> String? {
        let mentions = conversations.situation.mentions
        func names(_ ordinal: Int) -> Bool { mentions[ordinal].contains { $0.person == person } }
        if let answer = conversations.answers(comment).first(where: { names($0.ordinal) }) {
            return "comment \(id(answer.ordinal)), which answers it, names \(name)"
        }
        if names(comment) { return "it ends with the name \(name)" }
        if let parent = conversations.parents(comment).first(where: { names($0.ordinal) }) {
            return "it answers comment \(id(parent.ordinal)), which names \(name)"
        }
        let end = min(mentions.count, comment + 13)
        if let later = (comment..<end).first(where: { names($0) }) {
            return "comment \(id(later)) names \(name) soon after"
        }
        return nil
    }

    private func exchange() -> String {
        let authors = conversations.authors
        func likely(
            _ list: [(ordinal: Int, probability: Float)]
        ) -> [(ordinal: Int, probability: Float)] {
            list.filter { $0.probability > 0.2 }.sorted {
                ($0.probability, $1.ordinal) > ($1.probability, $0.ordinal)
            }
        }
        var parts: [String] = []
        parents: for parent in likely(conversations.parents(comment)) {
            for grand in likely(conversations.parents(parent.ordinal))
            where authors[grand.ordinal] == person {
                parts.append(
                    "it answers comment \(id(parent.ordinal)), which answers comment "
                        + "\(id(grand.ordinal)) of \(name)")
                break parents
            }
        }
        answers: for answer in likely(conversations.answers(comment)) {
            for next in likely(conversations.answers(answer.ordinal))
            where authors[next.ordinal] == person {
                parts.append(
                    "comment \(id(next.ordinal)) of \(name) answers comment "
                        + "\(id(answer.ordinal)), which answers it")
                break answers
            }
        }
        if !parts.isEmpty { return parts.joined(separator: "; ") }
        let near = [
            conversations.before(comment, by: person), conversations.after(comment, by: person),
        ].filter { $0 > 0 }.map { id($0) }
        return near.isEmpty
            ? "\(name) is spoken to close by"
            : "\(name) takes part close by, in comment " + near.joined(separator: " and ")
    }
}
