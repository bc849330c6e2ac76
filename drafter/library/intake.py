"""How a file gets into a library, whatever engine keeps it."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Protocol

from drafter import files
from drafter.errors import DrafterError, LibraryError
from drafter.library.record import Record, SourceFile, record
from drafter.library.sources import READER, read_source
from drafter.model.reading import Reading, Revisions
from drafter.model.symbol import Symbol


class Keeper(Protocol):
    """The part of the records that an incoming file needs."""

    @property
    def place(self) -> str: ...
    def holder(self, sha256: str) -> Symbol | None: ...
    def reading(self, symbol: Symbol | str) -> Reading: ...
    def keep(self, symbol: Symbol, kept: Record, content: bytes | None = None) -> None: ...
    def __contains__(self, symbol: Symbol) -> bool: ...


def take_in(records: Keeper, path: Path, *, force: bool, revisions: Revisions) -> Reading:
    """Read the file and keep it with what was read, as `ports.Records.add` says."""
    content = files.read_bytes(path)
    sha256 = hashlib.sha256(content).hexdigest()
    held = records.holder(sha256)
    if held and not force:
        return records.reading(held)
    own = path.parent.resolve() == Path(records.place).resolve()
    kept = None if own else _recorded(path, sha256)
    reading = kept.reading if kept else read_source(path, revisions)
    symbol = reading.resolution.symbol
    if symbol is None or symbol.number is None:
        raise LibraryError(
            "no symbol of a resolution was found", file=path, remedy="name the file after it: A_RES_75_190.txt"
        )
    if symbol in records and not force:
        raise LibraryError(
            f"{symbol} is in the library already, from another source", file=path, remedy="add --force to replace it"
        )
    reader = kept.source.reader if kept and kept.source else READER
    name = f"{symbol.file_stem}{path.suffix.lower()}"
    records.keep(symbol, Record(reading, SourceFile(name, sha256, revisions, reader)), content)
    return reading


def _recorded(path: Path, sha256: str) -> Record | None:
    """The record beside a source in another library, if it is the record of exactly these bytes."""
    beside = path.with_suffix(".toml")
    if path.suffix.lower() == ".toml" or not beside.is_file():
        return None
    try:
        kept = record(files.read_text(beside), beside)
    except DrafterError:
        return None
    return kept if kept.source and kept.source.sha256 == sha256 else None
