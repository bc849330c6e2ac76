"""Rows of a draft file: lists of small tables on a line each, such as

refused = [
    "update:PP2:A/75/53",
    { at = "p14", out = "condemns", put = "deeply regrets" },
]

A row is a frozen value whose fields are texts, some of them one of a few words; fields at their defaults are left out.
Where a list may hold them, plain texts stand among the tables.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import MISSING, Field, fields
from enum import StrEnum
from typing import TYPE_CHECKING, Any, TypeVar, get_type_hints

from drafter.errors import DrafterError
from drafter.tomltext import Table, string

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

Row = TypeVar("Row", bound="DataclassInstance")


def written(key: str, rows: Iterable[DataclassInstance | str]) -> str:
    """The lines of `key`, "" where there are no rows."""
    lines = [string(row) if isinstance(row, str) else _line(row) for row in rows]
    if not lines:
        return ""
    return f"{key} = [\n" + "".join(f"    {line},\n" for line in lines) + "]\n"


def read(table: Table, key: str, kind: type[Row]) -> tuple[Row, ...]:
    """The rows of `key`; raises DraftFileError with the line of one that is malformed."""
    return tuple(_row(table, key, kind, value) for value in table.take(key, list, []))


def read_mixed(table: Table, key: str, kind: type[Row]) -> tuple[Row | str, ...]:
    """The rows and the plain texts of `key`; raises DraftFileError with the line for what is neither."""
    values = table.take(key, list, [])
    return tuple(value if isinstance(value, str) else _row(table, key, kind, value) for value in values)


def _line(row: DataclassInstance) -> str:
    own = ((field, getattr(row, field.name)) for field in fields(row))
    pairs = ", ".join(f"{field.name} = {string(value)}" for field, value in own if value or _needed(field))
    return f"{{ {pairs} }}" if pairs else "{}"


def _row(table: Table, key: str, kind: type[Row], value: Any) -> Row:
    try:
        return _made(kind, value)
    except (DrafterError, TypeError) as error:
        form = ", ".join(f"{field.name} = …" for field in fields(kind))
        problem = error.problem if isinstance(error, DrafterError) else f"has to be of the form {{ {form} }}"
        raise table.slip(
            f"each of the {key} {problem}", key=key, remedy="write its parts as texts in quotation marks"
        ) from error


def _made(kind: type[Row], value: Mapping[str, Any]) -> Row:
    """The row; TypeError where the value has another form."""
    if not isinstance(value, dict) or not all(isinstance(part, str) for part in value.values()):
        raise TypeError
    hints = get_type_hints(kind)
    return kind(**{name: _part(hints.get(name, str), name, part) for name, part in value.items()})


def _part(hint: type, name: str, part: str) -> str:
    if not issubclass(hint, StrEnum):
        return part
    try:
        return hint(part)
    except ValueError:
        raise DrafterError(f"has one of these as its {name}: {', '.join(hint)}; and not {part!r:.40}") from None


def _needed(field: Field[Any]) -> bool:
    return field.default is MISSING
