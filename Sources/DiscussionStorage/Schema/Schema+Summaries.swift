extension Schema {
    /// What an article says stands beside what people say of it.
    static let summaryViews = """
        DROP VIEW article_summary;
        CREATE VIEW article_summary(
            discussion, title, author, published, comments, commenters, about, summary
        ) AS
        SELECT d.key, d.title, d.author, d.published,
            (SELECT count(*) FROM comment c WHERE c.discussion_id = d.id AND NOT c.ghost),
            (SELECT count(DISTINCT c.commenter_id) FROM comment c
             WHERE c.discussion_id = d.id AND NOT c.ghost),
            (SELECT group_concat(s.text, ' ') FROM (
                 SELECT text FROM summary_sentence
                 WHERE discussion_id = d.id AND scope = 'about' ORDER BY position) s),
            (SELECT group_concat(s.text, ' ') FROM (
                 SELECT text FROM summary_sentence
                 WHERE discussion_id = d.id AND scope = 'discussion' ORDER BY position) s)
        FROM discussion d
        ORDER BY d.id;
        """
}
