"""What a style and an automatic number say about a paragraph."""

from __future__ import annotations

import re
from dataclasses import replace

from drafter.model.resolution import Kind
from drafter.parse.lines import Given
from drafter.parse.marks import Mark, mark_at
from drafter.parse.word.lists import Counted
from drafter.parse.word.styles import Styles

_STEPS = {"(a)": 1, "(i)": 2, "a.": 3, "i.": 4}
_OWN = re.compile(r"UN (Preambular|Operative|Operative Single|Continued|Heading)(?: (\(a\)|\(i\)|a\.|i\.|[123]))?")
_NEGOTIATED = re.compile(r"(?:OP|PP)\s?(\d{1,3})\.?")


def given_by(styles: Styles, style: str) -> Given | None:
    """What a style of our own base documents says; any style based on one says the same."""
    for name in styles.names(style):
        found = _OWN.fullmatch(name)
        if found:
            stem, step = found[1], found[2] or ""
            if stem == "Heading":
                return Given(Kind.HEADING, int(step or 1) - 1)
            level = _STEPS.get(step, 0)
            if stem == "Continued":
                return Given(Kind.PREAMBULAR, level, continued=True)
            return Given(Kind.PREAMBULAR if stem == "Preambular" else Kind.OPERATIVE, level)
    return None


def mark_of(number: Counted | None) -> tuple[Mark | None, str]:
    """An automatic number as a mark; as words where it is none of a paragraph's ("Article 3")."""
    if number is None:
        return None, ""
    printed = number.printed
    if negotiated := _NEGOTIATED.fullmatch(printed):
        printed = f"{negotiated[1]}."
    found = mark_at(f"{printed}. " if printed.isdecimal() else f"{printed} ")
    if found is None:
        return None, printed
    letter = {"lowerLetter": "a", "lowerRoman": "i", "decimal": "1"}.get(number.form, "")
    known = (
        (f"{letter}{found.style}", number.count) if letter and found.style in ("()", ".", ")") else found.readings[0]
    )
    return replace(found, printed=number.printed, length=0, alone=False, known=known), ""
