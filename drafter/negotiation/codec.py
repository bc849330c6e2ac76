"""Edits of a round as JSON and back: `decoded(encoded(edit)) == edit`. Texts are in markup, a round as its file."""

from __future__ import annotations

import types
from dataclasses import MISSING, fields, is_dataclass
from enum import StrEnum
from functools import cache
from typing import Any, Union, get_args, get_origin, get_type_hints

from drafter.errors import DrafterError
from drafter.model.inline import Inline
from drafter.negotiation import roundfile
from drafter.negotiation.edits import RoundEdit
from drafter.negotiation.values import Round


def encoded(edit: RoundEdit) -> dict[str, Any]:
    """The edit as what json.dumps takes."""
    made: dict[str, Any] = _plain(edit)
    return made


def decoded(value: Any) -> RoundEdit:
    """The edit again; raises DrafterError where it is none."""
    try:
        edit = _made(RoundEdit, value)
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        raise DrafterError(f"this is no edit of a round: {value!r:.80}") from error
    assert isinstance(edit, RoundEdit)
    return edit


def _plain(value: Any) -> Any:
    if isinstance(value, Inline):
        return value.markup
    if isinstance(value, Round):
        return roundfile.dumps(value)
    if isinstance(value, tuple):
        return [_plain(one) for one in value]
    if is_dataclass(value) and not isinstance(value, type):
        own = ((field, getattr(value, field.name)) for field in fields(value))
        return {field.name: _plain(one) for field, one in own if field.default is MISSING or one != field.default}
    return value.value if isinstance(value, StrEnum) else value


@cache
def _hints(kind: type) -> dict[str, Any]:
    return get_type_hints(kind)


def _made(hint: Any, value: Any) -> Any:
    if get_origin(hint) in (Union, types.UnionType):
        return None if value is None else _made(next(one for one in get_args(hint) if one is not type(None)), value)
    if hint is Inline:
        return Inline.from_markup(value)
    if hint is Round:
        return roundfile.loads(value, "a stored round")
    if get_origin(hint) is tuple:
        return tuple(_made(get_args(hint)[0], one) for one in value)
    if is_dataclass(hint) and isinstance(hint, type):
        return hint(**{name: _made(_hints(hint)[name], one) for name, one in value.items()})
    return hint(value) if isinstance(hint, type) and issubclass(hint, StrEnum) else value
