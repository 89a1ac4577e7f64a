import Dispatch
import DiscussionModel
import DiscussionReading

/// A reader that works on a thread of its own.
///
/// A read may wait for a pipe; on the threads of the tasks it would hold up the analyses.
actor DiscussionSource<Reader: IteratorProtocol>
where Reader.Element == Result<Discussion, ReadingError> {
    private nonisolated let thread = ReadingThread()
    private var reader: Reader

    init(_ reader: sending Reader) {
        self.reader = reader
    }

    nonisolated var unownedExecutor: UnownedSerialExecutor { thread.asUnownedSerialExecutor() }

    /// The next discussion or error, or `nil` at the end.
    func next() -> Result<Discussion, ReadingError>? { reader.next() }
}

/// Runs the jobs of one actor, one at a time, apart from the threads of all other tasks.
private final class ReadingThread: SerialExecutor {
    private let queue = DispatchQueue(label: "rejoinder.reading")

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        queue.async { [self] in job.runSynchronously(on: asUnownedSerialExecutor()) }
    }
}
