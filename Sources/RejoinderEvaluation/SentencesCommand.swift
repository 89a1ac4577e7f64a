import ArgumentParser
import DiscussionMeasurement
import DiscussionModel
import DiscussionReading
import DiscussionSummaries
import Foundation
import LanguageTools
import ReplyReconstruction

/// Prints the sentences of discussions, so that other summarizers can choose among the same ones.
struct SentencesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sentences",
        abstract: "Prints what summaries choose from: a JSON object for each discussion.",
        discussion: """
            `all` are the sentences of every comment as the splitter finds them, `own` those that \
            are good to choose: without quoted words, headers of mails, greetings and fragments.
            """)

    @Argument(help: "Files of discussions, in any format that is read.")
    var inputs: [String]

    private struct Line: Encodable {
        var id: String
        var words: Int
        var all: [Row]
        var own: [Row]
    }

    private struct Row: Encodable {
        var comment: String
        var commenter: String
        var words: Int
        var text: String
    }

    func run() throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        for gold in try SummaryCorpus.discussions(inputs) {
            let discussion = gold.discussion
            func row(_ comment: Int, _ text: String) -> Row {
                Row(
                    comment: discussion.id(at: comment),
                    commenter: gold.graph.commenters[gold.graph.commenter(of: comment)].id,
                    words: wordCount(text), text: text)
            }
            let line = Line(
                id: discussion.id, words: gold.measures.comments.reduce(0) { $0 + $1.words },
                all: discussion.comments.enumerated().flatMap { index, comment in
                    sentences(of: comment.text).map {
                        row(index + 1, $0.span.words(of: comment.text))
                    }
                },
                own: Summarizer().candidates(
                    of: discussion, graph: gold.graph, measures: gold.measures
                ).map { row($0.comment, $0.text) })
            print(String(decoding: try encoder.encode(line), as: UTF8.self))
        }
    }
}
