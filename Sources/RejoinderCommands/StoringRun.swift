import Rejoinder

/// The part of a run that keeps analyses in a store, and says what became of them.
final class StoringRun {
    let load: StoreLoad
    /// What people have set in the discussions of the store.
    let corrections: StoredCorrections
    private let store: DiscussionStore
    private let isQuiet: Bool
    private var sources: Set<String> = []

    /// - Throws: `StoreError`; `CommandFailure` where names and pseudonyms would come together.
    init(
        path: String, privacy: PrivacyOptions, output: OutputOptions, commentsPerTransaction: Int?
    ) throws {
        store = try DiscussionStore(path: path)
        try privacy.check(store, isQuiet: output.quiet)
        isQuiet = output.quiet
        if !isQuiet { store.sayKeptCopy() }
        corrections = try store.corrections()
        load = try store.load(
            commentsPerTransaction: commentsPerTransaction ?? StoreLoad.commentsPerTransaction)
        Interruption.onEnding { [load, path, isQuiet] signal in
            load.end { outcome in
                if !isQuiet { Self.say("interrupted: ", outcome, path: path) }
                Interruption.exit(signal)
            }
        }
    }

    /// What `work` gives. Where it fails, what was stored before stays, and that is said.
    func saving<Result>(_ work: () async throws -> Result) async throws -> Result {
        do {
            return try await work()
        } catch {
            try? load.flush()
            if !isQuiet { Self.say("", load.outcome, path: store.path) }
            throw error
        }
    }

    /// Stores an analysis that is new.
    ///
    /// - Parameter isWanted: whether the analysis of a known discussion is wanted too.
    /// - Returns: the analysis, where it is new or wanted, and the key of the discussion.
    func take(
        _ discussion: StreamedDiscussion, isWanted: Bool
    ) throws -> (analysis: Analysis?, key: String?) {
        switch discussion {
        case .analysed(let analysis, let hash):
            sources.insert(analysis.discussion.source)
            return (analysis, try load.save(analysis, hash: hash))
        case .known(let discussion, let hash):
            sources.insert(discussion.source)
            guard isWanted, let found = try load.analysis(of: hash) else { return (nil, nil) }
            return (found.analysis, found.key)
        }
    }

    /// Makes the indexes, and says what was done.
    func finish(
        _ status: ExitStatus, inputs: [String], makesSearchIndex: Bool
    ) throws {
        // Of few comments they are made before anybody could read that they are.
        if !isQuiet, load.outcome.comments >= StoreLoad.commentsPerTransaction {
            StandardStreams.showLine(
                "\(load.outcome.comments) comments stored, making the indexes")
        }
        try load.finish(makesSearchIndex: makesSearchIndex)
        let outcome = load.outcome
        let unmet = status == .done ? try load.unmetCount(sources: sources, folders: inputs) : 0
        let repeated = isQuiet ? nil : try load.repeated()
        Interruption.forgetEnding()
        try load.close()
        guard !isQuiet else { return }
        var words =
            "\(counted(outcome.discussions, "discussion")) with"
            + " \(counted(outcome.comments, "comment")) stored in \(store.path)"
        if outcome.replaced > 0 {
            words += ", \(outcome.replaced) of them in the place of earlier ones"
        }
        if outcome.unchanged > 0 { words += "; \(outcome.unchanged) unchanged" }
        StandardStreams.say(.note, words)
        if unmet > 0 {
            StandardStreams.say(
                .note,
                "\(counted(unmet, "discussion")) of these sources stored before and no longer in"
                    + " them: kept")
        }
        if let repeated {
            StandardStreams.say(
                .warning,
                "\(counted(repeated.count, "discussion")) stored though the store held the same"
                    + " from a source of another name, as \(repeated.source) is also there as"
                    + " \(repeated.earlier); name an input the same way each time")
        }
    }

    /// Says how far a run came that ends before its time.
    private static func say(_ why: String, _ outcome: LoadOutcome, path: String) {
        var words = "\(why)\(counted(outcome.discussions, "discussion")) stored in \(path)"
        if outcome.unchanged > 0 { words += ", \(outcome.unchanged) unchanged" }
        StandardStreams.say(.note, words + "; the same command goes on from there")
    }
}

extension DiscussionStore {
    /// Says where the file was kept as it was, if it was of an older version.
    func sayKeptCopy() {
        guard let keptCopy else { return }
        StandardStreams.say(
            .note, "\(path) was of an older version and is kept as it was in \(keptCopy)")
    }
}

extension StoringRun? {
    /// What `work` gives, whether it is stored or not.
    func saving<Result>(_ work: () async throws -> Result) async throws -> Result {
        guard let self else { return try await work() }
        return try await self.saving(work)
    }

    /// The analysis of a discussion, and its key where it is stored.
    func take(
        _ discussion: StreamedDiscussion, isWanted: Bool
    ) throws -> (analysis: Analysis?, key: String?) {
        if let self { return try self.take(discussion, isWanted: isWanted) }
        guard case .analysed(let analysis, _) = discussion else { return (nil, nil) }
        return (analysis, nil)
    }
}
