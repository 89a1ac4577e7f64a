/// How long two commenters went on answering each other.
struct LongestExchange: EngagementMeasure {
    let definition = MeasureDefinition(
        name: "longestExchange",
        meaning: "How many comments two commenters wrote in turn at most, each answering the last.",
        formula:
            "max over v of L_v, where L_v = L_p + 1 if a_v = a_pp and a_v != a_p; 2 if a_v != a_p;"
            + " else 1",
        symbols:
            "p: the comment that v answers; pp: the comment that p answers; a: who wrote it; only"
            + " comments count, never the article",
        range: "comments, 3 or more",
        undefined: "where no one comes back to who answered them (no L_v of 3 or more)",
        cost: "O(n)",
        source: "the alternating chains of Laniado, Tasso, Volkovich, Kaltenbrunner 2011 (ICWSM)")

    func value(of talk: MeasuredTalk) -> Double? {
        let tree = talk.tree
        var lengths = [Int](repeating: 1, count: tree.parents.count)
        var longest = 0
        for ordinal in tree.order {
            guard let author = talk.authors[ordinal] else { continue }
            let parent = tree.parents[ordinal]
            guard let answered = talk.authors[parent], answered != author else {
                continue
            }
            let before = talk.authors[tree.parents[parent]]
            lengths[ordinal] = before == author ? lengths[parent] + 1 : 2
            longest = max(longest, lengths[ordinal])
        }
        return longest >= 3 ? Double(longest) : nil
    }
}
