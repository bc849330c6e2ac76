"""Labels as negotiators type them before a paragraph: PP1, OP2, [OP2 bis], OP 3 alt."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from drafter.model.numbering import VARIANTS
from drafter.model.resolution import Kind
from drafter.parse.lines import Given, Line, shortened
from drafter.parse.marks import Mark

_VARIANT = "|".join(sorted((*VARIANTS, "alt"), key=len, reverse=True))
_LABEL = re.compile(
    rf"\[?(?P<kind>PP|OP|Pp|Op)[ .]?(?P<number>\d{{1,3}})(?:[ .]?(?P<variant>{_VARIANT}))?\b"
    r"(?:\s*\]|(?=\())?\s?[.:)]?(?:\s+|$|(?=\())"
)
_FEWEST = 2
"""Of them, before they are taken for labels: one may be a word of the text."""


def labelled(lines: Sequence[Line]) -> list[Line]:
    """The lines with their typed labels as marks; the text begins after them. "OP2(a)" leaves the mark (a)."""
    found = [
        None if line.mark or not line.text.startswith(("[", "P", "O")) else _LABEL.match(line.text) for line in lines
    ]
    if sum(match is not None for match in found) < _FEWEST:
        return list(lines)
    return [line if match is None else _marked(line, match) for line, match in zip(lines, found, strict=True)]


def _marked(line: Line, match: re.Match[str]) -> Line:
    if line.text.startswith("(", match.end()):
        return shortened(line, match.end())
    kind = Kind.PREAMBULAR if match["kind"].upper() == "PP" else Kind.OPERATIVE
    mark = Mark(
        match[0].strip(" .:)"),
        "number",
        match.end(),
        match.end() == len(line.text),
        match["variant"] or "",
        ("number", int(match["number"])),
    )
    return replace(line, mark=mark, given=line.given or Given(kind), begins=True)
