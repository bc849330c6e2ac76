"""Compilation texts as files: what stands in them, what stands in none, and what is refused."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings

from drafter.errors import DrafterError
from drafter.model.inline import Inline
from drafter.model.negotiated import Closure, ClosureStatus, Position, Stand
from drafter.model.proposal import Arrival, Form, Proposal
from drafter.model.resolution import Kind
from drafter.negotiation import proposing
from drafter.negotiation.values import Round
from drafter.render.compilation.files import SUFFIXES, Notation, compiled
from drafter.render.leaks import Leak
from tests.support.rounds import base, by, proposals

WHEN = datetime(2026, 10, 3, 10, 0, tzinfo=UTC)
TOLD = "3 October 2026, 10:00"
WRITTEN = [(suffix, notation) for notation in Notation for suffix in SUFFIXES if notation is not Notation.TRACKED]


def a_round() -> Round:
    """One with a conflict, a new paragraph, a stand, a status, and delegations of odd names."""
    start = base()
    text = start.inline("PP2")
    given_ = (
        *by("Ruritania", *proposing.reworded("PP2", text, Inline.from_markup("*Noting* the report on the situation,"))),
        *by(
            "Elbonia",
            *proposing.reworded("PP2", text, Inline.from_markup(text.markup.replace("human rights", "peace"))),
        ),
        *by("Graustark", proposing.added("OP1", Inline('Decides <b>&"boldly"</b> to act;'), Form(Kind.OPERATIVE))),
    )
    return start.having(
        proposals=given_,
        positions=(Position("PP1", Stand.RETAIN, arrivals=(Arrival(("Freedonia",), day="2026-10-01"),)),),
        closures=(Closure("OP2", ClosureStatus.AD_REF, ("Sylvania",)),),
    )


def shown(content: bytes, suffix: str) -> str:
    """Everything in a file, of a package each part with its attributes."""
    if suffix != ".docx":
        return content.decode()
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        return "\n".join(f"{name}\n{package.read(name).decode('utf-8', 'replace')}" for name in package.namelist())


NAMES = ("Ruritania", "Elbonia", "Graustark", "Freedonia", "Sylvania")


@pytest.mark.parametrize(("suffix", "notation"), [*WRITTEN, (".docx", Notation.TRACKED)])
def test_says_base_stage_time_and_everybody(suffix: str, notation: Notation) -> None:
    made = shown(compiled(a_round(), suffix, notation, WHEN), suffix)
    words = re.sub(r"<[^>]+>", "", made) if suffix == ".docx" else made
    assert "75/190" in words and "Zero draft" in words
    assert words.count(TOLD) == (3 if notation is Notation.TRACKED else 1)
    assert [name for name in NAMES if name not in made] == []


@pytest.mark.parametrize(("suffix", "notation"), WRITTEN)
def test_is_anonymous_in_every_part(suffix: str, notation: Notation) -> None:
    made = compiled(a_round(), suffix, notation, WHEN, anonymous=True)
    text = shown(made, suffix)
    assert [name for name in NAMES if name in text] == []
    assert "2026-10-01" not in text and "retain" not in re.sub(r"\(.*?\)|\[.*?\]", "", text)
    if suffix == ".docx":
        assert not re.search(r"comments|customXml|w:author|w:initials|dc:creator>\w|lastModifiedBy>\w", text)


@pytest.mark.parametrize(("suffix", "notation"), [*WRITTEN, (".docx", Notation.TRACKED)])
def test_the_same_round_gives_the_same_bytes(suffix: str, notation: Notation) -> None:
    round_ = a_round()
    again = round_.having(proposals=reversed(round_.proposals))
    assert compiled(round_, suffix, notation, WHEN) == compiled(again, suffix, notation, WHEN)


@pytest.mark.parametrize("notation", [Notation.DASH, Notation.PARENTHESES, Notation.TABLE])
def test_words_of_others_are_escaped_on_a_page(notation: Notation) -> None:
    made = compiled(a_round(), ".html", notation, WHEN).decode()
    assert "<b>" not in made and "&lt;b&gt;&amp;" in made
    assert not re.search(r"<script|https?://|\son\w+=|url\(|@import", made)
    if notation is not Notation.TABLE:
        assert "<del>" in made and "<ins>" in made


def test_the_edges_of_readings_cannot_be_smuggled_in() -> None:
    text = base().inline("PP1")
    words = Inline(f"\ue001\ue003\ue000{text.text}\ue002")
    round_ = base().having(proposals=by("Ruritania", proposing.reworded("PP1", text, words, alt=True)[0]))
    made = compiled(round_, ".html", Notation.DASH, WHEN).decode()
    assert made.count("<ins>") == made.count("</ins>") and made.count("<del>") == made.count("</del>")


@pytest.mark.parametrize("suffix", [".md", ".txt", ".html"])
def test_tracked_is_for_word_alone(suffix: str) -> None:
    with pytest.raises(DrafterError, match="cannot be written as"):
        compiled(a_round(), suffix, Notation.TRACKED, WHEN)


def test_tracked_cannot_be_anonymous() -> None:
    with pytest.raises(DrafterError, match="names of their authors"):
        compiled(a_round(), ".docx", Notation.TRACKED, WHEN, anonymous=True)


@pytest.mark.parametrize(("suffix", "notation"), WRITTEN)
def test_a_name_outside_base_and_proposals_is_refused(suffix: str, notation: Notation) -> None:
    named = replace(a_round(), stage="Text of Ruritania")
    with pytest.raises(DrafterError, match="would name Ruritania"):
        compiled(named, suffix, notation, WHEN, anonymous=True)


def test_a_name_in_a_proposal_s_own_words_is_told() -> None:
    own = by("Ruritania", proposing.added("OP2", Inline("Thanks Ruritania for its work;"), Form(Kind.OPERATIVE)))
    told: list[Leak] = []
    made = compiled(base().having(proposals=own), ".md", Notation.DASH, WHEN, anonymous=True, tell=told.append)
    assert b"Thanks Ruritania" in made
    assert len(told) == 1 and "names Ruritania in its own words" in told[0].what and "OP2bis" in told[0].where


def test_internal_remarks_are_told_with_their_place() -> None:
    text = base().inline("PP1")
    words = Inline.from_markup(text.markup.replace(" all ", " all (internal note: ask legal) "))
    told: list[Leak] = []
    compiled(
        base().having(proposals=by("Ruritania", *proposing.reworded("PP1", text, words))),
        ".md",
        Notation.DASH,
        WHEN,
        tell=told.append,
    )
    assert len(told) == 1 and told[0].where.startswith("PP1 (p") and "ask legal" in told[0].what


def test_history_tells_what_fell() -> None:
    round_ = a_round()
    from drafter.model.proposal import Outcome
    from drafter.negotiation import decide, edits

    after = edits.apply(round_, decide.turn_down(round_, [round_.proposals[-1].id], Outcome.REJECTED))
    for suffix, notation in WRITTEN:
        without, within = (
            shown(compiled(after, suffix, notation, WHEN, history=each), suffix) for each in (False, True)
        )
        assert "rejected" not in without and "rejected" in within


@settings(max_examples=15, deadline=None)
@given(proposals())
def test_any_round_can_be_written(given_: tuple[Proposal, ...]) -> None:
    round_ = base().having(proposals=given_)
    for suffix, notation in WRITTEN:
        compiled(round_, suffix, notation, WHEN, anonymous=True)
        compiled(round_, suffix, notation, WHEN, history=True)


@pytest.mark.parametrize("spelt", ["Turkey", "TÜRKIYE", "United States", "U.S.", "the Republic of Korea"])
def test_anonymous_looks_for_every_spelling(spelt: str) -> None:
    start = base()
    own = (
        *by("Türkiye", proposing.deleted("PP2", start.inline("PP2"))),
        *by("US", proposing.deleted("OP3", start.inline("OP3"))),
        *by("Republic of Korea", proposing.deleted("OP2", start.inline("OP2"))),
    )
    round_ = start.having(proposals=own)
    compiled(round_, ".md", Notation.DASH, WHEN, anonymous=True)
    with pytest.raises(DrafterError, match="would name"):
        compiled(replace(round_, stage=f"Text of {spelt}"), ".md", Notation.DASH, WHEN, anonymous=True)
