"""Where paragraphs stand that are new or moved: behind places of the base, whatever else moves."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from drafter.model.draft import DraftParagraph
from drafter.model.resolution import Kind
from drafter.negotiation.values import Round


@dataclass(frozen=True, slots=True)
class NewPlace:
    """A place behind so many (`before`) of the base's paragraphs, asked for as behind `anchor` (its place, -1 for
    none), for what stands at `level`."""

    before: int
    anchor: int
    level: int

    def inside(self, block: range, head: int) -> bool:
        """Whether it is a place in a block whose head stands at the level `head`."""
        return self.anchor in block and self.level > head


def slot(round_: Round, after: str, kind: Kind, level: int, part: str) -> NewPlace:
    """Where something goes that is asked for behind a label.

    Behind a paragraph and what is below it, for what stands at its level or above; right behind it for what is below.
    Without a label it is the first of its kind in its part.
    """
    paragraphs = round_.text.paragraphs
    if not after:
        places = [n for n, one in enumerate(paragraphs) if (one.kind, one.paragraph.part) == (kind, part)]
        return NewPlace(places[0] if places else 0 if kind is Kind.PREAMBULAR else len(paragraphs), -1, level)
    place = round_.places[after]
    while place < len(paragraphs) and _below(paragraphs[place], level):
        place += 1
    return NewPlace(place, round_.places[after] - 1, level)


def blocks(paragraphs: Sequence[DraftParagraph]) -> list[range]:
    """For each paragraph the places of itself and of what is below it."""
    made = []
    for number, one in enumerate(paragraphs):
        end = number + 1
        if one.kind is not Kind.HEADING and not one.paragraph.continued:
            while end < len(paragraphs) and _below(paragraphs[end], one.level):
                end += 1
        made.append(range(number, end))
    return made


def block(round_: Round, label: str) -> tuple[str, ...]:
    """The labels of a paragraph and of what is below it."""
    labels = tuple(round_.paragraphs)
    return tuple(labels[number] for number in blocks(round_.text.paragraphs)[round_.places[label] - 1])


def _below(one: DraftParagraph, level: int) -> bool:
    """Whether a paragraph that follows one of that level belongs to it."""
    return one.kind is not Kind.HEADING and (one.level > level or (one.paragraph.continued and one.level >= level))
