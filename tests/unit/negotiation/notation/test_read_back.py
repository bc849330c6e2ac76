"""What is written as a compilation text is read back: proposals, owners, stands and statuses."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from drafter.errors import DrafterError
from drafter.model.draft import Draft
from drafter.model.inline import Inline
from drafter.model.negotiated import Closure, Position, Stand
from drafter.model.proposal import Arrival, Proposal
from drafter.model.resolution import Footnote
from drafter.negotiation import proposing
from drafter.negotiation.intake.basetext import base_of
from drafter.negotiation.intake.compilations import from_compilation, is_compilation
from drafter.negotiation.intake.takenin import TakenIn
from drafter.negotiation.notation.gathering import compilation
from drafter.negotiation.notation.textfile import text
from drafter.negotiation.notation.values import Dialect
from drafter.negotiation.values import Round, opened
from tests.support.rounds import base, by
from tests.support.saidrounds import rounds

DIALECTS = st.sampled_from(list(Dialect))
BASE = base()


def back(round_: Round, dialect: Dialect, *, markdown: bool = True, anonymous: bool = False) -> TakenIn:
    written = text(compilation(round_, anonymous=anonymous), dialect, "2026-10-03T10:00:00Z", markdown=markdown)
    assert is_compilation(written)
    return from_compilation(base_of(round_), written, Arrival((), "room.md"))


def holds(round_: Round, taken: TakenIn) -> None:
    assert taken.not_understood == ()
    assert {one.id: (one.by, one.notes) for one in taken.proposals} == {
        one.id: (one.by, one.notes) for one in round_.proposals
    }
    again = round_.having(positions=taken.positions, closures=taken.closures)
    assert [(one.on, one.stand, one.found, one.by) for one in again.positions] == [
        (one.on, one.stand, one.found, one.by) for one in round_.positions
    ]
    assert set(again.closures) == {one for one in round_.closures if one != Closure(one.label)}


@settings(deadline=None)
@given(rounds(), DIALECTS, st.booleans())
def test_a_round_comes_back_from_its_text(round_: Round, dialect: Dialect, markdown: bool) -> None:
    taken = back(round_, dialect, markdown=markdown)
    holds(round_, taken)
    again = round_.having(proposals=taken.proposals, positions=taken.positions, closures=taken.closures)
    written, twice = (text(compilation(one), dialect, "now", markdown=markdown) for one in (round_, again))
    assert written == twice


@settings(deadline=None)
@given(rounds(), DIALECTS)
def test_anonymous_the_same_proposals_come_back_as_nobody_s(round_: Round, dialect: Dialect) -> None:
    taken = back(round_, dialect, anonymous=True)
    assert {one.id: one.by for one in taken.proposals} == {one.id: ("?",) for one in round_.proposals}
    assert taken.positions == ()


def changed(label: str, text_: str) -> tuple[Proposal, ...]:
    return proposing.reworded(label, BASE.inline(label), Inline.from_markup(text_))


AWKWARD = (
    "*Decides* to remain [seized] of the matter - as ever / always.",
    "*Decides*  to remain seized of the  matter .",
    "Decides to remain *seized* of the m*att*er.",
    "*Decides* to remain (EU: delete) seized [x] (G77) of the matter.",
    "*Decides* to remain seized of the matter. \\[Agreed ad ref]",
    "*Decides* to remain seized of ␣ m² \\\\ the \\*matter\\* [OP3: x] (OP3: US retain).",
    "*Decides* to remain seized of the matter. Agreed",
    "[EU: move after OP2] *Decides* to remain seized of the matter.",
    "*Decides* to remain seized of the matter.[^1][^2]",
    "*Decides*[^2] to remain {no text} seized of <b>the</b> matter_ `x` ¹⁺² – - .",
    "*Decides* to - remain seized of / the / – matter.",
)


@pytest.mark.parametrize("words", AWKWARD)
@pytest.mark.parametrize("dialect", list(Dialect))
def test_words_that_look_like_notation_are_words(words: str, dialect: Dialect) -> None:
    other = by("G77", *changed("OP3", "*Decides* to stay seized of the question."))
    alt = proposing.reworded("OP3", BASE.inline("OP3"), Inline.from_markup(words), alt=True)
    for some in (changed("OP3", words), alt):
        holds(BASE.having(proposals=by("EU", *some)), back(BASE.having(proposals=by("EU", *some)), dialect))
        anonymous = back(BASE.having(proposals=by("EU", *some)), dialect, anonymous=True)
        assert {one.id for one in anonymous.proposals} == {one.id for one in some}
        both = BASE.having(proposals=(*by("EU", *some), *other))
        holds(both, back(both, dialect, markdown=False))


@pytest.mark.parametrize("words", AWKWARD)
@pytest.mark.parametrize("dialect", list(Dialect))
def test_a_base_that_looks_like_notation_stays_itself(words: str, dialect: Dialect) -> None:
    own = BASE.text.paragraphs[-1]
    text_ = replace(
        BASE.text, paragraphs=(*BASE.text.paragraphs[:-1], own.with_paragraph(inline=Inline.from_markup(words)))
    )
    round_ = opened(text_)
    some = proposing.reworded("OP3", round_.inline("OP3"), BASE.inline("OP3"))
    holds(round_, back(round_, dialect))
    holds(round_.having(proposals=by("EU", *some)), back(round_.having(proposals=by("EU", *some)), dialect))


@pytest.mark.parametrize("dialect", list(Dialect))
def test_notes_that_proposals_bring_come_back_with_them(dialect: Dialect) -> None:
    some = changed("OP3", "*Decides* to remain seized[^n] of the matter.[^m]")
    notes = {"n": Inline("A/80/1."), "m": Inline("A/75/1.")}
    noted = tuple(proposing.with_notes(one, notes, BASE.text.footnotes) for one in some)
    assert any(isinstance(note, Footnote) for one in noted for note in one.notes)
    round_ = BASE.having(proposals=by("EU", *noted))
    holds(round_, back(round_, dialect))


def test_a_compilation_of_another_text_is_refused_with_its_symbol() -> None:
    rows = (replace(one, paragraph=replace(one.paragraph, inline=Inline("No."))) for one in BASE.text)
    other = Draft("A/80/L.1", Inline("Other"), tuple(rows))
    written = text(compilation(opened(other)), Dialect.DASH, "now", markdown=True)
    with pytest.raises(DrafterError, match=r"A/80/L\.1"):
        from_compilation(base_of(BASE), written, Arrival((), "room.md"))


def test_a_row_that_was_edited_by_hand_is_told_and_not_guessed() -> None:
    written = text(compilation(BASE), Dialect.DASH, "now", markdown=True)
    taken = from_compilation(base_of(BASE), written.replace("to remain seized", "to stay"), Arrival((), "room.md"))
    [one] = taken.not_understood
    assert (one.place.startswith("line "), "OP3" in one.why) == (True, True)


@pytest.mark.parametrize("dialect", list(Dialect))
def test_who_retains_the_words_of_a_bracket_comes_back_with_them(dialect: Dialect) -> None:
    some = changed("OP3", "*Decides* to stay seized of the matter.")
    came = (Arrival(("Japan",)),)
    round_ = BASE.having(proposals=by("EU", *some)).having(positions=(Position("OP3", Stand.RETAIN, "remain", came),))
    assert "Japan: retain" in text(compilation(round_), Dialect.PARENTHESES, "now", markdown=True)
    holds(round_, back(round_, dialect))


@pytest.mark.parametrize("dialect", list(Dialect))
def test_words_put_in_right_behind_what_the_same_owner_replaces_stay_apart(dialect: Dialect) -> None:
    swap = changed("OP3", "*Decides* to stay seized of the matter.")
    behind = changed("OP3", "*Decides* to remain here seized of the matter.")
    round_ = BASE.having(proposals=by("EU", *swap, *behind))
    holds(round_, back(round_, dialect))


@pytest.mark.parametrize("dialect", list(Dialect))
def test_a_parenthesis_behind_a_bracket_of_nobody_is_words(dialect: Dialect) -> None:
    own = BASE.text.paragraphs[-1].with_paragraph(inline=Inline("Decides to remain (EU: delete) seized of it."))
    round_ = opened(replace(BASE.text, paragraphs=(*BASE.text.paragraphs[:-1], own)))
    some = proposing.reworded("OP3", own.inline, Inline("Decides to remain here (EU: delete) seized of it."))
    taken = back(round_.having(proposals=by("EU", *some)), dialect, anonymous=True)
    assert [one.id for one in taken.proposals] == [one.id for one in some]


def test_what_a_hand_types_into_our_text_is_read_or_told() -> None:
    written = text(compilation(BASE), Dialect.DASH, "now", markdown=True)
    typed = written.replace("to remain seized", "to remain [actively - Mexico; Norway oppose] seized")
    taken = from_compilation(base_of(BASE), typed, Arrival((), "room.md"))
    assert [(one.put.text, one.by) for one in taken.proposals] == [(" actively", ("Mexico",))]
    assert [(one.on, one.by) for one in taken.positions] == [(taken.proposals[0].id, ("Norway",))]
    stray = from_compilation(base_of(BASE), written.replace("seized", "[seized"), Arrival((), "room.md"))
    assert [one.why for one in stray.not_understood] == ["a bracket in it has no partner"]


def test_the_time_stands_in_one_line_and_nowhere_else() -> None:
    for markdown in (True, False):
        first, second = (
            text(compilation(BASE), Dialect.DASH, day, markdown=markdown).splitlines() for day in ("2026-10-03", "x")
        )
        assert [one for one in first if one not in second] == ["As of 2026-10-03"]
