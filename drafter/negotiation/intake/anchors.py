"""Words looked for in a paragraph as people quote them: other spaces, hyphens and quotation marks count as the same."""

from __future__ import annotations

import re
from functools import lru_cache

from drafter.align.tokens import folded
from drafter.edit.reworded import replaced
from drafter.model.inline import Inline, Span

_APART = {"'": "['‘’‚‛′`´ʼ]", '"': '["“”„‟″«»]', "-": "[-‐‑‒–—―−]\u00ad?\\s?"}
_STARRED = re.compile(r"(?<=[\w.,;:”’)])\*+(?!\w)")


@lru_cache(maxsize=4096)
def _pattern(words: str, *, case: bool) -> re.Pattern[str]:
    written = "".join(
        r"\s+" if piece.isspace() else _APART.get(piece) or re.escape(piece)
        for piece in re.findall(r"\s+|.", folded(words).strip())
    )
    before = r"(?<!\w)" if words[:1].isalnum() else ""
    behind = r"(?!\w)" if words[-1:].isalnum() else ""
    return re.compile(f"{before}{written}{behind}", re.NOFLAG if case else re.IGNORECASE)


def occurrences(words: str, text: str, *, case: bool = True) -> list[Span]:
    """Where the words stand in the text, whole words only; none for no words."""
    if not words.strip():
        return []
    return [Span(*found.span()) for found in _pattern(words.strip(), case=case).finditer(text)]


def near(words: str, text: str, anchor: str, side: str) -> list[Span]:
    """Where the words stand next behind ("after") or ahead of ("before") the one place of the anchor."""
    anchors = occurrences(anchor, text)
    if len(anchors) != 1:
        return []
    if side == "after":
        return [one for one in occurrences(words, text) if one.start >= anchors[0].end][:1]
    return [one for one in occurrences(words, text) if one.end <= anchors[0].start][-1:]


def taken_out(inline: Inline, at: Span) -> Inline:
    """The text without these characters, and without the space that they leave."""
    start, end = at.start, at.end
    left, right = inline.text[:start], inline.text[end:]
    if left[-1:].isspace() and (not right or right[0].isspace() or right[0] in ",.;:)"):
        start -= 1
    elif not left and right[:1].isspace():
        end += 1
    return inline[:start] + inline[end:] if start else inline[end:]


def swapped(inline: Inline, at: Span, words: str) -> Inline:
    """The text with these characters said in other words; words that bring notes by asterisks replace the notes too."""
    if _STARRED.search(words):
        kept = tuple(mark for mark in inline.marks if not at.start < mark.at <= at.end)
        inline = Inline(inline.text, inline.italics, kept)
    return replaced(inline, at.start, at.end, words) if words else taken_out(inline, at)


def put_in(inline: Inline, at: int, words: str) -> Inline:
    """The text with words put in before the character `at`, with the spaces that they need."""
    left, right = inline.text[:at], inline.text[at:]
    if left and not left[-1].isspace() and words[:1] not in ",.;:)" and left[-1] not in "(“‘-–":
        words = f" {words}"
    if right and not right[0].isspace() and right[0] not in ",.;:)" and words[-1:] not in "(“‘":
        words = f"{words} "
    return inline[:at] + Inline(words) + inline[at:]


def at_end(inline: Inline, words: str) -> Inline:
    """The text with words put in at its end, ahead of its closing mark."""
    mark = len(inline.text.rstrip(" ,;:."))
    end = inline.text[mark:]
    if words[-1:] in (",", ";", ".", ":") and end:
        return put_in(inline[:mark], mark, words)
    return put_in(inline, mark, words)


def rest_swapped(inline: Inline, start: int, words: str) -> Inline:
    """The text up to `start`, then the words, then the closing mark where they bring none."""
    closing = inline.text[len(inline.text.rstrip(" ,;:.")) :]
    if words[-1:] in (",", ";", ".", ":"):
        closing = ""
    kept = inline[:start]
    return (put_in(kept, start, words) if words else kept) + Inline(closing)
