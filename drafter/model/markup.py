r"""The two marks a drafter types: `*italic*` and `[^note]`.

A backslash takes the meaning from `*`, `[`, and `\`; any other character after it is an error, so that a slip
does not vanish. An opening bracket not followed by `^` is itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from drafter.errors import MarkupError

Piece = tuple[str, bool, str | None]
"""Text, whether it is italic, and the note's id where the piece is a note mark."""

NOTE_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.-]*|\*+")
_TOKEN = re.compile(r"\\(?P<escaped>.?)|\[\^(?P<note>[^\]\[]*)(?P<close>\]?)|(?P<star>\*)|(?P<text>[^\\*\[]+|\[)", re.S)
_SPECIAL = re.compile(r"[\\*]|\[(?=\^)")


def read(source: str) -> Iterator[Piece]:
    italic = False
    opened_at = 0
    for token in _TOKEN.finditer(source):
        if token["text"] is not None:
            yield token["text"], italic, None
        elif token["star"]:
            italic = not italic
            opened_at = token.start()
        elif token["note"] is not None:
            if not token["close"] or not NOTE_ID.fullmatch(token["note"]):
                raise MarkupError(
                    f"a note mark reads {token[0]!r}", at=token.start(), remedy="write it as [^12] or [^name]"
                )
            yield "", False, token["note"]
        elif token["escaped"] in {"*", "[", "\\"} and token["escaped"]:
            yield token["escaped"], italic, None
        else:
            raise MarkupError(
                f"a backslash stands before {token['escaped'] or 'the end'!r}",
                at=token.start(),
                remedy=r"write \\ for a backslash itself",
            )
    if italic:
        raise MarkupError("italics opened here are never closed", at=opened_at, remedy="add a * or write \\*")


def write(pieces: Iterable[Piece]) -> str:
    """The markup; a note mark where italics end stands behind them, as it is printed."""
    written: list[str] = []
    marks: list[str] = []
    italic = False
    for text, slanted, note in pieces:
        if note is not None:
            marks.append(f"[^{note}]")
            continue
        written += _turned(marks, italic, slanted)
        marks, italic = [], slanted
        written.append(_SPECIAL.sub(r"\\\g<0>", text))
    return _separated([*written, *_turned(marks, italic, False)])


def _turned(marks: list[str], italic: bool, slanted: bool) -> list[str]:
    if italic == slanted:
        return marks
    return ["*", *marks] if italic else [*marks, "*"]


def _separated(written: list[str]) -> str:
    """Join; a literal bracket at a run's end must not form a note mark with what follows."""
    joined: list[str] = []
    for piece in written:
        if joined and joined[-1].endswith("[") and not joined[-1].endswith("\\[") and piece.startswith("^"):
            joined[-1] = joined[-1][:-1] + "\\["
        joined.append(piece)
    return "".join(joined)
