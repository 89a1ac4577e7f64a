import Foundation

/// Nobody reads what is written any more.
struct BrokenPipe: Error {}

/// Text on its way to a file descriptor, gathered into large writes.
///
/// Not thread-safe: results are written by the one task that runs the command.
final class TextOutput: @unchecked Sendable {
    private let descriptor: Int32
    private let name: String
    private let ownsDescriptor: Bool
    private var pending: [UInt8] = []
    private let capacity = 1 << 16

    /// Writes to a descriptor that stays open.
    init(descriptor: Int32, name: String) {
        self.descriptor = descriptor
        self.name = name
        ownsDescriptor = false
    }

    /// Writes to a file, replacing what was there.
    ///
    /// - Throws: `CommandFailure` when the file cannot be created.
    init(path: String) throws {
        name = path
        ownsDescriptor = true
        descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0o666)
        guard descriptor >= 0 else {
            throw CommandFailure(
                place: path, problem: "cannot be written: \(String(cString: strerror(errno)))",
                remedy: "name a file in a folder that exists and that you may write to")
        }
    }

    deinit {
        if ownsDescriptor { close(descriptor) }
    }

    /// Whether people look at it directly.
    var isTerminal: Bool { isatty(descriptor) == 1 }

    /// The columns of the terminal, at most 100, since longer lines are hard to read; 80 elsewhere.
    var columns: Int {
        var size = winsize()
        guard isTerminal, ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else {
            return 80
        }
        return min(100, Int(size.ws_col))
    }

    /// Adds text.
    ///
    /// - Throws: `BrokenPipe`, or `CommandFailure` when the text cannot be written.
    func write(_ text: String) throws {
        pending.append(contentsOf: text.utf8)
        if pending.count >= capacity { try flush() }
    }

    /// Adds text as UTF-8, of which a part may end within a character.
    ///
    /// - Throws: `BrokenPipe`, or `CommandFailure` when the text cannot be written.
    func write(bytes: ArraySlice<UInt8>) throws {
        pending.append(contentsOf: bytes)
        if pending.count >= capacity { try flush() }
    }

    /// Writes out what was gathered.
    ///
    /// - Throws: `BrokenPipe`, or `CommandFailure` when the text cannot be written.
    func flush() throws {
        defer { pending.removeAll(keepingCapacity: true) }
        var start = 0
        while start < pending.count {
            let written = pending[start...].withUnsafeBytes { bytes in
                Foundation.write(descriptor, bytes.baseAddress, bytes.count)
            }
            if written >= 0 {
                start += written
            } else if errno == EPIPE {
                throw BrokenPipe()
            } else if errno != EINTR {
                throw CommandFailure(
                    place: name, problem: "cannot be written: \(String(cString: strerror(errno)))",
                    remedy: "make room or name another place with -o")
            }
        }
    }

    /// Writes a line at once and lets it go where nobody reads it; for remarks.
    func writeLine(_ text: String) {
        try? write(text + "\n")
        try? flush()
    }
}
