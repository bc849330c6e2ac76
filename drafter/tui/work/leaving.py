"""Ending from outside: the terminal is gone, or the system stops the program."""

from __future__ import annotations

import asyncio
import contextlib
import os
import signal
from collections.abc import Callable
from threading import Timer

_PATIENCE = 3.0
"""Seconds that the screen has for its own end; a terminal that is gone may never take what is written to it."""


def on_signals(leave: Callable[[int], None]) -> None:
    """Call `leave` with the exit code when a signal asks this process to end; in a running loop, where the system
    has such signals."""
    loop = asyncio.get_running_loop()
    for number in (getattr(signal, name, None) for name in ("SIGTERM", "SIGHUP")):
        if number is not None:
            with contextlib.suppress(NotImplementedError, RuntimeError, ValueError):
                loop.add_signal_handler(number, _leave, leave, 128 + number)


def _leave(leave: Callable[[int], None], code: int) -> None:
    last = Timer(_PATIENCE, os._exit, (code,))
    last.daemon = True
    last.start()
    leave(code)
