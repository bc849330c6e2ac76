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

from drafter.library import record
from drafter.model.resolution import Resolution
from drafter.render.masthead import of_resolution
from tests.support import exact, probe
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
)
NOT_IN_OFFICE = {"everything replaced, as a draft", "everything replaced, undone, as a draft"}
"""LibreOffice forgets the tracked mark of the paragraph with the first note; here no earlier one can bear it."""


@cache
def all_probes() -> tuple[Case, ...]:
    """Every probe, in turn as an adopted text and as an L. document; in full as both."""
    found = []
    for number, (name, old, new) in enumerate(probe.pairs()):
        masthead = of_resolution(new)
        for draft in (False, True) if FULL else (number % 4 in (1, 2),):
            label = f"{name}, as a draft" if draft else name
            found.append(exact.case(label, old, new, replace(masthead, draft=draft)))
    return tuple(found)


def chosen() -> list[Case]:
    return [case for case in all_probes() if FULL or case.name.removesuffix(", as a draft") in CHOICE]


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
    assert [problem for case in (*seeds(), *chosen()) for problem in exact.by_pandoc(case)] == []


@pytest.mark.readers("soffice")
def test_by_libreoffice() -> None:
    cases = [case for case in (*seeds(), *chosen()) if case.name not in NOT_IN_OFFICE]
    assert exact.by_office(cases) == []


def test_the_same_input_gives_the_same_bytes() -> None:
    old, new = probe.BASE, probe.CHANGES["a move with an edit"](probe.BASE)
    assert exact.case("", old, new).docx == exact.case("", old, new).docx
