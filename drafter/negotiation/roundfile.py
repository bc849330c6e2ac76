"""The file of a round: TOML, whole in itself, to be read and edited by hand.

First the base as a draft file has it, then `[[proposal]]`, `[[position]]`, `[[closure]]` and `[[decision]]`, each
in order of place: equal to the byte whatever came first. `loads(dumps(round), …)` is the round.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from drafter.align.units import inline_of, units
from drafter.edit import draftfile, rows
from drafter.errors import DraftFileError
from drafter.model.inline import Inline
from drafter.model.negotiated import Closure, ClosureStatus, Decision, Position, Stand
from drafter.model.proposal import TITLE, Arrival, Deed, Form, Outcome, Proposal
from drafter.model.resolution import Footnote, Kind
from drafter.negotiation.values import Round
from drafter.tomltext import Table, entries, entry, parsed

FORMAT = 1
PROPOSALS = 20_000
PARTIES = 200


@dataclass(frozen=True, slots=True)
class _Came:
    """An arrival as a row of texts; several owners stand with "; " between."""

    by: str
    file: str = ""
    place: str = ""
    day: str = ""
    why: str = ""
    withdrawn: str = ""


@dataclass(frozen=True, slots=True)
class _Note:
    id: str
    text: str


def is_round(values: object) -> bool:
    """Whether the tables of a TOML file are a round's."""
    return isinstance(values, dict) and "round" in values


def dumps(round_: Round) -> str:
    head = entry("round", FORMAT) + entry("stage", round_.stage, wrap=False)
    return head + "\n".join((*draftfile.sections(round_.text), *_sections(round_)))


def loads(text: str, file: object) -> Round:
    """The round in `text`; raises DraftFileError with the line in `file`."""
    top = parsed(text, file)
    version = top.take("round", int)
    if version != FORMAT:
        raise top.slip(f"round {version} is not known here", key="round", remedy="bring drafter up to date")
    made = Round(top.take("stage", str, ""), draftfile.read(top))
    tables = {name: list(top.tables(name)) for name in ("proposal", "position", "closure", "decision")}
    top.done()
    made = made.having(proposals=[_proposal(table, made) for table in tables["proposal"]])
    _limits(made, top)
    return made.having(
        positions=[_position(table, made) for table in tables["position"]],
        closures=_once([(table, _closure(table, made)) for table in tables["closure"]]),
        decisions=[_decision(table, made) for table in tables["decision"]],
    )


def _sections(round_: Round) -> Iterator[str]:
    for one in round_.proposals:
        form = one.form
        pairs = {
            "kind": one.kind.value,
            "label": one.label if one.label != TITLE else None,
            "after": one.after or None,
            "second": one.second,
            "start": one.start or None,
            "paragraph": form.kind.value if form else None,
            "level": form.level or None if form else None,
            "part": form.part if form else None,
            "found": one.found.markup,
            "put": one.put.markup,
        }
        notes = rows.written("notes", [_Note(note.id, note.inline.markup) for note in one.notes])
        yield "[[proposal]]\n" + entry("id", one.id) + entries(pairs) + notes + _came(one.arrivals)
    for position in round_.positions:
        pairs = {"on": position.on, "stand": position.stand.value, "found": position.found}
        yield "[[position]]\n" + entries(pairs) + _came(position.arrivals)
    for closure in round_.closures:
        yield (
            "[[closure]]\n"
            + entry("id", closure.label)
            + entries(
                {
                    "status": closure.status.value,
                    "pending": closure.pending,
                    "package": closure.package,
                    "reopened": closure.reopened or None,
                }
            )
        )
    for decision in round_.decisions:
        yield (
            "[[decision]]\n"
            + entry("id", decision.on)
            + entries(
                {
                    "outcome": decision.outcome.value,
                    "cause": decision.cause,
                    "why": decision.why,
                    "by": decision.by,
                    "at": decision.at,
                }
            )
        )


def _came(arrivals: Iterable[Arrival]) -> str:
    return rows.written(
        "arrivals",
        [
            _Came("; ".join(one.by), one.file, one.place, one.day, one.why, "yes" if one.withdrawn else "")
            for one in arrivals
        ],
    )


