"""The rows of a compilation text of our own in a Word file: some bear their labels, others Word's own numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from drafter.model import numbering
from drafter.model.inline import Inline
from drafter.model.numbering import VARIANTS
from drafter.model.resolution import Kind
from drafter.negotiation.intake.basetext import RoundBase
from drafter.negotiation.intake.compiled.rows import TITLE_ROW, PrintedRow, PrintedText
from drafter.negotiation.intake.compiled.textrows import NOTATION_LINE, labelled
from drafter.negotiation.notation.textfile import PAST
from drafter.negotiation.notation.values import Dialect

WordLine = tuple[str, Inline]
"""A paragraph's automatic number, "" for none, and its words."""

_ABOUT = re.compile(r"Compilation text on (?P<symbol>[^,]+)(?:,.*)?")
_MARK = re.compile(r"(?P<mark>\(?\w+\)?\.?)(?: (?P<variant>[a-z]+))??(?P<alt> alt(?: \d+)?)?\.?")
_NUMBER = r"(?:\d{1,4}|\([a-z]{1,6}\)|[a-z]{1,6}\.)"
_ALT = r" alt(?: \d+)?"
_UNKNOWN = re.compile(rf"{_NUMBER}(?: (?:{'|'.join(VARIANTS)})(?:{_ALT})?|{_ALT})\.? (?=\[)")
"""A number that readers of Word files do not know for one, and so leave in the text."""
_BARE = re.compile(rf"(?:{'|'.join(VARIANTS)})$")


def own_word(base: RoundBase, lines: Sequence[WordLine], notes: Mapping[str, Inline]) -> PrintedText | None:
    """A Word file of our own writing; None where it is none."""
    head = next((n for n, (_, words) in enumerate(lines) if NOTATION_LINE.fullmatch(words.text)), None)
    first = next((n for n, (_, words) in enumerate(lines) if _ABOUT.fullmatch(words.text)), None)
    if head is None or first is None or not 0 < first < head:
        return None
    told = NOTATION_LINE.fullmatch(lines[head][1].text)
    about = _ABOUT.fullmatch(lines[first][1].text)
    assert told is not None and about is not None
    title = PrintedRow(TITLE_ROW, lines[first - 1][1], f"paragraph {first}")
    rows = (title, *_Numbered(base, lines[head + 1 :], head + 2).rows())
    return PrintedText(rows, notes, Dialect(told["dialect"]), about["symbol"])


class _Numbered:
    """Tells the labels of the rows that bear none, by the base's own in order and by their numbers."""

    def __init__(self, base: RoundBase, lines: Sequence[WordLine], start: int) -> None:
        self._base, self._lines, self._start = base, lines, start
        self._labels = [label for label, one in base.paragraphs.items() if one.kind is not Kind.PREAMBULAR]
        marks = numbering.printed(map(numbering.by_itself, base.listed))
        self._marks = dict(zip(base.paragraphs, marks, strict=True))
        self._next = 0
        self._last: dict[int, str] = {}  # by level the label of the last row there

    def rows(self) -> Iterator[PrintedRow]:
        for number, (mark, words) in enumerate(self._lines, self._start):
            if words.text == PAST:
                return
            place = f"paragraph {number}"
            if not mark and (unknown := _UNKNOWN.match(words.text)):
                mark, words = unknown[0].strip(), words[unknown.end() :]
            label, rest = labelled(words)
            if label and not mark:
                yield PrintedRow(label, rest, place)
            elif label := self._label(mark):
                yield PrintedRow(label, words, place)

    def _label(self, mark: str) -> str:
        found = _MARK.fullmatch(mark) if mark else None
        if found is not None and (found["variant"] or found["alt"]) and mark != self._expected():
            return self._named(found)
        if self._next == len(self._labels):
            return ""
        label = self._labels[self._next]
        if not mark and self._marks[label]:
            return ""
        self._next += 1
        own = self._base.paragraphs[label]
        if own.kind is Kind.OPERATIVE and not own.continued:
            self._last = {level: name for level, name in self._last.items() if level < own.level} | {own.level: label}
        return label

    def _expected(self) -> str:
        return self._marks[self._labels[self._next]] if self._next < len(self._labels) else ""

    def _named(self, found: re.Match[str]) -> str:
        """The label of a new row or a rewrite, by its number and what stands above it."""
        mark, variant, alt = found["mark"].rstrip("."), found["variant"] or "", found["alt"] or ""
        if mark.isdigit():
            above = self._last.get(0, "")
            part = above.rpartition("/")[0]
            own = f"{part + '/' if part else ''}OP{mark}{variant}"
            if not alt:
                self._last = {0: own}
            return own + alt
        level = next((n for n, name in sorted(self._last.items()) if n and _ends(name, mark)), 0)
        if level:
            stem = _BARE.sub("", self._last[level])
        else:
            deepest = max(self._last, default=0)
            stem = self._last.get(deepest, "") + (mark if mark.startswith("(") else f"({mark})")
        if not alt:
            self._last[level or max(self._last, default=0) + 1] = stem + variant
        return stem + variant + alt


def _ends(label: str, mark: str) -> bool:
    return _BARE.sub("", label).endswith(mark if mark.startswith("(") else f"({mark})")
