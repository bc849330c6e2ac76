"""A proposal as people read it in a list: where, what, and the words out and in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from drafter.align.marked import Fate, Piece
from drafter.align.units import units, words_of
from drafter.model.inline import Inline
from drafter.model.proposal import Deed, Outcome, Proposal
from drafter.negotiation.labels import called
from drafter.negotiation.values import Round

_AROUND = 6
"""Words of the base that are shown on either side of a change."""
_SHORT = 14


@dataclass(frozen=True, slots=True)
class ProposedChange:
    """What a proposal asks for.

    label   of the base, or what a new paragraph would be called
    what    in one or two words: "words put in", "new paragraph", "move behind OP9"
    pieces  the words out and in, with some of the base's around them
    """

    id: str
    by: tuple[str, ...]
    label: str
    what: str
    pieces: tuple[Piece, ...]
    state: Outcome
    why: str = ""


def wishes(round_: Round, proposals: Iterable[Proposal]) -> Iterator[ProposedChange]:
    """These proposals, in their order."""
    names = called(round_)
    for one in proposals:
        yield wish(round_, one, names)


def wish(round_: Round, one: Proposal, names: Mapping[str, str]) -> ProposedChange:
    """A proposal; `names` are what the round's paragraphs are called (`labels.called`)."""
    label, pieces = names.get(one.id, one.label), tuple(_pieces(round_, one))
    return ProposedChange(one.id, one.by, label, _what(one), pieces, round_.outcome(one), one.why)


def delegations(round_: Round) -> tuple[str, ...]:
    """All who propose or say something, in the order of their names."""
    owners = {name for one in round_.proposals for name in one.by}
    return tuple(sorted(owners.union(name for said in round_.positions for name in said.by)))


def short(text: str, words: int = _SHORT) -> str:
    """The beginning of a text."""
    given = text.split()
    return " ".join(given) if len(given) <= words else f"{' '.join(given[:words])} …"


def _what(one: Proposal) -> str:
    match one.kind:
        case Deed.WORDS | Deed.TITLE:
            return "words put in" if not one.found else "words taken out" if not one.put else "words replaced"
        case Deed.NEW:
            return "new paragraph"
        case Deed.DELETE:
            return "deletion"
        case Deed.REPLACE:
            return "whole paragraph anew"
        case Deed.MOVE:
            return f"move behind {one.after}" if one.after else "move to the beginning"
        case Deed.SPLIT:
            return "split"
        case Deed.MERGE:
            return f"merger with {one.second}"


def _pieces(round_: Round, one: Proposal) -> Iterator[Piece]:
    match one.kind:
        case Deed.WORDS | Deed.TITLE:
            yield from _in_place(round_.inline(one.label), one)
        case Deed.NEW:
            yield Piece(Fate.IN, one.put.text)
        case Deed.DELETE:
            yield Piece(Fate.OUT, short(one.found.text))
        case Deed.MOVE:
            yield Piece(Fate.STAYED, short(round_.inline(one.label).text))
        case _:
            yield Piece(Fate.OUT, short(one.found.text.replace("\n", " ¶ ")))
            yield Piece(Fate.STAYED, " ")
            yield Piece(Fate.IN, one.put.text)


def _in_place(base: Inline, one: Proposal) -> Iterator[Piece]:
    own = units(base)
    end = one.start + len(units(one.found))
    before, behind = words_of(own[: one.start]), words_of(own[end:])
    yield from (piece for piece in (
        Piece(Fate.STAYED, _last(before)),
        Piece(Fate.OUT, one.found.text),
        Piece(Fate.IN, one.put.text),
        Piece(Fate.STAYED, _first(behind)),
    ) if piece.text)  # fmt: skip
    if not one.found.text and not one.put.text:
        yield Piece(Fate.STAYED, " (a note)")


def _last(text: str) -> str:
    words = text.split(" ")
    return text if len(words) <= _AROUND + 1 else f"… {' '.join(words[-_AROUND - 1 :])}"


def _first(text: str) -> str:
    words = text.split(" ")
    return text if len(words) <= _AROUND + 1 else f"{' '.join(words[: _AROUND + 1])} …"
