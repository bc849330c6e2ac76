from __future__ import annotations

import tomllib
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter import tomltext
from drafter.errors import DraftFileError

SENTENCE = (
    "*Recalling* all previous resolutions adopted by the General Assembly, the Commission on Human Rights and the "
    'Human Rights Council on the "situation", including Assembly resolution 74/166 of 18 December 2019,[^1] and '
    "mindful of the need to strengthen global coordinated efforts"
)
TEXTS = st.text(alphabet=st.one_of(st.sampled_from('ab ,;."\\\n\t\r*[]^'), st.characters()), max_size=400)


@given(TEXTS)
def test_any_text_comes_back(value: str) -> None:
    assert tomllib.loads(tomltext.entry("text", value))["text"] == value
    assert tomllib.loads(f"text = {tomltext.text(value * 7)}")["text"] == value * 7


@given(st.lists(TEXTS))
def test_any_list_comes_back(values: list[str]) -> None:
    assert tomllib.loads(tomltext.entry("texts", values))["texts"] == values


def test_a_long_text_breaks_after_clauses() -> None:
    assert tomltext.text(SENTENCE).splitlines() == [
        '"""',
        "*Recalling* all previous resolutions adopted by the General Assembly, \\",
        'the Commission on Human Rights and the Human Rights Council on the "situation", \\',
        "including Assembly resolution 74/166 of 18 December 2019,[^1] \\",
        'and mindful of the need to strengthen global coordinated efforts"""',
    ]


def test_a_changed_word_changes_few_lines() -> None:
    text = ", ".join(f"clause number {n} of the long paragraph in hand" for n in range(40))
    old, new = (tomltext.text(t).splitlines() for t in (text, text.replace("number 7 of", "number 7 or 8 of")))
    assert len(set(new) - set(old)) <= 2


def test_defaults_are_left_out() -> None:
    pairs = {"title": "T", "note": "", "adopted": date(2020, 12, 16), "session": None, "sponsors": (), "hand": True}
    assert tomltext.entries(pairs) == 'title = "T"\nadopted = 2020-12-16\nhand = true\n'


DOCUMENT = '''format = 1
title = """
[[paragraph]]
id = 3"""

[[paragraph]] # the first
id = "a"

[[paragraph]]
id = "b"
  txet = "x"
'''


def test_a_slip_names_its_line() -> None:
    table = tomltext.parsed(DOCUMENT, "d.toml")
    first, second = table.tables("paragraph")
    assert (first.line(), first.line("id"), second.line(), second.line("id")) == (6, 7, 9, 10)
    second.take("id", str)
    second.take("text", str, "")
    with pytest.raises(DraftFileError, match=r"d.toml, line 11: txet is not known in .*did you mean text\?"):
        second.done()
    with pytest.raises(DraftFileError, match="line 1: format has to be a text"):
        table.take("format", str)
    with pytest.raises(DraftFileError, match="line 6: kind is missing"):
        first.take("kind", str)


@pytest.mark.parametrize(
    ("source", "line"),
    [
        ("a = 1\nb = \n", "line 2"),
        ("a = 1\na = 2\n", "line 2"),
        ('a = """\nx\n', "end of the file"),
        ("a\x00 = 1", "line 1"),
    ],
)
def test_broken_toml_names_its_line(source: str, line: str) -> None:
    with pytest.raises(DraftFileError, match=line):
        tomltext.parsed(source, "d.toml")
