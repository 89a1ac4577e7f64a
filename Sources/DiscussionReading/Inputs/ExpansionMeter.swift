import DiscussionModel

/// Tells archives that unpack to absurd sizes from honest ones; one for each file that is named.
final class ExpansionMeter {
    /// What anything may unpack to.
    private static let alwaysAllowed = 64 << 20

    /// The packed bytes that were taken so far.
    var packed = 0
    private let maximumExpansion: Int

    init(maximumExpansion: Int) {
        self.maximumExpansion = maximumExpansion
    }

    /// - Parameter unpacked: the bytes that came out of the packed ones so far.
    /// - Throws: `ReadingError` of code `tooLarge` when that is more than the packed ones allow.
    func check(unpacked: Int, name: String) throws(ReadingError) {
        guard unpacked > Self.alwaysAllowed, unpacked / maximumExpansion > packed else { return }
        throw ReadingError(
            .tooLarge, file: name,
            problem: "\(packed) packed bytes unpack to more than \(maximumExpansion) times as many",
            advice: "if you trust it, raise the limit with --max-expansion N")
    }
}

/// A source whose bytes are counted as packed ones.
final class MeteredSource: ByteSource {
    private let source: any ByteSource
    private let meter: ExpansionMeter

    init(_ source: any ByteSource, meter: ExpansionMeter) {
        self.source = source
        self.meter = meter
    }

    var size: Int? { source.size }
    var modified: Timestamp? { source.modified }
    var damage: ReadingError? { source.damage }
    func file() throws -> RandomAccessFile? { try source.file() }

    func read() throws -> [UInt8] {
        let bytes = try source.read()
        meter.packed += bytes.count
        return bytes
    }
}
