"""The file of a round: TOML, whole in itself, to be read and edited by hand.

First the base as a draft file has it, then `[[party]]` by name, `[[proposal]]`, `[[position]]`, `[[closure]]` and
`[[decision]]` in order of place: equal to the byte whatever came first. `loads(dumps(round), …)` is the round.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from drafter.edit import draftfile, rows
from drafter.model.proposal import TITLE, Arrival
from drafter.negotiation import limits, roundtables
from drafter.negotiation.roundtables import CameRow, NoteRow
from drafter.negotiation.values import Round
from drafter.tomltext import entries, entry, parsed

FORMAT = 1


def is_round(values: object) -> bool:
    """Whether the tables of a TOML file are a round's."""
    return isinstance(values, dict) and "round" in values


def dumps(round_: Round) -> str:
    head = entry("round", FORMAT) + entry("stage", round_.stage, wrap=False) + entries({"follows": round_.follows})
    return head + "\n".join((*draftfile.sections(round_.text), *_sections(round_)))


def loads(text: str, file: object) -> Round:
    """The round in `text`; raises DraftFileError with the line in `file`."""
    top = parsed(text, file)
    version = top.take("round", int)
    if version != FORMAT:
        raise top.slip(f"round {version} is not known here", key="round", remedy="bring drafter up to date")
    stage, follows, base = top.take("stage", str, ""), top.take("follows", str, ""), draftfile.read(top)
    tables = {name: list(top.tables(name)) for name in ("party", "proposal", "position", "closure", "decision")}
    top.done()
    parties = sorted(map(roundtables.party, tables["party"]), key=lambda one: one.name)
    made = Round(stage, base, parties=tuple(parties), follows=follows)
    made = made.having(proposals=[roundtables.proposal(table, made) for table in tables["proposal"]])
    made = made.having(
        positions=[roundtables.position(table, made) for table in tables["position"]],
        closures=[roundtables.closure(table, made) for table in tables["closure"]],
        decisions=[roundtables.decision(table, made) for table in tables["decision"]],
    )
    for name, key in (("party", "name"), ("closure", "id"), ("decision", "id")):
        roundtables.once(tables[name], key)
    limits.check(made, file)
    return made


def _sections(round_: Round) -> Iterator[str]:
    for party in round_.parties:
        own = {"spellings": party.spellings, "members": party.members}
        yield "[[party]]\n" + entry("name", party.name, wrap=False) + entries(own)
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
            "mark": one.mark,
        }
        notes = rows.written("notes", [NoteRow(note.id, note.inline.markup) for note in one.notes])
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
            CameRow("; ".join(one.by), one.file, one.place, one.day, one.why, "yes" if one.withdrawn else "")
            for one in arrivals
        ],
    )
