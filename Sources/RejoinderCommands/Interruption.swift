import Foundation
import Synchronization

/// What is done when the user or the system asks the program to end: SIGINT and SIGTERM.
///
/// A second signal ends the program at once.
enum Interruption {
    private struct State {
        var isInstalled = false
        var ending: (@Sendable (Int32) -> Void)?
        var files: Set<String> = []
    }

    private static let state = Mutex(State())

    /// Sets what is done before the program ends. It is called on a thread of its own with the
    /// number of the signal, and may end the program itself with `exit`.
    static func onEnding(_ work: @escaping @Sendable (Int32) -> Void) {
        install()
        state.withLock { $0.ending = work }
    }

    /// Forgets what was to be done before the program ends.
    static func forgetEnding() { state.withLock { $0.ending = nil } }

    /// Notes a file that is removed when the program is asked to end.
    static func note(file path: String) {
        install()
        state.withLock { _ = $0.files.insert(path) }
    }

    /// Forgets a file.
    static func forget(file path: String) { state.withLock { _ = $0.files.remove(path) } }

    /// Removes the files that were noted and ends the program with the status that shells give to a
    /// signal.
    static func exit(_ signal: Int32) -> Never {
        for file in state.withLock({ $0.files }) { unlink(file) }
        // Other threads are still at work: nothing of theirs is taken down first.
        _exit(128 + signal)
    }

    private static func install() {
        let isFirst = state.withLock { state in
            defer { state.isInstalled = true }
            return !state.isInstalled
        }
        var ends: [Int32] = [-1, -1]
        guard isFirst, pipe(&ends) == 0 else { return }
        descriptor = ends[1]
        let (ended, numbers) = (ends[0], [SIGINT, SIGTERM])
        for number in numbers {
            var before = sigaction()
            sigaction(number, nil, &before)
            // Whoever started the program may want it to go on, as `nohup` does.
            let isIgnored =
                unsafeBitCast(before.__sigaction_handler.sa_handler, to: Int.self) == 1
            guard !isIgnored else { continue }
            var action = sigaction()
            action.__sigaction_handler.sa_handler = { number in
                // Few calls are allowed here; a thread that waits for the byte does the work.
                var byte = UInt8(truncatingIfNeeded: number)
                _ = write(Interruption.descriptor, &byte, 1)
            }
            action.sa_flags = SA_RESTART
            sigaction(number, &action, nil)
        }
        Thread.detachNewThread {
            var byte: UInt8 = 0
            while read(ended, &byte, 1) != 1 {}
            for number in numbers { signal(number, SIG_DFL) }
            let number = Int32(byte)
            state.withLock({ $0.ending })?(number)
            exit(number)
        }
    }

    /// Where a signal is passed on; written once, before any signal can come.
    private nonisolated(unsafe) static var descriptor: Int32 = -1
}
