import ArgumentParser
import Foundation

/// Where results go and how much else is said.
struct OutputOptions: ParsableArguments {
    @Option(
        name: .shortAndLong,
        help: ArgumentHelp(
            "Write results to this file; graph also takes a folder, and writes one file for each discussion.",
            valueName: "file"))
    var output: String?

    @Flag(help: "Say nothing on standard error but errors.")
    var quiet = false

    var target: OutputTarget { OutputTarget(output) }

    /// Refuses to write over what is read: a store, an input, a key; or many files into a folder of
    /// inputs.
    func requireApart(from paths: [String?]) throws {
        let (path, isFolder): (String, Bool)
        switch target {
        case .standardOutput: return
        case .file(let file): (path, isFolder) = (file, false)
        case .folder(let folder): (path, isFolder) = (folder, true)
        }
        let written = FileIdentity(path)
        for read in paths.compactMap(\.self) where read != "-" {
            // What SQLite keeps beside a store belongs to it.
            let parts = isFolder ? [read] : [read, read + "-wal", read + "-shm"]
            guard
                parts.contains(where: { FileIdentity($0) == written })
                    || !isFolder && Self.isThere(path, below: read)
                    || isFolder && Self.forms.contains(URL(fileURLWithPath: read).pathExtension)
                        && FileIdentity(Self.folder(of: read)) == written
            else { continue }
            throw ValidationError("-o names \(path), which is read: name another file or folder.")
        }
    }
}

extension OutputOptions {
    /// The endings of what is written into folders.
    private static let forms: Set<String> = ["csv", "json", "jsonl", "dot", "gexf", "graphml"]

    private static func folder(of path: String) -> String {
        URL(fileURLWithPath: path).deletingLastPathComponent().path
    }

    /// Whether a file is there, and somewhere in a folder.
    private static func isThere(_ file: String, below folder: String) -> Bool {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: file),
            FileManager.default.fileExists(atPath: folder, isDirectory: &isFolder),
            isFolder.boolValue, !file.hasPrefix("/dev/")
        else { return false }
        func parts(_ path: String) -> [String] {
            URL(fileURLWithPath: path).standardizedFileURL.resolvingSymlinksInPath().pathComponents
        }
        return parts(file).starts(with: parts(folder))
    }
}

/// Which file a path leads to, whatever the links to it, or where it will be made.
private enum FileIdentity: Equatable {
    case known(device: dev_t, number: ino_t)
    case unknown(path: String)

    init(_ path: String) {
        var status = stat()
        if stat(path, &status) == 0 {
            let kind = status.st_mode & S_IFMT
            if kind == S_IFREG || kind == S_IFDIR {
                self = .known(device: status.st_dev, number: status.st_ino)
                return
            }
        }
        let url = URL(fileURLWithPath: path).standardizedFileURL.resolvingSymlinksInPath()
        self = .unknown(path: url.path)
    }
}
