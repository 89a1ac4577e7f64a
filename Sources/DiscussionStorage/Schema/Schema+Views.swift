extension Schema {
    /// The views of version 1.
    ///
    /// `who_replies_to_whom` is the commenter graph: a row for each ordered pair of different
    /// commenters with at least one reply. A reply to the article counts only where its evidence
    /// names the article's author. Mentions and quotations of the pair are counted beside it.
    static let firstViews = """
        CREATE VIEW who_replies_to_whom(
            discussion, from_name, to_name, replies, agree, disagree, mentions, quotations
        ) AS
        WITH article_author(discussion_id, id) AS (
            SELECT discussion_id, min(id) FROM commenter WHERE article_author GROUP BY discussion_id
        ),
        link(discussion_id, sender, addressed, reply, stance, mention, quotation) AS (
            SELECT r.discussion_id, f.commenter_id, t.commenter_id, 1, r.stance, 0, 0
            FROM reply r
            JOIN comment f ON f.id = r.from_comment
            JOIN comment t ON t.id = r.to_comment
            WHERE r.rank = 0
            UNION ALL
            SELECT r.discussion_id, f.commenter_id, a.id, 1, r.stance, 0, 0
            FROM reply r
            JOIN comment f ON f.id = r.from_comment
            JOIN article_author a ON a.discussion_id = r.discussion_id
            WHERE r.rank = 0 AND r.to_comment IS NULL AND EXISTS (
                SELECT 1 FROM evidence e
                WHERE e.reply_id = r.id AND e.kind IN ('mention', 'address'))
            UNION ALL
            SELECT f.discussion_id, f.commenter_id, m.commenter_id, 0, NULL, 1, 0
            FROM mention m
            JOIN comment f ON f.id = m.comment_id
            UNION ALL
            SELECT f.discussion_id, f.commenter_id, t.commenter_id, 0, NULL, 0, 1
            FROM quotation q
            JOIN comment f ON f.id = q.comment_id
            JOIN comment t ON t.id = q.source_comment_id
            UNION ALL
            SELECT f.discussion_id, f.commenter_id, a.id, 0, NULL, 0, 1
            FROM quotation q
            JOIN comment f ON f.id = q.comment_id
            JOIN article_author a ON a.discussion_id = f.discussion_id
            WHERE q.source_comment_id IS NULL
        )
        SELECT d.key, f.name, t.name, sum(l.reply), sum(l.stance = 'agree'),
            sum(l.stance = 'disagree'), sum(l.mention), sum(l.quotation)
        FROM link l
        JOIN discussion d ON d.id = l.discussion_id
        JOIN commenter f ON f.id = l.sender
        JOIN commenter t ON t.id = l.addressed
        WHERE l.sender <> l.addressed
        GROUP BY d.id, l.sender, l.addressed
        HAVING sum(l.reply) > 0
        ORDER BY d.id, sum(l.reply) DESC, l.sender, l.addressed;

        CREATE VIEW article_summary(
            discussion, title, author, published, comments, commenters, summary
        ) AS
        SELECT d.key, d.title, d.author, d.published,
            (SELECT count(*) FROM comment c WHERE c.discussion_id = d.id AND NOT c.ghost),
            (SELECT count(DISTINCT c.commenter_id) FROM comment c
             WHERE c.discussion_id = d.id AND NOT c.ghost),
            (SELECT group_concat(s.text, ' ') FROM (
                 SELECT text FROM summary_sentence
                 WHERE discussion_id = d.id AND scope = 'discussion' ORDER BY position) s)
        FROM discussion d
        ORDER BY d.id;
        """
}
