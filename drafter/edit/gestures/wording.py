"""The words of a paragraph: typed, replaced, taken from a suggestion or a finding, or put back as adopted."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from dataclasses import replace

from drafter.align.words import word_changes
from drafter.edit import edits, updating
from drafter.edit.edits import Edit
from drafter.edit.gestures.gesture import Gesture, known, label_of, paragraph_at, standing
from drafter.edit.gestures.placing import inserted
from drafter.edit.pending import place_of
from drafter.edit.replacing import Occurrence, replaced_at
from drafter.edit.reworded import replaced, reworded, with_opening
from drafter.errors import DrafterError
from drafter.model.change import WordChange
from drafter.model.draft import Draft
from drafter.model.finding import Finding
from drafter.model.inline import Inline, Span
from drafter.model.refusal import Refusal
from drafter.model.resolution import Footnote
from drafter.model.suggestion import Suggestion, Update
from drafter.model.verified import VerifiedUpdate
from drafter.parse.cleaning import cleaned

_MARKED = re.compile(r"\*\S|\[\^")


def typed(draft: Draft, paragraph_id: str, inline: Inline) -> Gesture:
    """The paragraph as typed, its opening in italics, its blanks single, without invisible characters; a new one left
    empty vanishes."""
    one = standing(draft, paragraph_id)
    inline = cleaned(inline)
    if not inline and one.origin is None and not one.text:
        return Gesture(edits.Delete(paragraph_id), _neighbour(draft, paragraph_id))
    return Gesture(edits.SetText(paragraph_id, with_opening(one.paragraph, inline)), paragraph_id)


def written(draft: Draft, paragraph_id: str, text: str) -> Gesture:
    """New words for the paragraph; italics and note marks stay where the words around them stay.

    Words with marks of their own, `*italic*` or `[^note]`, are read as a draft file has them.
    """
    own, text = standing(draft, paragraph_id).inline, " ".join(text.split())
    return typed(draft, paragraph_id, Inline.from_markup(text) if _MARKED.search(text) else reworded(own, text))


def revert(draft: Draft, paragraph_id: str) -> Gesture:
    """The paragraph as the base has it."""
    one = standing(draft, paragraph_id)
    base = draft.adopted.paragraphs.get(one.origin or "") if draft.adopted else None
    if base is None:
        raise DrafterError("the paragraph is new; there is no adopted text of it", place=label_of(draft, paragraph_id))
    return Gesture(edits.SetText(paragraph_id, base.inline), paragraph_id)


def replace_at(draft: Draft, chosen: Collection[Occurrence], words: str) -> Gesture:
    """`words` at the chosen places of the text."""
    return Gesture(replaced_at(draft, chosen, words), next(iter(place.id for place in chosen), None))


def phrases(draft: Draft, paragraph_id: str, suggestion: Suggestion) -> tuple[WordChange, ...]:
    """The changes that a suggestion makes in the paragraph, each of which can be taken alone; none for a new
    paragraph."""
    if suggestion.after is not None:
        return ()
    return word_changes(standing(draft, paragraph_id).text, suggestion.inline.text)


def take(draft: Draft, paragraph_id: str, suggestion: Suggestion, phrase: WordChange | None = None) -> Gesture:
    """A suggestion with its sources: whole, or one of its `phrases`; a new paragraph goes where it belongs."""
    one = standing(draft, paragraph_id)
    inline = suggestion.inline
    if suggestion.after is not None:
        after = _after(draft, suggestion.after, paragraph_id)
        fresh = replace(one.paragraph, inline=inline, variant="", continued=False)
        return inserted(draft, fresh, after, suggestion.sources)
    if phrase is not None:
        words = inline.text[phrase.new_start : phrase.new_end]
        inline = replaced(one.inline, phrase.old_start, phrase.old_end, words)
    sources = tuple(dict.fromkeys((*one.sources, *suggestion.sources)))
    both = (edits.SetText(paragraph_id, inline), edits.SetSources(paragraph_id, sources))
    return Gesture(edits.Several(both, f"put {suggestion.kind} into {label_of(draft, paragraph_id)}"), paragraph_id)


def fix(draft: Draft, finding: Finding) -> Gesture:
    """The words that a check proposes, in the paragraph or the note where it found the slip.

    A proposal that is the found words between asterisks sets them in italics. Raises DrafterError if nothing is
    proposed, or if the words there have changed since.
    """
    if finding.suggest is None:
        raise DrafterError("no words are proposed here", place=finding.label)
    if finding.note is not None:
        note = next((note for note in draft.footnotes if note.id == finding.note), None)
        inline = _fixed(note.inline if note else Inline(), finding)
        return Gesture(edits.PutFootnote(Footnote(finding.note, inline)), _citing(draft, finding.note))
    if finding.index is None or finding.index >= len(draft.standing):
        raise DrafterError("this finding does not belong to a paragraph", place=finding.label)
    one = draft.standing[finding.index]
    return Gesture(edits.SetText(one.id, _fixed(one.inline, finding)), one.id)


def accept(draft: Draft, update: Update, words: str | None = None) -> Gesture:
    """Accept an update of the turn of the year, in its own words or the drafter's."""
    return Gesture(updating.accepted(draft, update, words), place_of(draft, update) or None)


