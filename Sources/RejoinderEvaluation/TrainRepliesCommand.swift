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
        var rows: [[String]] = []
        for group in model.replies.keys.sorted() {
            guard let weights = model.replies[group] else { continue }
            let width = weights.output.count
            rows.append([group, ReplyWeights.outputName] + weights.output.map(figure))
            for (at, feature) in ClueRegistry.features.enumerated() {
                let hidden = weights.hidden[(at * width)..<((at + 1) * width)]
                rows.append([group, feature, figure(weights.linear[at])] + hidden.map(figure))
            }
        }
        try write(rows, to: "reply-weights.txt")
    }

    private func figure(_ weight: Float) -> String { String(format: "%.4g", weight) }

    private func write(_ rows: [[String]], to file: String) throws {
        var text = "# Learnt by: rejoinder-evaluate train-replies DATA\n"
        for row in rows { text += row.joined(separator: "\t") + "\n" }
        try text.write(toFile: output + "/" + file, atomically: true, encoding: .utf8)
    }
}
