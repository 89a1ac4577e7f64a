import DiscussionModel

/// Says in words what is told of disagreement and camps; all of it is safe to show.
struct DisagreementWords {
    /// Below this mean probability of disagreement a chain is only probable: more than one in three
    /// of its replies does something else.
    static let sureMean = 0.65
    /// Below this share of bootstrap samples a member of a camp is only probable. Chosen by us.
    static let sureConfidence = 0.7
    /// Below this z-score camps are only probable: chance gives as much in more than one case of a
    /// thousand.
    static let sureZ = 3.0
    /// A trend up to the first p-value is told, up to the second it is told as a maybe.
    static let trendPValues = (sure: 0.05, unsure: 0.15)
    /// How many exchanges and quarrels of a strand are named beside its chain.
    static let withinLimit = 3
    /// How wide the name of a person may be.
    static let nameWidth = 24

    let content: DisagreementContent
    private var analysis: Analysis { content.analysis }

    init(_ content: DisagreementContent) {
        self.content = content
    }

    // MARK: Chains

    /// Who disagrees, in how many comments, for how long, and how it ends.
    func line(of strand: DisagreementContent.Strand) -> String {
        let chain = strand.chain
        let kind =
            switch chain.kind {
            case .chain: "a chain"
            case .exchange: "an exchange"
            case .quarrel: "a quarrel"
            }
        var text = "\(names(of: chain.participants, limit: 4)): "
        text += (chain.mean < Self.sureMean ? "probably " : "") + kind
        text += " of \(size(of: chain))"
        if let seconds = chain.seconds, let duration = Self.duration(seconds) {
            text += " within \(duration)"
        }
        if let trend = chain.trend, let words = Self.words(for: trend) { text += ", \(words)" }
        text += "; \(ending(of: chain))"
        if strand.branches > 0 {
            text += "; \(counted(strand.branches, "branch", "branches"))"
            if strand.furtherComments > 0 {
                text += " with \(counted(strand.furtherComments, "further comment"))"
            }
        }
        return text
    }

    /// The exchanges and quarrels of a strand beside its chain, a few of them by name.
    func within(_ strand: DisagreementContent.Strand) -> [String] {
        let outer = Set(strand.chain.comments)
        var lines = strand.within.prefix(Self.withinLimit).map { chain in
            let place = outer.isSuperset(of: chain.comments) ? "within it" : "branching from it"
            return "\(place) \(chain.kind == .quarrel ? "a quarrel" : "an exchange")"
                + " of \(size(of: chain)) between \(names(of: chain.participants, limit: 2))"
        }
        var others: [DisagreementChain.Kind: Int] = [:]
        for chain in strand.within.dropFirst(Self.withinLimit) {
            others[chain.kind, default: 0] += 1
        }
        if !others.isEmpty { lines.append("and \(DisagreementContent.words(for: others)) more") }
        return lines
    }

    /// How many comments a chain has, the article apart.
    func size(of chain: DisagreementChain) -> String {
        let startsAtArticle = chain.comments.first == 0
        return counted(chain.comments.count - (startsAtArticle ? 1 : 0), "comment")
            + (startsAtArticle ? " and the article" : "")
    }

    /// How many of the comments could not be judged for their language; `nil` where they are few.
    var language: String? {
        let (foreign, all) = (content.foreignComments, content.analysis.presentComments)
        guard foreign * 10 >= all, foreign > 0 else { return nil }
        return "\(foreign) of \(counted(all, "comment")) \(foreign == 1 ? "is" : "are") not in"
            + " English: how they take what they answer is told by a few known turns of phrase only,"
            + " and is neutral otherwise"
    }

    /// That there is no disagreement that goes on, as far as that can be told.
    var calm: String {
        content.isMostlyForeign
            ? "cannot be told, since most comments are not in English" : "none that goes on"
    }

