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
                let score = try PageScore(graph, of: discussion, gold: files[at + 1])
                print("| \(discussion.id) | \(score.row) |")
                remarks += score.remarks
            }
        }
        remarks.forEach { print($0) }
    }
}
