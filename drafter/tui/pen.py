"""How letters look, and the shortest sequence from one look to the next."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from rich.color import ColorSystem
from rich.style import Style
from textual.strip import Strip


class Pen(NamedTuple):
    """Attributes and colours as the codes that select them; no ink where nothing of it is seen."""

    attributes: frozenset[str]
    ink: str
    ground: str


PLAIN = Pen(frozenset(), "39", "49")
_UNSEEN = frozenset("123")
"""Bold, dim and italic change nothing on a blank."""
_OFF = {"1": "22", "2": "22", "3": "23", "4": "24", "21": "24", "5": "25", "6": "25", "7": "27", "8": "28", "9": "29"}
_OFF |= {"51": "54", "52": "54", "53": "55"}
"""What ends an attribute, and the others of its kind with it."""


@lru_cache(8192)
def pens_of(style: Style | None, system: ColorSystem) -> tuple[Pen, Pen]:
    """The look of a style's letters, and of its blanks."""
    attributes: set[str] = set()
    ink, ground = PLAIN.ink, PLAIN.ground
    codes = iter(Strip.render_ansi(style, system).split(";") if style else ())
    for code in codes:
        colour = code
        if code in ("38", "48"):
            kind = next(codes)
            colour = ";".join((code, kind, *(next(codes) for _ in range(3 if kind == "2" else 1))))
        if len(code) == 2 and code[0] in "39":
            ink = colour
        elif len(code) == 3 or (len(code) == 2 and code[0] == "4"):
            ground = colour
        elif code:
            attributes.add(code)
    look = Pen(frozenset(attributes), ink, ground)
    return look, look if attributes - _UNSEEN else Pen(frozenset(), "", ground)


@lru_cache(8192)
def stroke(pen: Pen, wanted: Pen) -> tuple[str, Pen]:
    """The sequence after which letters look as wanted, and the pen then."""
    off = pen.attributes - wanted.attributes
    if not wanted.ink:
        off -= _UNSEEN
    ends = {_OFF[one] for one in off}
    kept = frozenset(one for one in pen.attributes if _OFF[one] not in ends)
    after = Pen(kept | wanted.attributes, wanted.ink or pen.ink, wanted.ground)
    codes = [*sorted(ends), *sorted(after.attributes - kept)]
    codes += [one for one, before in ((after.ink, pen.ink), (after.ground, pen.ground)) if one != before]
    anew = [
        "0",
        *sorted(wanted.attributes),
        *(one for one in (wanted.ink, wanted.ground) if one not in ("", "39", "49")),
    ]
    short, long = ";".join(codes), ";".join(anew)
    if len(long) < len(short):
        short, after = long, Pen(wanted.attributes, wanted.ink or "39", wanted.ground)
    return f"\x1b[{short}m" if short else "", after
