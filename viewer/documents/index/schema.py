"""The tables of the index, and their version: an index of another version is made anew."""

from __future__ import annotations

VERSION = 10
"""Raise it with every change of the tables, of the passages' rules, or of what the full-text index holds."""

HEAD_BITS = 24
"""So many bits of a heading's key are its number within its document, those above them the document's."""

TABLES = """
CREATE TABLE documents (
    id INTEGER PRIMARY KEY, file TEXT NOT NULL UNIQUE, path TEXT NOT NULL, stem TEXT NOT NULL, place INTEGER NOT NULL,
    modified INTEGER NOT NULL, size INTEGER NOT NULL, digest BLOB NOT NULL,
    title TEXT NOT NULL, author TEXT NOT NULL, year TEXT NOT NULL, url TEXT NOT NULL, licence TEXT NOT NULL,
    evidence TEXT NOT NULL, characters INTEGER NOT NULL, passages INTEGER NOT NULL,
    title_section INTEGER NOT NULL, last INTEGER NOT NULL
);
CREATE INDEX documents_by_stem ON documents (stem);
CREATE INDEX documents_by_last ON documents (last);
CREATE TABLE refusals (
    file TEXT PRIMARY KEY, modified INTEGER NOT NULL, size INTEGER NOT NULL, reason TEXT NOT NULL
);
CREATE TABLE texts (document INTEGER PRIMARY KEY, text TEXT NOT NULL);
CREATE TABLE sections (
    document INTEGER NOT NULL, number INTEGER NOT NULL, title TEXT NOT NULL, level INTEGER NOT NULL,
    start INTEGER NOT NULL, PRIMARY KEY (document, number)
) WITHOUT ROWID;
CREATE TABLE pages (document INTEGER NOT NULL, start INTEGER NOT NULL, page INTEGER NOT NULL,
    PRIMARY KEY (document, start)) WITHOUT ROWID;
CREATE TABLE passages (
    id INTEGER PRIMARY KEY, document INTEGER NOT NULL, start INTEGER NOT NULL, end INTEGER NOT NULL,
    line INTEGER NOT NULL, last_line INTEGER NOT NULL, page INTEGER, kind INTEGER NOT NULL,
    block INTEGER NOT NULL, section INTEGER NOT NULL, text TEXT NOT NULL
);
CREATE TABLE introductions (document INTEGER NOT NULL, short TEXT NOT NULL, long TEXT NOT NULL,
    short_key TEXT NOT NULL, long_key TEXT NOT NULL);
CREATE INDEX introductions_by_short ON introductions (short_key);
CREATE INDEX introductions_by_long ON introductions (long_key);
CREATE INDEX introductions_by_document ON introductions (document);
CREATE VIRTUAL TABLE words USING fts5(body, heading, content='', tokenize='unicode61 remove_diacritics 2');
CREATE VIRTUAL TABLE heads USING fts5(title, content='', tokenize='unicode61 remove_diacritics 2');
INSERT INTO words (words, rank) VALUES ('hashsize', 16777216);
"""
"""A document's passages are those with the ids up to ``last``, as many as ``passages`` says, in their order.
Its pages are those places of its text where another page begins.

A heading's key among the heads is its document's number and, in the lower bits, its own.

The last statement lets the full-text index gather 16 MB before it sorts them, which halves its work.
"""
