import Foundation
import Testing

/// A folder of its own for one test, gone with the value.
final class ScratchFolder: Sendable {
    let url: URL

    init() throws {
        url = FileManager.default.temporaryDirectory
            .appendingPathComponent("rejoinder-test-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: url) }

    func path(_ name: String) -> URL { url.appendingPathComponent(name) }

    /// Writes a file, with the folders that its name asks for.
    func write(_ text: String, to name: String) throws { try write(Data(text.utf8), to: name) }

    func write(_ data: Data, to name: String) throws {
        let file = path(name)
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try data.write(to: file)
    }

    func text(of name: String) throws -> String {
        try String(contentsOf: path(name), encoding: .utf8)
    }

    func exists(_ name: String) -> Bool { FileManager.default.fileExists(atPath: path(name).path) }
}

/// What the built command did.
struct CommandRun {
    let status: Int32
    let output: Data
    let errors: String

    var text: String { String(decoding: output, as: UTF8.self) }
    var lines: [Substring] { text.split(separator: "\n", omittingEmptySubsequences: true) }

    /// The command `rejoinder`, which was built beside the tests.
    static let program: URL = {
        let tests = Bundle.main.executableURL ?? URL(fileURLWithPath: CommandLine.arguments[0])
        return tests.resolvingSymlinksInPath().deletingLastPathComponent()
            .appendingPathComponent("rejoinder")
    }()

    /// The root of the repository.
    static let repository = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    /// Runs `rejoinder` with arguments in a folder.
    init(
        _ arguments: [String], in folder: ScratchFolder, input: String? = nil,
        environment: [String: String] = [:]
    ) throws {
        try self.init(
            Self.program, arguments, in: folder, input: input, environment: environment)
    }

    /// Runs `rejoinder` with arguments in a folder.
    init(_ arguments: String..., in folder: ScratchFolder, input: String? = nil) throws {
        try self.init(arguments, in: folder, input: input)
    }

    /// Runs a script of bash in a folder, with the command as `$rejoinder`.
    init(script: String, in folder: ScratchFolder) throws {
        try self.init(
            URL(fileURLWithPath: "/bin/bash"), ["-c", script], in: folder, input: nil,
            environment: ["rejoinder": Self.program.path])
    }

    // Files instead of pipes: a pipe that nobody empties would stop the command.
    private init(
        _ program: URL, _ arguments: [String], in folder: ScratchFolder, input: String?,
        environment: [String: String]
    ) throws {
        let streams = try ScratchFolder()
        for name in ["in", "out", "err"] {
            try streams.write(name == "in" ? input ?? "" : "", to: name)
        }
        let process = Process()
        process.executableURL = program
        process.arguments = arguments
        process.currentDirectoryURL = folder.url
        process.environment = ProcessInfo.processInfo.environment
            .merging(environment) { _, new in new }
        process.standardInput = try FileHandle(forReadingFrom: streams.path("in"))
        process.standardOutput = try FileHandle(forWritingTo: streams.path("out"))
        process.standardError = try FileHandle(forWritingTo: streams.path("err"))
        try process.run()
        process.waitUntilExit()
        status = process.terminationReason == .exit ? process.terminationStatus : -1
        output = try Data(contentsOf: streams.path("out"))
        errors = try streams.text(of: "err")
    }
}
