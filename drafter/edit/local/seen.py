"""What a document's file and its log look like from outside, so that a change by another program is noticed cheaply."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from drafter.edit.local.beside import Beside

Look = tuple[int, int, int] | None


@dataclass(frozen=True, slots=True)
class Seen:
    """Size, time and number of the file and of the log, None where there is none."""

    file: Look
    log: Look

    @classmethod
    def now(cls, path: Path, beside: Beside) -> Seen:
        return cls(_look(path), _look(beside.history))


def _look(path: Path) -> Look:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_size, found.st_mtime_ns, found.st_ino
