"""Real resolutions of other series come through: every paragraph with its number, every note."""

from __future__ import annotations

import pytest

from drafter import parse
from drafter.model import numbering
from drafter.render import document, masthead
from tests.support import real
from tests.support.wordfile import WordFile, problems


@pytest.mark.real
def test_a_sample_of_real_texts_is_written_whole() -> None:
    sample = list(real.texts("ga_78_80_text").items())[7::15]
    assert len(sample) > 20
    for stem, text in sample:
        resolution = parse.read_text(text, name=f"{stem}.txt").resolution
        content = document.document(resolution, masthead.of_resolution(resolution))
        assert problems(content) == [], stem
        file = WordFile(content)
        numbered = list(zip(resolution.paragraphs, numbering.printed(resolution.paragraphs), strict=True))
        numbered.sort(key=lambda pair: document.in_annex(pair[0].part))
        wanted = [(paragraph.text, mark) for paragraph, mark in numbered]
        known = set(wanted)
        assert [(s.text, s.number) for s in file.paragraphs() if (s.text, s.number) in known] == wanted, stem
        for place, note in enumerate(resolution.footnotes, 1):
            assert file.notes[place].startswith(note.text), stem
