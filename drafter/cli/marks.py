"""Changed words for a terminal: [-out-] and {+in+}, in colour on a terminal that shows it."""

from __future__ import annotations

import os
import re
import sys
import textwrap
from collections.abc import Iterable, Sequence

import click

from drafter.align.marked import in_brackets
from drafter.align.notes import NoteChange
from drafter.align.words import word_changes
from drafter.model.change import WordChange

_OPENING_OR_CLOSING = re.compile(r"\[-|-\]|\{\+|\+\}")
_COLOURS = {"[-": "red", "{+": "green"}


def coloured() -> bool:
    """Whether to use colour: the output is a terminal and NO_COLOR is not set (no-color.org)."""
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR")


def wrapped(old: str, new: str, changes: Sequence[WordChange], indent: int, columns: int) -> str:
    """The text with its changes marked, wrapped between `indent` and `columns`."""
    pad = " " * indent
    text = in_brackets(old, new, changes)
    lines = textwrap.wrap(text, columns, initial_indent=pad, subsequent_indent=pad, break_on_hyphens=False)
    return "\n".join(_painted(lines) if coloured() else lines)


def wrapped_notes(changes: Iterable[NoteChange], indent: int, columns: int) -> list[str]:
    """Each footnote that changed with its changes marked, as lines of their own."""
    pad = f"{' ' * indent}Footnote: "
    return [pad + wrapped(was, now, word_changes(was, now), len(pad), columns).lstrip() for was, now in changes]


def _painted(lines: Sequence[str]) -> list[str]:
    """Colour what is in brackets, even if it continues on the next line."""
    painted: list[str] = []
    colour: str | None = None
    for line in lines:
        out, place = [], len(line) - len(line.lstrip())
        out.append(line[:place])
        for bracket in _OPENING_OR_CLOSING.finditer(line):
            opens = bracket[0] in _COLOURS
            end = bracket.start() if opens else bracket.end()
            out.append(click.style(line[place:end], fg=colour) if colour else line[place:end])
            place = end
            colour = _COLOURS.get(bracket[0])
        out.append(click.style(line[place:], fg=colour) if colour else line[place:])
        painted.append("".join(out))
    return painted
