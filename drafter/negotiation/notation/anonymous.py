"""The compilation text without whose anything is, who stands where, who holds out and why."""

from __future__ import annotations

from dataclasses import replace

from drafter.negotiation.notation.values import Bracket, Compilation, CompiledRow, Option, Piece


def nameless(made: Compilation) -> Compilation:
    """The same text, with the same brackets."""
    return replace(
        made,
        title=_row(made.title),
        rows=tuple(map(_row, made.rows)),
        anonymous=True,
        history=tuple(replace(one, names=(), why="") for one in made.history),
    )


def _row(row: CompiledRow) -> CompiledRow:
    return replace(
        row,
        pieces=_pieces(row.pieces),
        instructions=tuple(replace(one, option=_option(one.option)) for one in row.instructions),
        stances=(),
        closure=replace(row.closure, pending=()) if row.closure else None,
    )


def _pieces(pieces: tuple[Piece, ...]) -> tuple[Piece, ...]:
    return tuple(
        Bracket(_option(one.base), tuple(map(_option, one.options))) if isinstance(one, Bracket) else one
        for one in pieces
    )


def _option(option: Option) -> Option:
    return replace(option, words=_pieces(option.words), names=(), stances=())
