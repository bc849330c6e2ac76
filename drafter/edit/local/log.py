"""The log of a document's history: one record on each line, with a checksum, on disk before the call returns.

Records: {"begin": the file's text}, {"do": edit, "name": …}, {"undo": n} for the step n from the end (true for the
last), {"redo": true}, each of these with "who", "at" (ISO 8601, UTC) and "on", the revision that it was done on;
{"revision": n} where older steps were dropped; and around the writing of the file {"saving": its SHA-256} and {"saved":
its SHA-256}, with the revision "on" that it is the text of. A record left half written by a crash is cut off; at damage
further up reading stops, and the rest is set aside.
"""

from __future__ import annotations

import json
import os
import zlib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from drafter import files

Record = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Contents:
    """The records that can be read, the bytes they take, and whether something damaged follows them."""

    records: tuple[Record, ...]
    length: int
    damaged: bool


def line(record: Record) -> bytes:
    """A record as it stands in the log: checksum, blank, JSON in ASCII, line feed."""
    text = json.dumps(record, separators=(",", ":")).encode("ascii")
    return b"%08x %s\n" % (zlib.crc32(text), text)


def read(path: Path) -> Contents:
    """What the log holds; empty where there is none."""
    if not path.is_file():
        return Contents((), 0, False)
    content = files.read_bytes(path, largest=1 << 30)
    records: list[Record] = []
    at = 0
    while at < len(content):
        end = content.find(b"\n", at)
        record = _record(content[at:end]) if end >= 0 else None
        if record is None:
            break
        records.append(record)
        at = end + 1
    return Contents(tuple(records), at, damaged=content.find(b"\n", at) >= 0)


def _record(text: bytes) -> Record | None:
    try:
        if int(text[:8], 16) != zlib.crc32(text[9:]):
            return None
        record = json.loads(text[9:])
    except ValueError:
        return None
    return record if isinstance(record, dict) else None


class Log:
    """The log, open for writing at its end."""

    def __init__(self, path: Path, length: int) -> None:
        self._handle = os.open(path, os.O_WRONLY | os.O_CREAT | getattr(os, "O_BINARY", 0), 0o666)
        self._end = length
        os.truncate(self._handle, length)

    @classmethod
    def written(cls, path: Path, records: Iterable[Record]) -> Log:
        """A new log that begins with these records, in place of the old one."""
        content = b"".join(map(line, records))
        files.write(path, content)
        return cls(path, len(content))

    def append(self, record: Record, *, durable: bool = True) -> None:
        """Add a record, with `durable` not returning before it is on disk. If OSError is raised, the log is as it
        was."""
        content = line(record)
        try:
            os.lseek(self._handle, self._end, os.SEEK_SET)
            left = memoryview(content)
            while left:
                left = left[os.write(self._handle, left) :]
            if durable:
                os.fsync(self._handle)
        except OSError:
            os.truncate(self._handle, self._end)
            raise
        self._end += len(content)

    def close(self) -> None:
        os.close(self._handle)
