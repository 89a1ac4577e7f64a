import ArgumentParser

/// The command `rejoinder-evaluate`: learns the weights and prints the accuracy tables.
@main
struct EvaluateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rejoinder-evaluate",
        abstract: "Learns Rejoinder's weights from public data and measures how right it is.",
        subcommands: [
            AccuracyCommand.self, PagesCommand.self, SentencesCommand.self,
            StanceAccuracyCommand.self, StancePageCommand.self, StanceSpeedCommand.self,
            TrainCampsCommand.self, TrainRepliesCommand.self, TrainStanceCommand.self,
            TrainSummariesCommand.self, TrainWordsCommand.self,
        ])
}
