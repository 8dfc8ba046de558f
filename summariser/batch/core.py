"""The tables that every job has, whatever its task."""

from __future__ import annotations

__all__ = ["CORE", "CORE_NAMES", "INTERNAL", "is_search"]

CORE = """
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID;

CREATE TABLE sources (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,
    fingerprint TEXT NOT NULL,
    items INTEGER NOT NULL DEFAULT 0,
    finished BOOLEAN NOT NULL DEFAULT 0
);

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

CREATE VIRTUAL TABLE claims_fts USING fts5 (
    text, claim UNINDEXED, article_id UNINDEXED, entry UNINDEXED, tokenize='unicode61 remove_diacritics 2'
);
INSERT INTO articles_fts (articles_fts, rank) VALUES ('automerge', 16);
INSERT INTO claims_fts (claims_fts, rank) VALUES ('automerge', 16);
"""
"""As version `migrations.VERSION` has them; whoever changes them adds a step there. Long texts stand last."""

INTERNAL = frozenset({"meta", "sketches", "bands", "unsearched"})
"""Those that only the jobs themselves need, beside the search: an export leaves them out."""

CORE_NAMES = INTERNAL | {"sources", "articles", "unread_dates", "records", "failures", "attempts", "evidence"}


def is_search(table: str) -> bool:
    """Return whether a table is of the full-text search, or SQLite's own."""
    return table.lower().startswith(("articles_fts", "claims_fts", "sqlite_"))
