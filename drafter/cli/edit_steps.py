"""The options of `drafter edit` as gestures, in the order in which they were given."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from functools import partial
from typing import Any

import click

from drafter.cli.common import tell, the_desk, watch
from drafter.edit import gestures
from drafter.edit.edits import Several
from drafter.edit.gestures import Gesture, Intent
from drafter.edit.pending import MASTHEAD as PLACELESS
from drafter.edit.pending import pending
from drafter.errors import DrafterError
from drafter.model.decisions import ClearanceState
from drafter.model.draft import Draft, printed
from drafter.model.inline import Inline
from drafter.model.suggestion import UpdateStatus
from drafter.parse.fragment import fragment

TITLE = "title"
MASTHEAD = "masthead"
TOP = "top"
_NOTE = re.compile(r"note\s*(\d+)", re.IGNORECASE)
_PLAIN: dict[str, Callable[[Draft, str], Gesture]] = {
    "restore": gestures.restore,
    "revert": gestures.revert,
    "promote": gestures.promote,
    "demote": gestures.demote,
    "merge": gestures.merge,
    "delete": gestures.delete,
}


def steps(draft: Draft, label: str, chosen: dict[str, Any]) -> Iterator[Intent]:
    """The gestures for the options `chosen`, by name, on what `label` names: a paragraph, "title", "masthead" or "note
    20"."""
    name = label.strip().casefold()
    if name == TITLE:
        _only(chosen, "text", label)
        yield partial(gestures.title, inline=Inline.from_markup(chosen["text"]))
    elif name == MASTHEAD:
        if "verified" in chosen:
            yield partial(_verified, PLACELESS, chosen.get("note", ""))
        else:
            _only(chosen, "set", label)
            yield partial(_masthead, chosen["set"])
    elif found := _NOTE.fullmatch(name):
        yield partial(_note, _note_id(draft, int(found[1])), chosen)
    else:
        if "set" in chosen:
            raise click.UsageError(
                "--set goes with the masthead: drafter edit DRAFT masthead --set symbol=A/C.3/76/L.5"
            )
        yield from _of_a_paragraph(gestures.paragraph_at(draft, label, deleted="restore" in chosen), chosen)


def _of_a_paragraph(id: str, chosen: dict[str, Any]) -> Iterator[Intent]:
    turn = "turn" in chosen
    if "verified" in chosen:
        yield partial(_verified, id, chosen.get("note", ""))
        chosen = {name: value for name, value in chosen.items() if name not in ("verified", "note")}
    with_values: dict[str, Callable[[Draft, str, Any], Gesture]] = {
        "text": gestures.written,
        "note": gestures.note,
        "reason": gestures.reason,
        "new": _new,
        "new_before": _marked(gestures.insert_before),
        "new_below": _marked(gestures.insert_below),
        "footnote": _footnote,
        "take": _take,
        "split": _split,
        "update": _update,
        "after": partial(_after, turn=turn),
        "before": partial(_before, turn=turn),
    }
    for name, value in chosen.items():
        if name in with_values:
            yield partial(_valued, with_values[name], id, value)
        elif name in _PLAIN:
            yield partial(_plain, _PLAIN[name], id)
        elif name == "clear":
            yield from (partial(_valued, _clear, id, one) for one in value)
        elif name == "turn" and not {"after", "before"} & set(chosen):
            yield partial(_plain, gestures.change_kind, id)


def _clear(draft: Draft, id: str, given: str) -> Gesture:
    name, _, state = given.rpartition("=")
    if state.strip() not in set(ClearanceState):
        name, state = given, ClearanceState.CLEARED
    return gestures.clear(draft, id, name, date.today().isoformat(), ClearanceState(state.strip()))


def _only(chosen: dict[str, Any], option: str, label: str) -> None:
    if set(chosen) != {option}:
        raise click.UsageError(f"the {label.strip().lower()} takes --{option} and no other option")


def _valued(do: Callable[[Draft, str, Any], Gesture], id: str, value: Any, draft: Draft) -> Gesture:
    return do(draft, id, value)


def _plain(do: Callable[[Draft, str], Gesture], id: str, draft: Draft) -> Gesture:
    return do(draft, id)


