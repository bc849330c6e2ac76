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
from drafter.edit.journal import Typing
from drafter.edit.reworded import with_opening
from drafter.model.draft import Draft, DraftParagraph
from drafter.model.finding import Severity
from drafter.model.inline import Inline
from drafter.model.resolution import Footnote
from drafter.tui.actions import bindings
from drafter.tui.dialogs.ask import Ask
from drafter.tui.screens.desk_agreed import DeskAgreed
from drafter.tui.screens.desk_ways import PANES
from drafter.tui.shown import sources
from drafter.tui.shown.block import Block
from drafter.tui.shown.rows import rows
from drafter.tui.shown.sheet import Sheet
from drafter.tui.state.session import Session, numbers
from drafter.tui.widgets.editor import Editor
from drafter.tui.widgets.hints import Hints
from drafter.tui.widgets.line import Line
from drafter.tui.widgets.lines import Lines
from drafter.tui.widgets.page import Page
from drafter.tui.widgets.pane import Pane
from drafter.tui.widgets.reader import Reader
from drafter.tui.widgets.tab_strip import TabStrip
from drafter.tui.widgets.title_bar import TitleBar
from drafter.tui.work.messages import EntriesFound

if TYPE_CHECKING:
    from drafter.library.searchable import Progress

_SETTLE = 0.12
"""Seconds that a paragraph has to be in hand before the side pane asks about it."""

_SEARCHED = ("suggestions", "agreed")
"""The panes that show what was found in the library."""

_LONG = 0.6
"""Seconds after which a pane says that it is being looked for."""
_KEEP = 0.3
"""Seconds between two times that the text being typed is put on disk."""


class DeskScreen(DeskAgreed):
    """Shows the session; each action becomes an edit that the app performs."""

    CSS_PATH = "desk.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("desk")]
    AUTO_FOCUS = "Outline"

    _asking: Timer | None = None
    _keeping: Timer | None = None
    _waiting: Timer | None = None

    def __init__(self) -> None:
        super().__init__()
        self._title = TitleBar()
        self._strip = TabStrip(
            [(pane, pane.capitalize()) for pane in ("outline", "text", *PANES)], "outline", id="panes"
        )
        self._page = Page(id="page")
        self._workbench = Vertical(id="workbench")
        self._adopted = Reader(id="adopted")
        self.editor = Editor(self._finished, id="editor")
        self._state = Line(id="state")
        self._below = Page(id="below")
        self._tabs = TabStrip([(pane, pane.capitalize()) for pane in PANES], PANES[0], id="tabs")
        self._panes = {pane: Pane(sources.EMPTY[pane], id=pane) for pane in PANES}
        self._shown_for: dict[str, tuple[Draft, str]] = {}

    def compose(self) -> ComposeResult:
        yield self._title
        yield self._strip
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
                yield self._tabs
                yield from self._panes.values()
        yield Hints()

    def on_mount(self) -> None:
        self.outline.border_title = "Outline"
        self._workbench.display = False
        self._front(PANES[0])
        self.add_class("at-outline")
        self.watch(self.app, "session", self._session_changed)
        self.watch(self.app, "preparing", self._show_preparing, init=False)
        self.watch(self.app, "prepared", self._ask_soon, init=False)
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
        self._ask_soon()

    def watch_place(self, place: str) -> None:
        if self.editing:
            self.editing = False
        self.outline.select(place)
        self._show_paragraph(top=True)
        self._ask_soon()

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
        bar.left, bar.right, bar.warning = sheet.title, sheet.state(self.outline.items), self.session.read_only
        self._show_preparing(self.office.preparing)

    def _show_preparing(self, progress: Progress | None) -> None:
        """Say how far the library is prepared, in the side pane and for narrow windows in the top line."""
        if self.office.session is None:
            return
        if progress is not None:
            self._title.right = f"{progress.done:,} of {progress.of:,} prepared, Esc stops"
            pane = self._panes[self._side]
            if self._side in _SEARCHED and not pane.entries:
                pane.show((), f"{str(progress)[0].upper()}{str(progress)[1:]} · Esc stops")
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

    @on(TabStrip.Chosen)
    def _tab_chosen(self, event: TabStrip.Chosen) -> None:
        self.show_pane(event.tab)

    @property
    def pane(self) -> str:
        return next((pane for pane in ("outline", "text") if self.has_class(f"at-{pane}")), self._side)

    def action_side(self) -> None:
        self.toggle_class("without-side")
        if self.has_class("without-side") and self.pane in PANES:
            self.show_pane("outline")

    @property
    def _side(self) -> str:
        return self._tabs.active

    def show_pane(self, pane: str) -> None:
        if pane in PANES:
            self.remove_class("without-side")
            self._front(pane)
        self._at(pane)
        if pane == "text" and self.editing:
            self.set_focus(self.editor)
        else:
            self.set_focus(self._panes.get(pane, self.outline))

    def _at(self, pane: str) -> None:
        for known in ("outline", "text", "side"):
            self.set_class(known == (pane if pane not in PANES else "side"), f"at-{known}")
        self._strip.active = pane

    def _front(self, pane: str) -> None:
        self._tabs.active = pane
        for known, shown in self._panes.items():
            shown.display = known == pane
        self._ask_soon()

    def _ask_soon(self) -> None:
        for timer in (self._asking, self._waiting):
            if timer is not None:
                timer.stop()
        self._asking = self.set_timer(_SETTLE, self._ask)

    def _ask(self) -> None:
        """Let a worker find out what the side pane shows."""
        if self.office.session is None or not self.place:
            return
        pane, place, session, desk = self._side, self.place, self.session, self.office.desk

        self._waiting = self.set_timer(_LONG, lambda: self._panes[pane].show((), "Looking …"))

        def look() -> None:
            if pane == "suggestions":  # which take longer than to see what is agreed
                self.look_for_agreed(session, place)
            entries, said = sources.asked(pane, session, place, desk)
            self.look_for_agreed(session, place)  # first, so that both are painted at once
            self.post_message(EntriesFound(pane, session.draft, place, entries, said))

        self.run_worker(look, thread=True, exclusive=True, group="side", exit_on_error=False)

    @on(EntriesFound)
    def _entries_found(self, event: EntriesFound) -> None:
        if self._is_current(event.draft, event.place):
            if self._waiting is not None:
                self._waiting.stop()
            self._shown_for[event.pane] = (event.draft, event.place)
            self._panes[event.pane].show(event.entries, event.said)

    def _is_current(self, draft: Draft, place: str) -> bool:
        session = self.office.session
        return session is not None and session.draft is draft and place == self.place

    @on(Pane.Chosen)
    def _entry_chosen(self, event: Pane.Chosen) -> None:
        entry = event.entry
        if not self.settle():
            return
        if not self._is_current(*self._shown_for[self._side]):
            self.notify("This was found for another paragraph or wording; it is being looked for anew.", timeout=3)
            return
        if event.how == "refuse":
            if proposal := entry.suggestion or entry.update:
                self.refuse(proposal)
        elif entry.suggestion is not None:
            (self.put_in_phrase if event.how == "phrase" else self.put_in_suggestion)(entry.suggestion)
        elif entry.update is not None:
            self.put_in_update(entry.update)
        elif entry.finding is not None:
            self.put_in_finding(entry.finding)
        elif entry.run is not None:
            self.open_source(entry.run)


def _serious(session: Session) -> set[str]:
    """The paragraphs of which the checks say more than a note."""
    return {id for id, found in session.found().items() if any(one.severity is not Severity.NOTE for one in found)}
