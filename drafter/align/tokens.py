"""The words, numbers and punctuation marks of a text, whatever its typography.

Two tokens are equal when their keys are: quotation marks, dashes and spaces of every cut count as one, and
so do ligatures and soft hyphens. Case counts.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cached_property, lru_cache

PARAGRAPH_MARK = "\n"
"""Stands between paragraphs that are compared as one text."""

TOKEN = re.compile(
    r"\w+(?:[.,/](?=\d)\w+|[/'’‐‑\u00ad-](?=\w)\w+)*"  # 2,500.5, A/75/388, seventy-fifth
    r"|[^\w\s]|\n"
)
_TYPOGRAPHY = {
    **dict.fromkeys("‘’‚‛′`´ʼ", "'"),
    **dict.fromkeys("“”„‟″«»", '"'),
    **dict.fromkeys("‐‑‒–—―−", "-"),
    **dict.fromkeys("\u00ad\u200b\u200c\u200d\u2060\ufeff", ""),
    "…": "...",
}
_TYPOGRAPHIC = re.compile(f"[{''.join(_TYPOGRAPHY)}]")


def folded(text: str) -> str:
    """The text with one form of each quotation mark, dash and letter.

    >>> folded("the country’s “food” – non‑refoulement")
    'the country\\'s "food" - non-refoulement'
    """
    if text.isascii():
        return text
    text = _TYPOGRAPHIC.sub(_fold, text)
    if text.isascii() or unicodedata.is_normalized("NFKC", text):
        return text
    return _TYPOGRAPHIC.sub(_fold, unicodedata.normalize("NFKC", text))


def _fold(found: re.Match[str]) -> str:
    return _TYPOGRAPHY[found[0]]


class Tokens:
    """The tokens of a text: `keys` to compare, `starts` and `ends` in characters of the text, once asked for."""

    def __init__(self, text: str, *, typography: bool) -> None:
        self.text = text
        self._written: list[str] = TOKEN.findall(text)
        self.keys = self._written
        if not typography and not text.isascii():
            self.keys = [token if token.isascii() else folded(token) for token in self._written]

    def __len__(self) -> int:
        return len(self.keys)

    @cached_property
    def starts(self) -> list[int]:
        return [found.start() for found in TOKEN.finditer(self.text)]

    @cached_property
    def ends(self) -> list[int]:
        return [start + len(token) for start, token in zip(self.starts, self._written, strict=True)]


@lru_cache(maxsize=8192)
def tokens(text: str, *, typography: bool = False) -> Tokens:
    """The tokens of `text`, kept for the next question about the same paragraph.

    With `typography`, quotation marks and dashes of another cut have other keys.
    """
    return Tokens(text, typography=typography)


def is_word(key: str) -> bool:
    """Whether a token's key is a word or number rather than punctuation or a paragraph mark."""
    return key[:1].isalnum()


def words(text: str) -> list[str]:
    """The words and numbers of a text, in order and without case."""
    return [key for key in map(str.casefold, tokens(text).keys) if key[:1].isalnum()]
