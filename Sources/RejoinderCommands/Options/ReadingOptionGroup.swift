public import ArgumentParser
public import Rejoinder

/// How inputs are read; the same on every command that reads.
struct ReadingOptionGroup: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Read every input in this format; without it each is recognised. See `rejoinder formats`.",
            valueName: "name"))
    var format: String?

    @Option(
        help: ArgumentHelp(
            """
            Which column of a table holds what: id, text, author, parent, time, title, score and \
            others. What is not named is guessed from the names of the columns.
            """,
            valueName: "text=body,author=user,…"))
    var columns: TableColumns?

    @Option(
        name: .customLong("site"),
        help: ArgumentHelp(
            """
            Try the description of a site in this file before those that are built in. May be \
            given more than once.
            """,
            valueName: "file.yaml"))
    var siteFiles: [String] = []

    @Flag(
        help: """
            Take all inputs for pages of one comment section. Without it pages are joined where \
            they show the same article or the same comments.
            """)
    var join = false

    @Flag(help: "Join no pages: every input stands for itself.")
    var noJoin = false

    @OptionGroup(title: "Limits") var limits: LimitOptions

    @Flag(
        help: """
            End the reading of an input at the first record that cannot be read, and end with \
            status 1 when a finding changed the result.
            """)
    var strict = false

    mutating func validate() throws {
        if join && noJoin { throw ValidationError("Give --join or --no-join, not both.") }
    }

    /// Whether nothing was asked for.
    var isDefault: Bool { options == ReadingOptions() }

    /// What the library is told.
    var options: ReadingOptions {
        var options = ReadingOptions(format: format)
        options.columns = columns?.nameOfField ?? [:]
        options.siteFiles = siteFiles
        options.joining = join ? .always : noJoin ? .never : .auto
        options.isStrict = strict
        limits.apply(to: &options)
        return options
    }
}

/// Columns as they are written on the command line: `text=body,author=user`.
struct TableColumns: ExpressibleByArgument {
    /// The column by the field that it holds.
    let nameOfField: [String: String]

    init?(argument: String) {
        var names: [String: String] = [:]
        for pair in argument.split(separator: ",", omittingEmptySubsequences: false) {
            let parts = pair.split(separator: "=", maxSplits: 1)
            guard parts.count == 2 else { return nil }
            let field = parts[0].trimmingPrefix { $0 == " " }.lowercased()
            guard !field.isEmpty, names.updateValue(String(parts[1]), forKey: field) == nil else {
                return nil
            }
        }
        guard !names.isEmpty else { return nil }
        nameOfField = names
    }
}
