/// Which replies are believed.
public enum ReplyMode: String, Hashable, Sendable, CaseIterable {
    /// The source's stated parents where it has any; the rest is recovered.
    case auto
    /// Only the source's stated parents.
    case stated
    /// Nothing that the source states: everything is recovered from the text.
    case recover
}
