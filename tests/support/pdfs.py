"""Small PDF files written by hand: text at places, in Times, and files that are broken on purpose."""

from __future__ import annotations

import re
import zlib
from collections.abc import Sequence
from typing import NamedTuple


class Word(NamedTuple):
    x: float
    y: float
    text: str
    size: float = 10
    italic: bool = False


def pdf(pages: Sequence[Sequence[Word]], drawn: Sequence[tuple[float, float, float]] = ()) -> bytes:
    """A file with these words on its pages, and on each the level lines `drawn`: (left, right, height)."""
    kids = " ".join(f"{5 + 2 * n} 0 R" for n in range(len(pages)))
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        f"<</Type/Pages/Count {len(pages)}/Kids[{kids}]>>".encode(),
        b"<</Type/Font/Subtype/Type1/BaseFont/Times-Roman/Encoding/WinAnsiEncoding>>",
        b"<</Type/Font/Subtype/Type1/BaseFont/Times-Italic/Encoding/WinAnsiEncoding>>",
    ]
    for n, words in enumerate(pages):
        content = b"".join(_shown(word) for word in words)
        content += b"".join(f"{left} {y - 0.5} {right - left} 1 re f\n".encode() for left, right, y in drawn)
        objects.append(
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Resources<</Font<</F1 3 0 R/F2 4 0 R>>>>"
            + f"/Contents {6 + 2 * n} 0 R>>".encode()
        )
        objects.append(f"<</Length {len(content)}>>stream\n".encode() + content + b"\nendstream")
    return written(objects)


def written(objects: Sequence[bytes], trailer: str = "") -> bytes:
    """A file of these objects, the first its catalog."""
    data = bytearray(b"%PDF-1.4\n")
    places = []
    for n, content in enumerate(objects, 1):
        places.append(len(data))
        data += f"{n} 0 obj\n".encode() + content + b"\nendobj\n"
    start = len(data)
    data += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
    data += b"".join(f"{place:010} 00000 n \n".encode() for place in places)
    data += f"trailer\n<</Root 1 0 R/Size {len(objects) + 1}{trailer}>>\nstartxref\n{start}\n%%EOF\n".encode()
    return bytes(data)


def _shown(word: Word) -> bytes:
    text = word.text.encode("cp1252").replace(b"\\", rb"\\").replace(b"(", rb"\(").replace(b")", rb"\)")
    font = "F2" if word.italic else "F1"
    return f"BT /{font} {word.size} Tf {word.x} {word.y} Td (".encode() + text + b") Tj ET\n"


def endless_pages(count: int) -> bytes:
    """One page named over and over by the page tree."""
    kids = b"3 0 R " * count
    return written(
        [
            b"<</Type/Catalog/Pages 2 0 R>>",
            b"<</Type/Pages/Count " + str(count).encode() + b"/Kids[" + kids + b"]>>",
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]>>",
        ]
    )


def looped_tree() -> bytes:
    """A page tree whose branch is its own root."""
    return written([b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Count 9/Kids[2 0 R 2 0 R]/Parent 2 0 R>>"])


def bomb(megabytes: int) -> bytes:
    """A page whose content is small until it is unpacked."""
    packed = zlib.compress(b"BT /F1 10 Tf 9 9 Td (a) Tj ET\n" * (megabytes * 1_000_000 // 30), 9)
    content = f"<</Length {len(packed)}/Filter/FlateDecode>>stream\n".encode() + packed + b"\nendstream"
    return written(
        [
            b"<</Type/Catalog/Pages 2 0 R>>",
            b"<</Type/Pages/Count 1/Kids[3 0 R]>>",
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
            content,
            b"<</Type/Font/Subtype/Type1/BaseFont/Times-Roman>>",
        ]
    )


def locked() -> bytes:
    """A file that asks for a password."""
    secret = "<" + "41" * 32 + ">"
    encrypt = f"<</Filter/Standard/V 1/R 2/O{secret}/U{secret}/P -4>>".encode()
    objects = [b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Count 0/Kids[]>>", encrypt]
    return written(objects, "/Encrypt 3 0 R/ID[<00><00>]")


def unpacked(data: bytes) -> bytes:
    """A file with its page contents readable and its fonts and pictures left out, so that a change hits the text."""
    parts: list[bytes] = []
    at = 0
    for found in _PACKED.finditer(data):
        end = data.find(b"endstream", found.end())
        head = found[1]
        if found.start() < at or b"/Predictor" in head or b"/XRef" in head or b"/ObjStm" in head:
            continue
        drawn = b"/Length1" in head or b"/Image" in head
        body = b"" if drawn else zlib.decompressobj().decompress(data[found.end() : end])
        head = re.sub(rb"/Filter\s*/FlateDecode", b"", re.sub(rb"/Length \d+", b"/Length %d" % len(body), head))
        parts += [data[at : found.start()], b"<<", head, b">>stream\n", body, b"\nendstream"]
        at = end + len(b"endstream")
    return b"".join([*parts, data[at:]])


_PACKED = re.compile(rb"<<([^\r\n]*?/FlateDecode[^\r\n]*?)>>\s*stream\r?\n")


def resolution() -> bytes:
    """Two pages of a resolution: head, foot, notes, italics, a paragraph over the page, a list."""
    first = [
        Word(123, 734, "United Nations", 14),
        Word(487, 735, "A/RES/79/1", 10),
        Word(60, 570, "Seventy-ninth session"),
        Word(60, 558, "Agenda item 97"),
        Word(60, 546, "Outer space"),
        Word(123, 501, "Resolution adopted by the General Assembly", 14),
        Word(123, 486, "on 4 December 2024", 14),
        Word(78, 437, "79/1. Prevention of an arms race", 12),
        Word(147, 415, "The General Assembly", italic=True),
        Word(228, 415, ","),
        Word(147, 397, "Recalling", italic=True),
        Word(188, 397, "the obligation of all States to observe the provisions of the Charter on"),
        Word(123, 385, "the use of force and the Convention,"),
        Word(272, 388.5, "1", 6.5),
        Word(147, 367, "Welcoming", italic=True),
        Word(196, 367, "the report of the group and all its proposals on these questions, and in"),
        Word(99, 91, "__________________", 8),
        Word(116, 79, "1", 5.5),
        Word(123, 76, "United Nations, ", 8.5),
        Word(184, 76, "Treaty Series", 8.5, italic=True),
        Word(229, 76, ", vol. 610, No. 8843.", 8.5),
        Word(65, 44, "24-23500 (E)"),
    ]
    second = [
        Word(60, 733, "A/RES/79/1", 8.5),
        Word(400, 733, "Prevention of an arms race", 8.5),
        Word(123, 709, "particular those of the last session that the Assembly has approved so many times,"),
        Word(147, 691, "1."),
        Word(170, 691, "Requests", italic=True),
        Word(209, 691, "the Secretary-General:"),
        Word(147, 673, "(a)"),
        Word(170, 673, "To report on the matter;"),
        Word(147, 655, "(b)"),
        Word(170, 655, "To publish the report;"),
        Word(147, 637, "2."),
        Word(170, 637, "Decides", italic=True),
        Word(205, 637, "to remain seized of the matter."),
        Word(395, 611, "42nd plenary meeting", italic=True),
        Word(412, 599, "4 December 2024", italic=True),
        Word(60, 37, "2/2", 8.5),
        Word(524, 38, "24-23500", 7),
    ]
    return pdf([first, second])
