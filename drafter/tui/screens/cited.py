"""Where agreed words stand: the adopted text, at the paragraph that has them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any, ClassVar

from textual.app import App, ComposeResult
from textual.binding import BindingType
from textual.screen import Screen

from drafter.errors import DrafterError
from drafter.library.values import AgreedRun
from drafter.negotiation.agreed_words import AgreedStretch
from drafter.tui.actions import BY_ID, bindings
from drafter.tui.office import office
from drafter.tui.screens.mounted import once_mounted
from drafter.tui.shown.agreement import stands
from drafter.tui.shown.plain import shown
from drafter.tui.shown.printed import printed
from drafter.tui.widgets.hints import Hints
from drafter.tui.widgets.running_text import RunningText
from drafter.tui.widgets.title_bar import TitleBar


class CitedScreen(Screen[None]):
    """Goes from one run of a paragraph's agreed words to the next, and for each from its latest text to its first."""

    CSS_PATH = "text.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("cited")]
    AUTO_FOCUS = "RunningText"

    def __init__(self, label: str, text: str, runs: Sequence[AgreedRun], first: AgreedRun) -> None:
        """`text` is that of the draft's paragraph `label`, `runs` its agreed words, `first` those shown first."""
        super().__init__()
        self._label, self._text, self._runs = label, text, tuple(runs)
        self._place = self._runs.index(first)
        self._latest = True

    def compose(self) -> ComposeResult:
        yield TitleBar()
        yield RunningText()
        yield Hints()

    @once_mounted
    def on_mount(self) -> None:
        self._show()

    def _show(self) -> None:
        held = office(self)
        run = self._runs[self._place]
        standing = run.latest if self._latest else run.first
        quoted = self._text[run.start : run.end]
        bar = self.query_one(TitleBar)
        try:
            resolution = held.desk.library.get(standing.symbol)
        except DrafterError as error:
            held.complain(error)
            return
        bar.left = f"{stands(standing)} · {shown(resolution.title.text)}"
        texts = (
            "in no other text" if run.count == 1 else f"{'latest' if self._latest else 'first'} of {run.count} texts"
        )
        which = f", {self._place + 1} of {len(self._runs)}" if len(self._runs) > 1 else ""
        bar.right = f"{run.words} words of {self._label}{which} · {texts}"
        passages = printed(resolution, standing.label, quoted, brackets=held.brackets)
        self.query_one(RunningText).show(passages, standing.label)

    def hint(self, action: str) -> str:
        """What a key does here, "" where it does nothing."""
        idle = self._runs[self._place].count == 1 if action == "age" else len(self._runs) == 1
        return "" if idle and action != "back" else BY_ID[f"cited.{action}"].label

    def action_next(self) -> None:
        self._step(1)

    def action_previous(self) -> None:
        self._step(-1)

    def _step(self, step: int) -> None:
        self._place = (self._place + step) % len(self._runs)
        self._show()

    def action_age(self) -> None:
        self._latest = not self._latest
        self._show()

    def action_back(self) -> None:
        self.dismiss(None)


def open_longest(app: App[Any], label: str, runs: Sequence[AgreedStretch]) -> None:
    """Show the adopted text that has the longest of some runs, wanted in the paragraph `label` of a round."""
    if not runs:
        app.notify("None of these words stand in an adopted text.", timeout=2)
        return
    longest = max(runs, key=lambda one: one.run.words)
    run = replace(longest.run, start=0, end=len(longest.text))
    app.push_screen(CitedScreen(label, longest.text, [run], run))
