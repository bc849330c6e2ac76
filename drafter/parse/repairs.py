"""What a reading changed in its source: list marks, divided words, note marks, quotation marks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from drafter.model.numbering import labels, printed
from drafter.model.reading import NUMBER_TWICE, Repair
from drafter.model.resolution import Paragraph
from drafter.parse.blocks import TextBlock
from drafter.parse.marks import mark_at
from drafter.parse.notemarks import Marked

_STYLE = "the source marks this list so; the numbering here is that of the Editorial Manual"
_ORDER = "the mark is out of order in the source"
_NONE = "the source has lost this number"
_LABEL = "a label as negotiators type it"
_COUNTS = ("none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


def repairs_of(
    blocks: Sequence[TextBlock], paragraphs: Sequence[Paragraph], marked: Marked, straight: int
) -> Iterator[Repair]:
    """All repairs, those of the whole text first; `straight` counts straight quotation marks."""
    if straight:
        why = f"{straight} straight quotation marks and apostrophes, as official documents print them"
        yield Repair("throughout", "' and \"", "‘ ’ “ ”", why)
    names = labels(paragraphs)
    yield from _marks(blocks, names, paragraphs)
    for block, label in zip(blocks, names, strict=True):
        for first, second in block.joined:
            yield Repair(label, f"{first} {second}", first[:-1] + second, "a word divided at a line’s end")
    for n, place, found, read_as, why in marked.repairs:
        yield Repair(names[n] if n >= 0 else place, found, read_as, why)


def _marks(blocks: Sequence[TextBlock], names: Sequence[str], paragraphs: Sequence[Paragraph]) -> Iterator[Repair]:
    """Marks that were not read as they stand; a list in another style, or out by the same number, is one repair."""
    numbers = printed(paragraphs)
    marked = {_part(name) for name, block in zip(names, blocks, strict=True) if block.mark}
    lists: dict[tuple[str, str, int], list[Repair]] = {}
    for name, block, number, paragraph in zip(names, blocks, numbers, paragraphs, strict=True):
        found = block.mark.printed if block.mark else ""
        if found.lstrip("[")[:2].upper() in ("PP", "OP"):
            lists.setdefault((_list_of(name), _LABEL, 0), []).append(Repair(name, found, number or "no number", _LABEL))
            continue
        if not number or found == number or not (block.mark or (paragraph.level == 0 and _part(name) in marked)):
            continue
        why = NUMBER_TWICE if block.mark and paragraph.variant != block.mark.variant else _why(found, number)
        out = _value(number) - _value(found) if why == _ORDER else 0
        lists.setdefault((_list_of(name), why, out), []).append(Repair(name, found, number, why))
    for (_, why, out), repairs in lists.items():
        first, last = repairs[0], repairs[-1]
        if len(repairs) == 1 or why in (NUMBER_TWICE, _NONE):
            yield from repairs
            continue
        found, read_as = f"{first.found} to {last.found}", f"{first.read_as} to {last.read_as}"
        if why in (_STYLE, _LABEL):
            yield Repair(first.where, found, first.read_as if first.read_as == last.read_as else read_as, why)
        else:
            yield Repair(
                f"{first.where}–{last.where.rpartition('/')[2]}", found, read_as, f"{_apart(out)} in the source"
            )


def _part(label: str) -> str:
    return label.rpartition("/")[0]


def _list_of(label: str) -> str:
    """The label without its last step: the list that a paragraph is in."""
    return re.sub(r"\([^()]*\)$|\d+[a-z]*$", "", label)


def _apart(out: int) -> str:
    """ "each one more than", "each 12 less than"."""
    count = _COUNTS[abs(out)] if abs(out) < len(_COUNTS) else str(abs(out))
    return f"each {count} {'more' if out > 0 else 'less'} than"


def _value(mark: str) -> int:
    """The value of a mark in its own style, as a letter rather than a Roman figure; 0 for none."""
    read = mark_at(mark) if mark else None
    return read.readings[0][1] if read else 0


def _why(found: str, read_as: str) -> str:
    if not found:
        return _NONE
    bare = found.strip("(). ")
    same = bare == read_as.strip("().") or not any(character.isalnum() for character in bare)
    return _STYLE if (same and found != "()") or _counterpart(found, read_as) else _ORDER


def _counterpart(found: str, read_as: str) -> bool:
    """Whether (i) and (a), or 1) and (a), are the same place in two styles of list."""
    one, other = mark_at(found), mark_at(read_as)
    return bool(one and other and {v for _, v in one.readings} & {v for _, v in other.readings})
