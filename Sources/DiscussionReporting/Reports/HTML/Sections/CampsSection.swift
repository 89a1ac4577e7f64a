import DiscussionModel

/// The camps: who is in each, what each says, in which words, and against whom.
struct CampsSection {
    /// How many members are named before the others are counted.
    static let memberLimit = 40
    static let termLimit = 10
    static let quoteLimit = 3

    let shown: ReportedDiscussion

    var nodes: [HTMLNode] {
        [
            HTMLNode(.section, .set(.ariaLabelledBy, shown.anchor.part(.camps).name)) {
                HTMLNode(.h3, .id(shown.anchor.part(.camps))) { "Camps" }
                HTMLNode(.p, .class("lead")) { verdict }
                if !shown.clustering.clusters.isEmpty {
                    HTMLNode(.div, .class("camps")) {
                        for (index, cluster) in shown.clustering.clusters.enumerated() {
                            card(of: cluster, number: index + 1)
                        }
                    }
                }
            }
        ]
    }

    private var verdict: String {
        let clustering = shown.clustering
        // The article's author may stand in a camp without a comment.
        let isCommenting = Set(shown.analysis.graph.authorships.map(\.commenter))
        let inside = clustering.clusters.reduce(0) { sum, cluster in
            sum + cluster.members.count { isCommenting.contains($0.commenter) }
        }
        let outside = max(0, shown.analysis.presentCommenters - inside)
        let rest =
            outside > 0 ? " \(ReportWords.count(outside, "other commenter")) in none." : ""
        let z = clustering.z.map { ", \(ReportWords.decimal($0)) standard deviations" } ?? ""
        switch clustering.verdict {
        case .camps:
            let isSure = clustering.z.map { $0 >= DisagreementWords.sureZ } ?? true
            return "\(ReportWords.count(inside, "commenter")) \(isSure ? "" : "probably ")stand in "
                + "\(ReportWords.count(clustering.clusters.count, "camp")) that disagree with each "
                + "other more than chance would have it\(z).\(rest)"
        case .asked:
            return "\(ReportWords.count(clustering.clusters.count, "camp")), as many as were asked "
                + "for; whether chance would give as much was not tested.\(rest)"
        case .noClearCamps:
            return "No clear camps: chance would divide these commenters as well."
        case .tooLittleEvidence:
            return "Too few commenters take sides to tell whether there are camps."
        }
    }

    private func card(of cluster: StanceCluster, number: Int) -> HTMLNode {
        HTMLNode(.section, .class("camp-card \(CampMark.className(of: number))")) {
            HTMLNode(.h4) {
                CampMark.node(of: number)
                "Camp \(number) "
                HTMLNode(.small) { description(of: cluster) }
            }
            if !cluster.terms.isEmpty {
                HTMLNode(.p, .class("terms")) {
                    HTMLNode(.span, .class("label")) { "Its words " }
                    for (index, term) in cluster.terms.prefix(Self.termLimit).enumerated() {
                        if index > 0 { " · " }
                        HTMLNode(
                            .bdi,
                            .set(
                                .title,
                                "used by \(term.commenters) of its members, "
                                    + "z \(ReportWords.decimal(term.z))")
                        ) { VisibleText.passage(term.words) }
                    }
                }
            }
            if !cluster.representative.isEmpty {
                HTMLNode(.ul, .class("sentences")) {
                    for quote in cluster.representative.prefix(Self.quoteLimit) {
                        HTMLNode(.li) { self.quote(quote) }
                    }
                }
            }
            let said = sentences(of: number, beside: cluster)
            if !said.isEmpty { SentenceList(shown: shown, sentences: said).node }
            HTMLNode(.p, .class("members")) {
                HTMLNode(.span, .class("label")) { "Members " }
                members(of: cluster)
            }
            if !cluster.opponents.isEmpty {
                HTMLNode(.p, .class("opponents")) {
                    for opponent in cluster.opponents {
                        "Of \(ReportWords.count(opponent.replies, "reply", "replies")) to "
                        "camp \(opponent.cluster), \(opponent.disagreeing) disagree. "
                    }
                }
            }
        }
    }

    /// The summary of a camp without what is quoted already.
    private func sentences(of number: Int, beside cluster: StanceCluster) -> [SummarySentence] {
        let quotes = cluster.representative.prefix(Self.quoteLimit)
        return (shown.analysis.summary.camps.element(at: number - 1) ?? []).filter { sentence in
            !quotes.contains { quote in
                quote.comment == sentence.comment && quote.span.start < sentence.span.end
                    && sentence.span.start < quote.span.end
            }
        }
    }

    private func description(of cluster: StanceCluster) -> String {
        var parts = [DisagreementWords(shown.summary.disagreement).size(of: cluster)]
        switch cluster.articleSide {
        case .with: parts.append("rather with the article")
        case .against: parts.append("rather against the article")
        case nil: break
        }
        parts.append("\(ReportWords.percent(cluster.cohesion)) cohesion")
        return parts.joined(separator: " · ")
    }

    @HTMLContent private func quote(_ quote: StanceCluster.Representative) -> [HTMLNode] {
        HTMLNode(.blockquote, .set(.dir, "auto")) { VisibleText.passage(quote.text) }
        HTMLNode(.p, .class("by")) {
            HTMLNode.isolated(shown.name(of: shown.author(of: quote.comment)))
            ", "
            shown.link(to: quote.comment)
            ": \(quote.agreeing) of the camp with it"
            if quote.disagreeing > 0 { ", \(quote.disagreeing) against" }
        }
    }

    @HTMLContent private func members(of cluster: StanceCluster) -> [HTMLNode] {
        for (index, member) in cluster.members.prefix(Self.memberLimit).enumerated() {
            if index > 0 { ", " }
            let isUnsure = member.confidence < DisagreementWords.sureConfidence
            HTMLNode(
                .span, .class(isUnsure ? "unsure-member" : "member"),
                .set(.title, "in this camp in \(ReportWords.percent(member.confidence)) of samples")
            ) {
                if let first = shown.firstPlace(of: member.commenter) {
                    HTMLNode(.a, .href(shown.anchor.comment(first))) {
                        HTMLNode.isolated(shown.name(of: member.commenter))
                    }
                } else {
                    HTMLNode.isolated(shown.name(of: member.commenter))
                }
                if isUnsure { "\u{A0}?" }
            }
        }
        if cluster.members.count > Self.memberLimit {
            " and \(cluster.members.count - Self.memberLimit) more"
        }
    }
}
