"""The editor of one paragraph: soft-wrapped, italics and note marks kept, the new words marked while typing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from time import monotonic
from typing import TYPE_CHECKING, ClassVar

from rich.text import Text
from textual import events
from textual.binding import BindingType
from textual.message import Message
from textual.widgets import TextArea
from textual.widgets.text_area import Edit, EditResult, Location

from drafter.model.change import WordChange
from drafter.model.inline import Inline
from drafter.tui.actions import bindings
from drafter.tui.shown.marked import MarkedText
from drafter.tui.shown.plain import one_line
from drafter.tui.state.session import changes

if TYPE_CHECKING:
    from drafter.parse.fragment import Fragment

_PAUSE = 1.5
"""Seconds without a key after which a new undo step begins."""


class Editor(TextArea):
    """Holds a paragraph while it is edited; the draft changes only when the drafter is done."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"editor--note", "editor--added"}
    DEFAULT_CSS = """
    Editor {
        border: none;
        padding: 0;
        background: transparent;
        scrollbar-size-vertical: 1;
        &:focus { border: none; background: transparent; }
        .editor--note { color: $text-accent; }
        .editor--added { color: $text-success; text-style: underline; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("editor")]

    @dataclass
    class Typed(Message):
        """The text changed; it is not part of the draft yet."""

        inline: Inline
        changes: tuple[WordChange, ...]

    @dataclass
    class FootnoteWanted(Message):
        """A footnote was asked for at the cursor."""

    @dataclass
    class Left(Message):
        """The drafter is done; `to` says with what: "done", "previous", "next", "split" or "abandon"; or with
        "several", that several paragraphs were `pasted`, and the drafter is to say what becomes of them."""

        to: str
        pasted: Fragment | None = None

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id, soft_wrap=True, show_line_numbers=False, highlight_cursor_line=False, compact=True)
        self.match_cursor_bracket = False
        self._marked = MarkedText.of(Inline(), {})
        self._base: Inline | None = None
        self._changes: tuple[WordChange, ...] = ()
        self._past: list[tuple[MarkedText, int]] = []
        self._future: list[tuple[MarkedText, int]] = []
        self._last_key = (0.0, "")
        self._styled: Text | None = None

    @property
    def inline(self) -> Inline:
        """The paragraph as it stands in the editor."""
        return self._marked.inline

    @property
    def place(self) -> int:
        """The cursor's place in the paragraph's text."""
        return self._marked.offset(self.cursor_location[1])

    @property
    def changes(self) -> tuple[WordChange, ...]:
        """What the text in the editor changes in the base's paragraph."""
        return self._changes

    def open(self, inline: Inline, base: Inline | None, numbers: Mapping[str, int], at: int | None = None) -> None:
        """Begin with a paragraph; `base` is what changes are marked against, `at` a place in its text."""
        self._base = base
        self._past, self._future = [], []
        marked = MarkedText.of(inline, numbers)
        self._put(marked, len(marked.text) if at is None else marked.place(at))

    def add_note(self, note: str, number: int) -> None:
        """Put a note's mark at the cursor."""
        cursor = self.cursor_location[1]
        self._remember("note")
        marked = self._marked.noted(cursor, note, number)
        self._put(marked, cursor + len(marked.text) - len(self._marked.text))

    def edit(self, edit: Edit) -> EditResult:
        edit.text = one_line(edit.text)
        self._remember("delete" if not edit.text else "space" if edit.text.isspace() else "type")
        result = super().edit(edit)
        became = self._marked.became(self.text)
        if became.text == self.text:
            self._marked = became
            self._settle()
        else:
            after = len(self.text) - self.cursor_location[1]
            self._put(became, max(0, len(became.text) - after))
        return result

    def on_paste(self, event: events.Paste) -> None:
        event.prevent_default()
        event.stop()
        self._pasted(event.text)

    def action_paste(self) -> None:
        self._pasted(self.app.clipboard)

    def _pasted(self, text: str) -> None:
        from drafter.parse.fragment import fragment  # the readers of files are not needed before

        found = fragment(text)
        if len(found.paragraphs) > 1:
            self.post_message(self.Left("several", found))
            return
        numbered = bool(found.numbers) and not self._marked.text[: min(self.selection)[1]].strip()
        self.put_in(found.paragraphs[0].text if numbered else found.flat)
        if told := found.told(numbers=numbered):
            self.notify(told)

    def put_in(self, words: str) -> None:
        """Words in place of those that are selected, as if they were typed."""
        if result := self._replace_via_keyboard(words, *self.selection):
            self.move_cursor(result.end_location)

    def undo(self) -> None:
        if self._past:
            self._future.append((self._marked, self.cursor_location[1]))
            self._put(*self._past.pop())
        else:
            self.app.call_later(self.app.run_action, "app.undo")

    def redo(self) -> None:
        if self._future:
            self._past.append((self._marked, self.cursor_location[1]))
            self._put(*self._future.pop())

    def get_line(self, line_index: int) -> Text:
        if self._styled is None or self._styled.plain != self.text:
            self._styled = self._painted()
        return self._styled.copy() if line_index == 0 else Text("", end="", no_wrap=True)

    def get_cursor_left_location(self) -> Location:
        return self._beside_marks(super().get_cursor_left_location(), -1)

    def get_cursor_right_location(self) -> Location:
        return self._beside_marks(super().get_cursor_right_location(), 1)

    def action_done(self) -> None:
        self.post_message(self.Left("done"))

    def action_split_here(self) -> None:
        self.post_message(self.Left("split"))

    def action_previous(self) -> None:
        self.post_message(self.Left("previous"))

    def action_next(self) -> None:
        self.post_message(self.Left("next"))

    def action_abandon(self) -> None:
        self.post_message(self.Left("abandon"))

    def action_start(self) -> None:
        self.move_cursor((0, 0))

    def action_end(self) -> None:
        self.move_cursor(self.document.end)

    def action_footnote(self) -> None:
        self.post_message(self.FootnoteWanted())

    def action_italic(self) -> None:
        start, end = sorted((self.selection.start[1], self.selection.end[1]))
        if start == end:
            self.notify("Select the words first, with Shift and the arrows or the mouse.")
            return
        self._remember("italic")
        self._put(self._marked.slanted(start, end), end)

    def _put(self, marked: MarkedText, cursor: int) -> None:
        self._marked = marked
        self.load_text(marked.text)
        self.cursor_location = (0, cursor)
        self._settle()

    def _settle(self) -> None:
        inline = self._marked.inline
        self._changes = changes(self._base, inline)
        self._styled = None
        self._line_cache.clear()
        self.refresh()
        self.post_message(self.Typed(inline, self._changes))

    def _remember(self, kind: str) -> None:
        now, (before, last) = monotonic(), self._last_key
        if kind != last or kind not in {"type", "delete"} or now - before > _PAUSE or not self._past:
            self._past.append((self._marked, self.cursor_location[1]))
        self._future.clear()
        self._last_key = (now, kind)

    def _beside_marks(self, location: Location, step: int) -> Location:
        row, column = location
        inks = self._marked.inks
        while 0 < column < len(inks) and inks[column].note is not None and inks[column] == inks[column - 1]:
            column += step
        return row, column

    def _painted(self) -> Text:
        note = self.get_component_rich_style("editor--note", partial=True)
        added = self.get_component_rich_style("editor--added", partial=True)
        text = Text(self._marked.text, end="", no_wrap=True)
        place = [at for at, ink in enumerate(self._marked.inks) if ink.note is None]
        place.append(len(self._marked.text))
        for change in self._changes:
            if change.new_start < change.new_end:
                text.stylize(added, place[change.new_start], place[change.new_end - 1] + 1)
        start = 0
        inks = self._marked.inks
        for end in range(1, len(inks) + 1):
            if end == len(inks) or inks[end] != inks[start]:
                if inks[start].italic:
                    text.stylize("italic", start, end)
                elif inks[start].note is not None:
                    text.stylize(note, start, end)
                start = end
        return text
