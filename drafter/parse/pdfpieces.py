"""What a PDF tells of its text: pieces of one style, each with its place on the page.

Run as a program on a file, it writes them as JSON: PDF is read in a process of its own, which may take so much time
and memory and no more, and whose end by a hostile file is one clear line.
"""

from __future__ import annotations

import ctypes
import json
import math
import sys
from dataclasses import astuple, dataclass
from typing import Any

from drafter.parse.limits import MOST_CHARACTERS, MOST_MEMORY, MOST_PAGES
from drafter.parse.pdfstrokes import Stroke, strokes, through

SPACE = 0.2
"""Type sizes between two characters from which a space separates them; in justified official text letters are closer
than 0.18."""

_JUMP = 3
_SMALLEST = 0.01
_ITALIC = 64
_LIGATURES = {0xFB00: "ff", 0xFB01: "fi", 0xFB02: "fl", 0xFB03: "ffi", 0xFB04: "ffl", 0xFB05: "st", 0xFB06: "st"}
_HYPHENS = frozenset({0x02, 0xFFFE})
"""What pdfium gives for a hyphen at a line's end."""


class RefusedError(Exception):
    """(what is wrong, what to do)"""


@dataclass(frozen=True, slots=True)
class PdfPiece:
    """Characters of one style in one place; points, `y` is the baseline's height from the page's foot. `struck` where
    a line is drawn through them."""

    text: str
    x: float
    right: float
    y: float
    size: float
    italic: bool
    turned: bool
    struck: bool = False


@dataclass(frozen=True, slots=True)
class PagePieces:
    width: float
    height: float
    pieces: tuple[PdfPiece, ...]


def pages_of(source: str | bytes) -> list[PagePieces]:
    """The pages of a PDF file, by its name or content; raises RefusedError."""
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(source)
    except pypdfium2.PdfiumError as error:
        if "assword" in str(error):
            raise RefusedError("this PDF is locked with a password", "save a copy without the password") from error
        raise RefusedError("this PDF is damaged", "fetch it again, or take its text from a viewer") from error
    try:
        count = len(document)
        if count > MOST_PAGES:
            problem = f"this PDF says that it has {count:,} pages, more than {MOST_PAGES:,}"
            raise RefusedError(problem, "give the pages of one resolution")
        pages: list[PagePieces] = []
        left = MOST_CHARACTERS
        for number in range(count):
            try:
                page = document[number]
                text = page.get_textpage()
            except pypdfium2.PdfiumError:
                pages.append(PagePieces(0, 0, ()))  # a page that cannot be opened is said to have no text
                continue
            left -= text.count_chars()
            if left < 0:
                problem = f"this PDF has more than {MOST_CHARACTERS:,} characters"
                raise RefusedError(problem, "give the pages of one resolution")
            pages.append(PagePieces(page.get_width(), page.get_height(), tuple(_pieces(text, strokes(page)))))
            text.close()
            page.close()
        return pages
    finally:
        document.close()


def _pieces(page: Any, lines: list[Stroke]) -> list[PdfPiece]:
    """Runs of characters of one style, in the order of the file; anything that comes between them ends a run."""
    import pypdfium2.raw as pdfium

    text = page.raw
    x, y = ctypes.c_double(), ctypes.c_double()
    pieces: list[PdfPiece] = []
    styles: dict[int | None, tuple[float, bool, bool]] = {}
    characters: list[str] = []
    style = (0.0, False, False)
    key: tuple[float, tuple[float, bool, bool], bool] | None = None
    start = last = base = 0.0
    end = before = 0

    def close() -> None:
        nonlocal key
        if characters and (written := "".join(characters)).strip():
            right = _right(text, end, last)
            if all(map(math.isfinite, (start, right, base))):  # else it has no place on the page
                pieces.append(PdfPiece(written, start, right, base, *style, key is not None and key[2]))
        characters.clear()
        key = None

    for i in range(page.count_chars()):
        code = pdfium.FPDFText_GetUnicode(text, i)
        if code in (10, 13):
            close()
            continue
        character = _character(code)
        if not character:
            continue
        if pdfium.FPDFText_IsGenerated(text, i) == 1:
            continue  # a space that pdfium supposes; the gap is measured below
        pdfium.FPDFText_GetCharOrigin(text, i, x, y)
        there = pdfium.FPDFText_GetTextObject(text, i)
        address = ctypes.cast(there, ctypes.c_void_p).value
        found = styles.get(address)
        if found is None:
            found = styles[address] = _style(text, i)
        space = character.isspace()
        struck = bool(lines) and through(lines, x.value, y.value, found[0])
        here = round(y.value, 1), found, struck
        if key != here or not -found[0] < x.value - last < _JUMP * found[0]:
            close()
            key, style, start, base = here, found, x.value, y.value
        elif before == i - 2 and not space and x.value - _right(text, before, last) > SPACE * found[0]:
            characters.append(" ")
        if not space:
            if not "".join(characters[:3]).strip():
                start = x.value
            end = i
        characters.append(character)
        last, before = x.value, i
    close()
    return pieces


def _character(code: int) -> str:
    if code in _HYPHENS:
        return "-"
    if code in _LIGATURES:
        return _LIGATURES[code]
    if code < 32 or 0x7F <= code < 0xA0 or code > 0x10FFFF:
        return " " if code == 9 else ""
    return "\ufffd" if 0xD800 <= code < 0xE000 else chr(code)


def _style(text: Any, i: int) -> tuple[float, bool, bool]:
    """(size on the page in points, whether italic, whether rotated) of the character `i`."""
    import pypdfium2.raw as pdfium

    name = ctypes.create_string_buffer(128)
    flags = ctypes.c_int()
    matrix = pdfium.FS_MATRIX()
    pdfium.FPDFText_GetFontInfo(text, i, name, 128, flags)
    scale, slant, turned = 1.0, 0.0, False
    if pdfium.FPDFText_GetMatrix(text, i, matrix):
        scale = (matrix.c**2 + matrix.d**2) ** 0.5
        turned = abs(matrix.b) > 0.1 * (abs(matrix.a) or 1)
        slant = 0 if turned else matrix.c / (matrix.d or 1)
    italic = bool(flags.value & _ITALIC) or b"Italic" in name.value or b"Oblique" in name.value or slant > 0.15
    size = pdfium.FPDFText_GetFontSize(text, i) * (scale or 1)
    return max(round(size, 2), _SMALLEST) if math.isfinite(size) else _SMALLEST, italic, turned


def _right(text: Any, i: int, otherwise: float) -> float:
    import pypdfium2.raw as pdfium

    box = pdfium.FS_RECTF()
    return float(box.right) if pdfium.FPDFText_GetLooseCharBox(text, i, box) else otherwise


def main(path: str) -> None:
    """Write the pages of a PDF file, or why it is refused, as JSON."""
    if sys.platform != "win32":  # where only time is limited
        import resource

        hard = resource.getrlimit(resource.RLIMIT_AS)[1]
        most = MOST_MEMORY if hard == resource.RLIM_INFINITY else min(MOST_MEMORY, hard)
        resource.setrlimit(resource.RLIMIT_AS, (most, hard))
    try:
        found: object = [
            (page.width, page.height, [astuple(piece) for piece in page.pieces]) for page in pages_of(path)
        ]
    except RefusedError as error:
        found = {"refused": error.args}
    except MemoryError:
        found = {"refused": ("this PDF needs more memory than any resolution", "give the pages of one resolution")}
    sys.stdout.write(json.dumps(found))


if __name__ == "__main__":
    main(sys.argv[1])
