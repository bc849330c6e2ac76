"""From the preamble to the operative part and back: the kind, the place, the opening and the ending together."""

from __future__ import annotations

from drafter.edit import edits
from drafter.edit.edits import Edit
from drafter.edit.gestures.endings import ended
from drafter.edit.gestures.gesture import Gesture, label_of, standing
from drafter.edit.reworded import reworded, with_opening
from drafter.edit.structure import subtree
from drafter.model.draft import Draft, DraftParagraph
from drafter.model.inline import Inline
from drafter.model.resolution import Kind
from drafter.rules.turning import turned


def change_kind(draft: Draft, paragraph_id: str) -> Gesture:
    """A preambular paragraph goes to the head of the operative part, an operative one to the end of the preamble.

    Its opening and its ending change too ("Expressing …," → "Expresses …;"). A heading becomes a paragraph of the part
    that it is in. In an annex, which has no openings, only the kind changes.
    """
    one = standing(draft, paragraph_id)
    if one.kind is Kind.HEADING or one.paragraph.part.startswith("Annex"):
        other = _kind_here(draft, one) if one.kind is Kind.HEADING else _other(one.kind)
        return Gesture(edits.SetKind(paragraph_id, other), paragraph_id)
    other = _other(one.kind)
    steps = turning(draft, paragraph_id, other, edits.Move(paragraph_id, _place_for(draft, one, other)))
    return Gesture(edits.Several(steps, f"make {label_of(draft, paragraph_id)} {other}"), paragraph_id)


def crossing(draft: Draft, paragraph_id: str, after: str | None) -> Kind | None:
    """The kind that a paragraph would have to become after the one with the id `after`; None if its own is right.

    An operative paragraph before a preambular one of its part, or the other way round, is on the wrong side.
    """
    own = subtree(draft.paragraphs, draft.index(paragraph_id))
    paragraph = draft.paragraphs[own.start].paragraph
    landing = 0 if after is None else draft.index(after) + 1
    part = draft.paragraphs[landing - 1 if landing else 0].paragraph.part
    if paragraph.kind is Kind.HEADING or part.startswith("Annex"):
        return None
    others = [
        (place, one.kind)
        for place, one in enumerate(draft.paragraphs)
        if not one.deleted and place not in own and one.paragraph.part == part
    ]
    if paragraph.kind is Kind.OPERATIVE and any(place >= landing and k is Kind.PREAMBULAR for place, k in others):
        return Kind.PREAMBULAR
    if paragraph.kind is Kind.PREAMBULAR and any(place < landing and k is Kind.OPERATIVE for place, k in others):
        return Kind.OPERATIVE
    return None


def turning(draft: Draft, paragraph_id: str, kind: Kind, move: edits.Move) -> tuple[Edit, ...]:
    """The steps that give a paragraph and its list the other kind, at another place."""
    own = subtree(draft.paragraphs, draft.index(paragraph_id))
    listed = [one for one in draft.paragraphs[own.start : own.stop] if not one.deleted]
    top, last = listed[0], listed[-1]
    steps: list[Edit] = [edits.SetKind(paragraph_id, kind), move]
    if top.level:
        steps.append(edits.SetLevel(paragraph_id, 0))
    new = {one.id: one.inline for one in listed}
    new[top.id] = _opened(top, kind)
    new[last.id] = ended(new[last.id], _mark(draft, kind, {one.id for one in listed}))
    steps += [edits.SetText(id, inline) for id, inline in new.items() if inline != draft[id].inline]
    return tuple(steps)


def _other(kind: Kind) -> Kind:
    return Kind.PREAMBULAR if kind is Kind.OPERATIVE else Kind.OPERATIVE


def _kind_here(draft: Draft, heading: DraftParagraph) -> Kind:
    after = draft.paragraphs[draft.index(heading.id) + 1 :]
    following = (one.kind for one in after if not one.deleted and one.kind is not Kind.HEADING)
    return next(following, Kind.OPERATIVE)


def _place_for(draft: Draft, one: DraftParagraph, kind: Kind) -> str | None:
    """The id to move a paragraph after, to make it the last in the preamble or the first in the operative part."""
    own = subtree(draft.paragraphs, draft.index(one.id))
    rest = [p for place, p in enumerate(draft.paragraphs) if place not in own]
    part = [place for place, p in enumerate(rest) if p.paragraph.part == one.paragraph.part]
    preamble = [place for place in part if rest[place].kind is Kind.PREAMBULAR and not rest[place].deleted]
    operative = [place for place in part if rest[place].kind is Kind.OPERATIVE and not rest[place].deleted]
    if kind is Kind.OPERATIVE:
        after = operative[0] - 1 if operative else (preamble or part or [-1])[-1]
    else:
        after = preamble[-1] if preamble else (operative or part or [0])[0] - 1
    return rest[after].id if after >= 0 else None


def _opened(one: DraftParagraph, kind: Kind) -> Inline:
    new = turned(one.text, kind) if not one.level else None
    if new is None or new == one.text:
        return one.inline
    return with_opening(one.with_paragraph(kind=kind).paragraph, reworded(one.inline, new))


def _mark(draft: Draft, kind: Kind, own: set[str]) -> str:
    if kind is Kind.PREAMBULAR:
        return ","
    others = any(one.kind is Kind.OPERATIVE and one.id not in own for one in draft.standing)
    return ";" if others else "."
