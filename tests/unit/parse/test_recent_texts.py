"""What recent resolutions taught the text reader: marks set once, running heads, paragraphs cut by a page's foot."""

from __future__ import annotations

import pytest

from drafter.model.resolution import Resolution
from drafter.parse import read_text


def read(body: str, notes: str = "", session: int = 79) -> Resolution:
    text = f"{session}/1. Sustainable oceans\n\nThe General Assembly,\n\n{body}\n\n__________\n{notes}\n"
    return read_text(text, name=f"A_RES_{session}_1.txt").resolution


def marks(resolution: Resolution) -> list[tuple[str, str]]:
    """(note, words before its mark)"""
    return [(m.note, p.text[: m.at].split()[-1]) for p in resolution.paragraphs for m in p.inline.marks]


def test_each_note_is_marked_once_from_the_seventy_fifth_session_on() -> None:
    words = "Recalling resolution 10/21 of 3 May 2020, the period 2 July–1 May, CM/Rec(2022)1 and articles 9–1,"
    resolution = read(f"Recalling the Conventions of 1949,1 and their Protocols,\n\n{words}", "1 See A/79/1.")
    assert marks(resolution) == [("1", "1949,")]
    assert resolution.paragraphs[1].text == words


@pytest.mark.parametrize(
    ("words", "before"),
    [
        ("the Convention of 1990,126 and its Protocol,", "1990,"),
        ("resolution 5/14,126 and notes the rest,", "5/14,"),
        ("by the end of 2019;126 and also this,", "2019;"),
        ("the Paris Agreement126and its early entry into force,", "Agreement"),
        ("the Paris Agreement 126and its early entry into force,", "Agreement"),
    ],
)
def test_a_mark_glued_to_a_year_a_symbol_or_the_next_word(words: str, before: str) -> None:
    body = "\n\n".join(f"Recalling the report of the group,{n} as adopted," for n in range(1, 126))
    notes = "\n".join(f"{n} See A/79/{n}." for n in range(1, 127))
    resolution = read(f"{body}\n\nRecalling {words}", notes)
    assert marks(resolution)[-1] == ("126", before)
    assert "Agreementand" not in resolution.paragraphs[-1].text


def test_two_marks_in_one_place() -> None:
    resolution = read("Recalling the use in a single conflict,1,2 and its end,", "1 See A/79/1.\n2 Ibid., para. 61.")
    assert [note for note, _ in marks(resolution)] == ["1", "2"]


@pytest.mark.parametrize(
    "head",
    [
        "A/RES/79/1 \nSustainable oceans\n \n2/2 \n \n",
        "Sustainable oceans \nA/RES/79/1A/RES/79/1\n \n3/3\n24-20128\n \n",
    ],
)
@pytest.mark.parametrize(
    ("foot", "top"),
    [
        ("54/21 of 9 November", "1999, 55/20 of 9 November 2000,"),
        ("the Crimes that are known and encourages all of them and all", "States to take the measures,"),
        ("Strengthening International Cooperation for Combating Certain Crimes", "Committed by Means of Technology,"),
        ("the Work in Fishing Convention, 2007", "(No. 188), and its Protocol,"),
    ],
)
def test_a_paragraph_goes_on_over_a_running_head(head: str, foot: str, top: str) -> None:
    line = "Recalling its resolutions and all that it has decided since then and"
    resolution = read(f"{line}\n{foot}\n\n{head}\n{top}\n\nRecalling also its decision,")
    assert [p.text for p in resolution.paragraphs] == [f"{line} {foot} {top}", "Recalling also its decision,"]
