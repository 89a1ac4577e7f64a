import DiscussionModel
import DiscussionReading
import Foundation
import Rejoinder
import Synchronization
import Testing

/// Discussions made up on demand, with an error in the place of some.
private struct NumberedReader: IteratorProtocol {
    let count: Int
    var errors: Set<Int> = []
    /// How many were read, for who wants to look on.
    let readCount: Mutex<Int>.Shared
    /// How many comments each has that are referred to but not there.
    let ghosts: Int
    private var number = 0

    init(
        count: Int, errors: Set<Int> = [], readCount: Mutex<Int>.Shared = .init(), ghosts: Int = 0
    ) {
        self.ghosts = ghosts
        self.count = count
        self.errors = errors
        self.readCount = readCount
    }

    mutating func next() -> Result<Discussion, ReadingError>? {
        guard number < count else { return nil }
        defer { number += 1 }
        readCount.increment()
        if errors.contains(number) {
            return .failure(
                ReadingError(.malformed, file: "\(number)", problem: "bad", advice: "mend it"))
        }
        let comments =
            (0..<(count - number) % 5).map {
                Comment(id: "\($0 + 1)", text: "Yes \($0).")
            } + (0..<ghosts).map { Comment(id: "ghost \($0)", text: "", isGhost: true) }
        return .success(
            Discussion(id: "\(number)", source: "made up", format: "text", comments: comments))
    }
}

/// Runs every job on a thread of its own, so that a job that waits keeps no thread from the tests
/// that run at the same time, nor they from it.
private final class ThreadExecutor: TaskExecutor {
    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        Thread.detachNewThread { job.runSynchronously(on: self.asUnownedTaskExecutor()) }
    }
}

extension Mutex<Int> {
    final class Shared: Sendable {
        private let value = Mutex(0)

        func increment() { value.withLock { $0 += 1 } }
        var current: Int { value.withLock { $0 } }
    }
}

@Suite("Analysing a stream")
struct AnalyzerStreamTests {
    private func names(_ count: Int, errors: Set<Int> = [], jobs: Int) async throws -> [String] {
        var names: [String] = []
        try await Analyzer().forEachAnalysis(
            of: NumberedReader(count: count, errors: errors), jobs: jobs
        ) { result in
            switch result {
            case .success(let analysis): names.append(analysis.discussion.id)
            case .failure(let error): names.append("error \(error.file)")
            }
        }
        return names
    }

    @Test("An empty stream gives nothing", arguments: [1, 4])
    func empty(jobs: Int) async throws {
        #expect(try await names(0, jobs: jobs) == [])
    }

    @Test(
        "Results come in the order of the input, errors in their places", arguments: [1, 2, 3, 8])
    func order(jobs: Int) async throws {
        let expected = (0..<100).map { [0, 7, 8, 99].contains($0) ? "error \($0)" : "\($0)" }
        #expect(try await names(100, errors: [0, 7, 8, 99], jobs: jobs) == expected)
    }

    @Test(
        "Of small discussions some are read ahead, of large ones two for each job",
        arguments: [(1, 0, 200), (3, 0, 600), (1, 2_100, 2)])
    func boundedMemory(jobs: Int, comments: Int, most: Int) async throws {
        let readCount = Mutex<Int>.Shared()
        let count = comments == 0 ? 300 * jobs : 5
        var handedOn = 0
        try await Analyzer().forEachAnalysis(
            of: NumberedReader(count: count, readCount: readCount, ghosts: comments), jobs: jobs
        ) { _ in
            handedOn += 1
            // One is being handed on; as many as the window holds may stand behind it.
            #expect(readCount.current - handedOn <= most)
        }
        #expect(handedOn == count)
    }

    @Test("A reader that waits for the last answer before it sends more is answered")
    func dialogue() async throws {
        /// Gives the next discussion only when the one before was handed on.
        struct PatientReader: IteratorProtocol {
            let handedOn: Mutex<Int>.Shared
            var numbers = NumberedReader(count: 20)
            var sent = 0

            mutating func next() -> Result<Discussion, ReadingError>? {
                while handedOn.current < sent { usleep(100) }
                sent += 1
                return numbers.next()
            }
        }
        let handedOn = Mutex<Int>.Shared()
        try await withTaskExecutorPreference(ThreadExecutor()) {
            try await Analyzer().forEachAnalysis(
                of: PatientReader(handedOn: handedOn), jobs: 4
            ) { _ in handedOn.increment() }
        }
        #expect(handedOn.current == 20)
    }

    @Test("An error of the receiver ends the work")
    func receiverError() async {
        struct Enough: Error {}
        let readCount = Mutex<Int>.Shared()
        await #expect(throws: Enough.self) {
            try await Analyzer().forEachAnalysis(
                of: NumberedReader(count: 1_000_000, readCount: readCount), jobs: 2
            ) { _ in throw Enough() }
        }
        // What may be held while nobody takes it, and the one that is being read.
        #expect(readCount.current <= 2 * 200 + 1)
    }

    @Test("While the receiver works on one discussion the next is analysed")
    func overlap() async throws {
        let begun = Mutex<Int>.Shared()
        let received = Mutex<Int>.Shared()
        let overlaps = Mutex<Int>.Shared()
        try await withTaskExecutorPreference(ThreadExecutor()) {
            try await Analyzer().forEachDiscussion(
                of: NumberedReader(count: 3), jobs: 1,
                isKnown: { _ in
                    begun.increment()
                    return false
                }
            ) { _ in
                received.increment()
                guard received.current == 1 else { return }
                // As long as a machine may be busy with other things; it never takes so long.
                for _ in 0..<600_000 where begun.current < 2 { usleep(100) }
                if begun.current >= 2 { overlaps.increment() }
            }
        }
        #expect(overlaps.current == 1)
        #expect(received.current == 3)
    }

    @Test("A cancelled stream throws, and the receiver gets nothing more")
    func cancellation() async {
        let received = Mutex<Int>.Shared()
        let task = Task {
            try await Analyzer().forEachAnalysis(of: NumberedReader(count: 1_000), jobs: 2) { _ in
                received.increment()
                withUnsafeCurrentTask { $0?.cancel() }
            }
        }
        await #expect(throws: CancellationError.self) { try await task.value }
        #expect(received.current == 1)
    }
}
