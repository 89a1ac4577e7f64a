/// What is counted of each comment, in `CommentMeasures` and in the source.
enum CommentCounts {
    /// The counts in the order of the JSON.
    static let definitions = [
        MeasureDefinition(
            name: "words",
            meaning: "How many words the comment has.",
            formula: "#{ w : w is a word of the text }",
            symbols:
                "w: runs of letters and digits with the apostrophes and hyphens inside them; in"
                + " scripts without spaces (Han, Kana, Thai, Lao, Khmer, Burmese) each letter is one",
            range: "0 or more",
            undefined: "never",
            cost: "O(bytes of the text)",
            source: "the usual count, quoted words included; emoji and signs are no words"),
        MeasureDefinition(
            name: "depth",
            meaning: "How many replies deep the comment stands.",
            formula: "d_v = d_p(v) + 1, and d_0 = 0",
            symbols: "v: the comment; p(v): what v answers; 0: the article",
            range: "1 (top-level) or more",
            undefined: "never",
            cost: "O(n) for all comments",
            source: "the depth of a node of a rooted tree"),
        MeasureDefinition(
            name: "directReplies",
            meaning: "How many comments answer the comment.",
            formula: "#{ c : p(c) = v }",
            symbols: "v: the comment; c: the comments; p(c): what c answers",
            range: "0 or more; its author's own replies count",
            undefined: "never",
            cost: "O(n) for all comments",
            source:
                "the number of children of a node; further answers (`alsoAnswers`) are no replies"),
        MeasureDefinition(
            name: "descendants",
            meaning: "How many comments stand below the comment.",
            formula: "D_v = sum over c with p(c) = v of (1 + D_c)",
            symbols: "v: the comment; c: the comments; p(c): what c answers",
            range: "`directReplies` to n - 1",
            undefined: "never",
            cost: "O(n) for all comments",
            source: "the size of a subtree, its root left out"),
        MeasureDefinition(
            name: "score",
            meaning: "How many votes or likes the comment has.",
            formula: "as the source counts them",
            symbols: "none",
            range: "below 0 too, where the source takes votes against from those for",
            undefined: "where the source does not say",
            cost: "O(1)",
            source: "the source of the discussion: scores of two sites say different things"),
    ]
}
