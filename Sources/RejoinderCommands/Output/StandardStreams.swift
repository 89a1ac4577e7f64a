import Foundation
import Rejoinder

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

    /// Writes a remark to standard error.
    static func say(_ tone: Tone, _ words: String) {
        let head = "rejoinder: \(tone.rawValue):"
        let shown = showsColour(error) ? "\u{1B}[1;\(tone.colour)m\(head)\u{1B}[0m" : head
        error.writeLine("\(shown) \(VisibleText.passage(words))")
    }
}
