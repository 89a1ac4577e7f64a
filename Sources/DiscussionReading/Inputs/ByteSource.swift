package import DiscussionModel
import Foundation

/// Where the bytes of an input come from: a file, a stream, memory, or something unpacked.
protocol ByteSource: AnyObject {
    /// The next bytes, about a megabyte at most; empty at the end.
    func read() throws -> [UInt8]

    /// The number of all bytes, where it is known beforehand.
    var size: Int? { get }

    /// When the file, or the entry of an archive, was last changed; `nil` for a stream.
    var modified: Timestamp? { get }

    /// Why the bytes ended before their time; `nil` while they have not.
    var damage: ReadingError? { get }

    /// The bytes as a file in which any place can be read; `nil` where that takes a copy.
    func file() throws -> RandomAccessFile?
}

extension ByteSource {
    var size: Int? { nil }
    var modified: Timestamp? { nil }
    var damage: ReadingError? { nil }
    func file() throws -> RandomAccessFile? { nil }
}

/// Bytes that are there already.
final class MemorySource: ByteSource {
    private var bytes: [UInt8]

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    func read() -> [UInt8] {
        let rest = bytes
        bytes = []
        return rest
    }
}

/// A part of a file that holds the copies of several streams.
final class SpooledSource: ByteSource {
    private static let chunkBytes = 1 << 18

    private let copy: RandomAccessFile
    private let length: Int
    private var position = 0
    let modified: Timestamp?
    let damage: ReadingError?

    init(
        _ copy: RandomAccessFile, length: Int, modified: Timestamp?, damage: ReadingError?
    ) {
        self.copy = copy
        self.length = length
        self.modified = modified
        self.damage = damage
    }

    var size: Int? { length }

    func read() throws -> [UInt8] {
        let count = min(Self.chunkBytes, length - position)
        guard count > 0 else { return [] }
        let bytes = try copy.bytes(at: position, count: count)
        position += bytes.count
        return bytes
    }

    func file() -> RandomAccessFile? { copy }
}

/// A file or standard input; a file is opened when it is first read and closed at its end, so that
/// a hundred thousand of them can wait at the same time.
final class FileSource: ByteSource {
    private static let chunkBytes = 1 << 20

    private let name: String
    private let isNamed: Bool
    private var handle: FileHandleBox?
    private var isAtEnd = false
    private var isRegular = false
    private(set) var size: Int?
    private(set) var modified: Timestamp?

    /// - Parameter isNamed: whether the user named the file itself. One that was found in a folder is
    ///   read only where it is no link and no pipe, also if it became one since.
    init(path: String, isNamed: Bool) {
        name = path
        self.isNamed = isNamed
    }

    /// Standard input.
    init() {
        name = "-"
        isNamed = true
        handle = FileHandleBox(descriptor: 0, isOwned: false)
    }

    /// Opens the file, so that one that cannot be read is told of now.
    func open() throws(ReadingError) {
        guard handle == nil, !isAtEnd else { return }
        var status = stat()
        // Opening alone may make a device act, and a pipe wait.
        guard (isNamed ? stat(name, &status) : lstat(name, &status)) == 0 else {
            throw ReadingError.unreadable(name)
        }
        try refuseSpecial(status)
        let flags = O_RDONLY | O_CLOEXEC | (isNamed ? 0 : O_NOFOLLOW | O_NONBLOCK)
        let descriptor = Foundation.open(name, flags)
        guard descriptor >= 0 else { throw ReadingError.unreadable(name) }
        let handle = FileHandleBox(descriptor: descriptor, isOwned: true)
        guard fstat(descriptor, &status) == 0 else { throw ReadingError.unreadable(name) }
        try refuseSpecial(status)
        isRegular = status.st_mode & S_IFMT == S_IFREG
        if isRegular {
            size = Int(status.st_size)
            modified = Timestamp(seconds: Int64(status.st_mtim.tv_sec))
        }
        self.handle = handle
    }

    private func refuseSpecial(_ status: stat) throws(ReadingError) {
        switch status.st_mode & S_IFMT {
        case S_IFREG: return
        case S_IFIFO where isNamed: return
        case S_IFIFO, S_IFLNK:
            throw ReadingError(
                .unreadable, file: name, problem: "it is a link or a pipe in a folder",
                advice: "name it itself to have it read")
        default:
            throw ReadingError(
                .unreadable, file: name, problem: "it is a device or socket, not a file",
                advice: "name a file, a folder, or `-` for standard input")
        }
    }

    func read() throws -> [UInt8] {
        if isAtEnd { return [] }
        try open()
        guard let handle else { return [] }
        let bytes = try handle.read(upTo: min(Self.chunkBytes, max(size ?? .max, 4_096)), of: name)
        if bytes.isEmpty {
            isAtEnd = true
            self.handle = nil
        }
        return bytes
    }

    func file() throws -> RandomAccessFile? {
        if isAtEnd && isRegular {
            // It was closed at its end.
            isAtEnd = false
            defer { isAtEnd = true }
            try open()
        }
        try open()
        guard isRegular, let handle else { return nil }
        return RandomAccessFile(handle, name: name)
    }
}

/// A descriptor that is closed with its last reference.
final class FileHandleBox {
    let descriptor: Int32
    private let isOwned: Bool

    init(descriptor: Int32, isOwned: Bool) {
        self.descriptor = descriptor
        self.isOwned = isOwned
    }

    deinit { if isOwned { close(descriptor) } }

    /// The next bytes of the file that the descriptor is open on; empty at the end.
    func read(upTo count: Int, of name: String) throws -> [UInt8] {
        try [UInt8](unsafeUninitializedCapacity: count) { space, filled in
            while true {
                filled = 0
                let got = Foundation.read(descriptor, space.baseAddress, count)
                if got >= 0 {
                    filled = got
                    return
                }
                if errno != EINTR { throw ReadingError.unreadable(name) }
            }
        }
    }
}

extension ReadingError {
    /// What the system says of a file that cannot be read.
    static func unreadable(_ name: String) -> ReadingError {
        ReadingError(
            .unreadable, file: name,
            problem: "it cannot be read (\(String(cString: strerror(errno))))",
            advice: "check that it is a file and that you may read it")
    }
}