def accept_all(draft: Draft, found: Iterable[Update], *, name: str = "bring up to date") -> Gesture:
    """Several updates as one edit, named `name`; the first one's paragraph is shown."""
    chosen = tuple(found)
    shown = (place_of(draft, update) for update in chosen)
    return Gesture(updating.accepted_all(draft, chosen, name=name), next(filter(None, shown), None))


def verify(draft: Draft, found: Iterable[Update], note: str = "") -> Gesture:
    """These updates were verified and their words stay, with the drafter's remark; they are no longer pending."""
    chosen = tuple(found)
    steps = tuple(edits.Verify(VerifiedUpdate(update.at, update.found, note.strip())) for update in chosen)
    shown = next(filter(None, (place_of(draft, update) for update in chosen)), None)
    name = "verify " + ", ".join(f"“{update.found}”" for update in chosen[:2]) + ("…" if chosen[2:] else "")
    return Gesture(edits.Several(steps, name), shown, "Verified: it stays; undo brings the update back.")


def refuse(proposal: Suggestion | Update, paragraph_id: str | None = None) -> Gesture:
    """Do not show a proposal in this draft again, nor another one that would make the same changes in its paragraph."""
    edit: Edit = edits.Refuse(proposal.key)
    if isinstance(proposal, Suggestion) and proposal.exchanged and paragraph_id is not None:
        at = "" if proposal.after is not None else paragraph_id
        edit = edits.RefuseChanges(tuple(Refusal(at, out, put) for out, put in proposal.exchanged))
    return Gesture(edit, paragraph_id, "It will not be shown again; undo brings it back.")


def _fixed(inline: Inline, finding: Finding) -> Inline:
    if inline.text[finding.start : finding.end] != finding.found or finding.suggest is None:
        raise DrafterError(f"“{finding.found}” is no longer where it was found", place=finding.label)
    if finding.suggest == f"*{finding.found}*":
        return Inline(inline.text, (*inline.italics, Span(finding.start, finding.end)), inline.marks)
    return replaced(inline, finding.start, finding.end, finding.suggest)


def _after(draft: Draft, label: str, paragraph_id: str) -> str:
    try:
        return paragraph_at(draft, label)
    except DrafterError:
        return paragraph_id


def _citing(draft: Draft, note: str) -> str | None:
    citing = (one.id for one in draft.standing if any(mark.note == note for mark in one.inline.marks))
    return next(citing, None)


def _neighbour(draft: Draft, paragraph_id: str) -> str | None:
    place = draft.index(known(draft, paragraph_id).id)
    rest = [*draft.paragraphs[place + 1 :], *reversed(draft.paragraphs[:place])]
    return rest[0].id if rest else None
