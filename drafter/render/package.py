"""A Word file as its parts: read whole, changed by name, written so that the same input gives the same bytes."""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path

from lxml import etree

from drafter.errors import UnreadableError

DOCUMENT = "word/document.xml"
RELATIONS = "word/_rels/document.xml.rels"
COMMENTS = "word/comments.xml"
FOOTNOTES = "word/footnotes.xml"
NUMBERING = "word/numbering.xml"
SETTINGS = "word/settings.xml"
STYLES = "word/styles.xml"
CORE = "docProps/core.xml"
CONTENT_TYPES = "[Content_Types].xml"

Parts = dict[str, bytes]

_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_FIXED = (1980, 1, 1, 0, 0, 0)
_FIRST = (CONTENT_TYPES, "_rels/.rels", DOCUMENT)
_LARGEST = 64 * 2**20


def read(path: Path) -> Parts:
    """The parts of a Word file by name; raises UnreadableError where it is none."""
    try:
        with zipfile.ZipFile(path) as archive:
            if sum(entry.file_size for entry in archive.infolist()) > _LARGEST:
                raise UnreadableError("the Word file unpacks to more than 64 MB", file=path)
            parts = {entry.filename: archive.read(entry) for entry in archive.infolist() if not entry.is_dir()}
    except OSError as error:
        raise UnreadableError(f"cannot be read ({error.strerror})", file=path) from None
    except (zipfile.BadZipFile, zlib.error, RuntimeError, NotImplementedError):
        raise UnreadableError("is not a Word file (.docx)", file=path, remedy="save it as .docx in Word") from None
    if CONTENT_TYPES not in parts or DOCUMENT not in parts:
        raise UnreadableError("is not a Word file (.docx)", file=path, remedy="save it as .docx in Word")
    return parts


def unpacked(content: bytes) -> Parts:
    """The parts of a Word file that this program wrote."""
    with zipfile.ZipFile(BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def add(parts: Parts, name: str, content_type: str, relation: str) -> None:
    """Make a part of the folder word known to the package and to the document; its content is the caller's."""
    types = etree.fromstring(parts[CONTENT_TYPES])
    etree.SubElement(types, f"{{{_TYPES}}}Override", PartName=f"/{name}", ContentType=content_type)
    parts[CONTENT_TYPES] = _bytes(types)
    relations = etree.fromstring(parts[RELATIONS])
    own = name.removeprefix("word/")
    etree.SubElement(relations, f"{{{_RELATIONS}}}Relationship", Id=f"drafter_{own}", Type=relation, Target=own)
    parts[RELATIONS] = _bytes(relations)


def _bytes(root: etree._Element) -> bytes:
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


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
