r"""What is meant literally and would be read as notation: a backslash stands before it, a kept space is "␣"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from drafter.model.inline import Inline, Run
from drafter.negotiation.notation.spacing import KEPT

SPACE, BREAK = "␣", "␤"
"""What is printed for a space that stays, and for the end of a line inside a paragraph."""

_OUTSIDE = re.compile(rf"[\[\]\\{SPACE}{BREAK}]")
_INSIDE = re.compile(
    rf"[\[\]\\{SPACE}{BREAK}{{}}]|:(?= (?:move|merge|split)\b)|(?:(?<=[\s{KEPT}])|^)(?:[-–—]|/(?=[\s{KEPT}]|$))"
)
_PAREN = re.compile(r"\s*(\()")
_NAME = re.compile(r"[\[\]\\,;:()“”]")
_QUOTED = re.compile(rf"[\[\]\\”{SPACE}{BREAK}]|(?:(?<=\s)|^)[-–—]")
_ESCAPED = re.compile(r"\\(.)", re.DOTALL)
_ESCAPABLE = "[]\\/-–—{}(),;:“”" + SPACE + BREAK
_HIDDEN = {one: chr(0xE100 + place) for place, one in enumerate(_ESCAPABLE)}
_BACK = str.maketrans({hidden: one for one, hidden in _HIDDEN.items()})


def outside(words: Inline, label: str, *, behind: bool) -> Inline:
    """Words outside brackets, as they are printed in the row `label`; `behind` a bracket."""
    at = {found.start() for found in _OUTSIDE.finditer(words.text)}
    at |= {found.start() for found in re.finditer(rf"\((?={re.escape(label)}:)", words.text)}
    if behind and (found := _PAREN.match(words.text)):
        at.add(found.start(1))
    return _backslashed(words, at)


def inside(words: Inline, *, behind: bool) -> Inline:
    """Words inside a bracket; `behind` an inner one."""
    at = {found.start() for found in _INSIDE.finditer(words.text)}
    if behind and (found := _PAREN.match(words.text)):
        at.add(found.start(1))
    return _backslashed(words, at)


def quotation(words: Inline) -> Inline:
    """Words in quotation marks, which stand in a bracket."""
    escaped = _backslashed(words, {found.start() for found in _QUOTED.finditer(words.text)})
    return Inline("“") + escaped + Inline("”")


def name(text: str) -> str:
    """A delegation's name in a list of them; parentheses that pair off stay as they are."""
    closed = re.fullmatch(r"[^()]*(?:\([^()]*\)[^()]*)*", text) is not None
    return _NAME.sub(lambda found: found[0] if closed and found[0] in "()" else "\\" + found[0], text)


def hidden(words: Inline) -> Inline:
    """Printed words with each escaped character as one that means nothing, so that what is left is notation."""
    at = [found.start() for found in _ESCAPED.finditer(words.text) if found[1] in _HIDDEN]
    changed = dict.fromkeys(at, "") | {place + 1: _HIDDEN[words.text[place + 1]] for place in at}
    return Inline.of(Run(_kept(text), run.italic, run.note) for run, text in _runs(words, changed))


def plain(words: Inline) -> Inline:
    """Words with what was `hidden` as itself."""
    return Inline(told(words.text), words.italics, words.marks)


def told(text: str) -> str:
    """A string with what was hidden as itself."""
    return text.translate(_BACK)


def _kept(text: str) -> str:
    return text.replace(SPACE, KEPT).replace(BREAK, "\n")


def _backslashed(words: Inline, at: set[int]) -> Inline:
    changed = {place: "\\" + words.text[place] for place in at}
    return Inline.of(
        Run(text.replace(KEPT, SPACE).replace("\n", BREAK), run.italic, run.note) for run, text in _runs(words, changed)
    )


def _runs(words: Inline, changed: Mapping[int, str]) -> Iterator[tuple[Run, str]]:
    """The runs, each with its text in which the characters at these places are written otherwise."""
    at = 0
    for run in words.runs():
        yield run, "".join(changed.get(at + place, one) for place, one in enumerate(run.text))
        at += len(run.text)
