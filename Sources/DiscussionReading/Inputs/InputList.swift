import Foundation

/// One thing to read, as it was found from what the user named.
package enum InputSource: Hashable, Sendable {
    /// Standard input, named `-`.
    case standardInput
    /// A file that the user named, of whatever kind.
    case file(String)
    /// A file in a folder; its path begins with what the user named.
    case found(String)
    /// Files of a folder that are one input, under its name or that of the first of them: the
    /// messages of a Maildir, a corpus with what accompanies it. There is at least one.
    case together(name: String, files: [String])

    /// What the user is told it is.
    package var name: String {
        switch self {
        case .standardInput: "-"
        case .file(let path), .found(let path): path
        case .together(let name, _): name
        }
    }

    /// Whether the user named the file itself, which may then be a link or a pipe.
    var isNamed: Bool {
        if case .file = self { return true }
        return false
    }

    /// Its files one by one.
    var files: [InputSource] { paths.map { isNamed ? .file($0) : .found($0) } }

    /// The name of the file without its folder; empty for standard input.
    package var fileName: String {
        if case .standardInput = self { return "" }
        return name.split(separator: "/").last.map(String.init) ?? name
    }

    /// The files, in the order in which they are read; none for standard input.
    package var paths: [String] {
        switch self {
        case .standardInput: []
        case .file(let path), .found(let path): [path]
        case .together(_, let files): files
        }
    }
}

/// The inputs that a user named, with folders opened one after the other.
///
/// A folder gives its files and then its folders, each sorted by the bytes of their names; hidden
/// entries, symbolic links and special files in it are skipped. What is named outright is read
/// even where it is one of these, except that a device or socket is an error.
///
/// A folder with `cur` and `new` in it is a Maildir: its messages are one input, and the folders in
/// it that are Maildirs too, hidden ones among them, are one each. `utterances.jsonl` is one input
/// with what accompanies it in a ConvoKit corpus.
package struct InputList: Sequence, IteratorProtocol {
    private enum Pending {
        case named(String)
        case source(InputSource)
        case folder(String)
        case illegible(String)
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
            case .source(let source):
                return .success(source)
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
            case .illegible(let path):
                return .failure(
                    ReadingError(
                        .unreadable, file: path, problem: "its name is not UTF-8",
                        advice: "rename it, as with `convmv -f latin1 -t utf8 --notest`"))
            }
        }
        return nil
    }

    private static func missing(_ path: String) -> ReadingError {
        if errno == ENOENT || errno == ENOTDIR, path.contains("\u{FFFD}") {
            return ReadingError(
                .notFound, file: path,
                problem: "there is no such file or folder; names that are not UTF-8 cannot be read",
                advice: "rename it, as with `convmv -f latin1 -t utf8 --notest`")
        }
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
        let folder: FolderListing
        do {
            folder = try FolderListing(path)
        } catch {
            return error
        }
        var sources: [InputSource] = []
        var folders = folder.folders
        if folder.isMaildir {
            let messages = folder.messages
            if !messages.isEmpty {
                let name = path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
                sources = [.together(name: name, files: messages)]
            }
            sources += folder.filesBesideMessages.map { .found(folder.prefix + $0) }
            folders.removeAll { FolderListing.partsOfMaildir.contains($0) }
            folders = folder.hiddenMaildirs + folders
        } else if folder.files.contains(CorpusFiles.utterances) {
            let companions = CorpusFiles.companions.filter { folder.files.contains($0) }
            for file in folder.files where !CorpusFiles.companions.contains(file) {
                let path = folder.prefix + file
                sources.append(
                    file == CorpusFiles.utterances && !companions.isEmpty
                        ? .together(
                            name: path, files: [path] + companions.map { folder.prefix + $0 })
                        : .found(path))
            }
        } else {
            sources = folder.files.map { .found(folder.prefix + $0) }
        }
        pending += folder.illegible.sorted().reversed().map { .illegible(folder.prefix + $0) }
        pending += folders.reversed().map { .folder(folder.prefix + $0) }
        pending += sources.reversed().map { .source($0) }
        if isNamed && sources.isEmpty && folders.isEmpty && folder.illegible.isEmpty {
            return ReadingError(
                .noInputs, file: path, problem: "the folder holds no file to read",
                advice: "hidden files and links in a folder are skipped; name them to read them")
        }
        return nil
    }
}
