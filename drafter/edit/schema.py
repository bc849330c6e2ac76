"""The draft file as a JSON schema (draft 4), so that editors complete and check it: taplo, Even Better TOML and others.

It says what each key is and which values it takes. What it cannot say, such as that a note mark needs its footnote, is
reported when the file is opened.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Any

from drafter.edit.draftfile import READABLE
from drafter.model.decisions import BriefState, ClearanceState
from drafter.model.draft import Status
from drafter.model.markup import NOTE_ID
from drafter.model.organ import Organ
from drafter.model.resolution import Kind
from drafter.model.submission import DraftOf

Schema = dict[str, Any]

LOCATION = "http://json-schema.org/draft-04/schema#"


def draft_schema() -> Schema:
    """The schema of the present format; a file in an earlier format has fewer keys."""
    return {
        "$schema": LOCATION,
        "title": "A draft of a United Nations resolution",
        "description": "Made by drafter, to be read and edited by hand. Text has *italic* and [^12] note marks.",
        **_table(
            {
                "format": {
                    "enum": list(READABLE),
                    "description": "The format of this file.",
                },
                "base_fingerprint": _text("A fingerprint of the base as it read when the draft was made."),
                "base": _text("The adopted text it is based on: a symbol in the library, or a file beside this one."),
                "title": _text("The title, with *italic* and [^id] note marks."),
                "organ": _one_of(Organ, "The organ that is to adopt it; left out for the General Assembly."),
                "symbol": _text("Its symbol, such as A/C.3/76/L.28, or A/C.3/76/L.__ while there is no number."),
                "session": _number("The session it is for.", 1, 999),
                "committee": _number("The Main Committee that takes it up.", 1, 9),
                "agenda_item": _text("The number of the agenda item, such as 72 (c)."),
                "agenda_title": _text("The title of the agenda item."),
                "sponsors": _texts("The sponsors, in the order in which they are printed."),
                "draft_of": _one_of(DraftOf, "What it is a draft of; left out for a draft resolution."),
                "on_behalf": _text("For whom the sponsors submit it, as the note by asterisk says."),
                "author": _text("The name under which changes are tracked; left out for none."),
                "refused": _refused(),
                "verified": _verified(),
                "brief": _rows(
                    "What became of the entries of the brief.",
                    {
                        "entry": _text("Which entry."),
                        "state": _one_of(BriefState, "What became of it."),
                        "day": _text("The day, such as 2026-11-02."),
                    },
                    required=("entry", "state"),
                ),
                "paragraph": _tables(_paragraph(), "The paragraphs in order; a deleted one stays where it stood."),
                "footnote": _tables(_footnote(), "The footnotes in any order, each in full; marks name them by id."),
            },
            required=("format", "base", "title"),
        ),
    }


def _refused() -> Schema:
    change = _table(
        {
            "at": _text("The id of the paragraph; empty for a whole new one."),
            "out": _text("The words that would have gone."),
            "put": _text("The words that would have come."),
        },
        required=("at", "out", "put"),
    )
    return {
        "type": "array",
        "items": {"anyOf": [{"type": "string"}, change]},
        "description": "What was turned down and is not shown again: changes, and whole proposals by their keys.",
    }


def _verified() -> Schema:
    update = _table(
        {
            "at": _text("The base's label of the paragraph, a note such as note 11, or Agenda item."),
            "found": _text("The words that stay."),
            "note": _text("The drafter's remark."),
        },
        required=("at", "found"),
    )
    return {"type": "array", "items": update, "description": "Updates that were verified and whose words stay."}


def _paragraph() -> Schema:
    return _table(
        {
            "id": _text("Its name in this file, which stays the same whatever its number is.", minLength=1),
            "origin": _text("The base's label of the paragraph it comes from; left out for a new one.", minLength=1),
            "status": _one_of(Status, "What became of it; left out for a kept or a new one."),
            "kind": _one_of(Kind, "What it is."),
            "level": _number("0 for a paragraph, 1 for (a), 2 for (i).", 0, 9),
            "part": _text("The part it belongs to, such as Annex, where there is more than one."),
            "variant": _text("What follows its number: bis, ter, alt."),
            "continued": _flag("Whether it continues the paragraph after a list, without a number of its own."),
            "unnumbered": _flag("Whether it has no number among numbered paragraphs."),
            "text": _text("Its words, with *italic* and [^id] note marks."),
            "reason": _text("The reason for the change: printed in the summary and in comments."),
            "note": _text("The drafter's own note on it: not printed."),
            "sources": _rows(
                "The sources of its new language.",
                {
                    "symbol": _text("The symbol of the adopted text."),
                    "label": _text("The label of the paragraph there."),
                    "date": _text("The day of adoption, such as 2019-12-18."),
                    "quote": _text("The words, as they stand there."),
                },
            ),
            "clearances": _rows(
                "Its clearances by those who have to agree to it.",
                {
                    "name": _text("Who: a ministry, a group, a person."),
                    "state": _one_of(ClearanceState, "What they said; left out where it is asked for."),
                    "day": _text("The day, such as 2026-11-02."),
                },
                required=("name",),
            ),
        },
        required=("id", "kind", "text"),
    )


def _footnote() -> Schema:
    return _table(
        {
            "id": {**_text("The name that marks use."), "pattern": f"^(?:{NOTE_ID.pattern})$"},
            "text": _text("The citation in full, with *italic*."),
            "missing": _flag("Whether the source lost its text."),
        },
        required=("id", "text"),
    )


def _table(keys: Schema, required: tuple[str, ...] = ()) -> Schema:
    """A table that has these keys and no others; draft 4 allows no empty list of required ones."""
    table: Schema = {"type": "object", "properties": keys, "additionalProperties": False}
    return {**table, "required": list(required)} if required else table


def _rows(description: str, keys: Schema, required: tuple[str, ...] = ()) -> Schema:
    """A list of small tables."""
    return {"type": "array", "description": description, "items": _table(keys, required)}


def _tables(items: Schema, description: str) -> Schema:
    return {"type": "array", "items": items, "description": description}


def _text(description: str, **more: int) -> Schema:
    return {"type": "string", "description": description, **more}


def _texts(description: str) -> Schema:
    return {"type": "array", "items": {"type": "string"}, "description": description}


def _number(description: str, least: int, most: int) -> Schema:
    return {"type": "integer", "minimum": least, "maximum": most, "description": description}


def _flag(description: str) -> Schema:
    return {"type": "boolean", "description": description}


def _one_of(choices: type[StrEnum], description: str) -> Schema:
    return {"enum": [choice.value for choice in choices], "description": description}
