"""One writer for each draft: a lock that the operating system releases when its process ends, in whatever way."""

from __future__ import annotations

import contextlib
import errno
import json
import os
import socket
import sys
from datetime import datetime
from pathlib import Path

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

_BEYOND = 1 << 20
"""The byte that is locked on Windows: it lies beyond all that is written, since a locked byte cannot be read there."""
_HELD = {errno.EACCES, errno.EAGAIN, errno.EDEADLK, getattr(errno, "EDEADLOCK", errno.EDEADLK)}


class Lock:
    """Held from `taken` to `release` or to the end of the process; the file says who holds it."""

    def __init__(self, handle: int) -> None:
        self._handle: int | None = handle

    @classmethod
    def taken(cls, path: Path) -> Lock | None:
        """The lock, or None where another holds it. Raises OSError where the file cannot be written."""
        handle = os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_BINARY", 0), 0o666)
        try:
            _lock(handle)
        except OSError as error:
            if error.errno in _HELD:
                os.close(handle)
                return None
            # a file system without locks: a change of the draft on disk is still noticed before it is saved
        holder = {"pid": os.getpid(), "host": socket.gethostname(), "since": f"{datetime.now():%H:%M}"}
        os.truncate(handle, 0)
        os.write(handle, json.dumps(holder).encode())
        return cls(handle)

    def release(self) -> None:
        if self._handle is not None:
            with contextlib.suppress(OSError):
                os.truncate(self._handle, 0)
            os.close(self._handle)
            self._handle = None


def is_free(path: Path) -> bool:
    """Whether nobody holds the lock."""
    try:
        handle = os.open(path, os.O_RDWR | getattr(os, "O_BINARY", 0))
    except OSError:
        return not path.exists()
    try:
        _lock(handle)
    except OSError as error:
        return error.errno not in _HELD
    finally:
        os.close(handle)  # which gives it back
    return True


def holder(path: Path) -> str:
    """Who holds the lock, for a person: "process 4711 on dellbox since 14:02"."""
    try:
        known = json.loads(path.read_text(encoding="utf-8"))
        return f"process {known['pid']} on {known['host']} since {known['since']}"
    except (OSError, ValueError, KeyError, TypeError):
        return "another process"


def _lock(handle: int) -> None:
    if sys.platform == "win32":
        os.lseek(handle, _BEYOND, os.SEEK_SET)
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        os.lseek(handle, 0, os.SEEK_SET)
    else:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
