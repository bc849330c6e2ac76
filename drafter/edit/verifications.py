"""What a drafter verified, as a draft file has it.

verified = [
    { at = "PP11", found = "132", note = "still 132 on 3 December" },
]
"""

from __future__ import annotations

from collections.abc import Iterable

from drafter.model.verified import VerifiedUpdate
from drafter.tomltext import Table, string

_NEEDED = {"at", "found"}
_KEYS = ("at", "found", "note")


def written(verified: Iterable[VerifiedUpdate]) -> str:
    """The list with its key; "" where nothing was verified."""
    lines = "".join(f"    {_one(one)},\n" for one in verified)
    return f"verified = [\n{lines}]\n" if lines else ""


def _one(one: VerifiedUpdate) -> str:
    pairs = ((key, getattr(one, key)) for key in _KEYS)
    return "{ " + ", ".join(f"{key} = {string(value)}" for key, value in pairs if value or key in _NEEDED) + " }"


def read(top: Table) -> tuple[VerifiedUpdate, ...]:
    """The list in a draft file; raises DraftFileError with its line where one of it is of another form."""
    found: list[VerifiedUpdate] = []
    for value in top.take("verified", list, []):
        if (
            not isinstance(value, dict)
            or not _NEEDED <= {*value} <= {*_KEYS}
            or not all(isinstance(own, str) for own in value.values())
        ):
            raise top.slip(
                "each of what was verified has to be of the form { at = …, found = …, note = … }",
                key="verified",
                remedy="write its parts as texts in quotation marks",
            )
        found.append(VerifiedUpdate(**value))
    return tuple(found)
