"""A paragraph as the editor holds it: plain characters, each knowing its italics and its note.

In the editor a note mark is its printed number, raised ("¹⁸"). What is typed around it leaves it whole, and
deleting one digit of it deletes the mark.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from drafter.model.inline import Inline, Run

_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
BETWEEN = "·"
"""Separates two marks at the same place, so that 1 and 8 do not read as 18."""


def raised(number: int | str) -> str:
    """A note's number as its mark.

    >>> raised(18)
    '¹⁸'
    """
    return str(number).translate(_RAISED)


@dataclass(frozen=True, slots=True)
class Ink:
    """How a character is set: italic or not, and the id and the count of the note mark to which it belongs."""

    italic: bool = False
    note: str | None = None
    mark: int = -1


@dataclass(frozen=True, slots=True)
class MarkedText:
    """The editor's characters and the ink of each."""

    text: str
    inks: tuple[Ink, ...]

    @classmethod
    def of(cls, inline: Inline, numbers: Mapping[str, int]) -> MarkedText:
        """`numbers` gives each note's printed number; a note not in it shows its id."""
        pieces: list[str] = []
        inks: list[Ink] = []
        after_mark = False
        for count, run in enumerate(inline.runs()):
            if run.note is not None:
                piece = (BETWEEN if after_mark else "") + raised(numbers.get(run.note, run.note))
                ink = Ink(note=run.note, mark=count)
            else:
                piece, ink = run.text, Ink(run.italic)
            after_mark = run.note is not None
            pieces.append(piece)
            inks.extend([ink] * len(piece))
        return cls("".join(pieces), tuple(inks))

    @property
    def inline(self) -> Inline:
        """The paragraph that these characters write."""
        runs: list[Run] = []
        start = 0
        for end in range(1, len(self.text) + 1):
            if end == len(self.text) or self.inks[end] != self.inks[start]:
                ink = self.inks[start]
                runs.append(Run("" if ink.note is not None else self.text[start:end], ink.italic, ink.note))
                start = end
        return Inline.of(runs)

    def became(self, text: str) -> MarkedText:
        """The same after some characters in a row were replaced by `text`.

        New characters are italic inside italics and upright at their edge. What was typed into a mark goes
        behind it; a mark that lost a character is dropped whole.
        """
        head = _shared(self.text, text)
        tail = _shared(self.text[head:][::-1], text[head:][::-1])
        end = len(self.text) - tail
        typed = text[head : len(text) - tail]
        if head == end:
            while self._inside_mark(end):
                end += 1
            head = end
        else:
            while self._inside_mark(head):
                head -= 1
            while self._inside_mark(end):
                end += 1
        return self._with(head, end, typed, Ink(self._italic_around(head, end)))

    def slanted(self, start: int, end: int) -> MarkedText:
        """Characters `start`..`end` italic, or all upright where they all were italic."""
        chosen = [ink for ink in self.inks[start:end] if ink.note is None]
        italic = not all(ink.italic for ink in chosen)
        inks = tuple(Ink(italic) if ink.note is None else ink for ink in self.inks[start:end])
        return MarkedText(self.text, self.inks[:start] + inks + self.inks[end:])

    def noted(self, at: int, note: str, number: int) -> MarkedText:
        """With a new mark for `note` before the character at `at` (behind the mark that stands there)."""
        while self._inside_mark(at):
            at += 1
        joined = at > 0 and self.inks[at - 1].note is not None
        count = 1 + max((ink.mark for ink in self.inks), default=-1)
        return self._with(at, at, (BETWEEN if joined else "") + raised(number), Ink(note=note, mark=count))

    def offset(self, at: int) -> int:
        """The place in the paragraph's text of the editor's character `at`."""
        return sum(ink.note is None for ink in self.inks[:at])

    def place(self, offset: int) -> int:
        """The editor's character that stands for `offset` of the paragraph's text, behind marks there."""
        seen = 0
        for at, ink in enumerate(self.inks):
            if ink.note is None:
                if seen == offset:
                    return at
                seen += 1
        return len(self.text)

    def _with(self, start: int, end: int, text: str, ink: Ink) -> MarkedText:
        return MarkedText(
            self.text[:start] + text + self.text[end:], self.inks[:start] + (ink,) * len(text) + self.inks[end:]
        )

    def _inside_mark(self, at: int) -> bool:
        return 0 < at < len(self.inks) and self.inks[at].note is not None and self.inks[at] == self.inks[at - 1]

    def _italic_around(self, head: int, end: int) -> bool:
        if end < len(self.inks) and head > 0:
            return self.inks[head - 1].italic and self.inks[end].italic
        return head == 0 and head < end and all(ink.italic for ink in self.inks[head:end])


def _shared(one: str, other: str) -> int:
    """How many characters the two begin with in common."""
    low, high = 0, min(len(one), len(other))
    while low < high:
        middle = (low + high + 1) // 2
        if one[:middle] == other[:middle]:
            low = middle
        else:
            high = middle - 1
    return low
