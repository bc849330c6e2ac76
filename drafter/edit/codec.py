"""Edits as JSON and back: `decoded(encoded(edit)) == edit`.

An edit is an object with one key, its name: {"Delete": {"id": "p14"}}. Texts are in markup, a draft as its file.
"""

from __future__ import annotations

import types
from dataclasses import fields, is_dataclass
from enum import StrEnum
from functools import cache
from typing import Any, Union, get_args, get_origin, get_type_hints

from drafter.edit import draftfile, edits
from drafter.edit.edits import Edit
from drafter.errors import DrafterError
from drafter.model.draft import Draft
from drafter.model.inline import Inline
from drafter.model.symbol import Symbol

_EDITS: dict[str, type] = {kind.__name__: kind for kind in get_args(edits.Edit)}


def encoded(edit: Edit) -> dict[str, Any]:
    """The edit as plain values for json.dumps."""
    return {type(edit).__name__: _object(edit)}


def decoded(value: Any) -> Edit:
    """The edit again; raises DrafterError if the value is not an edit."""
    try:
        [(name, inner)] = value.items()
        edit: Edit = _from_object(_EDITS[name], inner)
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        raise DrafterError(f"this is no edit: {value!r:.80}") from error
    return edit


def _object(value: Any) -> dict[str, Any]:
    pairs = ((field, getattr(value, field.name)) for field in fields(value) if field.compare)
    return {field.name: _value(own) for field, own in pairs if own != field.default}


def _value(value: Any) -> Any:
    if isinstance(value, Inline):
        return value.markup
    if isinstance(value, Symbol):
        return {"symbol": str(value)}
    if isinstance(value, Draft):
        return draftfile.dumps(value)
    if isinstance(value, tuple):
        return [_value(item) for item in value]
    if isinstance(value, get_args(edits.Edit)):
        return encoded(value)
    if is_dataclass(value):
        return _object(value)
    return value.value if isinstance(value, StrEnum) else value


@cache
def _hints(kind: type) -> dict[str, Any]:
    return get_type_hints(kind)


def _from_object(kind: type, value: dict[str, Any]) -> Any:
    hints = _hints(kind)
    return kind(**{name: _decoded(hints[name], own) for name, own in value.items()})


def _decoded(hint: Any, value: Any) -> Any:
    if hint is Inline:
        return Inline.from_markup(value)
    if hint is Draft:
        return draftfile.loads(value, "a stored draft")
    if get_origin(hint) is tuple:
        return tuple(_decoded(get_args(hint)[0], item) for item in value)
    if get_origin(hint) in (Union, types.UnionType):
        return _decoded_choice(value)
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return hint(value)
    return _from_object(hint, value) if is_dataclass(hint) and isinstance(hint, type) else value


def _decoded_choice(value: Any) -> Any:
    if isinstance(value, dict):
        return Symbol.parse(value["symbol"]) if "symbol" in value else decoded(value)
    return tuple(value) if isinstance(value, list) else value
