import DiscussionModel

extension Analysis {
    /// The text of a comment with a sign in place of what it quotes, so that nobody's words are taken
    /// for somebody else's.
    ///
    /// - Complexity: O(q + n) in all quotations and the length of the text.
    func ownText(of ordinal: Int) -> String {
        let text = discussion.text(at: ordinal)
        var quoted: [TextSpan] = []
        for span in graph.quotations.lazy.filter({ $0.comment == ordinal }).map(\.span).sorted()
        where span.length > 0 {
            if let last = quoted.last, last.end >= span.start {
                quoted[quoted.count - 1].end = max(last.end, span.end)
            } else {
                quoted.append(span)
            }
        }
        guard !quoted.isEmpty else { return text }
        var own = String.UnicodeScalarView()
        var next = 0
        for (place, scalar) in text.unicodeScalars.enumerated() {
            if next < quoted.count && quoted[next].end == place { next += 1 }
            guard next < quoted.count && quoted[next].start <= place else {
                own.append(scalar)
                continue
            }
            if quoted[next].start == place { own.append(contentsOf: "[…]".unicodeScalars) }
        }
        return String(own)
    }
}
