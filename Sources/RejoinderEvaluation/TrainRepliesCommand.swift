import ArgumentParser
import DiscussionModel
import Foundation
import ReplyReconstruction

/// Learns the weights of quotations and replies and writes them as resources.
struct TrainRepliesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "train-replies",
        abstract: "Learns what tells quotations and replies, the same bytes each time.")

    @Argument(help: "The folder that holds replies/4forums.dev.jsonl and replies/irc/train.")
    var data: String

    @Option(help: "The folder that the weights are written to.")
    var output = "Sources/ReplyReconstruction/Resources"

    func run() throws {
        let trainer = ModelTrainer(
            forum: try GoldCorpora.forum(data), chat: try GoldCorpora.chat(data, part: "train"))
        let model = trainer.model()
        try write(
            zip(QuotationJudge.features, model.quotations.weights).map { ("quotation", $0, $1) },
            to: "quotation-weights.txt")
        try write(
            model.replies.keys.sorted().flatMap { group in
                zip(ClueRegistry.features, model.replies[group]?.values ?? [])
                    .map { (group, $0, $1) }
            }, to: "reply-weights.txt")
    }

    private func write(_ rows: [(String, String, Float)], to file: String) throws {
        var text = "# Learnt by: rejoinder-evaluate train-replies DATA\n"
        for (group, name, weight) in rows where weight != 0 {
            text += "\(group)\t\(name)\t\(String(format: "%.5g", weight))\n"
        }
        try text.write(toFile: output + "/" + file, atomically: true, encoding: .utf8)
    }
}
