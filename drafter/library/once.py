"""A value that is made only once, by the first thread that asks for it."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Generic, TypeVar

Made = TypeVar("Made")


class Once(Generic[Made]):
    """What `make` gives; other threads that ask meanwhile wait for it. If it fails, the next one to ask tries again."""

    def __init__(self, make: Callable[[], Made]) -> None:
        self._make = make
        self._one_makes = threading.RLock()
        self._made: list[Made] = []

    @property
    def value(self) -> Made:
        with self._one_makes:
            if not self._made:
                self._made.append(self._make())
            return self._made[0]
