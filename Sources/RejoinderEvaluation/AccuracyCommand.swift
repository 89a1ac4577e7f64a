import ArgumentParser
import Dispatch
import DiscussionModel
import Foundation
import ReplyReconstruction

/// Prints the accuracy tables beside their baselines.
struct AccuracyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "accuracy",
        abstract: "Measures replies, quotations, authors, stances and camps on public data.")

    @Argument(help: "The folder that holds replies/, agreement/ and clusters/.")
    var data: String

    @Option(help: "The number of parts of the cross-validation.")
    var folds = 5

    @Option(
        name: .customLong("part"),
        help: "A part of the tables: forum, chat, stances or camps. May be given more than once.")
    var parts: [Part] = Part.allCases

    /// The parts of the tables.
    enum Part: String, CaseIterable, ExpressibleByArgument {
        case forum, chat, stances, camps
    }

    /// The seeds of the removals of author lines; others than those that are learnt from.
    private static let removals: ClosedRange<UInt64> = 101...103

    func run() throws {
        if parts.contains(.forum) { try forum() }
        if parts.contains(.chat) { try chat() }
        if parts.contains(.stances) { try StanceAccuracy(data: data, folds: folds).printTables() }
        if parts.contains(.camps) { try CampAccuracy(data: data, folds: folds).printTable() }
    }

    private func forum() throws {
        let gold = try GoldCorpora.forum(data)
        let results = Parallel.map(0..<folds) { fold -> (ReplyScore, QuotationScore, AuthorScore) in
            var replies = ReplyScore()
            var quotations = QuotationScore()
            var authors = AuthorScore()
            let model = ModelTrainer(
                forum: gold.enumerated().filter { $0.offset % folds != fold }.map(\.element),
                chat: []
            ).model()
            let reconstructor = ReplyReconstructor(mode: .recover, model: model)
            for (at, discussion) in gold.enumerated() where at % folds == fold {
                let graph = reconstructor.replyGraph(of: discussion.discussion)
                replies.add(graph, discussion)
                quotations.add(graph, discussion)
                authors.add(discussion.discussion, seeds: Self.removals, reconstructor)
            }
            return (replies, quotations, authors)
        }
        var replies = ReplyScore()
        var quotations = QuotationScore()
        var authors = AuthorScore()
        for (part, quoted, named) in results {
            replies.merge(part)
            quotations.merge(quoted)
            authors.merge(named)
        }
        var previous = ReplyScore()
        for discussion in gold { previous.add(discussion) { ($0 - 1, 1) } }
        print("| replies/4forums.dev.jsonl, \(folds)-fold | the post before | Rejoinder |")
        print("|---|---|---|")
        func row(_ name: String, _ before: Double?, _ ours: Double) {
            print("| \(name) | \(before.map(Self.figure) ?? "") | \(Self.figure(ours)) |")
        }
        row("parent right, all \(replies.all) posts", previous.accuracy, replies.accuracy)
        row("posts that quote", previous.accuracyQuoting, replies.accuracyQuoting)
        row("posts that do not", previous.accuracyOther, replies.accuracyOther)
        row("path to the root right", previous.paths, replies.paths)
        row("calibration error", nil, replies.calibrationError)
        row("quotations: precision", nil, quotations.precision)
        row("… where the gold knows the source", nil, quotations.precisionOfKnown)
        row("quotations: recall", nil, quotations.recall)
        printTable(authors)
    }

    private func printTable(_ authors: AuthorScore) {
        print(
            "| author lines of a random 5 % removed, \(authors.removed) in 3 draws "
                + "| the commonest author | the author of two before | Rejoinder |")
        print("|---|---|---|---|")
        print(
            "| of the authors inferred, right | \(Self.figure(authors.frequentPrecision)) "
                + "| \(Self.figure(authors.alternatingPrecision)) "
                + "| \(Self.figure(authors.precision)) |")
        print("| share inferred | 1.000 | 1.000 | \(Self.figure(authors.share)) |")
        print("| mean confidence of these | | | \(Self.figure(authors.meanConfidence)) |")
    }

    private func chat() throws {
        let model = ModelTrainer(forum: [], chat: try GoldCorpora.chat(data, part: "train")).model()
        let reconstructor = ReplyReconstructor(mode: .recover, model: model)
        var ours = LinkScore()
        var previous = LinkScore()
        for gold in try GoldCorpora.chat(data, part: "dev") {
            ours.add(reconstructor.replyGraph(of: gold.discussion), gold)
            previous.add(gold.parents.indices.map { ($0 + 1, $0) }, gold)
        }
        print("| replies/irc/dev, learnt on irc/train | the message before | Rejoinder |")
        print("|---|---|---|")
        print(
            "| link precision | \(Self.figure(previous.precision)) | \(Self.figure(ours.precision)) |"
        )
        print("| link recall | \(Self.figure(previous.recall)) | \(Self.figure(ours.recall)) |")
        print("| link F | \(Self.figure(previous.f)) | \(Self.figure(ours.f)) |")
    }

    private static func figure(_ value: Double) -> String { String(format: "%.3f", value) }
}

/// Runs independent work on all cores, the results in the order of the input.
enum Parallel {
    static func map<Result: Sendable>(
        _ range: Range<Int>, _ body: @Sendable (Int) -> Result
    ) -> [Result] {
        let results = Slots<Result>(count: range.count)
        DispatchQueue.concurrentPerform(iterations: range.count) { at in
            results.set(at, body(range.lowerBound + at))
        }
        return results.all()
    }

    private final class Slots<Result: Sendable>: @unchecked Sendable {
        // Every access holds the lock.
        private var values: [Result?]
        private let lock = NSLock()

        init(count: Int) { values = Array(repeating: nil, count: count) }

        func set(_ at: Int, _ value: Result) { lock.withLock { values[at] = value } }

        func all() -> [Result] { lock.withLock { values.compactMap { $0 } } }
    }
}
