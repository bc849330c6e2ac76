"""The parser measured on real resolutions: labelled paragraphs, and every word of a sample of texts.

`python -m tests.corpus.test_real_texts` takes all 2,680 texts and prints the figures by half.
"""

from __future__ import annotations

import hashlib
import json
import re
import unicodedata
from collections import Counter
from dataclasses import dataclass

import pytest

from drafter.errors import UnreadableError
from drafter.model.resolution import Kind
from drafter.parse import read_text
from drafter.parse.accounting import account
from drafter.parse.furniture import put_aside
from tests.support import real

Key = tuple[str, int, str]
ORGAN_LINE = "TheGeneralAssembly"
FORMS = {
    *("page numbers", "symbols", "job numbers", "names of organs", "distribution", "session and agenda", "adoption"),
    *("votes", "sponsors", "stage of a draft", "notes to the masthead", "running heads", "tables"),
    "what found no place",
}
NOT_PARAGRAPHS = re.compile(r"\d+(?:st|nd|rd|th)\(?.*plenarymeeting|\d{1,2}[A-Z][a-z]+\d{4}")
"""Closing lines that the labels give as paragraphs, by mistake."""


@dataclass
class Score:
    labelled: int = 0
    missed: int = 0
    read: int = 0
    invented: int = 0

    @property
    def found(self) -> float:
        return 1 - self.missed / self.labelled

    @property
    def invented_share(self) -> float:
        return self.invented / self.read


def bare(text: str) -> str:
    """White space, quotation marks and invisible characters aside."""
    text = unicodedata.normalize("NFC", text)
    return re.sub(r"[\s“”\"‘’'\u200b-\u200d\u00ad]", "", text).replace("\u2011", "-")


def labelled(stem: str) -> Counter[Key]:
    """Kind, level and text of the labelled paragraphs; the organ's line is masthead here."""
    found: Counter[Key] = Counter()
    for piece in json.loads(real.texts("ga_78_79_labelled")[stem]):
        text = bare(piece["text"])
        if piece["type"] == "paragraph" and text.rstrip(",") != ORGAN_LINE and not NOT_PARAGRAPHS.fullmatch(text):
            found[piece["paragraph_type"], (piece["paragraph_level"] or 1) - 1, text] += 1
    return found


def as_read(stem: str) -> Counter[Key]:
    resolution = read_text(real.texts("ga_78_80_text")[stem], name=f"{stem}.txt").resolution
    return Counter(
        (paragraph.kind.value, paragraph.level, bare(paragraph.text))
        for paragraph in resolution.paragraphs
        if paragraph.kind is not Kind.HEADING
    )


def half(stem: str) -> int:
    """0 for the half that the parser was tuned on, 1 for the half kept aside."""
    return int(hashlib.sha256(stem.encode()).hexdigest(), 16) % 2


def scored(stems: list[str]) -> Score:
    score = Score()
    for stem in stems:
        want, have = labelled(stem), as_read(stem)
        score.labelled += want.total()
        score.read += have.total()
        score.missed += (want - have).total()
        score.invented += (have - want).total()
    return score


@pytest.mark.real
@pytest.mark.parametrize("which", [0, 1], ids=["tuned on", "kept aside"])
def test_labelled_paragraphs_are_found(which: int) -> None:
    score = scored([stem for stem in real.texts("ga_78_79_labelled") if half(stem) == which])
    assert score.found >= 0.97, score
    assert score.invented_share <= 0.01, score


@pytest.mark.real
@pytest.mark.parametrize("archive", ["ga_78_80_text", "prior_text"])
def test_no_word_is_lost(archive: str) -> None:
    for stem, text in list(real.texts(archive).items())[7::40]:
        try:
            reading = read_text(text, name=f"{stem}.txt")
        except UnreadableError:
            pytest.fail(f"{stem} is refused")
        counted = account(text, reading)
        assert counted.lost_share <= 0.001, (stem, counted.lost)
        # What is neither text nor told as not placed has one of the known forms.
        assert set(put_aside(reading)) <= FORMS, stem


def campaign() -> None:
    """Figures on every text."""
    for which, name in enumerate(("tuned on", "kept aside")):
        print(f"labelled, {name}: {scored([s for s in real.texts('ga_78_79_labelled') if half(s) == which])}")
    for archive in ("ga_78_80_text", "prior_text"):
        for which, name in enumerate(("tuned on", "kept aside")):
            totals: Counter[str] = Counter()
            for stem, text in real.texts(archive).items():
                if half(stem) != which:
                    continue
                totals["texts"] += 1
                try:
                    counted = account(text, read_text(text, name=f"{stem}.txt"))
                except UnreadableError as error:
                    totals["refused"] += 1
                    print(error)
                    continue
                totals["words"] += counted.words
                totals["lost"] += counted.lost.total()
                totals["unplaced"] += counted.unplaced
                totals["invented"] += counted.invented.total()
            words = totals["words"]
            print(
                f"{archive}, {name}: {totals['texts']} texts, {totals['refused']} refused, {words} words, lost "
                f"{totals['lost'] / words:.4%}, invented {totals['invented'] / words:.4%}, "
                f"not placed {totals['unplaced'] / words:.2%}"
            )


if __name__ == "__main__":
    campaign()
