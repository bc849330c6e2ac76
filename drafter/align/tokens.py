"""Words, numbers and punctuation marks of a text, blind to typography.

Two tokens are equal when their keys are: quotation marks, dashes and spaces of every cut count as one, and
so do ligatures and soft hyphens. Case counts.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

PARAGRAPH_MARK = "\n"
"""Stands between paragraphs that are compared as one text."""

_TOKEN = re.compile(
    r"\n"
    r"|[^\W_]+(?:[.,/](?=\d)[^\W_]+|[/'’‐‑\u00ad-](?=[^\W_])[^\W_]+)*"  # 2,500.5, A/75/388, seventy-fifth
    r"|[^\w\s]|_+"
)
_TYPOGRAPHY = str.maketrans(
    {
        **dict.fromkeys("‘’‚‛′`´ʼ", "'"),
        **dict.fromkeys("“”„‟″«»", '"'),
        **dict.fromkeys("‐‑‒–—―−", "-"),
        **dict.fromkeys("\u00ad\u200b\u200c\u200d\u2060\ufeff", ""),
        "…": "...",
    }
)


def folded(text: str) -> str:
    """The text with one cut of quotation mark, dash and letter form.

    >>> folded("the country’s “food” – non‑refoulement")
    'the country\\'s "food" - non-refoulement'
    """
    if text.isascii():
        return text
    return unicodedata.normalize("NFKC", text.translate(_TYPOGRAPHY)).translate(_TYPOGRAPHY)


class Tokens:
    """The tokens of a text: `keys` to compare, `starts` and `ends` in characters of the text."""

    __slots__ = ("ends", "keys", "starts", "text")

    def __init__(self, text: str, *, typography: bool) -> None:
        self.text = text
        found = [match.span() for match in _TOKEN.finditer(text)]
        self.starts = [start for start, _ in found]
        self.ends = [end for _, end in found]
        as_written = typography or text.isascii()
        self.keys = [text[start:end] if as_written else folded(text[start:end]) for start, end in found]

    def __len__(self) -> int:
        return len(self.keys)


@lru_cache(maxsize=8192)
def tokens(text: str, *, typography: bool = False) -> Tokens:
    """The tokens of `text`, kept for the next question about the same paragraph.

    With `typography`, quotation marks and dashes of another cut have other keys.
    """
    return Tokens(text, typography=typography)


def is_word(key: str) -> bool:
    """Whether a token's key is a word or number rather than punctuation or a paragraph mark."""
    return key[:1].isalnum()
