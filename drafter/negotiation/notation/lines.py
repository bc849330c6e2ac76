r"""A printed paragraph as one line of a plain text or Markdown file, and back.

Italics stand between asterisks. A note mark is its number in superscript figures ("¹"), and two in one place have "⁺"
between them. A backslash stands before what is meant literally.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from drafter.model.inline import Inline, Run

_FIGURES = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_RAISED = str.maketrans("0123456789", _FIGURES)
_LOWERED = str.maketrans(_FIGURES, "0123456789")
_BETWEEN = "⁺"
_PLAIN = "*" + _FIGURES + _BETWEEN
_MARKDOWN = _PLAIN + "_`<>&#~|"
_TOKEN = re.compile(
    rf"\\(?P<escaped>.)|(?P<star>\*)|(?P<note>[{_FIGURES}]+)|(?P<between>{_BETWEEN})|(?P<text>.)", re.DOTALL
)


def raised(number: int) -> str:
    """A note's number as its mark."""
    return str(number).translate(_RAISED)


def line(words: Inline, numbers: Mapping[str, int], *, markdown: bool) -> str:
    """The words as a line; `numbers` are those of the notes by their ids."""
    special = re.compile(f"[{re.escape(_MARKDOWN if markdown else _PLAIN)}]")
    made: list[str] = []
    italic = marked = False
    for run in words.runs():
        if run.note is not None:
            made.append((_BETWEEN if marked else "") + raised(numbers[run.note]))
            marked = True
            continue
        if run.italic != italic and run.text:
            made.append("*")
            italic = run.italic
        made.append(special.sub(r"\\\g<0>", run.text))
        marked = False
    return "".join(made) + ("*" if italic else "")


def words(text: str) -> Inline:
    """The words of a line; a note is named by its number. What has no meaning here stays as it is."""
    return Inline.of(_runs(text))


def _runs(text: str) -> Iterator[Run]:
    italic = False
    for found in _TOKEN.finditer(text):
        if found["star"]:
            italic = not italic
        elif found["note"]:
            yield Run("", note=found["note"].translate(_LOWERED))
        elif found["escaped"]:
            literal = found["escaped"] in _MARKDOWN
            yield Run(found["escaped"] if literal else found[0], italic)
        elif found["text"]:
            yield Run(found["text"], italic)
