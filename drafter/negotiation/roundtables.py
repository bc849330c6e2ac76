"""The tables of a round's file as values: each proposal, position, closure, decision and party, with the line of a
slip."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from drafter.align.units import inline_of, units
from drafter.edit import rows
from drafter.model.inline import Inline
from drafter.model.negotiated import Closure, ClosureStatus, Decision, Position, Stand
from drafter.model.proposal import TITLE, Arrival, Deed, Form, Outcome, Proposal
from drafter.model.resolution import Footnote, Kind
from drafter.negotiation.values import Round
from drafter.rules.parties import Party
from drafter.tomltext import Table


@dataclass(frozen=True, slots=True)
class CameRow:
    """An arrival as a row of texts; several owners stand with "; " between."""

    by: str
    file: str = ""
    place: str = ""
    day: str = ""
    why: str = ""
    withdrawn: str = ""


@dataclass(frozen=True, slots=True)
class NoteRow:
    id: str
    text: str


def proposal(table: Table, round_: Round) -> Proposal:
    kind = table.choice("kind", Deed)
    new = kind is Deed.NEW
    label = table.take("label", str, TITLE if kind is Deed.TITLE else "" if new else None)
    notes = [Footnote(row.id, Inline.from_markup(row.text)) for row in rows.read(table, "notes", NoteRow)]
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
        _arrivals(table, round_),
        table.take("mark", str, ""),
    )
    written = table.take("id", str)
    table.done()
    for key, named in _named(one):
        if named not in round_.paragraphs:
            shown = named or "left out"
            raise table.slip(
                f"{key} is {shown}, which the base does not have", key=key, remedy="write one of its labels"
            )
    if not one.arrivals:
        raise table.slip("nobody proposes it", key="id", remedy='add arrivals = [{ by = "…" }]')
    _check_place(table, one, round_)
    if written != one.id:
        raise table.slip("its words were changed, and so its id is another", key="id", remedy=f'write id = "{one.id}"')
    return one


def _named(one: Proposal) -> Iterator[tuple[str, str]]:
    """The keys by which a proposal names paragraphs, with their labels."""
    if one.kind is Deed.MERGE:
        yield "second", one.second if one.second != one.label else ""
    if one.kind is not Deed.TITLE and (one.kind is not Deed.NEW or one.label):
        yield "label", one.label
    if one.after:
        yield "after", one.after


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


def position(table: Table, round_: Round) -> Position:
    on = table.take("on", str)
    if on not in round_.by_id and on not in round_.places:
        raise table.slip(
            f"{on!r:.40} is neither a proposal nor a paragraph here",
            key="on",
            remedy="write a proposal's id or a label of the base",
        )
    one = Position(on, table.choice("stand", Stand), table.take("found", str, ""), _arrivals(table, round_))
    table.done()
    if not one.arrivals:
        raise table.slip("nobody takes it", key="on", remedy='add arrivals = [{ by = "…" }]')
    return one


def closure(table: Table, round_: Round) -> Closure:
    package = table.texts("package")
    one = Closure(
        table.take("id", str),
        table.choice("status", ClosureStatus),
        round_.names.owners(table.texts("pending")),
        package,
        table.take("reopened", bool, False),
    )
    table.done()
    for key, label in (("id", one.label), *(("package", label) for label in package)):
        new = round_.by_id.get(label)
        if label not in round_.places and (new is None or new.kind is not Deed.NEW):
            raise table.slip(
                f"{label!r:.40} is neither a paragraph here nor the proposal of a new one",
                key=key,
                remedy="write a label of the base, or the id of a new paragraph's proposal",
            )
    return one


def decision(table: Table, round_: Round) -> Decision:
    one = Decision(
        table.take("id", str),
        table.choice("outcome", Outcome),
        table.take("cause", str, ""),
        table.take("why", str, ""),
        table.take("by", str, ""),
        table.take("at", str, ""),
    )
    table.done()
    if one.on not in round_.by_id:
        raise table.slip(f"{one.on!r:.40} is not a proposal here", key="id", remedy="write its id, or remove this")
    return one


def party(table: Table) -> Party:
    one = Party(table.take("name", str).strip(), table.texts("spellings"), table.texts("members"))
    table.done()
    if not one.name or ";" in one.name:
        raise table.slip("a party needs a name without a semicolon", key="name", remedy='write name = "EU"')
    return one


def once(tables: Iterable[Table], key: str) -> None:
    """Raise the slip of a table whose `key` an earlier one has."""
    seen: set[str] = set()
    for table in tables:
        name = table.values[key]
        if name in seen:
            raise table.slip(f"{name!r:.40} has a [[{table.name}]] already", key=key, remedy="leave one of them")
        seen.add(name)


def _arrivals(table: Table, round_: Round) -> tuple[Arrival, ...]:
    found = tuple(
        Arrival(round_.names.owners(one.by.split(";")), one.file, one.place, one.day, one.why, bool(one.withdrawn))
        for one in rows.read(table, "arrivals", CameRow)
    )
    if not all(one.by for one in found):
        raise table.slip("one of the arrivals names nobody", key="arrivals", remedy='write by = "EU"')
    return found
