"""The editor at the desk: how it opens, and what follows when it is left."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any, Protocol

from drafter.edit import gestures
from drafter.model.inline import Inline
from drafter.tui.dialogs.choose import Choose
from drafter.tui.office import session_of
from drafter.tui.panels.arranged import DeskPanels
from drafter.tui.panels.outline import OutlinePanel
from drafter.tui.panels.paragraph import ParagraphPanel
from drafter.tui.shown.plain import lead_out, shown
from drafter.tui.widgets.editor import Editor

if TYPE_CHECKING:
    from textual.app import App

    from drafter.edit.documents import Typing
    from drafter.edit.gestures import Gesture
    from drafter.model.draft import Draft, DraftParagraph
    from drafter.parse.fragment import Fragment

_NEW = {"after": gestures.insert_after, "before": gestures.insert_before, "below": gestures.insert_below}


class WritingDesk(Protocol):
    """What the editor asks of the desk that it stands on."""

    outline: OutlinePanel
    text: ParagraphPanel
    panels: DeskPanels
    place: Any

    @property
    def app(self) -> App[Any]: ...

    @property
    def paragraph(self) -> DraftParagraph | None: ...

    def make(self, gesture: Callable[[Draft], Gesture | None]) -> bool: ...

    def settle(self) -> bool: ...

    def show_paragraph(self, *, top: bool = False) -> None: ...

    def action_edit(self) -> None: ...

    def action_at_once(self, what: str) -> None: ...


class Writing:
    """Opens and closes the editor of a desk."""

    def __init__(self, desk: WritingDesk) -> None:
        self._desk = desk

    def open(self, at: int | None = None, typed: Inline | None = None) -> None:
        """Open the editor on the paragraph shown, or on words typed into it before."""
        self._desk.text.open(at, typed)
        self._desk.show_paragraph()
        self._desk.panels.to("text")

    def close(self) -> None:
        desk = self._desk
        desk.text.close()
        if desk.app.screen is desk.text.screen:
            desk.panels.to("outline")
        desk.show_paragraph()

    def begin(self, where: str) -> None:
        """Write a new paragraph: after this one, before it, or as its first subparagraph."""
        desk = self._desk
        if desk.settle() and desk.make(lambda draft: _NEW[where](draft, desk.place)):
            self.open()

    def resume(self, typing: Typing) -> None:
        """Open the editor on a text that was being typed before."""
        desk = self._desk
        if all(one.id != typing.id or one.deleted for one in session_of(desk.text).draft):
            desk.app.notify("The paragraph of that text is gone.")
            return
        desk.place = typing.id
        self.open(typed=Inline.from_markup(typing.markup))

    def left(self, to: Editor.Left) -> None:
        """What follows when the editor is left: the next paragraph, a cut at the cursor, or nothing."""
        desk = self._desk
        paragraph, at = desk.paragraph, desk.text.editor.place
        if not desk.text.editing or paragraph is None:
            return
        if to.pasted is not None:
            self._ask(paragraph.id, to.pasted)
        elif to.to == "abandon":
            self.close()
            if not paragraph.text and paragraph.origin is None:
                desk.action_at_once("delete")
        elif desk.settle() and desk.text.editing:
            if to.to == "split":
                self._cut(paragraph, at)
                return
            self.close()
            if to.to != "done":
                desk.outline.cursor += 1 if to.to == "next" else -1
                desk.place = desk.outline.current.id if desk.outline.current else ""
                desk.action_edit()

    def _ask(self, id: str, found: Fragment) -> None:
        """What becomes of several paragraphs that were pasted."""
        desk, editor = self._desk, self._desk.text.editor
        count = len(found.paragraphs)

        def chosen(answer: str | None) -> None:
            if answer == "one":
                editor.put_in(found.flat)
            elif answer and desk.make(lambda draft: gestures.put_in(draft, id, found.paragraphs, editor.inline)):
                desk.app.notify(f"{count} paragraphs put in. {found.told(numbers=True)}".rstrip())

        answers = (
            ("several", f"Put them in as {count} paragraphs, after this one"),
            ("one", "Put them in here, as one text"),
        )
        desk.app.push_screen(
            Choose(f"{count} paragraphs are pasted", answers, preview=partial(_preview, found)), chosen
        )

    def _cut(self, paragraph: DraftParagraph, at: int) -> None:
        """Cut at the cursor and go on in the second half; at the end a new paragraph begins."""
        if at >= len(paragraph.text.rstrip()):
            self.close()
            self.begin("after")
        elif self._desk.make(lambda draft: gestures.split(draft, paragraph.id, at)):
            self.open(0)


_MOST = 8
"""Pasted paragraphs that a preview shows."""


def _preview(found: Fragment, answer: str) -> str:
    """What the words would read like, as far as a few lines tell."""
    if answer == "one":
        return shown(lead_out(found.flat, 0, 60 * _MOST))
    lines = [shown(f"{'    ' * one.level}· {lead_out(one.text, 0, 60)}") for one in found.paragraphs]
    return "\n".join([*lines[:_MOST], *([f"and {len(lines) - _MOST} more"] if lines[_MOST:] else [])])
