"""What is wanted at a paragraph, said by hand: also what a file wanted that was not understood."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from drafter.edit.reworded import reworded, with_opening
from drafter.errors import DrafterError
from drafter.model.inline import Inline
from drafter.model.negotiated import NotUnderstood, Position, PossibleReading, Stand
from drafter.model.proposal import TITLE, Arrival, Form, Proposal
from drafter.model.resolution import Kind, Paragraph
from drafter.negotiation import decide, edits, limits, proposing
from drafter.negotiation.edits import RoundEdit
from drafter.negotiation.intake.asked import Act, Asked
from drafter.negotiation.intake.basetext import RoundBase
from drafter.negotiation.intake.locators import located
from drafter.negotiation.intake.wording import worded
from drafter.negotiation.values import Round

_BY_HAND = "put right by hand"


class How(StrEnum):
    """What the words do at the paragraph."""

    TEXT = "text"
    ALT = "alt"
    REPLACE = "replace"
    AFTER = "after"
    BEFORE = "before"
    DELETE = "delete"
    NEW = "new"


_ACTS = {How.REPLACE: Act.SWAP, How.AFTER: Act.AFTER, How.BEFORE: Act.BEFORE}


@dataclass(frozen=True, slots=True)
class Meant:
    """What is wanted at the paragraph `label`.

    words  those that come in: as markup the whole paragraph for TEXT, ALT and NEW (which stands behind `label`); as
           plain text those for `at`, behind them or before them; "" for DELETE
    at     the base's words that REPLACE, AFTER and BEFORE go by
    """

    label: str
    how: How
    words: str = ""
    at: str = ""


def by_hand(round_: Round, meant: Meant) -> tuple[Proposal, ...]:
    """The proposals, without owners, that this makes; DrafterError where it cannot be done so."""
    label = decide.label(round_, meant.label)
    if "\n" in meant.words.strip():
        raise DrafterError("a paragraph is one line", place=label, remedy="propose one paragraph at a time")
    made = _made(round_, label, meant)
    if not made:
        raise DrafterError("these are the base’s words", place=label, remedy="change some")
    known = {note.id for note in round_.text.footnotes}
    unknown = sorted({mark.note for one in made for mark in one.put.marks} - known)
    if unknown:
        raise DrafterError(f"the base has no note {unknown[0]}", place=label, remedy="leave out its mark")
    return made


def read_as(round_: Round, reading: PossibleReading) -> tuple[Proposal, ...]:
    """The proposals, without owners, of one way to read a line; () where it has no place in the base."""
    if reading.label not in round_.places or "\n" in reading.text:
        return ()
    base = round_.inline(reading.label)
    return proposing.reworded(reading.label, base, reworded(base, reading.text))


def likely(base: RoundBase, line: NotUnderstood) -> tuple[str, ...]:
    """The labels of the paragraphs that a line may be about, as its readings or its own words name them."""
    read = [one.label for one in line.readings if one.label == TITLE or one.label in base.paragraphs]
    named = (one for some in located(" ".join(line.text.split())).found for one in some)
    said = [label for one in named for label in base.labels(one)]
    return tuple(dict.fromkeys(read or said))


def arrived(file: str, place: str, by: Iterable[str], *, day: str = "", why: str = "") -> Arrival:
    """How something put right by hand came; `file` and `place` are "" where no file had it."""
    said = ", ".join(filter(None, (place, _BY_HAND))) if file else ""
    return Arrival(tuple(sorted(set(by))), file, said, day, why)


def proposed(round_: Round, proposals: Iterable[Proposal], arrival: Arrival) -> RoundEdit:
    """These proposals as its owners' in the round."""
    own = tuple(replace(one, arrivals=(_owned(arrival),)) for one in proposals)
    made = replace(decide.take(round_, own), name=_named(arrival, own[0].place or "the beginning"))
    limits.check(edits.apply(round_, made))
    return made


