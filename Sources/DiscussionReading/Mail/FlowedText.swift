/// Text of `format=flowed`, whose soft line ends are taken out.
///
/// <https://www.rfc-editor.org/rfc/rfc3676>
enum FlowedText {
    /// - Complexity: O(n).
    static func unwrapped(_ text: String, deletesSpace: Bool) -> String {
        var result = ""
        result.reserveCapacity(text.utf8.count)
        var openDepth: Int?
        var isFirst = true
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            let depth = line.utf8.prefix { $0 == UInt8(ascii: ">") }.count
            var words = line.dropFirst(depth)
            // A space that was put in lest a line look quoted or like `From `.
            if words.first == " " { words = words.dropFirst() }
            let isSignature = words == "-- "
            if openDepth == depth, !isSignature {
                result += words
            } else {
                if !isFirst { result += "\n" }
                if depth > 0 {
                    result += String(repeating: ">", count: depth)
                    if !words.isEmpty { result += " " }
                }
                result += words
            }
            let flows = words.hasSuffix(" ") && !isSignature
            if flows, deletesSpace { result.removeLast() }
            openDepth = flows ? depth : nil
            isFirst = false
        }
        return result
    }
}
