"""Which paragraphs count: a source may skip a number, repeat one, or give a paragraph none."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from drafter.model.numbering import VARIANTS
from drafter.model.resolution import Kind
from drafter.parse.items import PlacedBlock

_LONGEST_LEAP = 26
"""Beyond it a list's mark is misread: "(ii)" taken for the thirty-fifth letter."""


def count(items: Sequence[PlacedBlock]) -> None:
    """Settle `variant`, `number` and `unnumbered` of each item from the marks that the source prints."""
    parts: dict[str, list[PlacedBlock]] = {}
    for item in items:
        parts.setdefault(item.part, []).append(item)
    for part in parts.values():
        _demote(part)
    for series in _series(items):
        series.settle()


def _demote(items: Sequence[PlacedBlock]) -> None:
    """Make an unnumbered paragraph preambular that ends in a comma and stands in the preamble above 1.

    It opens as operative ones do: "Affirms that …," between "Recognizing …," and "Noting …,".
    """
    first = next((n for n, item in enumerate(items) if _printed(item) is not None), None)
    if first is None or items[first].level or _printed(items[first]) != 1:
        return
    last = max((n for n, item in enumerate(items[:first]) if item.kind is Kind.PREAMBULAR), default=-1)
    demoted = False
    for item in items[: last + 1]:
        if item.kind is not Kind.OPERATIVE or item.block.mark:
            demoted = False
            continue
        ends = item.block.tail.rstrip("0123456789 ").endswith(",")
        demoted = demoted if item.continued else ends
        if demoted:
            item.kind, item.continued = Kind.PREAMBULAR, False


@dataclass(slots=True)
class _Series:
    """The paragraphs that count together: of one part and kind, or of one list."""

    level: int
    items: list[PlacedBlock] = field(default_factory=list)

    def settle(self) -> None:
        printed = [_printed(item) for item in self.items]
        numbered = self.level == 0 and any(number is not None for number in printed)
        next_printed = _next_printed(printed)
        last = repeated = 0
        for n, (item, number) in enumerate(zip(self.items, printed, strict=True)):
            if item.block.mark and item.block.mark.variant:
                item.variant = item.block.mark.variant
                continue
            if number is None:
                after = next_printed[n]
                lost = after is not None and printed[after] == last + after - n + 1
                item.unnumbered = numbered and not item.block.mark and not lost
                last += not item.unnumbered
                continue
            following = None if (after := next_printed[n]) is None else printed[after]
            if number == last and self._stands_again(number, following):
                item.variant = VARIANTS[min(repeated, len(VARIANTS) - 1)]
                repeated += 1
                continue
            repeated = 0
            if number > last + 1 and (following is None or following > number):
                item.number = number
            last = item.number or last + 1

    def _stands_again(self, number: int, following: int | None) -> bool:
        """Whether a number is there twice, and not misread for the next one."""
        if following is None:
            return self.level == 0 and number > 0
        return following == number + 1 or (following == number and self.level == 0)


def _next_printed(printed: Sequence[int | None]) -> list[int | None]:
    """For each place, the next one that has a number."""
    found: list[int | None] = [None] * len(printed)
    after = None
    for n in range(len(printed) - 1, -1, -1):
        found[n] = after
        if printed[n] is not None:
            after = n
    return found


def _series(items: Sequence[PlacedBlock]) -> Iterator[_Series]:
    open_: dict[tuple[str, Kind], list[_Series]] = {}
    for item in items:
        if item.kind is Kind.HEADING or item.continued:
            continue
        levels = open_.setdefault((item.part, item.kind), [])
        yield from levels[item.level + 1 :]
        del levels[item.level + 1 :]
        levels.extend(_Series(level) for level in range(len(levels), item.level + 1))
        levels[item.level].items.append(item)
    for levels in open_.values():
        yield from levels


def _printed(item: PlacedBlock) -> int | None:
    """The number that the source prints before an item; None where it has none in the style of its level."""
    mark = item.block.mark
    if mark is None or mark.variant or (item.level == 0 and item.kind is not Kind.OPERATIVE):
        return None
    style = "number" if item.level == 0 else "a" if item.level % 2 else "i"
    place = item.block.place
    if place and not place.style.startswith(style):
        return None
    if mark.style == "." and item.level == 1 and mark.printed != "a." and mark.known is None:
        return None
    values = (value for read, value in mark.readings if read.startswith(style))
    return next((value for value in values if not item.level or value <= _LONGEST_LEAP), None)
