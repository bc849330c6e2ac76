"""The record of a reading: nothing lost, readable, and every slip with its line."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.errors import DraftFileError
from drafter.library import record
from drafter.model.inline import Inline
from drafter.model.organ import Organ
from drafter.model.reading import Reading, Repair
from drafter.model.resolution import Footnote, Kind, Paragraph, Resolution
from drafter.model.symbol import Symbol
from tests.support.strategies import READINGS

READING = Reading(
    Resolution(
        Organ.GENERAL_ASSEMBLY,
        Inline("Situation of human rights in the Democratic People's Republic of Korea"),
        (
            Paragraph(Kind.PREAMBULAR, Inline.from_markup("*Deeply concerned* at the report,[^1]")),
            Paragraph(Kind.OPERATIVE, Inline.from_markup("*Condemns* in particular:")),
            Paragraph(Kind.OPERATIVE, Inline("Torture;"), level=1),
        ),
        (Footnote("1", Inline("A/HRC/25/63.")),),
        symbol=Symbol.parse("75/190"),
        session=75,
        adopted=date(2020, 12, 16),
    ),
    repairs=(Repair("OP1(a)", "(1)", "(i)", "a list mark misread", by_hand=True),),
)
TEXT = """\
format = 1
organ = "General Assembly"
symbol = "A/RES/75/190"
session = 75
adopted = 2020-12-16
title = "Situation of human rights in the Democratic People's Republic of Korea"

[[paragraph]]  # PP1
kind = "preambular"
text = "*Deeply concerned* at the report,[^1]"

[[paragraph]]  # OP1
kind = "operative"
text = "*Condemns* in particular:"

[[paragraph]]  # OP1(a)
kind = "operative"
level = 1
text = "Torture;"

[[footnote]]
id = "1"
text = "A/HRC/25/63."

[[repair]]
where = "OP1(a)"
found = "(1)"
read_as = "(i)"
why = "a list mark misread"
by_hand = true
"""


def test_a_record_is_readable() -> None:
    assert record.dumps(READING) == TEXT
    assert record.loads(TEXT, "x.toml") == READING


@given(READINGS)
def test_any_reading_comes_back(reading: Reading) -> None:
    assert record.loads(record.dumps(reading), "x.toml") == reading


def test_the_source_is_named() -> None:
    source = record.SourceFile("A_RES_75_190.md", "ab" * 32)
    assert record.record(record.dumps(READING, source), "x.toml") == record.Record(READING, source)


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        ("format = 1", "format = 2", "x.toml, line 1: format 2 is not known here; bring drafter up to date"),
        ("format = 1\n", "", "x.toml, line 1: format is missing; add format = …"),
        ("A/RES/75/190", "A/75/388", "x.toml, line 3: symbol: 'A/75/388' is no symbol; write it as A/RES/75/190"),
        ("2020-12-16", "2020-12-16T10:00:00", "x.toml, line 5: adopted has to be a date such as 2020-12-16"),
        ("2020-12-16", "2020-13-16", "x.toml, line 5: this is not TOML"),
        ('"preambular"', '"pp"', "line 9: kind is 'pp'; write one of: preambular, operative, heading"),
        ("*Condemns*", "*Condemns", "line 14: text, character 1: italics opened here are never closed; add a"),
        ("[^1]", "[^1", "line 10: text, character 34: a note mark reads '[^1'; write it as"),
        ("level = 1", "level = true", "line 18: level has to be a whole number, and is True"),
        ("level = 1", "levle = 1", r"line 18: levle is not known in [[paragraph]]; did you mean level?"),
        ("session = 75", "session = -75", "line 4: session is -75; write its number"),
        ('id = "1"\n', "", "x.toml, line 21: id is missing in [[footnote]]"),
    ],
)
def test_a_slip_is_one_line_with_its_place(old: str, new: str, line: str) -> None:
    with pytest.raises(DraftFileError) as caught:
        record.loads(TEXT.replace(old, new), "x.toml")
    assert line in str(caught.value)


@given(st.integers(0, len(TEXT)), st.integers(0, 30), st.text(alphabet='"[]=\\\n# 1aé\x00*^', max_size=6))
def test_any_slip_at_all_is_one_line(begin: int, length: int, put: str) -> None:
    try:
        record.loads(TEXT[:begin] + put + TEXT[begin + length :], "x.toml")
    except DraftFileError as error:
        assert str(error).startswith("x.toml")
        assert "\n" not in str(error)


def test_numbers_as_printed_are_kept_and_told_by_their_labels() -> None:
    paragraphs = (
        Paragraph(Kind.OPERATIVE, Inline("Adopts the following:"), unnumbered=True),
        Paragraph(Kind.OPERATIVE, Inline("We pledge;")),
        Paragraph(Kind.OPERATIVE, Inline("We shall meet."), number=4),
    )
    reading = Reading(Resolution(Organ.GENERAL_ASSEMBLY, Inline("Declaration"), paragraphs))
    text = record.dumps(reading)
    assert [line for line in text.splitlines() if "#" in line or "number" in line] == [
        "[[paragraph]]  # OP", "unnumbered = true", "[[paragraph]]  # OP1", "[[paragraph]]  # OP4", "number = 4",
    ]  # fmt: skip
    assert record.loads(text, "a record") == reading


def test_a_number_below_one_is_a_slip() -> None:
    text = 'format = 1\ntitle = "T"\n\n[[paragraph]]\nkind = "operative"\nnumber = 0\ntext = "Decides."\n'
    with pytest.raises(DraftFileError, match="line 6: number is 0"):
        record.loads(text, "a record")
