"""The edits of paragraphs: what each does to their order, their levels and their status."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from drafter.edit import edits, structure
from drafter.errors import DrafterError
from drafter.model.draft import Draft, DraftParagraph, Status, labels
from drafter.model.inline import Inline, Span
from drafter.model.resolution import Kind


def set_text(draft: Draft, edit: edits.SetText) -> Draft:
    place = _standing(draft, edit.id)
    check_marks(draft, edit.inline)
    return _put(draft, place, draft.paragraphs[place].with_paragraph(inline=edit.inline))


def insert(draft: Draft, edit: edits.Insert) -> Draft:
    new = replace(edit.paragraph, origin=None, status=Status.ADDED)
    if any(paragraph.id == new.id for paragraph in draft):
        raise DrafterError(f"the draft has a paragraph {new.id!r} already", remedy="give the new one another id")
    check_marks(draft, new.inline)
    after = None if edit.after is None else place_of(draft, edit.after)
    place = structure.place_after(draft.paragraphs, after, new.paragraph)
    deepest = structure.deepest(draft.paragraphs, place, new.kind, new.paragraph.part)
    _check_level(draft, new.id, new.level, deepest)
    return spliced(draft, place, place, (new,))


def delete(draft: Draft, edit: edits.Delete) -> Draft:
    own = structure.subtree(draft.paragraphs, _standing(draft, edit.id))
    carried = {p.origin for n, p in enumerate(draft.paragraphs) if n not in own}
    left: list[DraftParagraph] = []
    for paragraph in draft.paragraphs[own.start : own.stop]:
        if paragraph.origin is not None and paragraph.origin not in carried:
            carried.add(paragraph.origin)
            left.append(_deleted(draft, paragraph))
    return spliced(draft, own.start, own.stop, left)


def restore(draft: Draft, edit: edits.Restore) -> Draft:
    place = place_of(draft, edit.id)
    if not draft.paragraphs[place].deleted:
        raise DrafterError("only a deleted paragraph can be restored", place=label_of(draft, edit.id))
    paragraphs = list(draft.paragraphs)
    above = (n for n in reversed(structure.parents(paragraphs, place)) if paragraphs[n].deleted)
    for n in (*above, *structure.subtree(paragraphs, place)):
        if paragraphs[n].deleted:
            paragraphs[n] = settled(draft, replace(_base_paragraph(draft, paragraphs[n]), status=Status.EDITED))
    return replace(draft, paragraphs=tuple(paragraphs))


def move(draft: Draft, edit: edits.Move) -> Draft:
    own = structure.subtree(draft.paragraphs, _standing(draft, edit.id))
    moved = draft.paragraphs[own.start : own.stop]
    rest = (*draft.paragraphs[: own.start], *draft.paragraphs[own.stop :])
    after = None
    part = rest[0].paragraph.part if rest else ""
    if edit.after is not None:
        target = place_of(draft, edit.after)
        if target in own:
            raise DrafterError(
                "a paragraph cannot be moved behind itself or into its own list", place=label_of(draft, edit.id)
            )
        after = target if target < own.start else target - len(own)
        part = rest[after].paragraph.part
    there = tuple(settled(draft, _shifted(paragraph, 0, part=part)) for paragraph in moved)
    place = structure.place_after(rest, after, there[0].paragraph)
    return replace(draft, paragraphs=(*rest[:place], *there, *rest[place:]))


def split(draft: Draft, edit: edits.Split) -> Draft:
    place = _standing(draft, edit.id)
    whole = draft.paragraphs[place]
    if any(paragraph.id == edit.new_id for paragraph in draft):
        raise DrafterError(f"the draft has a paragraph {edit.new_id!r} already", remedy="give the new one another id")
    first, second = whole.inline[: edit.at].strip(), whole.inline[edit.at :].strip()
    if not first.text or not second.text:
        raise DrafterError(
            "there is nothing to split off here",
            place=label_of(draft, edit.id),
            remedy="split inside the text, or insert a paragraph",
        )
    halves = (
        settled(draft, whole.with_paragraph(inline=first)),
        settled(draft, replace(whole.with_paragraph(inline=second, variant=""), id=edit.new_id, note="", reason="")),
    )
    return spliced(draft, place, place + 1, halves)


def merge(draft: Draft, edit: edits.Merge) -> Draft:
    place, next_place = _standing(draft, edit.id), _standing(draft, edit.following_id)
    if next_place <= place or any(not p.deleted for p in draft.paragraphs[place + 1 : next_place]):
        raise DrafterError("only a paragraph and the next one can be merged", place=label_of(draft, edit.id))
    one, other = draft.paragraphs[place], draft.paragraphs[next_place]
    if one.kind is not other.kind or one.paragraph.part != other.paragraph.part:
        raise DrafterError(
            f"a paragraph that is {one.kind} and one that is {other.kind} cannot be merged",
            place=label_of(draft, edit.id),
            remedy="make them the same kind first",
        )
    joined = settled(
        draft,
        replace(
            one.with_paragraph(inline=_joined(one.inline, other.inline)),
            origin=one.origin or other.origin,
            note="\n".join(filter(None, (one.note, other.note))),
            reason="\n".join(filter(None, (one.reason, other.reason))),
            clearances=tuple(dict.fromkeys((*one.clearances, *other.clearances))),
            sources=tuple(dict.fromkeys((*one.sources, *other.sources))),
        ),
    )
    under = structure.subtree(draft.paragraphs, next_place)
    shift = one.level - other.level
    lists = [settled(draft, _shifted(p, shift)) for p in draft.paragraphs[next_place + 1 : under.stop]]
    between = draft.paragraphs[place + 1 : next_place]
    rest = (*draft.paragraphs[:place], joined, *between, *lists, *draft.paragraphs[under.stop :])
    if other.origin is not None and all(p.origin != other.origin for p in rest):
        lists.insert(0, _deleted(draft, other))
    return spliced(draft, place, under.stop, (joined, *between, *lists))


def set_level(draft: Draft, edit: edits.SetLevel) -> Draft:
    own = structure.subtree(draft.paragraphs, _standing(draft, edit.id))
    top = draft.paragraphs[own.start]
    room = structure.deepest(draft.paragraphs, own.start, top.kind, top.paragraph.part)
    _check_level(draft, edit.id, edit.level, max(room, top.level))
    shift = edit.level - top.level
    return spliced(
        draft,
        own.start,
        own.stop,
        (settled(draft, _shifted(p, shift)) for p in draft.paragraphs[own.start : own.stop]),
    )


def set_kind(draft: Draft, edit: edits.SetKind) -> Draft:
    own = structure.subtree(draft.paragraphs, _standing(draft, edit.id))
    top = draft.paragraphs[own.start]
    if edit.kind is Kind.HEADING:
        heading = settled(draft, top.with_paragraph(kind=edit.kind, level=0, variant="", continued=False))
        lists = (settled(draft, _shifted(p, -1)) for p in draft.paragraphs[own.start + 1 : own.stop])
        return spliced(draft, own.start, own.stop, (heading, *lists))
    changed = (_shifted(p, 0, kind=edit.kind) for p in draft.paragraphs[own.start : own.stop])
    return spliced(draft, own.start, own.stop, (settled(draft, paragraph) for paragraph in changed))


def settled(draft: Draft, paragraph: DraftParagraph) -> DraftParagraph:
    """The paragraph with the status that follows from its text: kept exactly if it is the base's paragraph of its
    origin. While the base is not known, a paragraph that was touched counts as edited.
    """
    if paragraph.deleted:
        return paragraph
    if paragraph.origin is None:
        status = Status.ADDED
    elif draft.adopted is not None:
        base = draft.adopted.paragraphs.get(paragraph.origin)
        status = Status.KEPT if paragraph.paragraph == base else Status.EDITED
    else:
        status = Status.EDITED
    return paragraph if status is paragraph.status else replace(paragraph, status=status)


def _put(draft: Draft, place: int, paragraph: DraftParagraph) -> Draft:
    if paragraph == draft.paragraphs[place]:
        return draft
    return spliced(draft, place, place + 1, (settled(draft, paragraph),))


def spliced(draft: Draft, start: int, end: int, paragraphs: Iterable[DraftParagraph]) -> Draft:
    return replace(draft, paragraphs=(*draft.paragraphs[:start], *paragraphs, *draft.paragraphs[end:]))


def _shifted(paragraph: DraftParagraph, shift: int, **changes: object) -> DraftParagraph:
    """A subparagraph that moves when its paragraph changes level; a deleted one keeps the base's level."""
    if paragraph.deleted or (not shift and not changes):
        return paragraph
    return paragraph.with_paragraph(level=max(0, paragraph.level + shift), **changes)


