import Foundation
import Rejoinder

/// The file with the key of pseudonyms.
enum KeyFile {
    /// More is no key but some other file.
    private static let mostBytes = 65_536
    private static let remedy =
        "make one with: (umask 077; head -c 32 /dev/urandom | base64 > FILE)"

    /// Reads a key.
    ///
    /// - Throws: `CommandFailure` where it cannot be read or is none.
    static func key(in path: String) throws -> PseudonymKey {
        let bytes = try bytes(of: path)
        do {
            return try PseudonymKey(bytes)
        } catch {
            let problem =
                switch error {
                case .tooShort(let count):
                    "a key has at least \(PseudonymKey.leastBytes) bytes, and this one \(count)"
                case .notRandom:
                    "a key is random, and this one repeats a few bytes"
                }
            throw CommandFailure(
                place: path, problem: problem, remedy: remedy, status: .wrongUsage)
        }
    }

    private static func bytes(of path: String) throws -> Data {
        let descriptor = open(path, O_RDONLY)
        guard descriptor >= 0 else {
            throw CommandFailure(
                place: path,
                problem: "the key cannot be read: \(String(cString: strerror(errno)))",
                remedy: errno == ENOENT ? remedy : "name a file that you may read",
                status: .wrongUsage)
        }
        let file = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
        warnOfOthers(path, descriptor)
        do {
            let bytes = try file.read(upToCount: mostBytes + 1) ?? Data()
            guard bytes.count <= mostBytes else {
                throw CommandFailure(
                    place: path, problem: "a file of more than \(mostBytes) bytes is no key",
                    remedy: remedy, status: .wrongUsage)
            }
            return bytes
        } catch let failure as CommandFailure {
            throw failure
        } catch {
            throw CommandFailure(
                place: path, problem: "the key cannot be read", remedy: "name a file with a key",
                status: .wrongUsage)
        }
    }

    private static func warnOfOthers(_ path: String, _ descriptor: Int32) {
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG,
            status.st_mode & 0o077 != 0
        else { return }
        StandardStreams.say(
            .warning,
            "\(path): others may read the key and turn pseudonyms back; keep them out with:"
                + " chmod 600 \(path)")
    }
}
