"""What a reading changed in its source: list marks, divided words, note marks, quotation marks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from drafter.model.numbering import labels, printed
from drafter.model.reading import Repair
from drafter.model.resolution import Paragraph
from drafter.parse.blocks import Block
from drafter.parse.marks import mark_at
from drafter.parse.notemarks import Marked

_STYLE = "the source marks this list so; the numbering here is that of the Editorial Manual"
_ORDER = "the mark is out of order in the source"


def repairs_of(
    blocks: Sequence[Block], paragraphs: Sequence[Paragraph], marked: Marked, straight: int
) -> Iterator[Repair]:
    """All repairs, those of the whole text first; `straight` counts straight quotation marks."""
    if straight:
        why = f"{straight} straight quotation marks and apostrophes, as official documents print them"
        yield Repair("throughout", "' and \"", "‘ ’ “ ”", why)
    names = labels(paragraphs)
    yield from _marks(blocks, names, printed(paragraphs))
    for block, label in zip(blocks, names, strict=True):
        for first, second in block.joined:
            yield Repair(label, f"{first} {second}", first[:-1] + second, "a word divided at a line’s end")
    for n, place, found, read_as, why in marked.repairs:
        yield Repair(names[n] if n >= 0 else place, found, read_as, why)


def _marks(blocks: Sequence[Block], names: Sequence[str], numbers: Sequence[str]) -> Iterator[Repair]:
    """Marks that were read otherwise than they stand; a list in another style is one repair."""
    differing = [
        (name, block.mark.printed, number)
        for block, name, number in zip(blocks, names, numbers, strict=True)
        if block.mark and number and block.mark.printed != number
    ]
    for (_, why), group in groupby(differing, key=lambda item: (_list_of(item[0]), _why(item[1], item[2]))):
        items = list(group)
        if why == _STYLE:
            (first, found, read_as), (_, last_found, last_read) = items[0], items[-1]
            several = len(items) > 1
            yield Repair(
                first,
                f"{found} to {last_found}" if several else found,
                f"{read_as} to {last_read}" if several else read_as,
                why,
            )
        else:
            yield from (Repair(name, found, read_as, why) for name, found, read_as in items)


def _list_of(label: str) -> str:
    """The label without its last step: the list that a paragraph is in."""
    return re.sub(r"\([^()]*\)$|\d+$", "", label)


def _why(found: str, read_as: str) -> str:
    same = found.strip("().") == read_as.strip("().") or not any(character.isalnum() for character in found.strip("()"))
    return _STYLE if (same and found != "()") or _counterpart(found, read_as) else _ORDER


def _counterpart(found: str, read_as: str) -> bool:
    """Whether (i) and (a), or 1) and (a), are the same place in two styles of list."""

    one, other = mark_at(found), mark_at(read_as)
    return bool(
        one and other and one.style != other.style and {v for _, v in one.readings} & {v for _, v in other.readings}
    )
