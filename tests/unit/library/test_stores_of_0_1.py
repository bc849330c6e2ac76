"""What version 0.1 derived from a library is gone on with, not made anew."""

from __future__ import annotations

import sqlite3
from datetime import date
from pathlib import Path

from drafter.library.local.stores import LocalStores
from drafter.library.values import Indexed, PairChanges, PairCounts, Passage

AGREED = """
CREATE TABLE IF NOT EXISTS resolution (
    number INTEGER PRIMARY KEY AUTOINCREMENT, symbol TEXT UNIQUE, fingerprint TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS paragraph (
    resolution INTEGER, start INTEGER, label TEXT NOT NULL, PRIMARY KEY (resolution, start)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS run (hash INTEGER, place INTEGER, PRIMARY KEY (hash, place)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS gone (number INTEGER PRIMARY KEY);
INSERT INTO resolution (symbol, fingerprint) VALUES ('A/RES/70/1', '5-9');
PRAGMA user_version = 1;
"""
CHANGES = """
CREATE TABLE pair (
    number INTEGER PRIMARY KEY, old TEXT, new TEXT, day TEXT, series TEXT, fingerprint TEXT, UNIQUE (old, new));
CREATE TABLE change (pair INTEGER, label TEXT, before TEXT, was TEXT, after TEXT, new TEXT);
CREATE INDEX change_pair ON change (pair);
CREATE TABLE addition (pair INTEGER, label TEXT, kind TEXT, level INTEGER, follows TEXT, text TEXT);
CREATE INDEX addition_pair ON addition (pair);
INSERT INTO pair VALUES (1, 'A/RES/70/1', 'A/RES/71/1', '2016-12-17', 'water', '5-9 6-9');
INSERT INTO change VALUES (1, 'OP2', 'expresses its', 'concern', 'at the', 'grave concern');
PRAGMA user_version = 2;
"""
COUNTS = """
CREATE TABLE pair (number INTEGER PRIMARY KEY, old TEXT, new TEXT, mark TEXT, UNIQUE (old, new));
CREATE TABLE seen (key TEXT, pair INTEGER, stood INTEGER, stepped INTEGER, other INTEGER,
    PRIMARY KEY (key, pair)) WITHOUT ROWID;
CREATE INDEX seen_pair ON seen (pair);
INSERT INTO pair VALUES (1, 'A/RES/70/1', 'A/RES/71/1', '5-9 6-9 None');
INSERT INTO seen VALUES ('session:1', 1, 0, 2, 1);
PRAGMA user_version = 1;
"""


def made(file: Path, script: str) -> None:
    base = sqlite3.connect(file)
    base.executescript(script)
    base.close()


def test_agreed_language(tmp_path: Path) -> None:
    made(tmp_path / "agreed.sqlite", AGREED)
    agreed = LocalStores(tmp_path).agreed()
    assert agreed.fingerprints() == {"A/RES/70/1": "5-9"}
    text = "the promotion and protection of all human rights"
    agreed.add([Indexed("A/RES/71/1", "1", (Passage("A/RES/71/1", "OP1", 0, text, adopted=date(2016, 12, 17)),))])
    assert agreed.coverage(text).runs[0].count == 1
    agreed.close()


def test_changes(tmp_path: Path) -> None:
    made(tmp_path / "changes.sqlite", CHANGES)
    changes = LocalStores(tmp_path).changes()
    assert changes.fingerprints() == {("A/RES/70/1", "A/RES/71/1"): "5-9 6-9"}
    assert [(one.was, one.new) for one in changes.changes()] == [(("concern",), "grave concern")]
    changes.add([PairChanges("A/RES/71/1", "A/RES/72/1", "1")])
    assert len(changes.fingerprints()) == 2
    changes.close()


def test_counts(tmp_path: Path) -> None:
    made(tmp_path / "habits.sqlite", COUNTS)
    counts = LocalStores(tmp_path).counts()
    assert counts.of("session:1") == {("A/RES/70/1", "A/RES/71/1"): (0, 2, 1)}
    counts.add([PairCounts("A/RES/71/1", "A/RES/72/1", "1")])
    assert len(counts.fingerprints()) == 2
    counts.close()
