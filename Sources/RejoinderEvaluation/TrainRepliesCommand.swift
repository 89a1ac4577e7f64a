import ArgumentParser
import DiscussionModel
import Foundation
import LanguageTools
import ReplyReconstruction

/// Learns the weights of quotations, replies and authors and writes them as resources.
struct TrainRepliesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "train-replies",
        abstract: "Learns what tells quotations and replies, the same bytes each time.")

    @Argument(help: "The folder that holds replies/4forums.dev.jsonl and replies/irc/train.")
    var data: String

    @Option(help: "The folder that the weights are written to.")
    var output = "Sources/ReplyReconstruction/Resources"

    @Flag(help: "Learn the weights of pages only and keep the others.")
    var pagesOnly = false

    func run() throws {
        let trainer = ModelTrainer(
            forum: try GoldCorpora.forum(data), chat: try GoldCorpora.chat(data, part: "train"),
            learnsPages: true, learnsPagesOnly: pagesOnly)
        let model = trainer.model()
        try write(
            zip(QuotationJudge.features, model.quotations.weights).map {
                ["quotation", $0, figure($1)]
            }, to: "quotation-weights.txt")
        try write(
            model.replies.keys.sorted().flatMap { group in
                model.replies[group]?.rows(group: group, features: ClueRegistry.features) ?? []
            }, to: "reply-weights.txt")
        try write(
            model.authors.ranker.rows(group: "author", features: AuthorFeature.allCases.map(\.name))
                + [["author", "threshold", figure(Float(model.authors.threshold))]],
            to: "author-weights.txt")
    }

    private func figure(_ weight: Float) -> String { FloatMath.fourDigits(weight) }

    private func write(_ rows: [[String]], to file: String) throws {
        var text = "# Learnt by: rejoinder-evaluate train-replies DATA\n"
        for row in rows { text += row.joined(separator: "\t") + "\n" }
        try text.write(toFile: output + "/" + file, atomically: true, encoding: .utf8)
    }
}
