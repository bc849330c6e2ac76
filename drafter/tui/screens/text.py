"""A running text: one passage a paragraph, with its changes marked or clean."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType

from drafter.tui.actions import BY_ID, bindings
from drafter.tui.screens.room import Room
from drafter.tui.shown.passage import Passage
from drafter.tui.widgets.hints import Hints
from drafter.tui.widgets.running_text import RunningText
from drafter.tui.widgets.title_bar import TitleBar


class TextScreen(Room[str | None]):
    """A running text with two faces; gives the key of the passage to go to, or None."""

    CSS_PATH = "text.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("whole")]
    AUTO_FOCUS = "RunningText"

    leads: ClassVar[bool] = False
    """Whether a passage stands for a paragraph that can be gone to."""

    def __init__(self, title: str, at: str = "", *, faces: tuple[str, ...] = ("redline", "clean")) -> None:
        super().__init__()
        self._title, self._at, self._faces = title, at, faces
        self._face = faces[0]

    def passages(self, face: str) -> tuple[Passage, ...]:
        """The text in one of its faces."""
        raise NotImplementedError

    def compose(self) -> ComposeResult:
        yield TitleBar()
        yield RunningText()
        yield Hints()

    def furnish(self) -> None:
        self._show(self._at)

    def _show(self, at: str) -> None:
        passages = self.passages(self._face)
        self.query_one(RunningText).show(passages, at)
        changed = sum(passage.changed for passage in passages)
        bar = self.query_one(TitleBar)
        bar.left = self._title
        bar.right = f"{self._face} · {changed} of {len(passages)} paragraphs changed"

    def hint(self, action: str) -> str:
        """What a key does here, "" where it does nothing."""
        if action == "go":
            return BY_ID["whole.go"].label if self.leads else ""
        if action == "next_change" and not any(one.changed for one in self.query_one(RunningText).passages):
            return ""
        return " or ".join(self._faces).capitalize() if action == "switch" else BY_ID[f"whole.{action}"].label

    def action_switch(self) -> None:
        at = self.query_one(RunningText).at
        self._face = self._faces[(self._faces.index(self._face) + 1) % len(self._faces)]
        self._show(at)

    def action_next_change(self) -> None:
        self.query_one(RunningText).to_change(1)

    def action_previous_change(self) -> None:
        self.query_one(RunningText).to_change(-1)

    def action_go(self) -> None:
        """Go to the paragraph of the passage under the cursor, where there is one."""
        if self.leads:
            self.dismiss(self.query_one(RunningText).at or None)

    @on(RunningText.Picked)
    def _picked(self) -> None:
        self.action_go()

    def action_back(self) -> None:
        self.dismiss(None)
