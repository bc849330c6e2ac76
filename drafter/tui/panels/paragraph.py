"""The paragraph as adopted and as drafted; during editing, the editor between its surroundings."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.timer import Timer

from drafter.edit import gestures
from drafter.edit.documents import Typing
from drafter.model.draft import DraftParagraph
from drafter.model.inline import Inline
from drafter.tui.actions import BY_ID
from drafter.tui.dialogs.ask import Ask
from drafter.tui.office import office, session_of
from drafter.tui.shown.agreement import Agreement, Marking, leading
from drafter.tui.shown.block import PageBlock
from drafter.tui.shown.desk_text import DeskText
from drafter.tui.shown.rows import OutlineRow
from drafter.tui.state.session import numbers
from drafter.tui.widgets.editor import Editor
from drafter.tui.widgets.line import StateLine
from drafter.tui.widgets.page import Page
from drafter.tui.widgets.reader import Reader

if TYPE_CHECKING:
    from drafter.library.values import AgreedRun

_KEEP = 0.3
"""Seconds after which the text being typed is written to disk again."""

_NOTHING = PageBlock(Content("This draft has no paragraph yet; o adds one."))


class ParagraphPanel(Vertical):
    """Shows a page to read, or the editor between the adopted text and the paragraphs that follow.

    The editor's own message says how it was left. `sought` are words that are marked wherever they stand.
    """

    @dataclass
    class SourceChosen(Message):
        """The agreed words whose adopted text is to be opened, with all agreed words of the paragraph."""

        run: AgreedRun
        runs: tuple[AgreedRun, ...]

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.editor = Editor(id="editor")
        self.editing = False
        self.sought = ""
        self._page = Page(id="page")
        self._workbench = Vertical(id="workbench")
        self._adopted = Reader(id="adopted")
        self._state = StateLine(id="state")
        self._below = Page(id="below")
        self._paragraph: DraftParagraph | None = None
        self._source_wanted = ""
        self._keeping: Timer | None = None

    def compose(self) -> ComposeResult:
        yield self._page
        with self._workbench:
            yield self._adopted
            yield self.editor
            yield self._state
            yield self._below

    def on_mount(self) -> None:
        self._workbench.display = False

    def show(self, paragraph: DraftParagraph | None, row: OutlineRow | None, *, top: bool = False) -> None:
        """Show a paragraph, or that there is none; `top` scrolls back to its beginning."""
        self._paragraph = paragraph
        if paragraph is None or row is None:
            self._page.show([_NOTHING])
            return
        text = self._desk_text
        if not self.editing:
            self._page.show(text.page(paragraph, row), top=top)
            return
        self._adopted.border_title = f" {text.adopted_heading(paragraph)} "
        self.editor.border_title = f" {text.drafted_heading(row)} "
        self._below.show([PageBlock(body, filling=True) for body in text.following(paragraph.id)])

    @property
    def _desk_text(self) -> DeskText:
        keys = office(self).settings.keys
        mark, source = (BY_ID[id].shown_keys(keys) for id in ("desk.mark_agreed", "desk.agreed_source"))
        return DeskText(session_of(self), office(self).brackets, self._agreement, (mark, source), self.sought)

    @property
    def _agreement(self) -> Agreement | None:
        text = self._paragraph.text if self._paragraph else ""
        known = office(self).answering.known_coverage(text) if text else None
        return Agreement(known, Marking.named(office(self).settings.agreed)) if known else None

    def open(self, at: int | None = None, typed: Inline | None = None) -> None:
        """Open the editor on the paragraph shown, or on words typed into it before, with the cursor at a place in
        them."""
        paragraph, session = self._paragraph, session_of(self)
        if paragraph is not None:
            adopted = session.adopted(paragraph)
            text = paragraph.inline if typed is None else typed
            self.editor.open(text, adopted.inline if adopted else None, numbers(session.draft), at)
            self._turn(editing=True)

    def settle(self) -> bool:
        """Make the text in the open editor part of the draft, where a new paragraph left empty vanishes; False if that
        is not possible."""
        paragraph = self._paragraph
        if not self.editing or paragraph is None:
            return True
        typed = self.editor.inline
        return office(self).make(lambda draft: gestures.typed(draft, paragraph.id, typed)) is not None

    def close(self) -> None:
        """Close the editor and forget its text."""
        self._turn(editing=False)
        office(self).keep_typing(None)

    def _turn(self, *, editing: bool) -> None:
        self.editing = editing
        self._workbench.display = editing
        self._page.display = not editing

    def read_on(self) -> bool:
        """One page further; False at the end of the paragraph."""
        page = self._page
        if page.scroll_offset.y >= page.max_scroll_y:
            return False
        page.scroll_to(y=page.scroll_offset.y + page.size.height - 1, animate=False)
        return True

    def mark_agreed(self) -> None:
        """Switch the marked agreed words: the new ones, all of them, or none."""
        following = Marking.named(office(self).settings.agreed).following
        office(self).keep(replace(office(self).settings, agreed=following.value))
        self.notify(f"Marked: {following.told}.", timeout=2)

    def choose_source(self, run: AgreedRun | None = None) -> None:
        """Choose the source of agreed words, or of most of them; if it is not known yet, as soon as it is."""
        agreement, paragraph = self._agreement, self._paragraph
        self._source_wanted = ""
        if paragraph is None:
            return
        if agreement is None:
            self._source_wanted = paragraph.id
            self.notify("Looking where these words stand …", timeout=2)
        elif not agreement.coverage.runs:
            self.notify("No six words in a row of this paragraph stand in an adopted text.", timeout=3)
        elif run is None or run in agreement.coverage.runs:
            runs = agreement.coverage.runs
            self.post_message(self.SourceChosen(run or leading(agreement.coverage), runs))

    def note_agreed(self, place: str) -> None:
        """It is known by now which words of a paragraph are agreed."""
        if self._source_wanted == place and self.app.screen is self.screen:
            self.choose_source()
        self._source_wanted = ""

    @on(Editor.Typed)
    def _typed(self, event: Editor.Typed) -> None:
        paragraph = self._paragraph
        if not self.editing or paragraph is None:
            return
        if self._keeping is None:
            self._keeping = self.set_timer(_KEEP, self._keep_typing)
        text = DeskText(session_of(self), office(self).brackets)
        self._adopted.show(text.adopted_with(paragraph, event.changes))
        self._state.said = text.counted(event.inline, editing=True, before=paragraph.inline)

    def _keep_typing(self) -> None:
        """Write the editor's text to disk, while it is open."""
        self._keeping = None
        if self.editing and self._paragraph is not None:
            office(self).keep_typing(Typing(self._paragraph.id, self.editor.inline.markup))

    @on(Editor.FootnoteWanted)
    def _footnote_wanted(self) -> None:
        def put(citation: str | None) -> None:
            if citation and citation.strip():
                gesture, note = gestures.footnote_to_mark(session_of(self).draft, Inline(citation.strip()))
                if office(self).make(lambda _: gesture):
                    self.editor.add_note(note, len(numbers(session_of(self).draft)) + 1)

        self.app.push_screen(Ask("The footnote", hint="the full citation; “Ibid.” is worked out", prose=True), put)
