public import DiscussionModel
import LanguageTools

/// Finds the threads that a moderator should look at first: where a quarrel heats up, where many
/// turn on one person, where the same words are posted again and again.
///
/// Threads are ranked by how many comments the reasons concern, each counted with the probability
/// that it does. Nothing is said of a person: what is told is what happened in which comments.
public struct AttentionFinder: Sendable {
    /// The fewest people who turn on one for it to be told.
    package static let fewestOpponents = 4
    /// The least share of those who answer a person who disagree with that person.
    package static let leastShare = 0.5
    /// Up to this p-value a chain is said to heat up: chance gives as much in fewer than one case of
    /// seven, which is the most that four comments can tell.
    package static let mostChance = 0.15
    /// The fewest words of a text that is told when it is posted again; short ones, such as thanks,
    /// are not copied but said again.
    package static let fewestCopiedWords = 8
    /// Below this confidence of a reply it is not known whom it answers.
    private static let leastConfidence = 0.5

    /// Creates a finder.
    public init() {}

    /// The threads with a reason to look at them, the weightiest first; of equal ones the first.
    ///
    /// Ordinals and indices that are of no comment and no commenter are passed over.
    ///
    /// - Complexity: O(b + n log n) in the bytes and the comments.
    public func threads(of analysis: Analysis) -> [ThreadAttention] {
        let discussion = analysis.discussion
        var roots = [Int](repeating: 0, count: discussion.comments.count + 1)
        for thread in analysis.measures.threads {
            for comment in thread.comments where roots.indices.contains(comment) {
                roots[comment] = thread.root
            }
        }
        var reasons: [Int: [AttentionReason]] = [:]
        let found =
            Self.heatingUp(analysis) + Self.manyAgainstOne(analysis) + Self.copiedTexts(analysis)
        for reason in found {
            guard let root = Self.root(of: reason, roots) else { continue }
            reasons[root, default: []].append(reason)
        }
        return reasons.keys.sorted().map { root in
            let ranked = (reasons[root] ?? []).enumerated().sorted {
                ($1.element.weight, $0.offset) < ($0.element.weight, $1.offset)
            }
            return ThreadAttention(root: root, reasons: ranked.map(\.element))
        }.sorted { ($1.weight, $0.root) < ($0.weight, $1.root) }
    }

    /// The thread that holds most of the comments of a reason; of several that of the first comment.
    private static func root(of reason: AttentionReason, _ roots: [Int]) -> Int? {
        var counts: [Int: Int] = [:]
        let found = reason.comments.compactMap { roots.indices.contains($0) ? roots[$0] : nil }
        for root in found where root > 0 { counts[root, default: 0] += 1 }
        let most = counts.values.max()
        return found.first { $0 > 0 && counts[$0] == most }
    }

    /// The index of who wrote a comment; `nil` for what is no comment.
    private static func commenter(of ordinal: Int, _ graph: ReplyGraph) -> Int? {
        guard graph.authorships.indices.contains(ordinal - 1),
            graph.commenters.indices.contains(graph.commenter(of: ordinal))
        else { return nil }
        return graph.commenter(of: ordinal)
    }

    // MARK: Quarrels that heat up

    /// Chains that heat up; of those that share half of their comments the weightiest.
    private static func heatingUp(_ analysis: Analysis) -> [AttentionReason] {
        let count = analysis.discussion.comments.count
        let hot = analysis.stances.chains.compactMap { chain -> AttentionReason? in
            guard chain.comments.allSatisfy({ (0...count).contains($0) }), let trend = chain.trend,
                trend.slope > 0, trend.pValue <= mostChance
            else {
                return nil
            }
            let weight = Double(chain.comments.count) * chain.mean * (1 - trend.pValue)
            return AttentionReason(
                kind: .heatingUp, comments: chain.comments, commenters: chain.participants,
                weight: weight, trend: trend)
        }.enumerated().sorted {
            ($1.element.weight, $0.offset) < ($0.element.weight, $1.offset)
        }.map(\.element)
        var isTold = [Bool](repeating: false, count: count + 1)
        return hot.filter { reason in
            let shared = reason.comments.count { isTold[$0] }
            guard shared * 2 < reason.comments.count else { return false }
            for comment in reason.comments { isTold[comment] = true }
            return true
        }
    }

