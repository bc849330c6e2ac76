"""The JSON of a lineage: one paragraph in every earlier text of its series."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from drafter.answers import Lineage
from drafter.model.numbering import labels
from drafter.model.resolution import Resolution
from drafter.shapes.values import Shape, changes_shape, day, notes_shape

if TYPE_CHECKING:
    from drafter.align.lineage import Year


def lineage_shape(lineage: Lineage) -> Shape:
    """A paragraph year by year, newest first; `labels` is empty where a text lacks it. `changes` and `notes` say what
    of the words and of the footnotes changed on the way to the next text that has it."""
    return {"label": lineage.label, "years": [_year(lineage.texts, year) for year in lineage.years]}


def _year(texts: Sequence[Resolution], year: Year) -> Shape:
    from drafter.align.groups import joined

    text, later = texts[year.text], year.later
    own = labels(text.paragraphs)
    old = joined(text.paragraphs, year.indices)
    new = joined(texts[year.later_text].paragraphs, later.new) if later and year.later_text is not None else ""
    return {
        "symbol": str(text.symbol) if text.symbol else None,
        "date": day(text.adopted),
        "labels": [own[index] for index in year.indices],
        "text": old,
        "kind": later.kind.value if later else None,
        "similarity": round(later.similarity, 4) if later else None,
        "changes": changes_shape(old, new, year.changes),
        "notes": notes_shape(year.notes),
    }
