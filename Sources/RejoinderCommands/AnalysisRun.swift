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
    private let readsLinesAlone: Bool

    /// - Parameters:
    ///   - summarizer: sums up anew where it is given; stored summaries stay else.
    ///   - corrections: what people have set in the discussions that are read.
    ///   - readsLinesAlone: whether the lines of standard input know nothing of each other.
    init(
        input: InputOptions, camps: CampCount = .auto, db: String? = nil, output: OutputOptions,
        summarizer: Summarizer? = nil, corrections: StoredCorrections = StoredCorrections(),
        readsLinesAlone: Bool = false
    ) {
        self.input = input
        self.camps = camps
        self.db = db
        isQuiet = output.quiet
        self.summarizer = summarizer
        self.corrections = corrections
        self.readsLinesAlone = readsLinesAlone
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
        if let db {
            return try forEachStored(in: db, input.privacy.privacy(isQuiet: isQuiet), body)
        }
        return try await forEachDiscussion(onFailure: onFailure) {
            if case .analysed(let analysis, _) = $0 { try body(analysis) }
        }
    }

    /// Calls `body` with every discussion in the order of the input.
    ///
    /// - Parameter load: the store whose analyses are not made again.
    func forEachDiscussion(
        keeping load: StoreLoad? = nil, onFailure: (ReadingError) throws -> Void = { _ in },
        _ body: (StreamedDiscussion) throws -> Void
    ) async throws -> ExitStatus {
        let privacy = try input.privacy.privacy(isQuiet: isQuiet)
        var progress = ProgressLine(isQuiet: isQuiet)
        defer { StandardStreams.clearLine() }
        let reader = try ReaderProgress(
            input.reader(readsLinesAlone: readsLinesAlone), inputs: input.inputs)
        let read = reader.amount
        let findings = FindingPrinter(isQuiet: isQuiet)
        var errors = ErrorPrinter(hidesWords: !input.privacy.isDefault)
        var status = ExitStatus.done
        let analyzer = Analyzer(
            replies: input.replies, camps: camps,
            summarizer: summarizer ?? Summarizer(),
            privacy: privacy)
        try await analyzer.forEachDiscussion(
            of: reader, jobs: input.jobs,
            corrections: { [corrections] in corrections.corrections(of: $0, privacy) },
            isKnown: { [known = load?.known] in known?.contains($0) ?? false }
        ) { result in
            switch result {
            case .success(let streamed):
                let (comments, remarks) =
                    switch streamed {
                    case .analysed(let analysis, _):
                        (analysis.discussion.comments.count, analysis.findings)
                    case .known(let discussion, let hash):
                        (discussion.comments.count, try load?.keep(hash) ?? [])
                    }
                if !remarks.isEmpty {
                    let changed = findings.say(remarks)
                    let isUnread = remarks.contains { $0.severity == .error }
                    if isUnread || input.reading.strict && changed { status = .somethingUnread }
                }
                try body(streamed)
                progress.count(comments: comments, read: read.current)
            case .failure(let error):
                status = .somethingUnread
                try onFailure(errors.say(error))
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
    /// How much was read.
    final class Amount: Sendable {
        private let value: Mutex<ReadAmount>

        init(totalBytes: Int?) { value = Mutex(ReadAmount(totalBytes: totalBytes)) }

        var current: ReadAmount { value.withLock { $0 } }

        func note(bytes: Int, comments: Int) {
            value.withLock {
                $0.bytes = bytes
                $0.comments += comments
            }
        }
    }

    let amount: Amount
    private var reader: DiscussionReader

    init(_ reader: DiscussionReader, inputs: [String]) {
        self.reader = reader
        amount = Amount(totalBytes: DiscussionReader.bytes(ofInputs: inputs))
    }

    mutating func next() -> Result<Discussion, ReadingError>? {
        let result = reader.next()
        var comments = 0
        if case .success(let discussion) = result { comments = discussion.comments.count }
        amount.note(bytes: reader.bytesDone, comments: comments)
        return result
    }
}
