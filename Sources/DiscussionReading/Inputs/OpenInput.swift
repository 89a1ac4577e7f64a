package import DiscussionModel
import Foundation

/// An input that is being read: bytes from the front, with the first of them known beforehand.
///
/// A reference, because the place in a stream is shared by whoever reads from it. Closed when the
/// last reference goes.
public final class OpenInput {
    /// The input as the user named it; `-` for standard input.
    public let name: String
    /// The name of the file without its folder; empty for standard input.
    public let fileName: String

    /// Further inputs of the run that are to be read with this one, in order.
    public internal(set) var companions: [OpenInput] = []

    private var descriptor: Int32
    private let ownsDescriptor: Bool
    /// Read already and not yet handed out.
    private var buffered: [UInt8]
    private var bufferedStart = 0
    private var atEnd = false
    /// The bytes handed out by `read`.
    package private(set) var bytesRead = 0
    private let isRegular: Bool

    /// Opens a file or standard input.
    package init(_ source: InputSource) throws(ReadingError) {
        name = source.name
        fileName = source.fileName
        buffered = []
        switch source {
        case .standardInput:
            descriptor = 0
            ownsDescriptor = false
            isRegular = false
        case .file(let path):
            descriptor = open(path, O_RDONLY | O_CLOEXEC)
            guard descriptor >= 0 else { throw Self.unreadable(path) }
            var status = stat()
            let kind = fstat(descriptor, &status) == 0 ? status.st_mode & S_IFMT : 0
            isRegular = kind == S_IFREG
            ownsDescriptor = true
            guard isRegular || kind == S_IFIFO else {
                close(descriptor)
                throw ReadingError(
                    .unreadable, file: path, problem: "it is a device or socket, not a file",
                    advice: "name a file, a folder, or `-` for standard input")
            }
        }
    }

    /// Makes an input of bytes in memory, as tests and programs with a page at hand need it.
    public init(bytes: [UInt8], name: String) {
        self.name = name
        fileName = name.split(separator: "/").last.map(String.init) ?? name
        descriptor = -1
        ownsDescriptor = false
        isRegular = false
        buffered = bytes
        atEnd = true
    }

    deinit {
        if ownsDescriptor { close(descriptor) }
    }

    /// The bytes of a file, or those read so far of a stream.
    package var size: Int {
        var status = stat()
        guard isRegular, fstat(descriptor, &status) == 0 else { return bytesRead }
        return Int(status.st_size)
    }

    /// When the file was last changed, against which "3 years ago" is told; the present for a
    /// stream.
    package var modified: Timestamp {
        var status = stat()
        if isRegular, fstat(descriptor, &status) == 0 {
            return Timestamp(seconds: Int64(status.st_mtim.tv_sec))
        }
        return Timestamp(seconds: Int64(time(nil)))
    }

    /// The file's name without its ending; `stdin` for standard input.
    public var stem: String {
        guard !fileName.isEmpty else { return "stdin" }
        let parts = fileName.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count > 1, parts[0] != "" else { return fileName }
        return parts.dropLast().joined(separator: ".")
    }

    /// The first bytes, which stay unread.
    public func head() throws -> InputHead {
        while buffered.count - bufferedStart < InputHead.maximumBytes, try fill() {}
        let bytes = Array(buffered[bufferedStart...].prefix(InputHead.maximumBytes))
        return InputHead(bytes: bytes, fileName: fileName)
    }

    /// The next bytes, at least one and about a megabyte at most; empty at the end.
    public func read() throws -> [UInt8] {
        if bufferedStart == buffered.count { _ = try fill() }
        let bytes = bufferedStart == 0 ? buffered : Array(buffered[bufferedStart...])
        buffered = []
        bufferedStart = 0
        bytesRead += bytes.count
        return bytes
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
                    advice: "cut it into pages, or name the format if it is not a page")
            }
        }
    }

    /// A file with all bytes of the input in which any place can be read again.
    ///
    /// A stream is copied into a temporary file that has no name any more when this returns, so
    /// that it vanishes with the process however that ends.
    package func randomAccess() throws -> RandomAccessFile {
        if isRegular && bytesRead == 0 {
            bytesRead = size
            let copy = dup(descriptor)
            guard copy >= 0 else { throw Self.unreadable(name) }
            return RandomAccessFile(descriptor: copy, name: name)
        }
        let spool = try RandomAccessFile.temporary(for: name)
        while true {
            let bytes = try read()
            if bytes.isEmpty { return spool }
            try spool.append(bytes)
        }
    }

    /// Reads on into the buffer; false at the end.
    private func fill() throws -> Bool {
        if atEnd { return false }
        if bufferedStart > 0 {
            buffered.removeFirst(bufferedStart)
            bufferedStart = 0
        }
        let size = 1 << 20
        let old = buffered.count
        buffered.reserveCapacity(old + size)
        let chunk = try [UInt8](unsafeUninitializedCapacity: size) { space, count in
            while true {
                count = 0
                let got = Foundation.read(descriptor, space.baseAddress, size)
                if got >= 0 {
                    count = got
                    return
                }
                if errno != EINTR { throw Self.unreadable(name) }
            }
        }
        if chunk.isEmpty { atEnd = true }
        if buffered.isEmpty { buffered = chunk } else { buffered += chunk }
        return !chunk.isEmpty
    }

    private static func unreadable(_ name: String) -> ReadingError {
        ReadingError(
            .unreadable, file: name,
            problem: "it cannot be read (\(String(cString: strerror(errno))))",
            advice: "check that it is a file and that you may read it")
    }
}
