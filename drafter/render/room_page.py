"""What the page in the room shows of a round, as HTML without scripts, all words escaped."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from drafter.model.negotiated import ClosureStatus
from drafter.negotiation.board import Board, counted
from drafter.negotiation.notation.gathering import compilation
from drafter.negotiation.notation.textfile import row_name
from drafter.negotiation.notation.values import Compilation, Dialect
from drafter.negotiation.notation.writing import written
from drafter.negotiation.values import Round
from drafter.render.compilation.page import PagePiece, page_pieces
from drafter.resources import shipped

_LONG, _VERY_LONG = 450, 1100
"""Characters from which the letters are smaller, so that a paragraph stays on the screen."""


@dataclass(frozen=True, slots=True)
class RoomRow:
    name: str
    pieces: tuple[PagePiece, ...]


@dataclass(frozen=True, slots=True)
class RoomText:
    """A round as the room sees it, whatever the place."""

    made: Compilation
    board: Board

    @classmethod
    def of(cls, round_: Round, *, anonymous: bool) -> RoomText:
        return cls(compilation(round_, anonymous=anonymous), counted(round_))

    def html(self, place: str, accepted: Sequence[str] = (), problem: str = "") -> str:
        """The rows at `place` (the first that is not settled where it is none), what was just accepted, the board."""
        every = (self.made.title, *self.made.rows)
        unsettled = next((row.label for row in every if row.instructions or len(row.pieces) > 1), every[0].label)
        at = place if any(row.label == place for row in every) else unsettled
        numbers = {note.id: number for number, note in enumerate(self.made.notes, 1)}
        rows = [
            RoomRow(row_name(row), tuple(page_pieces(written(row, Dialect.DASH, edged=True), numbers)))
            for row in every
            if row.label == at
        ]
        length = sum(len(piece.text) for row in rows for piece in row.pieces)
        size = "small" if length > _VERY_LONG else "medium" if length > _LONG else "large"
        return _filled(rows=rows, size=size, accepted=accepted, problem=problem, board=self._strip())

    def _strip(self) -> list[str]:
        counts = self.board.by_status
        statuses = [f"{counts[status]} {status.told}" for status in ClosureStatus if counts[status]]
        return [*statuses, f"brackets: {self.board.brackets}", f"conflicts: {self.board.conflicts}"]


def _filled(**values: object) -> str:
    from jinja2 import FileSystemLoader, StrictUndefined
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    environment = ImmutableSandboxedEnvironment(
        loader=FileSystemLoader(str(shipped("templates")), encoding="utf-8"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return environment.get_template("room.html.j2").render(**values)
