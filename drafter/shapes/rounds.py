"""The JSON of a round: each paragraph with what is proposed, said and decided on it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from drafter.model.inline import Inline
from drafter.model.negotiated import Closure, Conflict, Neighbours, Position
from drafter.model.proposal import TITLE, Arrival, Deed, Proposal
from drafter.negotiation.apply import worded
from drafter.negotiation.board import Board
from drafter.negotiation.labels import rows, told
from drafter.negotiation.merge import merge
from drafter.negotiation.values import Round
from drafter.shapes.values import Shape


def round_shape(round_: Round) -> Shape:
    """The whole round, in order of place; a new paragraph stands with the one before it."""
    found = merge(round_)
    proposals = _at(proposals_shape(round_, round_.proposals), (one.place for one in round_.proposals))
    conflicts = _at(map(conflict_shape, found.conflicts), (one.labels[0] for one in found.conflicts))
    places = {one.id: one.place for one in round_.proposals}
    pairs = _at(map(_pair, found.pairs), (places[one.proposals[0]] for one in found.pairs))
    positions = _at(map(position_shape, round_.positions), (places.get(one.on, one.on) for one in round_.positions))
    first = next(iter(round_.paragraphs), TITLE)
    proposals[first] = proposals.pop("", []) + proposals[first]
    text, everything = round_.text, rows(round_)
    return {
        "stage": round_.stage,
        "base": {"symbol": str(text.symbol) if text.symbol else None, "title": text.title.text},
        "title": {"text": text.title.text, "proposals": proposals[TITLE], "conflicts": conflicts[TITLE]},
        "paragraphs": [
            {
                "label": label,
                "text": paragraph.text,
                **_closure(told(round_.closed.get(label) or Closure(label), everything)),
                "proposals": proposals[label],
                "positions": positions[label],
                "pairs": pairs[label],
                "conflicts": conflicts[label],
            }
            for label, paragraph in round_.paragraphs.items()
        ],
    }


def board_shape(board: Board) -> Shape:
    """How far a round is, in figures."""
    return {
        "paragraphs": board.paragraphs,
        "by_status": {status.value: count for status, count in board.by_status.items()},
        "brackets": board.brackets,
        "unbalanced": board.unbalanced,
        "options": board.options,
        "conflicts": board.conflicts,
        "by_delegation": {
            name: {outcome.value: count for outcome, count in outcomes.items()}
            for name, outcomes in board.by_delegation.items()
        },
    }


def proposals_shape(round_: Round, proposals: Iterable[Proposal]) -> list[Shape]:
    """Proposals of a round, each with the base's paragraph as it alone would make it."""
    names = rows(round_)
    return [_proposal(round_, one, names) for one in proposals]


def position_shape(one: Position) -> Shape:
    """A stand without words of its own."""
    return {"by": list(one.by), "on": one.on, "found": one.found, "stand": one.stand.value}


def conflict_shape(one: Conflict) -> Shape:
    """What collides, with its readings counted from 1."""
    return {
        "id": one.id,
        "labels": list(one.labels),
        "found": one.found.text,
        "proposals": list(one.proposals),
        "readings": [
            {
                "n": number,
                "put": reading.put.text,
                **_markup(reading.put),
                "does": reading.does.value if reading.does else "base",
                "by": list(reading.by),
                "proposals": list(reading.proposals),
            }
            for number, reading in enumerate(one.readings, 1)
        ],
    }


def _proposal(round_: Round, one: Proposal, names: Mapping[str, str]) -> Shape:
    decision = round_.decided.get(one.id)
    return {
        "id": one.id,
        "by": list(one.by),
        "kind": one.kind.value,
        "label": names.get(one.id, one.label),
        **({"after": one.after} if one.after is not None else {}),
        "found": one.found.text,
        "put": one.put.text,
        **_markup(one.put),
        "text": _alone(round_, one),
        "notes": [note.text for note in one.notes],
        **({"paragraph": {"kind": one.form.kind.value, "level": one.form.level}} if one.form else {}),
        **(_closure(told(round_.closed.get(one.id) or Closure(one.id), names)) if one.form else {}),
        **({"with": one.second} if one.second else {}),
        **({"mark": one.mark} if one.mark else {}),
        "why": one.why,
        "state": round_.outcome(one).value,
        "decision": {"why": decision.why, "by": decision.by, "at": decision.at} if decision else None,
        "sources": [_source(came) for came in one.arrivals],
    }


def _alone(round_: Round, one: Proposal) -> str:
    match one.kind:
        case Deed.WORDS | Deed.TITLE:
            return worded(round_.inline(one.label), [one]).text
        case Deed.MOVE:
            return round_.inline(one.label).text
        case _:
            return one.put.text


def _source(came: Arrival) -> Shape:
    return {"file": came.file, "place": came.place, "by": list(came.by)}


def _markup(put: Inline) -> Shape:
    return {"put_markup": put.markup} if put.italics or put.marks else {}


def _pair(one: Neighbours) -> Shape:
    return {"kind": one.kind.value, "proposals": list(one.proposals)}


def _closure(one: Closure) -> Shape:
    return {
        "status": one.status.value,
        "status_text": one.status.told,
        "pending": list(one.pending),
        "package": list(one.package),
        "reopened": one.reopened,
    }


def _at(shapes: Iterable[Shape], labels: Iterable[str]) -> dict[str, list[Shape]]:
    found: dict[str, list[Shape]] = defaultdict(list)
    for shape, label in zip(shapes, labels, strict=True):
        found[label].append(shape)
    return found
