"""Reading a source again with today's readers, and keeping what people have corrected in the record since.

Three readings are compared: what the readers of that time read, the record as corrected, and what is read today. The
first is not stored: it is the record with its repairs marked as made by hand taken back. In a record that today's
readers made, whatever differs from the source is a correction, with a repair or without one.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from pathlib import Path
from typing import Generic, TypeVar

from drafter import files
from drafter.errors import LibraryError
from drafter.library.corrections import Corrections
from drafter.library.record import Record
from drafter.library.sources import READER, read_source
from drafter.library.values import Problem, Reread
from drafter.library.verify import apart_at
from drafter.model.inline import Inline, NoteMark
from drafter.model.numbering import labels
from drafter.model.reading import Reading
from drafter.model.resolution import Footnote, Paragraph, Resolution
from drafter.model.symbol import Symbol

Part = TypeVar("Part", bound=Paragraph | Footnote)


def reread(symbol: Symbol, kept: Record, path: Path | None) -> tuple[Record, Reread]:
    """The record to keep, and a report; LibraryError if its source `path` is a different file."""
    if kept.source is None or path is None:
        raise LibraryError(f"the record of {symbol} names no source", remedy="add the file again")
    if hashlib.sha256(files.read_bytes(path)).hexdigest() != kept.source.sha256:
        raise LibraryError("it has changed since it was read", file=path, remedy="add it again with --force")
    new = read_source(path, kept.source.revisions)
    merging = _Merging(Corrections(kept.reading.repairs, kept.source.reader >= READER))
    again = merging.merged(kept.reading, new)
    return (
        Record(again, replace(kept.source, reader=READER)),
        Reread(symbol, tuple(merging.kept), tuple(merging.changed)),
    )


@dataclass(frozen=True, slots=True)
class _Placed(Generic[Part]):
    """A part of the merged reading: `old` is its number in the record; `by_hand` says that the record's text is
    kept."""

    part: Part
    old: int | None
    by_hand: bool = False


class _Merging:
    """Puts the record and the new reading together, and notes which corrections were kept and what is read
    differently."""

    def __init__(self, corrections: Corrections) -> None:
        self.kept: list[Problem] = []
        self.changed: list[Problem] = []
        self._corrections = corrections

    def merged(self, stored: Reading, new: Reading) -> Reading:
        old, read = stored.resolution, new.resolution
        places = labels(old.paragraphs)
        paragraphs = list(self._parts(old.paragraphs, read.paragraphs, places, labels(read.paragraphs)))
        named = [f"note {number}" for number in range(1, 1 + max(len(old.footnotes), len(read.footnotes)))]
        notes = list(self._parts(old.footnotes, read.footnotes, named, named))
        ids = {old.footnotes[note.old].id: note.part.id for note in notes if note.old is not None}
        texts = tuple(
            replace(placed.part, inline=_marked(placed.part.inline, ids)) if placed.by_hand else placed.part
            for placed in paragraphs
        )
        footnotes = tuple(_with_lost(texts, [note.part for note in notes], (*read.footnotes, *old.footnotes)))
        resolution = replace(self._masthead(old, read), paragraphs=texts, footnotes=footnotes)
        pairs = zip(paragraphs, labels(texts), strict=True)
        moved = {places[placed.old]: label for placed, label in pairs if placed.old is not None}
        by_hand = (replace(one, where=moved.get(one.where, one.where)) for one in stored.repairs if one.by_hand)
        return replace(new, resolution=resolution, repairs=(*new.repairs, *by_hand))

    def _masthead(self, old: Resolution, new: Resolution) -> Resolution:
        """The new reading's masthead, under the record's own symbol; the record's if a person corrected it."""
        if self._corrections.touch("masthead", "title"):
            if (old.title, _line(old)) != (new.title, _line(new)):
                self.kept.append(Problem("masthead", f"source reads {_line(new)!r}"))
            return replace(old, paragraphs=(), footnotes=())
        new = replace(new, symbol=old.symbol)
        if (old.title, _line(old)) != (new.title, _line(new)):
            self.changed.append(Problem("masthead", apart_at(_line(old), _line(new))))
        return new

    def _parts(
        self, old: Sequence[Part], new: Sequence[Part], places: Sequence[str], now: Sequence[str]
    ) -> Iterator[_Placed[Part]]:
        for tag, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
            if tag == "equal":
                yield from (_Placed(part, a + n) for n, part in enumerate(new[c:d]))
            elif b - a == d - c:
                for at, to in zip(range(a, b), range(c, d), strict=True):
                    yield self._one(_Placed(old[at], at, True), new[to], places[at], now[to])
            else:
                stored = [_Placed(old[at], at, True) for at in range(a, b)]
                yield from self._several(stored, new[c:d], (*places[a:b], *now[c:d]))

    def _one(self, stored: _Placed[Part], new: Part, place: str, now: str) -> _Placed[Part]:
        """One part compared with what is read in its place today."""
        told = Problem(place, apart_at(stored.part.text, new.text))
        if not self._corrections.touch(place, now):
            self.changed.append(told)
            return _Placed(new, stored.old)
        before = self._corrections.taken_back(stored.part.inline, place)
        if before is not None and before.text != new.text:
            applied = self._corrections.applied(new.inline, place)
            if applied is not None:  # the readers read the rest differently now, and the correction is in that as well
                self.kept.append(Problem(place, "its correction stands in the new reading"))
                self.changed.append(told)
                corrected: Part = replace(new, inline=applied)
                return _Placed(corrected, stored.old)
        self.kept.append(told)
        if isinstance(stored.part, Footnote) and isinstance(new, Footnote):
            return replace(stored, part=replace(stored.part, id=new.id))  # as the paragraphs read today mark it
        return stored

    def _several(
        self, stored: Sequence[_Placed[Part]], new: Sequence[Part], places: tuple[str, ...]
    ) -> Iterator[_Placed[Part]]:
        """Parts whose number has changed: all of the record's if a person corrected one of them."""
        before = " ".join(placed.part.text for placed in stored)
        told = Problem(places[0], apart_at(before, " ".join(part.text for part in new)))
        if self._corrections.touch(*places):
            self.kept.append(told)
            yield from stored
        else:
            self.changed.append(told)
            yield from (_Placed(part, stored[n].old if n < len(stored) else None) for n, part in enumerate(new))


def _line(resolution: Resolution) -> str:
    """The masthead as one line, to be compared and reported."""
    r = resolution
    parts = (r.organ, r.title.text, r.session, r.adopted, r.issued, r.meeting, r.agenda_item, r.agenda_title, r.origin)
    return " · ".join(str(part) for part in parts if part)


def _marked(inline: Inline, ids: dict[str, str]) -> Inline:
    """The text with its note marks naming the notes by their ids of today."""
    return replace(inline, marks=tuple(NoteMark(mark.at, ids.get(mark.note, mark.note)) for mark in inline.marks))


def _with_lost(texts: Sequence[Paragraph], notes: Sequence[Footnote], known: Sequence[Footnote]) -> Iterator[Footnote]:
    """The notes, and after them any that a paragraph marks and that came from neither side."""
    yield from notes
    there = {note.id for note in notes}
    for mark in (mark for text in texts for mark in text.inline.marks):
        if mark.note not in there:
            there.add(mark.note)
            yield next(note for note in known if note.id == mark.note)
