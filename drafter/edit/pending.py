"""Which updates of the turn of the year are still pending in a draft, and where: the one answer for all callers."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from drafter.model.draft import Draft, DraftParagraph, labels
from drafter.model.suggestion import AGENDA_ITEM, Update

RULE = "pending-update"
"""The name under which the editorial checks report an update that is still to be made."""

MASTHEAD = ""
"""Used as the paragraph's id for an update of the masthead, or of a note in the title."""


def pending(draft: Draft, updates: Iterable[Update]) -> dict[str, tuple[Update, ...]]:
    """The updates that are still to be made, by paragraph id: their words are still there, and they are not settled.

    An update of a note belongs to the paragraph that marks the note first, one of no paragraph to MASTHEAD.
    """
    place = _places(draft)
    found: dict[str, tuple[Update, ...]] = {}
    for update in updates:
        id = None if settled(draft, update) else place(update)
        if id is not None:
            found[id] = (*found.get(id, ()), update)
    return found


def counted(found: Mapping[str, Sequence[Update]]) -> str:
    """How many updates are pending and where, in words: "23 updates in 11 paragraphs"; "" for none.

    >>> from drafter.model.suggestion import Update, UpdateStatus
    >>> one = Update("PP2", 0, 6, "74/166", "75/190", UpdateStatus.CERTAIN, "")
    >>> counted({"p2": [one, one]})
    '2 updates in 1 paragraph'
    """
    count = sum(map(len, found.values()))
    if not count:
        return ""
    said = f"{count} update{'' if count == 1 else 's'}"
    paragraphs = sum(bool(updates) for id, updates in found.items() if id != MASTHEAD)
    return f"{said} in {paragraphs} paragraph{'' if paragraphs == 1 else 's'}" if paragraphs else said


def alike(update: Update, updates: Iterable[Update]) -> tuple[Update, ...]:
    """The updates of the same kind: as sure, with their new words known, and with the same reason or the same words
    to change; () if the update's own new words are not known.

    >>> from drafter.model.suggestion import Update, UpdateStatus
    >>> likely = [Update("OP1", 0, 9, "thirtieth", put, UpdateStatus.LIKELY, why)
    ...           for put, why in (("thirty-first", "as last year"), ("thirty-first", "as before"), (None, ""))]
    >>> len(alike(likely[0], likely)), len(alike(likely[2], likely))
    (2, 0)
    """
    if update.proposed is None:
        return ()
    return tuple(
        one
        for one in updates
        if one.status is update.status
        and one.proposed is not None
        and (one.why == update.why or (one.found, one.proposed) == (update.found, update.proposed))
    )


def settled(draft: Draft, update: Update) -> bool:
    """Whether the drafter turned an update down, or verified that its words stay."""
    return update.key in draft.refused or any(
        (one.at, one.found) == (update.at, update.found) for one in draft.verified
    )


def place_of(draft: Draft, update: Update) -> str | None:
    """The id of the paragraph that still has an update's words, or MASTHEAD; None if they are gone."""
    return _places(draft)(update)


def labelled(draft: Draft, updates: Iterable[Update]) -> dict[Update, str]:
    """Each pending update with the label that its paragraph has in the draft."""
    named = labels(draft)
    return {
        update: named.get(id) or update.label for id, several in pending(draft, updates).items() for update in several
    }


def _places(draft: Draft) -> Callable[[Update], str | None]:
    by_origin: dict[str, list[DraftParagraph]] = {}
    marking = {mark.note: MASTHEAD for mark in draft.title.marks}
    for one in draft.standing:
        by_origin.setdefault(one.origin or "", []).append(one)
        for mark in one.inline.marks:
            marking.setdefault(mark.note, one.id)
    notes = {footnote.id: footnote.text for footnote in draft.footnotes}

    def place(update: Update) -> str | None:
        if update.label == AGENDA_ITEM:
            return MASTHEAD if draft.agenda_item == update.found else None
        if update.note is not None:
            return marking.get(update.note) if _stands(notes.get(update.note, ""), update) else None
        return next((one.id for one in by_origin.get(update.label, ()) if _stands(one.text, update)), None)

    return place


def _stands(text: str, update: Update) -> bool:
    return text[update.start : update.end] == update.found