def _arrivals(table: Table) -> tuple[Arrival, ...]:
    return tuple(
        Arrival(tuple(one.by.split("; ")), one.file, one.place, one.day, one.why, bool(one.withdrawn))
        for one in rows.read(table, "arrivals", _Came)
    )


def _proposal(table: Table, round_: Round) -> Proposal:
    kind = table.choice("kind", Deed)
    new = kind is Deed.NEW
    label = table.take("label", str, TITLE if kind is Deed.TITLE else "" if new else None)
    notes = [Footnote(row.id, Inline.from_markup(row.text)) for row in rows.read(table, "notes", _Note)]
    form = (
        Form(table.choice("paragraph", Kind), table.take("level", int, 0), table.take("part", str, "")) if new else None
    )
    one = Proposal(
        kind,
        label,
        table.take("start", int, 0),
        table.read("found", Inline.from_markup, ""),
        table.read("put", Inline.from_markup, ""),
        table.take("after", str, "") if new or kind is Deed.MOVE else None,
        table.take("second", str) if kind is Deed.MERGE else "",
        form,
        tuple(notes),
        _arrivals(table),
    )
    written = table.take("id", str)
    table.done()
    for key, named in (("label", one.label), ("after", one.after), ("second", one.second)):
        if named and named not in round_.places:
            raise table.slip(
                f"{key} is {named}, which the base does not have", key=key, remedy="write one of its labels"
            )
    if not one.arrivals:
        raise table.slip("nobody proposes it", key="id", remedy='add arrivals = [{ by = "…" }]')
    _check_place(table, one, round_)
    if written != one.id:
        raise table.slip("its words were changed, and so its id is another", key="id", remedy=f'write id = "{one.id}"')
    return one


def _check_place(table: Table, one: Proposal, round_: Round) -> None:
    if one.kind not in (Deed.WORDS, Deed.TITLE):
        return
    size = len(units(one.found))
    there = units(round_.inline(one.label))[one.start : one.start + size] if one.start >= 0 else ()
    if inline_of(there) != one.found or one.start > len(units(round_.inline(one.label))):
        raise table.slip(
            f"{one.label} does not have these words at its unit {one.start}",
            key="found" if size else "start",
            remedy="write them as they stand in [[paragraph]]",
        )


def _position(table: Table, round_: Round) -> Position:
    one = Position(
        _known(table, "on", round_), table.choice("stand", Stand), table.take("found", str, ""), _arrivals(table)
    )
    table.done()
    return one


def _closure(table: Table, round_: Round) -> Closure:
    one = Closure(
        _known(table, "id", round_),
        table.choice("status", ClosureStatus),
        table.texts("pending"),
        table.texts("package"),
        table.take("reopened", bool, False),
    )
    table.done()
    return one


def _once(found: list[tuple[Table, Closure]]) -> list[Closure]:
    seen: set[str] = set()
    for table, one in found:
        if one.label in seen:
            raise table.slip(f"{one.label} has a [[closure]] already", key="id", remedy="leave one of them")
        seen.add(one.label)
    return [one for _, one in found]


def _decision(table: Table, round_: Round) -> Decision:
    one = Decision(
        _known(table, "id", round_),
        table.choice("outcome", Outcome),
        table.take("cause", str, ""),
        table.take("why", str, ""),
        table.take("by", str, ""),
        table.take("at", str, ""),
    )
    table.done()
    return one


def _known(table: Table, key: str, round_: Round) -> str:
    name = table.take(key, str)
    if name not in round_.by_id and name not in round_.places:
        raise table.slip(
            f"{name!r:.40} is neither a proposal nor a paragraph here",
            key=key,
            remedy="write a proposal's id or a label of the base",
        )
    return name


def _limits(round_: Round, top: Table) -> None:
    parties = {name for one in round_.proposals for name in one.by}
    for many, most, what in ((len(round_.proposals), PROPOSALS, "proposals"), (len(parties), PARTIES, "parties")):
        if many > most:
            raise DraftFileError(f"{many} {what} are too many", file=top.file, remedy=f"a round holds up to {most:,}")
