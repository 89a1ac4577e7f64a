import Foundation

/// A file, or a part of one, in which any place can be read; closed when the last reference goes.
package final class RandomAccessFile {
    private let handle: FileHandleBox
    let name: String
    /// Where the part begins in the file.
    private let base: Int
    /// The number of bytes of the part; `nil` for all that there are.
    private let limit: Int?
    private(set) var length = 0

    init(_ handle: FileHandleBox, name: String, base: Int = 0, limit: Int? = nil) {
        self.handle = handle
        self.name = name
        self.base = base
        self.limit = limit
    }

    private static var temporaryFolder: String {
        getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    }

    /// An empty file without a name in the folder for temporary files.
    static func temporary(for name: String) throws(ReadingError) -> RandomAccessFile {
        let folder = temporaryFolder
        // Without a name from the beginning, where the file system can do that.
        let withoutName: Int32 = O_DIRECTORY | 0o20_000_000
        var descriptor = open(folder, withoutName | O_RDWR | O_CLOEXEC, 0o600)
        if descriptor < 0 {
            var template = Array((folder + "/rejoinder-spool-XXXXXX").utf8CString)
            descriptor = mkstemp(&template)
            if descriptor >= 0 {
                unlink(template)
                _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
            }
        }
        guard descriptor >= 0 else {
            throw ReadingError(
                .unreadable, file: name,
                problem: "no temporary file could be made in \(folder)"
                    + " (\(String(cString: strerror(errno))))",
                advice: "set TMPDIR to a folder with room, or name a file instead of a stream")
        }
        return RandomAccessFile(
            FileHandleBox(descriptor: descriptor, isOwned: true), name: name)
    }

    /// A part of the same file.
    func part(from offset: Int, length: Int, name: String) -> RandomAccessFile {
        RandomAccessFile(handle, name: name, base: base + offset, limit: length)
    }

    /// Writes bytes behind those that are there.
    ///
    /// - Throws: `ReadingError` that names the folder for temporary files where the disk is full.
    func append(_ bytes: [UInt8]) throws {
        try bytes.withUnsafeBytes { source in
            var done = 0
            while done < source.count {
                let written = pwrite(
                    handle.descriptor, source.baseAddress?.advanced(by: done), source.count - done,
                    off_t(length + done))
                if written < 0 {
                    if errno == EINTR { continue }
                    throw ReadingError(
                        .unreadable, file: name,
                        problem:
                            "its temporary copy in \(Self.temporaryFolder) could not be written"
                            + " (\(String(cString: strerror(errno))))",
                        advice: "set TMPDIR to a folder with room")
                }
                done += written
            }
        }
        length += bytes.count
    }

    /// The bytes from an offset, as many as there are up to `count`.
    package func bytes(at offset: Int, count: Int) throws -> [UInt8] {
        let count = min(count, max(0, (limit ?? .max) - offset))
        return try [UInt8](unsafeUninitializedCapacity: count) { space, filled in
            filled = 0
            while filled < count {
                let got = pread(
                    handle.descriptor, space.baseAddress?.advanced(by: filled), count - filled,
                    off_t(base + offset + filled))
                if got == 0 { return }
                if got < 0 {
                    if errno == EINTR { continue }
                    throw ReadingError(
                        .unreadable, file: name, byte: offset + filled,
                        problem: "it cannot be read (\(String(cString: strerror(errno))))",
                        advice: "check the disk and that nobody changes the file meanwhile")
                }
                filled += got
            }
        }
    }
}
