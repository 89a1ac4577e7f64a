import Foundation

/// A file that is written beside the place where it shall stand, and put there in one step, so
/// that what stood there outlasts a command that fails.
///
/// Without `putInPlace()` nothing is left behind.
final class ReplacedFile {
    /// The path as the user named it.
    private let name: String
    /// The same with links followed.
    private let destination: String
    /// The permissions of the file that is replaced; `nil` where there is none.
    private let mode: mode_t?
    /// Where it is written; `nil` before that, and once it is in its place.
    private var beside: String?
    private var descriptor: Int32 = -1

    /// - Returns: `nil` where a path has to be written as it is: a device, a pipe, or what cannot be
    ///   replaced.
    init?(path: String) {
        guard !path.hasPrefix("/dev/"), !path.hasPrefix("/proc/") else { return nil }
        name = path
        var status = stat()
        if stat(path, &status) == 0 {
            guard status.st_mode & S_IFMT == S_IFREG, access(path, W_OK) == 0,
                let resolved = realpath(path, nil)
            else { return nil }
            defer { free(resolved) }
            destination = String(cString: resolved)
            mode = status.st_mode & 0o7777
        } else {
            // A link to nothing makes the file it names.
            guard lstat(path, &status) != 0 else { return nil }
            destination = path
            mode = nil
        }
        guard access(Self.folder(of: destination), W_OK | X_OK) == 0 else { return nil }
    }

    deinit {
        if descriptor >= 0 { close(descriptor) }
        if let beside {
            unlink(beside)
            Interruption.forget(file: beside)
        }
    }

    /// Where to write; the file is made with the first call.
    ///
    /// - Throws: `CommandFailure` when it cannot be made.
    func opened() throws -> Int32 {
        if descriptor >= 0 { return descriptor }
        var number = 0
        while true {
            let path = "\(Self.folder(of: destination))/.rejoinder-\(getpid())-\(number)"
            descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL, 0o666)
            if descriptor >= 0 {
                beside = path
                Interruption.note(file: path)
                break
            }
            // Another output of this command, or what was left by one that was killed.
            guard errno == EEXIST, number < 10_000 else { throw TextOutput.failure(name, errno) }
            number += 1
        }
        if let mode { fchmod(descriptor, mode) }
        return descriptor
    }

    /// Puts what was written, or nothing, in the place of what is there; what is written afterwards
    /// is added to it.
    ///
    /// - Throws: `CommandFailure` when that fails.
    func putInPlace() throws {
        _ = try opened()
        guard let path = beside else { return }
        guard rename(path, destination) == 0 else { throw TextOutput.failure(name, errno) }
        beside = nil
        Interruption.forget(file: path)
    }

    private static func folder(of path: String) -> String {
        guard let slash = path.lastIndex(of: "/") else { return "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }
}
