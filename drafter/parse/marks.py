"""Numbers and list marks, and the order they come in: 1. → (a) → (i) → a. → i."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from drafter.model.session import from_roman

_MARK = re.compile(
    r"(?P<number>\d{1,3})(?:\s(?P<variant>bis|ter|quater|quinquies|sexies|septies|octies))?\.(?=\s|$|[A-Z])\s*"
    r"|\((?P<bracketed>[a-z]{1,5}|\d{1,2}|)\)(?=\s|$|[A-Z“])\s*"
    r"|(?P<dotted>[a-z]{1,4})\.(?=\s|$)\s*"
    r"|(?P<closed>\d{1,2}|[a-z])\)(?=\s|$)\s*"
    r"|(?P<bullet>[•●▪■◦○‣⁃·–—-])(?=\s|$)\s*"
)


@dataclass(frozen=True, slots=True)
class Mark:
    """A mark as printed; `length` characters of its line with the space after, `alone` on its line."""

    printed: str
    style: str
    length: int
    alone: bool = False
    variant: str = ""

    @property
    def readings(self) -> tuple[tuple[str, int], ...]:
        """(style, value) it may stand for: "(i)" is the first of one list or the ninth of another."""
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


@dataclass(slots=True)
class Outline:
    """Which mark may come next. `lists` are the open lists, (style, count) from the outermost in."""

    top: int = 0
    lists: list[tuple[str, int]] = field(default_factory=list)
    restart: bool = False

    def level_of(self, mark: Mark, before: str) -> int | None:
        """The level a mark would take after a text that ends in `before`; None where it is out of order."""
        return self._placed(mark, before)[0]

    def fits(self, mark: Mark, before: str) -> bool:
        level, exact = self._placed(mark, before)
        return level is not None and exact

    def take(self, mark: Mark, before: str) -> int:
        """Move on to a mark and return its level; one out of order is taken as it looks."""
        style, value = mark.readings[0]
        if style == "number":
            self.top = value
            self.lists.clear()
            self.restart = False
            return 0
        level, _ = self._placed(mark, before)
        if level is None:
            level = self._by_look(mark)
        style, value = self._reading_at(mark, level)
        if level > len(self.lists):
            self.lists.append((style, value or 1))
        else:
            kept, count = self.lists[level - 1]
            del self.lists[level:]
            again = value == 1 and style == kept and before.rstrip().endswith(":")
            self.lists[level - 1] = (kept if mark.style == "empty" else style, 1 if again else max(value, count + 1))
        return level

    def may_restart(self) -> None:
        """After a heading or a part's title, numbers may begin again."""
        self.restart = True
        self.lists.clear()

    def leave_list(self) -> None:
        self.lists.clear()

    def _placed(self, mark: Mark, before: str) -> tuple[int | None, bool]:
        opens = before.rstrip().endswith((":", "—", "–"))
        readings = mark.readings
        if mark.style == "number":
            value = readings[0][1]
            if mark.variant:
                return 0, value == self.top
            return 0, value == self.top + 1 or (value == 1 and (self.restart or opens))
        if mark.style == "empty":
            return (len(self.lists), True) if self.lists else (None, False)
        if mark.style == "bullet":
            for depth in range(len(self.lists), 0, -1):
                if self.lists[depth - 1][0] == "bullet":
                    return depth, True
            return len(self.lists) + 1, opens
        if opens:
            for style, value in sorted(readings, key=lambda reading: reading[0] != "i()"):
                if value == 1 and style not in (kept for kept, _ in self.lists):
                    return len(self.lists) + 1, True
        for depth in range(len(self.lists), 0, -1):
            kept, count = self.lists[depth - 1]
            if any(style == kept and value == count + 1 for style, value in readings):
                return depth, True
        if (
            self.lists
            and self.lists[-1] == ("1()", 1)
            and any(style == "i()" and value < 4 for style, value in readings)
        ):
            return len(self.lists), True
        for style, value in readings:
            if value == 1 and style not in (kept for kept, _ in self.lists):
                return len(self.lists) + 1, True
        for depth in range(len(self.lists), 0, -1):
            kept, count = self.lists[depth - 1]
            if any(
                style == kept and (value == count or value == 1 or count < value < count + 4)
                for style, value in readings
            ):
                return depth, opens
        return None, False

    def _reading_at(self, mark: Mark, level: int) -> tuple[str, int]:
        readings = mark.readings
        if level <= len(self.lists):
            kept, count = self.lists[level - 1]
            for style, value in readings:
                if style == kept:
                    return style, value
            return (kept, count + 1) if mark.style == "empty" else readings[-1]
        ones = [reading for reading in readings if reading[1] == 1]
        return ones[0] if ones else readings[0]

    def _by_look(self, mark: Mark) -> int:
        for depth, (kept, _) in enumerate(self.lists, 1):
            if any(style == kept for style, _ in mark.readings):
                return depth
        return len(self.lists) + 1
