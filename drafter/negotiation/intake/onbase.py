"""The versions of a tracked Word file, laid on the base that the file was made of.

What a version changes in the file's own text before any change is what is changed in the base: so the file's
typography, the numbers of its notes and italics that were lost on the way are no proposals.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING

from drafter.align.tokens import folded
from drafter.align.units import Token, Units, inline_of, units
from drafter.align.word_edits import word_edits
from drafter.edit.reworded import reworded, with_opening
from drafter.errors import DrafterError
from drafter.model import notes
from drafter.model.inline import Inline, NoteMark
from drafter.model.resolution import Paragraph
from drafter.negotiation.intake.basetext import RoundBase
from drafter.negotiation.intake.difference import OtherText

if TYPE_CHECKING:
    from drafter.parse.word.tracked import WordVersion

_SHOWN = 60
_OWN, _BROUGHT = "file ", "brought "
"""What the names of notes begin with that the file has and the base lacks, before any change and after."""


class OnBase:
    """`before` is the file's text with all changes rejected. Raises DrafterError where that is not the base."""

    def __init__(self, base: RoundBase, before: WordVersion, file: str) -> None:
        self._base, self._before = base, before
        theirs = before.reading.resolution.paragraphs
        _refuse_another(base, theirs, file)
        self._labels = list(base.paragraphs)
        unmatched = {note.id: f"{_OWN}{note.id}" for note in before.reading.resolution.footnotes}
        self._names = unmatched | dict(self._noted(theirs))
        self._keys = {before.notes[number]: name for number, name in self._names.items() if number in before.notes}
        self._cited = {note.id: note.inline for note in before.reading.resolution.footnotes}

    @cached_property
    def labels(self) -> Mapping[int, str]:
        """The base's label of each of the file's paragraphs, before any change."""
        return {source: label for label, own in zip(self._labels, self._before.sources, strict=True) for source in own}

    @property
    def title(self) -> frozenset[int]:
        """Those of the file's paragraphs that make the title."""
        return self._before.title

    def other(self, version: WordVersion, kept: Mapping[int, int], moved_to: frozenset[int]) -> OtherText:
        """A version as a text that goes out from the base; `kept` and `moved_to` as of `TrackedWord`."""
        text = version.reading.resolution
        known = tuple(self._known(version, kept, moved_to))
        names, brought = self._named(version)
        stayed = {new: old for old, new in known if _once(known, old, new)}
        paragraphs = tuple(
            self._laid(stayed.get(place), _renamed(one, names)) for place, one in enumerate(text.paragraphs)
        )
        was = self._before.reading.resolution.title
        title = _laid(self._base.title, was, text.title)
        return OtherText(title, paragraphs, brought, known, exact=True, unmoved=frozenset(new for _, new in known))

    def _laid(self, old: int | None, theirs: Paragraph) -> Paragraph:
        if old is None:
            return replace(theirs, inline=with_opening(replace(theirs, inline=Inline()), theirs.inline))
        was, own = self._before.reading.resolution.paragraphs[old], self._base.listed[old]
        inline = _laid(own.inline, _renamed(was, self._names).inline, theirs.inline)
        if inline != own.inline:
            inline = with_opening(own, inline)
        if (was.kind, was.level) != (theirs.kind, theirs.level):
            return replace(theirs, inline=inline)
        return replace(own, inline=inline)

    def _known(
        self, version: WordVersion, kept: Mapping[int, int], moved_to: frozenset[int]
    ) -> Iterator[tuple[int, int]]:
        """Paragraphs that share words which nobody changed, then those of which each word was changed in its place."""
        olds: set[int] = set()
        news: set[int] = set()
        for old, own in enumerate(self._before.sources):
            for new, theirs in enumerate(version.sources):
                if any(kept.get(source) for source in own & theirs):
                    olds.add(old)
                    news.add(new)
                    yield old, new
        for old, own in enumerate(self._before.sources):
            for new, theirs in enumerate(version.sources):
                if old in olds or new in news or not own or not theirs or theirs & moved_to:
                    continue
                if max(own) == max(theirs):  # the same paragraph mark
                    olds.add(old)
                    news.add(new)
                    yield old, new

    def _noted(self, theirs: Sequence[Paragraph]) -> Iterator[tuple[str, str]]:
        """The base's id of each note, by its number in the file."""
        for own, one in zip(self._base.listed, theirs, strict=True):
            if len(own.inline.marks) == len(one.inline.marks):
                for mark, mine in zip(one.inline.marks, own.inline.marks, strict=True):
                    yield mark.note, mine.note

    def _named(self, version: WordVersion) -> tuple[dict[str, str], dict[str, Inline]]:
        """The name of each note of a version, by its number there, and the words of those that the base lacks."""
        text = version.reading.resolution
        full = {note.id: note.inline for note in notes.in_full(text.footnotes)}
        before = {key: self._cited.get(number, Inline()) for number, key in self._before.notes.items()}
        names: dict[str, str] = {}
        brought: dict[str, Inline] = {}
        for note in text.footnotes:
            key = version.notes.get(note.id)
            known = self._keys.get(key) if key else None
            if known and key and before[key].text == note.inline.text:
                names[note.id] = known
            else:
                names[note.id] = f"{_BROUGHT}{note.id}"
                brought[names[note.id]] = full[note.id]
        return names, brought


