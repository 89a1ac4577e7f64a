/// A remark on the input that did not stop the work.
///
/// The id is stable and names the kind of remark; the message is for people and may change.
public struct Finding: Hashable, Sendable {
    /// How much the remark matters.
    public enum Severity: String, Hashable, Sendable, CaseIterable {
        /// The result is what it would have been without the remark.
        case note
        /// The result may differ from what the source meant.
        case warning
        /// Something was not read; the rest was.
        case error
    }

    /// The kind of remark, in kebab case, such as `encoding-guessed`.
    public var id: String
    /// How much it matters.
    public var severity: Severity
    /// One sentence for people.
    public var message: String
    /// The file as the user named it.
    public var file: String
    /// The 1-based line in `file`; `nil` when the remark concerns no single line.
    public var line: Int?

    /// Creates a finding.
    public init(
        id: String, severity: Severity, message: String, file: String, line: Int? = nil
    ) {
        self.id = id
        self.severity = severity
        self.message = message
        self.file = file
        self.line = line
    }
}
