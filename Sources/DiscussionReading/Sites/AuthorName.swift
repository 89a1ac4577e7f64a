/// Names of authors as pages write them.
enum AuthorName {
    /// Without the words around a name ("Ana says:", "by Ana"); `nil` where nothing is left.
    static func cleaned(_ text: String) -> String? {
        var name = text
        for opening in openings where name.lowercased().hasPrefix(opening) {
            name = String(name.dropFirst(opening.count))
            break
        }
        while let last = name.last, last == ":" || last == "," || last.isWhitespace {
            name.removeLast()
        }
        for closing in closings where name.lowercased().hasSuffix(closing) {
            name = String(name.dropLast(closing.count))
            break
        }
        guard let line = HTMLPage.line(name), line.utf8.count <= 200 else { return nil }
        return line
    }

    /// Whether a site writes a name where there is none.
    static func isNobody(_ name: String) -> Bool {
        ["[deleted]", "[removed]", "[gelöscht]", "[unknown]", "deleted user", "ghost"]
            .contains(name.lowercased())
    }

    private static let openings = [
        "posted by ", "comment by ", "kommentar von ", "geschrieben von ", "verfasst von ",
        "submitted by ", "by ", "von ", "par ", "por ",
    ]

    private static let closings = [
        " says", " said", " sagt", " sagte", " schreibt", " schrieb", " wrote", " writes", " dit",
        " a dit", " a écrit", " dice", " dijo", " scrive", " ha scritto", " disse", " diz",
        " zegt", " schreef", " pisze", " mówi", " пишет", " написал", " commented", " comments",
    ]
}

/// Scores as pages write them.
enum Score {
    /// The number in "42 points", "-3", "1,024 likes", "1.2k"; `nil` where there is none.
    static func number(_ text: String) -> Int? {
        var digits = ""
        var isNegative = false
        var previous: Character = " "
        for letter in text {
            if letter.isASCII, letter.isNumber {
                if digits.isEmpty { isNegative = previous == "-" || previous == "\u{2212}" }
                digits.append(letter)
            } else if !digits.isEmpty {
                if letter == "k" || letter == "K" { return (Int(digits) ?? 0) * 1_000 }
                guard letter == "," || letter == "." else { break }
            }
            previous = letter
            if digits.count > 12 { return nil }
        }
        return Int(digits).map { isNegative ? -$0 : $0 }
    }
}
