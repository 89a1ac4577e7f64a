/// What is counted of each commenter, in `CommenterMeasures`.
enum CommenterCounts {
    /// The counts in the order of the JSON.
    static let definitions = [
        MeasureDefinition(
            name: "comments",
            meaning: "How many comments the commenter wrote.",
            formula: "x_i = #{ c : a_c = i }",
            symbols: "i: the commenter; c: the comments; a_c: who wrote c, inferred authors too",
            range: "0 (mentioned, or the article's author) or more; they sum to n",
            undefined: "never",
            cost: "O(n) for all commenters",
            source: "the usual count"),
        MeasureDefinition(
            name: "repliesSent",
            meaning: "How many replies to others the commenter wrote: the out-strength.",
            formula: "s_i = sum over j of r_ij",
            symbols:
                "r_ij: the number of replies of commenter i to comments of j; a reply to the"
                + " article counts only where it names the article's author",
            range: "0 to `comments`",
            undefined: "never",
            cost: "O(n) for all commenters",
            source:
                "the strength of a node, Barrat, Barthélemy, Pastor-Satorras, Vespignani 2004"
                + " (PNAS 101, doi:10.1073/pnas.0400087101)"),
        MeasureDefinition(
            name: "repliesReceived",
            meaning: "How many replies of others the commenter got: the in-strength.",
            formula: "sum over j of r_ji",
            symbols: "r_ji: as for `repliesSent`",
            range: "0 or more",
            undefined: "never",
            cost: "O(n) for all commenters",
            source: "as for `repliesSent`"),
        MeasureDefinition(
            name: "mentionsReceived",
            meaning: "How often comments of others name the commenter.",
            formula: "#{ m : g(m) = i, a_m != i }",
            symbols:
                "m: the mentions; g(m): whom m names; a_m: who wrote the comment that m stands in",
            range: "0 or more",
            undefined: "never",
            cost: "O(mentions) for all commenters",
            source: "the usual count; two mentions in one comment are two"),
        MeasureDefinition(
            name: "quotedTimes",
            meaning: "How often comments of others repeat words of the commenter.",
            formula: "#{ q : a_s(q) = i, a_q != i }",
            symbols:
                "q: the quotations; s(q): what q quotes; a: who wrote that, or the comment that q"
                + " stands in; the article is its author's",
            range: "0 or more",
            undefined: "never",
            cost: "O(quotations) for all commenters",
            source: "the usual count"),
    ]
}
