public import DiscussionModel

/// Why an input, or the rest of one, gave no discussion.
public struct ReadingError: Error, Hashable, Sendable {
    /// The kind of error; further kinds may come.
    public struct Code: Hashable, Sendable {
        private enum Kind: String {
            case notFound, unreadable, empty, binary, unknownFormat, unrecognized, tooLarge
            case malformed, noInputs
        }

        private let kind: Kind

        /// There is no such file or folder.
        public static let notFound = Code(kind: .notFound)
        /// It is there and cannot be read.
        public static let unreadable = Code(kind: .unreadable)
        /// There is no text in it.
        public static let empty = Code(kind: .empty)
        /// It is a picture, an archive, a program or the like.
        public static let binary = Code(kind: .binary)
        /// No format has the name that was asked for.
        public static let unknownFormat = Code(kind: .unknownFormat)
        /// No format recognises it.
        public static let unrecognized = Code(kind: .unrecognized)
        /// It is larger than what may be held in memory.
        public static let tooLarge = Code(kind: .tooLarge)
        /// It is not what its format demands.
        public static let malformed = Code(kind: .malformed)
        /// A folder holds nothing to read.
        public static let noInputs = Code(kind: .noInputs)

        /// The kind's stable name in kebab case, such as `not-found`.
        public var name: String {
            kind.rawValue.reduce(into: "") { name, letter in
                if letter.isUppercase { name += "-" }
                name += letter.lowercased()
            }
        }
    }

    /// The kind of error.
    public var code: Code
    /// The input as the user named it.
    public var file: String
    /// The 1-based line in it, where the error has one.
    public var line: Int?
    /// The 0-based byte in it, where the error has one and no line.
    public var byte: Int?
    /// What was found and what was expected, in words that start in lower case.
    public var problem: String
    /// What the reader of the message can do, in words that start in lower case.
    public var advice: String
    /// Whether it concerns one record of an input, such as a line, and the rest goes on.
    public var isOfOneRecord = false

    /// Creates an error.
    public init(
        _ code: Code, file: String, line: Int? = nil, byte: Int? = nil, problem: String,
        advice: String
    ) {
        self.code = code
        self.file = file
        self.line = line
        self.byte = byte
        self.problem = problem
        self.advice = advice
    }
}

extension ReadingError {
    /// The error as a remark on its input.
    public var finding: Finding {
        Finding(
            id: isOfOneRecord ? "bad-line" : code.name, severity: .error,
            message: "\(problem); \(advice).", file: file, line: line)
    }
}

extension ReadingError: CustomStringConvertible {
    /// `FILE:LINE: PROBLEM; ADVICE`.
    public var description: String {
        var place = file
        if let line { place += ":\(line)" } else if let byte { place += ": byte \(byte)" }
        return "\(place): \(problem); \(advice)"
    }
}
