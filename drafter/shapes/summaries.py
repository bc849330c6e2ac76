"""The JSON of a summary: what a draft changes in its base."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from drafter.shapes.values import Shape, source_shape

if TYPE_CHECKING:
    from drafter.align.marked import Piece
    from drafter.render.agreed import AgreedWords
    from drafter.render.summary_values import Entry, Summary


def summary_shape(summary: Summary) -> Shape:
    """Every changed paragraph with its code (ADD, MOD, SUP, MOV), its words and their significance.

    `pieces` are the words in reading order, each "stayed", "out" or "in"; `unchanged` names runs of paragraphs; `note`
    `clearances` and `verified` are private, and empty unless the summary was made with notes.
    """
    return {
        "draft": summary.draft,
        "base": summary.base,
        "title": _pieces(summary.title),
        "changes": [_entry(entry) for entry in summary.entries],
        "unchanged": list(summary.unchanged),
        "clearances": [
            {"label": label, "name": one.name, "state": one.state.value, "day": one.day}
            for label, one in summary.clearances
        ],
        "verified": [{"label": label, "found": one.found, "note": one.note} for label, one in summary.verified],
        "changed_words": summary.changed_words,
        "words": summary.words,
        "agreed": _agreed(summary.agreed),
    }


def _entry(entry: Entry) -> Shape:
    return {
        "label": entry.label,
        "code": entry.code.value,
        "old": list(entry.old),
        "new": list(entry.new),
        "how": entry.how,
        "updated": entry.updated,
        "pieces": _pieces(entry.pieces),
        "notes": [_pieces(note) for note in entry.notes],
        "openings": [
            {"label": label, "old": moved.old, "new": moved.new, "stronger": moved.stronger, "steps": moved.steps}
            for label, moved in entry.movements
        ],
        "requests": [
            {"label": label, "words": request.words, "costly": request.costly} for label, request in entry.requests
        ],
        "agreed": _agreed(entry.agreed),
        "reason": entry.reason,
        "note": entry.note,
        "sources": [source_shape(source) for source in entry.sources],
    }


def _pieces(pieces: Iterable[Piece]) -> list[Shape]:
    return [{"fate": piece.fate.value, "text": piece.text} for piece in pieces]


def _agreed(words: AgreedWords) -> Shape:
    return {"new": words.new, "agreed": words.agreed, "places": [source_shape(place) for place in words.places]}
