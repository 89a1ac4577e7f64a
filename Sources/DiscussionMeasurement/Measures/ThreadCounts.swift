/// What is counted of each thread, in `CommentThread`.
enum ThreadCounts {
    /// The counts in the order of the JSON.
    static let definitions = [
        MeasureDefinition(
            name: "comments",
            meaning: "How many comments the thread has.",
            formula: "n_t = 1 + D_t",
            symbols: "t: the top-level comment; D_t: its `descendants`; a ghost at the top is no 1",
            range: "1 or more; they sum to n",
            undefined: "never",
            cost: "O(n) for all threads",
            source: "the usual count"),
        MeasureDefinition(
            name: "commenters",
            meaning: "How many people wrote in the thread.",
            formula: "#{ a_c : c in t }",
            symbols: "c: the comments of thread t; a_c: who wrote c; each unknown author is one",
            range: "1 to `comments`",
            undefined: "never",
            cost: "O(n) for all threads",
            source: "the usual count"),
        MeasureDefinition(
            name: "depth",
            meaning: "How many replies deep the thread goes, from the article.",
            formula: "max over c in t of d_c",
            symbols: "c: the comments of thread t; d_c: their `depth`",
            range: "1 (a lone comment) or more",
            undefined: "never",
            cost: "O(n) for all threads",
            source: "as for the discussion's `depth`"),
    ]
}
