import DiscussionModel

/// Stances, chains and camps that obey every rule of the model and nothing else.
struct RandomStances {
    private var random: SeededGenerator
    private let analysis: Analysis

    /// An analysis with random stances in the place of its own; equal seeds give equal ones.
    static func judged(_ analysis: Analysis, seed: UInt64) -> Analysis {
        var stances = RandomStances(analysis, seed: seed)
        var judged = analysis
        judged.graph.replies = analysis.graph.replies.map { stances.judged($0) }
        judged.graph.alsoAnswers = analysis.graph.alsoAnswers.map { stances.judged($0) }
        // Nobody has looked at some discussions, as at those of older stores.
        guard seed % 5 != 4 else { return judged }
        judged.stances.chains = stances.chains()
        judged.stances.clustering = stances.clustering()
        judged.stances.findings = analysis.graph.findings
        return judged
    }

    private init(_ analysis: Analysis, seed: UInt64) {
        self.analysis = analysis
        random = SeededGenerator(seed: seed &+ 0x57A4CE)
    }

    private var count: Int { analysis.discussion.comments.count }

    private mutating func text() -> String {
        HostileText.names.randomElement(using: &random) ?? ""
    }
    private mutating func share() -> Double { Double.random(in: 0...1, using: &random) }
    private mutating func number(_ range: ClosedRange<Int>) -> Int {
        Int.random(in: range, using: &random)
    }
    private mutating func span(in ordinal: Int) -> TextSpan {
        let length = analysis.discussion.text(at: ordinal).unicodeScalars.count
        let start = number(0...length)
        return TextSpan(start: start, end: number(start...length))
    }

    private mutating func judged(_ reply: Reply) -> Reply {
        var reply = reply
        guard number(0...3) > 0 else { return reply }
        let parts = [share(), share(), share()]
        let sum = parts[0] + parts[1] + parts[2] + 1e-9
        var cues: [StanceCue] = []
        for kind in ["opening", "negation", "rebuttal"].prefix(number(0...3)) {
            let place = number(0...1) == 0 ? nil : span(in: reply.from)
            cues.append(StanceCue(kind: kind, detail: text(), span: place, weight: share() * 4))
        }
        reply.stance = Stance(
            agree: parts[0] / sum, neutral: parts[1] / sum, disagree: parts[2] / sum, cues: cues)
        return reply
    }

    private mutating func chains() -> [DisagreementChain] {
        guard count > 2 else { return [] }
        var chains: [DisagreementChain] = []
        for index in 0..<number(0...4) {
            let first = number(0...(count - 2))
            let comments = Array(first...number((first + 2)...count))
            var participants: [Int] = []
            for ordinal in comments where ordinal > 0 {
                let commenter = analysis.graph.commenter(of: ordinal)
                if !participants.contains(commenter) { participants.append(commenter) }
            }
            let trend =
                number(0...1) == 0
                ? nil : DisagreementChain.Trend(slope: share() * 4 - 2, pValue: share())
            let branch = index == 0 || number(0...1) == 0 ? nil : number(0...(index - 1))
            chains.append(
                DisagreementChain(
                    kind: DisagreementChain.Kind.allCases.randomElement(using: &random) ?? .chain,
                    comments: comments, participants: participants, mean: share(),
                    seconds: number(0...1) == 0 ? nil : share() * 4e8, trend: trend,
                    ending: DisagreementChain.Ending.allCases.randomElement(using: &random)
                        ?? .silence, branchOf: branch, sharedComments: branch == nil ? 0 : 2))
        }
        return chains
    }

    private mutating func clustering() -> StanceClustering {
        var people = Array(analysis.graph.commenters.indices)
        var clusters: [StanceCluster] = []
        let wanted = min(number(0...4), people.count / 2)
        for index in 0..<wanted {
            let size = index == wanted - 1 ? min(people.count, number(2...12)) : 2
            let members = people.prefix(size)
                .map { StanceCluster.Member(commenter: $0, confidence: share()) }
            people.removeFirst(members.count)
            clusters.append(
                StanceCluster(
                    members: members, cohesion: share(), terms: terms(),
                    representative: representatives(),
                    opponents: (1...wanted).filter { $0 != index + 1 }.map { other in
                        .init(cluster: other, replies: number(1...9), disagreeing: 1)
                    },
                    articleSide: number(0...1) == 0
                        ? nil : StanceCluster.ArticleSide.allCases.randomElement(using: &random)))
        }
        let verdicts: [StanceClustering.Verdict] =
            clusters.isEmpty ? [.noClearCamps, .tooLittleEvidence] : [.camps, .asked]
        return StanceClustering(
            verdict: verdicts.randomElement(using: &random) ?? .camps,
            z: number(0...1) == 0 ? nil : share() * 8 - 2,
            asked: number(0...1) == 0 ? nil : number(2...6), clusters: clusters)
    }

    private mutating func terms() -> [StanceCluster.Term] {
        (0..<number(0...3)).map { _ in .init(words: text(), z: share() * 3, commenters: 2) }
    }

    private mutating func representatives() -> [StanceCluster.Representative] {
        guard count > 0 else { return [] }
        return (0..<number(0...2)).map { _ in
            let comment = number(1...count)
            let place = span(in: comment)
            return .init(
                comment: comment, span: place,
                text: place.words(of: analysis.discussion.text(at: comment)),
                agreeing: number(0...3), disagreeing: number(0...3), z: share())
        }
    }
}
