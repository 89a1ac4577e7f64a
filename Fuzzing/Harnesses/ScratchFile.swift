import Foundation

/// A file for a harness whose subject takes paths; removed with what SQLite writes beside it.
struct ScratchFile: ~Copyable {
    let path: String

    init(_ bytes: some Collection<UInt8>, ending: String) throws {
        path =
            FileManager.default.temporaryDirectory
            .appendingPathComponent("rejoinder-fuzz-\(UUID().uuidString)").path + ending
        try Data(bytes).write(to: URL(fileURLWithPath: path))
    }

    deinit {
        for ending in ["", "-wal", "-shm", "-journal"] { unlink(path + ending) }
    }
}
