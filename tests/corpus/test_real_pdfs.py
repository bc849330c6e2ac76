"""PDF files against labelled paragraphs and their texts; `python -m tests.benchmarks.pdf_labels` takes them all."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.benchmarks.pdf_labels import against_labels, against_texts, set_in_type
from tests.support import real

WHOLE = 0.99


@pytest.mark.real
def test_official_files_have_the_paragraphs_of_their_texts() -> None:
    """Two fewer than all would be 99 %; four of the eight misses are the texts' own slips (a lost "7", "Article 1")."""
    measured = list(against_texts(real.pdfs()))
    assert sum(misses.total() for _, _, misses in measured) <= 8
    assert sum(not misses for _, _, misses in measured) >= 13


@pytest.mark.real
@pytest.mark.readers("soffice")
def test_labelled_paragraphs_are_read_out_of_files_in_the_official_layout(tmp_path: Path) -> None:
    """Among them a note that runs on over the page, sections, lists of two levels, and 43 notes."""
    stems = ["A_RES_78_15", "A_RES_78_153", "A_RES_79_161", "A_RES_78_301"]
    measured = list(against_labels(set_in_type(stems, tmp_path)))
    missed = sum(misses.total() for _, _, misses in measured)
    assert missed <= (1 - WHOLE) * sum(count for _, count, _ in measured), measured
