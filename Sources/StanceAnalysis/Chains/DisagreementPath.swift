/// A path of disagreeing replies, named by its ends.
struct DisagreementPath: Hashable {
    /// The ordinal of the first comment that disagrees.
    var first: Int
    /// The ordinal of the last one.
    var last: Int
    /// The number of replies, at least two.
    var steps: Int
}

extension DisagreementPath {
    /// The maximal paths: those that are part of no longer one.
    ///
    /// A path is two or more replies in a row of which the first and the last are strong, at most
    /// one between them is weak and all others are strong; where it alternates, every comment from
    /// the third is by who wrote the one two before. A path that ends at a reply is part of the
    /// longest one that ends there, so that there is at most one maximal path for each last reply:
    /// its longest, when no answer carries that on.
    ///
    /// - Complexity: O(comments).
    static func maximal(in steps: DisagreementSteps, alternating: Bool) -> [DisagreementPath] {
        let reach = Reach(steps, alternating: alternating)
        var paths: [DisagreementPath] = []
        for step in steps.strengths.indices
        where reach.longest[step].steps >= 2 && reach.isEnd(step, steps) {
            let longest = reach.longest[step]
            paths.append(DisagreementPath(first: longest.first, last: step, steps: longest.steps))
        }
        return paths
    }

    /// How far each reply reaches up, and whether an answer carries it on.
    private struct Reach {
        /// A way up from a reply: its number of replies, and the first of them from above.
        struct Way {
            var steps = 0
            var first = 0
        }

        /// The longest way up of strong replies alone.
        var strong: [Way]
        /// The longest way up that begins strong and has at most one weak reply; of a weak reply
        /// the way that it would carry on, without steps where there is none.
        var longest: [Way]
        /// Whether a strong answer carries the ways on.
        var goesOn: [Bool]
        /// Whether a weak answer with a strong one behind it does.
        var isBridged: [Bool]

        init(_ steps: DisagreementSteps, alternating: Bool) {
            let count = steps.strengths.count
            strong = [Way](repeating: Way(), count: count)
            longest = strong
            goesOn = [Bool](repeating: false, count: count)
            isBridged = goesOn
            for step in steps.order where steps.strengths[step] != .none {
                let before = Self.before(step, in: steps, alternating: alternating)
                if steps.strengths[step] == .weak {
                    guard let before, strong[before].steps > 0 else { continue }
                    longest[step] = Way(
                        steps: strong[before].steps + 1, first: strong[before].first)
                    continue
                }
                strong[step] = Way(steps: 1, first: step)
                longest[step] = strong[step]
                guard let before else { continue }
                if strong[before].steps > 0 {
                    strong[step] = Way(
                        steps: strong[before].steps + 1, first: strong[before].first)
                    goesOn[before] = true
                } else if let bridged = Self.before(before, in: steps, alternating: alternating) {
                    isBridged[bridged] = true
                }
                if longest[before].steps > 0 {
                    longest[step] = Way(
                        steps: longest[before].steps + 1, first: longest[before].first)
                }
            }
        }

        /// Whether a path that ends here can go no further: its one weak reply is spent, or none
        /// follows.
        func isEnd(_ step: Int, _ steps: DisagreementSteps) -> Bool {
            guard steps.strengths[step] == .strong, !goesOn[step] else { return false }
            return !isBridged[step] || longest[step].steps > strong[step].steps
        }

        /// The step that this one carries on.
        private static func before(
            _ step: Int, in steps: DisagreementSteps, alternating: Bool
        ) -> Int? {
            guard let before = steps.stepBefore(step) else { return nil }
            guard alternating else { return before }
            let commenter = steps.commenters[step]
            return commenter == steps.commenters[steps.parents[before]]
                && steps.isByKnown(step) && steps.isByKnown(before) ? before : nil
        }
    }
}
