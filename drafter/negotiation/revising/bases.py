"""The bases that follow on a round's: its own decided text, or one that others issued."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from drafter.align.likeness import Compared
from drafter.align.order import heaviest_in_order
from drafter.align.pairs import align
from drafter.align.rows import Pairing, rows
from drafter.edit import structure
from drafter.model.change import Pair
from drafter.model.draft import Draft, DraftParagraph, Status
from drafter.model.inline import Inline, NoteMark
from drafter.model.proposal import Deed, Proposal, fingerprint
from drafter.model.symbol import Symbol
from drafter.negotiation import texts
from drafter.negotiation.values import Round

_REVISION = re.compile(r"\bRev\.?\s*(\d+)", re.IGNORECASE)


def own_next(round_: Round, stage: str) -> tuple[Draft, tuple[Pair, ...]]:
    """What was decided as a text of its own, with the ids and origins of the base's draft, and its rows."""
    decided = texts.issued(round_)
    places = {label: place for place, label in enumerate(round_.paragraphs)}
    known = [(places[one.origin], place) for place, one in enumerate(decided) if one.origin is not None]
    text = replace(in_the_draft(round_, decided), symbol=_revised(decided.symbol, stage))
    return text, following(round_.text, text, known, texts.accepted(round_))


def in_the_draft(round_: Round, text: Draft) -> Draft:
    """A text that the round makes, with the origins of the draft that the base was, instead of the base's labels.

    What lost the paragraph that it stood in rises, as in a draft.
    """
    ids: set[str] = set()
    kept = [replace(_as_in_the_draft(round_, one), id=_free(one.id, ids)) for one in text]
    old = frozenset(one.id for one in kept if one.origin is not None)
    for place, level in structure.mended(kept, old).items():
        kept[place] = kept[place].with_paragraph(level=level)
    return replace(text, paragraphs=tuple(kept))


def of_others(round_: Round, issued: Draft) -> tuple[Draft, tuple[Pair, ...]]:
    """A base that others issued, with the ids of the paragraphs and notes that are in the old one, and its rows."""
    text, _ = with_our_notes(round_.text, replace(issued, paragraphs=issued.standing))
    pairs = align([one.paragraph for one in round_.text], [one.paragraph for one in text]).pairs
    ours: dict[int, str] = {}
    for pair in pairs:
        if pair.old is not None and pair.new is not None:
            own = round_.text.paragraphs[pair.old].id
            if own not in ours.values():
                ours.setdefault(pair.new, own)
    ids = set(ours.values())
    named = tuple(
        replace(one, id=ours.get(place) or _free(fingerprint("p", one.inline.markup), ids))
        for place, one in enumerate(text)
    )
    return replace(text, paragraphs=named), pairs


def next_stage(stage: str) -> str:
    """What the version after that stage is called.

    >>> next_stage("Zero draft"), next_stage("Rev.1")
    ('Rev.1', 'Rev.2')
    """
    found = _REVISION.search(stage)
    return f"Rev.{int(found[1]) + 1 if found else 1}"


def following(
    old: Draft, new: Draft, known: Sequence[tuple[int, int]], accepted: Sequence[Proposal] = ()
) -> tuple[Pair, ...]:
    """The rows of two texts of which it is known what became of each paragraph; merges are those of `accepted`."""
    before, after = [[Compared(one.paragraph) for one in side] for side in (old, new)]
    pairs: dict[int, int] = {}
    parts: dict[int, list[int]] = defaultdict(list)
    for one, other in known:
        pairs.setdefault(one, other)
        parts[one].append(other)
    labels = {label: place for place, label in enumerate(Round("", old).paragraphs)}
    merges: dict[int, list[int]] = {}
    for proposal in accepted:
        if proposal.kind is Deed.MERGE and labels[proposal.label] in pairs and labels[proposal.second] not in pairs:
            merges[pairs[labels[proposal.label]]] = sorted((labels[proposal.label], labels[proposal.second]))
    listed = sorted(pairs.items())
    weights = [1 + min(before[one].size, after[other].size) for one, other in listed]
    in_order = [listed[place] for place in heaviest_in_order([other for _, other in listed], weights)]
    splits = {one: some for one, some in parts.items() if len(some) > 1}
    return rows(before, after, Pairing(pairs, splits, merges, in_order)).pairs


def _as_in_the_draft(round_: Round, one: DraftParagraph) -> DraftParagraph:
    """A paragraph of the decided text with the origin of the draft that the base was, instead of the base's label."""
    if one.origin is None:
        return one
    before = round_.paragraphs[one.origin]
    status = before.status
    if one.inline != before.inline and before.origin is not None:
        status = Status.EDITED
    return replace(one, origin=before.origin, status=status)


def _free(name: str, taken: set[str]) -> str:
    own, number = name, 2
    while own in taken:
        own, number = f"{name}-{number}", number + 1
    taken.add(own)
    return own


def _revised(symbol: Symbol | None, stage: str) -> Symbol | None:
    """The symbol of the revision that the stage names, where the text has a symbol with a number."""
    found = _REVISION.search(stage)
    if symbol is None or symbol.number is None or not symbol.limited or found is None:
        return symbol
    return replace(symbol, suffixes=(f"Rev.{int(found[1])}",))


def with_our_notes(ours: Draft, text: Draft) -> tuple[Draft, dict[str, str]]:
    """The text, whose notes that read as ours go by our ids, and by none of them otherwise; what each is called now."""
    free: dict[str, list[str]] = defaultdict(list)
    for note in ours.footnotes:
        free[note.inline.text].append(note.id)
    taken = {note.id for note in ours.footnotes}
    names: dict[str, str] = {}
    for note in text.footnotes:
        same = free[note.inline.text]
        names[note.id] = same.pop(0) if same else _free(fingerprint("n", note.inline.markup), taken)

    def named(inline: Inline) -> Inline:
        marks = tuple(NoteMark(mark.at, names.get(mark.note, mark.note)) for mark in inline.marks)
        return Inline(inline.text, inline.italics, marks)

    renamed = replace(
        text,
        title=named(text.title),
        paragraphs=tuple(one.with_paragraph(inline=named(one.inline)) for one in text),
        footnotes=tuple(replace(note, id=names[note.id]) for note in text.footnotes),
    )
    return renamed, names