def _new(draft: Draft, id: str, words: str) -> Gesture:
    """A paragraph after it; words of several lines are read as those of a file are, and may be several paragraphs."""
    if "\n" not in words.strip():
        return gestures.insert_after(draft, id, Inline.from_markup(words))
    found = fragment(words)
    return replace(gestures.put_in(draft, id, found.paragraphs), said=found.told(numbers=True))


def _marked(do: Callable[[Draft, str, Inline], Gesture]) -> Callable[[Draft, str, str], Gesture]:
    return lambda draft, id, words: do(draft, id, Inline.from_markup(words))


def _masthead(pairs: tuple[str, ...], draft: Draft) -> Gesture:
    typed: dict[str, str] = {}
    for pair in pairs:
        name, equals, value = pair.partition("=")
        if not equals or name not in gestures.FIELDS:
            raise DrafterError(
                f"{pair!r} sets no field", remedy=f"write NAME=VALUE; it has {', '.join(gestures.FIELDS)}"
            )
        typed[name] = value
    return gestures.masthead(draft, typed) or Gesture(Several((), ""))


def _note_id(draft: Draft, number: int) -> str:
    notes = printed(draft).footnotes
    if not 0 < number <= len(notes):
        raise DrafterError(f"there is no note {number} in this draft", remedy=f"it has {len(notes)}")
    return notes[number - 1].id


def _note(id: str, chosen: dict[str, Any], draft: Draft) -> Gesture:
    if set(chosen) == {"delete"}:
        return gestures.drop_footnote(draft, id)
    _only(chosen, "text", "note")
    return gestures.edit_footnote(draft, id, Inline.from_markup(chosen["text"]))


def _footnote(draft: Draft, id: str, citation: str) -> Gesture:
    return gestures.new_footnote(draft, id, len(draft[id].text), Inline.from_markup(citation))


def _after(draft: Draft, id: str, label: str, *, turn: bool) -> Gesture:
    after = None if label.strip().casefold() == TOP else gestures.paragraph_at(draft, label)
    return _moved(draft, id, after, turn=turn)


def _before(draft: Draft, id: str, label: str, *, turn: bool) -> Gesture:
    return _moved(draft, id, gestures.place_before(draft, id, gestures.paragraph_at(draft, label)), turn=turn)


def _moved(draft: Draft, id: str, after: str | None, *, turn: bool) -> Gesture:
    try:
        return gestures.move_after(draft, id, after, turn=turn)
    except DrafterError as refused:
        other = gestures.crossing(draft, id, after)
        remedy = refused.remedy if other is None else f"add --turn to make it {other}"
        raise DrafterError(refused.problem, place=refused.place, remedy=remedy) from refused


def _split(draft: Draft, id: str, at: str) -> Gesture:
    text = draft[id].text
    if at.isascii() and at.isdigit() and at not in text:
        return gestures.split(draft, id, int(at))
    if text.count(at) != 1:
        said = "do not stand in it" if at not in text else "stand in it more than once"
        label = gestures.label_of(draft, id)
        raise DrafterError(f"the words “{at}” {said}", place=label, remedy="give the words before which to cut")
    return gestures.split(draft, id, text.index(at))


def _take(draft: Draft, id: str, number: int) -> Gesture:
    from drafter.suggest.rank import suggestions

    desk = the_desk()
    setting = desk.setting(draft, desk.searchable(tell, watch))
    found = suggestions(setting, draft.standing.index(draft[id]), number)
    if number > len(found):
        label = gestures.label_of(draft, id)
        raise DrafterError(f"there is no suggestion {number}, only {len(found)}", place=label)
    return gestures.take(draft, id, found[number - 1])


def _verified(id: str, note: str, draft: Draft) -> Gesture:
    here = pending(draft, the_desk().updates(draft)).get(id, ())
    if not here:
        label = gestures.label_of(draft, id) if id else MASTHEAD
        raise DrafterError("there is no update to verify here", place=label, remedy="drafter updates names them")
    return gestures.verify(draft, here, note)


def _update(draft: Draft, id: str, _: bool) -> Gesture:
    here = pending(draft, the_desk().updates(draft)).get(id, ())
    known = [one for one in here if one.status is not UpdateStatus.VERIFY and one.proposed is not None]
    label = gestures.label_of(draft, id)
    if not known:
        said = f"{len(here)} to verify" if here else "nothing to bring up to date"
        raise DrafterError(f"there is no update whose new words are known, {said}", place=label)
    return gestures.accept_all(draft, known, name=f"bring {label} up to date")
