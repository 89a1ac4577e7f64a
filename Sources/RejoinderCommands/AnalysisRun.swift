import Rejoinder
import Synchronization

/// Analyses one after another, with findings, errors and progress said on standard error.
struct AnalysisRun {
    private let input: InputOptions
    private let camps: CampCount
    private let db: String?
    private let isQuiet: Bool
    private let summarizer: Summarizer?
    private let corrections: StoredCorrections

    /// - Parameters:
    ///   - summarizer: sums up anew where it is given; stored summaries stay else.
    ///   - corrections: what people have set in the discussions that are read.
    init(
        input: InputOptions, camps: CampCount = .auto, db: String? = nil, output: OutputOptions,
        summarizer: Summarizer? = nil, corrections: StoredCorrections = StoredCorrections()
    ) {
        self.input = input
        self.camps = camps
        self.db = db
        isQuiet = output.quiet
        self.summarizer = summarizer
        self.corrections = corrections
    }

    /// Calls `body` with every analysis in the order of the input or the store.
    ///
    /// - Parameter onFailure: called in its place with what could not be read.
    /// - Returns: `somethingUnread` when an input could not be read or, in strict mode, a finding
    ///   changed a result; else `done`.
    /// - Throws: `CommandFailure` when nothing can be read at all; what `body` throws.
    func forEachAnalysis(
        onFailure: (ReadingError) throws -> Void = { _ in },
        _ body: (Analysis) throws -> Void
    ) async throws -> ExitStatus {
        let privacy = try input.privacy.privacy(isQuiet: isQuiet)
        if let db { return try forEachStored(in: db, privacy, body) }
        var progress = ProgressLine(isQuiet: isQuiet)
        defer { progress.clear() }
        let reader = try ReaderProgress(input.reader(), inputs: input.inputs)
        let share = reader.share
        let findings = FindingPrinter(isQuiet: isQuiet)
        var errors = ErrorPrinter()
        var status = ExitStatus.done
        let analyzer = Analyzer(
            replies: input.replies, camps: camps, summarizer: summarizer ?? Summarizer(),
            privacy: privacy)
        try await analyzer.forEachAnalysis(
            of: reader, jobs: input.jobs,
            corrections: { [corrections] in corrections.corrections(of: $0, privacy) }
        ) { result in
            switch result {
            case .success(let analysis):
                if !analysis.findings.isEmpty {
                    progress.clear()
                    let changed = findings.say(analysis.findings)
                    let isUnread = analysis.findings.contains { $0.severity == .error }
                    if isUnread || input.reading.strict && changed { status = .somethingUnread }
                }
                try body(analysis)
                progress.count(
                    comments: analysis.discussion.comments.count, share: share.current)
            case .failure(let error):
                progress.clear()
                errors.say(error)
                status = .somethingUnread
                try onFailure(error)
            }
        }
        errors.sayRest()
        return status
    }

    /// Findings of stored analyses were said when they were made.
    private func forEachStored(
        in db: String, _ privacy: Privacy, _ body: (Analysis) throws -> Void
    ) throws -> ExitStatus {
        try DiscussionStore(path: db, for: .reading).forEachAnalysis { stored in
            var analysis = stored
            if let summarizer {
                analysis.summary = summarizer.summary(
                    of: stored.discussion, graph: stored.graph, stances: stored.stances,
                    measures: stored.measures)
            }
            try body(privacy.applied(to: analysis))
        }
        return .done
    }
}

/// A reader that lets others know how far it has come.
private struct ReaderProgress: IteratorProtocol {
    /// The share of all bytes that was read; unknown where the bytes are.
    final class Share: Sendable {
        private let value = Mutex<Double?>(nil)

        var current: Double? {
            get { value.withLock { $0 } }
            set { value.withLock { $0 = newValue } }
        }
    }

    let share = Share()
    private var reader: DiscussionReader
    private let bytes: Int?

    init(_ reader: DiscussionReader, inputs: [String]) {
        self.reader = reader
        bytes = DiscussionReader.bytes(ofInputs: inputs)
    }

    mutating func next() -> Result<Discussion, ReadingError>? {
        defer {
            if let bytes, bytes > 0 { share.current = Double(reader.bytesDone) / Double(bytes) }
        }
        return reader.next()
    }
}
