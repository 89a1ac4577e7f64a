import ArgumentParser
import DiscussionModel
import DiscussionReading
import ReplyReconstruction
import StanceAnalysis

/// Learns how much the signs of taking sides count, and writes the weights as a resource.
struct TrainCampsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "train-camps",
        abstract: "Learns what tells that two people are on one side, the same bytes each time.")

    @Argument(help: "The folder that holds agreement/, replies/ and clusters/.")
    var data: String

    @Option(help: "The number of parts of the cross-validation that gives the stances.")
    var folds = 5

    @Option(help: "The file that the weights are written to.")
    var output = "Sources/StanceAnalysis/Resources/camp-weights.txt"

    func run() throws {
        let accuracy = try CampAccuracy(data: data, folds: folds)
        try CampTrainer.write(accuracy.examples(recovered: false), to: output)
    }
}

extension CampAccuracy {
    /// Prepares for the forum of a folder: stances and replies of a discussion come from models
    /// that were learnt without its fold.
    init(data: String, folds: Int) throws {
        let forum = try GoldCorpora.forum(data)
        let pairs = try StanceCorpus.pairs(data)
        let distant = try StanceCorpus.forum(data)
        let discussions = forum.map(\.discussion)
        self.init(
            discussions: discussions, gold: try CampGold(data), folds: folds,
            stances: { fold in
                let own = Set(
                    discussions.indices.filter { $0 % folds == fold }.map { discussions[$0].id })
                let model = StanceTrainer(
                    pairs: pairs + distant.filter { !own.contains($0.group) }
                ).model()
                return { discussion, graph in
                    var judge = StanceJudge(discussion: discussion, graph: graph, model: model)
                    _ = judge.judge(&graph)
                }
            },
            recovery: { fold in
                let model = ModelTrainer(
                    forum: forum.indices.filter { $0 % folds != fold }.map { forum[$0] }, chat: []
                ).model()
                return ReplyReconstructor(mode: .recover, model: model)
            })
    }
}
