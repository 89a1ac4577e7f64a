import GRDB

/// Why a store could not be opened, read or written, and what to do about it.
public struct StoreError: Error, Hashable, Sendable {
    /// The kinds of failure. More may come.
    public enum Code: String, Hashable, Sendable, CaseIterable {
        /// There is no file at the path.
        case missing
        /// The path cannot be opened or created.
        case cannotOpen
        /// The file is there and is no SQLite database.
        case notADatabase
        /// The file is a SQLite database of another program.
        case otherProgram
        /// The file was written by a newer version of this program.
        case newerVersion
        /// The file, its folder or the disk takes no more writing.
        case cannotWrite
        /// Another process keeps the file locked.
        case busy
        /// The rows do not make a discussion.
        case damaged
        /// SQLite refused for another reason.
        case failed
    }

    /// The kind of failure.
    public var code: Code
    /// The path of the store as the user named it.
    public var path: String
    /// What was found, in words for people.
    public var message: String
    /// What the user can do, in words for people.
    public var advice: String

    init(_ code: Code, path: String, message: String, advice: String) {
        self.code = code
        self.path = path
        self.message = message
        self.advice = advice
    }

    /// The store's error for whatever was thrown while a path was used.
    init(_ error: any Error, path: String) {
        switch error {
        case let error as StoreError:
            self = error
        case let error as DamagedRow:
            self.init(
                .damaged, path: path, message: error.message,
                advice: Self.adviceOnDamage)
        case is RowDecodingError:
            self.init(
                .damaged, path: path, message: "a row holds what no Rejoinder writes",
                advice: Self.adviceOnDamage)
        case let error as DatabaseError:
            self.init(error, path: path)
        default:
            self.init(
                .failed, path: path, message: "\(error)",
                advice: "Check the file with: sqlite3 FILE 'pragma integrity_check'.")
        }
    }

    private static let adviceOnDamage =
        "Save what can be read with: rejoinder export --db FILE --recover -o FOLDER/, and analyse the"
        + " sources again into a new file."

    private init(_ error: DatabaseError, path: String) {
        let words = error.message ?? "SQLite error \(error.resultCode.rawValue)"
        switch error.resultCode.primaryResultCode {
        case .SQLITE_NOTADB:
            self.init(
                .notADatabase, path: path, message: "the file is no SQLite database",
                advice: "Name another file; this one was left as it is.")
        case .SQLITE_CANTOPEN:
            self.init(
                .cannotOpen, path: path, message: words,
                advice: "Check that the folder exists and that you may write in it.")
        case .SQLITE_FULL:
            self.init(
                .cannotWrite, path: path, message: "there is no room left to write in",
                advice: "Make room and run the same command again; what was stored before stays.")
        case .SQLITE_READONLY, .SQLITE_PERM, .SQLITE_AUTH, .SQLITE_IOERR:
            self.init(
                .cannotWrite, path: path, message: words,
                advice:
                    "Check that you may write the file and its folder and that the disk has room.")
        case .SQLITE_BUSY, .SQLITE_LOCKED:
            self.init(
                .busy, path: path, message: words,
                advice: "Wait until the other program has finished with the file, or close it.")
        case .SQLITE_CORRUPT:
            self.init(
                .damaged, path: path, message: words,
                advice: Self.adviceOnDamage)
        default:
            self.init(
                .failed, path: path, message: words,
                advice: "Check the file with: sqlite3 FILE 'pragma integrity_check'.")
        }
    }
}

extension StoreError: CustomStringConvertible {
    /// One line: the path, what was found and what to do.
    public var description: String { "\(path): \(message). \(advice)" }
}

/// Rows that cannot be read back into a value.
struct DamagedRow: Error {
    var message: String
}
