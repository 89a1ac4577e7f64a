import DiscussionModel
import TestSupport
import Testing

@testable import ReplyReconstruction

@Suite("Random discussions")
struct RandomDiscussionTests {
    private static let words = """
        the a and of bridge arch mill stream weir lorry mason cracks will rose anna toll no yes you \
        who pipistrelle licence #1 #2 >>1 @anna @rose Anna: Will, (sic) ... 桥 石 拱 سلام สะพาน
        """.split(separator: " ").map(String.init)

    /// A discussion whose comments repeat runs of words of each other, with hostile names.
    private func discussion(seed: UInt64) -> Discussion {
        var random = SeededGenerator(seed: seed)
        let names =
            ["Anna", "anna b", "Rose", "Will", "王小明", "Larry and his brother Harry", "ann-a"]
            + HostileText.names
        let people = (0..<6).map { _ in names.randomElement(using: &random) ?? "" }
        var texts = [String]()
        func own() -> [String] {
            (0..<Int.random(in: 0...25, using: &random)).map { _ in
                Self.words.randomElement(using: &random) ?? ""
            }
        }
        func text() -> String {
            var words = own()
            for _ in 0..<Int.random(in: 0...3, using: &random) {
                guard let source = texts.randomElement(using: &random) else { break }
                var run = source.split(separator: " ").map(String.init)
                run = Array(run.drop { _ in Int.random(in: 0..<4, using: &random) > 0 }.prefix(18))
                // Words are put in, dropped and altered.
                for _ in 0..<Int.random(in: 0...3, using: &random) where !run.isEmpty {
                    let at = Int.random(in: 0..<run.count, using: &random)
                    switch Int.random(in: 0..<3, using: &random) {
                    case 0: run.remove(at: at)
                    case 1: run.insert("(sic)", at: at)
                    default: run[at] = "other"
                    }
                }
                words += ["\n"] + run + ["\n"] + own()
            }
            if Bool.random(using: &random) {
                words.insert("@" + (people.randomElement(using: &random) ?? ""), at: 0)
            }
            return words.joined(separator: " ")
        }
        let body = text()
        texts.append(body)
        let comments = (0..<Int.random(in: 0...30, using: &random)).map { at in
            texts.append(text())
            let parent = Int.random(in: 0...32, using: &random)
            return Comment(
                id: String(at + 1),
                nameAsWritten: Int.random(in: 0..<8, using: &random) == 0
                    ? nil : people.randomElement(using: &random),
                accountID: Int.random(in: 0..<8, using: &random) == 0
                    ? people.randomElement(using: &random) : nil,
                posted: Bool.random(using: &random)
                    ? Timestamp(
                        seconds: [.min, .max, 0, Int64(at) * 60].randomElement(using: &random) ?? 0,
                        precision: .instant) : nil,
                text: texts[at + 1],
                statedParent: Bool.random(using: &random) ? String(parent) : nil,
                isGhost: Int.random(in: 0..<10, using: &random) == 0)
        }
        return Discussion(
            id: "random", source: "random.txt", format: "text",
            setting: Discussion.Setting.allCases.randomElement(using: &random) ?? .page,
            article: Article(author: Bool.random(using: &random) ? people[0] : nil, body: body),
            comments: comments)
    }

    @Test("Every graph keeps the rules", arguments: ReplyMode.allCases)
    func rules(mode: ReplyMode) {
        for seed in 0..<40 as Range<UInt64> {
            let talk = discussion(seed: seed)
            GraphRules.check(Talk.graph(talk, mode), of: talk, mode)
        }
    }

    @Test("The same discussion gives the same graph")
    func twice() {
        for seed in 1_000..<1_005 as Range<UInt64> {
            #expect(Talk.graph(discussion(seed: seed)) == Talk.graph(discussion(seed: seed)))
        }
    }

    @Test("Hostile texts by hostile people keep the rules")
    func hostile() {
        let names = HostileText.names
        let talk = Talk.about(
            author: "\\", body: names.joined(separator: "\n"),
            names.indices.map { (names[$0], names[($0 * 5 + 1) % names.count] + " @" + names[$0]) })
        GraphRules.check(Talk.graph(talk), of: talk)
    }
}
