"""The outline: a row for each paragraph with its label, its first words and its marks."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual.binding import BindingType
from textual.strip import Strip

from drafter.model.resolution import Kind
from drafter.tui.actions import bindings
from drafter.tui.shown.folding import OutlineFilter, OutlineView, heading_of, is_title
from drafter.tui.shown.plain import shown
from drafter.tui.shown.rows import OutlineMark, OutlineRow
from drafter.tui.widgets.lines import Lines

_QUIET = (OutlineMark.NOTE, OutlineMark.CLEARED)
_AT_THE_RIGHT = (OutlineMark.UPDATE, OutlineMark.FINDING, OutlineMark.ASKED, *_QUIET)
_WORDS = {OutlineMark.DELETED: "deleted", OutlineMark.JOINED: "label"}
_LABEL = 6


class OutlinePanel(Lines[OutlineRow]):
    """The draft's paragraphs; sections fold, and a filter leaves only rows of one kind."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("outline")]
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "outline--label", "outline--deleted", "outline--mark", "outline--heading", "outline--warning"
    }  # fmt: skip
    DEFAULT_CSS = """
    OutlinePanel {
        .outline--label { color: $foreground 62%; }
        .outline--deleted { color: $foreground 45%; text-style: strike; }
        .outline--heading { text-style: bold; }
        .outline--mark { color: $text-accent; text-style: bold; }
        .outline--warning { color: $text-warning; text-style: bold; }
    }
    """

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(lambda row: row.id, self._drawn, id=id)
        self.rows: tuple[OutlineRow, ...] = ()
        self._view = OutlineView()
        self._told = ""

    def show(self, items: Sequence[OutlineRow], select: str | None = None) -> None:
        """Show other rows, with the cursor on the one named `select`, or where it was; it is never hidden."""
        self.rows = tuple(items)
        self._show(select or (self.current.id if self.current else ""))

    def select(self, key: str) -> None:
        """Put the cursor on a row, opened if it was folded or filtered away."""
        if all(row.id != key for row in self.items):
            self._view = self._view.showing(self.rows, key)
            self._show(key)
        super().select(key)

    def action_fold(self) -> None:
        if self.current is None:
            return
        heading = heading_of(self.rows, self.current.id)
        if heading is None:
            self.notify("There is no heading above this paragraph.")
            return
        self._turn(self._view.turned(self.rows, self.current.id))

    def action_fold_all(self) -> None:
        if any(row.kind is Kind.HEADING for row in self.rows):
            self._turn(self._view.turned_all(self.rows))
        else:
            self.notify("This draft has no headings.")

    def action_filter(self) -> None:
        """To the next filter that has rows."""
        only = self._view.only.next
        while only is not OutlineFilter.ALL and not any(map(only.has, self.rows)):
            only = only.next
        if only is self._view.only:
            self.notify("Nothing is changed, to be updated or found yet.")
        self._turn(replace(self._view, only=only))

    def _turn(self, view: OutlineView) -> None:
        """Show another view; from a folded paragraph the cursor goes to its heading."""
        self._view = view
        place = self.current.id if self.current else ""
        seen = {row.id for row in view.seen(self.rows, place)}
        self._show(place if place in seen else heading_of(self.rows, place) or "")
        if self.current is not None:
            self.post_message(self.Moved(self, self.current.id))

    def _show(self, place: str) -> None:
        super().show(self._view.seen(self.rows, place), place)
        self._say_what()

    def name_again(self, told: str = "") -> None:
        """Say above the outline what is seen in it, or something else until this is called again."""
        self._told = told
        self._say_what()

    def _say_what(self) -> None:
        only = self._view.only
        said = self._told or ("Outline" if only is OutlineFilter.ALL else f"Outline · {only.value} · F")
        if said != self.border_title:
            self.border_title = said

    def next_marked(self, name: str, step: int, found: Collection[str] = ()) -> str | None:
        """The id of the next row (before the cursor with step -1), round the end, that has the mark of a name.

        "CHANGE" is any change, "HEADING" a heading, "FOUND" one of those `found`. Where there is none, that is said.
        """
        count, mark = len(self.rows), OutlineMark.__members__.get(name)

        def fits(place: int) -> bool:
            row = self.rows[place]
            if mark is not None:
                return mark in row.marks
            section = row.kind is Kind.HEADING and not is_title(self.rows, place)
            return {"CHANGE": row.changed, "HEADING": section}.get(name, row.id in found)

        here = next((n for n, row in enumerate(self.rows) if self.current and row.id == self.current.id), 0)
        around = ((here + step * distance) % count for distance in range(1, count + 1))
        there = next((self.rows[place].id for place in around if fits(place)), None)
        if there is None:
            said = mark.word if mark else {"CHANGE": "change", "HEADING": "heading"}.get(name, "place with these words")
            self.notify(f"There is no {said} in this draft.")
        return there

    def _drawn(self, item: OutlineRow, width: int) -> Strip:
        change = next((mark for mark in item.marks if mark not in _AT_THE_RIGHT), None)
        moved = OutlineMark.MOVED in item.marks and change is not OutlineMark.MOVED
        label = f"{item.own_label} ({item.was})" if item.was else item.own_label
        room = max(_LABEL, len(label) + 1) if item.level == 0 else len(label) + 1
        words = "heading" if item.kind is Kind.HEADING else ""
        words = _WORDS.get(change, words) if change else words
        left = [
            Segment(f"{change.sign if change else ' '}{OutlineMark.MOVED.sign if moved else ' '}", self._style("mark")),
            Segment(f"{'  ' * item.level}{label:<{room}}", self._style("label")),
            Segment(f"▸ {item.hidden} · " if item.hidden else "", self._style("mark")),
            Segment(shown(item.words), self._style(words) if words else None),
        ]
        right = [
            Segment(f" {mark.sign}", self._style("mark" if mark in _QUIET else "warning"))
            for mark in item.marks
            if mark in _AT_THE_RIGHT
        ]
        return Strip.join([Strip(left).adjust_cell_length(width - 2 * len(right) - 1), Strip([*right, Segment(" ")])])

    def _style(self, name: str) -> Style:
        return self.get_component_rich_style(f"outline--{name}", partial=True)
