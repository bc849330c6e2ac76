"""An account of every word: what is not in the text is told by what it is, and what is nothing known found no place."""

from __future__ import annotations

from drafter.parse import read_text
from drafter.parse.furniture import put_aside, told

SOURCE = """United Nations
A/RES/75/301

General Assembly
Distr.: General
28 December 2020

20-17347 (E)

Seventy-fifth session
Agenda item 72 (c)
Lighthouses of the north

Resolution adopted by the General Assembly
on 16 December 2020

75/301. Situation of lighthouses in Arcadia

The General Assembly,

Guided by the Charter of the United Nations,

1. Urges all States to keep their lights burning;

Tower       Share
Arcadia     0.007
Ruritania   0.010
Total     100.000

2. Decides to remain seized of the matter.

46th plenary meeting
16 December 2020

[Adopted by a recorded vote of 120 to 1, with 3 abstentions, as follows:
In favour: Arcadia, Argentina, Brazil
Against: Ruritania
Abstaining: Côte d’Ivoire, Venezuela (Bolivarian Republic of), Kenya]
"""


def test_each_word_put_aside_is_told_by_what_it_is() -> None:
    reading = read_text(SOURCE, name="A_RES_75_301.txt")
    counts = put_aside(reading)
    assert counts["tables"] == 11
    assert {"symbols", "names of organs", "distribution", "session and agenda", "adoption", "votes"} <= set(counts)
    assert "what found no place" not in counts
    assert f"tables {counts['tables']}" in told(reading)


def test_words_of_no_known_form_above_the_text_found_no_place() -> None:
    stray = "The keepers of the lighthouses shall be appointed by their ministers for a year"
    reading = read_text(
        SOURCE.replace("\nGeneral Assembly\nDistr", f"\n{stray}\nGeneral Assembly\nDistr"), name="a.txt"
    )
    assert [(one.line, one.text) for one in reading.unplaced if not one.why] == [(4, stray)]
    assert stray not in reading.furniture
    assert put_aside(reading)["what found no place"] == len(stray.split())


def test_a_text_that_has_nothing_else_has_nothing_put_aside() -> None:
    reading = read_text("The General Assembly,\n\n1. Decides to remain seized of the matter.\n", name="bare.txt")
    assert told(reading) in ("", "words put aside: names of organs 3")
