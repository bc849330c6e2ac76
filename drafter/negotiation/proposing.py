"""Proposals in the one normal form that makes two delegations' same change the same proposal.

Every reader of what arrives makes its proposals here. A stretch has token borders and neither begins nor ends with what
stays; one that can slide stands leftmost.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from drafter.align.units import Units, inline_of, units
from drafter.align.word_edits import word_edits
from drafter.model.inline import Inline, Run
from drafter.model.proposal import TITLE, Deed, Form, Proposal, note_id
from drafter.model.resolution import Footnote

STAY = 0.4
"""The share of a paragraph's words and marks that has to stay, else it counts as rewritten."""


def reworded(label: str, base: Inline, text: Inline, *, alt: bool = False) -> tuple[Proposal, ...]:
    """What `text` proposes on the paragraph `label` that reads `base`: one proposal for each stretch that differs.

    One for the whole where it is meant so (`alt`) or less than two fifths stay; none where both read alike.
    """
    if base == text:
        return ()
    if label != TITLE and not text.text.strip():
        return (deleted(label, base),)
    edits = word_edits(base, text)
    if label != TITLE and (alt or _stays(units(base), ((edit.start, edit.end) for edit in edits)) < STAY):
        return (Proposal(Deed.REPLACE, label, found=base, put=text),)
    own = units(base)
    alone = (inline_of((*own[: edit.start], *edit.put, *own[edit.end :])) for edit in edits)
    return tuple(stretch(label, base, one) for one in alone)


def stretch(label: str, base: Inline, text: Inline) -> Proposal:
    """The one stretch that makes `text` of `base`, which differ; the whole of TITLE or of a paragraph stays itself."""
    before, after = units(base), units(text)
    shorter = min(len(before), len(after))
    tail = 0
    while tail < shorter and before[-1 - tail] == after[-1 - tail]:
        tail += 1
    head = 0
    while head < shorter - tail and before[head] == after[head]:
        head += 1
    return Proposal(
        Deed.TITLE if label == TITLE else Deed.WORDS,
        label,
        head,
        inline_of(before[head : len(before) - tail]),
        inline_of(after[head : len(after) - tail]),
    )


def added(after: str, text: Inline, form: Form) -> Proposal:
    """A new paragraph behind the one labelled `after`; "" for the first of its kind in its part."""
    return Proposal(Deed.NEW, "", put=text, after=after, form=form)


def deleted(label: str, base: Inline) -> Proposal:
    """The paragraph out, with its subparagraphs."""
    return Proposal(Deed.DELETE, label, found=base)


def moved(label: str, after: str) -> Proposal:
    """The paragraph, with its subparagraphs, behind the one labelled `after`."""
    return Proposal(Deed.MOVE, label, after=after)


def split(label: str, base: Inline, parts: Iterable[Inline]) -> Proposal:
    """The paragraph in several."""
    return Proposal(Deed.SPLIT, label, found=base, put=_joined(parts))


def merged(label: str, base: Inline, second: str, other: Inline, text: Inline) -> Proposal:
    """Two paragraphs as one, which stands at `label`."""
    return Proposal(Deed.MERGE, label, found=_joined((base, other)), put=text, second=second)


def with_notes(proposal: Proposal, notes: Mapping[str, Inline], base: Iterable[Footnote]) -> Proposal:
    """The proposal, whose `put` marks `notes` by ids of its file, with the base's ids or such as follow from the words.

    A note whose words the base has is the base's. A mark that names neither stays as it is.
    """
    known = {footnote.inline: footnote.id for footnote in base}
    names = {own: known.get(text) or note_id(text) for own, text in notes.items()}
    put = Inline.of(
        Run("", note=names.get(run.note, run.note)) if run.note is not None else run for run in proposal.put.runs()
    )
    brought = {names[own]: text for own, text in notes.items() if text not in known}
    used = {mark.note for mark in put.marks}
    return replace(
        proposal, put=put, notes=tuple(Footnote(name, brought[name]) for name in sorted(brought) if name in used)
    )


def _joined(parts: Iterable[Inline]) -> Inline:
    whole = Inline()
    for number, part in enumerate(parts):
        whole = whole + (Inline("\n") if number else Inline()) + part
    return whole


def _stays(base: Units, stretches: Iterable[tuple[int, int]]) -> float:
    """The share of the words and marks that no stretch covers."""
    gone = {place for start, end in stretches for place in range(start, end)}
    counted = [place for place, unit in enumerate(base) if not unit.text.isspace()]
    return sum(place not in gone for place in counted) / len(counted) if counted else 1.0
