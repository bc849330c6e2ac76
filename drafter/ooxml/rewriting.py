"""A Word file with some of its parts replaced; the others are copied as they are, in their compressed form."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping
from copy import copy
from io import BytesIO


def with_parts(original: bytes, parts: Mapping[str, bytes]) -> bytes:
    """The file with `parts` in place of those of the same names; one it lacks is added at the end."""
    made = BytesIO()
    with zipfile.ZipFile(BytesIO(original)) as old, zipfile.ZipFile(made, "w") as new:
        entries = old.infolist()
        offsets = sorted((*(entry.header_offset for entry in entries), old.start_dir))
        for entry in entries:
            if entry.filename in parts:
                _put(new, parts[entry.filename], entry)
                continue
            kept = copy(entry)
            kept.header_offset = new.fp.tell()  # type: ignore[union-attr]
            end = offsets[offsets.index(entry.header_offset) + 1]
            new.fp.write(original[entry.header_offset : end])  # type: ignore[union-attr]
            new.filelist.append(kept)
            new.NameToInfo[kept.filename] = kept
            new.start_dir = new.fp.tell()  # type: ignore[union-attr]
        first = entries[0]
        for name in sorted(set(parts) - {entry.filename for entry in entries}):
            _put(new, parts[name], zipfile.ZipInfo(name, first.date_time))
    return made.getvalue()


def _put(archive: zipfile.ZipFile, content: bytes, like: zipfile.ZipInfo) -> None:
    entry = zipfile.ZipInfo(like.filename, like.date_time)
    entry.compress_type = zipfile.ZIP_DEFLATED
    entry.create_system, entry.external_attr = like.create_system, like.external_attr
    archive.writestr(entry, content, compresslevel=6)
