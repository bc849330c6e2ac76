"""The tracked compilation text in pandoc and LibreOffice: all rejected it is the base, all accepted what stands."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from drafter.edit.begin import begin
from drafter.library.sources import read_source
from drafter.model.inline import Inline
from drafter.model.negotiated import Closure, ClosureStatus, Position, Stand
from drafter.model.proposal import Arrival, Form, Proposal
from drafter.model.resolution import Kind, Resolution
from drafter.negotiation import proposing
from drafter.negotiation.values import Round, opened
from drafter.render import masthead
from drafter.render.compilation.authored import AuthoredText
from drafter.render.compilation.files import Notation, compiled
from drafter.render.document import document
from tests.support import exact, tracked
from tests.support.exact import Case
from tests.support.rounds import by
from tests.support.settled import Line

CORPUS = Path(__file__).resolve().parents[2] / "corpus"
WHEN = datetime(2026, 10, 3, tzinfo=UTC)


@pytest.fixture(scope="module")
def round_(corpus_text: Resolution) -> Round:
    text = corpus_text
    start = opened(replace(begin(text, str(text.symbol)), symbol=text.symbol, session=text.session), "Zero draft")

    def words(label: str, old: str, new: str) -> tuple[Proposal, ...]:
        base = start.inline(label)
        at = base.text.index(old)
        return proposing.reworded(label, base, base.replace(at, at + len(old), Inline.from_markup(new)))

    requests = Inline.from_markup("*Requests* the Secretary-General to report on persons with disabilities;")
    recalling = Inline.from_markup("*Recalling* the Convention on the Rights of Persons with Disabilities,")
    given = (
        *by("EU", *words("OP1", "systematic", "systematic, continuing")),
        *by("US", *words("OP1", "systematic", "systematic, continuing")),
        *by("Japan", *words("OP14", "continuing endeavours", "tireless work")),
        *by("CANZ", *words("OP14", "the continuing endeavours of", "all work by")),
        *by("G77", proposing.deleted("PP4", start.inline("PP4"))),
        *by("Iran", proposing.deleted("OP9", start.inline("OP9"))),
        *by("EU", proposing.added("OP9", requests, Form(Kind.OPERATIVE))),
        *by("Mexico", proposing.added("PP6", recalling, Form(Kind.PREAMBULAR))),
        *by("Norway", proposing.moved("OP6", "OP8")),
        *by("Chile", *words("PP3", "grave ", "")),
    )
    return start.having(
        proposals=given,
        positions=(
            Position(given[0].id, Stand.OPPOSE, arrivals=(Arrival(("Russian Federation",)),)),
            Position("OP3", Stand.RETAIN, arrivals=(Arrival(("China",)),)),
        ),
        closures=(Closure("OP2", ClosureStatus.AD_REF, ("Japan",), ("OP3",)),),
    )


@pytest.fixture(scope="module")
def corpus_text() -> Resolution:
    return read_source(CORPUS / "A_RES_75_190.md").resolution


@pytest.fixture(scope="module")
def case(round_: Round) -> Case:
    head = replace(masthead.of_draft(round_.text), author="")
    old, new = (_lines(document(text, head)) for text in AuthoredText(round_).texts)
    return Case("compilation", compiled(round_, ".docx", Notation.TRACKED, WHEN), new, old)


def _lines(docx: bytes) -> tuple[Line, ...]:
    lines = tracked.settle(docx, tracked.Way.ACCEPT)
    return lines[next(place for place, line in enumerate(lines) if line.look[0] == "UNTitle") :]


def test_by_the_rules_of_the_format(case: Case) -> None:
    assert exact.by_xml(case) == []


def test_in_pandoc(case: Case) -> None:
    assert exact.by_pandoc(case) == []


def test_in_libreoffice(case: Case) -> None:
    assert exact.by_office([case]) == []
