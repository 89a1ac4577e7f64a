import Foundation

/// A program outside the package that a test checks our files with, such as `sqlite3`.
package struct OutsideTool: Sendable {
    /// What a run gave.
    package struct Output: Sendable {
        /// The exit status.
        package var status: Int32
        /// Standard output.
        package var text: String
        /// Standard error.
        package var errors: String
    }

    private let path: String

    /// Finds a program on the search path, or `nil` where it is not installed.
    package init?(_ name: String) {
        let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
        let found = folders.map { "\($0)/\(name)" }
            .first { FileManager.default.isExecutableFile(atPath: $0) }
        guard let found else { return nil }
        path = found
    }

    /// A Python that has some modules: the one that a variable of the environment names, else
    /// `python3`.
    package static func python(
        with modules: [String], namedBy variable: String = "REJOINDER_PYTHON"
    ) -> OutsideTool? {
        let named = ProcessInfo.processInfo.environment[variable]
        let tool = named.map { OutsideTool(path: $0) } ?? OutsideTool("python3")
        let imports = (["sys"] + modules).map { "import \($0)" }.joined(separator: "\n")
        guard let tool, let output = try? tool.run(["-c", imports]), output.status == 0 else {
            return nil
        }
        return tool
    }

    private init(path: String) {
        self.path = path
    }

    /// Runs the program to its end, with text on its standard input.
    package func run(_ arguments: [String], input: String = "") throws -> Output {
        let scratch = try ScratchFolder()
        try scratch.write(input, to: "in")
        for name in ["out", "err"] { try scratch.write("", to: name) }
        let process = Process()
        process.executableURL = URL(fileURLWithPath: path)
        process.arguments = arguments
        process.standardInput = try FileHandle(
            forReadingFrom: URL(fileURLWithPath: scratch.file("in")))
        process.standardOutput = try FileHandle(
            forWritingTo: URL(fileURLWithPath: scratch.file("out")))
        process.standardError = try FileHandle(
            forWritingTo: URL(fileURLWithPath: scratch.file("err")))
        try process.run()
        process.waitUntilExit()
        func read(_ name: String) throws -> String {
            String(
                decoding: try Data(contentsOf: URL(fileURLWithPath: scratch.file(name))),
                as: UTF8.self)
        }
        return Output(
            status: process.terminationStatus, text: try read("out"), errors: try read("err"))
    }
}
