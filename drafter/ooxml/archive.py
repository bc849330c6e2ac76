"""A Word file as its parts: read whole, changed by name, written so that the same input gives the same bytes."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path

from drafter import files
from drafter.errors import UnreadableError
from drafter.ooxml.names import CONTENT_TYPES, DOCUMENT
from drafter.ooxml.package import Package

Parts = dict[str, bytes]

_FIXED = (1980, 1, 1, 0, 0, 0)
_FIRST = (CONTENT_TYPES, "_rels/.rels", DOCUMENT)


def read(path: Path) -> Parts:
    """The parts of a Word file by name; raises UnreadableError where it is none."""
    parts = Package(files.read_bytes(path), path).parts()
    if CONTENT_TYPES not in parts or DOCUMENT not in parts:
        raise UnreadableError("is not a Word file (.docx)", file=path, remedy="save it as .docx in Word")
    return parts


def unpacked(content: bytes) -> Parts:
    """The parts of a Word file that this program wrote."""
    with zipfile.ZipFile(BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def write(parts: Mapping[str, bytes]) -> bytes:
    """The Word file: content types first, the rest by name, no time of day in it."""
    names = [name for name in _FIRST if name in parts] + sorted(set(parts) - set(_FIRST))
    file = BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name in names:
            entry = zipfile.ZipInfo(name, _FIXED)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 0
            entry.external_attr = 0
            archive.writestr(entry, parts[name], compresslevel=6)
    return file.getvalue()
