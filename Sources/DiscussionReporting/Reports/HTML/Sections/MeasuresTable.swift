import DiscussionModel

/// All measures of a discussion on demand, and what its controversy is made of.
struct MeasuresTable {
    let shown: ReportedDiscussion

    private var engagement: Engagement { shown.analysis.measures.engagement }

    /// `nil` where nothing was measured.
    var node: HTMLNode? {
        let measures = engagement.measures
        guard measures.contains(where: { $0.value != nil }) else { return nil }
        return HTMLNode(.details, .class("measures")) {
            HTMLNode(.summary) { "All measures of this discussion" }
            if let controversy { HTMLNode(.p) { controversy } }
            HTMLNode(.p, .class("quiet")) {
                "A dash is a measure that is undefined here. The formulas and their sources stand in "
                "Documentation/Measures.md of the program."
            }
            HTMLNode(.dl, .class("measured")) {
                for measure in measures {
                    HTMLNode(.div) {
                        HTMLNode(.dt) { CamelCase.words(of: measure.name) }
                        HTMLNode(.dd) { Self.value(measure) }
                    }
                }
            }
        }
    }

    /// The four parts of the score with their values; `nil` where it or one of them is undefined.
    private var controversy: String? {
        guard let score = engagement["controversy"], let low = engagement["disagreementLow"],
            let dispute = engagement["disputeShare"], let index = engagement["hIndex"]
        else { return nil }
        let mutual = engagement["mutualDisagreement"] ?? 0
        return
            "Controversy \(ReportWords.decimal(score)) is made of how much disagreement there is "
            + "for sure (disagreement low \(ReportWords.decimal(low))), how far it goes both ways "
            + "(mutual disagreement \(ReportWords.decimal(mutual))), how many it draws in (dispute "
            + "share \(ReportWords.decimal(dispute))) and how deep and wide the talk is (h index "
            + "\(Self.number(index)))."
    }

    /// A whole number without decimals, any other with two; a dash for what is beyond all measure.
    private static func number(_ value: Double) -> String {
        guard value == value.rounded(), abs(value) < 1e9 else { return ReportWords.decimal(value) }
        return ReportWords.number(Int(value))
    }

    private static func value(_ measure: Engagement.Measure) -> String {
        guard let value = measure.value, value.isFinite else { return "–" }
        let number = Self.number(value)
        guard measure.name.hasSuffix("Seconds"), value >= 120,
            let duration = DisagreementWords.duration(value)
        else { return number }
        return "\(number) (\(duration))"
    }
}
