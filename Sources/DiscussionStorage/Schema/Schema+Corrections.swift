extension Schema {
    /// What version 5 adds: what people have set, and which replies were believed, so that a
    /// discussion can be analysed again as it was.
    ///
    /// A correction is of a discussion's key and a comment's, and not of their rows: it outlasts
    /// them when the source is analysed again, also where the comment is gone.
    static let corrections = """
        CREATE TABLE correction (
            discussion TEXT NOT NULL,
            comment TEXT NOT NULL,
            field TEXT NOT NULL,
            value TEXT NOT NULL,
            note TEXT,
            PRIMARY KEY (discussion, comment, field)
        ) WITHOUT ROWID;

        ALTER TABLE discussion ADD COLUMN reply_mode TEXT;
        """
}
