"""What joins two lines: a space, or nothing after a hyphen that divides a word or belongs to it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cached_property

from drafter.parse.lines import Line


class Hyphens:
    """Whether a hyphen at a line's end divides a word or belongs to it.

    Official files break lines only at a word's own hyphen; older print divides words. So the hyphen stays unless the
    undivided word stands elsewhere in the text, or the text is known to divide words and neither half is one.
    """

    def __init__(self, lines: Sequence[Line]) -> None:
        self._lines = lines
        self._divided = 0

    @cached_property
    def _words(self) -> frozenset[str]:
        """The words of the text, with compounds whole and without those broken at line ends."""
        return frozenset(word for line in self._lines for word in _WORDS.findall(line.text.casefold()))

    def divides(self, tail: str, head: str) -> bool:
        if tail.endswith("\u00ad"):
            return True
        if not tail.endswith("-"):
            return False
        first, second = _LAST_WORD.search(tail[-60:]), _FIRST_WORD.match(head)
        if not first or not second:
            return False
        front, back = first[0][:-1].casefold(), second[0].casefold()
        if front + back in self._words and f"{front}-{back}" not in self._words:
            self._divided += 1
            return True
        return self._divided > 2 and front not in self._words and back not in self._words


_WORDS = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*(?!-$)")
_LAST_WORD = re.compile(r"(?<![\w-])[^\W\d_]+-$")
_FIRST_WORD = re.compile(r"[a-zà-ÿ]+")


def glue(tail: str, head: str) -> str:
    """What joins two lines: nothing after a hyphen, dash or stroke that ends a word, save in "gender- and"."""
    if tail.endswith("-") and head.startswith(("and ", "or ")):
        return " "
    ends = tail[-1:] in ("-", "/", "–", "—", "\u00ad") and len(tail) > 1
    return "" if ends and not tail[-2].isspace() else " "
