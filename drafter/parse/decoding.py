"""Bytes to text: UTF-8, UTF-16 with its mark, or, where a file never was UTF-8, Windows-1252."""

from __future__ import annotations

import codecs
import re
from pathlib import Path

from drafter.errors import UnreadableError
from drafter.model.reading import Repair

_MULTIBYTE = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
_WINDOWS = re.compile(rb"[\t\n\r\f\x20-\x7e\x80\x82-\x8c\x8e\x91-\x9c\x9e-\xff]*")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
_KNOWN = (
    (b"%PDF", "a PDF file", "give a file that ends in .pdf"),
    (b"PK\x03\x04", "a compressed file, such as a Word document", "give a file that ends in .docx"),
    (b"\xd0\xcf\x11\xe0", "an old Word file", "save it as .docx"),
    (b"{\\rtf", "a rich text file", "save it as .docx"),
)


def decoded(data: bytes, file: Path) -> tuple[str, tuple[Repair, ...]]:
    """The text with `\\n` line ends, and a repair where the encoding had to be guessed.

    Raises UnreadableError, with the line, for what is no text.
    """
    for start, what, remedy in _KNOWN:
        if data.startswith(start):
            raise UnreadableError(f"this is {what}, not text", file=file, remedy=remedy)
    text, repairs = _decoded(data, file)
    if found := _CONTROL.search(text):
        raise _no_text(text.count("\n", 0, found.start()) + 1, file)
    if not text.strip():
        raise UnreadableError("the file is empty", file=file, remedy="give the text of a resolution")
    return text.replace("\r\n", "\n").replace("\r", "\n"), repairs


def _decoded(data: bytes, file: Path) -> tuple[str, tuple[Repair, ...]]:
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        try:
            return data.decode("utf-16"), ()
        except UnicodeDecodeError as error:
            raise _no_text(1, file) from error
    try:
        return data.decode("utf-8-sig"), ()
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        if b"\0" in data:
            raise _no_text(line, file) from error
        # A file that is UTF-8 elsewhere is damaged; one that never was is taken for what Windows writes.
        if _MULTIBYTE.search(data) or not _WINDOWS.fullmatch(data) or _mostly_high(data):
            raise UnreadableError(
                "this is not UTF-8 text", file=file, place=f"line {line}", remedy="save it as UTF-8"
            ) from error
        why = f"line {line} is not UTF-8; the whole file reads as Windows-1252"
        return data.decode("cp1252"), (Repair("throughout", "", "Windows-1252", why),)


def _mostly_high(data: bytes) -> bool:
    """Whether so many bytes lie above ASCII that the file is no English text."""
    high = len(data) - len(data.translate(None, bytes(range(0x80, 0x100))))
    return high * 5 > len(data)


def _no_text(line: int, file: Path) -> UnreadableError:
    return UnreadableError("this is not text", file=file, place=f"line {line}", remedy="check the name")
