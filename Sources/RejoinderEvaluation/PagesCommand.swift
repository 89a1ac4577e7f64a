import ArgumentParser
import DiscussionModel
import DiscussionReading
import Foundation
import ReplyReconstruction

/// Scores pasted pages against annotations of them.
struct PagesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "pages", abstract: "Scores pasted pages against annotated replies.")

    @Argument(help: "Pages and their annotations in turn: page.txt gold.json …")
    var files: [String]

    @Option(help: "Learn the weights of pages from this folder instead of using those shipped.")
    var learnFrom: String?

    func run() throws {
        var model = ReconstructionModel.shared
        if let learnFrom {
            model = ModelTrainer(
                forum: try GoldCorpora.forum(learnFrom), chat: [], learnsPages: true,
                learnsPagesOnly: true
            ).model()
        }
        print("| page | authors as written | inferred | shown | implied | wrongly attached |")
        print("|---|---|---|---|---|---|")
        var remarks: [String] = []
        for at in stride(from: 0, to: files.count - 1, by: 2) {
            for result in try DiscussionReader(inputs: [files[at]]) {
                let discussion = try result.get()
                let graph = ReplyReconstructor(mode: .auto, model: model).replyGraph(of: discussion)
                if let debug = ProcessInfo.processInfo.environment["DEBUG"] {
                    let situation = Situation(discussion, judge: model.quotations).withFirstGuess(by: model.weights(discussion.setting, .first))
                    for ordinal in debug.split(separator: ",").compactMap({ Int($0) }) {
                        let rows = ClueRegistry.rows(for: ordinal, in: situation)
                        let p = model.weights(discussion.setting, .second).probabilities(rows)
                        for (k, c) in rows.candidates.enumerated() where p[k] > 0.04 || c == 10 {
                            print("DEBUG", ordinal, c, p[k], zip(ClueRegistry.features, rows.row(k)).filter { $0.1 != 0 }.map { "\($0.0)=\($0.1)" }.joined(separator: " "))
                        }
                    }
                }
                let score = try PageScore(graph, of: discussion, gold: files[at + 1])
                print("| \(discussion.id) | \(score.row) |")
                remarks += score.remarks
            }
        }
        remarks.forEach { print($0) }
    }
}
