import ArgumentParser
import DiscussionModel
import DiscussionSummaries
import Foundation

/// Learns the weights of summaries and writes them as a resource.
struct TrainSummariesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "train-summaries",
        abstract: "Learns what summaries by people take up, the same bytes each time.")

    @Argument(help: "The folder that holds summaries/convosumm-email.train.source and .target.")
    var data: String

    @Option(help: "The folder that the weights are written to.")
    var output = "Sources/DiscussionSummaries/Resources"

    func run() throws {
        let threads = try SummaryCorpus.mails(data + "/summaries/convosumm-email.train")
        let weights = SummaryTrainer.weights(
            Parallel.map(0..<threads.count) { threads[$0].examples })
        var text = "# Learnt by: rejoinder-evaluate train-summaries DATA\n"
        for row in weights.rows { text += row.joined(separator: "\t") + "\n" }
        try text.write(
            toFile: output + "/summary-weights.txt", atomically: true, encoding: .utf8)
    }
}
