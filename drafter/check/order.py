"""The order of the two parts: the preamble comes first."""

from __future__ import annotations

from collections.abc import Iterator

from drafter.check.rule import Background, Slip, on_text
from drafter.model.finding import Severity
from drafter.model.resolution import Kind, Resolution


@on_text(
    "order",
    Severity.ERROR,
    source="Editorial Manual, resolutions",
    example="Recalling …, 1. Condemns …; Noting …, → Recalling …, Noting …, 1. Condemns …;",
)
def order(text: Resolution, _background: Background) -> Iterator[Slip]:
    """No operative paragraph stands in the preamble, no preambular one in the operative part.

    The border of a part of the text is where the fewest paragraphs are on the wrong side of it.
    """
    for kinds in _parts(text).values():
        border = _border(kinds)
        for place, (index, kind) in enumerate(kinds):
            if place < border and kind is Kind.OPERATIVE:
                yield Slip("an operative paragraph stands in the preamble", index=index)
            elif place >= border and kind is Kind.PREAMBULAR:
                yield Slip("a preambular paragraph stands in the operative part", index=index)


def _parts(text: Resolution) -> dict[str, list[tuple[int, Kind]]]:
    """The paragraphs of the first level by part, annexes aside, where unnumbered text may follow numbered.

    In the sections of a text on the budget each heading may open a preamble of its own.
    """
    parts: dict[str, list[tuple[int, Kind]]] = {}
    under = 0
    for index, paragraph in enumerate(text.paragraphs):
        if paragraph.kind is Kind.HEADING:
            under = index if paragraph.part.startswith("Section") else 0
        elif not (paragraph.level or paragraph.continued or paragraph.part.startswith("Annex")):
            parts.setdefault(f"{paragraph.part}, {under}", []).append((index, paragraph.kind))
    return parts


def _border(kinds: list[tuple[int, Kind]]) -> int:
    wrong = sum(kind is Kind.PREAMBULAR for _, kind in kinds)
    fewest, border = wrong, 0
    for place, (_, kind) in enumerate(kinds, 1):
        wrong += 1 if kind is Kind.OPERATIVE else -1
        if wrong <= fewest:
            fewest, border = wrong, place
    return border
