"""The compilation text as a value: what is in brackets, with whose names, and that it holds the round."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings

from drafter.align.units import units
from drafter.model.inline import Inline
from drafter.model.negotiated import Closure, ClosureStatus, Decision, Position, Stand
from drafter.model.proposal import Arrival, Form, Outcome, Proposal
from drafter.model.resolution import Kind
from drafter.negotiation import proposing
from drafter.negotiation.notation.gathering import compilation
from drafter.negotiation.notation.spacing import plain
from drafter.negotiation.notation.values import Bracket, Compilation, CompiledRow, Dialect, Piece, RowKind, brackets
from drafter.negotiation.notation.writing import heading, written
from drafter.negotiation.values import Round
from tests.support.rounds import base, by, proposals

BASE = base()


def words(label: str, old: str, new: str) -> Proposal:
    text = BASE.inline(label)
    at = text.text.index(old)
    [one] = proposing.reworded(label, text, text.replace(at, at + len(old), Inline(new)))
    return one


def shown(round_: Round, label: str, dialect: Dialect = Dialect.DASH) -> str:
    made = compilation(round_)
    return next(written(row, dialect).text for row in (made.title, *made.rows) if heading(row) == label)


def having(*some: Proposal) -> Round:
    return BASE.having(proposals=some)


def all_rows(made: Compilation) -> tuple[CompiledRow, ...]:
    return (made.title, *made.rows)


@settings(deadline=None)
@given(proposals())
def test_the_base_s_readings_are_the_base(some: tuple[Proposal, ...]) -> None:
    made = compilation(having(*some))
    based = [row for row in all_rows(made) if row.kind in (RowKind.TITLE, RowKind.BASE)]
    assert [plain(row.pieces, {}) for row in based] == [BASE.text.title, *(one.inline for one in BASE.text)]


@settings(deadline=None)
@given(proposals())
def test_every_proposal_stands_in_one_bracket_or_instruction_with_its_owners(some: tuple[Proposal, ...]) -> None:
    round_ = having(*some)
    owners: dict[str, set[str]] = {}

    def take(pieces: tuple[Piece, ...], outer: tuple[str, ...]) -> None:
        for one in pieces:
            if isinstance(one, Bracket):
                for option in one.options:
                    names = option.names or outer
                    take(option.words, names)
                    for name in option.proposals:
                        owners.setdefault(name, set()).update(names)
                take(one.base.words, ())

    for row in all_rows(compilation(round_)):
        take(row.pieces, ())
        for deed in row.instructions:
            owners.update({name: set(deed.option.names) for name in deed.option.proposals})
    assert owners == {one.id: set(one.by) for one in round_.proposals}


def _in_full(pieces: tuple[Piece, ...], *, put: bool) -> Inline:
    """The words with all inner brackets as they are proposed, or as in the base."""
    made = Inline()
    for one in pieces:
        own = one if isinstance(one, Inline) else _in_full((one.options[0] if put else one.base).words, put=put)
        made = made + own
    return made


@settings(deadline=None)
@given(proposals(whole=False))
def test_no_bracket_begins_or_ends_with_words_that_all_keep(some: tuple[Proposal, ...]) -> None:
    made = compilation(having(*some))
    for row in all_rows(made):
        for found in brackets(row.pieces):
            texts = [_in_full(found.base.words, put=False)]
            texts += [_in_full(option.words, put=True) for option in found.options]
            readings = [[unit for unit in units(text) if not unit.text.isspace()] for text in texts]
            if readings[0][:1] == readings[0][1:2]:
                continue  # where a word stands twice, either may be the one that goes
            for end in (0, -1):
                assert len({reading[end] if reading else None for reading in readings}) > 1


def test_where_more_than_half_would_change_one_bracket_holds_it() -> None:
    edits = [
        words("OP2", "Secretary-General to report", "Chair to report"),
        words("OP2", "report", "speak"),
        words("OP2", "the matter;", "all these matters;"),
    ]
    wide = replace(words("OP2", "to report on", "to speak of and about"))
    round_ = having(*by("EU", edits[0], edits[2]), *by("US", wide))
    row = next(row for row in compilation(round_).rows if row.label == "OP2")
    assert len([one for one in row.pieces if isinstance(one, Bracket)]) == 1
    assert shown(round_, "OP2").count("[") == 1


def test_the_dash_dialect_reads_as_the_room_writes_it() -> None:
    inserted = by("EU", words("OP3", "remain seized", "remain actively seized"))
    out = by("EU", words("OP1", ", fully and without delay,", ""))
    other = by("G77", words("OP1", "fully and", "promptly and"))
    round_ = having(*inserted, *out, *other)
    came = (Arrival(("US",)),)
    round_ = round_.having(
        positions=(
            Position(inserted[0].id, Stand.OPPOSE, "", came),
            Position("OP3", Stand.RESERVE, "", came),
            Position("OP1", Stand.RETAIN, ", fully and without delay,", came),
        ),
        closures=(Closure("OP2", ClosureStatus.AD_REF, ("Japan",), ("PP1",), True),),
    )
    assert shown(round_, "OP3") == (
        "Decides to remain [actively - EU; US oppose] seized of the matter. (OP3: US reserve)"
    )
    assert shown(round_, "OP1") == (
        "Calls upon all States to cooperate[, fully and without delay, - US retain; EU delete / "
        ", promptly and without delay, - G77] with the Council:"
    )
    assert shown(round_, "OP1", Dialect.PARENTHESES) == (
        "Calls upon all States to cooperate[, fully and without delay,] (US: retain; EU: delete; G77: delete) "
        "[, promptly and without delay,] (G77) with the Council:"
    )
    assert shown(round_, "OP2").endswith("[Agreed ad ref; pending Japan; with PP1; reopened]")


def test_what_stands_in_a_place_of_its_own_says_so() -> None:
    operative = Form(Kind.OPERATIVE)
    round_ = having(
        *by("EU", proposing.added("OP1(b)", Inline("New one."), operative)),
        *by("G77", proposing.added("OP2", Inline("New two."), operative)),
        *by("US", proposing.moved("OP3", "OP1")),
    )
    assert shown(round_, "OP1bis") == "[New one. - EU]", "behind the list is behind its paragraph"
    assert shown(round_, "OP2bis") == "[New two. - G77]"
    assert shown(round_, "OP3").endswith("matter. [US: move after OP1]")


def test_rejected_and_withdrawn_stand_in_the_history_alone() -> None:
    one = by("EU", words("OP3", "remain seized", "remain actively seized"))[0]
    round_ = having(one).having(decisions=(Decision(one.id, Outcome.REJECTED, why="no time"),))
    assert "[" not in shown(round_, "OP3")
    assert compilation(round_).history == ()
    [past] = compilation(round_, history=True).history
    assert (past.label, past.put.text, past.names, past.why) == ("OP3", " actively", ("EU",), "no time")


@settings(deadline=None)
@given(proposals())
def test_anonymous_nobody_is_named(some: tuple[Proposal, ...]) -> None:
    round_ = having(*some).having(positions=(Position("OP1", Stand.RETAIN, "", (Arrival(("Japan",)),)),))
    made = compilation(round_, anonymous=True)
    for dialect in Dialect:
        printed = "\n".join(written(row, dialect).text for row in all_rows(made))
        assert not any(name in printed for name in ("EU", "G77", "Japan", "US", "CANZ"))
    assert made.brackets == compilation(having(*some)).brackets
