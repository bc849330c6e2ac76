"""Tables of language as the library in use has them, and cached answers that depend on them."""

from __future__ import annotations

from collections.abc import Callable
from functools import update_wrapper
from typing import Any, Generic, ParamSpec, TypeVar, cast

from drafter.rules.rulebook import Table, current

__all__ = ["Table", "kept", "table"]

Asked = ParamSpec("Asked")
Answer = TypeVar("Answer")


def table(name: str) -> Table:
    """The table `name` as shipped, with what plug-ins, the library and the user add to it."""
    return current().table(name)


class Remembering(Generic[Asked, Answer]):
    """A function that remembers its answers, separately for each rulebook."""

    def __init__(self, function: Callable[Asked, Answer], most: int | None) -> None:
        self._function = function
        self._most = most
        update_wrapper(self, function)

    def __call__(self, *args: Asked.args, **kwargs: Asked.kwargs) -> Answer:
        return cast(Answer, current().remembering(self._function, self._most)(*args, **kwargs))

    def cache_info(self) -> Any:
        """As of `functools.lru_cache`, under the present rulebook."""
        return current().remembering(self._function, self._most).cache_info()

    def cache_clear(self) -> None:
        current().remembering(self._function, self._most).cache_clear()


def kept(most: int | None = None) -> Callable[[Callable[Asked, Answer]], Remembering[Asked, Answer]]:
    """Remember at most that many answers of a function that depends on tables; its arguments are hashable."""
    return lambda function: Remembering(function, most)
