import ArgumentParser
import DiscussionModel
import DiscussionReading
import Foundation
import ReplyReconstruction
import StanceAnalysis

/// Compares the stances on pages with those that somebody noted by hand.
struct StancePageCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "stance-pages",
        abstract: "Measures stances on pages, on the edges that the annotations have.")

    @Argument(help: "Pages and their annotations in turn: page.txt gold.json …")
    var files: [String]

    @Flag(help: "Print every reply with its cues.")
    var all = false

    @Option(help: "A folder with weights to judge by instead of those shipped.")
    var weights: String?

    func run() throws {
        let model = try weights.map(StanceModel.init(folder:)) ?? .shared
        for at in stride(from: 0, to: files.count - 1, by: 2) {
            for result in try DiscussionReader(inputs: [files[at]]) {
                let discussion = try result.get()
                let score = try StancePageScore(discussion, gold: files[at + 1], model: model)
                print("\(discussion.id): \(score.right) of \(score.judged) stances right")
                for row in score.rows where all || row.isWrong { print(row.text) }
            }
        }
    }
}

/// The stances of one page beside those noted by hand; what is noted as `mixed` counts nowhere.
struct StancePageScore {
    private(set) var right = 0
    private(set) var judged = 0
    /// A line for each reply, and whether its stance is not the one noted.
    private(set) var rows: [(isWrong: Bool, text: String)] = []

    /// Judges the replies that the annotations have, whatever the reconstruction finds.
    init(_ discussion: Discussion, gold path: String, model: StanceModel = .shared) throws {
        let gold = try JSONDecoder().decode(
            Gold.self, from: Data(contentsOf: URL(fileURLWithPath: path)))
        var graph = ReplyReconstructor(mode: .recover).replyGraph(of: discussion)
        graph.alsoAnswers = []
        graph.replies = gold.replies.filter {
            (1...max(1, discussion.comments.count)).contains($0.from) && $0.to >= 0
                && $0.to <= discussion.comments.count
        }.sorted { $0.from < $1.from }.map {
            Reply(from: $0.from, to: $0.to, confidence: 1, evidence: [])
        }
        var judge = StanceJudge(discussion: discussion, graph: graph, model: model)
        _ = judge.judge(&graph)
        let noted = Dictionary(
            gold.replies.compactMap { row in row.stance.map { ([row.from, row.to], $0) } }
        ) { first, _ in first }
        for reply in graph.replies {
            guard let stance = reply.stance, let label = noted[[reply.from, reply.to]] else {
                continue
            }
            let isWrong = label != "mixed" && label != stance.label.rawValue
            if label != "mixed" {
                judged += 1
                right += isWrong ? 0 : 1
            }
            let cues = stance.cues.map { "\($0.kind) \($0.detail) \(Self.figure($0.weight))" }
            rows.append(
                (
                    isWrong,
                    "  \(reply.from) to \(reply.to): \(stance.label.rawValue), noted \(label); "
                        + "\(Self.figure(stance.agree)) \(Self.figure(stance.neutral)) "
                        + "\(Self.figure(stance.disagree)); \(cues.joined(separator: ", "))"
                ))
        }
    }

    private struct Gold: Decodable {
        struct Edge: Decodable {
            var from: Int
            var to: Int
            var stance: String?
        }
        var replies: [Edge]
    }

    private static func figure(_ value: Double) -> String { String(format: "%.2f", value) }
}

extension StanceModel {
    /// Reads the two files that `train-stance` writes.
    init(folder: String) throws {
        func bytes(_ name: String) throws -> [UInt8] {
            Array(try Data(contentsOf: URL(fileURLWithPath: folder + "/" + name)))
        }
        self.init(
            table: try bytes("stance-weights.txt"), words: try bytes("stance-words.dat"))
    }
}
