import DiscussionModel

extension Finding {
    /// The remark that a source counts more comments than it gives, as one page of many does;
    /// `nil` where none is missing.
    init?(missingComments count: Int, file: String) {
        guard count > 0 else { return nil }
        self.init(
            id: "missing-comments", severity: .warning,
            message: "The source counts \(count) more \(count == 1 ? "comment" : "comments")"
                + " than the input holds.", file: file)
    }
}
