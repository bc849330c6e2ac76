"""The readings of a conflict, or the new paragraphs for one place, side by side."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.screen import Screen

from drafter.negotiation import decide
from drafter.tui.actions import bindings
from drafter.tui.dialogs.round_questions import RoundAsking
from drafter.tui.office import office
from drafter.tui.screens.mounted import once_mounted
from drafter.tui.shown.plain import shown
from drafter.tui.shown.readings import ShownReading, conflict_readings, new_readings
from drafter.tui.widgets.hints import Hints
from drafter.tui.widgets.passages import Passages
from drafter.tui.widgets.title_bar import TitleBar


class ReadingsScreen(Screen[ShownReading | None]):
    """Gives the reading that was chosen; None where it was closed."""

    DEFAULT_CSS = """
    ReadingsScreen { align: center top; }
    ReadingsScreen Passages { max-width: 240; padding: 1 1 0 1; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("readings")]
    AUTO_FOCUS = "Passages"

    def __init__(self, where: str, readings: Sequence[ShownReading]) -> None:
        super().__init__()
        self._where, self._readings = where, tuple(readings)
        self.list = Passages()

    def compose(self) -> ComposeResult:
        yield TitleBar()
        yield self.list
        yield Hints()

    @once_mounted
    def on_mount(self) -> None:
        bar = self.query_one(TitleBar)
        bar.left = shown(f"{self._where}, side by side")
        bar.right = f"{len(self._readings)} readings"
        self.list.put([one.body for one in self._readings], min(1, len(self._readings) - 1))

    @on(Passages.Picked)
    def _picked(self) -> None:
        self.action_choose()

    def action_choose(self) -> None:
        self.dismiss(self._readings[self.list.cursor])

    def action_back(self) -> None:
        self.dismiss(None)


def choose_side_by_side(at: RoundAsking) -> None:
    """Show what is wanted at a place side by side, and decide on what is chosen there."""
    found, new, brackets = at.facts.conflict_at(at.place, at.conflict), at.facts.new(at.place), office(at.app).brackets
    if found is not None:
        readings = conflict_readings(at.facts, found, brackets)
    elif new is not None:
        readings = new_readings(at.facts, at.facts.beside(new), brackets)
    else:
        at.app.notify("No proposals collide here.", timeout=2)
        return

    def chosen(one: ShownReading | None) -> None:
        if one is not None and found is not None:
            at.decide(lambda round_: decide.choose(round_, found.id, one.number, at.signed))
        elif one is not None:
            at.decide(lambda round_: decide.accept(round_, [one.proposal], at.signed))

    at.app.push_screen(ReadingsScreen(at.called, readings), chosen)
