"""An adopted text as passages."""

from __future__ import annotations

from dataclasses import replace

from textual.content import Content

from drafter.model.numbering import labels
from drafter.model.resolution import Resolution
from drafter.tui.shown.agreement import found_in
from drafter.tui.shown.passage import TextPassage
from drafter.tui.shown.wording import Wording


def printed(
    resolution: Resolution, cited: str = "", quoted: str = "", *, brackets: bool = False
) -> tuple[TextPassage, ...]:
    """The paragraphs under their labels; in the one labelled `cited` the words `quoted` are marked."""
    plain = Wording({note.id: number for number, note in enumerate(resolution.footnotes, 1)}, brackets)
    found = []
    for label, paragraph in zip(labels(resolution.paragraphs), resolution.paragraphs, strict=True):
        here = bool(cited) and label == cited
        wording = replace(plain, agreed=found_in(quoted, paragraph.inline)) if here else plain
        head = (f"{label}  ", "bold $primary" if here else "bold $foreground 62%")
        found.append(TextPassage(label, Content.assemble(head, wording.plain(paragraph.inline)), here))
    return tuple(found)
