import DiscussionModel

/// The remarks that more than one format makes.
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

    /// The remark that an input ends where it should go on.
    ///
    /// - Parameters:
    ///   - part: what it ends in the middle of, such as `record`.
    ///   - line: the 1-based line of that.
    init(cutAmid part: String, file: String, line: Int) {
        self.init(
            id: "truncated", severity: .error,
            message: "The file ends amid a \(part); what stands before was read.", file: file,
            line: line)
    }

    /// The remark that an encoding was guessed, or `nil` when it was not.
    init?(_ decoded: TextDecoder.Decoded, file: String) {
        guard decoded.isGuessed else { return nil }
        let stray = decoded.firstStrayByte.map { " (byte \($0) is not UTF-8)" } ?? ""
        self.init(
            id: "encoding-guessed", severity: .warning,
            message: "The text is read as \(decoded.encoding.rawValue)\(stray).", file: file)
    }
}
