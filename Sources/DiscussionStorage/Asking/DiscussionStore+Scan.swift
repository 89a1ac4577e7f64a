import DiscussionModel
import GRDB
import LanguageTools

extension SearchWords {
    /// The terms with a letter of a script that is written without spaces.
    var unspaced: SearchWords { filtered { Self.isUnspaced($0) } }

    /// The other terms, which the index knows.
    var spaced: SearchWords { filtered { !Self.isUnspaced($0) } }

    private func filtered(_ isKept: (String) -> Bool) -> SearchWords {
        var words = self
        words.terms = terms.filter(isKept)
        return words
    }

    private static func isUnspaced(_ term: String) -> Bool {
        term.unicodeScalars.contains { isWrittenWithoutSpaces($0.value) }
    }
}

/// Searches for words of scripts without spaces, in which the index finds no word: the texts are
/// read from end to end, and words of other scripts beside them are looked up.
extension DiscussionStore {
    /// The comments that hold all words; those first that hold the words without spaces most often.
    func scannedComments(
        with words: SearchWords, in discussion: String?, limit: Int
    ) throws -> [SearchHit] {
        let terms = words.unspaced.terms
        let times = terms.map { _ in
            // SQLite lowers the capitals of ASCII only, here as in `instr` below.
            "(length(c.text) - length(replace(lower(c.text), lower(?), ''))) / length(?)"
        }.joined(separator: " + ")
        let condition = Self.condition(of: words, in: discussion)
        var arguments = StatementArguments(terms.flatMap { [$0, $0] })
        arguments += condition.arguments
        arguments += [limit]
        return try read { database in
            let rows = try Row.fetchAll(
                database,
                sql: """
                    SELECT \(Self.hitColumns), -(\(times)) AS score, c.text AS whole
                    FROM comment c JOIN discussion d ON d.id = c.discussion_id
                    LEFT JOIN commenter p ON p.id = c.commenter_id
                    WHERE \(condition.sql) ORDER BY score, c.id LIMIT ?
                    """, arguments: arguments)
            return try rows.map { row in
                try Self.hit(
                    row,
                    passage: ScannedPassage.pieces(of: try row.decode(forColumn: "whole"), terms),
                    database)
            }
        }
    }

    /// How many comments hold all words.
    func scannedCommentCount(with words: SearchWords, in discussion: String?) throws -> Int {
        let condition = Self.condition(of: words, in: discussion)
        return try read { database in
            try Int.fetchOne(
                database,
                sql: """
                    SELECT count(*) FROM comment c JOIN discussion d ON d.id = c.discussion_id
                    WHERE \(condition.sql)
                    """, arguments: condition.arguments) ?? 0
        }
    }

    private static func condition(
        of words: SearchWords, in discussion: String?
    ) -> (sql: String, arguments: StatementArguments) {
        var parts = ["(? IS NULL OR d.key = ?)"]
        var arguments: StatementArguments = [discussion, discussion]
        if !words.spaced.terms.isEmpty {
            parts.append(
                "c.id IN (SELECT rowid FROM comment_text WHERE comment_text MATCH ?)")
            arguments += [words.spaced.expression]
        }
        for term in words.unspaced.terms {
            parts.append("instr(lower(c.text), lower(?)) > 0")
            arguments += [term]
        }
        return (parts.joined(separator: " AND "), arguments)
    }
}

/// The passage of a text around the first of some words, with the words set off.
enum ScannedPassage {
    /// How many characters stand before the first match, and how many there are at most. Chosen so
    /// that the passage takes about as much room as the index's 24 words.
    private static let before = 30
    private static let most = 120

    /// - Parameter terms: not empty; capitals of ASCII do not count.
    /// - Complexity: O(n t) in the lengths of the text and of all terms.
    static func pieces(of text: String, _ terms: [String]) -> [SearchHit.Piece] {
        let scalars = Array(text.unicodeScalars)
        let folded = scalars.map(Self.lowered)
        let wanted = terms.map { $0.unicodeScalars.map(Self.lowered) }
        func length(at place: Int) -> Int? {
            wanted.filter { folded[place...].starts(with: $0) }.map(\.count).max()
        }
        let first = scalars.indices.first { length(at: $0) != nil } ?? 0
        let start = max(0, first - before)
        let end = min(scalars.count, start + most)
        var pieces: [SearchHit.Piece] = []
        func add(_ range: Range<Int>, isMatch: Bool) {
            var view = String.UnicodeScalarView()
            view.append(contentsOf: scalars[range])
            if !view.isEmpty { pieces.append(.init(text: String(view), isMatch: isMatch)) }
        }
        var (place, plain) = (start, start)
        while place < end {
            guard let matched = length(at: place) else {
                place += 1
                continue
            }
            add(plain..<place, isMatch: false)
            plain = min(end, place + matched)
            add(place..<plain, isMatch: true)
            place = plain
        }
        add(plain..<end, isMatch: false)
        if start > 0, let piece = pieces.first {
            if piece.isMatch {
                pieces.insert(.init(text: "…", isMatch: false), at: 0)
            } else {
                pieces[0].text = "…" + piece.text
            }
        }
        if end < scalars.count, let piece = pieces.last {
            if piece.isMatch {
                pieces.append(.init(text: "…", isMatch: false))
            } else {
                pieces[pieces.count - 1].text += "…"
            }
        }
        return pieces
    }

    private static func lowered(_ scalar: Unicode.Scalar) -> UInt32 {
        (0x41...0x5A).contains(scalar.value) ? scalar.value + 32 : scalar.value
    }
}
