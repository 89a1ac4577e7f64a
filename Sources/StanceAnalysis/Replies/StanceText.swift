package import DiscussionModel
import LanguageTools

/// The own words of a comment, those that it quotes left out.
package struct StanceText: Sendable {
    /// The words, marks and places of quotations, in order.
    package private(set) var tokens: [StanceToken]

    /// The text without words.
    static let none = StanceText("")

    /// Reads a comment.
    ///
    /// - Parameters:
    ///   - text: The whole text.
    ///   - quoted: What it quotes, in any order; a mark stands for each in `tokens`.
    ///   - skipped: What is passed over without a mark, such as names that are addressed.
    /// - Complexity: O(n) in the bytes, apart from sorting the spans.
    package init(_ text: String, quoted: [TextSpan] = [], skipped: [TextSpan] = []) {
        var room: [StanceToken] = []
        self.init(text, quoted: quoted, skipped: skipped, room: &room)
    }

    /// Reads a comment into memory that is there, which is taken.
    init(
        _ text: String, quoted: [TextSpan] = [], skipped: [TextSpan] = [],
        room: inout [StanceToken]
    ) {
        var zones: [(TextSpan, Bool)] = []
        if !quoted.isEmpty || !skipped.isEmpty {
            zones = quoted.map { ($0, true) } + skipped.map { ($0, false) }
            zones.sort { $0.0 < $1.0 }
        }
        var text = text
        var scanner = StanceScanner(zones: zones)
        swap(&scanner.tokens, &room)
        text.withUTF8 { scanner.run(over: $0) }
        tokens = []
        swap(&tokens, &scanner.tokens)
        joinPhrases()
        markDeniedAssents()
    }

    /// Gives the memory of the tokens back, for the next text.
    mutating func giveBack(_ room: inout [StanceToken]) {
        tokens.removeAll(keepingCapacity: true)
        swap(&room, &tokens)
    }

    /// Takes an assent shortly behind a denial for what it is: "not sure", "hardly right".
    private mutating func markDeniedAssents() {
        var reach = 0
        for at in tokens.indices {
            let classes = tokens[at].classes
            if !tokens[at].isWord {
                reach = 0
            } else if classes.contains(.negation) {
                reach = 4
            } else if reach > 0 {
                reach -= 1
                if classes.contains(.agreeing) {
                    tokens[at].classes.remove([.agreeing, .praising])
                    tokens[at].classes.insert(.deniedAssent)
                }
            }
        }
    }

    /// Whether there is a word at all.
    package var hasWords: Bool { tokens.contains(where: \.isWord) }

    /// Puts one token for each turn of phrase.
    private mutating func joinPhrases() {
        guard let first = tokens.firstIndex(where: { $0.classes.contains(.opensPhrase) }) else {
            return
        }
        let phrases = StancePhrases.shared
        var write = first
        var at = first
        var opening =
            !(tokens[..<first].last { $0.isWord || $0.key == StanceToken.quotation }?.isWord
            ?? false)
        while at < tokens.count {
            let token = tokens[at]
            if token.classes.contains(.opensPhrase),
                let (length, kind) = phrases.phrase(at: at, in: tokens, opening: opening)
                    ?? Compliment.length(at: at, in: tokens).map({ ($0, .agreePhrase) })
            {
                let end = tokens[at + length - 1].end
                let key = WordKey.joined(77, kind.rawValue)
                tokens[write] = StanceToken(
                    key: key, stem: key, classes: [kind, .functionWord, .english],
                    start: token.start, end: end, byteStart: token.byteStart,
                    byteEnd: tokens[at + length - 1].byteEnd)
                at += length
            } else {
                tokens[write] = token
                at += 1
            }
            if tokens[write].isWord {
                opening = false
            } else if tokens[write].key == StanceToken.quotation {
                opening = true
            }
            write += 1
        }
        tokens.removeLast(tokens.count - write)
    }
}
