"""The lists of the first screen: series and recent drafts at the left, the years of one series at the right."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from drafter.tui.shown.plain import shown
from drafter.tui.shown.series import RecentDraft, Series, year
from drafter.tui.widgets.lines import Lines

if TYPE_CHECKING:
    from drafter.library.values import CatalogueEntry

_CLASSES = {"series--muted", "series--strong", "series--bar"}
_STYLES = """
    .series--muted { color: $foreground 62%; }
    .series--strong { color: $primary; text-style: bold; }
    .series--bar { color: $primary 60%; }
"""


class SeriesList(Lines[Series | RecentDraft]):
    """Recent drafts first, then the series."""

    COMPONENT_CLASSES: ClassVar[set[str]] = _CLASSES
    DEFAULT_CSS = f"SeriesList {{ {_STYLES} }}"

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(lambda item: item.key, self._drawn, id=id)

    def _style(self, name: str) -> Style:
        return self.get_component_rich_style(f"series--{name}", partial=True)

    def _drawn(self, item: Series | RecentDraft, width: int) -> Strip:
        if isinstance(item, RecentDraft):
            left = [Segment(" ✎ ", self._style("strong")), Segment(shown(item.title))]
            right = [Segment(f"  {_about(item, width)} ", self._style("muted"))]
        else:
            count = len(item.entries)
            left = [Segment("   "), Segment(shown(item.title))]
            right = [
                Segment(f"  {item.span:>9} ", self._style("muted")),
                Segment(f"{count:>3} ", self._style("strong")),
            ]
        tail = Strip(right)
        room = max(0, width - tail.cell_length)
        head = Strip(left)
        if head.cell_length > room:
            head = Strip.join([head.crop(0, max(0, room - 1)), Strip([Segment("…")])])
        return Strip.join([head.adjust_cell_length(room), tail])


def _about(item: RecentDraft, width: int) -> str:
    """What a row says behind a title: as much as leaves the title half of the row."""
    if item.when is None:
        return item.kind
    parts = [item.symbol, item.kind if item.kind == "round" else "", item.counted, f"{item.when:%d %b}"]
    while len(said := " · ".join(filter(None, parts))) > width // 2:
        parts.pop(0)
    return said


@dataclass(frozen=True, slots=True)
class TimelineYear:
    """A text of the series; `longest` is the number of words of the longest, `marked` one for comparison."""

    entry: CatalogueEntry
    longest: int
    latest: bool
    marked: bool = False


class Timeline(Lines[TimelineYear]):
    """One line a year: symbol, date, counts, and a bar for its length."""

    COMPONENT_CLASSES: ClassVar[set[str]] = _CLASSES
    DEFAULT_CSS = f"Timeline {{ {_STYLES} }}"

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(lambda year: str(year.entry.symbol), self._drawn, id=id)

    def _style(self, name: str) -> Style:
        return self.get_component_rich_style(f"series--{name}", partial=True)

    def _drawn(self, item: TimelineYear, width: int) -> Strip:
        entry = item.entry
        when = f"{entry.adopted:%d %b %Y}" if entry.adopted else year(entry)
        left = [
            Segment(" ◆ " if item.marked else " ● " if item.latest else " ○ ", self._style("strong")),
            Segment(f"{entry.symbol.short:<10}", Style(bold=True)),
            Segment(f"{when:<13}", self._style("muted")),
        ]
        room = width - sum(segment.cell_length for segment in left) - 1
        counts = [
            f"{entry.operative:>3} OP  ",
            f"{entry.words:>6,} words  ",
            f"{entry.paragraphs:>3} paragraphs  ",
            f"{entry.footnotes:>3} notes  ",
        ]
        while counts and sum(map(len, counts)) > room:
            del counts[-1]
        room = min(40, room - sum(map(len, counts)))
        bar = "▇" * round(room * entry.words / max(1, item.longest)) if room >= 8 else ""
        return Strip([*left, Segment("".join(counts)), Segment(bar, self._style("bar"))])
