"""The JSON of suggestions: prior language for a paragraph."""

from __future__ import annotations

from drafter.answers import Suggested
from drafter.model.suggestion import Suggestion
from drafter.shapes.values import Shape, source_shape


def suggestions_shape(found: Suggested) -> Shape:
    """The suggestions for a paragraph, best first; `after` names the paragraph that a new one would follow."""
    return {"label": found.label, "suggestions": [_suggestion(one) for one in found.suggestions]}


def _suggestion(one: Suggestion) -> Shape:
    return {
        "kind": one.kind.value,
        "text": one.inline.text,
        "markup": one.inline.markup,
        "after": one.after,
        "why": one.why,
        "sources": [source_shape(source) for source in one.sources],
        "score": round(one.score, 4),
    }
