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
    var maxExpansion = 250

    @Option(
        help: ArgumentHelp(
            "Unpack what is packed this many times over: a compressed file in an archive is 2.",
            valueName: "n"))
    var maxNesting = 2

    @Option(
        help: ArgumentHelp(
            "The largest input that has to be held in memory as a whole, as pages are.",
            valueName: "size"))
    var maxPage: ByteSize = "1G"

    @Option(
        help: ArgumentHelp(
            """
            The largest line, row of a table, text in XML or mail. Without it 256M for lines, 64M \
            for the others.
            """,
            valueName: "size"))
    var maxRecord: ByteSize?

    @Option(
        help: ArgumentHelp(
            "The longest text of a comment or article; of a longer one this much is read.",
            valueName: "size"))
    var maxComment: ByteSize = "16M"

    @Option(
        help: ArgumentHelp(
            "The longest name, id, title or address; a longer one is cut.", valueName: "size"))
    var maxName: ByteSize = "10000"

    mutating func validate() throws {
        guard maxExpansion >= 1 else {
            throw ValidationError(
                "--max-expansion takes a number of 1 or more, not \(maxExpansion).")
        }
        guard (0...16).contains(maxNesting) else {
            throw ValidationError("--max-nesting takes a number of 0 to 16, not \(maxNesting).")
        }
        guard maxName.bytes >= 64 else {
            throw ValidationError("--max-name takes 64 bytes or more, not \(maxName.bytes).")
        }
    }

    /// Tells the library.
    func apply(to options: inout ReadingOptions) {
        options.maximumExpansion = maxExpansion
        options.maximumNesting = maxNesting
        options.maximumPageBytes = maxPage.bytes
        options.maximumRecordBytes = maxRecord?.bytes
        options.maximumTextBytes = maxComment.bytes
        options.maximumNameBytes = maxName.bytes
    }
}

/// A number of bytes as a person writes it: `500`, `64K`, `16M`, `1.5 GB`; K is 1024.
struct ByteSize: ExpressibleByArgument, ExpressibleByStringLiteral, Hashable {
    /// At least 1.
    let bytes: Int
    private let words: String

    init?(argument: String) {
        let words = argument.uppercased()
        let number = words.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
        var unit = words.dropFirst(number.count).drop { $0 == " " }
        if unit.last == "B" { unit.removeLast() }
        if unit.last == "I" { unit.removeLast() }
        let powers = ["": 0, "K": 10, "M": 20, "G": 30, "T": 40]
        guard let power = powers[String(unit)], let count = Double(number),
            count * Double(1 << power) >= 1, count * Double(1 << power) < 1e15
        else { return nil }
        bytes = Int(count * Double(1 << power))
        self.words = argument
    }

    init(stringLiteral words: String) {
        let size = ByteSize(argument: words)
        bytes = size?.bytes ?? 1
        self.words = words
    }

    /// What the help says of a default.
    var defaultValueDescription: String { words }

    static func == (one: ByteSize, other: ByteSize) -> Bool { one.bytes == other.bytes }
    func hash(into hasher: inout Hasher) { hasher.combine(bytes) }
}
