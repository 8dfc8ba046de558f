PRAGMA application_id = 1313163087;
PRAGMA user_version = 2;
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID;
INSERT INTO "meta" VALUES ('engine', 'llm');
INSERT INTO "meta" VALUES ('model', 'loopback-1');
INSERT INTO "meta" VALUES ('parameters', '{"temperature": 0}');
INSERT INTO "meta" VALUES ('prompt_digest', '0123456789abcdef');
INSERT INTO "meta" VALUES ('schema_digest', '2fb61f1c49f560e7');
INSERT INTO "meta" VALUES ('schema_version', 'v1');
INSERT INTO "meta" VALUES ('software', 'summariser 0.1.0');
INSERT INTO "meta" VALUES ('store_version', '2');
INSERT INTO "meta" VALUES ('strictness', 'standard');
INSERT INTO "meta" VALUES ('task', 'court hearing');
CREATE TABLE sources (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,
    fingerprint TEXT NOT NULL,
    items INTEGER NOT NULL DEFAULT 0,
    finished BOOLEAN NOT NULL DEFAULT 0
);
INSERT INTO "sources" VALUES (1, 'wire.jsonl', '1', 3, 0);
CREATE TABLE articles (
    id INTEGER PRIMARY KEY,
    source_id INTEGER NOT NULL REFERENCES sources (id),
    key TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('pending', 'done', 'failed', 'skipped', 'duplicate')),
    reason TEXT,
    detail TEXT,
    same_as INTEGER REFERENCES articles (id),
    digest TEXT,
    title TEXT,
    date TEXT,
    source TEXT,
    url TEXT,
    language TEXT,
    words INTEGER,
    text TEXT,
    UNIQUE (source_id, key)
);
INSERT INTO "articles" VALUES (1, 1, 'row 1', 'done', NULL, NULL, NULL, 'aa6c0dc8fddd1e69', NULL, NULL, NULL, NULL, NULL, 20, 'The court of Eskby heard Oda Lund and the Guild. Judge Fenn read exhibit A, two pages. The Guild lost.');
INSERT INTO "articles" VALUES (2, 1, 'row 2', 'failed', 'transport_error', 'reset', NULL, '7dd75f81f77ca5d0', NULL, NULL, NULL, NULL, NULL, 22, 'The court of Eskby heard Oda Lund and the Guild. Judge Fenn read exhibit A, two pages. The Guild lost. Round 2.');
INSERT INTO "articles" VALUES (3, 1, 'row 3', 'pending', NULL, NULL, NULL, '5aae8037397b8a47', NULL, NULL, NULL, NULL, NULL, 22, 'The court of Eskby heard Oda Lund and the Guild. Judge Fenn read exhibit A, two pages. The Guild lost. Round 3.');
CREATE INDEX articles_state ON articles (state, reason);
CREATE INDEX articles_digest ON articles (digest) WHERE digest IS NOT NULL;
CREATE INDEX articles_date ON articles (date) WHERE date IS NOT NULL;
CREATE INDEX articles_same_as ON articles (same_as) WHERE same_as IS NOT NULL;
CREATE TABLE unread_dates (article_id INTEGER PRIMARY KEY REFERENCES articles (id), written TEXT NOT NULL);
CREATE TABLE records (
    article_id INTEGER PRIMARY KEY REFERENCES articles (id),
    on_topic BOOLEAN NOT NULL,
    engine TEXT NOT NULL,
    model TEXT,
    attempts INTEGER NOT NULL,
    input_tokens INTEGER,
    output_tokens INTEGER,
    cost REAL,
    seconds REAL NOT NULL,
    refused INTEGER NOT NULL,
    warnings INTEGER NOT NULL,
    made TEXT NOT NULL,
    json TEXT NOT NULL
);
INSERT INTO "records" VALUES (1, 1, 'given', NULL, 1, NULL, NULL, NULL, 0.0, 0, 0, '2026-01-05T10:00:00.000+00:00', '{"article":{"id":"aa6c0dc8fddd1e69","title":null,"date":null,"source":null,"url":null,"language":null,"characters":102,"sentences":3},"court":"the court of Eskby","judges":["Fenn"],"sides":[{"evidence":[{"number":1,"start":0,"end":48,"quote":"The court of Eskby heard Oda Lund and the Guild."}],"id":"s1","name":"Oda Lund","exhibits":[],"notes":[],"expert":null},{"evidence":[{"number":1,"start":0,"end":48,"quote":"The court of Eskby heard Oda Lund and the Guild."},{"number":3,"start":87,"end":102,"quote":"The Guild lost."}],"id":"s2","name":"Guild","exhibits":[{"name":"A","pages":2,"entry":"read"}],"notes":[{"evidence":[{"number":3,"start":87,"end":102,"quote":"The Guild lost."}],"what":"The Guild lost"}],"expert":{"evidence":[{"number":2,"start":49,"end":86,"quote":"Judge Fenn read exhibit A, two pages."}],"name":"Fenn"}}],"articles":[{"evidence":[{"number":1,"start":0,"end":48,"quote":"The court of Eskby heard Oda Lund and the Guild."}],"what":"The court heard"}],"ruling":{"evidence":[{"number":3,"start":87,"end":102,"quote":"The Guild lost."}],"upheld":false,"against":"s2","cost":null,"notes":[]},"refused":[],"provenance":{"task":"court hearing","schema_version":"v1","engine":"given","model":null,"prompt":null,"prompt_digest":null,"software":"summariser 0.1.0","usage":{"attempts":0,"input_tokens":null,"output_tokens":null,"cost":null,"seconds":0.0,"faults_mended":0},"warnings":[]}}');
CREATE INDEX records_on_topic ON records (on_topic);
CREATE TABLE failures (
    article_id INTEGER PRIMARY KEY REFERENCES articles (id),
    kind TEXT NOT NULL,
    message TEXT NOT NULL,
    attempts INTEGER NOT NULL,
    input_tokens INTEGER,
    output_tokens INTEGER,
    cost REAL,
    seconds REAL NOT NULL,
    made TEXT NOT NULL,
    faults JSON TEXT,
    raw TEXT
);
INSERT INTO "failures" VALUES (2, 'transport_error', 'reset', 0, NULL, NULL, NULL, 0.0, '2026-01-05T10:00:01.000+00:00', NULL, NULL);
CREATE INDEX failures_kind ON failures (kind);
CREATE TABLE attempts (
    id INTEGER PRIMARY KEY,
    article_id INTEGER NOT NULL REFERENCES articles (id),
    made TEXT NOT NULL,
    outcome TEXT NOT NULL,
    tries INTEGER NOT NULL,
    input_tokens INTEGER,
    output_tokens INTEGER,
    cost REAL,
    seconds REAL NOT NULL,
    cached BOOLEAN NOT NULL
);
INSERT INTO "attempts" VALUES (1, 1, '2026-01-05T10:00:00.000+00:00', 'record', 1, NULL, NULL, NULL, 0.0, 0);
INSERT INTO "attempts" VALUES (2, 2, '2026-11-28T22:10:06.508+00:00', 'transport_error', 0, NULL, NULL, NULL, 0.0, 0);
CREATE INDEX attempts_article ON attempts (article_id);
CREATE TABLE evidence (
    article_id INTEGER NOT NULL REFERENCES records (article_id),
    claim TEXT NOT NULL,
    entry INTEGER NOT NULL,
    number INTEGER NOT NULL,
    start INTEGER,
    "end" INTEGER,
    quote TEXT,
    PRIMARY KEY (article_id, claim, entry, number)
) WITHOUT ROWID;
INSERT INTO "evidence" VALUES (1, 'expert', 0, 2, 49, 86, 'Judge Fenn read exhibit A, two pages.');
INSERT INTO "evidence" VALUES (1, 'ruling', 0, 3, 87, 102, 'The Guild lost.');
INSERT INTO "evidence" VALUES (1, 'sides', 0, 1, 0, 48, 'The court of Eskby heard Oda Lund and the Guild.');
INSERT INTO "evidence" VALUES (1, 'sides', 1, 1, 0, 48, 'The court of Eskby heard Oda Lund and the Guild.');
INSERT INTO "evidence" VALUES (1, 'sides', 1, 3, 87, 102, 'The Guild lost.');
INSERT INTO "evidence" VALUES (1, 'sides_notes', 0, 3, 87, 102, 'The Guild lost.');
INSERT INTO "evidence" VALUES (1, 'task_articles', 0, 1, 0, 48, 'The court of Eskby heard Oda Lund and the Guild.');
CREATE TABLE sketches (article_id INTEGER PRIMARY KEY REFERENCES articles (id), bins BLOB NOT NULL);
CREATE TABLE bands (
    band INTEGER NOT NULL,
    article_id INTEGER NOT NULL REFERENCES sketches (article_id),
    PRIMARY KEY (band, article_id)
) WITHOUT ROWID;
CREATE TABLE unsearched (article_id INTEGER PRIMARY KEY REFERENCES articles (id));
CREATE VIRTUAL TABLE articles_fts USING fts5 (
    title, text, content="articles", content_rowid='id', tokenize='unicode61 remove_diacritics 2'
);
INSERT INTO articles_fts (articles_fts, rank) VALUES ('automerge', 16);
INSERT INTO articles_fts (rowid, title, text) SELECT id, title, text FROM articles WHERE state IN ('done', 'failed');
CREATE VIRTUAL TABLE claims_fts USING fts5 (
    text, claim UNINDEXED, article_id UNINDEXED, entry UNINDEXED, tokenize='unicode61 remove_diacritics 2'
);
INSERT INTO claims_fts (claims_fts, rank) VALUES ('automerge', 16);
INSERT INTO "claims_fts" VALUES ('the court of Eskby
Fenn', 'court_hearing', 1, 0);
INSERT INTO "claims_fts" VALUES ('Oda Lund', 'sides', 1, 0);
INSERT INTO "claims_fts" VALUES ('Guild', 'sides', 1, 1);
INSERT INTO "claims_fts" VALUES ('A
read', 'exhibits', 1, 0);
INSERT INTO "claims_fts" VALUES ('The Guild lost', 'sides_notes', 1, 0);
INSERT INTO "claims_fts" VALUES ('Fenn', 'expert', 1, 0);
INSERT INTO "claims_fts" VALUES ('The court heard', 'task_articles', 1, 0);
CREATE TABLE "court_hearing" (article_id INTEGER NOT NULL REFERENCES records (article_id), entry INTEGER NOT NULL, "court" TEXT, "judges" JSON TEXT, PRIMARY KEY (article_id, entry)) WITHOUT ROWID;
INSERT INTO "court_hearing" VALUES (1, 0, 'the court of Eskby', '["Fenn"]');
CREATE TABLE "sides" (article_id INTEGER NOT NULL REFERENCES records (article_id), entry INTEGER NOT NULL, "id" TEXT, "name" TEXT, "initial" TEXT, PRIMARY KEY (article_id, entry)) WITHOUT ROWID;
INSERT INTO "sides" VALUES (1, 0, 's1', 'Oda Lund', 'O');
INSERT INTO "sides" VALUES (1, 1, 's2', 'Guild', 'G');
CREATE INDEX "sides_name" ON "sides" ("name");
CREATE TABLE "exhibits" (article_id INTEGER NOT NULL REFERENCES records (article_id), entry INTEGER NOT NULL, parent_entry INTEGER NOT NULL, "name" TEXT, "pages" INTEGER, "task_entry" TEXT, PRIMARY KEY (article_id, entry), FOREIGN KEY (article_id, parent_entry) REFERENCES "sides" (article_id, entry)) WITHOUT ROWID;
INSERT INTO "exhibits" VALUES (1, 0, 1, 'A', 2, 'read');
CREATE TABLE "sides_notes" (article_id INTEGER NOT NULL REFERENCES records (article_id), entry INTEGER NOT NULL, parent_entry INTEGER NOT NULL, "what" TEXT, PRIMARY KEY (article_id, entry), FOREIGN KEY (article_id, parent_entry) REFERENCES "sides" (article_id, entry)) WITHOUT ROWID;
INSERT INTO "sides_notes" VALUES (1, 0, 1, 'The Guild lost');
CREATE TABLE "expert" (article_id INTEGER NOT NULL REFERENCES records (article_id), entry INTEGER NOT NULL, parent_entry INTEGER NOT NULL, "name" TEXT, PRIMARY KEY (article_id, entry), FOREIGN KEY (article_id, parent_entry) REFERENCES "sides" (article_id, entry)) WITHOUT ROWID;
INSERT INTO "expert" VALUES (1, 0, 1, 'Fenn');
CREATE TABLE "task_articles" (article_id INTEGER NOT NULL REFERENCES records (article_id), entry INTEGER NOT NULL, "what" TEXT, PRIMARY KEY (article_id, entry)) WITHOUT ROWID;
INSERT INTO "task_articles" VALUES (1, 0, 'The court heard');
CREATE TABLE "ruling" (article_id INTEGER NOT NULL REFERENCES records (article_id), entry INTEGER NOT NULL, "upheld" BOOLEAN, "against" TEXT, "cost_amount" REAL, "cost_currency" TEXT, PRIMARY KEY (article_id, entry)) WITHOUT ROWID;
INSERT INTO "ruling" VALUES (1, 0, 0, 's2', NULL, NULL);
CREATE TABLE "ruling_notes" (article_id INTEGER NOT NULL REFERENCES records (article_id), entry INTEGER NOT NULL, parent_entry INTEGER NOT NULL, "what" TEXT, PRIMARY KEY (article_id, entry), FOREIGN KEY (article_id, parent_entry) REFERENCES "ruling" (article_id, entry)) WITHOUT ROWID;
