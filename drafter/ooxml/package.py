"""A Word file opened with care: its parts by name, limited in size and number while they are unpacked.

Nothing that the file says is trusted: the size of an entry, the target of a relationship, the file name's ending.
"""

from __future__ import annotations

import posixpath
import zipfile
import zlib
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from lxml import etree
from lxml.etree import _Element

from drafter.errors import UnreadableError
from drafter.ooxml.names import R_NS, RELATIONS_NS, STRICT_R_NS

LARGEST_PART = 32 * 2**20
"""Bytes of one part; the document part of the longest resolution has some two million."""
LARGEST_SUM = 64 * 2**20
MOST_TAGS = 1_200_000
MOST_ENTRIES = 10_000


_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_LOCKED = "EncryptedPackage".encode("utf-16-le")
_SAVE = "open it in Word or LibreOffice and save it as .docx"
_DOCTYPES = (b"<!DOCTYPE", *("<!DOCTYPE".encode(code) for code in ("utf-16-le", "utf-16-be")))


class Package:
    """The parts of a Word file; each is unpacked when first needed."""

    def __init__(self, data: bytes, file: Path) -> None:
        self.file = file
        _refuse_others(data, file)
        try:
            self._archive = zipfile.ZipFile(BytesIO(data))
            entries = self._archive.infolist()
        except (zipfile.BadZipFile, zlib.error, ValueError, OSError, NotImplementedError, OverflowError) as error:
            raise self._broken("this Word file is cut short or damaged") from error
        self._left = LARGEST_SUM
        self._roots: dict[str, _Element] = {}
        self._entries = self._checked(entries)
        self.main = next(self.related("", "officeDocument"), "")
        if self.main not in self._entries:
            raise UnreadableError("this is a zip file without a Word text in it", file=file, remedy=_SAVE)

    def __contains__(self, name: str) -> bool:
        return name in self._entries

    def part(self, name: str) -> bytes:
        """The bytes of a part; raises UnreadableError where it is missing, damaged or too large."""
        entry = self._entries.get(name)
        if entry is None:
            raise self._broken(f"its part {name} is missing")
        if entry.flag_bits & 1:
            raise UnreadableError("this file is locked by a password", file=self.file, remedy="save it without one")
        limit = min(LARGEST_PART, self._left)
        if entry.file_size > limit:
            raise self._too_large(name)
        try:
            with self._archive.open(entry) as stream:
                data = stream.read(limit + 1)
        except (
            zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError, NotImplementedError, ValueError,
            OverflowError,
        ) as error:  # fmt: skip
            raise self._broken(f"its part {name} is damaged") from error
        if len(data) > limit:
            raise self._too_large(name)
        self._left -= len(data)
        return data

    def parts(self) -> dict[str, bytes]:
        """Every part by its name, in the order of the file."""
        return {name: self.part(name) for name, entry in self._entries.items() if not entry.is_dir()}

    def root(self, name: str) -> _Element:
        """The root of an XML part, read once, without a document type, entities or anything fetched."""
        if name not in self._roots:
            self._roots[name] = self._parsed(name)
        return self._roots[name]

    def _parsed(self, name: str) -> _Element:
        data = self.part(name)
        if any(mark in data for mark in _DOCTYPES):
            raise self._broken(f"its part {name} declares a document type, which no Word file does")
        if data.count(b"<") > MOST_TAGS:
            raise self._too_large(name)
        try:
            root = etree.fromstring(
                data,
                etree.XMLParser(
                    resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True,
                    remove_pis=True,
                ),
            )  # fmt: skip
        except (etree.XMLSyntaxError, ValueError, LookupError) as error:
            reason = " ".join(str(error).split())[:120]
            raise UnreadableError(
                f"its part {name} is not sound XML ({reason})", file=self.file, remedy=_SAVE
            ) from error
        if root.getroottree().docinfo.internalDTD is not None:
            raise self._broken(f"its part {name} declares a document type, which no Word file does")
        return root

    def related(self, source: str, kind: str) -> Iterator[str]:
        """The parts that `source` leads to by relationships of a kind ("footnotes", "header")."""
        return (name for _, found, name in self.relations(source) if found == kind)

    def relations(self, source: str) -> Iterator[tuple[str, str, str]]:
        """(id, kind, part) of each relationship inside the file; what leads out of it is left alone."""
        folder, base = posixpath.split(source)
        name = posixpath.join(folder, "_rels", f"{base}.rels")
        if name not in self._entries:
            return
        for relation in self.root(name).iter(f"{{{RELATIONS_NS}}}Relationship"):
            if relation.get("TargetMode") == "External":
                continue
            target = relation.get("Target", "")
            path = target.lstrip("/") if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))
            kind = relation.get("Type", "")
            if kind.startswith((f"{R_NS}/", f"{STRICT_R_NS}/")):
                yield relation.get("Id", ""), kind.rsplit("/", 1)[-1], path

    def _checked(self, entries: list[zipfile.ZipInfo]) -> dict[str, zipfile.ZipInfo]:
        if len(entries) > MOST_ENTRIES:
            raise UnreadableError(f"this file has {len(entries):,} parts, more than any Word file", file=self.file)
        found: dict[str, zipfile.ZipInfo] = {}
        for entry in entries:
            name = entry.filename
            if name.startswith(("/", "\\")) or ".." in name.replace("\\", "/").split("/") or name[1:2] == ":":
                raise self._broken(f"its part {name!r:.80} leads out of the file")
            if name in found:
                raise self._broken(f"its part {name!r:.80} stands twice in it")
            found[name] = entry
        return found

    def _broken(self, problem: str) -> UnreadableError:
        return UnreadableError(problem, file=self.file, remedy=_SAVE)

    def _too_large(self, name: str) -> UnreadableError:
        return UnreadableError(
            f"its part {name} is larger than that of any resolution", file=self.file, remedy="check where it comes from"
        )


def _refuse_others(data: bytes, file: Path) -> None:
    """Raise an error that names the kind of a file that does not begin like a zip file."""
    if not data:
        raise UnreadableError("this file is empty", file=file)
    if data.startswith(_OLE):
        if _LOCKED in data:
            raise UnreadableError("this file is locked by a password", file=file, remedy="save it without one")
        raise UnreadableError("this is an older Word file (.doc)", file=file, remedy=_SAVE)
    if data.startswith(b"PK\x03\x04"):
        if b"application/vnd.oasis.opendocument" in data[:200]:
            raise UnreadableError("this is an OpenDocument file (.odt)", file=file, remedy=_SAVE)
        return
    for start, what, remedy in (
        (b"{\\rtf", "a rich text file (.rtf)", _SAVE),
        (b"%PDF", "a PDF file", "name it .pdf"),
    ):
        if data.startswith(start):
            raise UnreadableError(f"this is {what}", file=file, remedy=remedy)
    raise UnreadableError("this is not a Word file", file=file, remedy="check its name")
