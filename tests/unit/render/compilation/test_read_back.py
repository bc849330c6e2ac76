"""What is written as a Word file is read back as the same proposals, owners, stands and statuses."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings

from drafter.model.inline import Inline, Span
from drafter.model.negotiated import Closure, ClosureStatus, Position, Stand
from drafter.model.proposal import Arrival, Deed, Form, Proposal
from drafter.model.resolution import Kind
from drafter.negotiation import proposing
from drafter.negotiation.intake.carriers import taken
from drafter.negotiation.intake.kinds import Carrier
from drafter.negotiation.intake.takenin import TakenIn
from drafter.negotiation.values import Round
from drafter.render.compilation.authored import AuthoredText
from drafter.render.compilation.files import Notation, compiled
from tests.support.rounds import base, by, proposals

WHEN = datetime(2026, 10, 3, tzinfo=UTC)


def back(round_: Round, notation: Notation, suffix: str = ".docx") -> tuple[Carrier, TakenIn]:
    with TemporaryDirectory() as folder:
        file = Path(folder) / f"compilation{suffix}"
        file.write_bytes(compiled(round_, suffix, notation, WHEN))
        return taken(round_, file, Arrival((), file.name))


def owned(found: tuple[Proposal, ...]) -> set[tuple[str, tuple[str, ...]]]:
    return {(one.id, one.by) for one in found}


def closed(round_: Round) -> list[Closure]:
    """A paragraph of the base, and the first that is new."""
    new = [one.id for one in round_.proposals if one.kind is Deed.NEW][:1]
    return [Closure(row, ClosureStatus.AD_REF, ("Chile",), ("PP1",)) for row in ("OP2", *new)]


def plain(one: Proposal) -> bool:
    """Whether its words survive Word: each note mark stands right behind a word, where a reader looks for it."""
    return not any(one.put.text[: mark.at][-1:] in ("", " ") for mark in one.put.marks)


@pytest.mark.parametrize("notation", [Notation.DASH, Notation.PARENTHESES])
@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(given_=proposals())
def test_brackets_in_word(notation: Notation, given_: tuple[Proposal, ...]) -> None:
    round_ = base().having(proposals=filter(plain, given_))
    one = next(iter(round_.proposals), None)
    stands = (Position(one.id, Stand.OPPOSE, arrivals=(Arrival(("Peru",)),)),) if one else ()
    round_ = round_.having(
        positions=(*stands, Position("OP2", Stand.RETAIN, arrivals=(Arrival(("Chile", "Peru")),))),
        closures=closed(round_),
    )
    kind, found = back(round_, notation)
    assert kind is Carrier.COMPILATION
    assert owned(found.proposals) == owned(round_.proposals)
    assert {(each.on, each.stand, each.by) for each in found.positions} == {
        (each.on, each.stand, each.by) for each in round_.positions
    }
    assert set(found.closures) == set(round_.closures)
    assert found.not_understood == ()


def test_a_tracked_file_is_read_back_with_its_comments() -> None:
    """A conflict's readings, stands on them and on what stands, statuses."""
    start = base()
    text = start.inline("OP2")

    def changed(owner: str, old: str, new: str) -> tuple[Proposal, ...]:
        words = Inline.from_markup(text.markup.replace(old, new))
        return by(owner, *proposing.reworded("OP2", text, words))

    given_ = (
        *changed("EU", "Secretary-General to report", "Council to tell"),
        *changed("Japan", "to report", "to inform it"),
        *by("Norway", proposing.deleted("PP2", start.inline("PP2"))),
        *by("Chile", proposing.added("OP2", Inline("Calls upon all to act;", (Span(0, 10),)), Form(Kind.OPERATIVE))),
    )
    stands = tuple(
        Position(one.id, Stand.OPPOSE, arrivals=(Arrival((name,)),))
        for one, name in zip(given_, ("China", "Cuba", "Kenya", "Mexico"), strict=True)
    )
    round_ = start.having(
        proposals=given_,
        positions=(*stands, Position("OP1", Stand.RETAIN, arrivals=(Arrival(("Peru",)),))),
        closures=[Closure(row, ClosureStatus.AD_REF, ("Chile",), ("PP1",)) for row in ("OP1", given_[-1].id)],
    )
    assert len(AuthoredText(round_).merged.conflicts) == 1
    kind, found = back(round_, Notation.TRACKED)
    assert kind is Carrier.TRACKED
    assert owned(found.proposals) == owned(round_.proposals)
    assert {(each.on, each.stand, each.by) for each in found.positions} == {
        (each.on, each.stand, each.by) for each in round_.positions
    }
    assert set(found.closures) == set(round_.closures)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(given_=proposals())
def test_any_tracked_file_is_read_back(given_: tuple[Proposal, ...]) -> None:
    round_ = base().having(proposals=given_)
    one = next(iter(round_.proposals), None)
    stands = (Position(one.id, Stand.OPPOSE, arrivals=(Arrival(("Peru",)),)),) if one else ()
    round_ = round_.having(
        positions=(*stands, Position("PP2", Stand.RETAIN, "report", (Arrival(("Cuba",)),))),
        closures=closed(round_),
    )
    _, found = back(round_, Notation.TRACKED)
    assert owned(found.proposals) == owned(round_.proposals)
    assert {(each.on, each.stand, each.found, each.by) for each in found.positions} == {
        (each.on, each.stand, each.found, each.by) for each in round_.positions
    }
    assert set(found.closures) == set(round_.closures)


@pytest.mark.parametrize("suffix", [".docx", ".md", ".txt"])
@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(given_=proposals())
def test_a_table_is_read_back(suffix: str, given_: tuple[Proposal, ...]) -> None:
    round_ = base().having(proposals=given_)
    one = next(iter(round_.proposals), None)
    stands = (Position(one.id, Stand.OPPOSE, arrivals=(Arrival(("Peru",)),)),) if one else ()
    round_ = round_.having(
        positions=(
            *stands,
            Position("OP2", Stand.RETAIN, arrivals=(Arrival(("Chile", "Peru")),)),
            Position("PP2", Stand.RETAIN, "report", (Arrival(("Cuba",)),)),
        ),
        closures=closed(round_),
    )
    kind, found = back(round_, Notation.TABLE, suffix)
    assert kind is Carrier.TABLE
    assert owned(found.proposals) == owned(round_.proposals)
    assert {(each.on, each.stand, each.found, each.by) for each in found.positions} == {
        (each.on, each.stand, each.found, each.by) for each in round_.positions
    }
    assert set(found.closures) == set(round_.closures)
    assert found.not_understood == ()


def test_a_table_keeps_new_notes_and_italics() -> None:
    start = base()
    text = start.inline("OP2")
    words = Inline.from_markup(text.markup.replace("to report", r"*to inform it*[^n] | \\\* “”"))
    (plain_,) = proposing.reworded("OP2", text, words)
    given_ = by("Japan", proposing.with_notes(plain_, {"n": Inline.from_markup("See *Report*, “A/75/2”.")}, ()))
    round_ = start.having(proposals=given_)
    assert round_.proposals[0].notes
    for suffix in (".docx", ".md", ".txt"):
        (one,) = back(round_, Notation.TABLE, suffix)[1].proposals
        assert (one.id, one.notes) == (given_[0].id, given_[0].notes)