def _deleted(draft: Draft, paragraph: DraftParagraph) -> DraftParagraph:
    return replace(_base_paragraph(draft, paragraph), status=Status.DELETED, sources=())


def _base_paragraph(draft: Draft, paragraph: DraftParagraph) -> DraftParagraph:
    base = draft.adopted.paragraphs.get(paragraph.origin or "") if draft.adopted else None
    return paragraph if base is None else replace(paragraph, paragraph=base)


def _joined(one: Inline, other: Inline) -> Inline:
    if not one.text or not other.text or one.text[-1].isspace():
        return one + other
    slanted = one.is_italic(len(one) - 1, len(one)) and other.is_italic(0, 1)
    return one + Inline(" ", (Span(0, 1),) if slanted else ()) + other


def label_of(draft: Draft, paragraph_id: str) -> str:
    """The label of a paragraph, for a sentence about it."""
    return labels(draft).get(paragraph_id) or "the paragraph"


def place_of(draft: Draft, paragraph_id: str) -> int:
    try:
        return draft.index(paragraph_id)
    except KeyError:
        raise DrafterError("this paragraph is no longer in the draft") from None


def _standing(draft: Draft, paragraph_id: str) -> int:
    place = place_of(draft, paragraph_id)
    if draft.paragraphs[place].deleted:
        raise DrafterError("the paragraph is deleted", place=label_of(draft, paragraph_id), remedy="restore it first")
    return place


def check_marks(draft: Draft, inline: Inline) -> None:
    if inline.marks:
        known = {footnote.id for footnote in draft.footnotes}
        for mark in inline.marks:
            if mark.note not in known:
                raise DrafterError(f"there is no footnote {mark.note!r} for its mark", remedy="write the note first")


def _check_level(draft: Draft, paragraph_id: str, level: int, deepest: int) -> None:
    if level < 0:
        raise DrafterError("a paragraph cannot be higher than this", place=label_of(draft, paragraph_id))
    if level > deepest:
        raise DrafterError(
            f"level {level} is too deep here",
            place=label_of(draft, paragraph_id),
            remedy=f"the deepest possible here is {deepest}",
        )
