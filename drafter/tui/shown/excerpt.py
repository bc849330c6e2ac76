"""What changes in a paragraph, with some of the words around it."""

from __future__ import annotations

from textual.content import Content

from drafter.align.words import word_changes
from drafter.model.inline import Inline
from drafter.tui.shown.plain import lead_in, lead_out, shown
from drafter.tui.shown.wording import Wording, redline

_AROUND = 70
"""Characters before and behind what changes."""


def excerpt(old: Inline, new: Inline, wording: Wording) -> Content:
    """The changed words, marked, from the first to the last; the whole paragraph where none changes."""
    changes = word_changes(old.text, new.text)
    whole = redline(old.without_marks(), new.without_marks(), changes, wording, wording)
    if not changes:
        return whole
    first, last = changes[0].new_start, changes[-1].new_end
    inner = whole[first : len(whole.plain) - (len(new.text) - last)]
    before, behind = lead_in(new.text, first, _AROUND), lead_out(new.text, last, _AROUND)
    return Content.assemble(shown(before), inner, shown(behind))
