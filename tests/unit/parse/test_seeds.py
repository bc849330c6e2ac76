"""The three resolutions the project starts from, counted by hand."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from drafter import parse
from drafter.model.reading import Reading
from drafter.resources import shipped

CORPUS = shipped("corpus")


def reading(name: str) -> Reading:
    return parse.read(CORPUS / name)


@pytest.mark.parametrize(
    ("name", "preambular", "operative", "with_subparagraphs", "notes", "missing"),
    [
        ("A_RES_67_181.txt", 12, 6, 29, 17, 0),
        ("A_RES_72_188.txt", 24, 21, 50, 18, 11),
        ("A_RES_75_190.md", 27, 25, 57, 26, 0),
    ],
)
def test_counts(name: str, preambular: int, operative: int, with_subparagraphs: int, notes: int, missing: int) -> None:
    resolution = reading(name).resolution
    kinds = Counter(paragraph.kind.value for paragraph in resolution.paragraphs)
    tops = Counter(paragraph.kind.value for paragraph in resolution.paragraphs if not paragraph.level)
    assert kinds == {"preambular": preambular, "operative": with_subparagraphs}
    assert tops["operative"] == operative
    assert len(resolution.footnotes) == notes
    assert sum(note.missing for note in resolution.footnotes) == missing


def test_source_files_are_the_ones_that_came(tmp_path: Path) -> None:
    assert {path.name for path in CORPUS.iterdir()} >= {"A_RES_67_181.txt", "A_RES_72_188.txt", "A_RES_75_190.md"}
