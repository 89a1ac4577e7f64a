package import DiscussionModel
import Foundation

/// An input that is being read: bytes from the front, with the first of them known beforehand.
///
/// A reference, because the place in a stream is shared by whoever reads from it. Closed when the
/// last reference goes. What is packed is unpacked on the way: the bytes are those of the text.
public final class OpenInput {
    /// The input as the user named it, an entry of an archive as `archive.zip/folder/entry`; `-`
    /// for standard input.
    public let name: String
    /// The name of the file without its folder and without the endings of what it was packed with;
    /// empty for standard input.
    public let fileName: String

    /// Further inputs of the run that are to be read with this one, in order.
    public internal(set) var companions: [OpenInput] = []

    /// Whether the input is an entry of an archive.
    var isEntry = false
    /// Whether somebody may be waiting for the answer to each line of a stream.
    var isAnsweredByLine = false
    /// Remarks on the input itself, for the first of its discussions.
    var findings: [Finding] = []
    /// Counts the packed bytes of what the input came out of; `nil` when it was not packed.
    let meter: ExpansionMeter?

    fileprivate var source: any ByteSource
    /// Read already and not yet handed out.
    private var buffered: [UInt8] = []
    private var bufferedStart = 0
    private var atEnd = false
    private var tooLarge: ReadingError?
    private let packedBefore: Int
    /// The bytes handed out by `read`.
    package private(set) var bytesRead = 0

    init(
        _ source: any ByteSource, name: String, fileName: String? = nil,
        meter: ExpansionMeter? = nil
    ) {
        self.source = source
        self.name = name
        self.fileName = fileName ?? name.split(separator: "/").last.map(String.init) ?? name
        self.meter = meter
        packedBefore = meter?.packed ?? 0
    }

    /// Opens a file or standard input as it is, packed or not.
    package convenience init(_ source: InputSource) throws(ReadingError) {
        guard let path = source.paths.first else {
            self.init(FileSource(), name: source.name, fileName: source.fileName)
            return
        }
        let file = FileSource(path: path, isNamed: source.isNamed)
        try file.open()
        self.init(file, name: source.name, fileName: source.fileName)
    }

    /// Makes an input of bytes in memory, as tests and programs with a page at hand need it.
    public convenience init(bytes: [UInt8], name: String) {
        self.init(MemorySource(bytes), name: name)
    }

    /// The bytes of a file, or those read so far of a stream.
    package var size: Int { source.size ?? bytesRead }

    /// The bytes on the disk that were taken for the input, of which a share was handed on.
    func bytesTaken(share: Double) -> Int {
        if let meter { return meter.packed - packedBefore }
        return Int(Double(size) * share)
    }

    /// When the file was last changed, against which "3 years ago" is told; the present for a
    /// stream.
    package var modified: Timestamp {
        source.modified ?? Timestamp(seconds: Int64(time(nil)))
    }

    /// Why the bytes ended before their time, once they have; `nil` for an input that is whole.
    package var damage: ReadingError? { tooLarge ?? source.damage }

    /// The file's name without its ending; `stdin` for standard input.
    public var stem: String {
        guard !fileName.isEmpty else { return "stdin" }
        let parts = fileName.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count > 1, parts[0] != "" else { return fileName }
        return parts.dropLast().joined(separator: ".")
    }

    /// The first bytes, which stay unread.
    public func head() throws -> InputHead {
        while buffered.count - bufferedStart < InputHead.maximumBytes,
            !(isAnsweredByLine && buffered[bufferedStart...].contains(0x0A)), try fill()
        {}
        let bytes = Array(buffered[bufferedStart...].prefix(InputHead.maximumBytes))
        return InputHead(bytes: bytes, fileName: fileName)
    }

    /// The next bytes, at least one and about a megabyte at most; empty at the end.
    ///
    /// - Throws: `ReadingError` of code `tooLarge` when what is packed unpacks to absurd sizes. Data
    ///   that is cut off just ends; whoever opened the input tells of that.
    public func read() throws -> [UInt8] {
        if bufferedStart == buffered.count { _ = try fill() }
        let bytes = bufferedStart == 0 ? buffered : Array(buffered[bufferedStart...])
        buffered = []
        bufferedStart = 0
        bytesRead += bytes.count
        return bytes
    }

    /// As `read`, but what unpacks to absurd sizes just ends, as what is cut off does.
    func nextChunk() throws -> [UInt8] {
        guard tooLarge == nil else { return [] }
        do {
            return try read()
        } catch let error as ReadingError where error.code == .tooLarge {
            // What was unpacked before can be read.
            tooLarge = error
            return []
        }
    }

    /// All bytes that are left.
    ///
    /// - Throws: `ReadingError` of code `tooLarge` when there are more than `limit`.
    public func contents(limit: Int) throws -> [UInt8] {
        var all: [UInt8] = []
        while true {
            let bytes = try read()
            if bytes.isEmpty { return all }
            if all.isEmpty { all = bytes } else { all += bytes }
            if all.count > limit {
                throw ReadingError(
                    .tooLarge, file: name, byte: limit,
                    problem: "a page of more than \(limit) bytes cannot be held in memory",
                    advice: "cut it into pages, name the format if it is not a page, or raise the"
                        + " limit with --max-page SIZE")
            }
        }
    }

    /// A file with all bytes of the input in which any place can be read again.
    ///
    /// A stream is copied into a temporary file that has no name any more when this returns, so
    /// that it vanishes with the process however that ends.
    package func randomAccess() throws -> RandomAccessFile {
        if bytesRead == 0, let file = try source.file() {
            bytesRead = size
            return file
        }
        let spool = try RandomAccessFile.temporary(for: name)
        while case let bytes = try nextChunk(), !bytes.isEmpty { try spool.append(bytes) }
        return spool
    }

    /// Copies what is left of the input behind the others in a file, so that its source can go on.
    ///
    /// - Returns: the number of bytes.
    @discardableResult
    func move(into spool: RandomAccessFile) throws -> Int {
        let modified = source.modified
        let start = spool.length
        let headCount = buffered.count - bufferedStart
        if headCount > 0 { try spool.append(Array(buffered[bufferedStart...])) }
        do {
            while case let bytes = try source.read(), !bytes.isEmpty { try spool.append(bytes) }
        } catch let error as ReadingError where error.code == .tooLarge {
            tooLarge = error
        }
        let length = spool.length - start
        source = SpooledSource(
            spool.part(from: start, length: length, name: name), length: length,
            modified: modified, damage: source.damage)
        buffered = []
        bufferedStart = 0
        atEnd = false
        return length
    }

    /// Reads on into the buffer; false at the end.
    private func fill() throws -> Bool {
        if atEnd { return false }
        if bufferedStart > 0 {
            buffered.removeFirst(bufferedStart)
            bufferedStart = 0
        }
        let chunk = try source.read()
        if chunk.isEmpty { atEnd = true }
        if buffered.isEmpty { buffered = chunk } else { buffered += chunk }
        return !chunk.isEmpty
    }
}

/// What an input holds, as the source of what is packed in it.
final class InputContents: ByteSource {
    private let input: OpenInput

    init(of input: OpenInput) { self.input = input }

    var size: Int? { input.source.size }
    var modified: Timestamp? { input.source.modified }
    var damage: ReadingError? { input.damage }
    func read() throws -> [UInt8] { try input.read() }
    func file() throws -> RandomAccessFile? {
        input.bytesRead == 0 ? try input.source.file() : nil
    }
}
