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
            Store the analyses in this SQLite file. A discussion that stands there as it is now is \
            not analysed again; an earlier state of it is replaced.
            """,
            valueName: "file"))
    var db: String?

    @Option(
        help: ArgumentHelp(
            """
            Store about so many comments at a time; where the program ends before its time, those \
            of the last time are stored no more. Without it \(StoreLoad.commentsPerTransaction).
            """,
            valueName: "n"))
    var commentsPerTransaction: Int?

    @Flag(help: "Also analyse again what stands in the store as it is now.")
    var again = false

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
        try output.requireApart(from: input.paths + [db])
        if pretty && !json { throw ValidationError("--pretty goes with --json.") }
        if skipsSearchIndex && db == nil {
            throw ValidationError("--no-search-index goes with --db.")
        }
        if again && db == nil { throw ValidationError("--again goes with --db.") }
        if let commentsPerTransaction {
            guard db != nil else {
                throw ValidationError("--comments-per-transaction goes with --db.")
            }
            guard commentsPerTransaction >= 1 else {
                throw ValidationError(
                    "--comments-per-transaction takes a number of 1 or more, not"
                        + " \(commentsPerTransaction).")
            }
        }
    }

    func run() async throws {
        let storing = try db.map {
            try StoringRun(
                path: $0, privacy: input.privacy, output: output,
                commentsPerTransaction: commentsPerTransaction)
        }
        var target = try json || storing == nil ? output.target.open() : nil
        let print = target.map { printer(for: $0) }
        // What is to be stored is stored though nobody reads the results any more.
        func showing(_ show: (TextOutput) throws -> Void) throws {
            guard let listener = target else { return }
            do {
                try show(listener)
            } catch is BrokenPipe where storing != nil {
                target = nil
            }
        }
        var discussions = 0
        var corpus = across.map { _ in Corpus(camps: camps.camps) }
        let run = AnalysisRun(
            input: input, camps: camps.camps, output: output,
            corrections: storing?.corrections ?? StoredCorrections(),
            readsLinesAlone: answersLines)
        let status = try await storing.saving {
            let status = try await run.forEachDiscussion(
                keeping: again ? nil : storing?.load,
                onFailure: { error in
                    // Whoever sent the line waits for its answer.
                    guard json, error.isOfOneRecord else { return }
                    var finding = error.finding
                    if answersLines { finding.line = nil }
                    let document = AnalysisJSON(isPretty: pretty).document(ofFailure: [finding])
                    try showing {
                        try $0.write(document + "\n")
                        try $0.flush()
                    }
                }
            ) {
                let isWanted = corpus != nil || target != nil
                let (analysis, key) = try storing.take($0, isWanted: isWanted)
                discussions += 1
                guard let analysis else { return }
                corpus?.add(analysis, key: key)
                try showing { _ in try print?(analysis) }
            }
            if let corpus {
                let found = corpus.accumulator.clustering()
                try storing?.load.save(found, keys: corpus.keys)
                try showing { try write(found, of: discussions, to: $0) }
            }
            return status
        }
        try showing { try $0.finish(status) }
        try storing?.finish(
            status, inputs: input.inputs, makesSearchIndex: !skipsSearchIndex)
        if status != .done { throw status }
    }

    /// Whether this is the filter form, in which the answer to a line depends on that line alone: a
    /// distributed engine deals lines out as it likes, and may deal one out twice.
    private var answersLines: Bool {
        json && db == nil && across == nil && input.inputs == ["-"]
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
            return { [answersLines] in
                let analysis = answersLines ? $0.withoutLineNumbers : $0
                try target.write(document.document(of: analysis) + "\n")
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

extension Analysis {
    /// The same where each line of the input stands for itself; where it stood is said on standard
    /// error.
    fileprivate var withoutLineNumbers: Analysis {
        guard discussion.format == DiscussionsFormat().name,
            discussion.findings.contains(where: { $0.line != nil })
        else { return self }
        var analysis = self
        for index in analysis.discussion.findings.indices {
            analysis.discussion.findings[index].line = nil
        }
        return analysis
    }
}
