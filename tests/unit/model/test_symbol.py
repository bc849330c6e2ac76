"""Symbols in every shape a drafter meets."""

import pytest

from drafter.model.symbol import Symbol


@pytest.mark.parametrize(
    ("typed", "whole", "short"),
    [
        ("75/190", "A/RES/75/190", "75/190"),
        ("A/RES/75/190", "A/RES/75/190", "75/190"),
        ("A_RES_75_190", "A/RES/75/190", "75/190"),
        ("A/RES/66/288 B", "A/RES/66/288 B", "66/288 B"),
        ("S-8/1", "A/RES/S-8/1", "S-8/1"),
        ("A/RES/ES-11/1", "A/RES/ES-11/1", "ES-11/1"),
        ("2200 A (XXI)", "A/RES/2200 A (XXI)", "2200 A (XXI)"),
        ("A/RES/2205(XXI)", "A/RES/2205(XXI)", "2205 (XXI)"),
        ("2397 (2017)", "S/RES/2397 (2017)", "2397 (2017)"),
        ("S_RES_2397(2017)", "S/RES/2397 (2017)", "2397 (2017)"),
        ("A/HRC/RES/46/17", "A/HRC/RES/46/17", "46/17"),
        ("A_HRC_RES_46_17", "A/HRC/RES/46/17", "46/17"),
        ("E/RES/2003/10", "E/RES/2003/10", "2003/10"),
        ("A/C.3/76/L.28/Rev.1", "A/C.3/76/L.28/Rev.1", "A/C.3/76/L.28/Rev.1"),
        ("A/C.3/76/L.__", "A/C.3/76/L.__", "A/C.3/76/L.__"),
        ("A/80/L.5", "A/80/L.5", "A/80/L.5"),
    ],
)
def test_shapes(typed, whole, short):
    symbol = Symbol.parse(typed)
    assert symbol is not None
    assert (str(symbol), symbol.short) == (whole, short)
    assert Symbol.parse(whole) == symbol
    assert symbol.limited or Symbol.parse(symbol.file_stem) == symbol


@pytest.mark.parametrize("text", ["A/75/388", "A/HRC/42/10", "Situation", "", "75/", "2020"])
def test_other_texts_are_no_resolution(text):
    assert Symbol.parse(text) is None
