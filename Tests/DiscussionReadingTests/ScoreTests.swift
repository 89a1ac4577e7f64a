import Testing

@testable import DiscussionReading

@Suite("Scores as pages write them")
struct ScoreTests {
    @Test(
        "A score is read with its sign, its commas and its thousands",
        arguments: [
            ("42 points", 42), ("-3", -3), ("\u{2212}12", -12), ("1,024 likes", 1_024),
            ("1.2k", 1_200), ("-1.2k", -1_200), ("3K", 3_000), ("1.25k votes", 1_250),
            ("1,200k", 1_200_000), ("1.234k", 1_234), ("2M", 2_000_000), ("1,5 k", 15),
            ("score: 7.", 7),
        ])
    func number(text: String, score: Int) {
        #expect(Score.number(text) == score)
    }

    @Test(
        "What has no number, or one that is no score, has none",
        arguments: ["", "k", "vote", "1234567890123"])
    func none(text: String) {
        #expect(Score.number(text) == nil)
    }
}
