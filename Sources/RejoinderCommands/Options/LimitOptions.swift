import ArgumentParser
import Rejoinder

/// How large an input and its parts may be; the same on every command that reads.
struct LimitOptions: ParsableArguments {
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
            "The largest input that has to be held in memory as a whole, as pages are.",
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
            "The longest text of a comment or article; of a longer one this much is read.",
            valueName: "size"),
        transform: { try ByteSize(argument: $0) })
    var maxComment = ByteSize(bytes: ReadingOptions().maximumTextBytes)

    @Option(
        help: ArgumentHelp(
            "The longest name, id, title or address; a longer one is cut.", valueName: "size"),
        transform: { try ByteSize(argument: $0, atLeast: 64) })
    var maxName = ByteSize(bytes: ReadingOptions().maximumNameBytes)

    @Option(
        help: ArgumentHelp(
            """
            Hold this much of a dump that scatters its discussions in memory, such as 200M or 2G, \
            and what is more in temporary files in the folder that TMPDIR names. Dumps sorted by \
            discussion need neither.
            """,
            valueName: "size"),
        // Less would be spent on temporary files alone.
        transform: { try ByteSize(argument: $0, atLeast: 1 << 20) })
    var memory = ByteSize(bytes: ReadingOptions().maximumGroupingBytes)

    mutating func validate() throws {
        guard maxExpansion >= 1 else {
            throw ValidationError(
                "--max-expansion takes a number of 1 or more, not \(maxExpansion).")
        }
        guard (0...16).contains(maxNesting) else {
            throw ValidationError("--max-nesting takes a number of 0 to 16, not \(maxNesting).")
        }
    }

    /// Tells the library.
    func apply(to options: inout ReadingOptions) {
        options.maximumExpansion = maxExpansion
        options.maximumNesting = maxNesting
        options.maximumPageBytes = maxPage.bytes
        options.maximumRecordBytes = maxRecord?.bytes
        options.maximumGroupingBytes = memory.bytes
        options.maximumTextBytes = maxComment.bytes
        options.maximumNameBytes = maxName.bytes
    }
}
