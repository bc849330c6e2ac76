"""What a terminal shows after the bytes that were written to it."""

from __future__ import annotations

from typing import NamedTuple

import pyte


class Shown(NamedTuple):
    """A cell: its letter, ink, ground and attributes; of a blank only what can be seen of it."""

    letter: str
    ink: str
    ground: str
    attributes: tuple[bool, ...]


class Emulated:
    """A terminal of so many columns and lines, without a window."""

    def __init__(self, columns: int, lines: int) -> None:
        self._screen = pyte.Screen(columns, lines)
        self._screen.reset_mode(pyte.modes.DECAWM)
        self._stream = pyte.ByteStream(self._screen)

    def write(self, written: bytes) -> None:
        # Questions about modes end in $p, which pyte would print.
        self._stream.feed(written.replace(b"\x1b[?2026$p", b"").replace(b"\x1b[?2048$p", b""))

    @property
    def lines(self) -> list[str]:
        return [line.rstrip() for line in self._screen.display]

    @property
    def cells(self) -> list[list[Shown]]:
        return [
            [_shown(self._screen.buffer[y][x]) for x in range(self._screen.columns)] for y in range(self._screen.lines)
        ]

    def resize(self, columns: int, lines: int) -> None:
        self._screen.resize(lines, columns)


def _shown(char: pyte.screens.Char) -> Shown:
    lines = (char.underscore, char.strikethrough, char.reverse, char.blink)
    if char.data == " " and not any(lines):
        return Shown(" ", "", char.bg, ())
    return Shown(char.data, char.fg, char.bg, (char.bold, char.italics, *lines))
