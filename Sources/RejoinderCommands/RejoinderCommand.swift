public import ArgumentParser
import Rejoinder

/// The command `rejoinder`.
public struct RejoinderCommand: AsyncParsableCommand {
    /// What `--help` says.
    public static let configuration = CommandConfiguration(
        commandName: "rejoinder",
        abstract: "Work out who answers whom in any comment section, and say what happened.",
        discussion: """
            EXAMPLES
              Read a page that was pasted into a text file and say what happened in it:
                rejoinder analyze page.txt

              Keep the result of a folder of pages in SQLite and ask who replies to whom:
                rejoinder analyze pages/ --db pages.sqlite
                sqlite3 pages.sqlite 'select * from who_replies_to_whom'

              Say what the program is linked with, by version and licence (--json: as CycloneDX):
                rejoinder --version --verbose

            EXIT STATUS
              0 done · 1 something could not be read (the rest was) · 2 wrong usage ·
              70 internal fault · 130, 143 interrupted by Ctrl-C (SIGINT), by SIGTERM
            """,
        version: "rejoinder \(Release.version)",
        subcommands: [
            AnalyzeCommand.self, GraphCommand.self, SummaryCommand.self, ReportCommand.self,
            ShowCommand.self, CorrectCommand.self, ExportCommand.self, FormatsCommand.self,
        ])

    /// Creates the command.
    public init() {}
}