def _refuse_another(base: RoundBase, theirs: Sequence[Paragraph], file: str) -> None:
    """Raise an error that names the first paragraph which is not that of the base."""
    own = [_bare(one.text) for one in base.listed]
    found = [_bare(one.text) for one in theirs]
    if own == found:
        return
    at = next(
        (n for n, (one, other) in enumerate(zip(own, found, strict=False)) if one != other), min(len(own), len(found))
    )
    labels = list(base.paragraphs)
    if at == len(own) or (at < len(found) and own[at] in found[at:]):
        where = f"behind {labels[at - 1]}" if at else "at its beginning"
        what = f"{where} it has “{_short(theirs[at].text, '')}”"
    elif at == len(found) or found[at] in own[at:]:
        what = f"{labels[at]} is not in it"
    else:
        mine, their = base.listed[at].text, theirs[at].text
        what = f"{labels[at]} reads “{_short(their, mine)}”, in the base “{_short(mine, their)}”"
    raise DrafterError(
        f"this file is tracked against another text than the round’s base, as an older one: {what}",
        file=file,
        remedy="add --as clean to take it as if its changes were accepted",
    )


def _bare(text: str) -> str:
    return " ".join(folded(text).split())


def _short(text: str, beside: str) -> str:
    """The words around the first that differs."""
    words, others = text.split(), beside.split()
    first = next((n for n, word in enumerate(words) if others[n : n + 1] != [word]), 0)
    cut = " ".join(words[max(0, first - 3) :])
    start = "… " if first > 3 else ""
    return f"{start}{cut[:_SHOWN].rstrip()}{' …' if len(cut) > _SHOWN else ''}"


def _once(known: Sequence[tuple[int, int]], old: int, new: int) -> bool:
    """Whether a pair is one to one, no part of a split or a merge."""
    return sum(one[0] == old for one in known) == sum(one[1] == new for one in known) == 1


def _renamed(paragraph: Paragraph, names: Mapping[str, str]) -> Paragraph:
    marks = tuple(NoteMark(mark.at, names.get(mark.note, mark.note)) for mark in paragraph.inline.marks)
    return replace(paragraph, inline=replace(paragraph.inline, marks=marks))


def _laid(own: Inline, was: Inline, theirs: Inline) -> Inline:
    """What they make of `was`, made of `own`, which has the same words."""
    if was == theirs:
        return own
    if was == own:
        return theirs
    before, mine = units(was), units(own)
    if _alike(before, mine):
        made: list[Token] = []
        at = 0
        for edit in word_edits(was, theirs):
            made += (*mine[at : edit.start], *edit.put)
            at = edit.end
        return inline_of((*made, *mine[at:]))
    words = reworded(own, theirs.text)
    if not any(mark.note.startswith(_OWN) for mark in was.marks) and len(was.marks) == len(own.marks):
        return Inline(words.text, words.italics, theirs.marks)
    brought = tuple(mark for mark in theirs.marks if mark.note.startswith(_BROUGHT))
    return Inline(words.text, words.italics, (*words.marks, *brought))


def _alike(one: Units, other: Units) -> bool:
    return len(one) == len(other) and all(
        folded(mine.text) == folded(theirs.text) or (mine.text.isspace() and theirs.text.isspace())
        for mine, theirs in zip(one, other, strict=True)
    )
