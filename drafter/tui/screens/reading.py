"""An adopted text, to read: with what was repaired when it was read in, and what could not be placed."""

from __future__ import annotations

from textual.content import Content

from drafter.model.reading import Reading
from drafter.tui.screens.text import TextScreen
from drafter.tui.shown.passage import TextPassage
from drafter.tui.shown.plain import shown
from drafter.tui.shown.printed import printed


class ReadingScreen(TextScreen):
    """The text, its notes, its repairs."""

    def __init__(self, reading: Reading) -> None:
        resolution = reading.resolution
        name = resolution.symbol.short if resolution.symbol else ""
        faces = {"text": self._text, "repairs": self._repairs}
        super().__init__(f"{name} · {shown(resolution.title.text)}", faces)
        self._reading = reading

    def _text(self) -> tuple[TextPassage, ...]:
        resolution = self._reading.resolution
        text = printed(resolution)
        notes = [
            TextPassage(
                f"note {number}",
                Content.assemble((f"{number}  ", "$text-accent"), shown(note.text or "(lost in the source)")),
            )
            for number, note in enumerate(resolution.footnotes, 1)
        ]
        return (*text, *notes)

    def _repairs(self) -> tuple[TextPassage, ...]:
        reading = self._reading
        found = [
            TextPassage(
                str(number),
                Content.assemble(
                    (f"{repair.where}  ", "bold"),
                    (shown(repair.found), "strike $text-error"), " → ", (shown(repair.read_as), "$text-success"),
                    (f"\n{repair.why}{' (by hand)' if repair.by_hand else ''}", "$foreground 62%"),
                ),
            )
            for number, repair in enumerate(reading.repairs)
        ]  # fmt: skip
        lost = [
            TextPassage(
                f"line {left.line}",
                Content.assemble((f"line {left.line} found no place  ", "bold $text-warning"), shown(left.text)),
            )
            for left in reading.unplaced
        ]
        return (*lost, *found) or (TextPassage("", Content("Nothing was repaired; everything found its place.")),)
