"""Words with a line through them: they are no part of the text, and are told."""

from __future__ import annotations

import re
from collections.abc import Sequence

_STRUCK = re.compile(r"~~(?=\S)(.+?)(?<=\S)~~")
_SHOWN = 3
_LONGEST = 60


def without_struck(text: str) -> tuple[str, list[str]]:
    """Markdown without its struck words, and these; a number whose whole paragraph is struck goes with it."""
    found = _STRUCK.findall(text)
    if not found:
        return text, []
    bare = re.sub(rf"(?m)^\s*(?:\d{{1,3}}\.|\([a-z]{{1,4}}\)|[-*])?\s*{_STRUCK.pattern}\s*$", "", text)
    return re.sub(rf"(?: {_STRUCK.pattern}(?=[ .,;:]|$))|{_STRUCK.pattern}", "", bare, flags=re.MULTILINE), found


def struck(pieces: Sequence[str]) -> str:
    """The line that tells of them, "" where there are none.

    >>> struck(["consider", "the refusal"])
    'struck-through words are left out: “consider”, “the refusal”'
    """
    words = [" ".join(piece.split()) for piece in pieces if piece.strip()]
    if not words:
        return ""
    named = ", ".join(f"“{one[:_LONGEST]}{'…' if len(one) > _LONGEST else ''}”" for one in words[:_SHOWN])
    more = f" and {len(words) - _SHOWN} more" if len(words) > _SHOWN else ""
    return f"struck-through words are left out: {named}{more}"
