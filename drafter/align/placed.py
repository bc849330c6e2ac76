"""What a reading does to words, with some of the words around it."""

from __future__ import annotations

from drafter.align.marked import in_brackets
from drafter.align.words import word_changes

_AROUND = 40
"""Characters shown before and after what changes."""


def placed(old: str, new: str) -> str:
    """The changed words, `[-out-]` and `{+in+}`, with what stands around them.

    >>> placed("Calls upon all States to cooperate", "Calls upon Member States to cooperate")
    'Calls upon [-all-]{+Member+} States to cooperate'
    """
    changes = word_changes(old, new)
    if not changes:
        return "as it is"
    first, last = changes[0].old_start, changes[-1].old_end
    start = old.find(" ", first - _AROUND, first) + 1 if first > _AROUND else 0
    end = max(old.rfind(" ", last, last + _AROUND), last) if len(old) - last > _AROUND else len(old)
    shown = in_brackets(old, new, changes)
    inner = shown[start : len(shown) - (len(old) - end)]
    return f"{'… ' if start else ''}{inner}{' …' if end < len(old) else ''}"
