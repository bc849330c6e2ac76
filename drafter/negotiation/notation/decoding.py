"""Which proposals a reading of a bracket stands for: the rule that writer and reader share."""

from __future__ import annotations

from drafter.align.units import inline_of, units
from drafter.align.word_edits import word_edits
from drafter.model.inline import Inline
from drafter.model.proposal import Proposal
from drafter.negotiation import proposing

HALF = 0.5
"""The share of a paragraph's words from which on it is shown as a whole and not word by word."""


def decoded(label: str, base: Inline, text: Inline, *, wide: bool) -> tuple[Proposal, ...]:
    """What a paragraph that reads `text` with one bracket's reading proposes on `base`.

    A bracket is one change; only one over more than half of the paragraph (`wide`) is read for what differs in it.
    """
    if base == text:
        return ()
    if not wide:
        return (proposing.stretch(label, base, text),)
    own = units(base)
    return tuple(
        proposing.stretch(label, base, inline_of((*own[: edit.start], *edit.put, *own[edit.end :])))
        for edit in word_edits(base, text)
    )


def is_wide(base: Inline, words: Inline) -> bool:
    """Whether these words of a paragraph hold more than half of its words and marks."""
    return _count(words) > HALF * _count(base)


def _count(words: Inline) -> int:
    return sum(not unit.text.isspace() for unit in units(words))
