import Foundation
import Rejoinder
import Synchronization

/// Where results go and where everything else goes.
enum StandardStreams {
    /// Results and nothing else.
    static let output = TextOutput(descriptor: STDOUT_FILENO, name: "standard output")
    /// The same for results that are for other programs.
    static let data = TextOutput(
        descriptor: STDOUT_FILENO, name: "standard output", isData: true)
    /// Remarks, errors, progress.
    static let error = TextOutput(descriptor: STDERR_FILENO, name: "standard error")

    /// Writes out all results that are ready.
    ///
    /// - Throws: what `TextOutput` throws.
    static func flush() throws {
        try output.flush()
        try data.flush()
    }

    /// How loud a remark is.
    enum Tone: String {
        case note
        case warning
        case error

        /// The ANSI colour of the word before the remark.
        fileprivate var colour: String {
            switch self {
            case .note: "36"
            case .warning: "33"
            case .error: "31"
            }
        }
    }

    /// Whether an output shows colours: it is a terminal and nobody asked for none.
    ///
    /// `NO_COLOR` counts when it is set and not empty (https://no-color.org).
    static func showsColour(_ output: TextOutput) -> Bool {
        let environment = ProcessInfo.processInfo.environment
        guard environment["NO_COLOR", default: ""].isEmpty else { return false }
        return output.isTerminal && environment["TERM"] != "dumb"
    }

    /// Whether a line stands on the terminal that gives way to whatever comes next.
    private static let hasLine = Atomic(false)

    /// Shows a line on the terminal of standard error, cut to its width, in the place of the one
    /// before; elsewhere nothing.
    static func showLine(_ words: String) {
        guard error.isTerminal else { return }
        hasLine.store(true, ordering: .relaxed)
        try? error.write("\r\u{1B}[K\(words.prefix(error.columns - 1))")
        try? error.flush()
    }

    /// Clears that line, so that other words can stand in its place; `say` does it by itself.
    static func clearLine() {
        guard hasLine.exchange(false, ordering: .relaxed) else { return }
        try? error.write("\r\u{1B}[K")
        try? error.flush()
    }

    /// Writes a remark to standard error.
    static func say(_ tone: Tone, _ words: String) {
        clearLine()
        let head = "rejoinder: \(tone.rawValue):"
        let shown = showsColour(error) ? "\u{1B}[1;\(tone.colour)m\(head)\u{1B}[0m" : head
        error.writeLine("\(shown) \(VisibleText.passage(words))")
    }
}
