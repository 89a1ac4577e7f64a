extension Schema {
    /// What version 2 adds: more of what sources know of comments, and the notices of other sites.
    static let sourceKnowledge = """
        ALTER TABLE discussion ADD COLUMN author_account TEXT;
        ALTER TABLE discussion ADD COLUMN score INTEGER;
        ALTER TABLE comment ADD COLUMN url TEXT;
        ALTER TABLE comment ADD COLUMN by_article_author INTEGER NOT NULL DEFAULT 0;
        ALTER TABLE comment ADD COLUMN removal TEXT;
        ALTER TABLE comment ADD COLUMN approval TEXT;

        CREATE TABLE stated_quotation (
            comment_id INTEGER NOT NULL REFERENCES comment(id) ON DELETE CASCADE,
            position INTEGER NOT NULL,
            start INTEGER NOT NULL,
            end INTEGER NOT NULL,
            author TEXT,
            source TEXT,
            PRIMARY KEY (comment_id, position)
        ) WITHOUT ROWID;

        CREATE TABLE pingback (
            discussion_id INTEGER NOT NULL REFERENCES discussion(id) ON DELETE CASCADE,
            position INTEGER NOT NULL,
            key TEXT NOT NULL,
            name TEXT,
            posted TEXT,
            posted_seconds INTEGER,
            posted_approximate INTEGER NOT NULL DEFAULT 0,
            url TEXT,
            approval TEXT,
            text TEXT NOT NULL,
            PRIMARY KEY (discussion_id, position)
        ) WITHOUT ROWID;
        """
}
