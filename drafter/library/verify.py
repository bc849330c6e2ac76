"""Whether a record still agrees with what its source reads to, corrections made by hand aside."""

from __future__ import annotations

import difflib
import hashlib
from collections.abc import Iterator, Sequence
from pathlib import Path

from drafter import files
from drafter.errors import DrafterError
from drafter.library.corrections import Corrections
from drafter.library.record import Record
from drafter.library.sources import read_source
from drafter.library.terms import common_beginning
from drafter.library.values import Problem
from drafter.model.numbering import labels
from drafter.model.reading import Reading
from drafter.model.resolution import Resolution


def problems(kept: Record, path: Path | None) -> tuple[Problem, ...]:
    """What is wrong with a record whose source is the file `path`; () where all is well."""
    return tuple(_problems(kept, path))


def _problems(kept: Record, path: Path | None) -> Iterator[Problem]:
    if kept.source is None or path is None:
        yield Problem("record", "it names no source")
        return
    try:
        content = files.read_bytes(path)
        if hashlib.sha256(content).hexdigest() != kept.source.sha256:
            yield Problem("source", f"{path.name} has changed since it was read; add it again with --force")
            return
        again = read_source(path, kept.source.revisions)
    except DrafterError as error:
        yield Problem("source", str(error))
        return
    yield from differences(kept.reading, again)


def differences(stored: Reading, again: Reading) -> Iterator[Problem]:
    """Where the stored text differs from what the source reads to and no repair by hand names the place."""
    excused = Corrections(stored.repairs).touch
    if _masthead(stored.resolution) != _masthead(again.resolution) and not excused("masthead", "title"):
        yield Problem("masthead", "the source reads to another title, date, session or agenda item")
    for kind, old, new in (
        ("", _paragraphs(stored.resolution), _paragraphs(again.resolution)),
        ("note ", _notes(stored.resolution), _notes(again.resolution)),
    ):
        for places, before, after in _apart(old, new):
            if not excused(*(kind + place for place in places)):
                yield Problem(
                    kind + places[0],
                    apart_at(before, after),
                )


def apart_at(before: str, after: str) -> str:
    """Both texts, starting a little before the first difference."""
    begin = max(0, common_beginning(before, after) - 20) if before != after else 0
    stored, read = (text[begin : begin + 70] or "nothing" for text in (before, after))
    if stored == read:
        return f"its kind, level, number, italics or note marks are not those of the source: {before[:60]!r}"
    return f"stored {stored!r}, the source reads {read!r}"


Line = tuple[str, object, str]
"""A place, what is compared, and its text."""


def _masthead(resolution: Resolution) -> tuple[object, ...]:
    r = resolution
    return (
        r.organ,
        r.title,
        r.symbol,
        r.session,
        r.adopted,
        r.issued,
        r.meeting,
        r.agenda_item,
        r.agenda_title,
        r.origin,
    )


def _paragraphs(resolution: Resolution) -> list[Line]:
    named = zip(labels(resolution.paragraphs), resolution.paragraphs, strict=True)
    return [(label, paragraph, paragraph.text) for label, paragraph in named]


def _notes(resolution: Resolution) -> list[Line]:
    return [(str(number), note, note.text) for number, note in enumerate(resolution.footnotes, 1)]


def _apart(old: Sequence[Line], new: Sequence[Line]) -> Iterator[tuple[list[str], str, str]]:
    """The stretches that differ: their places on both sides, and the texts."""
    if [line[1] for line in old] == [line[1] for line in new]:
        return
    matcher = difflib.SequenceMatcher(None, [line[1] for line in old], [line[1] for line in new], autojunk=False)
    for tag, a, b, c, d in matcher.get_opcodes():
        if tag == "equal":
            continue
        if b - a == d - c:
            for before, after in zip(old[a:b], new[c:d], strict=True):
                yield [before[0], after[0]], before[2], after[2]
        else:
            places = [line[0] for line in (*old[a:b], *new[c:d])]
            yield places, " ".join(line[2] for line in old[a:b]), " ".join(line[2] for line in new[c:d])
