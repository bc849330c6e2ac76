"""A running text: one passage for each paragraph, with changes marked or clean, or side by side with another."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.screen import Screen

from drafter.tui.actions import BY_ID, bindings
from drafter.tui.screens.mounted import once_mounted
from drafter.tui.shown.passage import TextPassage
from drafter.tui.widgets.hints import Hints
from drafter.tui.widgets.running_text import RunningText
from drafter.tui.widgets.title_bar import TitleBar

SIDE_BY_SIDE = "side by side"


class TextScreen(Screen[str | None]):
    """A running text in two forms; gives the key of the passage to go to, or None."""

    CSS_PATH = "text.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("whole")]
    AUTO_FOCUS = "RunningText"

    def __init__(
        self,
        title: str,
        faces: Mapping[str, Callable[[], tuple[TextPassage, ...]]],
        at: str = "",
        *,
        leads: bool = False,
        beside: Callable[[], tuple[TextPassage, ...]] | None = None,
    ) -> None:
        """`faces` make the forms of the text, by name, and `beside` the one with two texts side by side; `leads` if one
        can go from a passage to its paragraph."""
        super().__init__()
        self._title, self._at, self._leads = title, at, leads
        self._faces, self._beside = faces, beside
        self._face = next(iter(faces))
        self._besides = False

    def compose(self) -> ComposeResult:
        yield TitleBar()
        yield RunningText()
        yield Hints()

    @once_mounted
    def on_mount(self) -> None:
        self._show(self._at)

    def _show(self, at: str) -> None:
        aligned = self._beside if self._besides else None
        passages = aligned() if aligned else self._faces[self._face]()
        self.set_class(aligned is not None, "-beside")
        self.query_one(RunningText).show(passages, at)
        changed = sum(passage.changed for passage in passages)
        bar = self.query_one(TitleBar)
        bar.left = self._title
        bar.right = f"{SIDE_BY_SIDE if aligned else self._face} · {changed} of {len(passages)} paragraphs changed"

    def hint(self, action: str) -> str:
        """What a key does here, "" where it does nothing."""
        if action == "go":
            return BY_ID["whole.go"].label if self._leads else ""
        if action == "next_change" and not any(one.changed for one in self.query_one(RunningText).passages):
            return ""
        if action == "beside":
            return BY_ID["whole.beside"].label if self._beside else ""
        return " or ".join(self._faces).capitalize() if action == "switch" else BY_ID[f"whole.{action}"].label

    def action_switch(self) -> None:
        names = list(self._faces)
        if not self._besides:
            self._face = names[(names.index(self._face) + 1) % len(names)]
        self._turn(besides=False)

    def action_beside(self) -> None:
        if self._beside is not None:
            self._turn(besides=not self._besides)

    def _turn(self, *, besides: bool) -> None:
        at = self.query_one(RunningText).at
        self._besides = besides
        self._show(at)

    def action_next_change(self) -> None:
        self.query_one(RunningText).to_change(1)

    def action_previous_change(self) -> None:
        self.query_one(RunningText).to_change(-1)

    def action_go(self) -> None:
        """Go to the paragraph of the passage under the cursor, where there is one."""
        if self._leads:
            self.dismiss(self.query_one(RunningText).at or None)

    @on(RunningText.Picked)
    def _picked(self) -> None:
        self.action_go()

    def action_back(self) -> None:
        self.dismiss(None)
