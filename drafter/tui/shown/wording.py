"""Paragraphs as the screen shows them: italics, raised note numbers, and the words that changed.

A change is struck through or underlined as well as coloured; with `brackets` it is in [- -] and {+ +} too, for
terminals that show neither.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from textual.content import Content

from drafter.model.change import WordChange
from drafter.model.inline import Inline
from drafter.tui.shown.marked import raised
from drafter.tui.shown.plain import shown

REMOVED = "strike $text-error"
ADDED = "underline $text-success"
NEW = "bold $text-success"
AGREED = "underline"
NOTE = "$text-accent"

_AGREED_OPENING, _AGREED_CLOSING = "⟨", "⟩"

Numbers = Mapping[str, int]

Ranges = tuple[tuple[int, int], ...]
"""Characters `start`..`end` of a text, in order, apart from each other."""


class PointedWords(NamedTuple):
    """Characters that are pointed at, with their style; `sign` follows them where there is no colour."""

    start: int
    end: int
    style: str
    sign: str = ""


Pointed = tuple[PointedWords, ...]
"""In order and apart from each other."""


@dataclass(frozen=True, slots=True)
class Wording:
    """How to write paragraphs of one text: its notes' printed numbers, and whether changes are in brackets.

    `agreed` are the characters whose words are agreed language, in a text where these are marked; what came in is
    bold there, so that an underline means one thing.
    """

    numbers: Numbers
    brackets: bool = False
    agreed: Ranges | None = None
    pointed: Pointed = ()

    @property
    def added(self) -> str:
        """The style of what came in."""
        return ADDED if self.agreed is None else NEW

    def plain(self, inline: Inline, style: str = "") -> Content:
        """The paragraph with its italics and note numbers."""
        return Content.assemble(*self._pieces(inline, 0, len(inline.text), style))

    def before(self, old: Inline, changes: Iterable[WordChange]) -> Content:
        """The old wording with the deleted words marked."""
        return Content.assemble(*self._side(old, ((c.old_start, c.old_end) for c in changes), REMOVED, "[-", "-]"))

    def after(self, new: Inline, changes: Iterable[WordChange]) -> Content:
        """The new wording with the added words marked."""
        return Content.assemble(*self._side(new, ((c.new_start, c.new_end) for c in changes), self.added, "{+", "+}"))

    def removed(self, inline: Inline) -> Content:
        """A paragraph that was deleted as a whole."""
        return self.before(inline, [WordChange(0, len(inline.text), 0, 0)])

    def _side(
        self, inline: Inline, ranges: Iterable[tuple[int, int]], style: str, opening: str, closing: str
    ) -> Iterator[tuple[str, str]]:
        at = 0
        for start, end in ranges:
            if start == end:
                continue
            yield from self._pieces(inline, at, start, "")
            yield from self._changed(inline, start, end, style, opening, closing)
            at = end
        yield from self._pieces(inline, at, len(inline.text), "")

    def _changed(
        self, inline: Inline, start: int, end: int, style: str, opening: str, closing: str
    ) -> Iterator[tuple[str, str]]:
        if self.brackets:
            yield opening, style
        yield from self._pieces(inline, start, end, style)
        if self.brackets:
            yield closing, style

    def _pieces(self, inline: Inline, start: int, end: int, style: str) -> Iterator[tuple[str, str]]:
        after_mark, at = False, start
        for run in inline[start:end].runs() if start < end or not inline.text else ():
            if run.note is not None:
                number = raised(self.numbers.get(run.note, run.note))
                yield (f" {number}" if after_mark else number), f"{style} {NOTE}".strip()
            else:
                yield from self._pointed(run.text, at, f"{style} italic".strip() if run.italic else style)
                at += len(run.text)
            after_mark = run.note is not None

    def _pointed(self, text: str, at: int, style: str) -> Iterator[tuple[str, str]]:
        """A piece that begins at the character `at`, with what is pointed at in its own style."""
        done = 0
        for start, end, own, sign in self.pointed:
            first, last = max(start - at, done), min(end - at, len(text))
            if first < last:
                yield from self._marked(text[done:first], at + done, style)
                yield from self._marked(text[first:last], at + first, f"{style} {own}".strip())
                if self.brackets and sign and at + last == end:
                    yield sign, "bold"
                done = last
        yield from self._marked(text[done:], at + done, style)

    def _marked(self, text: str, at: int, style: str) -> Iterator[tuple[str, str]]:
        """A piece that begins at the character `at`, what is agreed in it underlined."""
        done = 0
        for start, end in self.agreed or ():
            first, last = max(start - at, done), min(end - at, len(text))
            if first >= last:
                continue
            yield shown(text[done:first]), style
            opening = _AGREED_OPENING if self.brackets and at + first == start else ""
            closing = _AGREED_CLOSING if self.brackets and at + last == end else ""
            yield f"{opening}{shown(text[first:last])}{closing}", f"{style} {AGREED}".strip()
            done = last
        yield shown(text[done:]), style


def redline(old: Inline, new: Inline, changes: Iterable[WordChange], before: Wording, after: Wording) -> Content:
    """Both wordings in one: deleted words struck through, added ones underlined."""
    pieces: list[tuple[str, str]] = []
    at = 0
    for change in changes:
        pieces.extend(after._pieces(new, at, change.new_start, ""))
        if change.old_start < change.old_end:
            pieces.extend(before._changed(old, change.old_start, change.old_end, REMOVED, "[-", "-]"))
        if change.new_start < change.new_end:
            pieces.extend(after._changed(new, change.new_start, change.new_end, after.added, "{+", "+}"))
        at = change.new_end
    pieces.extend(after._pieces(new, at, len(new.text), ""))
    return Content.assemble(*pieces)


def bracketed(content: Content) -> Content:
    """Text in which deleted and added words are in brackets as well, italics among them or not."""
    stretches: list[tuple[int, int, str]] = []
    for span in content.spans:
        sign = next((one for one in (REMOVED, ADDED) if str(span.style).startswith(one)), "")
        if sign and span.start < span.end:
            if stretches and stretches[-1][1:] == (span.start, sign):
                stretches[-1] = (stretches[-1][0], span.end, sign)
            else:
                stretches.append((span.start, span.end, sign))
    at, pieces = 0, []
    for start, end, sign in stretches:
        opening, closing = ("[-", "-]") if sign == REMOVED else ("{+", "+}")
        pieces += [content[at:start], Content(opening), content[start:end], Content(closing)]
        at = end
    return Content("").join([*pieces, content[at:]])
