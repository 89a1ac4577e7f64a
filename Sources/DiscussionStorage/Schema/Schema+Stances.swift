extension Schema {
    /// What version 3 adds: why a reply has its stance, chains of disagreement, and camps.
    ///
    /// A cluster belongs to a clustering, and both to a discussion; `discussion_id` is NULL for camps
    /// across discussions, in which a commenter of several discussions has a row for each of them,
    /// all with the same position. Those do not outlast a change of any discussion.
    ///
    /// The chain that another branches from is set to NULL, and not removed with it: cascades through
    /// a row of branches would nest deeper than SQLite allows.
    static let stanceTables = """
        CREATE TABLE stance_cue (
            reply_id INTEGER NOT NULL REFERENCES reply(id) ON DELETE CASCADE,
            position INTEGER NOT NULL,
            kind TEXT NOT NULL,
            detail TEXT NOT NULL,
            start INTEGER,
            end INTEGER,
            weight REAL NOT NULL,
            PRIMARY KEY (reply_id, position)
        ) WITHOUT ROWID;

        CREATE TABLE chain (
            id INTEGER PRIMARY KEY,
            discussion_id INTEGER NOT NULL REFERENCES discussion(id) ON DELETE CASCADE,
            number INTEGER NOT NULL,
            kind TEXT NOT NULL,
            mean REAL NOT NULL,
            seconds REAL,
            slope REAL,
            p_value REAL,
            ending TEXT NOT NULL,
            branch_of INTEGER REFERENCES chain(id) ON DELETE SET NULL,
            shared_comments INTEGER NOT NULL,
            UNIQUE (discussion_id, number)
        );
        CREATE INDEX chain_branch_of ON chain(branch_of);

        CREATE TABLE chain_comment (
            chain_id INTEGER NOT NULL REFERENCES chain(id) ON DELETE CASCADE,
            position INTEGER NOT NULL,
            comment_id INTEGER REFERENCES comment(id) ON DELETE CASCADE,
            PRIMARY KEY (chain_id, position)
        ) WITHOUT ROWID;
        CREATE INDEX chain_comment_comment ON chain_comment(comment_id);

        CREATE TABLE chain_participant (
            chain_id INTEGER NOT NULL REFERENCES chain(id) ON DELETE CASCADE,
            position INTEGER NOT NULL,
            commenter_id INTEGER NOT NULL REFERENCES commenter(id) ON DELETE CASCADE,
            PRIMARY KEY (chain_id, position)
        ) WITHOUT ROWID;
        CREATE INDEX chain_participant_commenter ON chain_participant(commenter_id);

        CREATE TABLE clustering (
            id INTEGER PRIMARY KEY,
            discussion_id INTEGER UNIQUE REFERENCES discussion(id) ON DELETE CASCADE,
            verdict TEXT NOT NULL,
            z REAL
        );

        CREATE TABLE cluster (
            id INTEGER PRIMARY KEY,
            clustering_id INTEGER NOT NULL REFERENCES clustering(id) ON DELETE CASCADE,
            discussion_id INTEGER REFERENCES discussion(id) ON DELETE CASCADE,
            number INTEGER NOT NULL,
            size INTEGER NOT NULL,
            cohesion REAL NOT NULL,
            article_side TEXT,
            UNIQUE (clustering_id, number)
        );
        CREATE INDEX cluster_discussion ON cluster(discussion_id);

        CREATE TABLE cluster_member (
            cluster_id INTEGER NOT NULL REFERENCES cluster(id) ON DELETE CASCADE,
            commenter_id INTEGER NOT NULL REFERENCES commenter(id) ON DELETE CASCADE,
            position INTEGER NOT NULL,
            confidence REAL NOT NULL,
            PRIMARY KEY (cluster_id, commenter_id)
        ) WITHOUT ROWID;
        CREATE INDEX cluster_member_commenter ON cluster_member(commenter_id);

        CREATE TABLE cluster_term (
            cluster_id INTEGER NOT NULL REFERENCES cluster(id) ON DELETE CASCADE,
            position INTEGER NOT NULL,
            words TEXT NOT NULL,
            z REAL NOT NULL,
            commenters INTEGER NOT NULL,
            PRIMARY KEY (cluster_id, position)
        ) WITHOUT ROWID;

        CREATE TABLE cluster_comment (
            cluster_id INTEGER NOT NULL REFERENCES cluster(id) ON DELETE CASCADE,
            position INTEGER NOT NULL,
            comment_id INTEGER REFERENCES comment(id) ON DELETE CASCADE,
            start INTEGER NOT NULL,
            end INTEGER NOT NULL,
            text TEXT NOT NULL,
            agreeing INTEGER NOT NULL,
            disagreeing INTEGER NOT NULL,
            z REAL NOT NULL,
            PRIMARY KEY (cluster_id, position)
        ) WITHOUT ROWID;
        CREATE INDEX cluster_comment_comment ON cluster_comment(comment_id);

        CREATE TABLE cluster_opponent (
            cluster_id INTEGER NOT NULL REFERENCES cluster(id) ON DELETE CASCADE,
            position INTEGER NOT NULL,
            opponent_id INTEGER NOT NULL REFERENCES cluster(id) ON DELETE CASCADE,
            replies INTEGER NOT NULL,
            disagreeing INTEGER NOT NULL,
            PRIMARY KEY (cluster_id, position)
        ) WITHOUT ROWID;
        CREATE INDEX cluster_opponent_opponent ON cluster_opponent(opponent_id);
        """

    /// The views of version 3, a row for each chain and one for each camp, in words.
    ///
    /// A trend is told where chance gives as much in at most one case of twenty.
    static let stanceViews = """
        CREATE VIEW disagreement(
            discussion, chain, kind, who, comments, mean, hours, trend, ending, branch_of, begins
        ) AS
        SELECT d.key, c.number, c.kind,
            (SELECT group_concat(coalesce(name, '(unknown)'), ', ') FROM (
                 SELECT p.name FROM chain_participant cp JOIN commenter p ON p.id = cp.commenter_id
                 WHERE cp.chain_id = c.id ORDER BY cp.position)),
            (SELECT count(*) FROM chain_comment cc WHERE cc.chain_id = c.id),
            round(c.mean, 2), round(c.seconds / 3600.0, 1),
            CASE WHEN c.p_value > 0.05 OR c.slope = 0 THEN NULL WHEN c.slope > 0 THEN 'heats up'
                WHEN c.slope < 0 THEN 'cools down' END,
            CASE c.ending WHEN 'lastWord' THEN 'last word' WHEN 'goesOn' THEN 'goes on'
                ELSE c.ending END,
            (SELECT b.number FROM chain b WHERE b.id = c.branch_of),
            (SELECT replace(replace(substr(coalesce(t.text, d.title, d.body), 1, 70),
                 char(13), ''), char(10), ' ')
             FROM chain_comment cc LEFT JOIN comment t ON t.id = cc.comment_id
             WHERE cc.chain_id = c.id ORDER BY cc.position LIMIT 1)
        FROM chain c JOIN discussion d ON d.id = c.discussion_id
        ORDER BY d.id, c.number;

        CREATE VIEW camps(
            discussion, cluster, size, members, cohesion, article, argues_with, terms, says
        ) AS
        SELECT d.key, c.number, c.size,
            (SELECT group_concat(coalesce(name, '(unknown)'), ', ') FROM (
                 SELECT min(p.name) AS name
                 FROM cluster_member m JOIN commenter p ON p.id = m.commenter_id
                 WHERE m.cluster_id = c.id GROUP BY m.position ORDER BY m.position)),
            round(c.cohesion, 2), c.article_side,
            (SELECT group_concat(words, ', ') FROM (
                 SELECT o.number || ' (' || co.disagreeing || ' of ' || co.replies || ')' AS words
                 FROM cluster_opponent co JOIN cluster o ON o.id = co.opponent_id
                 WHERE co.cluster_id = c.id ORDER BY co.position)),
            (SELECT group_concat(words, ', ') FROM (
                 SELECT words FROM cluster_term ct
                 WHERE ct.cluster_id = c.id ORDER BY ct.position)),
            (SELECT replace(replace(cc.text, char(13), ''), char(10), ' ') FROM cluster_comment cc
             WHERE cc.cluster_id = c.id ORDER BY cc.position LIMIT 1)
        FROM cluster c LEFT JOIN discussion d ON d.id = c.discussion_id
        ORDER BY d.id IS NULL, d.id, c.clustering_id, c.number;
        """
}
