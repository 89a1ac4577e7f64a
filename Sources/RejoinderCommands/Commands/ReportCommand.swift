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

    @OptionGroup var source: SourceOptions

    @OptionGroup var camps: CampOptions

    @OptionGroup var output: OutputOptions

    func run() async throws {
        let target = try output.target.open()
        let run = AnalysisRun(
            input: source.input, camps: camps.camps, db: source.db, output: output)
        var report = HTMLReport(provenance: provenance)
        var isEmpty = true
        // The head of the page tells of all discussions, so their parts wait on the disk.
        let aside = try AsideText()
        let status = try await run.forEachAnalysis {
            isEmpty = false
            try report.append($0) { try aside.write($0) }
        }
        // Where nothing could be read there is nothing to show.
        if !isEmpty || status == .done {
            try target.write(report.opening())
            try aside.copy(to: target)
            try target.write(report.closing())
        }
        try target.finish(status)
        if status != .done { throw status }
    }

    private var provenance: ReportProvenance {
        var settings: [ReportProvenance.Setting] = []
        if source.db == nil {
            settings.append(.init(name: "Believed", value: source.input.replies.explanation))
        } else {
            settings.append(.init(name: "From", value: "analyses stored earlier"))
        }
        let camps =
            switch camps.camps {
            case .auto: "as many as there are, none where chance gives as much"
            case .exactly(let count): "\(count), as asked for"
            }
        if source.db == nil { settings.append(.init(name: "Camps", value: camps)) }
        return ReportProvenance(
            version: Release.version,
            command: ["rejoinder"] + CommandLine.arguments.dropFirst(), settings: settings)
    }
}

extension ReplyMode {
    /// What is believed, in words.
    fileprivate var explanation: String {
        switch self {
        case .auto: "the source's replies where it has any; the rest is recovered from the words"
        case .stated: "only the source's replies"
        case .recover: "none of the source's replies; all is recovered from the words"
        }
    }
}
