"""A bridging text in place of all that a conflict is about, as proposals."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from drafter.align.units import inline_of, units
from drafter.edit.reworded import reworded
from drafter.errors import DrafterError
from drafter.model.draft import DraftParagraph
from drafter.model.inline import Inline
from drafter.model.negotiated import Conflict
from drafter.model.proposal import Form, Proposal
from drafter.negotiation import proposing
from drafter.negotiation.apply import excerpt, lines
from drafter.negotiation.collisions import collisions
from drafter.negotiation.slots import block
from drafter.negotiation.values import Round


def proposals(round_: Round, conflict: Conflict, text: Inline) -> tuple[Proposal, ...]:
    """What makes `text` of the conflict's `found`; () where they are the same words.

    Over whole paragraphs each line is one of them; the lines that stay tell which is which, the others are taken in
    order. Raises DrafterError where the base cannot be made to read so.
    """
    at = conflict.labels[0]
    notes = _notes(round_, text)
    if conflict.end > 0:
        base = units(round_.inline(at))
        whole = inline_of((*base[: conflict.start], *units(_styled(conflict.found, text)), *base[conflict.end :]))
        made = [] if whole == round_.inline(at) else [proposing.stretch(at, round_.inline(at), whole)]
    else:
        put = [one for one in lines(text) if one.text.strip()]
        made = list(_paragraphs(round_, conflict.labels, put))
        if collisions(round_, made) or [one.text for one in excerpt(round_, made, conflict.labels)] != [
            one.text for one in put
        ]:
            problem = "these words keep points of a list without its head"
            raise DrafterError(problem, place=at, remedy="give a line for each paragraph that stays, its head too")
    return tuple(proposing.with_notes(one, notes, round_.text.footnotes) for one in made)


def instead(round_: Round, new: Proposal, text: Inline) -> Proposal:
    """The new paragraph `text` at the place of one that is proposed."""
    made = proposing.added(new.after or "", _styled(new.put, text), new.form or Form())
    return proposing.with_notes(made, _notes(round_, text), round_.text.footnotes)


def _notes(round_: Round, text: Inline) -> dict[str, Inline]:
    """All notes that are there, of which `text` may mark some."""
    notes = {note.id: note.inline for one in round_.proposals for note in one.notes}
    notes |= {note.id: note.inline for note in round_.text.footnotes}
    for mark in text.marks:
        if mark.note not in notes:
            raise DrafterError(f"there is no note {mark.note} here", remedy="mark a note of the base or of a proposal")
    return notes


def _plain(text: Inline) -> bool:
    return not text.italics and not text.marks


def _styled(base: Inline, text: Inline) -> Inline:
    """Words typed without italics and note marks keep the base's, where the words around them stay."""
    return reworded(base, text.text) if _plain(text) else text


def _paragraphs(round_: Round, labels: Sequence[str], put: Sequence[Inline]) -> Iterator[Proposal]:
    if len(labels) == 1 and len(put) > 1:
        yield proposing.split(labels[0], round_.inline(labels[0]), put)
        return
    there = [round_.inline(label) for label in labels]
    plain = {one.text: one for one in there}
    put = [plain.get(one.text, one) if _plain(one) else one for one in put]
    for how, start, end, first, last in SequenceMatcher(None, there, put, autojunk=False).get_opcodes():
        if how != "equal":
            yield from _stretch(round_, labels, range(start, end), put[first:last])


def _stretch(round_: Round, labels: Sequence[str], stretch: range, put: Sequence[Inline]) -> Iterator[Proposal]:
    """Some of a conflict's paragraphs made to read `put`."""
    own = labels[stretch.start : stretch.stop]
    if len(own) == 2 and len(put) == 1 and len({round_.paragraphs[label].level for label in own}) == 1:
        first, second = own
        yield proposing.merged(first, round_.inline(first), second, round_.inline(second), put[0])
        return
    for label, text in zip(own, put, strict=False):
        base = round_.inline(label)
        yield from proposing.reworded(label, base, _styled(base, text), alt=True)
    gone: set[str] = set()
    for label in own[len(put) :]:
        if label not in gone:
            gone.update(block(round_, label))
            yield proposing.deleted(label, round_.inline(label))
    for text in put[len(own) :]:
        yield _added(round_, labels, stretch.stop, text)


def _added(round_: Round, labels: Sequence[str], place: int, text: Inline) -> Proposal:
    """A new paragraph before the one at `place` of a conflict: with it in a list, where it is in one."""
    following = round_.paragraphs[labels[place]] if place < len(labels) else None
    if not place:
        assert following is not None
        before = list(round_.places)[round_.places[labels[0]] - 1]
        same = before in round_.paragraphs and round_.paragraphs[before].kind is following.kind
        return proposing.added(before if same else "", text, _form(following, following.level))
    beside = round_.paragraphs[labels[place - 1]]
    level = max(beside.level, following.level) if following is not None else beside.level
    return proposing.added(labels[place - 1], text, _form(beside, level))


def _form(beside: DraftParagraph, level: int) -> Form:
    return Form(beside.kind, level, beside.paragraph.part)
