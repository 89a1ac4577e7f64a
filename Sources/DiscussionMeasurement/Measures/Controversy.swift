/// How controversial the talk is, from four parts that are measures themselves.
struct Controversy: EngagementMeasure {
    let definition = MeasureDefinition(
        name: "controversy",
        meaning:
            "An order of discussions by how controversial they are; look at its four parts before"
            + " you believe it.",
        formula: "C = sqrt(D_low * (M + E + H) / 3), where H = (h - 1) / (h + 1)",
        symbols:
            "D_low: `disagreementLow`, how much disagreement there is for sure; M:"
            + " `mutualDisagreement`, 0 where that is null, how far it goes both ways; E:"
            + " `disputeShare`, how many it draws in; h: `hIndex`, how far the talk is"
            + " both deep and wide",
        range: "0...1, without a unit: 0 without disagreement, 1 never reached",
        undefined: "where `disagreement` is",
        cost: "O(n + m log m)",
        source:
            "our own, after the parts that Yasseri et al. 2012 and Gómez et al. 2008 found to tell:"
            + " it multiplies how much disagreement by how far that takes hold, and learns no"
            + " weights, since there are no data to learn them from. `frustration` and `balance` are"
            + " no parts, since many discussions have none")

    func value(of talk: MeasuredTalk) -> Double? {
        guard let low = talk.disagreement?.interval.low,
            let dispute = DisputeShare().value(of: talk)
        else { return nil }
        let mutual = MutualDisagreement().value(of: talk) ?? 0
        let index = max(1, HIndex().value(of: talk) ?? 1)
        return (low * (mutual + dispute + (index - 1) / (index + 1)) / 3).squareRoot()
    }
}
