public import DiscussionModel

/// One kind of comment section that can be read: one file in `Formats/`, one line in
/// `FormatRegistry`.
public protocol DiscussionFormat: Sendable {
    /// The name for `--format` and for `discussion.format`.
    var name: String { get }
    /// How an input of this format is recognised, in one line for people.
    var recognition: String { get }
}

/// Discussions one at a time, in the order of the input.
public protocol DiscussionStream {
    /// The next discussion, or `nil` at the end.
    mutating func next() throws -> Discussion?
}
