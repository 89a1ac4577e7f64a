public import ArgumentParser
public import Rejoinder

/// `rejoinder summary`: what happened under each article.
struct SummaryCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "summary",
        abstract: "Say for each article who talked, with whom, and about what.",
        discussion: """
            EXAMPLES
              rejoinder summary page.txt
              rejoinder summary --db pages.sqlite --length 5% --as markdown > pages.md
              rejoinder summary --db pages.sqlite --attention
            """)

    @OptionGroup var input: InputOptions

    @OptionGroup var source: SourceOptions

    @OptionGroup var camps: CampOptions

    @Option(
        help: ArgumentHelp(
            "How many sentences sum up a discussion, and each of its threads, at most.",
            valueName: "n"))
    var sentences: Int?

    @Option(
        help: ArgumentHelp(
            """
            How long the summary of a discussion is, as a share of the words of its comments: above \
            0 and at most 100 %.
            """,
            valueName: "p%"))
    var length: ShareOfWords?

    @Flag(
        help: """
            Instead list the threads that a moderator should look at first: where a quarrel heats \
            up, where many turn on one person, where the same text is posted again.
            """)
    var attention = false

    @Option(help: ArgumentHelp("How many threads --attention lists at most.", valueName: "n"))
    var limit: Int?

    @Option(
        name: .customLong("as"),
        help: ArgumentHelp("The form of the summary.", valueName: "text|markdown|json"))
    var form: SummaryReport.Form = .text

    @OptionGroup var output: OutputOptions

    mutating func validate() throws {
        try source.requireEither(or: input)
        try output.requireApart(from: input.paths + [source.db])
        try camps.requireInputs(db: source.db)
        if let sentences, sentences < 1 {
            throw ValidationError("--sentences takes a number of 1 or more, not \(sentences).")
        }
        if sentences != nil, length != nil {
            throw ValidationError("--sentences and --length exclude each other.")
        }
        if attention, sentences != nil || length != nil {
            throw ValidationError("--attention lists threads and takes no --sentences or --length.")
        }
        if let limit {
            guard attention else { throw ValidationError("--limit goes with --attention.") }
            guard limit > 0 else {
                throw ValidationError("--limit takes a number of 1 or more, not \(limit).")
            }
        }
    }

    func run() async throws {
        let target = try output.target.open()
        let status = try await attention ? list(to: target) : sumUp(to: target)
        try target.finish(status)
        if status != .done { throw status }
    }

    /// Writes what a moderator should look at.
    private func list(to target: TextOutput) async throws -> ExitStatus {
        var report = AttentionReport(
            as: form, limit: limit ?? Self.threads,
            isColored: StandardStreams.showsColour(target), width: target.columns)
        let finder = AttentionFinder()
        let run = AnalysisRun(
            input: input, camps: camps.camps, db: source.db, output: output)
        var isEmpty = true
        let status = try await run.forEachAnalysis {
            isEmpty = false
            report.add(finder.threads(of: $0), of: $0)
        }
        // Where nothing could be read nothing is known.
        if !isEmpty || status == .done { try target.write(report.text) }
        return status
    }

    /// Writes the summary of each discussion.
    private func sumUp(to target: TextOutput) async throws -> ExitStatus {
        let report = SummaryReport(
            as: form, isColored: StandardStreams.showsColour(target), width: target.columns)
        let summarizer =
            sentences.map { Summarizer(length: .sentences($0), sentencesPerThread: $0) }
            ?? length.map { Summarizer(length: .share($0.share)) }
        let run = AnalysisRun(
            input: input, camps: camps.camps, db: source.db, output: output,
            summarizer: summarizer)
        var separator = ""
        return try await run.forEachAnalysis {
            try target.write(separator + report.text(of: $0))
            separator = report.separator
        }
    }

    /// How many threads are listed where no number is given.
    private static let threads = 20
}

extension SummaryReport.Form: ExpressibleByArgument {}

/// A share of words as a person writes it: `5%`, `12.5%`, or `5`.
struct ShareOfWords: ExpressibleByArgument {
    /// Above 0, at most 1.
    let share: Double

    init?(argument: String) {
        let number = argument.hasSuffix("%") ? argument.dropLast() : argument[...]
        guard let percent = Double(number), percent > 0, percent <= 100 else { return nil }
        share = percent / 100
    }
}
