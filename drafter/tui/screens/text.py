"""A running text: one passage for each paragraph, with changes marked or clean."""

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
    ) -> None:
        """`faces` make the forms of the text, by name; `leads` if one can go from a passage to its paragraph."""
        super().__init__()
        self._title, self._at, self._leads = title, at, leads
        self._faces = faces
        self._face = next(iter(faces))

    def compose(self) -> ComposeResult:
        yield TitleBar()
        yield RunningText()
        yield Hints()

    @once_mounted
    def on_mount(self) -> None:
        self._show(self._at)

    def _show(self, at: str) -> None:
        passages = self._faces[self._face]()
        self.query_one(RunningText).show(passages, at)
        changed = sum(passage.changed for passage in passages)
        bar = self.query_one(TitleBar)
        bar.left = self._title
        bar.right = f"{self._face} · {changed} of {len(passages)} paragraphs changed"

    def hint(self, action: str) -> str:
        """What a key does here, "" where it does nothing."""
        if action == "go":
            return BY_ID["whole.go"].label if self._leads else ""
        if action == "next_change" and not any(one.changed for one in self.query_one(RunningText).passages):
            return ""
        return " or ".join(self._faces).capitalize() if action == "switch" else BY_ID[f"whole.{action}"].label

    def action_switch(self) -> None:
        at = self.query_one(RunningText).at
        names = list(self._faces)
        self._face = names[(names.index(self._face) + 1) % len(names)]
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
