"""A reading of somebody's text laid on the base: what it changes in their own base is what is changed in ours."""

from __future__ import annotations

from collections.abc import Sequence

from drafter.align.three_way import merge
from drafter.edit.reworded import reworded, with_opening
from drafter.model.inline import Inline
from drafter.model.resolution import Paragraph
from drafter.negotiation.notation.spacing import Choice
from drafter.negotiation.notation.values import Bracket, Option, Piece


def on_base(base: Inline, reading: Inline, text: Inline) -> Inline | None:
    """The base with what `text` changes in `reading`, which is the base as their file has it; None where the two do not
    meet. Italics and note marks are the base's."""
    theirs, wanted = reworded(base, reading.text), reworded(base, text.text)
    if theirs == base:
        return wanted
    merged = merge(theirs, {"base": base, "this": wanted})
    return None if merged.conflicts else merged.text()


def slanted(paragraph: Paragraph) -> Inline:
    """A whole paragraph with its opening in italics, where its own are not to be trusted."""
    words = paragraph.inline
    return words if words.italics else with_opening(paragraph, words)


def chain(pieces: Sequence[Piece], choice: Choice) -> tuple[tuple[int, ...], list[tuple[Bracket, Option]]]:
    """The path to the reading that is chosen, with its number, and the readings that it stands in, itself the last."""
    found: list[tuple[Bracket, Option]] = []
    path: tuple[int, ...] = ()
    within = pieces
    for place, number in sorted(choice.items(), key=lambda one: len(one[0])):
        bracket = within[place[-1]]
        assert isinstance(bracket, Bracket)
        option = (bracket.base, *bracket.options)[number]
        found.append((bracket, option))
        within, path = option.words, (*place, number)
    return path, found


def in_base(outer: Sequence[tuple[Bracket, Option]]) -> bool:
    """Whether what stands in these stands in the base's words."""
    return all(option is bracket.base for bracket, option in outer)


def blank(one: Piece) -> bool:
    """Whether a piece has no words."""
    return isinstance(one, Inline) and not one.text.strip()
