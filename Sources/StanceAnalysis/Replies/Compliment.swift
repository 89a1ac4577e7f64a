/// "You are very kind", "you're a star": said to the other, and no dissent although most that is said
/// to "you" is.
enum Compliment {
    /// How many tokens a compliment takes that begins at a word; `nil` where there is none.
    ///
    /// - Complexity: O(1).
    static func length(at start: Int, in tokens: [StanceToken]) -> Int? {
        var place = start
        if tokens[place].key == youAre {
            place += 1
        } else {
            guard tokens[place].key == you, place + 1 < tokens.count, tokens[place + 1].key == are
            else {
                return nil
            }
            place += 2
        }
        // "so very", "such a", "the".
        let end = min(tokens.count, place + 4)
        while place < end, fillers.contains(tokens[place].key) { place += 1 }
        guard place < end, praises(tokens[place]) else { return nil }
        place += 1
        // "a great liar", "kind of wrong", "great at missing the point".
        for next in tokens[place..<min(tokens.count, place + 4)] {
            if next.endsSentence { break }
            if next.key == of || next.key == at { return nil }
            if !next.classes.isDisjoint(with: unkind) { return nil }
        }
        return place - start
    }

    private static let unkind: WordClasses = [
        .insulting, .hostile, .disagreeing, .negation, .contrast, .mocking,
    ]

    private static func praises(_ token: StanceToken) -> Bool {
        token.classes.contains(.praising) && token.classes.isDisjoint(with: unkind)
    }

    private static let you = WordKey.of("you")
    private static let youAre = WordKey.of("you're")
    private static let are = WordKey.of("are")
    private static let of = WordKey.of("of")
    private static let at = WordKey.of("at")
    private static let fillers = Set(
        "so very truly really such a an the most too absolutely simply just always all both"
            .split(separator: " ").map { WordKey.of($0) })
}
