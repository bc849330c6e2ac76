"""Remember results for the last few frozen values."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TypeVar

Value = TypeVar("Value")
Result = TypeVar("Result")


def remembered(function: Callable[[Value], Result]) -> Callable[[Value], Result]:
    """Remember the last four results by the identity of the argument, which spares hashing a whole draft."""
    kept: list[tuple[Value, Result]] = []

    @wraps(function)
    def asked(value: Value) -> Result:
        for known, result in kept:
            if known is value:
                return result
        result = function(value)
        kept.insert(0, (value, result))
        del kept[4:]
        return result

    return asked