    private func ending(of chain: DisagreementChain) -> String {
        switch chain.ending {
        case .lastWord:
            let last = chain.comments.last.flatMap { author(of: $0) }
            return "\(last.map { name($0) } ?? "somebody") has the last word"
        case .concession: return "it ends with a concession"
        case .silence: return "then they fall silent"
        case .agreement: return "then somebody agrees"
        case .goesOn: return "then they talk on without clear disagreement"
        }
    }

    static func words(for trend: DisagreementChain.Trend) -> String? {
        guard trend.slope != 0, trend.pValue <= trendPValues.unsure else { return nil }
        let words = trend.slope > 0 ? "heating up" : "cooling down"
        return trend.pValue <= trendPValues.sure ? words : "perhaps " + words
    }

    /// A length of time, rounded to one unit; `nil` for what is none.
    static func duration(_ seconds: Double) -> String? {
        guard seconds.isFinite, seconds >= 0, seconds < 1e12 else { return nil }
        let units: [(String, size: Double, below: Double)] = [
            ("minute", 60, 90), ("hour", 3_600, 36), ("day", 86_400, 60),
            ("month", 2_629_800, 24),
        ]
        for (name, size, bound) in units where (seconds / size).rounded() < bound {
            return counted(max(1, Int((seconds / size).rounded())), name)
        }
        return counted(Int((seconds / 31_557_600).rounded()), "year")
    }

    /// The words of a comment with who said them where.
    func quotation(of ordinal: Int, _ text: String) -> String {
        let words = VisibleText.passage(String(text.unicodeScalars.prefix(800)))
        let id = DisplayWidth.fitted(VisibleText.name(analysis.discussion.id(at: ordinal)), to: 20)
        return "[\(id)] \(author(of: ordinal).map { name($0) } ?? "(unknown)"): “\(words)”"
    }

    /// What spoke for a stance; empty where nothing is known.
    func reasons(for stance: Stance) -> String {
        stance.cues.map { cue in
            let detail = VisibleText.passage(String(cue.detail.unicodeScalars.prefix(200)))
            return detail.isEmpty ? CamelCase.words(of: cue.kind) : detail
        }.joined(separator: "; ")
    }

    // MARK: Camps

    /// Whether there are camps.
    var verdict: String {
        let clustering = analysis.stances.clustering
        let isUnread = content.isMostlyForeign && clustering.clusters.isEmpty
        return Self.verdict(of: clustering)
            + (isUnread ? "; most comments are not in English" : "")
    }

    static func verdict(of clustering: StanceClustering) -> String {
        let count = clustering.clusters.count
        let z = clustering.z.flatMap { ShortNumber.text(of: ($0 * 10).rounded() / 10) }
        let score = z.map { " (z = \($0))" } ?? ""
        switch clustering.verdict {
        case .noClearCamps:
            switch clustering.reason {
            case .noGroups:
                return "no clear camps\(score): some stand apart more than by chance, but no two"
                    + " groups in which people side with each other and between which most of the"
                    + " disagreement is"
            default: return "no clear camps\(score): chance gives as much"
            }
        case .tooLittleEvidence: return "too little evidence to tell: too few take sides"
        case .asked:
            guard let asked = clustering.asked else {
                return count == 0
                    ? "none could be found" : "\(count), for a number given; not tested"
            }
            if count == 0 {
                return
                    "none of the \(asked) asked for: a camp has two commenters or more, and there"
                    + " are too few who answer each other"
            }
            return count < asked
                ? "\(count) of the \(asked) asked for, since a camp has two commenters or more; not"
                    + " tested"
                : "\(count), as many as asked for; not tested"
        case .camps:
            return (areSure(clustering) ? "" : "probably ") + "\(count)\(score)"
        }
    }

    private static func areSure(_ clustering: StanceClustering) -> Bool {
        clustering.z.map { $0 >= sureZ } ?? true
    }

