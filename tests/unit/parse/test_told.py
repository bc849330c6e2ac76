"""What cannot be read as it stands is told: words with a line through them."""

from __future__ import annotations

from pathlib import Path

import pytest

from drafter.parse import read, read_text
from tests.support.handmade import p, r, word_file

MARKDOWN = """# A/RES/75/301. Situation of lighthouses in Arcadia

*The General Assembly*,

*Guided* by the Charter of the United Nations,

1. *Urges* the Government to ~~consider cooperating~~ **cooperate fully** with the Special Rapporteur;

2. ~~*Deplores* the refusal to grant access;~~

3. *Decides* to continue.
"""
KEPT = [
    "Guided by the Charter of the United Nations,",
    "Urges the Government to cooperate fully with the Special Rapporteur;",
    "Decides to continue.",
]


def test_struck_words_in_markdown() -> None:
    reading = read_text(MARKDOWN, name="struck.md", markdown=True)
    assert [one.text for one in reading.resolution.paragraphs] == KEPT
    assert str(reading.resolution.symbol) == "A/RES/75/301"
    assert reading.resolution.title.text == "Situation of lighthouses in Arcadia"
    assert reading.notices == (
        "struck-through words are left out: “consider cooperating”, “*Deplores* the refusal to grant access;”",
    )


@pytest.mark.parametrize("how", ["<w:strike/>", "<w:dstrike/>"])
def test_struck_words_in_word(how: str, tmp_path: Path) -> None:
    body = (
        p("The General Assembly,")
        + p("Guided by the Charter of the United Nations,")
        + p(
            r("1.\tUrges the Government to ")
            + r("consider cooperating", how)
            + r(" cooperate fully with the Special Rapporteur;")
        )
        + p(r("2.\tDeplores", how) + r(" the refusal to grant access;", how))
        + p(r("2.\tDecides to ") + r("continue.", '<w:strike w:val="0"/>'))
    )
    path = tmp_path / "struck.docx"
    path.write_bytes(word_file(body))
    reading = read(path)
    assert [one.text for one in reading.resolution.paragraphs] == KEPT
    assert reading.notices[0].startswith("struck-through words are left out: “consider cooperating”")


def test_two_tildes_apart_are_text() -> None:
    reading = read_text("The General Assembly,\n\n1. Decides on ~~ 5 or ~~ 6 of them.\n", name="tilde.txt")
    assert "~~ 5" in reading.resolution.paragraphs[0].text
    assert reading.notices == ()
