"""The desk: the outline, the paragraph as adopted and as drafted, and what is known about it at the side."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.reactive import reactive
from textual.screen import Screen

from drafter.edit.copying import copied
from drafter.edit.gestures import Gesture
from drafter.edit.replacing import holding
from drafter.model.draft import Draft, DraftParagraph
from drafter.tui.actions import bindings
from drafter.tui.dialogs.proposed import put_in
from drafter.tui.dialogs.questions import AT_ONCE, OF_A_PARAGRAPH, QUESTIONS, Asking
from drafter.tui.office import office, session_of
from drafter.tui.panels.arranged import DeskPanels
from drafter.tui.panels.moving import MovingBlock
from drafter.tui.panels.outline import OutlinePanel
from drafter.tui.panels.paragraph import ParagraphPanel
from drafter.tui.panels.side import SidePanel
from drafter.tui.panels.writing import Writing
from drafter.tui.screens.mounted import once_mounted
from drafter.tui.screens.others import open_on
from drafter.tui.shown.desk_text import DeskText
from drafter.tui.shown.rows import rows
from drafter.tui.state.last_place import LastPlace
from drafter.tui.state.session import Session, named
from drafter.tui.widgets.editor import Editor
from drafter.tui.widgets.hints import Hints
from drafter.tui.widgets.lines import Lines
from drafter.tui.widgets.pane import Pane
from drafter.tui.widgets.tab_strip import TabStrip
from drafter.tui.widgets.title_bar import TitleBar

if TYPE_CHECKING:
    from drafter.edit.documents import Typing
    from drafter.tui.dialogs.find import FoundWords
    from drafter.tui.preparation import Preparation


class DeskScreen(Screen[None]):
    """Shows the session; each gesture becomes one edit, which the office makes."""

    CSS_PATH = "desk.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("desk")]
    AUTO_FOCUS = "OutlinePanel"

    place: reactive[str] = reactive("", init=False, repaint=False)
    """The id of the paragraph that is shown."""

    def __init__(self) -> None:
        super().__init__()
        self.outline = OutlinePanel(id="outline")
        self.text = ParagraphPanel(id="middle")
        self.side = SidePanel(id="side")
        self._bar = TitleBar()
        self.panels = DeskPanels(self.outline, self.text, self.side)
        self._writing = Writing(self)
        self._moving = MovingBlock(self.outline)
        self._last = LastPlace()

    def compose(self) -> ComposeResult:
        yield self._bar
        yield self.panels
        yield Hints()

    @once_mounted
    def on_mount(self) -> None:
        self.watch(self.app, "session", self._session_changed)
        office(self).preparation.changed.subscribe(self, self._show_preparation)
        self.place = self._last.of(session_of(self))

    def on_unmount(self) -> None:
        self._last.keep(self.place)

    @property
    def editing(self) -> bool:
        """Whether the paragraph's editor is open."""
        return self.text.editing

    @property
    def paragraph(self) -> DraftParagraph | None:
        """The paragraph that is shown; None in a draft without any."""
        return next((paragraph for paragraph in session_of(self).draft if paragraph.id == self.place), None)

    @property
    def label(self) -> str:
        return named(session_of(self).draft).get(self.place, "")

    def make(self, gesture: Callable[[Draft], Gesture | None]) -> bool:
        """Make a gesture, and show the paragraph that it concerns."""
        made = office(self).make(gesture)
        if made is None:
            return False
        if made.show is not None and any(paragraph.id == made.show for paragraph in session_of(self).draft):
            self.place = made.show
        return True

    def _session_changed(self, session: Session | None) -> None:
        if session is None:
            return
        self.outline.show(rows(session.draft, session.pending().keys(), session.serious()), self.place or None)
        if self.place and self.outline.current and self.outline.current.id != self.place:
            self.place = self.outline.current.id
        self._bar.left, self._bar.warning = DeskText(session).title, session.read_only
        self._show_progress(office(self).preparation)
        if not self.editing:
            self.show_paragraph()
        self.side.about(self.place)

    def watch_place(self, place: str) -> None:
        if self.editing:
            self._writing.close()
        self.outline.select(place)
        self.show_paragraph(top=True)
        self.side.about(place)

    def show_paragraph(self, *, top: bool = False) -> None:
        """Show the paragraph of the place again, after it or what is known about it changed."""
        self.text.show(self.paragraph, self.outline.current, top=top)

    def _show_preparation(self, preparation: Preparation) -> None:
        self._show_progress(preparation)
        if preparation.progress is None:
            self.side.about(self.place)

    def _show_progress(self, preparation: Preparation) -> None:
        """Say how far the library is prepared, in the side pane and for narrow windows in the top line."""
        session, progress = office(self).session, preparation.progress
        if progress is not None:
            self._bar.right = f"{progress.done:,} of {progress.of:,} prepared, Esc stops"
            self.side.say_searching(f"{str(progress)[0].upper()}{str(progress)[1:]} · Esc stops")
        elif session is not None:
            self._bar.right = DeskText(session).state(self.outline.rows)

    @on(Lines.Moved, "#outline")
    def _outline_moved(self) -> None:
        """Follow the cursor to where it is by now: a message may be older than the next key."""
        row = self.outline.current
        if row is not None and row.id != self.place and self.settle():
            self.place = row.id

    @on(Lines.ItemPicked, "#outline")
    def _outline_picked(self) -> None:
        self.action_edit()

    @on(SidePanel.AgreedFound)
    def _agreed_found(self, event: SidePanel.AgreedFound) -> None:
        session = office(self).session
        if not self.editing and session is not None and session.draft is event.draft and event.place == self.place:
            self.show_paragraph()
            self.text.note_agreed(event.place)

    @on(ParagraphPanel.SourceChosen)
    def _source_chosen(self, event: ParagraphPanel.SourceChosen) -> None:
        from drafter.tui.screens.cited import CitedScreen

        if self.paragraph is not None:
            self.app.push_screen(CitedScreen(self.label, self.paragraph.text, event.runs, event.run))

    @on(Pane.EntryChosen)
    def _entry_chosen(self, event: Pane.EntryChosen) -> None:
        if not self.settle():
            return
        if not self.side.is_current():
            self.notify("This was found for another paragraph or wording; it is being looked for again.", timeout=3)
        elif event.entry.run is not None:
            self.text.choose_source(event.entry.run)
        else:
            put_in(self._asking, event.entry, event.how)

    @property
    def _asking(self) -> Asking:
        return Asking(self.app, session_of(self).draft, self.place, self.make, self._go)

    def settle(self) -> bool:
        """Make the text in the open editor part of the draft."""
        return self.text.settle()

    def show_touched(self, ids: Sequence[str]) -> None:
        """Show a paragraph that undo or redo touched: the one already shown if it is among them, otherwise the
        first."""
        if ids and self.place not in ids:
            self.place = ids[0]

    def resume(self, typing: Typing) -> None:
        """Open the editor on a text that was being typed before."""
        self._writing.resume(typing)

    @on(Editor.Left)
    def _editor_left(self, event: Editor.Left) -> None:
        self._writing.left(event)

    def action_edit(self) -> None:
        if not self._moving.put(self._asking) and self._asking.stands():
            self._writing.open()

    def action_new(self, where: str) -> None:
        self._writing.begin(where)

    def action_at_once(self, what: str) -> None:
        if self.paragraph is not None:
            self.make(lambda draft: AT_ONCE[what](draft, self.place))

    def action_move(self) -> None:
        if self.settle():
            self._moving.begin(self._asking)

    def action_ask(self, what: str) -> None:
        if self.settle() and (what not in OF_A_PARAGRAPH or self._asking.stands()):
            QUESTIONS[what](self._asking)

    def action_next(self, mark: str, step: int) -> None:
        """To the next paragraph (before this one with step -1) that has a mark, or any change."""
        if mark == "FOUND" and not self.text.sought:
            self.action_find()
            return
        self._go(self.outline.next_marked(mark, step, holding(session_of(self).draft, self.text.sought)) or None)
        if mark == "FINDING":
            self.side.front("findings")

    def _go(self, place: str | None) -> None:
        """To a paragraph; "" is the masthead."""
        if place:
            self.place = place
        elif place is not None:
            QUESTIONS["masthead"](self._asking)

    def action_find(self) -> None:
        if self.settle():
            from drafter.tui.dialogs.find import Find

            self.app.push_screen(Find(session_of(self).draft, self.text.sought), self._found)

    def _found(self, found: FoundWords | None) -> None:
        if found is not None:
            self.text.sought = found.words
            self._go(found.id)
            self.show_paragraph()

    def copy_shown(self, *, markdown: bool = False) -> None:
        """Copy the paragraph with its label and its changes."""
        if self.paragraph is not None:
            self.app.copy_to_clipboard(copied(session_of(self).draft, [self.place], markdown=markdown))
            self.notify(f"{self.label} copied{' as Markdown' if markdown else ''}.", timeout=2)

    def action_copy_markdown(self) -> None:
        self.copy_shown(markdown=True)

    def action_open(self, what: str) -> None:
        """Open another screen on the draft; it may come back with the paragraph to go to."""
        if self.settle():
            open_on(what, self.app, self.place, self._go)

    def action_outline(self) -> None:
        if not self._moving.leave() and not office(self).preparation.stop():
            self.panels.to("outline")

    def action_prepare(self) -> None:
        office(self).preparation.start()

    def action_library(self) -> None:
        if self.settle():
            office(self).close_draft()

    def action_mark_agreed(self) -> None:
        self.text.mark_agreed()
        self.show_paragraph()

    def action_agreed_source(self) -> None:
        self.text.choose_source()

    def action_read_on(self) -> None:
        if not self.text.read_on():
            self.outline.cursor += 1

    def action_step_pane(self, step: int) -> None:
        self.panels.step(step)

    def action_side(self) -> None:
        self.panels.turn_side()

    def action_pane(self, pane: str) -> None:
        self.panels.to(pane)

    @on(TabStrip.TabChosen)
    def _tab_chosen(self, event: TabStrip.TabChosen) -> None:
        self.panels.to(event.tab)
