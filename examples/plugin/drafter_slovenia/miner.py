"""A source of our own for suggestions: phrases that our delegation puts forward wherever they fit."""

from __future__ import annotations

from collections.abc import Iterator

from drafter.model.inline import Inline
from drafter.model.resolution import Kind
from drafter.model.suggestion import Suggestion, SuggestionKind
from drafter.suggest.setting import Setting

WATER = "Recognizing the human right to safe drinking water and sanitation,"


def from_our_phrases(setting: Setting, place: int) -> Iterator[Suggestion]:
    """After the last preambular paragraph, the one that we always propose; `place` counts paragraphs from 0."""
    kinds = [paragraph.kind for paragraph in setting.paragraphs]
    if kinds[place] is Kind.PREAMBULAR and Kind.PREAMBULAR not in kinds[place + 1 :]:
        yield Suggestion(
            SuggestionKind.PRIOR,
            Inline.from_markup(f"*Recognizing*{WATER.removeprefix('Recognizing')}"),
            "our delegation proposes it in every text",
            after=setting.labels[place],
            score=0.5,
        )
