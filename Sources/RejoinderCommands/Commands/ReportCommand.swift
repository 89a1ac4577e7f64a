import ArgumentParser
import Foundation
import Rejoinder

/// `rejoinder report`: everything about some discussions as a page to look at.
struct ReportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "report",
        abstract: "Write one HTML page that shows what happened.",
        discussion: """
            The page is one file that loads nothing: it can be mailed, printed and kept.

            EXAMPLES
              rejoinder report page.txt -o report.html
              rejoinder report --db pages.sqlite -o report.html
            """)

    @OptionGroup var input: InputOptions

    @OptionGroup var source: SourceOptions

    @OptionGroup var camps: CampOptions

    @OptionGroup var output: OutputOptions

    mutating func validate() throws {
        try source.requireEither(or: input)
        try output.requireApart(from: input.paths + [source.db])
        try camps.requireInputs(db: source.db)
        if output.output == nil, StandardStreams.output.isTerminal {
            throw ValidationError(
                "The report is a page for a browser: name a file with -o, such as -o report.html.")
        }
    }

    func run() async throws {
        let target = try output.target.open()
        let run = AnalysisRun(
            input: input, camps: camps.camps, db: source.db, output: output)
        var report = HTMLReport(provenance: provenance)
        var stored = StoredSettings()
        var isEmpty = true
        // The head of the page tells of all discussions, so their parts wait on the disk.
        let aside = try AsideText()
        let status = try await run.forEachAnalysis {
            isEmpty = false
            stored.add($0)
            try report.append($0) { try aside.write($0) }
        }
        // Where nothing could be read there is nothing to show.
        if !isEmpty || status == .done {
            if source.db != nil { report.provenance.settings += stored.settings }
            try target.write(report.opening())
            try aside.copy(to: target)
            try target.write(report.closing())
        }
        try target.finish(status)
        if status != .done { throw status }
    }

    /// A command line without the number of jobs, with any of which the report is the same.
    static func withoutJobs(_ arguments: some Sequence<String>) -> [String] {
        var kept: [String] = []
        var isNumberNext = false
        for argument in arguments {
            if isNumberNext {
                isNumberNext = false
            } else if argument == "-j" {
                isNumberNext = true
            } else if argument.wholeMatch(of: #/-j=?[0-9]+/#) == nil {
                kept.append(argument)
            }
        }
        return kept
    }

    private var provenance: ReportProvenance {
        let arguments = Self.withoutJobs(CommandLine.arguments.dropFirst())
        return ReportProvenance(
            version: Release.version,
            command: ["rejoinder"]
                + (input.privacy.pseudonymizes
                    ? PrivacyOptions.withoutNames(arguments) : arguments),
            settings: source.db == nil
                ? input.settings(camps: camps.camps)
                : [.init(name: "From", value: "analyses stored earlier")])
    }
}