    // MARK: Many against one

    /// What the people who answer one person do.
    private struct Answers {
        /// By who answers: the most probable disagreement.
        var opponents: [Int: Double] = [:]
        var everybody: Set<Int> = []
        var comments: [Int] = []

        mutating func add(_ reply: Reply, of commenter: Int, _ stance: Stance) {
            everybody.insert(commenter)
            guard stance.label == .disagree else { return }
            let sure = stance.disagree * reply.confidence
            opponents[commenter] = max(sure, opponents[commenter] ?? 0)
            comments.append(reply.from)
        }
    }

    private static func manyAgainstOne(_ analysis: Analysis) -> [AttentionReason] {
        let graph = analysis.graph
        var answers: [Int: Answers] = [:]
        for reply in graph.replies
        where reply.to > 0 && reply.confidence >= leastConfidence {
            guard let from = commenter(of: reply.from, graph),
                let to = commenter(of: reply.to, graph)
            else { continue }
            // Somebody unknown may be anybody who is counted already.
            guard from != to, graph.commenters[from].name != nil, let stance = reply.stance else {
                continue
            }
            answers[to, default: Answers()].add(reply, of: from, stance)
        }
        return answers.compactMap { target, answers -> (Int, AttentionReason)? in
            let share = Double(answers.opponents.count) / Double(answers.everybody.count)
            guard answers.opponents.count >= fewestOpponents, share >= leastShare else {
                return nil
            }
            let comments = answers.comments.sorted()
            var seen: Set<Int> = [target]
            let people = comments.compactMap { commenter(of: $0, graph) }
                .filter { seen.insert($0).inserted }
            let weight = answers.opponents.values.sorted().reduce(0, +)
            return (
                target,
                AttentionReason(
                    kind: .manyAgainstOne, comments: comments,
                    commenters: [target] + people, weight: weight)
            )
        }.sorted { ($0.1.comments[0], $0.0) < ($1.1.comments[0], $1.0) }.map(\.1)
    }

    // MARK: Copied texts

    /// Texts that are the same but for case, marks and whom they address.
    private static func copiedTexts(_ analysis: Analysis) -> [AttentionReason] {
        var names = [[TextSpan]](repeating: [], count: analysis.discussion.comments.count)
        for mention in analysis.graph.mentions where names.indices.contains(mention.comment - 1) {
            names[mention.comment - 1].append(mention.span)
        }
        var places: [String: [Int]] = [:]
        for (at, comment) in analysis.discussion.comments.enumerated() where !comment.isGhost {
            let spans = names[at].sorted { ($0.start, $0.end) < ($1.start, $1.end) }
            let text = NormalForm.of(Self.text(comment.text, without: spans))
            // Names are no words of one's own: who only tags people copies nothing.
            guard wordCount(text) >= fewestCopiedWords else { continue }
            places[text, default: []].append(at + 1)
        }
        return places.values.filter { $0.count > 1 }.sorted { $0[0] < $1[0] }.map { comments in
            var seen: Set<Int> = []
            let people = comments.compactMap { commenter(of: $0, analysis.graph) }
                .filter { seen.insert($0).inserted }
            return AttentionReason(
                kind: .copiedText, comments: comments, commenters: people,
                weight: Double(comments.count - 1))
        }
    }

    /// A text with a space in place of each span, of which none begins before the one in front.
    private static func text(_ text: String, without spans: [TextSpan]) -> String {
        guard !spans.isEmpty else { return text }
        var result = String.UnicodeScalarView()
        var next = 0
        for (at, scalar) in text.unicodeScalars.enumerated() {
            while next < spans.count && spans[next].end <= at { next += 1 }
            let isNamed = next < spans.count && spans[next].start <= at
            result.append(isNamed ? " " : scalar)
        }
        return String(result)
    }
}
