public import DiscussionModel
public import DiscussionReading
public import DiscussionStorage

/// What became of one discussion of a stream.
public enum StreamedDiscussion: Sendable {
    /// It was analysed; the fingerprint is that of what the analysis depends on.
    case analysed(Analysis, ContentHash)
    /// It was passed over, since its analysis is known; id and source are those of the analysis.
    case known(Discussion, ContentHash)
}

extension Analyzer {
    /// Analyses discussions side by side and hands on the results in the order of the input.
    ///
    /// Reading, analysing and `body` overlap: while `body` works on one, others are begun. In memory,
    /// waiting, in work, done before their turn or in `body`, are at most `2 * jobs` discussions, or
    /// more of them while they hold no more than 4,000 comments for each job, or twice those of the
    /// largest, so that small ones need not wait behind a large one. One discussion is never divided.
    /// Neither the results nor their order depend on `jobs`.
    ///
    /// - Parameters:
    ///   - reader: where discussions come from, such as a `DiscussionReader`. It is asked for the
    ///     next one on a thread of its own, so it may wait.
    ///   - jobs: how many discussions are analysed at the same time, 1 or more.
    ///   - corrections: what people who know better say of a discussion.
    ///   - body: called with one result after another, never twice at the same time: an analysis,
    ///     or in its place the error of an input that could not be read.
    /// - Throws: the first error of `body`, or `CancellationError`; the rest of the input is then
    ///   left alone.
    public func forEachAnalysis<Reader: IteratorProtocol & SendableMetatype>(
        of reader: sending Reader, jobs: Int,
        corrections: @escaping @Sendable (Discussion) -> Corrections = { _ in Corrections() },
        _ body: (Result<Analysis, ReadingError>) async throws -> Void
    ) async throws where Reader.Element == Result<Discussion, ReadingError> {
        try await forEachDiscussion(
            of: reader, jobs: jobs, corrections: corrections, isKnown: { _ in false }
        ) { result in
            switch result {
            case .success(.analysed(let analysis, _)): try await body(.success(analysis))
            case .success(.known): break
            case .failure(let error): try await body(.failure(error))
            }
        }
    }

    /// Does the same and passes over the discussions whose analyses are known.
    ///
    /// - Parameters:
    ///   - reader: where discussions come from.
    ///   - jobs: how many discussions are analysed at the same time, 1 or more.
    ///   - corrections: what people who know better say of a discussion.
    ///   - isKnown: whether the analysis of a fingerprint is known already; called on several threads
    ///     at the same time.
    ///   - body: called with one result after another, as above.
    public func forEachDiscussion<Reader: IteratorProtocol & SendableMetatype>(
        of reader: sending Reader, jobs: Int,
        corrections: @escaping @Sendable (Discussion) -> Corrections = { _ in Corrections() },
        isKnown: @escaping @Sendable (ContentHash) -> Bool,
        _ body: (Result<StreamedDiscussion, ReadingError>) async throws -> Void
    ) async throws where Reader.Element == Result<Discussion, ReadingError> {
        let source = DiscussionSource(reader)
        let (results, resultsIn) = AsyncStream.makeStream(
            of: Result<StreamedDiscussion, ReadingError>.self)
        let (taken, takenIn) = AsyncStream.makeStream(of: Void.self)
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask {
                await work(
                    on: source, jobs: jobs, corrections: corrections, isKnown: isKnown,
                    results: resultsIn, taken: taken)
            }
            for await result in results {
                try Task.checkCancellation()
                try await body(result)
                takenIn.yield()
            }
            // A stream of a cancelled task ends as if there were no more.
            try Task.checkCancellation()
        }
    }

    /// Reads and analyses, and hands on what is next in the order of the input; what is handed on
    /// counts as held until it is taken.
    private func work<Reader: IteratorProtocol & SendableMetatype>(
        on source: DiscussionSource<Reader>, jobs: Int,
        corrections: @escaping @Sendable (Discussion) -> Corrections,
        isKnown: @escaping @Sendable (ContentHash) -> Bool,
        results: AsyncStream<Result<StreamedDiscussion, ReadingError>>.Continuation,
        taken: AsyncStream<Void>
    ) async where Reader.Element == Result<Discussion, ReadingError> {
        defer { results.finish() }
        await withTaskGroup(of: Step.self) { group in
            var window = Window(jobs: max(1, jobs))
            while !Task.isCancelled {
                if window.startReading() {
                    group.addTask { .read(await source.next()) }
                }
                while let (number, discussion) = window.startAnalysing() {
                    group.addTask {
                        let corrections = corrections(discussion)
                        let hash = hash(of: discussion, corrections: corrections)
                        guard !isKnown(hash) else {
                            return .done(number, .known(outline(of: discussion), hash))
                        }
                        let analysis = analysis(of: discussion, corrections: corrections)
                        return .done(number, .analysed(analysis, hash))
                    }
                }
                while let result = window.handOnNext() { results.yield(result) }
                if window.startWaiting() {
                    group.addTask {
                        for await _ in taken { return .taken }
                        return .taken
                    }
                }
                guard let step = await group.next() else { break }
                window.record(step)
            }
        }
    }
}

