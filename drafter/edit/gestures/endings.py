"""The mark that a paragraph ends with: a comma in the preamble, a semicolon or the last full stop in the rest."""

from __future__ import annotations

from drafter.edit.reworded import replaced
from drafter.model.inline import Inline

_CLOSING = "”’)»"
_MARKS = ",;:."


def ended(inline: Inline, mark: str) -> Inline:
    """The text with `mark` in place of its last punctuation mark, inside closing quotation marks too."""
    start, end = _last(inline.text)
    return inline if inline.text[start:end] == mark else replaced(inline, start, end, mark)


def ending(text: str) -> str:
    """The punctuation mark at the end of a text, "" for none."""
    start, end = _last(text)
    return text[start:end]


def _last(text: str) -> tuple[int, int]:
    """Where the last mark stands, or would."""
    end = len(text.rstrip())
    if end and text[end - 1] in _CLOSING and text[:end].rstrip(_CLOSING)[-1:] in _MARKS:
        end = len(text[:end].rstrip(_CLOSING))
    return (end - 1 if text[end - 1 : end] in tuple(_MARKS) else end), end
