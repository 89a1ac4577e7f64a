public import DiscussionModel
import GRDB

extension DiscussionStore {
    /// The comments that hold all words, the best first; ties in the order of the store.
    ///
    /// Words of scripts that are written without spaces, such as Chinese, are looked for in the
    /// texts themselves, since the index takes all that stands between two spaces for one word.
    ///
    /// - Parameters:
    ///   - words: what to look for; nothing is found where it is empty.
    ///   - discussion: the key of the discussion to look in; `nil` for all.
    ///   - limit: how many comments at most.
    /// - Precondition: `hasSearchIndex()`.
    /// - Throws: `StoreError`.
    /// - Complexity: O(k log k) in the comments found; for words of scripts without spaces O(b)
    ///   in the bytes of all texts.
    public func comments(
        with words: SearchWords, in discussion: String? = nil, limit: Int
    ) throws -> [SearchHit] {
        guard !words.terms.isEmpty, limit > 0 else { return [] }
        guard words.unspaced.terms.isEmpty else {
            return try scannedComments(with: words, in: discussion, limit: limit)
        }
        return try read { database in
            let rows = try Row.fetchAll(
                database,
                sql: """
                    SELECT \(Self.hitColumns), t.rank AS score,
                        snippet(comment_text, 0, ?, ?, '…', 24) AS passage
                    FROM comment_text t
                    JOIN comment c ON c.id = t.rowid
                    JOIN discussion d ON d.id = c.discussion_id
                    LEFT JOIN commenter p ON p.id = c.commenter_id
                    WHERE comment_text MATCH ? AND (? IS NULL OR d.key = ?)
                    ORDER BY t.rank, c.id LIMIT ?
                    """,
                arguments: [
                    Self.matchStart, Self.matchEnd, words.expression, discussion, discussion, limit,
                ])
            return try rows.map { row in
                try Self.hit(
                    row, passage: Self.pieces(try row.decode(forColumn: "passage")), database)
            }
        }
    }

    /// What a hit is made of beside its `score` and passage: of the comment `c`, its discussion `d`
    /// and its commenter `p`.
    static let hitColumns = """
        c.id, d.key, d.title, c.key, p.name, c.author_confidence, c.posted, c.posted_seconds,
        c.posted_approximate,
        EXISTS (
            SELECT 1 FROM author_evidence e
            WHERE e.comment_id = c.id AND e.position = 0 AND e.kind = 'corrected'
        ) AS corrected
        """

    static func hit(
        _ row: Row, passage: [SearchHit.Piece], _ database: Database
    ) throws -> SearchHit {
        SearchHit(
            discussion: try row.decode(atIndex: 1), title: try row.decode(atIndex: 2),
            comment: try row.decode(atIndex: 3), name: try row.decode(atIndex: 4),
            nameConfidence: try row.decode(atIndex: 5),
            isNameCorrected: try row.decode(forColumn: "corrected"),
            posted: timestamp(
                try row.decode(atIndex: 6), try row.decode(atIndex: 7), try row.decode(atIndex: 8)),
            passage: passage, rank: try row.decode(forColumn: "score"),
            answer: try answer(of: try row.decode(atIndex: 0), database))
    }

    /// How many comments hold all words.
    ///
    /// - Precondition: `hasSearchIndex()`.
    /// - Throws: `StoreError`.
    public func commentCount(with words: SearchWords, in discussion: String? = nil) throws -> Int {
        guard !words.terms.isEmpty else { return 0 }
        guard words.unspaced.terms.isEmpty else {
            return try scannedCommentCount(with: words, in: discussion)
        }
        return try read { database in
            try Int.fetchOne(
                database,
                sql: """
                    SELECT count(*) FROM comment_text t JOIN comment c ON c.id = t.rowid
                    JOIN discussion d ON d.id = c.discussion_id
                    WHERE comment_text MATCH ? AND (? IS NULL OR d.key = ?)
                    """, arguments: [words.expression, discussion, discussion]) ?? 0
        }
    }

    private static func answer(of comment: Int64, _ database: Database) throws -> SearchHit.Answer?
    {
        let row = try Row.fetchOne(
            database,
            sql: """
                SELECT r.id, t.key, p.name, r.confidence, r.stance, r.agree, r.neutral, r.disagree,
                    (SELECT name FROM commenter a
                     WHERE a.discussion_id = r.discussion_id AND a.article_author LIMIT 1)
                FROM reply r LEFT JOIN comment t ON t.id = r.to_comment
                LEFT JOIN commenter p ON p.id = t.commenter_id
                WHERE r.from_comment = ? AND r.rank = 0
                """, arguments: [comment])
        guard let row else { return nil }
        let reply = try row.decode(Int64.self, atIndex: 0)
        var evidence: [Evidence] = []
        try RowReader.forEach(
            database,
            "SELECT kind, detail, weight FROM evidence WHERE reply_id = ? ORDER BY position",
            of: reply
        ) { evidence.append(try $0.evidence(0)) }
        var stance: Stance?
        if let label = try row.decode(String?.self, atIndex: 4).flatMap(Stance.Label.init) {
            let shares = try (5...7).map { try row.decode(Double?.self, atIndex: $0) ?? 0 }
            stance = Stance(agree: shares[0], neutral: shares[1], disagree: shares[2])
            stance?.label = label
            // Whether somebody has set it is told by the first cue.
            try RowReader.forEach(
                database,
                """
                SELECT kind, detail, start, end, weight FROM stance_cue
                WHERE reply_id = ? ORDER BY position LIMIT 1
                """, of: reply
            ) {
                stance?.cues.append(
                    StanceCue(
                        kind: $0.text(0), detail: $0.text(1), span: try $0.spanIfAny(2),
                        weight: $0.number(4)))
            }
        }
        let target: String? = try row.decode(atIndex: 1)
        return SearchHit.Answer(
            comment: target ?? Article.id, name: try row.decode(atIndex: target == nil ? 8 : 2),
            confidence: try row.decode(atIndex: 3), evidence: evidence, stance: stance)
    }

    private static func timestamp(
        _ written: String?, _ seconds: Int64?, _ isApproximate: Bool
    ) -> Timestamp? {
        guard let written, let seconds else { return nil }
        return Timestamp(
            seconds: seconds,
            precision: written.hasSuffix("Z")
                ? .instant : written.contains("T") ? .localTime : .day,
            isApproximate: isApproximate)
    }

    // Of the private use area: where a comment holds them, too, a word more or less is set off.
    private static let matchStart = "\u{F0A2B}"
    private static let matchEnd = "\u{F0A2C}"

    private static func pieces(_ passage: String) -> [SearchHit.Piece] {
        var pieces: [SearchHit.Piece] = []
        var (text, isMatch) = (String.UnicodeScalarView(), false)
        func close() {
            if !text.isEmpty { pieces.append(.init(text: String(text), isMatch: isMatch)) }
            text.removeAll()
        }
        for scalar in passage.unicodeScalars {
            switch scalar {
            case "\u{F0A2B}":
                close()
                isMatch = true
            case "\u{F0A2C}":
                close()
                isMatch = false
            default: text.append(scalar)
            }
        }
        close()
        return pieces
    }
}
