"""The author of each change, where several people's changes are in one file. No XML here."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Protocol

from drafter.align.three_way import Merged, WordConflict
from drafter.align.units import Units, words_of
from drafter.align.word_edits import WordEdit
from drafter.model.inline import Inline
from drafter.render.redline.values import State


@dataclass(frozen=True, slots=True)
class Stretch:
    """Corresponding characters of the old and the new text, kept or changed, and by whom."""

    old: int
    new: int
    kept: bool
    by: str = ""


@dataclass(frozen=True, slots=True)
class SignedChanges:
    """One text's changes: its stretches in order (`old` and `new` are lengths), and who deleted or inserted a note's
    mark.

    A name on a kept stretch is that of whoever changed its italics.
    """

    stretches: tuple[Stretch, ...]
    marks: Mapping[tuple[State, str], str]


class Authorship(Protocol):
    """Who made which change in a text; "" for the file's author."""

    def deed(self, old: Inline) -> str:
        """Who deletes, moves or reformats the paragraph that read `old`."""
        ...

    def arrival(self, new: Inline) -> str:
        """Who inserts the paragraph that reads `new`."""
        ...

    def signed(self, old: Inline, new: Inline) -> SignedChanges | None:
        """The changes from one wording to the other, signed; None if nobody is named for them."""
        ...


@dataclass(frozen=True)
class Whose:
    """Who made which change in a text; a change without a name is the file author's.

    `words` are texts of the old version (title, paragraphs, notes; of a split or merge several, joined by paragraph
    marks) with everybody's edits, none in conflict. `deeds` names who deletes, moves or reformats a whole paragraph, by
    its old words; `come` who inserts one, by its new words.
    """

    words: tuple[Merged, ...] = ()
    deeds: Mapping[str, str] = field(default_factory=dict)
    come: Mapping[str, str] = field(default_factory=dict)

    def deed(self, old: Inline) -> str:
        return _by_words(self.deeds, old.text)

    def arrival(self, new: Inline) -> str:
        return _by_words(self.come, new.text)

    def signed(self, old: Inline, new: Inline) -> SignedChanges | None:
        """The changes from one wording to the other, signed; None if nobody is named for them.

        Either may have a typed number before its words.
        """
        for merged in self.words:
            was, will_be = words_of(merged.base), merged.text().text
            if was and old.text.endswith(was) and new.text.endswith(will_be):
                numbers = len(old) - len(was), len(new) - len(will_be)
                if _number(old.text[: numbers[0]]) and _number(new.text[: numbers[1]]):
                    first = old.text[: numbers[0]] == new.text[: numbers[1]]
                    own = signed_changes(merged)
                    return SignedChanges((Stretch(*numbers, first), *own.stretches), own.marks)
        return None


def signed_changes(merged: Merged) -> SignedChanges:
    """Everybody's edits of one text, none in conflict, as signed stretches."""
    return SignedChanges(tuple(_stretches(merged)), dict(_marks(merged)))


def _stretches(merged: Merged) -> Iterator[Stretch]:
    for segment in merged.segments():
        out = merged.base[segment.start : segment.end]
        put, by = _put(segment.held, out)
        was, now = words_of(out), words_of(put)
        yield Stretch(len(was), len(now), was == now, by)


def _marks(merged: Merged) -> Iterator[tuple[tuple[State, str], str]]:
    for edit in merged.standing:
        out, put = merged.base[edit.start : edit.end], edit.put
        for state, units in ((State.DELETED, out), (State.INSERTED, put)):
            yield from (((state, unit.note), _names(edit)) for unit in units if unit.note)


def _put(held: WordEdit | WordConflict | None, base: Units) -> tuple[Units, str]:
    if isinstance(held, WordEdit):
        return held.put, _names(held)
    return base, ""


def _names(edit: WordEdit) -> str:
    """One name for several authors of the same change, since Word allows only one."""
    return ", ".join(edit.by)


def _by_words(names: Mapping[str, str], text: str) -> str:
    if text in names:
        return names[text]
    return next((name for words, name in names.items() if text.endswith(words) and _number(text[: -len(words)])), "")


def _number(before: str) -> bool:
    """Whether it can stand before a paragraph's words: nothing, white space, a number or a letter."""
    return len(before.strip()) <= 8 and (not before or before[-1].isspace())