/// What one task of the group has done.
private enum Step: Sendable {
    case read(Result<Discussion, ReadingError>?)
    case done(Int, StreamedDiscussion)
    case taken
}

/// The discussions in memory, numbered from 0 in the order of the input.
private struct Window {
    private let jobs: Int
    private var isReading = false
    private var isAtEnd = false
    private var isWaiting = false
    /// The numbers of what comes next: to be read, to be looked at, to be handed on, to be taken.
    private var nextRead = 0
    private var nextStart = 0
    private var nextHandedOn = 0
    private var nextTaken = 0
    private var running = 0
    /// The comments of each discussion in memory, and of all of them.
    private var sizes: [Int: Int] = [:]
    private var comments = 0
    private var waiting: [Int: Discussion] = [:]
    private var done: [Int: Result<StreamedDiscussion, ReadingError>] = [:]

    /// How many comments may be in memory for each job, beside the first discussions, and how many
    /// discussions.
    private static let commentsPerJob = 4_000
    private static let most = 200

    init(jobs: Int) { self.jobs = jobs }

    mutating func startReading() -> Bool {
        // Beside a large one as many comments again, so that the other jobs have work while it lasts.
        let largest = sizes.values.max() ?? 0
        let isRoomy =
            comments < max(Self.commentsPerJob * jobs, 2 * largest)
            && nextRead - nextTaken < max(Self.most * jobs, largest / 10)
        guard !isAtEnd, !isReading, nextRead - nextTaken < 2 * jobs || isRoomy else {
            return false
        }
        isReading = true
        return true
    }

    mutating func startAnalysing() -> (Int, Discussion)? {
        // An error has its place in the order and nothing to analyse.
        while nextStart < nextRead, waiting[nextStart] == nil { nextStart += 1 }
        guard running < jobs, let discussion = waiting.removeValue(forKey: nextStart) else {
            return nil
        }
        defer { nextStart += 1 }
        running += 1
        return (nextStart, discussion)
    }

    mutating func record(_ step: Step) {
        switch step {
        case .read(let result):
            isReading = false
            switch result {
            case .success(let discussion):
                waiting[nextRead] = discussion
                sizes[nextRead] = discussion.comments.count
                comments += discussion.comments.count
            case .failure(let error): done[nextRead] = .failure(error)
            case nil:
                isAtEnd = true
                return
            }
            nextRead += 1
        case .done(let number, let discussion):
            running -= 1
            done[number] = .success(discussion)
        case .taken:
            isWaiting = false
            comments -= sizes.removeValue(forKey: nextTaken) ?? 0
            nextTaken += 1
        }
    }

    mutating func handOnNext() -> Result<StreamedDiscussion, ReadingError>? {
        guard let result = done.removeValue(forKey: nextHandedOn) else { return nil }
        nextHandedOn += 1
        return result
    }

    /// Whether something was handed on of which nobody waits to hear that it is taken.
    mutating func startWaiting() -> Bool {
        guard !isWaiting, nextTaken < nextHandedOn else { return false }
        isWaiting = true
        return true
    }
}
