import Foundation
import Rejoinder

/// Nobody reads what is written any more.
struct BrokenPipe: Error {}

/// Text on its way to a file descriptor, gathered into large writes.
///
/// Not thread-safe: results are written by the one task that runs the command.
final class TextOutput: @unchecked Sendable {
    private let descriptor: Int32
    private let name: String
    private let ownsDescriptor: Bool
    private let file: ReplacedFile?
    private var hasWritten = false
    /// Whether what is written is for other programs, and exact: then nothing in it may steer a
    /// terminal that it comes to.
    private let isData: Bool
    private var pending: [UInt8] = []
    private let capacity = 1 << 16

    /// Writes to a descriptor that stays open.
    ///
    /// - Parameter isData: whether it is for other programs; where people look at it on a terminal
    ///   instead, they see pictures in place of control characters.
    init(descriptor: Int32, name: String, isData: Bool = false) {
        self.descriptor = descriptor
        self.name = name
        self.isData = isData
        ownsDescriptor = false
        file = nil
    }

    /// Writes to a file, replacing what was there with the first `flush()` of something, or at the
    /// end; until then it stays as it is. Devices and pipes are written at once.
    ///
    /// - Parameter isData: as above, where the file is a terminal.
    /// - Throws: `CommandFailure` when the file cannot be created.
    init(path: String, isData: Bool = false) throws {
        let file = ReplacedFile(path: path)
        name = path
        self.isData = isData
        self.file = file
        ownsDescriptor = file == nil
        descriptor = file == nil ? open(path, O_WRONLY | O_CREAT | O_TRUNC, 0o666) : -1
        guard file != nil || descriptor >= 0 else { throw Self.failure(path, errno) }
    }

    /// Why a file cannot be made.
    static func failure(_ path: String, _ code: Int32) -> CommandFailure {
        CommandFailure(
            place: path, problem: "cannot be written: \(String(cString: strerror(code)))",
            remedy: "name a file in a folder that exists and that you may write to")
    }

    deinit {
        if ownsDescriptor, descriptor >= 0 { close(descriptor) }
    }

    /// Whether people look at it directly.
    var isTerminal: Bool { isatty(descriptor) == 1 }

    private lazy var showsData = isData && isTerminal

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
        let shown = showsData ? VisibleText.lines(text) : text
        pending.append(contentsOf: shown.utf8)
        if pending.count >= capacity { try empty() }
    }

    /// Adds text as UTF-8, of which a part may end within a character.
    ///
    /// - Throws: `BrokenPipe`, or `CommandFailure` when the text cannot be written.
    func write(bytes: ArraySlice<UInt8>) throws {
        pending.append(contentsOf: bytes)
        if pending.count >= capacity { try empty() }
    }

    /// Writes out what was gathered, for whoever waits for it.
    ///
    /// - Throws: `BrokenPipe`, or `CommandFailure` when the text cannot be written.
    func flush() throws {
        try empty()
        if hasWritten { try file?.putInPlace() }
    }

    /// Writes out the rest. Where nothing was written at all, a file becomes empty only if all is
    /// done: where nothing could be read, what was there stays.
    ///
    /// - Throws: `BrokenPipe`, or `CommandFailure` when the text cannot be written.
    func finish(_ status: ExitStatus = .done) throws {
        try flush()
        if status == .done { try file?.putInPlace() }
    }

    private func empty() throws {
        guard !pending.isEmpty else { return }
        defer { pending.removeAll(keepingCapacity: true) }
        let descriptor = try file?.opened() ?? self.descriptor
        hasWritten = true
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
