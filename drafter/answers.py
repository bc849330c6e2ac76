"""Answers about paragraphs: values that the desk gives and that `shapes` turns into JSON."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from drafter.model.resolution import Resolution
from drafter.model.suggestion import Suggestion

if TYPE_CHECKING:
    from drafter.align.lineage import Year
    from drafter.library.values import Coverage


@dataclass(frozen=True, slots=True)
class Suggested:
    """The suggestions for one paragraph, best first, with the text that it has now."""

    label: str
    text: str
    suggestions: tuple[Suggestion, ...]


@dataclass(frozen=True, slots=True)
class AgreedParagraph:
    """Which words of a paragraph are agreed language, in characters of its text."""

    label: str
    text: str
    coverage: Coverage


@dataclass(frozen=True, slots=True)
class Lineage:
    """The paragraph `label` of the last of `texts` (oldest first) in each of them, newest year first."""

    label: str
    texts: tuple[Resolution, ...]
    years: tuple[Year, ...]
