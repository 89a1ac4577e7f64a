/// What a person searches for: words, and phrases in quotation marks. All of them must be there.
///
/// Nothing in it is a command: `NEAR(`, `*`, `OR` and the like are words, or nothing.
public struct SearchWords: Hashable, Sendable {
    /// The words and phrases in their order; each holds a letter or a digit. May be empty.
    public var terms: [String]

    /// Each word or phrase by itself.
    public var each: [SearchWords] {
        terms.map { term in
            var words = SearchWords("")
            words.terms = [term]
            return words
        }
    }

    /// Takes words apart at white space; what stands between two quotation marks, straight or
    /// curly, stays together. A quotation mark without another is no mark.
    public init(_ text: String) {
        var pieces: [Substring] = []
        var rest = text[...]
        while let opening = rest.firstIndex(where: { Self.opening.contains($0) }) {
            let behind = rest.index(after: opening)
            guard let closing = rest[behind...].firstIndex(where: { Self.closing.contains($0) })
            else {
                pieces += rest[..<opening].split(whereSeparator: \.isWhitespace)
                rest = rest[behind...]
                continue
            }
            pieces += rest[..<opening].split(whereSeparator: \.isWhitespace)
            pieces.append(rest[behind..<closing])
            rest = rest[rest.index(after: closing)...]
        }
        pieces += rest.split(whereSeparator: \.isWhitespace)
        terms = pieces.map { String($0).storable }.filter { piece in
            piece.unicodeScalars.contains {
                $0.properties.isAlphabetic || $0.properties.numericType != nil
            }
        }
    }

    /// The terms as FTS5 takes them: each a string, in which only `"` means something.
    var expression: String {
        terms.map { "\"" + $0.replacing("\"", with: "\"\"") + "\"" }.joined(separator: " AND ")
    }

    private static let opening: Set<Character> = ["\"", "“", "„", "«"]
    private static let closing: Set<Character> = ["\"", "”", "“", "»"]
}
