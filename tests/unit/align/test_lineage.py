"""A paragraph followed back through the texts of a series."""

from __future__ import annotations

import pytest

from drafter.align.lineage import lineage
from drafter.model.change import PairKind
from drafter.model.inline import Inline
from drafter.model.organ import Organ
from drafter.model.resolution import Kind, Paragraph, Resolution


def year(*operative: str) -> Resolution:
    paragraphs = tuple(Paragraph(Kind.OPERATIVE, Inline.from_markup(source)) for source in operative)
    return Resolution(Organ.GENERAL_ASSEMBLY, Inline("Situation of human rights"), paragraphs)


REPORT = "*Requests* the Secretary-General to report at the {} session."
TEXTS = (
    year("*Expresses its very serious concern* at the violations of human rights;", REPORT.format("sixty-eighth")),
    year("*Recalls* its resolution;", REPORT.format("seventy-third")),
    year("*Condemns* the violations and abuses of human rights;", REPORT.format("seventy-sixth")),
)


def test_newest_first_with_what_changed_to_the_next() -> None:
    years = lineage(TEXTS, 1)
    assert [(y.text, y.indices) for y in years] == [(2, (1,)), (1, (1,)), (0, (1,))]
    assert years[0].later is None
    assert years[1].later is not None and years[1].later.kind is PairKind.EDITED
    (change,) = years[1].changes
    assert TEXTS[1].paragraphs[1].text[change.old_start : change.old_end] == "seventy-third"


def test_a_year_without_it_is_named_and_passed_over() -> None:
    years = lineage(TEXTS, 0)
    assert [(y.text, y.indices) for y in years] == [(2, (0,)), (1, ()), (0, (0,))]
    assert years[2].later_text == 2


def test_no_such_paragraph() -> None:
    with pytest.raises(IndexError):
        lineage(TEXTS, 2)
