"""Collecting garbage while no key is pressed: in a long draft it takes as long as several keystrokes."""

from __future__ import annotations

import gc
from typing import Any

from textual.app import App
from textual.timer import Timer

_IDLE = 1.0
"""Seconds without a key."""
_RARELY = 1000
"""Collections of the middle generation before Python collects everything by itself, for those who never pause."""


class Tidying:
    """Collects once after the last of several keys."""

    def __init__(self, app: App[Any]) -> None:
        self._app = app
        self._timer: Timer | None = None
        young, middle, _ = gc.get_threshold()
        gc.set_threshold(young, middle, _RARELY)

    def key_pressed(self) -> None:
        if self._timer is not None:
            self._timer.stop()
        self._timer = self._app.set_timer(_IDLE, gc.collect)
