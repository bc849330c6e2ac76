"""What a reader makes of a tracked document once every change is accepted or rejected."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace


@dataclass(frozen=True, slots=True)
class Mark:
    """A note mark after the character before `at`, and its note's text.

    `again` where it only points back to a note marked before; not every reader finds that note's text.
    """

    at: int
    note: str | None
    again: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph: its text without its number, whether each character is italic, its note marks.

    Two things do not count in comparing: `look`, how the paragraph is set (style and numbering), for readers that
    tell; `joined`, whether it was put together from several with a note in a later one.
    """

    text: str
    italics: tuple[bool, ...] = ()
    marks: tuple[Mark, ...] = ()
    look: tuple[str, ...] = field(default=(), compare=False)
    joined: bool = field(default=False, compare=False)

    @property
    def pointing(self) -> Line:
        """Marks that point back to a note without that note's text."""
        return replace(self, marks=tuple(replace(m, note=None) if m.again else m for m in self.marks))

    @property
    def spaced(self) -> Line:
        """White space in a row as one blank, none at either end."""
        kept = [n for n, char in enumerate(self.text) if not char.isspace() or not (n and self.text[n - 1].isspace())]
        text = "".join(" " if self.text[n].isspace() else self.text[n] for n in kept)
        kept = kept[len(text) - len(text.lstrip()) : len(text.rstrip())]
        marks = tuple(replace(mark, at=bisect_left(kept, mark.at)) for mark in self.marks)
        return replace(self, text=text.strip(), italics=tuple(self.italics[n] for n in kept), marks=marks)

    @property
    def roman(self) -> Line:
        """Without italics."""
        return replace(self, italics=(False,) * len(self.text))

    @property
    def blind(self) -> Line:
        """White space, which no reader shows as italic or not, counted as roman."""
        italics = tuple(slant and not char.isspace() for char, slant in zip(self.text, self.italics, strict=True))
        return replace(self, italics=italics)


class LineBuilder:
    """Collects a line piece by piece."""

    def __init__(self) -> None:
        self.text: list[str] = []
        self.italics: list[bool] = []
        self.marks: list[Mark] = []
        self.joined = False

    def put(self, text: str | None, italic: bool) -> None:
        if text:
            self.text.append(text)
            self.italics.extend([italic] * len(text))

    def mark(self, note: str | None, *, again: bool = False) -> None:
        self.marks.append(Mark(len(self.italics), note, again))

    def line(self, look: tuple[str, ...] = ()) -> Line:
        return Line("".join(self.text), tuple(self.italics), tuple(self.marks), look, self.joined)


_NUMBER = re.compile(r"\s*\d*\t")


def note_text(lines: Iterable[Line]) -> str:
    """A note's text without the number before it."""
    return _NUMBER.sub("", "\n".join(line.text for line in lines), count=1).strip()


def difference(expected: Sequence[Line], found: Sequence[Line]) -> str:
    """The first difference between two texts in words, "" where there is none."""
    for number, (wanted, seen) in enumerate(zip(expected, found, strict=False)):
        if wanted.text != seen.text:
            pairs = zip(f"{wanted.text}\0", f"{seen.text}\1", strict=False)
            at = next(place for place, (one, other) in enumerate(pairs) if one != other)
            part = slice(max(at - 20, 0), at + 40)
            return f"paragraph {number}, character {at}: expected {wanted.text[part]!r}, found {seen.text[part]!r}"
        if wanted.blind.italics != seen.blind.italics:
            wrong = sum(a != b for a, b in zip(wanted.blind.italics, seen.blind.italics, strict=True))
            return f"paragraph {number} ({wanted.text[:30]!r}): {wrong} characters with wrong italics"
        if wanted.marks != seen.marks:
            return f"paragraph {number} ({wanted.text[:30]!r}): marks {wanted.marks} expected, found {seen.marks}"
    if len(expected) != len(found):
        return f"{len(expected)} paragraphs expected, {len(found)} found"
    return ""
