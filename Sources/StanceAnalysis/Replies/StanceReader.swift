import DiscussionModel

/// A comment as the judge reads it.
struct ReadText {
    var words = StanceText.none
    var profile = StanceProfile()
    /// Whether it is clearly not English.
    var isForeign = false
    /// Whether little in it is clearly English.
    var isPerhapsForeign = false
}

/// Reads the own words of the comments of a discussion.
struct StanceReader {
    private let discussion: Discussion
    /// By ordinal: what the comment quotes, and the names that it addresses.
    private let quotations: [[TextSpan]]
    private let names: [[TextSpan]]
    /// By ordinal, filled as they are asked for.
    private var profiles: [StanceProfile?]
    /// Memory for the tokens of the next comment.
    private var room: [StanceToken] = []

    init(discussion: Discussion, graph: ReplyGraph) {
        self.discussion = discussion
        let count = discussion.comments.count + 1
        var quotations = [[TextSpan]](repeating: [], count: count)
        var names = quotations
        for quotation in graph.quotations { quotations[quotation.comment].append(quotation.span) }
        for mention in graph.mentions { names[mention.comment].append(mention.span) }
        self.quotations = quotations
        self.names = names
        profiles = [StanceProfile?](repeating: nil, count: count)
    }

    /// The counts of the text at an ordinal; of the article its title and its
    /// beginning.
    mutating func profile(of ordinal: Int) -> StanceProfile {
        if let known = profiles[ordinal] { return known }
        if ordinal > 0 { return text(of: ordinal).profile }
        // What an article says stands in its beginning, and the model knows only texts of the
        // length of a comment.
        let article = discussion.article
        let whole = (article.title ?? "") + "\n" + article.body.prefix(400)
        let profile = StanceProfile(StanceText(whole), quotations: 0, quotedShare: 0)
        profiles[0] = profile
        return profile
    }

    /// A comment; one without words where it is not there or its words were taken away.
    mutating func text(of ordinal: Int) -> ReadText {
        let at = ordinal - 1
        var result = ReadText()
        guard !discussion.comments[at].isGhost, discussion.comments[at].removal == nil else {
            profiles[ordinal] = result.profile
            return result
        }
        let found = quotations[ordinal]
        let stated =
            discussion.comments[at].statedQuotations.isEmpty
            ? [] : discussion.comments[at].statedQuotations.map(\.span)
        let text = discussion.comments[at].text
        // Where everything would be quoted, the source's marks go too far: a line behind `>` may
        // hold the answer as well.
        result.words = StanceText(
            text, quoted: stated.isEmpty ? found : found + stated, skipped: names[ordinal],
            room: &room)
        var isAllFound = false
        var areStatedLeft = !stated.isEmpty
        if !result.words.hasWords && !stated.isEmpty {
            result.words = StanceText(text, quoted: found, skipped: names[ordinal])
            areStatedLeft = false
        }
        if !result.words.hasWords && !found.isEmpty {
            result.words = StanceText(text)
            isAllFound = true
        }
        let marks = isAllFound ? [] : areStatedLeft ? found + stated : found
        let written = Int(result.words.tokens.last?.end ?? 0)
        result.profile = StanceProfile(
            result.words, quotations: Self.runs(marks).count,
            quotedShare: min(
                1,
                Float(Self.runs(marks).reduce(0) { $0 + $1.length }) / Float(max(1, written))))
        result.isForeign = OtherLanguages.isForeign(result.profile)
        result.isPerhapsForeign = OtherLanguages.isPerhapsForeign(result.profile)
        profiles[ordinal] = result.profile
        // Only what its answers need is kept.
        profiles[ordinal]?.own = []
        return result
    }

    /// Spans without their overlaps, rising.
    private static func runs(_ spans: [TextSpan]) -> [TextSpan] {
        guard spans.count > 1 else { return spans }
        var runs: [TextSpan] = []
        for span in spans.sorted() {
            if let last = runs.last, span.start < last.end {
                runs[runs.count - 1].end = max(last.end, span.end)
            } else {
                runs.append(span)
            }
        }
        return runs
    }

    /// Takes back the memory of a comment that was read.
    mutating func reuse(_ text: inout ReadText) { text.words.giveBack(&room) }
}
