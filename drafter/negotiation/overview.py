"""Where a round stands, for those who negotiate: what is agreed, what is open, what is contested and by whom."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from drafter.model.negotiated import Closure, ClosureStatus, Conflict, Stand
from drafter.model.proposal import TITLE, Deed, Outcome, Proposal
from drafter.negotiation.board import Board, counted
from drafter.negotiation.labels import called, rows, told
from drafter.negotiation.merge import merge
from drafter.negotiation.values import Round
from drafter.negotiation.wishes import ProposedChange, short, wish


@dataclass(frozen=True, slots=True)
class ContestedReading:
    """A reading of a conflict: its number, what it does in a word or two, its words, whose it is, and who supports or
    opposes a proposal in it."""

    n: int
    what: str
    words: str
    by: tuple[str, ...]
    support: tuple[str, ...] = ()
    oppose: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Contest:
    """What collides in these paragraphs, over the base's words `found`."""

    id: str
    labels: tuple[str, ...]
    readings: tuple[ContestedReading, ...]


@dataclass(frozen=True, slots=True)
class OpenParagraph:
    """What is proposed at one place and collides with nothing; `stands` are sentences."""

    label: str
    wishes: tuple[ProposedChange, ...]
    stands: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Overview:
    """A round at a glance and paragraph by paragraph.

    closed     the paragraphs that are more than open, furthest first, each with who holds out and its package
    untouched  the labels at which nothing is said, runs of them as one
    """

    stage: str
    symbol: str
    title: str
    board: Board
    closed: tuple[Closure, ...]
    contested: tuple[Contest, ...]
    opened: tuple[OpenParagraph, ...]
    decided: tuple[ProposedChange, ...]
    untouched: tuple[str, ...]

    @property
    def holdouts(self) -> Mapping[str, tuple[str, ...]]:
        """The labels that each delegation holds out on, by its name."""
        found: dict[str, list[str]] = defaultdict(list)
        for one in self.closed:
            for name in one.pending:
                found[name].append(one.label)
        return {name: tuple(found[name]) for name in sorted(found)}

    @property
    def packages(self) -> tuple[tuple[str, ...], ...]:
        """The paragraphs that go together, each package once."""
        order = {one.label: place for place, one in enumerate(self.closed)}
        made = {tuple(sorted({one.label, *one.package}, key=lambda label: (order.get(label, len(order)), label)))
                for one in self.closed if one.package}  # fmt: skip
        return tuple(sorted(made))

    @property
    def reopened(self) -> tuple[str, ...]:
        return tuple(one.label for one in self.closed if one.reopened)


def overview(round_: Round) -> Overview:
    """A round as it is."""
    names = called(round_)
    merged = merge(round_)
    stands = _stands(round_, names)
    at: dict[str, list[Proposal]] = defaultdict(list)
    for one in merged.standing:
        at[_home(round_, one)].append(one)
    opened = tuple(
        OpenParagraph(
            label,
            tuple(wish(round_, one, names) for one in at[label]),
            (*stands.get(label, ()), *(said for one in at[label] for said in stands.get(one.id, ()))),
        )
        for label in round_.places
        if at.get(label) or stands.get(label)
    )
    contested = tuple(_contest(round_, one) for one in merged.conflicts)
    busy = {*(one.label for one in opened), *round_.closed, *(name for one in contested for name in one.labels)}
    busy |= {_home(round_, one) for one in round_.of(Outcome.ACCEPTED)}
    text = round_.text
    ladder = list(ClosureStatus)
    closed = sorted(
        (one for one in round_.closures if one.status is not ClosureStatus.OPEN or one.pending or one.reopened),
        key=lambda one: (-ladder.index(one.status), round_.order(one.label)),
    )
    everything = rows(round_)
    return Overview(
        round_.stage,
        str(text.symbol) if text.symbol else "",
        text.title.text,
        counted(round_),
        tuple(told(one, everything) for one in closed),
        contested,
        opened,
        tuple(wish(round_, one, names) for one in round_.of(Outcome.ACCEPTED)),
        tuple(_runs([label for label in round_.paragraphs if label not in busy], list(round_.paragraphs))),
    )


def _home(round_: Round, one: Proposal) -> str:
    return one.place or next(iter(round_.paragraphs), TITLE)


def _contest(round_: Round, one: Conflict) -> Contest:
    readings = []
    for number, reading in enumerate(one.readings, 1):
        said: dict[Stand, set[str]] = defaultdict(set)
        for position in round_.positions:
            if position.on in reading.proposals:
                said[position.stand].update(position.by)
        words = reading.put.text.replace("\n", " ¶ ")
        words = short(words, 40) if reading.does in (None, Deed.REPLACE) else words
        what = "base" if reading.does is None else _DOES[reading.does]
        support, oppose = (tuple(sorted(said[stand])) for stand in (Stand.SUPPORT, Stand.OPPOSE))
        readings.append(ContestedReading(number, what, words or "(nothing)", reading.by, support, oppose))
    return Contest(one.id, one.labels, tuple(readings))


_DOES = {deed: deed.value for deed in Deed} | {Deed.WORDS: "", Deed.TITLE: "", Deed.REPLACE: "anew"}
_VERBS = {Stand.SUPPORT: "support", Stand.OPPOSE: "oppose", Stand.RETAIN: "retain", Stand.RESERVE: "reserve"}


def _stands(round_: Round, names: Mapping[str, str]) -> dict[str, list[str]]:
    """By paragraph or proposal who says what of it."""
    found: dict[str, list[str]] = defaultdict(list)
    for one in round_.positions:
        words = f": “{one.found}”" if one.found else ""
        found[one.on].append(f"{', '.join(one.by)}: {_VERBS[one.stand]} {names.get(one.on, one.on)}{words}")
    return found


def _runs(labels: list[str], all_labels: list[str]) -> Iterator[str]:
    """Labels in order, those that follow one another as "PP1 to PP5"."""
    place = {label: number for number, label in enumerate(all_labels)}
    held: list[str] = []
    for label in (*labels, ""):
        if held and (not label or place[label] != place[held[-1]] + 1 or label[:2] != held[-1][:2]):
            yield held[0] if len(held) == 1 else f"{held[0]} to {held[-1]}"
            held = []
        if label:
            held.append(label)
