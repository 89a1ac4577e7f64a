import Foundation

/// The files of a ConvoKit corpus.
enum CorpusFiles {
    /// Holds the utterances.
    static let utterances = "utterances.jsonl"
    /// Accompany them and hold none, in the order in which they are handed to the format.
    static let companions = [
        "speakers.json", "users.json", "conversations.json", "corpus.json", "index.json",
    ]
}

/// What stands in a folder: files and folders, each sorted by the bytes of their names.
struct FolderListing {
    /// The folders of a Maildir that are no mail folders themselves.
    static let partsOfMaildir: Set<String> = ["cur", "new", "tmp"]

    /// What stands before the name of everything in the folder.
    let prefix: String
    /// The files that are neither hidden nor links.
    private(set) var files: [String] = []
    /// The folders that are neither hidden nor links.
    private(set) var folders: [String] = []
    private var hiddenFolders: [String] = []
    /// What cannot be named here, since its name is not UTF-8, with its other bytes as `\xE9`.
    private(set) var illegible: [String] = []

    /// - Throws: `ReadingError` of code `unreadable`.
    init(_ path: String) throws(ReadingError) {
        prefix = path.hasSuffix("/") ? path : path + "/"
        guard let directory = opendir(path) else {
            throw ReadingError(
                .unreadable, file: path,
                problem: "the folder cannot be opened (\(String(cString: strerror(errno))))",
                advice: "check that you may read it")
        }
        defer { closedir(directory) }
        while let entry = readdir(directory) {
            let bytes = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                pointer.withMemoryRebound(to: UInt8.self, capacity: 256) {
                    Array(UnsafeBufferPointer(start: $0, count: strlen(pointer)))
                }
            }
            guard let name = String(validating: bytes, as: UTF8.self) else {
                let mayBeRead = [DT_REG, DT_DIR, DT_UNKNOWN].contains {
                    Int($0) == Int(entry.pointee.d_type)
                }
                if mayBeRead, bytes.first != UInt8(ascii: ".") {
                    illegible.append(Self.escaped(bytes))
                }
                continue
            }
            if name == "." || name == ".." { continue }
            let isHidden = name.hasPrefix(".")
            var status = stat()
            guard lstat(prefix + name, &status) == 0 else { continue }
            switch status.st_mode & S_IFMT {
            case S_IFREG where !isHidden: files.append(name)
            case S_IFDIR where isHidden: hiddenFolders.append(name)
            case S_IFDIR: folders.append(name)
            default: continue
            }
        }
        files.sort { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        folders.sort { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        hiddenFolders.sort { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }

    private static func escaped(_ bytes: [UInt8]) -> String {
        bytes.map { byte in
            byte < 0x80
                ? String(UnicodeScalar(byte))
                : "\\x" + String(byte, radix: 16, uppercase: true)
        }.joined()
    }

    /// The files beside the folders of a Maildir that are no notes of the program that keeps it.
    var filesBesideMessages: [String] {
        files.filter { name in !Self.notesOfMaildir.contains { name.hasPrefix($0) } }
    }

    /// What the names of such notes begin with.
    private static let notesOfMaildir = [
        "dovecot", "courier", "maildir", "subscriptions", "uid", "quota",
    ]

    /// Whether mail is kept here, one message a file.
    var isMaildir: Bool { folders.contains("cur") && folders.contains("new") }

    /// The messages of a Maildir, by their names, which begin with the time of their arrival.
    var messages: [String] {
        var found: [(name: String, path: String)] = []
        for part in ["cur", "new"] {
            guard let listing = try? FolderListing(prefix + part) else { continue }
            found += listing.files.map { ($0, listing.prefix + $0) }
        }
        found.sort { first, second in
            first.name == second.name
                ? first.path < second.path
                : first.name.utf8.lexicographicallyPrecedes(second.name.utf8)
        }
        return found.map(\.path)
    }

    /// The hidden folders that are Maildirs, as Maildir++ keeps the folders of a mailbox.
    var hiddenMaildirs: [String] {
        hiddenFolders.filter { (try? FolderListing(prefix + $0))?.isMaildir == true }
    }
}
