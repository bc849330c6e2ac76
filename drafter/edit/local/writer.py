"""Writes a document's file in the background soon after each edit, and tries again if that fails."""

from __future__ import annotations

from collections.abc import Callable
from threading import Condition, Thread
from time import monotonic

from drafter.edit.documents import Kept, SaveState
from drafter.errors import DrafterError, OutsideChangeError

AFTER = 0.3
"""Seconds from an edit until it is written, together with any edits that follow meanwhile."""
_PAUSE, _LONGEST = 0.5, 2.0
"""Seconds until a write that failed is tried again, at first and at most."""


class BackgroundWriter:
    """Calls `write` in a thread of its own, `AFTER` seconds after `due`; `told` is called with the state when it
    fails."""

    def __init__(self, write: Callable[[], None], told: Callable[[SaveState], None]) -> None:
        self._write, self._told = write, told
        self._changed = Condition()
        self._at: float | None = None
        self._pause = _PAUSE
        self._thread: Thread | None = None
        self._stopped = False

    def due(self) -> None:
        """Something was done that the file does not have."""
        with self._changed:
            if self._stopped or self._at is not None:
                return
            self._at = monotonic() + AFTER
            if self._thread is None:
                self._thread = Thread(target=self._run, name="drafter-writer", daemon=True)
                self._thread.start()
            self._changed.notify()

    def not_due(self) -> None:
        """The file was written otherwise."""
        with self._changed:
            self._at, self._pause = None, _PAUSE

    def stop(self) -> None:
        """Stop writing, after a write that is under way."""
        with self._changed:
            self._stopped, self._at = True, None
            self._changed.notify()
        if self._thread is not None:
            self._thread.join(timeout=10)

    def _run(self) -> None:
        while self._wait():
            try:
                self._write()
            except OutsideChangeError as error:
                self._told(SaveState(Kept.OUTSIDE, error.problem))
            except DrafterError as error:
                with self._changed:
                    if self._at is None:
                        self._at = monotonic() + self._pause
                    self._pause = min(2 * self._pause, _LONGEST)
                self._told(SaveState(Kept.TRYING, error.problem.removeprefix("cannot write this file: ")))

    def _wait(self) -> bool:
        """Until a write is due; False once there is to be none."""
        with self._changed:
            while not self._stopped:
                if self._at is None:
                    self._changed.wait()
                elif (left := self._at - monotonic()) > 0:
                    self._changed.wait(left)
                else:
                    self._at = None
                    return True
            return False
