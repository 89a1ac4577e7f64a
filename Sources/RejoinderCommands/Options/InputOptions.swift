public import ArgumentParser
import Foundation
public import Rejoinder

/// What is read and how; the same on every command that reads.
struct InputOptions: ParsableArguments {
    @Argument(
        help: ArgumentHelp(
            "A file, a folder, an archive, or - for standard input.", valueName: "input"))
    var inputs: [String] = []

    @OptionGroup var reading: ReadingOptionGroup

    @OptionGroup var privacy: PrivacyOptions

    @Option(
        help: ArgumentHelp(
            """
            Which replies to believe. auto: the source's own where it has any, the rest is recovered \
            from the words. stated: only the source's own. recover: none of the source's own.
            """,
            valueName: "auto|stated|recover"))
    var replies: ReplyMode = .auto

    @Option(
        name: .customShort("j", allowingJoined: true),
        help: ArgumentHelp(
            "How many discussions to work on at a time. The result is the same for any.",
            valueName: "n"))
    var jobs = ProcessInfo.processInfo.activeProcessorCount

    mutating func validate() throws {
        guard jobs >= 1 else {
            throw ValidationError("-j takes a number of 1 or more, not \(jobs).")
        }
    }

    /// Refuses a command line that names nothing to read.
    func requireInputs() throws {
        guard inputs.isEmpty else { return }
        throw ValidationError("Nothing to read: name a file or a folder, or - for standard input.")
    }

    /// All files that are named to be read.
    var paths: [String?] { inputs + reading.siteFiles + [privacy.keyFile] }

    /// - Parameter readsLinesAlone: whether the lines of standard input know nothing of each other.
    /// - Throws: `CommandFailure` when there is no format of the name.
    func reader(readsLinesAlone: Bool = false) throws -> DiscussionReader {
        var options = reading.options
        options.readsLinesAlone = readsLinesAlone
        do {
            return try DiscussionReader(inputs: inputs, options: options)
        } catch {
            throw CommandFailure(error, status: .wrongUsage)
        }
    }
}

extension ReplyMode: ExpressibleByArgument {}

extension CommandFailure {
    init(_ error: ReadingError, status: ExitStatus = .somethingUnread) {
        var place = error.file
        if let line = error.line {
            place += ":\(line)"
        } else if let byte = error.byte {
            place += ": byte \(byte)"
        }
        self.init(place: place, problem: error.problem, remedy: error.advice, status: status)
    }
}