    /// All camps in one line; `nil` where there is nothing to tell.
    func camps(limit: Int) -> String? {
        let clustering = analysis.stances.clustering
        switch clustering.verdict {
        case .tooLittleEvidence: return nil
        case .noClearCamps: return verdict
        case .camps, .asked:
            let clusters = clustering.clusters.enumerated().map { index, cluster in
                "\(index + 1). \(members(of: cluster, limit: limit))"
            }
            guard !clusters.isEmpty else { return nil }
            return counted(clusters.count, "camp") + Self.head(of: clustering) + ": "
                + clusters.joined(separator: "; ")
        }
    }

    private static func head(of clustering: StanceClustering) -> String {
        guard clustering.verdict == .asked else { return areSure(clustering) ? "" : ", probably" }
        guard let asked = clustering.asked else { return ", for a number given" }
        return clustering.clusters.count < asked
            ? " of the \(asked) asked for" : ", as many as asked for"
    }

    /// How many are in a camp; an author of the article who does not comment is told apart.
    func size(of cluster: StanceCluster) -> String {
        let author = analysis.graph.articleAuthor
        let isAmong = author.map { author in
            cluster.members.contains { $0.commenter == author }
                && !analysis.graph.authorships.contains { $0.commenter == author }
        }
        let commenters = cluster.members.count - (isAmong == true ? 1 : 0)
        return counted(commenters, "commenter")
            + (isAmong == true ? " and the article's author" : "")
    }

    /// How well the members side with each other against the rest.
    static func cohesion(of cluster: StanceCluster) -> String {
        "cohesion \(ShortNumber.text(of: (cluster.cohesion * 100).rounded() / 100) ?? "0")"
    }

    /// The members of a camp, the surest first, and where it stands to the article.
    func members(of cluster: StanceCluster, limit: Int) -> String {
        let shown = cluster.members.prefix(limit)
        var parts = shown.filter { $0.confidence >= Self.sureConfidence }
            .map { name($0.commenter) }
        let unsure = shown.filter { $0.confidence < Self.sureConfidence }.map { name($0.commenter) }
        if let first = unsure.first { parts += ["probably " + first] + unsure.dropFirst() }
        let more = cluster.members.count - shown.count
        var text = parts.joined(separator: ", ") + (more > 0 ? " and \(more) more" : "")
        switch cluster.articleSide {
        case .with: text += " (with the article)"
        case .against: text += " (against the article)"
        case nil: break
        }
        return text
    }

    /// The words that a camp uses more than the others; empty where there are none.
    func terms(of cluster: StanceCluster, limit: Int) -> String {
        cluster.terms.prefix(limit).map { term in
            DisplayWidth.fitted(VisibleText.passage(term.words), to: 30)
        }.joined(separator: ", ")
    }

    func line(of opponent: StanceCluster.Opponent) -> String {
        "argues with camp \(opponent.cluster): \(opponent.disagreeing) of"
            + " \(counted(opponent.replies, "reply", "replies"))"
            + " \(opponent.disagreeing == 1 ? "disagrees" : "disagree")"
    }

    // MARK: People

    private func author(of ordinal: Int) -> Int? {
        ordinal == 0
            ? analysis.graph.articleAuthor
            : analysis.graph.authorships.element(at: ordinal - 1)?.commenter
    }

    private func name(_ index: Int) -> String {
        let name = analysis.graph.commenters.element(at: index)?.shownName ?? "(unknown)"
        return DisplayWidth.fitted(name, to: Self.nameWidth)
    }

    /// Some people, the first by name: "A and B", "A, B, C and 4 more", "A and 2 unknown people".
    func names(of people: [Int], limit: Int) -> String {
        let known = people.filter { analysis.graph.commenters.element(at: $0)?.name != nil }
        let unknown = people.count - known.count
        var parts = known.prefix(limit).map { name($0) }
        if known.count > limit {
            return parts.joined(separator: ", ") + " and \(people.count - limit) more"
        }
        if unknown > 0 {
            parts.append(counted(unknown, "unknown person", "unknown people"))
        }
        guard parts.count > 1, let last = parts.popLast() else { return parts.first ?? "(unknown)" }
        return parts.joined(separator: ", ") + " and " + last
    }
}
