/// How far the talk stays among those who are in it.
struct Focus: EngagementMeasure {
    let definition = MeasureDefinition(
        name: "focus",
        meaning:
            "How far the talk stays among those who are in it: low where it expands to ever new"
            + " commenters.",
        formula: "f = (n - u) / n",
        symbols: "n: the number of comments; u: the number of those who commented",
        range: "0 (each comment is of someone new) to below 1; expansion is 1 - f",
        undefined: "without comments",
        cost: "O(u)",
        source:
            "the two kinds of threads of Backstrom, Kleinberg, Lee, Danescu-Niculescu-Mizil 2013"
            + " (WSDM, doi:10.1145/2433396.2433401), focused and expansionary, told apart by the"
            + " number of distinct commenters among the comments; f is the share of comments by"
            + " commenters who were there already")

    func value(of talk: MeasuredTalk) -> Double? {
        guard talk.commentCount > 0 else { return nil }
        let commenters = talk.commentsPerCommenter.count { $0 > 0 }
        return Double(talk.commentCount - commenters) / Double(talk.commentCount)
    }
}
