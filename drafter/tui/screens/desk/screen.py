"""The desk: the outline, the paragraph as adopted and as drafted, and what is known about it at the side."""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.timer import Timer

from drafter.edit import edits
from drafter.edit.documents import Typing
from drafter.edit.reworded import with_opening
from drafter.model.draft import DraftParagraph
from drafter.model.finding import Severity
from drafter.model.inline import Inline
from drafter.model.resolution import Footnote
from drafter.tui.actions import bindings
from drafter.tui.dialogs.ask import Ask
from drafter.tui.screens.desk.side import DeskSide
from drafter.tui.screens.desk.ways import PANES
from drafter.tui.shown.block import Block
from drafter.tui.shown.rows import rows
from drafter.tui.shown.sheet import Sheet
from drafter.tui.state.session import Session, numbers
from drafter.tui.widgets.editor import Editor
from drafter.tui.widgets.hints import Hints
from drafter.tui.widgets.line import Line
from drafter.tui.widgets.lines import Lines
from drafter.tui.widgets.page import Page
from drafter.tui.widgets.reader import Reader
from drafter.tui.widgets.title_bar import TitleBar

if TYPE_CHECKING:
    from drafter.library.searchable import Progress


_KEEP = 0.3
"""Seconds between two times that the text being typed is put on disk."""


