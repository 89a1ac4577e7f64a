import ArgumentParser
import DiscussionModel
import Foundation
import LanguageTools

/// Counts the commonest words of English posts and writes them as a resource.
struct TrainWordsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "train-words",
        abstract: "Counts in how many posts of 10,000 the commonest words stand.")

    @Argument(help: "The folder that holds replies/4forums.dev.jsonl.")
    var data: String

    @Option(help: "The file that the table is written to.")
    var output = "Sources/LanguageTools/Resources/common-words.txt"

    func run() throws {
        var posts = 0
        var counts: [String: Int] = [:]
        for gold in try GoldCorpora.forum(data) {
            for comment in gold.discussion.comments {
                posts += 1
                var vocabulary = Vocabulary()
                let text = TokenizedText(comment.text, vocabulary: &vocabulary)
                var seen = Set<UInt32>()
                for token in text.tokens where seen.insert(token.word).inserted {
                    let written = text.scalars(Int(token.start)..<Int(token.end))
                    counts[NormalForm.ofWord(written), default: 0] += 1
                }
            }
        }
        let rows = counts.sorted { ($0.value, $1.key) > ($1.value, $0.key) }.prefix(3_000)
        let text = rows.map { word, count in
            "\(word)\t\(Int((Double(count) / Double(posts) * 10_000).rounded()))\n"
        }
        try text.joined().write(toFile: output, atomically: true, encoding: .utf8)
    }
}
