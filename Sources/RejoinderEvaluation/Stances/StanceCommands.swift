import ArgumentParser
import DiscussionModel
import DiscussionReading
import Foundation
import ReplyReconstruction
import StanceAnalysis

/// Learns the weights of stances and writes them as resources.
struct TrainStanceCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "train-stance",
        abstract: "Learns what tells the stance of a reply, the same bytes each time.")

    @Argument(help: "The folder that holds agreement/, replies/ and clusters/.")
    var data: String

    @Option(help: "The folder that the weights are written to.")
    var output = "Sources/StanceAnalysis/Resources"

    func run() throws {
        let pairs = try StanceCorpus.pairs(data) + StanceCorpus.forum(data)
        let model = StanceTrainer(pairs: pairs).model()
        let (table, words) = model.encoded()
        try ("# Learnt by: rejoinder-evaluate train-stance DATA\n" + table).write(
            toFile: output + "/stance-weights.txt", atomically: true, encoding: .utf8)
        try Data(words).write(to: URL(fileURLWithPath: output + "/stance-words.dat"))
        print("\(model.keys.count) words, \(model.measures.count) measures")
    }
}

/// Prints the accuracy of stances alone.
struct StanceAccuracyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "stance-accuracy",
        abstract: "Measures the stances of replies on public data.")

    @Argument(help: "The folder that holds agreement/, replies/ and clusters/.")
    var data: String

    @Option(help: "The number of parts of the cross-validation.")
    var folds = 5

    @Option(help: "Write the stances of all forum replies, out of fold, to this file.")
    var signs: String?

    func run() throws {
        if let signs { return try writeSigns(signs) }
        try StanceAccuracy(data: data, folds: folds).printTables()
    }

    private struct Sign: Encodable {
        var discussion: String
        var from: String
        var to: String
        var agree: Double
        var neutral: Double
        var disagree: Double
    }

    private func writeSigns(_ path: String) throws {
        let pairs = try StanceCorpus.pairs(data)
        let forum = try StanceCorpus.forum(data)
        let discussions = try DiscussionReader(
            inputs: [data + "/replies/4forums.dev.jsonl"],
            options: ReadingOptions(format: "convokit")
        ).map { try $0.get() }
        let parts = Parallel.map(0..<folds) { fold -> [Int: [Sign]] in
            let own = Set(
                discussions.indices.filter { $0 % folds == fold }.map { discussions[$0].id })
            let model = StanceTrainer(
                pairs: pairs + forum.filter { !own.contains($0.group) }
            ).model()
            var result: [Int: [Sign]] = [:]
            for at in discussions.indices where at % folds == fold {
                let discussion = discussions[at]
                var graph = ReplyReconstructor(mode: .stated).replyGraph(of: discussion)
                var judge = StanceJudge(discussion: discussion, graph: graph, model: model)
                _ = judge.judge(&graph)
                result[at] = graph.replies.compactMap { reply in
                    guard reply.to > 0, let stance = reply.stance else { return nil }
                    return Sign(
                        discussion: discussion.id, from: discussion.id(at: reply.from),
                        to: discussion.id(at: reply.to), agree: stance.agree,
                        neutral: stance.neutral, disagree: stance.disagree)
                }
            }
            return result
        }
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        var lines = Data()
        for at in discussions.indices {
            for sign in parts[at % folds][at] ?? [] {
                lines += try encoder.encode(sign)
                lines.append(UInt8(ascii: "\n"))
            }
        }
        try lines.write(to: URL(fileURLWithPath: path))
    }
}

/// Measures how many replies are judged in a second, on texts made by a generator.
struct StanceSpeedCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "stance-speed",
        abstract: "Measures how many replies a second are judged on one core.")

    @Option(help: "The number of comments.")
    var comments = 20_000

    @Option(help: "The mean number of words of a comment.")
    var words = 40

    @Option(help: "A folder with weights to judge by instead of those shipped.")
    var weights: String?

    private static let vocabulary = """
        i you they we the a of and to in is are was not no yes but because agree disagree think wrong
        right true never always people law money country question point really why what how don't
        can't bridge river council vote tax paper market winter engine harbour garden letter doubt
        maybe actually evidence source stupid good bad like hate know believe said read
        """.split(whereSeparator: \.isWhitespace).map(String.init)

    /// The time that the core worked for this thread, whatever else the machine does.
    private static var processorSeconds: Double {
        var time = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }

    func run() throws {
        var generator = SeededGenerator(seed: 7)
        let list = (1...comments).map { at -> Comment in
            let count = Int.random(in: 1...(2 * words - 1), using: &generator)
            let text = (0..<count).map { _ in
                (Self.vocabulary.randomElement(using: &generator) ?? "")
                    + (Int.random(in: 0..<9, using: &generator) == 0 ? "." : "")
            }.joined(separator: " ")
            return Comment(
                id: String(at), nameAsWritten: "p\(at % 97)", text: text,
                statedParent: String(at > 1 ? Int.random(in: 1..<at, using: &generator) : 0))
        }
        let discussion = Discussion(
            id: "speed", source: "speed", format: "discussions", comments: list)
        let graph = ReplyReconstructor(mode: .stated).replyGraph(of: discussion)
        let model = try weights.map(StanceModel.init(folder:)) ?? .shared
        var best = Double.infinity
        for _ in 0..<5 {
            var judged = graph
            let start = Self.processorSeconds
            var judge = StanceJudge(discussion: discussion, graph: judged, model: model)
            _ = judge.judge(&judged)
            best = min(best, Self.processorSeconds - start)
        }
        print(
            String(
                format: "%d replies of %d words on average: %.0f a second of one core, best of 5",
                graph.replies.count, words, Double(graph.replies.count) / best))
    }
}
