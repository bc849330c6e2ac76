"""White space and quotation marks as official documents have them."""

from __future__ import annotations

import re

from drafter.model.inline import Inline, NoteMark, Span

_SPACES = re.compile(r"\s+")


def cleaned(inline: Inline) -> Inline:
    """One space between words, none at the ends; offsets of italics and marks follow."""
    inline = inline.strip()
    text = inline.text
    if "  " not in text and not any(character in text for character in "\t\n\u00a0\u2009\u202f"):
        return inline
    pieces: list[str] = []
    moved: list[tuple[int, int]] = []
    at = length = 0
    for space in _SPACES.finditer(text):
        pieces.append(text[at : space.start()])
        pieces.append(" ")
        length += space.start() - at + 1
        at = space.end()
        moved.append((at, length))
    pieces.append(text[at:])

    def place(old: int) -> int:
        low, high = 0, len(moved)
        while low < high:
            middle = (low + high) // 2
            if moved[middle][0] <= old:
                low = middle + 1
            else:
                high = middle
        if not low:
            return old
        source, target = moved[low - 1]
        return target + old - source

    joined = "".join(pieces)
    limit = len(joined)
    return Inline(
        joined,
        tuple(Span(min(place(s.start), limit), min(place(s.end), limit)) for s in inline.italics),
        tuple(NoteMark(min(place(m.at), limit), m.note) for m in inline.marks),
    )
