import ArgumentParser
import Rejoinder

/// How inputs are read; the same on every command that reads.
///
/// In one group, since ArgumentParser checks a group that lies within others many times over in
/// builds for debugging, about four times as often for each.
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

    @Option(
        help: ArgumentHelp(
            """
            Unpack archives to this many times their packed size; what unpacks to more is taken \
            for a bomb. Up to 64 MB are always unpacked.
            """,
            valueName: "n"))
    var maxExpansion = ReadingOptions().maximumExpansion

    @Option(
        help: ArgumentHelp(
            "Unpack what is packed this many times over: a compressed file in an archive is 2.",
            valueName: "n"))
    var maxNesting = ReadingOptions().maximumNesting

    @Option(
        help: ArgumentHelp(
            """
            The largest input that has to be held in memory as a whole, as pages are. Without it \
            \(ByteSize(bytes: ReadingOptions().maximumPageBytes)).
            """,
            valueName: "size"),
        transform: { try ByteSize(argument: $0) })
    var maxPage = ByteSize(bytes: ReadingOptions().maximumPageBytes)

    @Option(
        help: ArgumentHelp(
            """
            The largest line, row of a table, text in XML or mail. Without it 256M for lines, 64M \
            for the others.
            """,
            valueName: "size"),
        transform: { try ByteSize(argument: $0) })
    var maxRecord: ByteSize?

    @Option(
        help: ArgumentHelp(
            """
            The longest text of a comment or article; of a longer one this much is read. Without \
            it \(ByteSize(bytes: ReadingOptions().maximumTextBytes)).
            """,
            valueName: "size"),
        transform: { try ByteSize(argument: $0) })
    var maxComment = ByteSize(bytes: ReadingOptions().maximumTextBytes)

    @Option(
        help: ArgumentHelp(
            """
            The longest name, id, title or address; a longer one is cut. Without it \
            \(ReadingOptions().maximumNameBytes) bytes.
            """,
            valueName: "size"),
        transform: { try ByteSize(argument: $0, atLeast: 64) })
    var maxName = ByteSize(bytes: ReadingOptions().maximumNameBytes)

    @Option(
        help: ArgumentHelp(
            """
            Hold this much of a dump that scatters its discussions in memory, such as 200M or 2G, \
            and what is more in temporary files in the folder that TMPDIR names. Without it \
            \(ByteSize(bytes: ReadingOptions().maximumGroupingBytes)). \
            Dumps sorted by discussion need neither.
            """,
            valueName: "size"),
        // Less would be spent on temporary files alone.
        transform: { try ByteSize(argument: $0, atLeast: 1 << 20) })
    var memory = ByteSize(bytes: ReadingOptions().maximumGroupingBytes)

    @Flag(
        help: """
            End the reading of an input at the first record that cannot be read, and end with \
            status 1 when a finding changed the result.
            """)
    var strict = false

    mutating func validate() throws {
        if join && noJoin { throw ValidationError("Give --join or --no-join, not both.") }
        guard maxExpansion >= 1 else {
            throw ValidationError(
                "--max-expansion takes a number of 1 or more, not \(maxExpansion).")
        }
        guard (0...16).contains(maxNesting) else {
            throw ValidationError("--max-nesting takes a number of 0 to 16, not \(maxNesting).")
        }
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
        options.maximumExpansion = maxExpansion
        options.maximumNesting = maxNesting
        options.maximumPageBytes = maxPage.bytes
        options.maximumRecordBytes = maxRecord?.bytes
        options.maximumGroupingBytes = memory.bytes
        options.maximumTextBytes = maxComment.bytes
        options.maximumNameBytes = maxName.bytes
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
