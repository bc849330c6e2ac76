"""The result of reading files into the library: what was repaired, and what could not be read."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Label, Static

from drafter.model.reading import told_once
from drafter.tui.actions import bindings
from drafter.tui.shown.plain import shown
from drafter.tui.work.values import Added

_REPAIRS = 200


class Report(ModalScreen[None]):
    """Enter or Esc closes it."""

    CSS_PATH = "dialog.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("dialog"), Binding("enter", "cancel", show=False)]
    AUTO_FOCUS = "VerticalScroll"

    def __init__(self, added: Sequence[Added]) -> None:
        super().__init__()
        self._added = added

    def compose(self) -> ComposeResult:
        done = sum(one.reading is not None for one in self._added)
        with Vertical(classes="dialog tall"):
            yield Label(f"{done} of {len(self._added)} read into the library", classes="question")
            with VerticalScroll():
                for one in self._added:
                    yield Static(_told(one))
            yield Label("Enter closes", id="hint")

    def action_cancel(self) -> None:
        self.dismiss(None)


def _told(one: Added) -> Content:
    from drafter.parse.furniture import told  # files have been read by now, and it need not be loaded before

    if one.reading is None:
        return Content.assemble((f"✗ {one.path.name}\n", "bold $text-error"), f"  {one.problem}\n")
    reading = one.reading
    symbol = reading.resolution.symbol
    lines = [
        f"✓ {symbol or one.path.name}: {len(reading.resolution.paragraphs)} paragraphs, "
        f"{len(reading.resolution.footnotes)} notes, {len(reading.repairs)} repaired, "
        f"{len(reading.unplaced)} not placed"
    ]
    lines += [
        f"  {repair.where}: {repair.found!r} read as {repair.read_as!r}, {repair.why}"
        for repair in told_once(reading.repairs)[:_REPAIRS]
    ]
    lines += [f"  line {left.line} found no place: {left.why or left.text}" for left in reading.unplaced]
    lines += [f"  {aside}"] if (aside := told(reading)) else []
    head, *rest = lines
    return Content.assemble((f"{head}\n", "bold"), (shown("⏎".join(rest)).replace("⏎", "\n") + "\n", "$foreground 62%"))
