-- A store of version 2 that holds the discussion `footbridge`.
PRAGMA application_id = 1382378095;
PRAGMA user_version = 2;
PRAGMA foreign_keys=OFF;
BEGIN TRANSACTION;
CREATE TABLE grdb_migrations (identifier TEXT NOT NULL PRIMARY KEY);
INSERT INTO grdb_migrations VALUES('1');
INSERT INTO grdb_migrations VALUES('2');
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
    body TEXT NOT NULL, author_account TEXT, score INTEGER,
    UNIQUE (source, original_id)
);
INSERT INTO discussion VALUES(1,'footbridge','footbridge','pages/footbridge.txt','text','page','The footbridge opens in spring','Mara Quill','2021-03-04',1614816000,0,'https://example.org/footbridge','example.org',2,'3fb94ddabca39e31',replace('The town will open the footbridge in April. 🌉\nIt cost twice the estimate, and nobody has said why.','\n',char(10)),NULL,NULL);
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
INSERT INTO commenter VALUES(1,1,'odd','Odd Lund',0,2,1,1,1,0,NULL);
INSERT INTO commenter VALUES(2,1,'Bea','Bea',0,1,1,2,2,0,NULL);
INSERT INTO commenter VALUES(3,1,'Kim','Kim',0,0,0,1,0,0,NULL);
INSERT INTO commenter VALUES(4,1,'unknown-5',NULL,0,1,1,0,0,0,NULL);
INSERT INTO commenter VALUES(5,1,'Mara Quill','Mara Quill',1,1,1,0,1,1,NULL);
CREATE TABLE alias (
    commenter_id INTEGER NOT NULL REFERENCES commenter(id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    name TEXT NOT NULL,
    PRIMARY KEY (commenter_id, position)
) WITHOUT ROWID;
INSERT INTO alias VALUES(1,0,'odd lund');
INSERT INTO alias VALUES(5,0,'Mara');
INSERT INTO alias VALUES(5,1,'Quill');
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
    text TEXT NOT NULL, url TEXT, by_article_author INTEGER NOT NULL DEFAULT 0, removal TEXT, approval TEXT,
    UNIQUE (discussion_id, ordinal),
    UNIQUE (discussion_id, key)
);
INSERT INTO comment VALUES(1,1,'c1',1,1,NULL,'Odd Lund','odd','2021-03-04T09:30:00Z',1614850200,0,1,9,1,3,1,0,12,NULL,'Twice? 🤔 “nobody has said why” is the whole story.',NULL,0,NULL,NULL);
INSERT INTO comment VALUES(2,1,'c2',2,2,NULL,'Bea',NULL,'2021-03-04T10:00:00',1614852000,0,2,9,2,2,1,0,-3,'c1','@Odd Lund: the mayor did say why, in June.',NULL,0,NULL,NULL);
INSERT INTO comment VALUES(3,1,'c3',3,5,0.9000000000000000222,NULL,NULL,'2021-03-05',1614902400,1,3,10,0,0,1,0,NULL,NULL,'Bea, I asked him again and he had no answer.',NULL,0,NULL,NULL);
INSERT INTO comment VALUES(4,1,'g7',4,3,NULL,'Kim',NULL,NULL,NULL,0,1,0,1,1,2,1,NULL,NULL,'',NULL,0,NULL,NULL);
INSERT INTO comment VALUES(5,1,'c5',5,4,NULL,NULL,NULL,NULL,NULL,0,2,6,0,0,2,0,NULL,'g7','Agreed with every word of that.',NULL,0,NULL,NULL);
INSERT INTO comment VALUES(6,1,'c6',6,1,NULL,'odd lund','odd',NULL,NULL,0,3,9,0,0,1,0,NULL,NULL,'@Bea fair. And thank you, Mara Quill, for asking.',NULL,0,NULL,NULL);
CREATE TABLE author_evidence (
    comment_id INTEGER NOT NULL REFERENCES comment(id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    kind TEXT NOT NULL,
    detail TEXT NOT NULL,
    weight REAL NOT NULL,
    PRIMARY KEY (comment_id, position)
) WITHOUT ROWID;
INSERT INTO author_evidence VALUES(3,0,'mention','thanked in c6',2.5);
INSERT INTO author_evidence VALUES(3,1,'default','the only nameless one',0.25);
CREATE TABLE mention (
    comment_id INTEGER NOT NULL REFERENCES comment(id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    commenter_id INTEGER NOT NULL REFERENCES commenter(id) ON DELETE CASCADE,
    start INTEGER NOT NULL,
    end INTEGER NOT NULL,
    written TEXT NOT NULL,
    PRIMARY KEY (comment_id, position)
) WITHOUT ROWID;
INSERT INTO mention VALUES(2,0,1,0,9,'@Odd Lund');
INSERT INTO mention VALUES(3,1,2,0,3,'Bea');
INSERT INTO mention VALUES(6,2,2,0,4,'@Bea');
INSERT INTO mention VALUES(6,3,5,26,36,'Mara Quill');
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
INSERT INTO quotation VALUES(1,0,10,29,NULL,78,97,1.0);
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
INSERT INTO reply VALUES(1,1,1,NULL,0,0.96999999999999997335,NULL,NULL,NULL,NULL);
INSERT INTO reply VALUES(2,1,2,1,0,1.0,NULL,NULL,NULL,NULL);
INSERT INTO reply VALUES(3,1,3,2,0,0.8125,NULL,NULL,NULL,NULL);
INSERT INTO reply VALUES(4,1,5,4,0,1.0,NULL,NULL,NULL,NULL);
INSERT INTO reply VALUES(5,1,6,2,0,0.5,NULL,NULL,NULL,NULL);
INSERT INTO reply VALUES(6,1,6,3,1,0.75,NULL,NULL,NULL,NULL);
CREATE TABLE evidence (
    reply_id INTEGER NOT NULL REFERENCES reply(id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    kind TEXT NOT NULL,
    detail TEXT NOT NULL,
    weight REAL NOT NULL,
    PRIMARY KEY (reply_id, position)
) WITHOUT ROWID;
INSERT INTO evidence VALUES(1,0,'quotation','nobody has said why',3.125);
INSERT INTO evidence VALUES(2,0,'stated','parent c1',9.0);
INSERT INTO evidence VALUES(2,1,'mention','@Odd Lund',4.0);
INSERT INTO evidence VALUES(3,0,'address','Bea,',1.5);
INSERT INTO evidence VALUES(4,0,'stated','parent g7',9.0);
INSERT INTO evidence VALUES(5,0,'mention','@Bea',1.0);
INSERT INTO evidence VALUES(5,1,'adjacency','same exchange',0.33333333333333331482);
INSERT INTO evidence VALUES(6,0,'mention','Mara Quill',2.0);
CREATE TABLE thread (
    discussion_id INTEGER NOT NULL REFERENCES discussion(id) ON DELETE CASCADE,
    number INTEGER NOT NULL,
    root_comment INTEGER NOT NULL REFERENCES comment(id) ON DELETE CASCADE,
    commenters INTEGER NOT NULL,
    depth INTEGER NOT NULL,
    PRIMARY KEY (discussion_id, number)
) WITHOUT ROWID;
INSERT INTO thread VALUES(1,1,1,3,3);
INSERT INTO thread VALUES(1,2,4,2,2);
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
INSERT INTO summary_sentence VALUES(1,'discussion',0,NULL,46,98,'It cost twice the estimate, and nobody has said why.');
INSERT INTO summary_sentence VALUES(1,'discussion',1,2,11,42,'the mayor did say why, in June.');
INSERT INTO summary_sentence VALUES(1,'thread 1',0,3,5,44,'I asked him again and he had no answer.');
CREATE TABLE measure (
    discussion_id INTEGER NOT NULL REFERENCES discussion(id) ON DELETE CASCADE,
    subject TEXT NOT NULL,
    position INTEGER NOT NULL,
    name TEXT NOT NULL,
    value REAL,
    PRIMARY KEY (discussion_id, subject, position)
) WITHOUT ROWID;
INSERT INTO measure VALUES(1,'discussion',0,'depth',3.0);
INSERT INTO measure VALUES(1,'discussion',1,'structuralVirality',2.0952380952380953438);
INSERT INTO measure VALUES(1,'discussion',2,'medianReplySeconds',1800.0);
INSERT INTO measure VALUES(1,'discussion',3,'firstReplySeconds',NULL);
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
INSERT INTO finding VALUES(1,'reading',0,'warning','encoding-guessed','Not UTF-8; read as Windows-1252.','pages/footbridge.txt',NULL);
INSERT INTO finding VALUES(1,'reading',1,'note','author-missing','The comment shows no author.','pages/footbridge.txt',14);
INSERT INTO finding VALUES(1,'reconstruction',0,'note','author-inferred','c3 is taken to be by Mara Quill.','pages/footbridge.txt',14);
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
CREATE INDEX commenter_article_author ON commenter(discussion_id) WHERE article_author;
CREATE INDEX comment_commenter ON comment(commenter_id);
CREATE INDEX mention_commenter ON mention(commenter_id);
CREATE INDEX quotation_source ON quotation(source_comment_id);
CREATE INDEX reply_discussion ON reply(discussion_id);
CREATE INDEX reply_to ON reply(to_comment);
CREATE INDEX thread_root ON thread(root_comment);
CREATE INDEX summary_sentence_comment ON summary_sentence(comment_id);
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
COMMIT;
