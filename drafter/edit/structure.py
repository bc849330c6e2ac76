"""The tree that levels make of a flat list of paragraphs: what belongs under what, and how deep a paragraph may be."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from drafter.model.draft import DraftParagraph
from drafter.model.resolution import Kind, Paragraph


def belongs_under(paragraph: Paragraph, above: Paragraph) -> bool:
    """Whether `paragraph`, standing somewhere after `above` with nothing higher between, is part of it."""
    if paragraph.kind is not above.kind or paragraph.part != above.part or above.kind is Kind.HEADING:
        return False
    return paragraph.level > above.level or (paragraph.continued and paragraph.level == above.level)


def subtree(paragraphs: Sequence[DraftParagraph], place: int) -> range:
    """The places of a paragraph and of what belongs under it.

    A deleted paragraph does not end a list, even if its level is higher than that of the paragraphs after it.
    """
    top = paragraphs[place]
    end = place + 1
    for further in range(place + 1, len(paragraphs)):
        if belongs_under(paragraphs[further].paragraph, top.paragraph):
            end = further + 1
        elif top.deleted or not paragraphs[further].deleted:
            break
    return range(place, end)


def place_after(paragraphs: Sequence[DraftParagraph], after: int | None, paragraph: Paragraph) -> int:
    """The place of a paragraph put after another one: after whatever would otherwise become part of its own list."""
    place = 0 if after is None else after + 1
    if after is not None:
        while place < len(paragraphs) and belongs_under(paragraphs[place].paragraph, paragraph):
            place += 1
    return place


def deepest(paragraphs: Sequence[DraftParagraph], place: int, kind: Kind, part: str) -> int:
    """The deepest level that a paragraph of this kind may have at `place`: one below the paragraph before it."""
    for before in reversed(paragraphs[:place]):
        own = before.paragraph
        if not before.deleted and own.kind is kind and own.part == part and not own.continued:
            return own.level + 1
    return 0


def skipping(paragraphs: Iterable[Paragraph]) -> frozenset[int]:
    """The places of the paragraphs more than one level below what is before them, as some bases have it."""
    found: set[int] = set()
    last: dict[tuple[Kind, str], int] = {}
    for place, own in enumerate(paragraphs):
        if not own.continued:
            if own.level > last.get((own.kind, own.part), -1) + 1:
                found.add(place)
            last[own.kind, own.part] = own.level
    return frozenset(found)


def mended(paragraphs: Sequence[DraftParagraph], allowed: frozenset[str]) -> dict[int, int]:
    """Place → level for the list items that an edit left without a parent: each list rises as a whole. Those in
    `allowed` were as deep before the edit.
    """
    return dict(_too_deep(paragraphs, allowed))


def _too_deep(paragraphs: Sequence[DraftParagraph], allowed: frozenset[str]) -> Iterator[tuple[int, int]]:
    last: dict[tuple[Kind, str], int] = {}
    rising: dict[tuple[Kind, str], tuple[int, int]] = {}
    for place, whole in enumerate(paragraphs):
        own = whole.paragraph
        key = (own.kind, own.part)
        level = own.level
        start, rise = rising.get(key, (0, 0))
        if level < start or whole.id in allowed:
            start = rise = 0
        room = last.get(key, -1) + 1
        if level - rise > room and whole.id not in allowed and not own.continued:
            start, rise = level, level - room
        if rise:
            level -= rise
            yield place, level
        if not whole.deleted and not own.continued:
            last[key] = level
            rising[key] = (start, rise)


def parents(paragraphs: Sequence[DraftParagraph], place: int) -> list[int]:
    """The places of the paragraphs above this one in its list, nearest first, deleted ones included."""
    found: list[int] = []
    own = paragraphs[place].paragraph
    level = own.level
    for before in range(place - 1, -1, -1):
        above = paragraphs[before].paragraph
        if above.kind is own.kind and above.part == own.part and above.level < level and not above.continued:
            found.append(before)
            level = above.level
        if level == 0:
            break
    return found
