"""Moved paragraphs in somebody else's Word file: the look that they keep, and the ranges that mark the move."""

from __future__ import annotations

from collections.abc import Sequence

from drafter.ooxml.source import Node, PartSource
from drafter.render.onto.looks import Signer
from drafter.render.onto.standing import Standing
from drafter.render.onto.writer import CHANGES
from drafter.render.redline.values import State, TrackedParagraph

Worn = tuple[Node | None, bool]
"""The run that a moved character comes from, and whether it was italic there."""


def moved_looks(sequence: Sequence[TrackedParagraph], standing: Sequence[Standing]) -> dict[int, list[Worn]]:
    """For each place to which paragraphs moved, the look that each moved character had before."""
    sources: dict[int, list[list[Worn]]] = {}
    at = char = 0
    for tracked in sequence:
        looks: list[Worn] = []
        for piece in tracked.pieces:
            if piece.state.stood and piece.note is None:
                if piece.state is State.MOVED_FROM:
                    found = standing[at].found
                    atoms = [found.block.atoms[held[0]] for held in found.atoms[char : char + len(piece.text)]]
                    looks += [(atom.run, piece.italic) for atom in atoms]
                char += len(piece.text)
        if tracked.moved is State.MOVED_FROM and tracked.move is not None:
            sources.setdefault(tracked.move, []).append(looks)
        if tracked.mark.stood:
            at, char = at + 1, 0
    found_looks: dict[int, list[Worn]] = {}
    for place, tracked in enumerate(sequence):
        if tracked.moved is State.MOVED_TO and sources.get(tracked.move or 0):
            found_looks[place] = sources[tracked.move or 0].pop(0)
    return found_looks


def move_edges(
    sequence: Sequence[TrackedParagraph], source: PartSource, signature: Signer
) -> list[tuple[bytes, bytes]]:
    """What opens a move's place inside its first paragraph, and what closes it after its last."""
    edges = [(b"", b"")] * len(sequence)
    tag = source.tag
    number = ""
    for place, tracked in enumerate(sequence):
        if tracked.moved is None:
            continue
        key = tracked.move, tracked.moved
        name = CHANGES[tracked.moved]
        before = sequence[place - 1] if place else None
        after = sequence[place + 1] if place + 1 < len(sequence) else None
        start = end = b""
        if before is None or (before.move, before.moved) != key:
            signed = signature.of(tracked.by).signed(name=f"drafter{signature.date}move{tracked.move}")
            number = signed["id"]
            start = tag(f"{name}RangeStart", **signed)
        if after is None or (after.move, after.moved) != key:
            end = tag(f"{name}RangeEnd", id=number)
        edges[place] = start, end
    return edges
