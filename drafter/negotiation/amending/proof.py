"""Whether instructions say what they should: they are read as any paper is, and done to the base."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import zip_longest

from drafter.model.draft import Draft
from drafter.model.inline import Inline
from drafter.model.proposal import TITLE, Arrival, Deed, united
from drafter.negotiation.amending.instruction import AmendingInstruction, ordered
from drafter.negotiation.amending.starring import starred, stars
from drafter.negotiation.apply import applied, worded
from drafter.negotiation.intake.basetext import RoundBase, base_of
from drafter.negotiation.intake.collecting import Collecting
from drafter.negotiation.intake.sentences import sentence
from drafter.negotiation.intake.takenin import TakenIn, Written
from drafter.negotiation.merge import MergedRound
from drafter.negotiation.values import Round

_SOMEBODY = Arrival(("?",))


def makes(
    base: RoundBase,
    label: str,
    instructions: Sequence[AmendingInstruction],
    wanted: Inline,
    notes: Mapping[str, Inline],
) -> bool:
    """Whether these instructions on one paragraph make it read as wanted; `notes` are those that their words mark."""
    taken = read(base, instructions, notes)
    if taken.not_understood or taken.repairs or any(one.label != label for one in taken.proposals):
        return False
    own = base.inline(label)
    whole = [one.put for one in taken.proposals if one.kind is Deed.REPLACE]
    if whole or any(one.kind not in (Deed.WORDS, Deed.TITLE) for one in taken.proposals):
        now = whole[0] if len(taken.proposals) == len(whole) == 1 else None
    else:
        now = worded(own, taken.proposals)
    texts = {note.id: note.inline.text for note in (*base.notes, *(n for one in taken.proposals for n in one.notes))}
    return now is not None and _said(now, texts) == _said(wanted, texts | _texts(notes))


def apart(
    round_: Round, instructions: Sequence[AmendingInstruction], notes: Mapping[str, Inline], wanted: Draft
) -> str:
    """Where the text that the instructions make is first another than what is wanted: a label, or the beginning of a
    new paragraph; "" where it is the same."""
    taken = read(base_of(round_), instructions, notes)
    now = applied(round_, MergedRound(round_, united(taken.proposals)).standing)
    texts = _texts(notes) | {note.id: note.inline.text for draft in (now, wanted) for note in draft.footnotes}
    if taken.not_understood:
        return taken.not_understood[0].place
    if _said(now.title, texts) != _said(wanted.title, texts):
        return TITLE
    for one, other in zip_longest(now.standing, wanted.standing):
        said = [(each.kind, each.level, _said(each.inline.strip(), texts)) for each in (one, other) if each]
        if len(said) < 2 or said[0] != said[1]:
            found = other or one
            return found.origin or " ".join(found.text.split()[:5]) if found else ""
    return ""


def read(base: RoundBase, instructions: Iterable[AmendingInstruction], notes: Mapping[str, Inline]) -> TakenIn:
    """What the instructions propose to one who reads them in a paper."""
    given = tuple(instructions)
    marks = stars(text for one in given for text in one.texts)
    collecting = Collecting(base, _SOMEBODY)
    for number, one in enumerate(given, 1):
        words = starred(ordered(one), marks).text
        blocks = tuple(starred(block, marks).text for block in one.blocks)
        collecting.take(Written(f"instruction {number}", words, blocks), sentence(words, blocks))
    return collecting.taken(notes={mark: notes[name] for name, mark in marks.items() if name in notes})


def _texts(notes: Mapping[str, Inline]) -> dict[str, str]:
    return {name: note.text for name, note in notes.items()}


def _said(text: Inline, notes: Mapping[str, str]) -> tuple[str, tuple[tuple[int, str], ...]]:
    """The words and their notes; italics follow from the words."""
    return text.text, tuple((mark.at, notes.get(mark.note, mark.note)) for mark in text.marks)
