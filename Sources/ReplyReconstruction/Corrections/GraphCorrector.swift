import DiscussionModel

/// Puts what people have set in the place of what was inferred, and tells what cannot be put there.
struct GraphCorrector {
    private let discussion: Discussion
    private let ordinals: [String: Int]
    private(set) var graph: ReplyGraph
    /// The corrections that could not be applied, in the order of `Corrections.all`.
    private(set) var problems: [CorrectionProblem] = []

    init(_ discussion: Discussion, _ graph: ReplyGraph) {
        self.discussion = discussion
        self.graph = graph
        ordinals = discussion.ordinalsByID
    }

    /// Applies corrections; a problem with one leaves the others alone.
    ///
    /// - Complexity: O(n + c log c) in comments and corrections; O(n) more for every round of
    ///   corrections that make rings only once others were taken back.
    mutating func apply(_ corrections: Corrections) {
        var targets: [Int: (target: Int, correction: Correction)] = [:]
        var names: [Int: (name: String, correction: Correction)] = [:]
        var reasons: [Correction: String] = [:]
        let all = corrections.all
        for correction in all {
            switch checked(correction) {
            case .failure(let problem): reasons[correction] = problem.reason
            case .success(let ordinal):
                switch correction.value {
                case .target(let id): targets[ordinal] = (ordinals[id] ?? 0, correction)
                case .author(let name): names[ordinal] = (name, correction)
                // The stage of stances applies it: here it is only checked.
                case .stance: break
                }
            }
        }
        var kept = targets.mapValues(\.target)
        let rings = ReplyRings.cut(
            &kept, in: graph.replies, comments: discussion.comments.count + 1)
        for ring in rings {
            let ids = ring.map { discussion.id(at: $0) }
            let others = ids.dropFirst().prefix(5) + (ids.count > 6 ? ["…"] : []) + [ids[0]]
            let words = "\(ids[0]) answers " + others.joined(separator: ", which answers ")
            for ordinal in ring {
                guard let target = targets.removeValue(forKey: ordinal) else { continue }
                reasons[target.correction] = "it would make a ring: \(words)"
            }
        }
        redirect(targets)
        if !names.isEmpty {
            var authors = AuthorCorrector(graph)
            for ordinal in names.keys.sorted() {
                guard let (name, correction) = names[ordinal] else { continue }
                if let reason = authors.set(name, of: ordinal, because: correction) {
                    reasons[correction] = reason
                }
            }
            graph = authors.finished()
        }
        problems = all.compactMap { correction in
            reasons[correction].map { CorrectionProblem(correction: correction, reason: $0) }
        }
        graph.findings += problems.map { $0.finding(in: discussion) }
    }

    /// The ordinal of the comment that is corrected, or why it cannot be.
    private func checked(_ correction: Correction) -> Result<Int, Refusal> {
        guard correction.comment != Article.id else {
            return .failure(Refusal(reason: "0 is the article and no comment"))
        }
        guard let ordinal = ordinals[correction.comment] else {
            return .failure(Refusal(reason: "there is no comment \(correction.comment)"))
        }
        if correction.field != .author, discussion.comments[ordinal - 1].isGhost {
            return .failure(
                Refusal(
                    reason: "comment \(correction.comment) is only referred to, so it answers"
                        + " nothing"))
        }
        switch correction.value {
        case .target(let id):
            guard let target = ordinals[id] else {
                return .failure(Refusal(reason: "there is no comment \(id) to answer"))
            }
            guard target != ordinal else {
                return .failure(Refusal(reason: "a comment does not answer itself"))
            }
        case .author(let name):
            guard People.visible(name) != nil else {
                return .failure(Refusal(reason: "a name has at least one visible character"))
            }
        case .stance: break
        }
        return .success(ordinal)
    }

    private struct Refusal: Error {
        var reason: String
    }

    /// Lets replies go where somebody says; what spoke for that before still does.
    ///
    /// - Parameter targets: by the ordinal of the comment that replies.
    private mutating func redirect(_ targets: [Int: (target: Int, correction: Correction)]) {
        guard !targets.isEmpty else { return }
        // The first further answer of each comment to where it shall go.
        var further: [Int: Int] = [:]
        for (at, reply) in graph.alsoAnswers.enumerated()
        where targets[reply.from]?.target == reply.to && further[reply.from] == nil {
            further[reply.from] = at
        }
        var isTaken = [Bool](repeating: false, count: graph.alsoAnswers.count)
        for at in graph.replies.indices {
            let reply = graph.replies[at]
            guard let (target, correction) = targets[reply.from] else { continue }
            var evidence = [correction.evidence]
            if reply.to == target {
                evidence += reply.evidence
            } else if let also = further[reply.from] {
                evidence += graph.alsoAnswers[also].evidence
                isTaken[also] = true
            }
            graph.replies[at] = Reply(
                from: reply.from, to: target, confidence: 1, evidence: evidence)
        }
        graph.alsoAnswers = zip(graph.alsoAnswers, isTaken).filter { !$0.1 }.map(\.0)
    }
}
