"""A screen that is closed before its widgets are there is still mounted, but empty; nothing is done to it then."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, TypeVar

from textual.screen import Screen

Of = TypeVar("Of", bound=Screen[Any])


def once_mounted(fill: Callable[[Of], None]) -> Callable[[Of], None]:
    """For the method that fills a screen's widgets when it is mounted."""

    @wraps(fill)
    def filled(screen: Of) -> None:
        if screen.is_attached and not screen._pruning:
            fill(screen)

    return filled
