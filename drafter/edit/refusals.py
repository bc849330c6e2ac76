"""What a drafter turned down, as a draft file has it: changes as tables, in a list with the keys of whole proposals.

refused = [
    "update:PP2:A/75/53",
    { at = "p14", out = "condemns", put = "deeply regrets" },
]
"""

from __future__ import annotations

from collections.abc import Iterable

from drafter.model.refusal import Refusal
from drafter.tomltext import Table, string

_KEYS = ("at", "out", "put")


def written(refused: Iterable[str | Refusal]) -> str:
    """The list with its key; "" where nothing was turned down."""
    lines = "".join(f"    {_one(one)},\n" for one in refused)
    return f"refused = [\n{lines}]\n" if lines else ""


def _one(one: str | Refusal) -> str:
    if isinstance(one, str):
        return string(one)
    return "{ " + ", ".join(f"{key} = {string(getattr(one, key))}" for key in _KEYS) + " }"


def read(top: Table) -> tuple[str | Refusal, ...]:
    """The list in a draft file; raises DraftFileError with its line where one of it is neither."""
    found: list[str | Refusal] = []
    for value in top.take("refused", list, []):
        if isinstance(value, str):
            found.append(value)
        elif isinstance(value, dict) and {*value} == {*_KEYS} and all(isinstance(own, str) for own in value.values()):
            found.append(Refusal(**value))
        else:
            raise top.slip(
                "each of what was refused has to be of the form { at = …, out = …, put = … }, or a text",
                key="refused",
                remedy="write its parts as texts in quotation marks",
            )
    return tuple(found)
