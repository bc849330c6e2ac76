"""Text that is safe to show: whole words, and no control characters that a terminal would obey."""

from __future__ import annotations

_CONTROLS = {
    code: "␣" if code in {9, 10, 13} else "\N{REPLACEMENT CHARACTER}" for code in (*range(32), *range(127, 160))
}
"""A control character in a text must never reach the terminal."""

_ONE_LINE = {code: " " if code in {9, 10, 13} else None for code in _CONTROLS} | {0x2028: " ", 0x2029: " "}


def lead_in(text: str, at: int, most: int) -> str:
    """What stands before the character `at`: at most so many characters, from a whole word on."""
    piece = text[max(0, at - most) : at]
    return piece if at <= most else f"… {piece.partition(' ')[2]}"


def lead_out(text: str, at: int, most: int) -> str:
    """What stands from the character `at` on, to the end of a whole word."""
    piece = text[at : at + most]
    return piece if at + most >= len(text) else f"{piece.rpartition(' ')[0]} …"


def shown(text: str) -> str:
    """Text with every control character made visible and harmless."""
    return text.translate(_CONTROLS)


def one_line(text: str) -> str:
    """Typed or pasted text for a field that has one line: breaks and tabs as blanks, no control characters."""
    return text.translate(_ONE_LINE)
