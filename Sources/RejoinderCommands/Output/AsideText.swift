import Foundation

/// Text that is written to a scratch file now and copied to its place later.
///
/// Not thread-safe: results are written by the one task that runs the command.
final class AsideText {
    private let descriptor: Int32
    private let output: TextOutput
    private let folder: String

    /// - Throws: `CommandFailure` when there is nowhere to write.
    init() throws {
        folder = FileManager.default.temporaryDirectory.path
        var path = Array("\(folder)/rejoinder-XXXXXX".utf8CString)
        descriptor = mkstemp(&path)
        guard descriptor >= 0 else {
            throw CommandFailure(
                place: folder, problem: "cannot be written: \(String(cString: strerror(errno)))",
                remedy: "make room there or name another folder in TMPDIR")
        }
        // Open files need no name; without one nothing is left behind, however this ends.
        unlink(path)
        output = TextOutput(descriptor: descriptor, name: folder)
    }

    deinit { close(descriptor) }

    /// Adds text.
    ///
    /// - Throws: `CommandFailure` when it cannot be written.
    func write(_ text: String) throws { try output.write(text) }

    /// Copies everything that was added.
    ///
    /// - Throws: `CommandFailure` when it cannot be read; what writing throws.
    func copy(to target: TextOutput) throws {
        try output.flush()
        guard lseek(descriptor, 0, SEEK_SET) == 0 else { throw unreadable(errno) }
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = read(descriptor, &buffer, buffer.count)
            if count > 0 {
                try target.write(bytes: buffer[..<count])
            } else if count == 0 {
                return
            } else if errno != EINTR {
                throw unreadable(errno)
            }
        }
    }

    private func unreadable(_ code: Int32) -> CommandFailure {
        CommandFailure(
            place: folder,
            problem: "what was written aside cannot be read: \(String(cString: strerror(code)))",
            remedy: "try again, or name another folder in TMPDIR")
    }
}
