import DiscussionModel

/// Title, by-line, what there is at a glance, and the article itself.
struct DiscussionHeader {
    let shown: ReportedDiscussion

    var nodes: [HTMLNode] {
        let article = shown.discussion.article
        return [
            HTMLNode(.h2, .id(shown.anchor.part(.title)), .set(.tabindex, -1)) {
                HTMLNode.isolated(shown.discussion.shownTitle)
            },
            HTMLNode(.p, .class("byline")) {
                if let author = article.author {
                    "by "
                    HTMLNode.isolated(VisibleText.passage(author))
                } else {
                    "author not given"
                }
                if let published = article.published {
                    ", "
                    ReportWords.time(published)
                }
                if let site = shown.discussion.site {
                    " · "
                    HTMLNode.isolated(VisibleText.passage(site))
                }
                if let address = WebAddress(article.url) {
                    " · "
                    HTMLNode(.a, with: HTMLAttribute.href(address)) { "the page" }
                } else if let address = article.url {
                    " · "
                    HTMLNode.isolated(VisibleText.passage(address))
                }
            },
            HTMLNode(.dl, .class("glance")) {
                for fact in facts {
                    HTMLNode(.div) {
                        HTMLNode(.dt) { fact.name }
                        HTMLNode(.dd) {
                            HTMLNode(.b) { fact.value }
                            if !fact.note.isEmpty { HTMLNode(.small) { " " + fact.note } }
                        }
                    }
                }
            },
            text,
        ].compactMap { $0 }
    }

    private struct Fact {
        var name: String
        var value: String
        var note = ""
    }

    private var facts: [Fact] {
        let analysis = shown.analysis
        let engagement = analysis.measures.engagement
        var facts = [
            Fact(name: "Comments", value: ReportWords.number(analysis.presentComments)),
            Fact(name: "Commenters", value: ReportWords.number(analysis.presentCommenters)),
        ]
        if let period = shown.period {
            let seconds = Double(period.last.seconds - period.first.seconds)
            let isToTheDay = period.first.precision == .day || period.last.precision == .day
            facts.append(
                Fact(
                    name: "Time",
                    value: seconds == 0 && isToTheDay
                        ? "one day" : DisagreementWords.duration(seconds) ?? "–",
                    note: "from \(ReportWords.day(period.first))"))
        }
        if let share = shown.disagreement {
            let judged = shown.judged
            facts.append(
                Fact(
                    name: "Disagreeing", value: ReportWords.percent(share),
                    note: "of those that take a side; \(judged.disagree) against \(judged.agree)"))
        }
        if let controversy = engagement["controversy"] {
            facts.append(
                Fact(
                    name: "Controversy", value: ReportWords.decimal(controversy), note: "of 1"))
        }
        facts.append(camps)
        let quarrels = analysis.stances.chains.count { $0.kind == .quarrel }
        if !analysis.stances.chains.isEmpty {
            facts.append(
                Fact(
                    name: "Disputes", value: "\(analysis.stances.chains.count)",
                    note: quarrels > 0 ? ReportWords.count(quarrels, "quarrel") : "no quarrels"))
        }
        return facts
    }

    private var camps: Fact {
        let clusters = shown.clustering.clusters
        guard clusters.isEmpty else {
            let sizes = clusters.map { "\($0.members.count)" }.joined(separator: " and ")
            return Fact(name: "Camps", value: "\(clusters.count)", note: "of \(sizes)")
        }
        return Fact(
            name: "Camps", value: "none",
            note: shown.clustering.verdict == .tooLittleEvidence ? "too little to tell" : "clear")
    }

    /// The article's own words, folded away.
    private var text: HTMLNode? {
        guard !shown.discussion.article.body.isEmpty else {
            return HTMLNode(.div, .class("text"), .id(shown.anchor.comment(0))) {}
        }
        return HTMLNode(.details, .class("article"), .id(shown.anchor.comment(0))) {
            HTMLNode(.summary) { "The article" }
            HTMLNode(.div, .class("text")) { MarkedText(of: 0, in: shown).paragraphs }
        }
    }
}
