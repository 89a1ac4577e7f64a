public import ArgumentParser
public import Rejoinder

/// `rejoinder correct`: what a person who knows better says.
struct CorrectCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "correct",
        abstract: "Set what a comment answers, who wrote it or which side it takes.",
        discussion: """
            What is set is certain, and everything that follows from it is worked out anew. It is kept \
            when the source is analysed again. A table has the columns discussion, comment, field \
            (to, author or stance), value and note; all of it is applied or nothing.

            EXAMPLES
              rejoinder correct --db pages.sqlite page 3 --to 1 --note 'asks Ada'
              rejoinder correct --db pages.sqlite page 2 --stance disagree
              rejoinder correct --db pages.sqlite page 3 --undo to
              rejoinder correct --db pages.sqlite --export -o corrections.csv
              rejoinder correct --db pages.sqlite --csv corrections.csv
            """)

    @Option(help: ArgumentHelp("The file that `rejoinder analyze --db` wrote.", valueName: "file"))
    var db: String

    @Argument(help: "The id of the discussion.")
    var discussion: String?

    @Argument(help: "The id of the comment.")
    var comment: String?

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp(
            "The comment answers the one of this id; 0 is the article.", valueName: "id"))
    var to: String?

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp(
            "This person wrote the comment: a name or an id, perhaps of somebody new.",
            valueName: "name"))
    var author: String?

    @Option(
        help: ArgumentHelp(
            "How the comment takes what it answers.", valueName: "agree|neutral|disagree"))
    var stance: Stance.Label?

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp("Why; shown wherever the correction is.", valueName: "text"))
    var note: String?

    @Option(
        help: ArgumentHelp(
            "Take back what was set of the comment.", valueName: "to|author|stance"))
    var undo: Correction.Field?

    @Option(
        help: ArgumentHelp("Apply a table of corrections; - is standard input.", valueName: "file"))
    var csv: String?

    @Flag(help: "Write all corrections as a table that --csv reads.")
    var export = false

    @OptionGroup var output: OutputOptions

    private var wanted: [Correction.Value] {
        [to.map { .target($0) }, author.map { .author($0) }, stance.map { .stance($0) }]
            .compactMap(\.self)
    }

    mutating func validate() throws {
        try output.requireApart(from: [db, csv])
        let ways = [!wanted.isEmpty, undo != nil, csv != nil, export].count { $0 }
        guard ways == 1 else {
            throw ValidationError(
                "Say what to do: --to, --author or --stance, or else one of --undo, --csv, --export."
            )
        }
        let isOfOne = csv == nil && !export
        if isOfOne, discussion == nil || comment == nil {
            throw ValidationError("Name the discussion and the comment.")
        }
        if !isOfOne, discussion != nil {
            throw ValidationError("--csv and --export are of all discussions: name none.")
        }
        if note != nil, wanted.isEmpty {
            throw ValidationError("--note goes with --to, --author and --stance.")
        }
        if output.output != nil, !export { throw ValidationError("-o goes with --export.") }
    }

    func run() throws {
        if export { return try writeTable() }
        let request =
            try csv.map { try CorrectionRequest(table: $0) }
            ?? CorrectionRequest(path: db, changes: changes)
        let store = try DiscussionStore(path: db, for: .changing)
        if !output.quiet { store.sayKeptCopy() }
        if csv == nil, let discussion { try store.requireDiscussion(discussion) }
        var run = CorrectionRun(store: store, request: request)
        try run.apply()
        guard !output.quiet else { return }
        for remark in run.remarks { StandardStreams.say(.warning, remark) }
        for outcome in run.outcomes { StandardStreams.say(.note, outcome) }
        if csv != nil {
            let what = counted(request.changes.count, "correction")
            StandardStreams.say(
                .note, "\(what) of \(counted(run.discussions, "discussion")) stored in \(db)")
        }
    }

    /// What is asked for of one comment.
    private var changes: [CorrectionChange] {
        guard let discussion, let comment else { return [] }
        let kinds: [CorrectionChange.Kind] =
            undo.map { [.remove($0, of: comment)] }
            ?? wanted.map { .set(Correction(comment: comment, value: $0, note: note)) }
        return kinds.map { CorrectionChange(place: db, discussion: discussion, kind: $0) }
    }

    private func writeTable() throws {
        let store = try DiscussionStore(path: db, for: .reading)
        let target = try output.target.open(forData: true)
        try target.write(CorrectionTable.header)
        for (discussion, correction) in try store.allCorrections() {
            try target.write(CorrectionTable.row(of: correction, in: discussion))
        }
        try target.finish()
    }
}

extension Stance.Label: ExpressibleByArgument {}

extension Correction.Field: ExpressibleByArgument {}