def said(round_: Round, on: str, stand: Stand, arrival: Arrival) -> RoundEdit:
    """A stand without words of its own, on a proposal or a paragraph."""
    made = decide.position(round_, on, arrival.by, stand)
    positions = tuple(replace(one, arrivals=(_owned(arrival),)) for one in made.positions)
    return replace(made, positions=positions, name=_named(arrival, made.positions[0].on) if arrival.file else made.name)


def put_right(round_: Round) -> Mapping[tuple[str, str], tuple[Proposal | Position, ...]]:
    """What a round has that somebody put right, by file and place there."""
    found: dict[tuple[str, str], tuple[Proposal | Position, ...]] = {}

    def note(one: Proposal | Position) -> None:
        for came in one.arrivals:
            if came.file and came.place.endswith(_BY_HAND):
                at = came.file, _place(came)
                found[at] = (*found.get(at, ()), one)

    for proposal in round_.proposals:
        note(proposal)
    for position in round_.positions:
        note(position)
    return found


def _place(came: Arrival) -> str:
    return came.place.removesuffix(_BY_HAND).strip(", ")


def _owned(arrival: Arrival) -> Arrival:
    if not arrival.by:
        raise DrafterError("it does not say whose this is", remedy="name a delegation, such as EU")
    return arrival


def _named(arrival: Arrival, where: str) -> str:
    whose = f"{', '.join(arrival.by)} at {where}"
    where = ", ".join(filter(None, (arrival.file, _place(arrival))))
    return f"put right {where}: {whose}" if arrival.file else f"take {whose}"


def _made(round_: Round, label: str, meant: Meant) -> tuple[Proposal, ...]:
    base, own = round_.inline(label), round_.paragraphs.get(label)
    if own is None and meant.how in (How.ALT, How.DELETE, How.NEW):
        raise DrafterError("the title is no paragraph", remedy="give the words that it is to have")
    if meant.how in _ACTS:
        return proposing.reworded(label, base, _worded(base, label, meant, own.paragraph if own else None))
    if meant.how is How.DELETE or own is None:
        if meant.how is How.DELETE:
            return (proposing.deleted(label, base),)
        return proposing.reworded(TITLE, base, Inline.from_markup(meant.words))
    text = Inline.from_markup(meant.words.strip())
    if meant.how is not How.NEW:
        return proposing.reworded(label, base, with_opening(own.paragraph, text), alt=meant.how is How.ALT)
    if not text.text:
        raise DrafterError("a new paragraph has words", place=label, remedy="give them")
    like = _like(round_, label)
    new = with_opening(replace(like, inline=Inline()), text)
    return (round_.anchored(proposing.added(label, new, Form(like.kind, like.level, like.part))),)


def _like(round_: Round, label: str) -> Paragraph:
    """The paragraph like which one is behind a label: behind a heading the first below it."""
    some = list(round_.paragraphs.items())
    place = round_.places[label] - 1
    below = (one.paragraph for _, one in some[place:] if one.kind is not Kind.HEADING)
    own = some[place][1].paragraph
    return next(below, own) if own.kind is Kind.HEADING else own


def _worded(base: Inline, label: str, meant: Meant, paragraph: Paragraph | None) -> Inline:
    if not meant.at.strip():
        raise DrafterError("it does not say at which words", place=label, remedy="quote some of the base’s")
    asked = Asked(_ACTS[meant.how], anchor=meant.at.strip(), put=meant.words.strip())
    if not asked.put and meant.how is not How.REPLACE:
        raise DrafterError("no words come in", place=label, remedy="give them")
    if not asked.put:
        asked = replace(asked, act=Act.TAKE_OUT)
    found = worded(asked, base, base, paragraph)
    if found.text is None:
        many = bool(found.choices)
        remedy = "quote more of the words around them" if many else f"drafter round show ROUND has {label} in full"
        raise DrafterError(found.why.replace("the paragraph", label), remedy=remedy)
    return found.text
