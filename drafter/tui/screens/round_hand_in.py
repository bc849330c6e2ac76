"""A round's hand-in: what should not leave first, then the files, made and where they are."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.screen import Screen
from textual.timer import Timer
from textual.widgets import Button, Input, Label, OptionList

from drafter.clock import now
from drafter.errors import DrafterError
from drafter.negotiation.revising.bases import next_stage
from drafter.tui.actions import bindings
from drafter.tui.office import negotiation_of, office
from drafter.tui.panels.guarding import GuardingPanel
from drafter.tui.panels.making import MakingPanel
from drafter.tui.screens.mounted import once_mounted
from drafter.tui.shown.plain import shown
from drafter.tui.widgets.hints import Hints
from drafter.tui.widgets.ticks import Tick
from drafter.tui.widgets.title_bar import TitleBar
from drafter.tui.work.examining import Examination
from drafter.tui.work.round_outputs import ROUND_OUTPUTS, Leaving, RoundOutput, RoundWish

_SETTLE = 0.4
"""Seconds without another tick or letter before the files are looked through again."""

_HOW = (
    ("anonymous", "without names", "nobody’s name, position or reason in compilation text and table"),
    ("parentheses", "owners behind", "[words] (EU) instead of [words - EU]"),
    ("history", "with the past", "also what was rejected and withdrawn"),
)
_FIELDS = (
    ("names", "Whose", "EU, Japan: their paper, statement and ledger; else what was decided"),
    ("amends", "Amends", "A/C.3/81/L.28; else the base"),
    ("until", "Silence ends", "2026-10-03T18:00-04:00"),
    ("stage", "Next version", ""),
)


class RoundHandInScreen(Screen[str | None]):
    """Gives the label or the proposal to go to, or None."""

    CSS_PATH = "hand_in.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("round_files")]
    AUTO_FOCUS = "#compilation"

    def __init__(self) -> None:
        super().__init__()
        self._examination = Examination()
        self._waiting: Timer | None = None

    def compose(self) -> ComposeResult:
        session = negotiation_of(self)
        yield TitleBar()
        yield GuardingPanel(self._examination)
        with VerticalScroll(id="page", can_focus=False):
            for output in ROUND_OUTPUTS:
                yield Tick(output.label, output.chosen, id=output.id, compact=True)
                if output.id == "table-html":
                    for name, label, told in _HOW:
                        yield Tick(_words(label, told), id=name, classes="how", compact=True)
            for number, (name, label, example) in enumerate(_FIELDS):
                with Horizontal(classes="field first" if number == 0 else "field"):
                    yield Label(label)
                    yield Input(placeholder=example or next_stage(session.round.stage), id=name, compact=True)
            yield MakingPanel(session.path)
        yield Hints()

    @once_mounted
    def on_mount(self) -> None:
        self.query_one(TitleBar).left = f"Hand in · {shown(negotiation_of(self).round.text.title.text)}"
        self.watch(self.app, "negotiation", self._look)

    @on(Tick.Changed)
    @on(Input.Changed)
    def _look_soon(self) -> None:
        if self._waiting is not None:
            self._waiting.stop()
        self._waiting = self.set_timer(_SETTLE, self._look)

    def _look(self) -> None:
        if office(self).negotiation is None or (leaving := self._leaving()) is None:
            return
        for output in ROUND_OUTPUTS:
            self.query_one(f"#{output.id}", Tick).label = _words(output.label, output.name(leaving), output.told)
        self.query_one(GuardingPanel).look_through(leaving, self._chosen)

    @property
    def _chosen(self) -> list[RoundOutput]:
        return [output for output in ROUND_OUTPUTS if self._ticked(output.id)]

    def _leaving(self) -> Leaving | None:
        """The round with the wish as it is typed now; None where the clock is wrong, which is told."""
        session = negotiation_of(self)
        try:
            moment = now()
        except DrafterError as error:
            office(self).complain(error)
            return None
        ticked = {name: self._ticked(name) for name, *_ in _HOW}
        typed = {name: self.query_one(f"#{name}", Input).value.strip() for name, *_ in _FIELDS}
        wish = RoundWish(
            moment,
            anonymous=ticked["anonymous"],
            parentheses=ticked["parentheses"],
            history=ticked["history"],
            **typed,
        )
        return Leaving(office(self).desk, session.path, session.round, wish)

    def _ticked(self, name: str) -> bool:
        return self.query_one(f"#{name}", Tick).value

    @on(GuardingPanel.PlacePicked)
    def _lead(self, event: GuardingPanel.PlacePicked) -> None:
        self.dismiss(event.at)

    @on(Button.Pressed, "#make")
    def action_make(self) -> None:
        if not self._chosen:
            self.notify("Choose at least one file.")
            return
        making, leaving = self.query_one(MakingPanel), self._leaving()
        if leaving is not None:
            making.start([self._examination.job(leaving, output, making.folder) for output in self._chosen])

    def action_findings(self) -> None:
        self.query_one(OptionList).focus()

    def action_open_folder(self) -> None:
        self.query_one(MakingPanel).open_folder()

    def action_back(self) -> None:
        """Stop making files or, if none is being made, go back."""
        if not self.query_one(MakingPanel).stop():
            self.dismiss(None)


def _words(label: str, *told: str) -> Content:
    more = "".join(f"   {one}" for one in told if one)
    return Content.assemble((label, "bold"), (more, "$foreground 62%"))