class DeskScreen(DeskSide):
    """Shows the session; each action becomes an edit that the app performs."""

    CSS_PATH = "desk.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("desk")]
    AUTO_FOCUS = "Outline"

    _keeping: Timer | None = None

    def __init__(self) -> None:
        super().__init__()
        self._title = TitleBar()
        self._page = Page(id="page")
        self._workbench = Vertical(id="workbench")
        self._adopted = Reader(id="adopted")
        self.editor = Editor(self._finished, id="editor")
        self._state = Line(id="state")
        self._below = Page(id="below")

    def compose(self) -> ComposeResult:
        yield self._title
        yield self.strip
        with Horizontal(id="room"):
            yield self.outline
            with Vertical(id="middle"):
                yield self._page
                with self._workbench:
                    yield self._adopted
                    yield self.editor
                    yield self._state
                    yield self._below
            with Vertical(id="side"):
                yield self.tabs
                yield from self.panes.values()
        yield Hints()

    def furnish(self) -> None:
        self.outline.border_title = "Outline"
        self._workbench.display = False
        self.front(PANES[0])
        self.add_class("at-outline")
        self.watch(self.app, "session", self._session_changed)
        self.watch(self.app, "preparing", self._show_preparing, init=False)
        self.watch(self.app, "prepared", self.ask_soon, init=False)
        if self.outline.current:
            self.place = self.outline.current.id

    def _session_changed(self, session: Session | None) -> None:
        if session is None:
            return
        self.outline.show(rows(session.draft, session.pending().keys(), _serious(session)), self.place or None)
        if self.place and self.outline.current and self.outline.current.id != self.place:
            self.place = self.outline.current.id
        self._show_state()
        if not self.editing:
            self._show_paragraph()
        self.ask_soon()

    def watch_place(self, place: str) -> None:
        if self.editing:
            self.editing = False
        self.outline.select(place)
        self._show_paragraph(top=True)
        self.ask_soon()

    def watch_editing(self, editing: bool) -> None:
        self._workbench.display = editing
        self._page.display = not editing
        if editing:
            self._at("text")
            self.set_focus(self.editor)
        else:
            self.office.keep_typing(None)
            if self.app.screen is self:
                self.show_pane("outline")
        self._show_paragraph()

    def _show_state(self) -> None:
        sheet = Sheet(self.session, self.office.brackets)
        bar = self._title
        bar.left, bar.warning = sheet.title, self.session.read_only
        self._show_preparing(self.office.preparing)

    def _show_preparing(self, progress: Progress | None) -> None:
        """Say how far the library is prepared, in the side pane and for narrow windows in the top line."""
        if self.office.session is None:
            return
        if progress is not None:
            self._title.right = f"{progress.done:,} of {progress.of:,} prepared, Esc stops"
            self.say_searching(f"{str(progress)[0].upper()}{str(progress)[1:]} · Esc stops")
        else:
            self._title.right = Sheet(self.session).state(self.outline.items)

    def _show_paragraph(self, *, top: bool = False) -> None:
        paragraph, row = self.paragraph, self.outline.current
        page = self._page
        if paragraph is None or row is None:
            page.show([Block(Content("This draft has no paragraph yet; o adds one."))])
            return
        sheet = self.sheet
        if not self.editing:
            page.show(sheet.page(paragraph, row), top=top)
            return
        self._adopted.border_title = f" {sheet.adopted_heading(paragraph)} "
        self.editor.border_title = f" {sheet.drafted_heading(row)} "
        self._below.show([Block(body, filling=True) for body in sheet.following(paragraph.id)])

    def open_editor(self, at: int | None = None) -> None:
        paragraph = self.paragraph
        if paragraph is None:
            return
        adopted = self.session.adopted(paragraph)
        self.editor.open(paragraph.inline, adopted.inline if adopted else None, numbers(self.session.draft), at)
        self.editing = True

    def resume(self, place: str, markup: str) -> None:
        """Open the editor on a text that was being typed before."""
        if all(paragraph.id != place or paragraph.deleted for paragraph in self.session.draft):
            self.notify("The paragraph of that text is gone.")
            return
        self.place = place
        self.open_editor()
        paragraph = self.session.draft[place]
        adopted = self.session.adopted(paragraph)
        typed = Inline.from_markup(markup)
        self.editor.open(typed, adopted.inline if adopted else None, numbers(self.session.draft))

    def settle(self) -> bool:
        if self.editing and self.paragraph is not None:
            return self._commit(self.paragraph)
        return True

    def _commit(self, paragraph: DraftParagraph) -> bool:
        """Put the editor's text into the draft; a new paragraph left empty vanishes."""
        typed = self.editor.inline.strip()
        if not typed and paragraph.origin is None and not paragraph.text:
            self.editing = False
            self.action_delete()
            return True
        return self.perform(edits.SetText(paragraph.id, with_opening(paragraph.paragraph, typed)))

    @on(Editor.Typed)
    def _typed(self, event: Editor.Typed) -> None:
        paragraph = self.paragraph
        if not self.editing or paragraph is None:
            return
        if self._keeping is None:
            self._keeping = self.set_timer(_KEEP, self._keep_typing)
        sheet = Sheet(self.session, self.office.brackets)
        self._adopted.show(sheet.adopted_with(paragraph, event.changes))
        self._state.said = sheet.counted(event.inline, editing=True, before=paragraph.inline)

    def _keep_typing(self) -> None:
        """Put what stands in the editor on disk, while it is open."""
        self._keeping = None
        if self.editing and self.paragraph is not None:
            self.office.keep_typing(Typing(self.place, self.editor.inline.markup))

    @on(Editor.FootnoteWanted)
    def _footnote_wanted(self) -> None:
        def put(citation: str | None) -> None:
            if citation and citation.strip():
                known = {note.id for note in self.session.draft.footnotes}
                fresh = next(id for n in count(1) if (id := f"new{n}") not in known)
                if self.perform(edits.PutFootnote(Footnote(fresh, Inline(citation.strip())))):
                    self.editor.add_note(fresh, len(numbers(self.session.draft)) + 1)

        self.app.push_screen(Ask("The footnote", hint="the full citation; “Ibid.” is worked out"), put)

    def _finished(self, then: str) -> None:
        """The drafter left the editor."""
        paragraph = self.paragraph
        if then == "abandon":
            self.editing = False
            if paragraph and not paragraph.text and paragraph.origin is None:
                self.action_delete()
            return
        at = self.editor.place
        if not self.settle() or not self.editing:
            return
        if then == "split":
            if self.split_at(at):
                self.open_editor(0)
            return
        self.editing = False
        if then in {"previous", "next"}:
            self.outline.cursor += 1 if then == "next" else -1
            if self.outline.current:
                self.place = self.outline.current.id
            self.action_edit()

    @on(Lines.Moved, "#outline")
    def _outline_moved(self) -> None:
        """Follow the cursor to where it is by now: a message may be older than the next key."""
        row = self.outline.current
        if row is not None and row.id != self.place and self.settle():
            self.place = row.id

    @on(Lines.Picked, "#outline")
    def _outline_picked(self) -> None:
        self.action_edit()


def _serious(session: Session) -> set[str]:
    """The paragraphs of which the checks say more than a note."""
    return {id for id, found in session.found().items() if any(one.severity is not Severity.NOTE for one in found)}
