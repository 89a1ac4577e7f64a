import DiscussionModel

extension Finding {
    /// The remark that an encoding was guessed, or `nil` when it was not.
    init?(_ decoded: TextDecoder.Decoded, file: String) {
        guard decoded.isGuessed else { return nil }
        let stray = decoded.firstStrayByte.map { " (byte \($0) is not UTF-8)" } ?? ""
        self.init(
            id: "encoding-guessed", severity: .warning,
            message: "The text is read as \(decoded.encoding.rawValue)\(stray).", file: file)
    }
}
