"""A draft and a round of so many paragraphs, as files for the interface to open."""

from __future__ import annotations

from dataclasses import replace
from itertools import cycle, islice
from pathlib import Path

from drafter import files
from drafter.desk import Desk
from drafter.edit import draftfile
from drafter.edit.begin import begin
from drafter.library import record
from drafter.model.reading import Reading
from drafter.negotiation import roundfile
from drafter.resources import shipped
from tests.benchmarks.rounds import a_round


def draft_of(paragraphs: int, folder: Path) -> Path:
    """A draft of that many paragraphs, out of those of 75/190, its base beside it."""
    base = Desk.at(shipped("corpus")).resolution("75/190")
    tops = [paragraph for paragraph in base.paragraphs if paragraph.level == 0]
    longer = replace(base, paragraphs=tuple(islice(cycle(tops), paragraphs)))
    beside = folder / f"base-{paragraphs}.toml"
    files.write(beside, record.dumps(Reading(longer)))
    path = folder / f"draft-{paragraphs}.toml"
    draftfile.save(path, begin(longer, beside.name))
    return path


def round_of(paragraphs: int, proposals: int, folder: Path) -> Path:
    """A round of so many proposals by eight owners on a text of that many paragraphs."""
    path = folder / f"round-{paragraphs}.toml"
    files.write(path, roundfile.dumps(a_round(proposals, paragraphs)))
    return path
