import ArgumentParser
import Rejoinder

/// `rejoinder summary`: what happened under each article.
struct SummaryCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "summary",
        abstract: "Say for each article who talked, with whom, and about what.",
        discussion: """
            EXAMPLES
              rejoinder summary page.txt
              rejoinder summary --db pages.sqlite --sentences 2 --as markdown > pages.md
            """)

    /// The forms that a summary is written in.
    enum Form: String, CaseIterable, ExpressibleByArgument {
        case text
        case markdown
        case json
    }

    @OptionGroup var source: SourceOptions

    @Option(
        help: ArgumentHelp(
            "How many sentences sum up a discussion, and each of its threads, at most.",
            valueName: "n"))
    var sentences: Int?

    @Option(
        name: .customLong("as"),
        help: ArgumentHelp("The form of the summary.", valueName: "text|markdown|json"))
    var form: Form = .text

    @OptionGroup var output: OutputOptions

    mutating func validate() throws {
        if let sentences, sentences < 0 {
            throw ValidationError("--sentences takes a number of 0 or more, not \(sentences).")
        }
    }

    func run() async throws {
    }
}
