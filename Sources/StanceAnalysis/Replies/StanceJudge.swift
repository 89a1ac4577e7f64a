package import DiscussionModel
import LanguageTools

/// Says how each reply of a discussion takes what it answers.
package struct StanceJudge {
    private let discussion: Discussion
    private let model: StanceModel
    private var reader: StanceReader
    private var scorer: StanceScorer
    private let history: ReplyHistory
    /// Room for the features of a reply, kept from one to the next.
    private var measures = [Float](repeating: 0, count: StanceMeasures.all.count)
    /// The same as counted, before what says little is taken nearer to what is usual.
    private var raw: [Float] = []
    private var foreignComments = 0
    /// In bytes.
    private let articleLength: Int

    /// Prepares for a discussion whose reply graph is known.
    package init(discussion: Discussion, graph: ReplyGraph, model: StanceModel = .shared) {
        self.discussion = discussion
        self.model = model
        articleLength = discussion.article.body.utf8.count
        history = ReplyHistory(graph)
        reader = StanceReader(discussion: discussion, graph: graph)
        scorer = StanceScorer(model: model, isForum: discussion.setting == .forum)
    }

    /// Writes a stance into every reply of the graph, and tells what it could not read.
    ///
    /// - Complexity: O(b log b) in the bytes of all comments.
    package mutating func judge(_ graph: inout ReplyGraph) -> [Finding] {
        foreignComments = 0
        var also = 0
        for at in graph.replies.indices {
            let reply = graph.replies[at]
            var text = reader.text(of: reply.from)
            if text.isForeign { foreignComments += 1 }
            graph.replies[at].stance = stance(of: reply, text, graph)
            while also < graph.alsoAnswers.count && graph.alsoAnswers[also].from < reply.from {
                also += 1
            }
            while also < graph.alsoAnswers.count && graph.alsoAnswers[also].from == reply.from {
                graph.alsoAnswers[also].stance = stance(of: graph.alsoAnswers[also], text, graph)
                also += 1
            }
            reader.reuse(&text)
        }
        return findings
    }

    private var findings: [Finding] {
        guard foreignComments > 0 else { return [] }
        let comments = foreignComments == 1 ? "1 comment is" : "\(foreignComments) comments are"
        return [
            Finding(
                id: "stance-language", severity: .note,
                message: "\(comments) not in English: how they take what they answer is told by a "
                    + "few known turns of phrase only, and is neutral otherwise",
                file: discussion.source)
        ]
    }

    private mutating func stance(
        of reply: Reply, _ text: ReadText, _ graph: ReplyGraph
    ) -> Stance? {
        // Nobody knows how silence takes what it answers.
        guard text.profile.words > 0 || !text.words.tokens.isEmpty else { return nil }
        let comment = discussion.comments[reply.from - 1].text
        if text.isForeign || text.isPerhapsForeign,
            let (range, agrees) = OtherLanguages.shared.phrase(in: text.words.tokens),
            range.count > 1 || text.isForeign
                || Int(text.profile.languages.x) * 5 <= text.profile.words
        {
            let cue = StanceScorer.cue(
                Int32(range.lowerBound)..<Int32(range.upperBound), text.words.tokens, comment,
                isOpening: false, 1.5)
            return Stance(
                agree: agrees ? 0.65 : 0.1, neutral: 0.25, disagree: agrees ? 0.1 : 0.65,
                cues: [
                    StanceCue(
                        kind: StanceCueKind.phrase.rawValue, detail: cue.detail, span: cue.span,
                        weight: cue.weight)
                ])
        }
        if text.isForeign { return Self.unread }
        let parent = reader.profile(of: reply.to)
        let isUnderArticle =
            reply.to == 0 && (parent.words == 0 || articleLength > Self.longestPost)
        // Nearly every cue stands somewhere in a long article: there it tells nothing.
        StanceMeasures.fill(
            &measures, text.profile, parent, history: history.around(reply, graph))
        raw = measures
        if isUnderArticle {
            for at in StanceMeasures.ownCount..<measures.count {
                measures[at] = model.means[at]
                raw[at] = 0
            }
        } else {
            model.moderate(&measures, words: parent.words)
        }
        var scores = scorer.scores(
            text.words.tokens, parentOpening: isUnderArticle ? .zero : parent.opening,
            measures: measures)
        if isUnderArticle {
            scores[1] += parent.words == 0 ? Self.nothingAnswered : Self.answersArticle
        } else if reply.to > 0,
            graph.commenter(of: reply.from) == graph.commenter(of: reply.to)
        {
            scores[1] += Self.answersOneself
        }
        let most = max(scores[0], scores[1], scores[2])
        let masses = SIMD3(
            FloatMath.exp(Double(scores[0] - most)), FloatMath.exp(Double(scores[1] - most)),
            FloatMath.exp(Double(scores[2] - most)))
        let total = masses[0] + masses[1] + masses[2]
        var stance = Stance(
            agree: masses[0] / total, neutral: masses[1] / total, disagree: masses[2] / total)
        let label = stance.label == .agree ? 0 : stance.label == .neutral ? 1 : 2
        stance.cues = scorer.cues(
            for: label, tokens: text.words.tokens, measures: measures, raw: raw,
            answered: isUnderArticle ? [] : parent.topics, text: comment)
        return stance
    }

    /// Of words that are not understood.
    private static let unread = Stance(agree: 0.2, neutral: 0.6, disagree: 0.2)
    /// What has more bytes is an article; a post to be discussed is taken like a comment.
    private static let longestPost = 1_000
    /// Nats for neutral where a comment stands under an article: most speak of its matter and
    /// neither for nor against it.
    private static let answersArticle: Float = 0.5
    /// Nats for neutral where there are no words to agree with.
    private static let nothingAnswered: Float = 1.5
    /// Nats for neutral where somebody goes on.
    private static let answersOneself: Float = 1.5
}

/// The examples that a model is learnt from.
package struct StanceExample: Sendable {
    /// The numbers of the words, rising, each once.
    package var keys: [UInt32]
    /// The value of each.
    package var values: [Float]
    /// Of `StanceMeasures.all`.
    package var measures: [Float]
    /// How many words are answered.
    package var parentWords: Int
}

extension StanceJudge {
    /// What the model sees of a reply; `nil` where there are no words or they are not English.
    package mutating func example(of reply: Reply, in graph: ReplyGraph) -> StanceExample? {
        let text = reader.text(of: reply.from)
        guard text.profile.words > 0, !text.isForeign else { return nil }
        let parent = reader.profile(of: reply.to)
        var found: [UInt32: Float] = [:]
        StanceWords.forEach(text.words.tokens, parentOpening: parent.opening) { key, value, _, _ in
            if found[key] == nil { found[key] = value }
        }
        let rows = found.sorted { $0.key < $1.key }
        StanceMeasures.fill(
            &measures, text.profile, parent, history: history.around(reply, graph))
        return StanceExample(
            keys: rows.map(\.key), values: rows.map(\.value), measures: measures,
            parentWords: parent.words)
    }
}
