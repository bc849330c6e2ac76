"""One pure function: a draft and an edit make the next draft."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from drafter.edit import edits, paragraphs, structure
from drafter.edit.described import described as described
from drafter.edit.edits import Edit
from drafter.errors import DrafterError
from drafter.model.draft import Draft
from drafter.model.symbol import Symbol

FIELDS: dict[str, tuple[type, ...]] = {
    "symbol": (Symbol, type(None)),
    "session": (int, type(None)),
    "committee": (int, type(None)),
    "sponsors": (tuple,),
    "agenda_item": (str,),
    "agenda_title": (str,),
    "author": (str,),
}
"""The fields that SetField may set, and the types of their values."""


def apply(draft: Draft, edit: Edit) -> Draft:
    """The draft after the edit. Raises DrafterError if the edit cannot be done."""
    after = _DOES[type(edit)](draft, edit)
    return _mended(draft, after) if isinstance(edit, _STRUCTURAL) else after


def new_id(draft: Draft) -> str:
    """An id for a new paragraph, drawn so that two people's copies of a draft do not choose the same."""
    taken = {paragraph.id for paragraph in draft}
    while (fresh := f"n{secrets.token_hex(3)}") in taken:
        pass
    return fresh


def _set_title(draft: Draft, edit: edits.SetTitle) -> Draft:
    paragraphs.check_marks(draft, edit.inline)
    return replace(draft, title=edit.inline)


def _set_field(draft: Draft, edit: edits.SetField) -> Draft:
    allowed = FIELDS.get(edit.name)
    if allowed is None:
        raise DrafterError(f"a draft has no field {edit.name!r}", remedy=f"it has {', '.join(FIELDS)}")
    if not isinstance(edit.value, allowed) or isinstance(edit.value, bool):
        raise DrafterError(f"{edit.name} cannot be {edit.value!r}")
    return replace(draft, **{edit.name: edit.value})  # type: ignore[arg-type]


def _set(name: str) -> Callable[[Draft, Any], Draft]:
    """What sets one field of a paragraph from the edit's field of the same name."""

    def done(draft: Draft, edit: Any) -> Draft:
        place = paragraphs.place_of(draft, edit.id)
        changed = replace(draft.paragraphs[place], **{name: getattr(edit, name)})
        return paragraphs.spliced(draft, place, place + 1, (changed,))

    return done


def _put_footnote(draft: Draft, edit: edits.PutFootnote) -> Draft:
    if edit.footnote.inline.marks:
        raise DrafterError("a footnote cannot have a note mark in it", place=f"footnote {edit.footnote.id}")
    known = any(footnote.id == edit.footnote.id for footnote in draft.footnotes)
    if known:
        changed = (edit.footnote if footnote.id == edit.footnote.id else footnote for footnote in draft.footnotes)
        return replace(draft, footnotes=tuple(changed))
    return replace(draft, footnotes=(*draft.footnotes, edit.footnote))


def _drop_footnote(draft: Draft, edit: edits.DropFootnote) -> Draft:
    if all(footnote.id != edit.id for footnote in draft.footnotes):
        raise DrafterError(f"the draft has no footnote {edit.id!r}")
    for inline in (draft.title, *(paragraph.inline for paragraph in draft)):
        if any(mark.note == edit.id for mark in inline.marks):
            raise DrafterError(f"footnote {edit.id!r} is still marked in the text", remedy="take its mark out first")
    return replace(draft, footnotes=tuple(footnote for footnote in draft.footnotes if footnote.id != edit.id))


def _verify(draft: Draft, edit: edits.Verify) -> Draft:
    own = edit.verified
    others = (one for one in draft.verified if (one.at, one.found) != (own.at, own.found))
    return replace(draft, verified=(*others, own))


def _refuse_changes(draft: Draft, edit: edits.RefuseChanges) -> Draft:
    return replace(draft, refused=tuple(dict.fromkeys((*draft.refused, *edit.changes))))


def _refuse(draft: Draft, edit: edits.Refuse) -> Draft:
    return replace(draft, refused=tuple(dict.fromkeys((*draft.refused, edit.key))))


def _set_briefed(draft: Draft, edit: edits.SetBriefed) -> Draft:
    others = tuple(one for one in draft.brief if one.entry != edit.briefed.entry)
    return replace(draft, brief=(*others, edit.briefed))


def _replace_all(draft: Draft, edit: edits.ReplaceAll) -> Draft:
    other = replace(edit.draft, adopted=draft.adopted)
    return replace(other, paragraphs=tuple(paragraphs.settled(other, paragraph) for paragraph in other))


def _several(draft: Draft, edit: edits.Several) -> Draft:
    for one in edit.edits:
        draft = apply(draft, one)
    return draft


_DOES: dict[type, Callable[[Draft, Any], Draft]] = {
    edits.SetText: paragraphs.set_text,
    edits.SetTitle: _set_title,
    edits.SetField: _set_field,
    edits.Insert: paragraphs.insert,
    edits.Delete: paragraphs.delete,
    edits.Restore: paragraphs.restore,
    edits.Move: paragraphs.move,
    edits.Split: paragraphs.split,
    edits.Merge: paragraphs.merge,
    edits.SetLevel: paragraphs.set_level,
    edits.SetKind: paragraphs.set_kind,
    edits.SetNote: _set("note"),
    edits.SetReason: _set("reason"),
    edits.SetClearances: _set("clearances"),
    edits.SetSources: _set("sources"),
    edits.PutFootnote: _put_footnote,
    edits.DropFootnote: _drop_footnote,
    edits.Refuse: _refuse,
    edits.RefuseChanges: _refuse_changes,
    edits.Verify: _verify,
    edits.SetBriefed: _set_briefed,
    edits.ReplaceAll: _replace_all,
    edits.Several: _several,
}


_STRUCTURAL = (
    edits.Insert, edits.Delete, edits.Restore, edits.Move, edits.Merge, edits.SetLevel, edits.SetKind
)  # fmt: skip


def _mended(before: Draft, after: Draft) -> Draft:
    """The draft with the list items raised that the edit left without a parent; those without one in the base may
    stay."""
    if not structure.mended(after.paragraphs, frozenset()):
        return after
    levels = structure.mended(after.paragraphs, _allowed(before))
    mended = list(after.paragraphs)
    for place, level in levels.items():
        if not mended[place].deleted:
            mended[place] = paragraphs.settled(after, mended[place].with_paragraph(level=level))
    return replace(after, paragraphs=tuple(mended))


def _allowed(before: Draft) -> frozenset[str]:
    standing = before.standing
    allowed = {standing[place].id for place in structure.skipping(one.paragraph for one in standing)}
    if before.adopted is not None and len(standing) < len(before.paragraphs):
        labels = tuple(before.adopted.paragraphs)
        places = structure.skipping(before.adopted.paragraphs.values())
        skipped = {labels[place] for place in places}
        allowed.update(one.id for one in before if one.deleted and one.origin in skipped)
    return frozenset(allowed)
