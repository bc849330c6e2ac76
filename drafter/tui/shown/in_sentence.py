"""An update in its sentence: the words that change, where they stand."""

from __future__ import annotations

from textual.content import Content

from drafter.model.inline import Inline
from drafter.model.suggestion import Update
from drafter.tui.shown.plain import shown
from drafter.tui.shown.wording import ADDED, REMOVED, Wording, bracketed
from drafter.tui.state.session import Session, named, numbers

_MUTED = "$foreground 62%"


def in_sentence(session: Session, id: str, update: Update, *, brackets: bool = False) -> Content:
    """The paragraph `id` (or the note that an update is in) with the old words struck and the new ones behind them."""
    draft = session.draft
    if not id:
        return Content.styled(f"Agenda item {draft.agenda_item}: {shown(draft.agenda_title)}", _MUTED)
    label = named(draft)[id]
    inline = draft[id].inline
    if update.note is not None:
        label = f"{label}, note {numbers(draft).get(update.note, update.note)}"
        inline = next((note.inline for note in draft.footnotes if note.id == update.note), Inline(""))
    wording = Wording(numbers(draft))
    put = [(shown(update.proposed), ADDED)] if update.proposed is not None else [("…", "bold $text-warning")]
    body = Content.assemble(
        (f"{label}  ", f"bold {_MUTED}"),
        wording.plain(inline[: update.start]),
        (shown(inline.text[update.start : update.end]), REMOVED),
        *put,
        wording.plain(inline[update.end :]),
    )
    return bracketed(body) if brackets else body
