"""Numbers and list marks, and the order they come in: 1. → (a) → (i) → a. → i."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from drafter.model.session import from_roman

_LEAP = 40
_BARE = re.compile(r"\d{1,3}(?:\s+(?=[A-Z])|$)")
_MARK = re.compile(
    r"(?P<number>\d{1,4})(?:\s(?P<variant>bis|ter|quater|quinquies|sexies|septies|octies|alt))?"
    r"(?:\.| \.|\.-)(?=\s|$|[A-Z])\s*"
    r"|\((?P<bracketed>[a-z]{1,5}|\d{1,2}|)\)(?=\s|$|[A-Z“])\s*"
    r"|(?P<dotted>[a-z]{1,4})\.(?=\s|$)\s*"
    r"|(?P<closed>\d{1,2}|[a-z])\)(?=\s|$)\s*"
    r"|(?P<bullet>[•●▪■◦○‣⁃·–—-])(?=\s|$)\s*"
)


@dataclass(frozen=True, slots=True)
class Mark:
    """A mark as printed; `length` characters of its line with the space after, `alone` on its line.

    `known` is the one reading of a mark that a format counts by itself.
    """

    printed: str
    style: str
    length: int
    alone: bool = False
    variant: str = ""
    known: tuple[str, int] | None = None

    @property
    def readings(self) -> tuple[tuple[str, int], ...]:
        """(style, value) it may stand for: "(i)" is the first of one list or the ninth of another."""
        if self.known is not None:
            return (self.known,)
        body = self.printed.strip("().")
        if self.style in ("number", "bullet", "empty"):
            return ((self.style, int(body.split()[0]) if self.style == "number" else 0),)
        if body.isdigit():
            return ((f"1{self.style}", int(body)),)
        readings = []
        if len(set(body)) == 1:
            readings.append((f"a{self.style}", ord(body[0]) - 96 + 26 * (len(body) - 1)))
        value = from_roman(body)
        if value is not None and value < 40:
            readings.append((f"i{self.style}", value))
        return tuple(readings)


def mark_at(text: str) -> Mark | None:
    """The mark with which a line begins; None where it begins with words."""
    if text[0].isupper():
        return None
    found = _MARK.match(text)
    if not found:
        return None
    kind = found.lastgroup if found.lastgroup != "variant" else "number"
    printed = found[0].strip()
    style = {"number": "number", "bullet": "bullet", "bracketed": "()", "dotted": ".", "closed": ")"}[kind or "number"]
    if printed == "()":
        style = "empty"
    mark = Mark(printed, style, found.end(), found.end() == len(text), found["variant"] or "")
    return mark if mark.readings else None


def bare_number(text: str) -> Mark | None:
    """The number with which a line begins, where its full stop is missing."""
    found = _BARE.match(text)
    return Mark(found[0].strip(), "number", found.end(), found.end() == len(text)) if found else None


@dataclass(frozen=True, slots=True)
class MarkPlace:
    """Where a mark stands: its level (0 for a numbered paragraph), its list's style and the count it brings it to.

    `exact` where it is the next one due; `restarts` where the paragraphs are numbered from 1 again.
    """

    level: int
    style: str
    count: int
    exact: bool = True
    restarts: bool = False


@dataclass(slots=True)
class Outline:
    """Which mark may come next. `lists` are the open lists, (style, count) from the outermost in.

    `below` is the number before the last one, where that leapt and may have been misread; `interrupted` says that a
    heading stands after the open lists, which only their next mark takes up again.
    """

    top: int = 0
    lists: list[tuple[str, int]] = field(default_factory=list)
    fresh: bool = True
    below: int | None = None
    interrupted: bool = False

    def place(self, mark: Mark, before: str) -> MarkPlace | None:
        """The place of a mark after a text that ends in `before`; None for a number already gone by."""
        opens = before.rstrip().endswith((":", "—", "–"))
        if self.interrupted and (mark.style == "number" or not self._continued(mark)):
            self.lists.clear()
        if mark.printed == "l." and self.fresh and not self.lists:
            return self._numbered(replace(mark, printed="1.", style="number"), opens)
        if mark.style == "number":
            return self._numbered(mark, opens)
        if mark.style == "empty":
            if not self.lists:
                return None
            style, count = self.lists[-1]
            return MarkPlace(len(self.lists), style, count + 1)
        if mark.style == "bullet":
            return self._bullet(opens)
        return (
            (opens and self._begun(mark))
            or self._continued(mark)
            or self._misread_first(mark)
            or self._begun(mark)
            or self._out_of_order(mark, opens)
        )

    def take(self, place: MarkPlace) -> None:
        """Move on to a place."""
        self.fresh = self.interrupted = False
        if place.level == 0:
            self.below = self.top if place.count > self.top + 1 else None
            self.top = place.count
            self.lists.clear()
        else:
            del self.lists[place.level - 1 :]
            self.lists.append((place.style, place.count))

    def repeats(self, mark: Mark) -> bool:
        """Whether a mark is the number that the paragraph before it has."""
        return mark.style == "number" and not mark.variant and mark.readings[0][1] == self.top > 0

    def may_restart(self) -> None:
        """After a heading or a part's title, numbers may begin again."""
        self.fresh = self.interrupted = True

    def _numbered(self, mark: Mark, opens: bool) -> MarkPlace | None:
        style, value = mark.readings[0]
        if mark.variant:
            return MarkPlace(0, style, value, value == self.top)
        for depth, (kept, count) in enumerate(self.lists, 1):
            if kept == style and value == count + 1:
                return MarkPlace(depth, style, value)
        if value == self.top + 1:
            return MarkPlace(0, style, value)
        if value == 1 and self.fresh:
            return MarkPlace(0, style, value, restarts=self.top > 0)
        if value == 1 and opens:
            return MarkPlace(len(self.lists) + 1, style, value)
        if self.below is not None and self.below < value < self.top:
            return MarkPlace(0, style, value, exact=False)
        # A leap of more than a few is a year or a figure at a line's start.
        return MarkPlace(0, style, value, exact=False) if self.top < value <= self.top + _LEAP else None

    def _bullet(self, opens: bool) -> MarkPlace:
        for depth, (kept, count) in enumerate(self.lists, 1):
            if kept == "bullet":
                return MarkPlace(depth, "bullet", count + 1)
        return MarkPlace(len(self.lists) + 1, "bullet", 1, exact=opens)

    def _begun(self, mark: Mark) -> MarkPlace | None:
        """The first of a new list, of a kind not open yet: (i) rather than the ninth letter after a colon."""
        kinds = {kept for kept, _ in self.lists}
        firsts = [style for style, value in mark.readings if value == 1 and style not in kinds]
        return MarkPlace(len(self.lists) + 1, firsts[-1], 1) if firsts else None

    def _continued(self, mark: Mark) -> MarkPlace | None:
        for depth in range(len(self.lists), 0, -1):
            kept, count = self.lists[depth - 1]
            if (kept, count + 1) in mark.readings:
                return MarkPlace(depth, kept, count + 1)
        return None

    def _misread_first(self, mark: Mark) -> MarkPlace | None:
        """Optical recognition reads the list's (i) as (1) and its (ii) as (i)."""
        if self.lists and self.lists[-1] == ("1()", 1) and {("i()", 1), ("i()", 2), ("i()", 3)} & set(mark.readings):
            return MarkPlace(len(self.lists), "i()", 2)
        return None

    def _out_of_order(self, mark: Mark, opens: bool) -> MarkPlace:
        for depth in range(len(self.lists), 0, -1):
            kept, count = self.lists[depth - 1]
            for style, value in mark.readings:
                if style == kept and (value in (1, count) or count < value < count + 4):
                    again = value == 1 and opens
                    return MarkPlace(depth, style, 1 if again else max(value, count + 1), exact=again)
        for depth, (kept, count) in enumerate(self.lists, 1):
            for style, value in mark.readings:
                if style == kept:
                    return MarkPlace(depth, style, max(value, count + 1), exact=False)
        style, value = mark.readings[0]
        return MarkPlace(len(self.lists) + 1, style, value, exact=False)
