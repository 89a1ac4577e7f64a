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
              rejoinder analyze forum/ --across discussions
              cat page.txt | rejoinder analyze - --json --pretty
            """)

    @OptionGroup var input: InputOptions

    @OptionGroup var camps: CampOptions

    @Option(
        help: ArgumentHelp(
            """
            Also find the camps of all commenters over all discussions. A person is the same in \
            two where the account is, or the name, within one site; within one file where no site \
            is known.
            """,
            valueName: "discussions"))
    var across: Across?

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
        if let store { try input.privacy.check(store, isQuiet: output.quiet) }
        let target = try json || store == nil ? output.target.open() : nil
        let print = target.map { printer(for: $0) }
        var discussions = 0
        var comments = 0
        var corpus = across.map { _ in Corpus(camps: camps.camps) }
        let run = AnalysisRun(
            input: input, camps: camps.camps, output: output,
            corrections: try store?.corrections() ?? StoredCorrections())
        let status = try await run.forEachAnalysis(onFailure: { error in
            // Whoever sent the line waits for its answer.
            guard json, error.isOfOneRecord, let target else { return }
            let document = AnalysisJSON(isPretty: pretty).document(ofFailure: [error.finding])
            try target.write(document + "\n")
            try target.flush()
        }) {
            let key = try store?.save($0)
            corpus?.add($0, key: key)
            discussions += 1
            comments += $0.discussion.comments.count
            try print?($0)
        }
        if let corpus {
            let found = corpus.accumulator.clustering()
            try store?.save(found, keys: corpus.keys)
            if let target { try write(found, of: discussions, to: target) }
        }
        try target?.finish(status)
        if !skipsSearchIndex { try store?.rebuildSearchIndex() }
        if let db, !output.quiet {
            let what = "\(counted(discussions, "discussion")) with \(counted(comments, "comment"))"
            StandardStreams.say(.note, "\(what) stored in \(db)")
        }
        if status != .done { throw status }
    }

    private func write(
        _ corpus: CorpusClustering, of discussions: Int, to target: TextOutput
    ) throws {
        if json {
            let document = CorpusJSON(isPretty: pretty)
            try target.write(document.document(of: corpus, discussions: discussions) + "\n")
        } else {
            let report = CorpusReport(
                isColored: StandardStreams.showsColour(target), width: target.columns)
            let separator = discussions > 0 ? "\n" : ""
            try target.write(separator + report.text(of: corpus, discussions: discussions))
        }
        try target.flush()
    }

    /// Prints an analysis at once: whoever waits at the other end of a pipe gets each answer.
    private func printer(for target: TextOutput) -> (Analysis) throws -> Void {
        if json {
            let document = AnalysisJSON(isPretty: pretty)
            return {
                try target.write(document.document(of: $0) + "\n")
                try target.flush()
            }
        }
        let report = OutcomeReport(
            isColored: StandardStreams.showsColour(target), width: target.columns)
        var separator = ""
        return {
            try target.write(separator + report.text(of: $0))
            separator = "\n"
            try target.flush()
        }
    }
}

/// What commenters are joined over.
enum Across: String, CaseIterable, ExpressibleByArgument {
    /// All discussions of the input.
    case discussions
}

/// What is kept of all discussions.
private struct Corpus {
    var accumulator: CampAccumulator
    /// The key in the store of each discussion, by id.
    var keys: [String: String] = [:]

    init(camps: CampCount) {
        accumulator = CampAccumulator(camps: camps)
    }

    mutating func add(_ analysis: Analysis, key: String?) {
        accumulator.add(analysis.discussion, analysis.graph)
        if let key { keys[analysis.discussion.id] = key }
    }
}
