import Foundation

/// One thing to read, as it was found from what the user named.
package enum InputSource: Hashable, Sendable {
    /// Standard input, named `-`.
    case standardInput
    /// A file; its path begins with what the user named.
    case file(String)

    /// What the user is told it is.
    package var name: String {
        switch self {
        case .standardInput: "-"
        case .file(let path): path
        }
    }

    /// The name of the file without its folder; empty for standard input.
    package var fileName: String {
        switch self {
        case .standardInput: ""
        case .file(let path): path.split(separator: "/").last.map(String.init) ?? path
        }
    }
}

/// The inputs that a user named, with folders opened one after the other.
///
/// A folder gives its files and then its folders, each sorted by the bytes of their names; hidden
/// entries, symbolic links and special files in it are skipped. What is named outright is read
/// even where it is one of these, except that a device or socket is an error.
package struct InputList: Sequence, IteratorProtocol {
    /// Entries that accompany `utterances.jsonl` in a ConvoKit corpus and hold no utterances.
    private static let corpusCompanions: Set<String> = [
        "conversations.json", "corpus.json", "index.json", "speakers.json", "users.json",
    ]

    private enum Pending {
        case named(String)
        case file(String)
        case folder(String)
    }

    /// What is still to be looked at, the next one last.
    private var pending: [Pending]

    /// Creates a list of what the user named, in that order.
    package init(_ names: [String]) {
        pending = names.reversed().map(Pending.named)
    }

    /// The next input, an error in its place, or `nil` at the end.
    package mutating func next() -> Result<InputSource, ReadingError>? {
        while let entry = pending.popLast() {
            switch entry {
            case .named("-"):
                return .success(.standardInput)
            case .file(let path):
                return .success(.file(path))
            case .named(let path):
                var status = stat()
                guard stat(path, &status) == 0 else { return .failure(Self.missing(path)) }
                if status.st_mode & S_IFMT == S_IFDIR {
                    if let error = open(folder: path, isNamed: true) { return .failure(error) }
                } else {
                    return .success(.file(path))
                }
            case .folder(let path):
                if let error = open(folder: path, isNamed: false) { return .failure(error) }
            }
        }
        return nil
    }

    private static func missing(_ path: String) -> ReadingError {
        if errno == ENOENT || errno == ENOTDIR {
            return ReadingError(
                .notFound, file: path, problem: "there is no such file or folder",
                advice: "check the name; `-` stands for standard input")
        }
        return ReadingError(
            .unreadable, file: path,
            problem: "it cannot be looked at (\(String(cString: strerror(errno))))",
            advice: "check that you may read it")
    }

    private mutating func open(folder path: String, isNamed: Bool) -> ReadingError? {
        guard let directory = opendir(path) else {
            return ReadingError(
                .unreadable, file: path,
                problem: "the folder cannot be opened (\(String(cString: strerror(errno))))",
                advice: "check that you may read it")
        }
        defer { closedir(directory) }
        let prefix = path.hasSuffix("/") ? path : path + "/"
        var files: [String] = []
        var folders: [String] = []
        while let entry = readdir(directory) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if name.hasPrefix(".") { continue }
            var status = stat()
            guard lstat(prefix + name, &status) == 0 else { continue }
            switch status.st_mode & S_IFMT {
            case S_IFREG: files.append(name)
            case S_IFDIR: folders.append(name)
            default: continue
            }
        }
        if files.contains("utterances.jsonl") {
            files.removeAll { Self.corpusCompanions.contains($0) }
        }
        files.sort { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        folders.sort { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        pending += folders.reversed().map { .folder(prefix + $0) }
        pending += files.reversed().map { .file(prefix + $0) }
        if isNamed && files.isEmpty && folders.isEmpty {
            return ReadingError(
                .noInputs, file: path, problem: "the folder holds no file to read",
                advice: "hidden files and links in a folder are skipped; name them to read them")
        }
        return nil
    }
}
