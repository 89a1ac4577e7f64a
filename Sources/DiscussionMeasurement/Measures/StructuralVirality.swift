/// How far apart two contributions are on average.
struct StructuralVirality: EngagementMeasure {
    let definition = MeasureDefinition(
        name: "structuralVirality",
        meaning:
            "How many replies lie between two contributions on average: low where all answer one,"
            + " high where talk branches and goes on.",
        formula: "v = 2 / (N (N - 1)) * sum over e of s_e (N - s_e)",
        symbols:
            "N: the number of nodes, the article among them (n + 1); e: the replies; s_e: the number"
            + " of comments under e, the one that replies among them. The sum is that of the"
            + " distances of all pairs",
        range: "1 or more; 2 - 2/N where all answer the article, (N + 1)/3 in a single chain",
        undefined: "without comments",
        cost: "O(n)",
        source:
            "Goel, Anderson, Hofman, Watts 2016 (Management Science 62(1),"
            + " doi:10.1287/mnsc.2015.2158); the mean of the Wiener index. A ghost lies on paths but"
            + " is no end of one")

    func value(of talk: MeasuredTalk) -> Double? {
        guard talk.commentCount > 0 else { return nil }
        let tree = talk.tree
        let nodes = Double(talk.commentCount + 1)
        var distances = 0.0
        for ordinal in tree.parents.indices.dropFirst() {
            let below = Double(tree.descendants[ordinal] + (tree.isThere[ordinal] ? 1 : 0))
            distances += below * (nodes - below)
        }
        return 2 * distances / (nodes * (nodes - 1))
    }
}
