extension Schema {
    /// The tables of version 1. Every foreign key has an index, so that replacing a discussion
    /// costs what it holds and not what the store holds.
    static let firstTables = """
        CREATE TABLE discussion (
            id INTEGER PRIMARY KEY,
            key TEXT NOT NULL UNIQUE,
            original_id TEXT NOT NULL,
            source TEXT NOT NULL,
            format TEXT NOT NULL,
            setting TEXT NOT NULL,
            title TEXT,
            author TEXT,
            published TEXT,
            published_seconds INTEGER,
            published_approximate INTEGER NOT NULL DEFAULT 0,
            url TEXT,
            site TEXT,
            thread_summaries INTEGER NOT NULL DEFAULT 0,
            content_hash TEXT NOT NULL,
            body TEXT NOT NULL,
            UNIQUE (source, original_id)
        );

        CREATE TABLE commenter (
            id INTEGER PRIMARY KEY,
            discussion_id INTEGER NOT NULL REFERENCES discussion(id) ON DELETE CASCADE,
            key TEXT NOT NULL,
            name TEXT,
            article_author INTEGER NOT NULL DEFAULT 0,
            comments INTEGER,
            replies_sent INTEGER,
            replies_received INTEGER,
            mentions_received INTEGER,
            quoted_times INTEGER,
            cluster INTEGER,
            UNIQUE (discussion_id, key)
        );
        CREATE INDEX commenter_article_author ON commenter(discussion_id) WHERE article_author;

        CREATE TABLE alias (
            commenter_id INTEGER NOT NULL REFERENCES commenter(id) ON DELETE CASCADE,
            position INTEGER NOT NULL,
            name TEXT NOT NULL,
            PRIMARY KEY (commenter_id, position)
        ) WITHOUT ROWID;

        CREATE TABLE comment (
            id INTEGER PRIMARY KEY,
            discussion_id INTEGER NOT NULL REFERENCES discussion(id) ON DELETE CASCADE,
            key TEXT NOT NULL,
            ordinal INTEGER NOT NULL,
            commenter_id INTEGER REFERENCES commenter(id) ON DELETE CASCADE,
            author_confidence REAL,
            name_written TEXT,
            account TEXT,
            posted TEXT,
            posted_seconds INTEGER,
            posted_approximate INTEGER NOT NULL DEFAULT 0,
            depth INTEGER,
            words INTEGER,
            direct_replies INTEGER,
            descendants INTEGER,
            thread INTEGER,
            ghost INTEGER NOT NULL DEFAULT 0,
            score INTEGER,
            stated_parent TEXT,
            text TEXT NOT NULL,
            UNIQUE (discussion_id, ordinal),
            UNIQUE (discussion_id, key)
        );
        CREATE INDEX comment_commenter ON comment(commenter_id);

        CREATE TABLE author_evidence (
            comment_id INTEGER NOT NULL REFERENCES comment(id) ON DELETE CASCADE,
            position INTEGER NOT NULL,
            kind TEXT NOT NULL,
            detail TEXT NOT NULL,
            weight REAL NOT NULL,
            PRIMARY KEY (comment_id, position)
        ) WITHOUT ROWID;

        CREATE TABLE mention (
            comment_id INTEGER NOT NULL REFERENCES comment(id) ON DELETE CASCADE,
            position INTEGER NOT NULL,
            commenter_id INTEGER NOT NULL REFERENCES commenter(id) ON DELETE CASCADE,
            start INTEGER NOT NULL,
            end INTEGER NOT NULL,
            written TEXT NOT NULL,
            PRIMARY KEY (comment_id, position)
        ) WITHOUT ROWID;
        CREATE INDEX mention_commenter ON mention(commenter_id);

        CREATE TABLE quotation (
            comment_id INTEGER NOT NULL REFERENCES comment(id) ON DELETE CASCADE,
            position INTEGER NOT NULL,
            start INTEGER NOT NULL,
            end INTEGER NOT NULL,
            source_comment_id INTEGER REFERENCES comment(id) ON DELETE CASCADE,
            source_start INTEGER NOT NULL,
            source_end INTEGER NOT NULL,
            similarity REAL NOT NULL,
            PRIMARY KEY (comment_id, position)
        ) WITHOUT ROWID;
        CREATE INDEX quotation_source ON quotation(source_comment_id);

        CREATE TABLE reply (
            id INTEGER PRIMARY KEY,
            discussion_id INTEGER NOT NULL REFERENCES discussion(id) ON DELETE CASCADE,
            from_comment INTEGER NOT NULL REFERENCES comment(id) ON DELETE CASCADE,
            to_comment INTEGER REFERENCES comment(id) ON DELETE CASCADE,
            rank INTEGER NOT NULL,
            confidence REAL NOT NULL,
            stance TEXT,
            agree REAL,
            neutral REAL,
            disagree REAL,
            UNIQUE (from_comment, rank)
        );
        CREATE INDEX reply_discussion ON reply(discussion_id);
        CREATE INDEX reply_to ON reply(to_comment);

        CREATE TABLE evidence (
            reply_id INTEGER NOT NULL REFERENCES reply(id) ON DELETE CASCADE,
            position INTEGER NOT NULL,
            kind TEXT NOT NULL,
            detail TEXT NOT NULL,
            weight REAL NOT NULL,
            PRIMARY KEY (reply_id, position)
        ) WITHOUT ROWID;

        CREATE TABLE thread (
            discussion_id INTEGER NOT NULL REFERENCES discussion(id) ON DELETE CASCADE,
            number INTEGER NOT NULL,
            root_comment INTEGER NOT NULL REFERENCES comment(id) ON DELETE CASCADE,
            commenters INTEGER NOT NULL,
            depth INTEGER NOT NULL,
            PRIMARY KEY (discussion_id, number)
        ) WITHOUT ROWID;
        CREATE INDEX thread_root ON thread(root_comment);

        CREATE TABLE summary_sentence (
            discussion_id INTEGER NOT NULL REFERENCES discussion(id) ON DELETE CASCADE,
            scope TEXT NOT NULL,
            position INTEGER NOT NULL,
            comment_id INTEGER REFERENCES comment(id) ON DELETE CASCADE,
            start INTEGER NOT NULL,
            end INTEGER NOT NULL,
            text TEXT NOT NULL,
            PRIMARY KEY (discussion_id, scope, position)
        ) WITHOUT ROWID;
        CREATE INDEX summary_sentence_comment ON summary_sentence(comment_id);

        CREATE TABLE measure (
            discussion_id INTEGER NOT NULL REFERENCES discussion(id) ON DELETE CASCADE,
            subject TEXT NOT NULL,
            position INTEGER NOT NULL,
            name TEXT NOT NULL,
            value REAL,
            PRIMARY KEY (discussion_id, subject, position)
        ) WITHOUT ROWID;

        CREATE TABLE finding (
            discussion_id INTEGER NOT NULL REFERENCES discussion(id) ON DELETE CASCADE,
            stage TEXT NOT NULL,
            position INTEGER NOT NULL,
            severity TEXT NOT NULL,
            code TEXT NOT NULL,
            message TEXT NOT NULL,
            file TEXT NOT NULL,
            line INTEGER,
            PRIMARY KEY (discussion_id, stage, position)
        ) WITHOUT ROWID;
        """
}
