"""The stretches that change in a paragraph, as instructions whose quoted words stand in it exactly once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from drafter.align.units import Token, Units, inline_of, units, words_of
from drafter.model.inline import Inline
from drafter.model.proposal import TITLE, Proposal
from drafter.negotiation.amending import proof
from drafter.negotiation.amending.instruction import AmendingInstruction
from drafter.negotiation.apply import order, worded
from drafter.negotiation.intake.anchors import occurrences
from drafter.negotiation.intake.asked import Act
from drafter.negotiation.intake.basetext import RoundBase

_LONGEST = 30
"""Words that a quotation may have beyond what changes; a longer one is harder to follow than the whole paragraph."""


@dataclass(frozen=True, slots=True)
class _Quotation:
    """Edits that are said together, and the units of the base from `start` up to `end` that are quoted for them."""

    edits: tuple[Proposal, ...]
    start: int
    end: int


def stretches(
    base: RoundBase, label: str, edits: Sequence[Proposal], notes: Mapping[str, Inline]
) -> tuple[AmendingInstruction, ...]:
    """Instructions that make these changes of words; the whole paragraph anew where no quotation is clear enough."""
    own = base.inline(label)
    wanted = worded(own, edits)
    groups = [_Quotation((one,), *_edges(one)) for one in sorted(edits, key=order)]
    while True:
        made = [_clear(base, label, group, notes) for group in groups]
        if any(one is None for one in made):
            break
        said = [one for one in made if one is not None]
        if (joined := _joined([group for group, _ in said])) is None:
            told = tuple(one for _, one in said)
            if proof.makes(base, label, told, wanted, notes):
                return told
            break
        groups = joined
    return (_anew(label, own, wanted, tuple(one.id for one in edits)),)


def _anew(label: str, own: Inline, wanted: Inline, ids: tuple[str, ...]) -> AmendingInstruction:
    if label == TITLE:
        return AmendingInstruction(Act.SWAP, (label,), own.without_marks(), wanted, ids=ids)
    return AmendingInstruction(Act.REWRITE, (label,), blocks=(wanted,), ids=ids)


def _edges(one: Proposal) -> tuple[int, int]:
    start, end, _ = order(one)
    return start, end


def _clear(
    base: RoundBase, label: str, group: _Quotation, notes: Mapping[str, Inline]
) -> tuple[_Quotation, AmendingInstruction] | None:
    """The shortest quotation that says it clearly, word by word longer at the left, then at the right."""
    own = units(base.inline(label))
    wanted = worded(base.inline(label), group.edits)
    if _noted(own, group):
        while group.end < len(own) and own[group.end].note:
            group = replace(group, end=group.end + 1)
    for _ in range(_LONGEST):
        for one in _ways(own, label, group):
            if proof.makes(base, label, (one,), wanted, notes):
                return group, one
        if group.start > 0:
            group = replace(group, start=_further(own, group.start, -1))
        elif group.end < len(own):
            group = replace(group, end=_further(own, group.end, 1))
        else:
            break
    return None


def _further(own: Units, at: int, step: int) -> int:
    """One word further, with the punctuation and the spaces on the way."""
    while True:
        at += step
        if at in (0, len(own)) or any(letter.isalnum() for letter in own[at if step < 0 else at - 1].text):
            return at


def _ways(own: Units, label: str, group: _Quotation) -> Iterator[AmendingInstruction]:
    """The forms in which a quotation may be said, the plainest first."""
    ids = tuple(one.id for one in group.edits)
    anchor = inline_of(own[group.start : group.end]).strip().without_marks()
    if not any(letter.isalnum() for letter in anchor.text) or len(occurrences(anchor.text, words_of(own))) != 1:
        return
    first, *others = group.edits
    start, end, put = order(first)
    if not others and start == end == group.end:
        yield AmendingInstruction(Act.AFTER, (label,), anchor, inline_of(put).strip(), ids=ids)
    if not others and not put and (start, end) == (group.start, group.end):
        yield AmendingInstruction(Act.TAKE_OUT, (label,), anchor, ids=ids)
        return
    words = inline_of(_changed(own, group)).strip()
    if words:
        yield AmendingInstruction(Act.SWAP, (label,), anchor, words, ids=ids)


def _changed(own: Units, group: _Quotation) -> Iterator[Token]:
    """The quoted units with the changes in them; marks are said again where the words bring some or lose some."""
    noted = _noted(own, group)
    at = group.start
    for one in group.edits:
        start, end, put = order(one)
        yield from (unit for unit in own[at:start] if noted or not unit.note)
        yield from put
        at = end
    yield from (unit for unit in own[at : group.end] if noted or not unit.note)


def _noted(own: Units, group: _Quotation) -> bool:
    """Whether a change brings a note mark or takes one out."""
    changed = [order(one) for one in group.edits]
    return any(unit.note for start, end, put in changed for unit in (*own[start:end], *put))


def _joined(groups: Sequence[_Quotation]) -> list[_Quotation] | None:
    """The quotations with those that overlap as one; None where none do."""
    made: list[_Quotation] = []
    for one in groups:
        if made and one.start < made[-1].end:
            last = made.pop()
            one = _Quotation((*last.edits, *one.edits), min(last.start, one.start), max(last.end, one.end))
        made.append(one)
    return made if len(made) < len(groups) else None
