"""Everything but the words of paragraphs: title, masthead, and a paragraph's note, reason and clearances."""

from __future__ import annotations

from collections.abc import Mapping

from drafter.edit import edits
from drafter.edit.edits import FieldValue
from drafter.edit.gestures.gesture import Gesture, known, label_of
from drafter.errors import DrafterError
from drafter.model.decisions import Clearance, ClearanceState
from drafter.model.draft import Draft
from drafter.model.inline import Inline
from drafter.model.symbol import Symbol
from drafter.parse.cleaning import cleaned

FIELDS = {
    "title": "Title",
    "symbol": "Symbol",
    "session": "Session",
    "committee": "Main Committee",
    "agenda_item": "Agenda item",
    "agenda_title": "Title of the item",
    "sponsors": "Sponsors",
    "author": "Author of the changes",
}
"""The fields of the masthead and what they are called."""


def title(draft: Draft, inline: Inline) -> Gesture:  # noqa: ARG001 - every gesture is asked about a draft
    """The resolution's title."""
    if not (inline := cleaned(inline)).text:
        raise DrafterError("a resolution has a title")
    return Gesture(edits.SetTitle(inline))


def masthead(draft: Draft, typed: Mapping[str, str]) -> Gesture | None:
    """The fields of the masthead as typed, sponsors separated by ";"; None if nothing changes.

    Raises DrafterError, with the field's name as its place, for a value that it cannot have.
    """
    changed: list[edits.Edit] = []
    for name, text in typed.items():
        if text.strip() != field_as_typed(draft, name):
            changed.append(_title(draft, text) if name == "title" else edits.SetField(name, _value(name, text.strip())))
    if changed and all(isinstance(edit, edits.SetTitle) for edit in changed):
        return Gesture(changed[0])
    return Gesture(edits.Several(tuple(changed), "edit the masthead")) if changed else None


def _title(draft: Draft, markup: str) -> edits.Edit:
    try:
        return title(draft, Inline.from_markup(markup)).edit
    except DrafterError as error:
        raise DrafterError(error.problem, place="title", remedy=error.remedy) from error


def field_as_typed(draft: Draft, name: str) -> str:
    """A field of the masthead as a person would type it."""
    value = getattr(draft, name)
    if isinstance(value, tuple):
        return "; ".join(value)
    if isinstance(value, Inline):
        return value.markup
    return "" if value is None else str(value)


def note(draft: Draft, paragraph_id: str, text: str) -> Gesture:
    """The drafter's own note on a paragraph, which is not printed; "" removes it."""
    return Gesture(edits.SetNote(known(draft, paragraph_id).id, text.strip()), paragraph_id)


def reason(draft: Draft, paragraph_id: str, text: str) -> Gesture:
    """The reason for a change, for negotiators; "" removes it."""
    return Gesture(edits.SetReason(known(draft, paragraph_id).id, text.strip()), paragraph_id)


def clear(
    draft: Draft, paragraph_id: str, name: str, day: str = "", state: ClearanceState = ClearanceState.CLEARED
) -> Gesture:
    """Where a paragraph stands with `name`, a ministry, a group or a person, since `day` (ISO 8601)."""
    if not name.strip():
        raise DrafterError("a clearance needs a name", place=label_of(draft, paragraph_id))
    own = Clearance(name.strip(), state, day)
    before = known(draft, paragraph_id).clearances
    others = tuple(one for one in before if one.name.casefold() != own.name.casefold())
    said = f"{own.name}: {state} {label_of(draft, paragraph_id)}"
    return Gesture(edits.Several((edits.SetClearances(paragraph_id, (*others, own)),), said), paragraph_id)


def _value(name: str, text: str) -> FieldValue:
    match name:
        case "symbol" if text:
            if (symbol := Symbol.parse(text)) is None:
                raise _cannot_be(name, text)
            return symbol
        case "session" | "committee" if text:
            if not (text.isascii() and text.isdigit()):
                raise _cannot_be(name, text)
            return int(text)
        case "symbol" | "session" | "committee":
            return None
        case "sponsors":
            return tuple(filter(None, (one.strip() for one in text.split(";"))))
        case _:
            return text


def _cannot_be(name: str, text: str) -> DrafterError:
    return DrafterError(f"{FIELDS[name]} cannot be {text!r}", place=name)
