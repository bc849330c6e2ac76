"""What the turn of the year changes in a text that comes back: sessions, symbols, numbers, dates.

Updates are found in the base, as adopted. In a draft they are offered where the base's words still stand; what was
brought up to date, rewritten or turned down is not offered again.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from drafter.align.words import word_changes
from drafter.model import notes, numbering
from drafter.model.draft import Draft
from drafter.model.resolution import Resolution
from drafter.model.suggestion import AGENDA_ITEM, Update
from drafter.suggest.updates_rules import RULES, Passage, Turn

if TYPE_CHECKING:
    from drafter.library.store import Library


def updates(text: Resolution | Draft, library: Library | None, session: int | None = None) -> tuple[Update, ...]:
    """What the turn to `session` (the draft's own, or the next one) changes, in the order of the text.

    `library` gives the earlier texts of the series; without it less is certain. A draft whose base is not at hand has
    no updates.
    """
    if isinstance(text, Resolution):
        return tuple(_of_a_resolution(text, library, session))
    if text.adopted is None:
        return ()
    found = _of_a_resolution(text.adopted.resolution, library, session or text.session)
    return tuple(update for update in _carried(text, found) if update.key not in text.refused)


def _of_a_resolution(base: Resolution, library: Library | None, session: int | None) -> Iterator[Update]:
    turn = Turn.of(base, session, _earlier(base, library))
    if turn is None:
        return
    for passage in _passages(base):
        taken: list[Update] = []
        for rule in RULES:
            taken += (update for update in rule(passage, turn) if not _overlaps(update, taken))
        yield from sorted(taken, key=lambda update: update.start)


def _earlier(base: Resolution, library: Library | None) -> tuple[Resolution, ...]:
    """The earlier resolutions of the series that the library has, oldest first."""
    if library is None or base.symbol is None:
        return ()
    symbols = library.series_of(base.symbol) or library.series_of(base.title.text)
    return tuple(library.get(symbol) for symbol in symbols if symbol.sort_key < base.symbol.sort_key)


def _passages(base: Resolution) -> Iterator[Passage]:
    """The agenda item, then each paragraph with the notes it is the first to mark, in full."""
    if base.agenda_item:
        yield Passage(AGENDA_ITEM, base.agenda_item)
    in_full = {footnote.id: footnote for footnote in notes.in_full(base.footnotes)}
    labels = numbering.labels(base.paragraphs)
    last = max((place for place, label in enumerate(labels) if label.startswith("OP")), default=-1)
    for place, (label, paragraph) in enumerate(zip(labels, base.paragraphs, strict=True)):
        yield Passage(label, paragraph.text, paragraph, closing=place == last)
        for mark in paragraph.inline.marks:
            footnote = in_full.pop(mark.note, None)
            if footnote is not None and not footnote.missing:
                yield Passage(label, footnote.text, note=footnote.id)


def _overlaps(update: Update, others: Iterable[Update]) -> bool:
    return any(update.start < other.end and other.start < update.end for other in others)


def _carried(draft: Draft, found: Iterable[Update]) -> Iterator[Update]:
    """Each update at the place where the draft still has the base's words."""
    assert draft.adopted is not None
    adopted = draft.adopted
    in_draft = {footnote.id: footnote.text for footnote in draft.footnotes}
    by_origin: dict[str, list[str]] = {}
    marked: set[str] = {mark.note for mark in draft.title.marks}
    for one in draft.standing:
        by_origin.setdefault(one.origin or "", []).append(one.text)
        marked.update(mark.note for mark in one.inline.marks)
    for update in found:
        if update.label == AGENDA_ITEM:
            if draft.agenda_item == update.found:
                yield update
            continue
        if update.note is not None:
            old = adopted.notes[update.note].text
            texts = [in_draft[update.note]] if update.note in in_draft and update.note in marked else []
        else:
            old = adopted.paragraphs[update.label].text
            texts = by_origin.get(update.label, [])
        places = (_place(old, text, update) for text in texts)
        start = next((place for place in places if place is not None), None)
        if start is not None:
            yield replace(update, start=start, end=start + len(update.found))


def _place(old: str, new: str, update: Update) -> int | None:
    """Where the update's words begin in the new text; None where they were touched."""
    shift = 0
    for change in word_changes(old, new, typography=True):
        if change.old_start >= update.end:
            break
        if change.old_end > update.start:
            return None
        shift = change.new_end - change.old_end
    start = update.start + shift
    return start if new[start : start + len(update.found)] == update.found else None
