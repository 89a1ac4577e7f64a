import DiscussionModel

/// Whether comments come in bursts.
struct Burstiness: EngagementMeasure {
    let definition = MeasureDefinition(
        name: "burstiness",
        meaning: "Whether comments come in bursts with pauses between, or evenly like a clock.",
        formula: "B = (sigma - mu) / (sigma + mu)",
        symbols:
            "mu, sigma: mean and standard deviation (of the population) of the seconds from one"
            + " comment to the next in time",
        range: "-1 (as even as a clock) over 0 (by chance) to below 1 (all in bursts)",
        undefined:
            "with fewer than three comments whose moments are known, or where all came in one second",
        cost: "O(n log n)",
        source:
            "Goh, Barabási 2008 (Europhysics Letters 81, doi:10.1209/0295-5075/81/48002), without the"
            + " correction for few events. Moments are known as for `medianReplySeconds`; where some"
            + " have a zone and some have none, those of the more frequent kind count")

    func value(of talk: MeasuredTalk) -> Double? {
        let moments = talk.moments
        guard moments.count >= 3, let first = moments.first, let last = moments.last, first < last
        else { return nil }
        let gaps = zip(moments.dropFirst(), moments).map { Double($0 - $1) }
        let mean = Double(last - first) / Double(gaps.count)
        let variance =
            gaps.reduce(0.0) { $0 + ($1 - mean) * ($1 - mean) } / Double(gaps.count)
        let deviation = variance.squareRoot()
        return (deviation - mean) / (deviation + mean)
    }
}

extension MeasuredTalk {
    /// The moments of all comments whose second is known, rising: of those with a zone or of those
    /// without, whichever are more.
    ///
    /// - Complexity: O(n log n).
    var moments: [Int64] {
        var (instants, local): ([Int64], [Int64]) = ([], [])
        for ordinal in posted.indices.dropFirst() where tree.isThere[ordinal] {
            guard let moment = posted[ordinal], !moment.isApproximate else { continue }
            switch moment.precision {
            case .instant: instants.append(moment.seconds)
            case .localTime: local.append(moment.seconds)
            case .day: break
            }
        }
        return (instants.count >= local.count ? instants : local).sorted()
    }
}
