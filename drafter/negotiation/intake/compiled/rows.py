"""Printed paragraphs of a compilation text, and what their typed labels say of them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from drafter.model.inline import Inline
from drafter.model.numbering import VARIANTS
from drafter.model.proposal import TITLE
from drafter.model.resolution import Kind
from drafter.negotiation.notation.newrows import level_of
from drafter.negotiation.notation.values import Dialect, RowKind

TITLE_ROW = "title"
_ALT = re.compile(r"(?P<label>.+?) alt(?: (?P<number>\d+))?")
_STEMS = {"PP": Kind.PREAMBULAR, "OP": Kind.OPERATIVE, "H": Kind.HEADING}


@dataclass(frozen=True, slots=True)
class PrintedRow:
    """A paragraph as it is printed.

    label  what is typed before it ("OP3", "OP3 alt 2", "OP3bis", "new H2", "Title"), without its full stop; "" for none
    words  the words behind it, with the note marks by the file's own names of its notes
    place  "line 12", "paragraph 40"
    """

    label: str
    words: Inline
    place: str = ""


@dataclass(frozen=True, slots=True)
class PrintedText:
    """A whole compilation text.

    rows     in order
    notes    by the names that the rows mark them with
    dialect  of our own writing; None where it is somebody else's
    symbol   of the base that it names
    """

    rows: tuple[PrintedRow, ...]
    notes: Mapping[str, Inline] = field(default_factory=dict)
    dialect: Dialect | None = None
    symbol: str = ""


@dataclass(frozen=True, slots=True)
class Called:
    """What a label of our own writing says: which row it is, and of a new one its kind, level and part."""

    kind: RowKind
    label: str
    heading: Kind = Kind.OPERATIVE
    level: int = 0
    part: str = ""


def called(label: str, known: Mapping[str, object]) -> Called | None:
    """What a label says in a compilation of ours on a base with these `known` labels; None for no label of it."""
    if label.lower() == TITLE_ROW:
        return Called(RowKind.TITLE, TITLE)
    if label in known:
        return Called(RowKind.BASE, label)
    if (alt := _ALT.fullmatch(label)) and alt["label"] in known:
        return Called(RowKind.ALT, alt["label"])
    new = label.removeprefix("new ")
    part, _, own = new.rpartition("/")
    stem = next((stem for stem in _STEMS if own.startswith(stem)), None)
    if stem is None or not (new != label or own.partition("#")[0].endswith(VARIANTS)):
        return None
    return Called(RowKind.NEW, new, _STEMS[stem], level_of(own), part)
