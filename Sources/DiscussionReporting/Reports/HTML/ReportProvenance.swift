/// How a report came about: what is needed to make it again.
public struct ReportProvenance: Hashable, Sendable {
    /// A setting and its value.
    public struct Setting: Hashable, Sendable {
        /// What is set, as people call it.
        public var name: String
        /// The value.
        public var value: String

        /// Creates a setting.
        public init(name: String, value: String) {
            self.name = name
            self.value = value
        }
    }

    /// The version of the program.
    public var version: String
    /// The words of the command line, the program first; `nil` where no command made it.
    public var command: [String]?
    /// What was set, in the order in which it is told.
    public var settings: [Setting]

    /// Creates a provenance.
    public init(version: String, command: [String]? = nil, settings: [Setting] = []) {
        self.version = version
        self.command = command
        self.settings = settings
    }

    /// How many words of the command line are told.
    private static let wordLimit = 12

    /// The command line as a shell takes it, with most of many words left out.
    var commandLine: String? {
        guard let command else { return nil }
        let words = command.map { word in
            let isPlain = word.unicodeScalars.allSatisfy {
                $0.properties.isAlphabetic || $0.properties.numericType != nil
                    || "-_./:=,@%+".unicodeScalars.contains($0)
            }
            return isPlain && !word.isEmpty
                ? word : "'" + word.replacing("'", with: #"'\''"#) + "'"
        }
        guard words.count > Self.wordLimit else { return words.joined(separator: " ") }
        let left = words.count - Self.wordLimit
        return words.prefix(Self.wordLimit).joined(separator: " ") + " … and \(left) more words"
    }
}
