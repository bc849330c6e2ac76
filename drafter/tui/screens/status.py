"""Status: everything about the draft in one list, each line leading to its paragraph."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.screen import Screen

from drafter.edit.status import Matter, StatusLine
from drafter.model.finding import Severity
from drafter.tui.actions import bindings
from drafter.tui.office import session_of
from drafter.tui.screens.mounted import once_mounted
from drafter.tui.shown.passage import TextPassage
from drafter.tui.shown.plain import shown
from drafter.tui.widgets.hints import Hints
from drafter.tui.widgets.running_text import RunningText
from drafter.tui.widgets.title_bar import TitleBar

_SIGNS = {
    Matter.MISSING: "✗ missing",
    Matter.UPDATE: "? update",
    Matter.CLEARANCE: "… clearance",
    Matter.CHANGE: "● change",
}
_FOUND = {Severity.ERROR: "✗ error", Severity.WARNING: "! warning", Severity.NOTE: "· note"}
_COLOURS = {
    Severity.ERROR: "$text-error",
    Severity.WARNING: "$text-warning",
    Severity.NOTE: "$foreground 62%",
}
_NAMES = {
    Matter.MISSING: "what is missing",
    Matter.FINDING: "findings",
    Matter.UPDATE: "updates",
    Matter.CLEARANCE: "clearances",
    Matter.CHANGE: "changes",
}
_FILTERS = (None, *Matter)


class StatusScreen(Screen[str | None]):
    """Gives the id of the paragraph to go to, "" for the masthead, or None."""

    CSS_PATH = "text.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("status")]
    AUTO_FOCUS = "RunningText"

    def __init__(self) -> None:
        super().__init__()
        self._only: Matter | None = None
        self._lines: tuple[StatusLine, ...] = ()

    def compose(self) -> ComposeResult:
        yield TitleBar()
        yield RunningText()
        yield Hints()

    @once_mounted
    def on_mount(self) -> None:
        self.watch(self.app, "session", self._show)

    def _show(self) -> None:
        found = session_of(self).status
        self._lines = found.lines if self._only is None else found.of(self._only)
        bar = self.query_one(TitleBar)
        bar.left = f"Status · {found.said}"
        bar.right = "everything" if self._only is None else f"only {_NAMES[self._only]}"
        text = self.query_one(RunningText)
        passages = [_passage(number, line) for number, line in enumerate(self._lines)]
        text.show(passages, text.at, "Nothing of this kind.")

    @on(RunningText.Picked)
    def action_go(self) -> None:
        place = self.query_one(RunningText).cursor
        self.dismiss(self._lines[place].id if place < len(self._lines) else None)

    def action_filter(self) -> None:
        self._only = _FILTERS[(_FILTERS.index(self._only) + 1) % len(_FILTERS)]
        self._show()

    def action_back(self) -> None:
        self.dismiss(None)


def _passage(number: int, line: StatusLine) -> TextPassage:
    sign = _FOUND[line.severity] if line.matter is Matter.FINDING else _SIGNS[line.matter]
    colour = "$text-accent" if line.matter is Matter.CHANGE else _COLOURS[line.severity]
    body = Content.assemble((f"{sign:<11} ", colour), (f"{line.label:<12} ", "bold"), shown(line.what))
    return TextPassage(f"{number} {line.id}", body)
