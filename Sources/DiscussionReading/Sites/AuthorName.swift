/// Names of authors as pages write them.
enum AuthorName {
    /// Without the words around a name ("Ana says:", "by Ana"); `nil` where nothing is left.
    static func cleaned(_ text: String) -> String? {
        var name = beforeDate(text)
        for opening in openings where name.lowercased().hasPrefix(opening) {
            name = String(name.dropFirst(opening.count))
            break
        }
        if name.hasSuffix("...") { name.removeLast(3) }
        while let last = name.last, ":,…".contains(last) || last.isWhitespace {
            name.removeLast()
        }
        for closing in closings where name.lowercased().hasSuffix(closing) {
            name = String(name.dropLast(closing.count))
            break
        }
        guard let line = HTMLPage.line(name), line.utf8.count <= 200 else { return nil }
        return line
    }

    /// Whether a line is only what stands before a name, such as "Posted by".
    static func isOpening(_ line: String) -> Bool {
        let words = line.lowercased().drop { !$0.isLetter }
        return openings.contains(String(words).trimmingWhiteSpace + " ")
            || openings.contains(String(words.filter { $0 != ":" }).trimmingWhiteSpace + " ")
    }

    /// The name in a line such as "posted by Ana on 3 May 2020"; `nil` where it is no such line.
    static func inHeader(_ text: String) -> String? {
        let name = beforeDate(text)
        guard name.utf8.count < text.utf8.count,
            openings.contains(where: name.lowercased().hasPrefix)
        else { return nil }
        return cleaned(name)
    }

    /// A text without a first line such as "Comment by", or "Says:", whose name stood in an
    /// element that is left out.
    static func withoutOpening(_ text: MarkedText) -> MarkedText {
        guard text.quotations.isEmpty, let end = text.text.firstIndex(of: "\n") else { return text }
        let first = text.text[..<end].lowercased()
        // "Says:" stands behind the name on the oldest pages of WordPress.
        let isSays =
            first.hasSuffix(":")
            && closings.contains(" " + String(first.dropLast()).trimmingWhiteSpace)
        guard isSays || openings.contains(first + " ") else { return text }
        return MarkedText(text: String(text.text[end...].drop { $0 == "\n" }))
    }

    /// What stands before a date, without the words that lead to it.
    private static func beforeDate(_ text: String) -> String {
        let bytes = Array(text.utf8)
        let date = DateMatcher(bytes: bytes).first(in: 0..<bytes.count)
        guard let date, date.timestamp != nil, date.range.lowerBound > 1 else {
            // A date in a form that is not known is set apart by a dash all the same.
            guard let dash = text.firstRange(of: " — "),
                text[dash.upperBound...].count(where: \.isNumber) >= 4
            else { return text }
            return String(text[..<dash.lowerBound])
        }
        var name = String(decoding: bytes[..<date.range.lowerBound], as: UTF8.self)
        var isDone = false
        while !isDone {
            while let last = name.last, last.isWhitespace || "—–-|,»·•@(".contains(last) {
                name.removeLast()
            }
            let link = links.first { name.lowercased().hasSuffix($0) }
            if let link { name = String(name.dropLast(link.count)) }
            isDone = link == nil
        }
        return name.isEmpty ? text : name
    }

    /// Words between a name and a date.
    private static let links = [" on", " am", " at", " um", " le", " el", " il", " em", " op"]

    /// Whether a site writes a name where there is none.
    static func isNobody(_ name: String) -> Bool {
        ["[deleted]", "[removed]", "[gelöscht]", "[unknown]", "deleted user", "ghost"]
            .contains(name.lowercased())
    }

    private static let openings = [
        "posted by ", "comment by ", "kommentar von ", "geschrieben von ", "verfasst von ",
        "submitted by ", "written by ", "veröffentlicht von ", "publié par ", "escrito por ",
        "scritto da ", "geplaatst door ", "by ", "von ", "par ", "por ", "door ",
    ]

    private static let closings = [
        " says", " said", " sagt", " sagte", " schreibt", " schrieb", " wrote", " writes", " dit",
        " a dit", " a écrit", " dice", " dijo", " scrive", " ha scritto", " disse", " diz",
        " zegt", " schreef", " pisze", " mówi", " пишет", " написал", " commented", " comments",
    ]
}

/// Scores as pages write them.
enum Score {
    private static let zeros: [Character: Int] = ["k": 3, "K": 3, "M": 6]

    /// The number in "42 points", "-3", "1,024 likes", "1.2k", "3M"; `nil` where there is none.
    static func number(_ text: String) -> Int? {
        var digits = ""
        var separator: Character?
        /// How many digits stand behind the last separator.
        var decimals = 0
        var isNegative = false
        var previous: Character = " "
        for letter in text {
            if letter.isASCII, letter.isNumber {
                if digits.isEmpty { isNegative = previous == "-" || previous == "\u{2212}" }
                digits.append(letter)
                decimals += 1
            } else if !digits.isEmpty {
                if let zeros = zeros[letter] {
                    // "1.234k" and "1,2k" have a fraction, "1,200k" has none.
                    let isFraction = separator == "." || separator == "," && decimals < 3
                    digits += String(repeating: "0", count: zeros)
                    if isFraction { digits.removeLast(min(decimals, digits.count)) }
                    break
                }
                guard letter == "," || letter == "." else { break }
                separator = letter
                decimals = 0
            }
            previous = letter
            if digits.count > 12 { return nil }
        }
        return Int(digits).map { isNegative ? -$0 : $0 }
    }
}
