import ArgumentParser
import Rejoinder

/// `rejoinder analyze`: the main job.
struct AnalyzeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "analyze",
        abstract: "Work out who answers whom, and store or print what was found.",
        discussion: """
            Without --db and --json it prints a report for people.

            EXAMPLES
              rejoinder analyze page.txt
              rejoinder analyze pages/ --db pages.sqlite
              cat page.txt | rejoinder analyze - --json --pretty
            """)

    @OptionGroup var input: InputOptions

    @Option(
        help: ArgumentHelp(
            """
            Store the analyses in this SQLite file; an earlier one of the same discussion is \
            replaced.
            """,
            valueName: "file"))
    var db: String?

    @Flag(help: "Print one JSON document a line for each discussion.")
    var json = false

    @Flag(help: "Spread the JSON over lines for people.")
    var pretty = false

    @Flag(
        name: .customLong("no-search-index"), help: "Leave the index of words in the store alone.")
    var skipsSearchIndex = false

    @OptionGroup var output: OutputOptions

    mutating func validate() throws {
        try input.requireInputs()
        if pretty && !json { throw ValidationError("--pretty goes with --json.") }
        if skipsSearchIndex && db == nil {
            throw ValidationError("--no-search-index goes with --db.")
        }
    }

    func run() async throws {
        let store = try db.map { try DiscussionStore(path: $0) }
        let printer = json ? AnalysisPrinter.json(pretty: pretty) : store == nil ? .report : nil
        let target = try printer == nil ? nil : output.target.open()
        let status = try await AnalysisRun(input: input, output: output).forEachAnalysis {
            try store?.save($0)
            if let printer, let target {
                try target.write(printer.text(of: $0))
                // Whoever waits at the other end of a pipe gets each answer at once.
                try target.flush()
            }
        }
        if !skipsSearchIndex { try store?.rebuildSearchIndex() }
        try target?.flush()
        if status != .done { throw status }
    }
}

/// How an analysis is printed.
private enum AnalysisPrinter {
    case json(pretty: Bool)
    case report

    func text(of analysis: Analysis) -> String {
        switch self {
        case .json(let pretty): AnalysisJSON(isPretty: pretty).document(of: analysis) + "\n"
        case .report: ""
        }
    }
}
