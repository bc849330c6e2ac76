"""Making the library ready for searching, in a worker: this can be watched, stopped and continued."""

from __future__ import annotations

from collections.abc import Callable
from threading import Event
from time import monotonic
from typing import TYPE_CHECKING, Any

from textual.app import App
from textual.signal import Signal

from drafter.errors import DrafterError, StoppedError
from drafter.tui.work.background import in_background

if TYPE_CHECKING:
    from drafter.library.searchable import Progress, Watch

_TOLD = 0.2
"""Seconds between two reports on the progress of slow work."""


class Preparation:
    """The state of the preparation of an open library.

    progress  the progress of slow work on the library, None while there is none
    times     how often the library was made ready
    changed   published when any of these has changed
    """

    def __init__(
        self,
        app: App[Any],
        prepare: Callable[[Watch], Progress | None],
        stopped: Callable[[Progress], None],
        failed: Callable[[DrafterError], None],
    ) -> None:
        """`prepare` does the work and reports its progress to a watch; if that stops it, it returns how far it came,
        and `stopped` is called with that. `failed` is called with the error if it could not be done."""
        self.progress: Progress | None = None
        self.times = 0
        self.changed: Signal[Preparation] = Signal(app, "preparation")
        self._app, self._prepare = app, prepare
        self._tell_stopped, self._tell_failed = stopped, failed
        self._stop_asked = Event()
        self._told = 0.0
        self._at_it = self._once_more = False

    def start(self) -> None:
        """Let a worker prepare the library; it continues where it was stopped."""
        if self._at_it:
            self._once_more = True
            return
        self._at_it, self._once_more = True, False
        self._stop_asked.clear()
        in_background(self._app, lambda: self._prepare(self.watch), self._ended, self._failed, "prepare")

    def stop(self) -> bool:
        """Stop the preparation; False if it is not under way."""
        under_way, self.progress = self.progress is not None, None
        self._stop_asked.set()
        self.changed.publish(self)
        return under_way

    def watch(self, progress: Progress) -> None:
        """Called by a worker before each step of slow work on the library. Raises StoppedError when it is to stop."""
        if self._stop_asked.is_set():
            raise StoppedError("the preparation of the library was stopped")
        if monotonic() - self._told > _TOLD:
            self._told = monotonic()
            self._app.call_later(self._reported, progress)

    def _reported(self, progress: Progress) -> None:
        if self._at_it and not self._stop_asked.is_set():  # a report may arrive after the end
            self.progress = progress
            self.changed.publish(self)

    def _ended(self, stopped: Progress | None) -> None:
        self.progress, self._at_it = None, False
        self.times += 1
        if self._once_more:
            self.start()
        self.changed.publish(self)
        if stopped is not None:
            self._tell_stopped(stopped)

    def _failed(self, error: DrafterError) -> None:
        self.progress, self._at_it = None, False
        self.changed.publish(self)
        self._tell_failed(error)
