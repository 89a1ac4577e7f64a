import DiscussionModel

/// Precision and recall of quotations: a span counts when 80 % of it is covered with the right
/// source. Quotations of fewer than four words, or whose source is not in the discussion, are not
/// looked for; spans found in the latter count as wrong in `precision` and are left out of
/// `precisionOfKnown`.
struct QuotationScore {
    private(set) var found = 0
    private(set) var foundRight = 0
    private(set) var foundInUnknown = 0
    private(set) var gold = 0
    private(set) var goldFound = 0

    var precision: Double { Double(foundRight) / Double(max(1, found)) }
    var precisionOfKnown: Double { Double(foundRight) / Double(max(1, found - foundInUnknown)) }
    var recall: Double { Double(goldFound) / Double(max(1, gold)) }

    /// Whether a span repeats its source by the gold; `nil` where the gold does not know the source.
    static func isRight(
        _ span: TextSpan, source: Int, _ ordinal: Int, _ gold: GoldDiscussion
    ) -> Bool? {
        var covered = 0
        var unknown = 0
        for quotation in gold.quotations[ordinal - 1] {
            let overlap = span.overlap(with: quotation.span)
            if quotation.source == source { covered += overlap }
            if quotation.source == nil { unknown += overlap }
        }
        if covered * 10 >= span.length * 8 { return true }
        return unknown * 2 > span.length ? nil : false
    }

    mutating func add(_ graph: ReplyGraph, _ gold: GoldDiscussion) {
        var byComment: [Int: [Quotation]] = [:]
        for quotation in graph.quotations {
            byComment[quotation.comment, default: []].append(quotation)
            found += 1
            switch Self.isRight(quotation.span, source: quotation.source, quotation.comment, gold) {
            case true?: foundRight += 1
            case false?: break
            case nil: foundInUnknown += 1
            }
        }
        for (at, quotations) in gold.quotations.enumerated() {
            let text = gold.discussion.comments[at].text
            for quotation in quotations {
                guard let source = quotation.source,
                    quotation.span.words(of: text).split(whereSeparator: \.isWhitespace).count >= 4
                else { continue }
                self.gold += 1
                let covered = (byComment[at + 1] ?? []).reduce(0) {
                    $0 + ($1.source == source ? $1.span.overlap(with: quotation.span) : 0)
                }
                goldFound += covered * 10 >= quotation.span.length * 8 ? 1 : 0
            }
        }
    }
}

extension QuotationScore {
    /// Adds what another part counted.
    mutating func merge(_ other: QuotationScore) {
        found += other.found
        foundRight += other.foundRight
        foundInUnknown += other.foundInUnknown
        gold += other.gold
        goldFound += other.goldFound
    }
}
