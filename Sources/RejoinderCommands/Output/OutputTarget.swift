import Foundation

/// Where `-o` sends results.
enum OutputTarget: Equatable {
    case standardOutput
    case file(String)
    /// One file for each discussion.
    case folder(String)

    /// Understands the value of `-o`: a folder exists or ends in `/`; `-` or none is standard output.
    init(_ option: String?) {
        guard let option, option != "-" else {
            self = .standardOutput
            return
        }
        var isFolder: ObjCBool = false
        let exists = FileManager.default.fileExists(atPath: option, isDirectory: &isFolder)
        self =
            option.hasSuffix("/") || exists && isFolder.boolValue ? .folder(option) : .file(option)
    }

    /// Opens standard output or the file.
    ///
    /// - Throws: `CommandFailure` when the file cannot be created, or for a folder.
    /// - Parameter isData: whether what is written is for other programs, and may hold anything.
    func open(forData isData: Bool = false) throws -> TextOutput {
        switch self {
        case .standardOutput: return isData ? StandardStreams.data : StandardStreams.output
        case .file(let path): return try TextOutput(path: path, isData: isData)
        case .folder(let path):
            throw CommandFailure(
                place: path, problem: "is a folder, and a file was expected",
                remedy: "name a file after -o", status: .wrongUsage)
        }
    }
}

/// One file for each discussion in a folder, each with its own name.
struct OutputFolder {
    private let path: String
    private let ending: String
    private var taken: Set<String> = []

    /// Makes the folder where it is missing.
    ///
    /// - Throws: `CommandFailure` when it cannot be made.
    init(path: String, ending: String = "") throws {
        self.path = path.hasSuffix("/") ? path : path + "/"
        self.ending = ending
        do {
            try FileManager.default.createDirectory(
                atPath: path, withIntermediateDirectories: true)
        } catch {
            throw CommandFailure(
                place: path, problem: "cannot be made: \(error.localizedDescription)",
                remedy: "name a folder that you may write to")
        }
    }

    /// Opens the file of a discussion, named as `name(of:)` has it.
    mutating func open(discussion id: String) throws -> TextOutput {
        try TextOutput(path: path + name(of: id) + ending)
    }

    /// Opens several files of a discussion, which differ in their endings.
    mutating func open(discussion id: String, endings: [String]) throws -> [TextOutput] {
        let name = name(of: id)
        return try endings.map { try TextOutput(path: path + name + $0) }
    }

    /// The id of a discussion with what file names cannot hold replaced, made unique by a number.
    private mutating func name(of id: String) -> String {
        let stem = Self.fileName(for: id)
        var name = stem
        var number = 2
        // Names that differ only in case are one name on some file systems.
        while !taken.insert(name.lowercased()).inserted {
            name = "\(stem)-\(number)"
            number += 1
        }
        return name
    }

    /// At most 100 bytes, so that number and ending fit in any file system's limit of 255.
    static func fileName(for id: String) -> String {
        var name = ""
        for character in id {
            let isPlain =
                character.isLetter || character.isNumber || "-_.".contains(character)
            let next = isPlain ? String(character) : "_"
            guard name.utf8.count + next.utf8.count <= 100 else { break }
            name += next
        }
        // No hidden file, and no name that a program takes for an option.
        if name.hasPrefix(".") || name.hasPrefix("-") { name = "_" + name.dropFirst() }
        return name.isEmpty ? "discussion" : name
    }
}
