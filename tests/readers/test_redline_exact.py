"""Accept-all is the new text and reject-all the old, footnotes and italics included, for three unlike readers.

The strict reading of the XML sees every probe; pandoc and LibreOffice see the seeds and a choice of probes, or with
DRAFTER_FULL=1 (`make redline-full`) all of them, as L. document and as adopted text.
"""

from __future__ import annotations

import os
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from drafter import parse
from drafter.desk import Desk
from drafter.library import record
from drafter.model.draft import printed
from drafter.model.resolution import Resolution
from drafter.render.masthead import of_draft, of_resolution
from tests.support import exact, probe, real
from tests.support.exact import Case

CORPUS = Path(__file__).resolve().parents[2] / "corpus"
FULL = os.environ.get("DRAFTER_FULL") == "1"
CHOICE = (
    "all together",
    "a paragraph's end and a new one",
    "a move with an edit at both ends",
    "a move of a block",
    "a split",
    "a merge with words",
    "italics alone",
    "a note added before a new paragraph",
    "the first dropped",
    "the last replaced",
    "the first of two marks dropped",
    "levels and words",
    "an annex",
    "illegal characters",
    "everything replaced",
    "a merge at the first note",
    "the end dropped with the first note",
)
DRAFT = ", as a draft"
REAL_PAIRS = slice(0, 120, 3)
"""40 of the real pairs of years."""


@cache
def all_probes() -> tuple[Case, ...]:
    """Every probe, in turn as an adopted text and as an L. document; in full as both."""
    found = []
    for number, (name, old, new) in enumerate(probe.pairs()):
        masthead = of_resolution(new)
        for draft in (False, True) if FULL else (number % 4 in (1, 2),):
            label = f"{name}{DRAFT}" if draft else name
            found.append(exact.case(label, old, new, replace(masthead, draft=draft)))
    return tuple(found)


def chosen() -> list[Case]:
    return [case for case in all_probes() if FULL or case.name.removesuffix(DRAFT) in CHOICE]


def seed(stem: str) -> Resolution:
    path = CORPUS / f"{stem}.toml"
    return record.loads(path.read_text(encoding="utf-8"), path).resolution


@cache
def seeds() -> tuple[Case, ...]:
    first, second, third = map(seed, ("A_RES_67_181", "A_RES_72_188", "A_RES_75_190"))
    pairs = {"67→72": (first, second), "72→75": (second, third), "75→67": (third, first), "75→75": (third, third)}
    return tuple(exact.case(name, *pair) for name, pair in pairs.items())


def test_every_probe_by_its_xml() -> None:
    assert [problem for case in all_probes() for problem in exact.by_xml(case)] == []


def test_the_seeds_by_their_xml() -> None:
    assert [problem for case in seeds() for problem in exact.by_xml(case)] == []


@pytest.mark.readers("pandoc")
def test_by_pandoc() -> None:
    assert [problem for case in (*seeds(), *worked(), *chosen()) for problem in exact.by_pandoc(case)] == []


@pytest.mark.readers("soffice")
def test_by_libreoffice() -> None:
    assert exact.by_office([*seeds(), *worked(), *chosen()]) == []


@cache
def real_cases() -> tuple[Case, ...]:
    """Real pairs of years, in turn as an adopted text and as an L. document; in full 40, else three."""
    pairs = real.year_pairs()[REAL_PAIRS]
    found = []
    for number, stems in enumerate(pairs if FULL else pairs[7::15]):
        old, new = (parse.read_text(real.texts("ga_78_80_text")[s], name=f"{s}.txt").resolution for s in stems)
        found.append(exact.case("→".join(stems), old, new, replace(of_resolution(new), draft=number % 2 == 1)))
    return tuple(found)


@pytest.mark.real
def test_real_years_by_their_xml() -> None:
    assert [problem for case in real_cases() for problem in exact.by_xml(case)] == []


@pytest.mark.real
@pytest.mark.readers("pandoc")
def test_real_years_by_pandoc() -> None:
    assert [problem for case in real_cases() for problem in exact.by_pandoc(case)] == []


@pytest.mark.real
@pytest.mark.readers("soffice")
def test_real_years_by_libreoffice() -> None:
    cases = real_cases()
    for start in range(0, len(cases), 10):
        assert exact.by_office(cases[start : start + 10]) == []


@cache
def worked() -> tuple[Case, ...]:
    """75/190 and the worked draft for the seventy-sixth session."""
    desk = Desk.at(CORPUS)
    draft = desk.draft(str(CORPUS.parent / "examples" / "dprk-76.toml"))
    return (exact.case("75→76", seed("A_RES_75_190"), printed(draft), of_draft(draft)),)


def test_the_worked_draft_by_its_xml() -> None:
    assert exact.by_xml(*worked()) == []


def test_the_same_input_gives_the_same_bytes() -> None:
    old, new = probe.BASE, probe.CHANGES["a move with an edit"](probe.BASE)
    assert exact.case("", old, new).docx == exact.case("", old, new).docx
