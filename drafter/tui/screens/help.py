"""Help: every action with its keys, made from the registry, and what the marks mean."""

from __future__ import annotations

from collections.abc import Mapping
from textwrap import wrap
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.screen import Screen

from drafter.tui.action import Action
from drafter.tui.actions import ACTIONS, bindings
from drafter.tui.screens.mounted import once_mounted
from drafter.tui.shown.board_rows import BOARD_SIGNS
from drafter.tui.shown.rows import OutlineMark
from drafter.tui.shown.slips import TextMark
from drafter.tui.widgets.hints import Hints
from drafter.tui.widgets.reader import Reader
from drafter.tui.widgets.title_bar import TitleBar

_INDENT = 36
"""Columns before what an action does."""


class HelpScreen(Screen[None]):
    """Scrolls; Esc closes."""

    CSS_PATH = "help.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("help")]

    def __init__(self, remapped: Mapping[str, str], *, of_round: bool = False) -> None:
        """`of_round` begins with what a round has."""
        super().__init__()
        self._remapped, self._of_round = remapped, of_round

    def compose(self) -> ComposeResult:
        yield TitleBar()
        yield Reader(id="text", focusable=True)
        yield Hints()

    @once_mounted
    def on_mount(self) -> None:
        self.query_one(TitleBar).left = "Help"
        self.query_one(TitleBar).right = "Esc closes"
        self.query_one(Reader).focus()

    def on_resize(self, event: events.Resize) -> None:
        for reader in self.query(Reader):
            reader.show(self.text(min(event.size.width, 110) - 6))

    def action_back(self) -> None:
        self.dismiss(None)

    def text(self, width: int) -> Content:
        """The whole help, in lines of a width."""
        sections = {**_marks(), **self._keys(max(20, width - _INDENT))}
        first = [one for one in sections if _BOARD in one or one.startswith("Round")] if self._of_round else []
        lines: list[Content | str] = []
        for heading in dict.fromkeys((*first, *sections)):
            lines += [*([""] if lines else []), Content.styled(heading, "bold $primary"), *sections[heading]]
        return Content("\n").join(lines)

    def _keys(self, room: int) -> dict[str, list[Content | str]]:
        """What each key does, by what it is for."""
        found: dict[str, list[Content | str]] = {}
        for action in ACTIONS:
            found.setdefault(_heading(action), []).append(
                Content.assemble(
                    (f"  {action.shown_keys(self._remapped):<15} ", "bold"),
                    f"{action.label:<17} ",
                    (f"\n{' ' * _INDENT}".join(wrap(action.tooltip, room)), "$foreground 62%"),
                )
            )
        names: list[Content | str] = [f"  {action.id:<24} {action.keys}" for action in ACTIONS]
        return found | {"Names for the settings file, under [keys]": names}


_BOARD = "board of a round"


def _marks() -> dict[str, list[Content | str]]:
    """What the signs mean, by where they stand."""
    outline = [(mark.sign, mark.word, "") for mark in OutlineMark]
    text = [(mark.sign, mark.word, mark.style) for mark in TextMark]
    board = [(sign, word, "") for sign, word in BOARD_SIGNS.items()]
    headed = {
        "Marks in the outline": outline,
        "Marks in the drafted text; without colour the sign stands behind the words": text,
        f"Signs on the {_BOARD}, and before its proposals": board,
    }
    return {
        heading: [Content.assemble((f"  {sign}  ", "bold $text-accent"), (word, style)) for sign, word, style in signs]
        for heading, signs in headed.items()
    }


_PLACES = {
    "app": "Everywhere",
    "library": "Library",
    "desk": "Desk",
    "outline": "Desk: the outline",
    "editor": "Desk: while typing",
    "pane": "Desk: the panes at the side",
    "updates": "Updates",
    "round": "Round",
    "round_files": "Round: hand in",
    "readings": "Round: readings side by side",
    "bridge": "Round: the Chair’s words",
    "incoming": "Round: files taken in",
    "by_hand": "Round: by hand",
    "status": "Status",
    "whole": "Whole text and comparison",
    "comparison": "Comparison",
    "colleague": "A colleague’s file",
    "cited": "Agreed source",
    "hand_in": "Hand in",
    "replace": "Replace",
    "masthead": "Masthead",
    "help": "Help",
    "dialog": "Questions",
}


def _heading(action: Action) -> str:
    """The screen on which an action is there; the desk has many, so they stand under what they are for."""
    place = _PLACES[action.place]
    return f"{place}: {action.category[0].lower()}{action.category[1:]}" if action.place in ("desk", "round") else place
