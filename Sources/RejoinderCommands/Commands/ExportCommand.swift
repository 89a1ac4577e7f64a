import ArgumentParser
import Rejoinder

/// The forms that discussions can be exported in.
enum ExportForm: String, CaseIterable, ExpressibleByArgument {
    case convokit, csv, jsonl
}

/// `rejoinder export`: discussions for other programs.
struct ExportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Write discussions for other programs: ConvoKit, tables, JSON lines.",
        discussion: """
            convokit is a folder that ConvoKit loads; csv has one row a comment and is safe to open \
            in a spreadsheet; jsonl has one discussion a line. With a folder after -o, csv and \
            jsonl write one file for each discussion.

            EXAMPLES
              rejoinder export page.txt --as csv --recover -o page.csv
              rejoinder export --db pages.sqlite --as convokit -o corpus/
            """)

    @OptionGroup var input: InputOptions

    @OptionGroup var source: SourceOptions

    @Option(
        name: .customLong("as"),
        help: ArgumentHelp("The form to write.", valueName: "convokit|csv|jsonl"))
    var form: ExportForm = .jsonl

    @Flag(
        help: """
            Write the replies that were recovered as parents, not only the source's own; of a store \
            that is damaged write all that can be read.
            """)
    var recover = false

    /// More discussions are counted and not named.
    private static let namedLimit = 20

    @OptionGroup var output: OutputOptions

    mutating func validate() throws {
        try source.requireEither(or: input)
        try output.requireApart(from: input.paths + [source.db])
        if form == .convokit, output.target == .standardOutput {
            throw ValidationError("A ConvoKit corpus is a folder: name it with -o.")
        }
        if recover, source.db != nil, input.privacy.pseudonymizes {
            throw ValidationError(
                "--pseudonymize does not go with --recover of a store: recover it first, then give"
                    + " what came out to `rejoinder export --pseudonymize`.")
        }
    }

    func run() async throws {
        var writer = try DiscussionWriter(form: form, target: output.target)
        let status = try await forEachDiscussion { try writer.write($0) }
        try writer.finish(status)
        if status != .done { throw status }
    }

    /// All that can be read of a store, be it damaged.
    private func recoverDiscussions(
        of db: String, _ body: (Discussion) throws -> Void
    ) throws -> ExitStatus {
        let outcome: RecoveryOutcome
        do {
            outcome = try DiscussionStore(path: db, for: .recovering).recoverDiscussions {
                let discussion = $0.stating($1)
                try body(input.privacy.dropsText ? discussion.withoutTexts() : discussion)
            }
        } catch let error as StoreError where error.code == .damaged {
            throw CommandFailure(
                place: db, problem: "\(error.message): nothing of it can be read",
                remedy: "analyse the sources into a new file; `sqlite3 FILE .recover` may find"
                    + " some rows")
        }
        let isSound = outcome.incomplete.isEmpty && !outcome.mayLackDiscussions
        guard !isSound else { return .done }
        let lost =
            outcome.lostComments > 0 ? ", \(counted(outcome.lostComments, "comment")) lost" : ""
        var words =
            "\(db): the file is damaged: \(counted(outcome.whole, "discussion")) read whole,"
            + " \(outcome.incomplete.count) in part\(lost)"
        if !outcome.incomplete.isEmpty {
            let named = outcome.incomplete.prefix(Self.namedLimit)
            let more = outcome.incomplete.count - named.count
            words += " (\(named.joined(separator: ", "))\(more > 0 ? " and \(more) more" : ""))"
        }
        if outcome.mayLackDiscussions { words += "; others may be lost altogether" }
        StandardStreams.say(.error, words)
        return .somethingUnread
    }

    /// Without `--recover` nothing has to be worked out, but for the names that stand in texts.
    private func forEachDiscussion(
        _ body: (Discussion) throws -> Void
    ) async throws -> ExitStatus {
        if recover, let db = source.db { return try recoverDiscussions(of: db, body) }
        let options = input.privacy
        if recover || source.db != nil || options.pseudonymizes {
            let run = AnalysisRun(
                input: input, db: source.db, output: output, summarizer: .silent)
            return try await run.forEachAnalysis { analysis in
                let discussion = analysis.discussion
                try body(recover ? discussion.stating(analysis.graph.replies) : discussion)
            }
        }
        let findings = FindingPrinter(isQuiet: output.quiet)
        var errors = ErrorPrinter(hidesWords: !options.isDefault)
        var status = ExitStatus.done
        for result in try input.reader() {
            switch result {
            case .success(let discussion):
                let changed = findings.say(discussion.findings)
                let isUnread = discussion.findings.contains { $0.severity == .error }
                if isUnread || input.reading.strict && changed { status = .somethingUnread }
                try body(options.dropsText ? discussion.withoutTexts() : discussion)
            case .failure(let error):
                errors.say(error)
                status = .somethingUnread
            }
        }
        errors.sayRest()
        return status
    }
}

/// Discussions on their way into files.
private struct DiscussionWriter {
    private enum Place {
        case one(TextOutput)
        case folder(OutputFolder)
        case corpus(ConvoKitCorpus, utterances: TextOutput, conversations: TextOutput, path: String)
    }

    private let form: ExportForm
    private var place: Place
    private var isEmpty = true

    init(form: ExportForm, target: OutputTarget) throws {
        self.form = form
        switch (form, target) {
        case (.convokit, .file(let path)), (.convokit, .folder(let path)):
            _ = try OutputFolder(path: path, ending: "")
            let folder = path.hasSuffix("/") ? path : path + "/"
            let conversations = try TextOutput(path: folder + "conversations.json")
            try conversations.write(ConvoKitCorpus.conversationsFrame.begin)
            place = .corpus(
                ConvoKitCorpus(), utterances: try TextOutput(path: folder + "utterances.jsonl"),
                conversations: conversations, path: folder)
        case (_, .folder(let path)):
            place = .folder(try OutputFolder(path: path, ending: "." + form.rawValue))
        default:
            let output = try target.open(forData: true)
            if form == .csv { try output.write(CommentTable.header) }
            place = .one(output)
        }
    }

    private func text(of discussion: Discussion) -> String {
        form == .csv
            ? CommentTable.rows(of: discussion) : DiscussionLine.text(of: discussion) + "\n"
    }

    mutating func write(_ discussion: Discussion) throws {
        isEmpty = false
        switch place {
        case .one(let output):
            try output.write(text(of: discussion))
            // Whoever waits at the other end of a pipe gets each discussion.
            if form == .jsonl { try output.flush() }
        case .folder(var folder):
            let file = try folder.open(discussion: discussion.id)
            place = .folder(folder)
            try file.write((form == .csv ? CommentTable.header : "") + text(of: discussion))
            try file.finish()
        case .corpus(var corpus, let utterances, let conversations, let path):
            // Else the corpus would be copied with every discussion.
            place = .one(utterances)
            let part = corpus.add(discussion)
            try utterances.write(part.utterances)
            try conversations.write(part.conversations)
            place = .corpus(
                corpus, utterances: utterances, conversations: conversations, path: path)
        }
    }

    /// Where nothing could be read, what was there stays.
    func finish(_ status: ExitStatus) throws {
        guard !isEmpty || status == .done else { return }
        switch place {
        case .one(let output): try output.finish(status)
        case .folder: break
        case .corpus(let corpus, let utterances, let conversations, let path):
            try utterances.finish()
            try conversations.write(ConvoKitCorpus.conversationsFrame.end)
            try conversations.finish()
            for file in corpus.files() {
                let output = try TextOutput(path: path + file.name)
                try output.write(file.text)
                try output.finish()
            }
        }
    }
}
