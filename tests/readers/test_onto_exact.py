"""Changes put onto others' files are exact for three unlike readers; `make onto-bench` takes real pairs of years.

LibreOffice 7.4 takes notes in the order of their ids: it reads a note right that stands between two consecutive ids
only where the ids leave room, as in our own files.
"""

from __future__ import annotations

from functools import cache

import pytest

from drafter import parse
from tests.support import exact, official, ontoed, probe, real
from tests.support.ontoed import Onto

CHOICE = (
    "all together",
    "a paragraph's end and a new one",
    "a move with an edit at both ends",
    "a split",
    "a dropped paragraph",
    "the last replaced",
    "a note added",
    "a note edited",
    "levels and words",
    "an annex",
    "an annex, undone",
    "one operative paragraph left, undone",
)


TOUCHED = {
    "a word": 1,
    "a new paragraph": 0,
    "a dropped paragraph": 1,
    "a note added": 1,
    "a move up": 1,
    "an annex": 0,
}
"""How many paragraphs of our own file each change may touch."""


@cache
def probes() -> tuple[Onto, ...]:
    """Every probe, in turn onto our own file and onto one typed by hand."""
    makers = (ontoed.own, ontoed.typed)
    return tuple(makers[number % 4 in (1, 2)](*pair) for number, pair in enumerate(probe.pairs()))


@cache
def chosen() -> tuple[Onto, ...]:
    pairs = [pair for pair in probe.pairs() if pair[0] in CHOICE]
    return tuple(make(*pair) for pair in pairs for make in (ontoed.own, ontoed.typed))


def test_every_probe_by_its_xml() -> None:
    assert [problem for each in (*probes(), *chosen()) for problem in ontoed.faults(each)] == []


def test_paragraphs_without_a_change_stay_to_the_byte() -> None:
    for name, old, new in probe.pairs():
        if name in TOUCHED:
            made = ontoed.own(name, old, new)
            assert official.kept(made.file, made.case.docx) == len(official.paragraphs(made.file)) - TOUCHED[name]


@pytest.mark.readers("pandoc")
def test_by_pandoc() -> None:
    assert [problem for each in chosen() for problem in exact.by_pandoc(each.case)] == []


@pytest.mark.readers("soffice")
def test_by_libreoffice() -> None:
    pairs = [pair for pair in probe.pairs() if pair[0] in ("a word", "a new paragraph", "a dropped paragraph")]
    readable = [each for each in (*chosen(), *ontoed.resaved(pairs)) if ontoed.notes_in_order(each)]
    assert len(readable) >= 18
    assert [problem for each in readable for problem in ontoed.faults(each)] == []
    assert exact.by_office([each.case for each in readable]) == []


@pytest.mark.real
def test_real_years_by_their_xml() -> None:
    for stems in real.year_pairs()[5:120:60]:
        old, new = (parse.read_text(real.texts("ga_78_80_text")[s], name=f"{s}.txt").resolution for s in stems)
        for make in (ontoed.own, ontoed.typed):
            assert ontoed.faults(make("→".join(stems), old, new)) == []
