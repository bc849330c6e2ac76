"""A draft beside its base as plain text: every word that went out or came in is marked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from drafter.align.marked import in_brackets
from drafter.cli.marks import wrapped
from drafter.cli.plain import width
from drafter.edit.beside import BesideRow
from drafter.model.change import PairKind


def redlined(rows: Iterable[BesideRow]) -> str:
    """The whole text, wrapped to the terminal's width: labels, the kind of change in each paragraph, and its words."""
    return "\n\n".join("\n".join(_lines(row)) for row in rows)


def one_redlined(rows: Iterable[BesideRow], place: int) -> str:
    """Paragraph `place` of the draft as printed, on one line; a split or merge as a whole, joined by ¶."""
    row = next(row for row in rows if place in row.places)
    return in_brackets(row.old, row.new, row.changes)


def _lines(row: BesideRow) -> Iterator[str]:
    was, now = " ".join(row.was), " ".join(row.now)
    came = f"  (was {was})" if was and now and was != now else ""
    yield f"{now or was}{'' if row.kind is PairKind.SAME else f'  {row.kind}'}{came}"
    yield wrapped(row.old, row.new, row.changes, 4, width())
