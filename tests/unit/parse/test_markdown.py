"""Markdown into lines."""

from __future__ import annotations

import pytest

from drafter.parse.markdown import lines_of


@pytest.mark.parametrize(
    ("source", "text", "italic", "raised"),
    [
        ("*Recalling* its resolution", "Recalling its resolution", ["Recalling"], []),
        ("_Recalling_ snake_case words", "Recalling snake_case words", ["Recalling"], []),
        ("the Covenant,<sup>5</sup> and", "the Covenant,5 and", [], ["5"]),
        ("the Covenant,[^5] and", "the Covenant,5 and", [], ["5"]),
        (r"resolutions [2321 \(2016\)](#) of", "resolutions 2321 (2016) of", [], []),
        ("## **Seventy-fifth** session", "Seventy-fifth session", [], []),
        (r"2 \* 3 &amp; 4", "2 * 3 & 4", [], []),
        ("* a point", "* a point", [], []),
    ],
)
def test_inline(source: str, text: str, italic: list[str], raised: list[str]) -> None:
    (line,) = lines_of(source)
    assert line.text == text
    assert [line.text[span.start : span.end] for span in line.italics] == italic
    assert [line.text[span.start : span.end] for span in line.raised] == raised


def test_emphasis_over_two_lines() -> None:
    first, second = lines_of("*46th plenary meeting  \n16 December 2020*")
    assert first.inline.is_italic(0, len(first.text))
    assert second.inline.is_italic(0, len(second.text))
