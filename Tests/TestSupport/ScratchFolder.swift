import Foundation

/// A folder of one test, removed with the value.
package final class ScratchFolder {
    /// Where the folder is.
    package let path: String

    /// Makes an empty folder.
    package init() throws {
        path =
            FileManager.default.temporaryDirectory
            .appendingPathComponent("rejoinder-\(UUID().uuidString)").path
        try FileManager.default.createDirectory(
            atPath: path, withIntermediateDirectories: true)
    }

    deinit {
        try? FileManager.default.removeItem(atPath: path)
    }

    /// The path of a file in the folder, which need not be there.
    package func file(_ name: String) -> String { path + "/" + name }

    /// Writes a file into the folder and returns its path.
    @discardableResult
    package func write(_ text: String, to name: String) throws -> String {
        try Data(text.utf8).write(to: URL(fileURLWithPath: file(name)))
        return file(name)
    }
}
