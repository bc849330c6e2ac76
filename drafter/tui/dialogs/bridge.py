"""The Chair's words in place of others, with their difference from each of those while they are typed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Label, TextArea

from drafter.align.words import word_changes
from drafter.errors import DrafterError
from drafter.model.inline import Inline
from drafter.tui.actions import bindings
from drafter.tui.office import office
from drafter.tui.shown.plain import shown
from drafter.tui.shown.wording import Wording, redline
from drafter.tui.widgets.reader import Reader


class Bridge(ModalScreen[Inline | None]):
    """Gives the words, or None where the question was closed. Over several paragraphs a line is one of them."""

    CSS_PATH = "dialog.tcss"
    DEFAULT_CSS = """
    Bridge { align: center middle; background: $background 60%; }
    Bridge .dialog { width: 96%; max-width: 120; }
    Bridge TextArea { height: auto; min-height: 3; max-height: 8; border: none; background: $panel; padding: 0 1; }
    Bridge Reader { height: auto; max-height: 14; margin-top: 1; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("dialog"), *bindings("bridge")]

    def __init__(self, where: str, readings: Sequence[tuple[str, Inline]], words: Inline) -> None:
        """In place of these readings, each with what it is called; begins with some words, such as one of them."""
        super().__init__()
        self._where, self._readings = where, readings
        self.editor = TextArea(words.markup, soft_wrap=True, compact=True, id="answer")
        self.differences = Reader(id="differences")

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog"):
            yield Label(f"The Chair’s words at {self._where}", classes="question", markup=False)
            yield self.editor
            yield self.differences
            yield Label("Ctrl+E puts them in and accepts them, Esc closes", id="hint", markup=False)

    def on_mount(self) -> None:
        self.editor.move_cursor(self.editor.document.end)
        self._show()

    @on(TextArea.Changed)
    def _show(self) -> None:
        """Show what the words change in the base and in each reading."""
        try:
            words = Inline.from_markup(self.editor.text)
        except DrafterError as error:
            self.differences.show(Content(shown(error.problem)))
            return
        wording = Wording({}, office(self).brackets)
        pieces: list[Content | tuple[str, str]] = []
        for named, put in self._readings:
            pieces.append((f"from {shown(named)}\n", "$foreground 62%"))
            changes = word_changes(put.text, words.text)
            pieces += [redline(put, words, changes, wording, wording), ("\n", "")]
        self.differences.show(Content.assemble(*pieces))

    def action_put_in(self) -> None:
        try:
            self.dismiss(Inline.from_markup(self.editor.text))
        except DrafterError as error:
            hint = self.query_one("#hint", Label)
            hint.update(error.problem)
            hint.add_class("wrong")

    def action_cancel(self) -> None:
        self.dismiss(None)
