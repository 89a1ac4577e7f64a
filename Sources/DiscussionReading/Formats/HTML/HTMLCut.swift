import DiscussionModel

/// Tells where a page was cut off, as an interrupted download is.
enum HTMLCut {
    /// The remark on the end of a page; `nil` where it ends as pages do.
    ///
    /// - Complexity: O(bytes).
    static func finding(in bytes: [UInt8], file: String) -> Finding? {
        func holds(_ word: String, in part: ArraySlice<UInt8>) -> Bool {
            let lower = part.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
            return lower.holds(Array(word.utf8))
        }
        let end = bytes.suffix(4_096)
        let line = bytes.reduce(1) { $0 + ($1 == 0x0A ? 1 : 0) }
        if let open = end.lastIndex(of: UInt8(ascii: "<")),
            !end[open...].contains(UInt8(ascii: ">")), isTag(end[open...].dropFirst())
        {
            return Finding(
                id: "truncated", severity: .error,
                message: "The page ends in the middle of a tag (byte \(open)); what stands before"
                    + " was read. Save it again if the rest matters.", file: file, line: line)
        }
        guard holds("<body", in: bytes.prefix(1 << 20)), !holds("</body", in: end),
            !holds("</html", in: end)
        else { return nil }
        return Finding(
            id: "truncated", severity: .warning,
            message: "The page ends without </body> and </html> and may have been cut off; what is"
                + " there was read.", file: file, line: line)
    }

    private static func isTag(_ rest: ArraySlice<UInt8>) -> Bool {
        guard let first = rest.first else { return true }
        return first == UInt8(ascii: "/") || first == UInt8(ascii: "!")
            || (0x61...0x7A).contains(first | 0x20)
    }
}
