"""The JSON of agreed language: which words stand in adopted texts, and where from."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from drafter.answers import AgreedParagraph
from drafter.shapes.values import Shape, day

if TYPE_CHECKING:
    from drafter.library.values import AgreedPlace, AgreedRun, Coverage


def agreed_shape(found: Sequence[AgreedParagraph]) -> Shape:
    """Each paragraph with its agreed stretches, and the share of the whole, from 0 to 1.

    `start` and `end` of a stretch are characters of the paragraph's text.
    """
    return {
        "paragraphs": [_paragraph(one.label, one.coverage) for one in found],
        "agreed_share": round(agreed_share(found), 4),
    }


def agreed_share(found: Sequence[AgreedParagraph]) -> float:
    """How much of a text is agreed language, by words."""
    words = sum(one.coverage.words for one in found)
    return sum(one.coverage.agreed_words for one in found) / words if words else 0.0


def _paragraph(label: str, coverage: Coverage) -> Shape:
    return {
        "label": label,
        "words": coverage.words,
        "agreed_words": coverage.agreed_words,
        "spans": [span_shape(run) for run in coverage.runs],
    }


def span_shape(run: AgreedRun) -> Shape:
    """A stretch that stands in adopted texts, in characters of its text, with where."""
    return {
        "start": run.start,
        "end": run.end,
        "words": run.words,
        "first": _place(run.first),
        "latest": _place(run.latest),
        "count": run.count,
    }


def _place(standing: AgreedPlace) -> Shape:
    return {"symbol": standing.symbol, "label": standing.label, "date": day(standing.adopted)}
