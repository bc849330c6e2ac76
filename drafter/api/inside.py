"""Methods that work by their own library's tables and plug-ins."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec, Protocol, TypeVar

from drafter.desk import Desk
from drafter.rules.rulebook import using

Asked = ParamSpec("Asked")
Answer = TypeVar("Answer")


class AtDesk(Protocol):
    """What has a desk, and so a rulebook."""

    _desk: Desk


Library = TypeVar("Library", bound=AtDesk)


def inside(
    method: Callable[Concatenate[Library, Asked], Answer],
) -> Callable[Concatenate[Library, Asked], Answer]:
    """A method that works by this library's own rulebook, whatever another library has."""

    @wraps(method)
    def call(library: Library, /, *args: Asked.args, **kwargs: Asked.kwargs) -> Answer:
        with using(library._desk.rulebook):
            return method(library, *args, **kwargs)

    return call
