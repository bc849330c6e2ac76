"""A paragraph as it would read: words are put into a text and its note marks stay."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz
from rapidfuzz.distance import Prefix

from drafter.model.inline import Inline, Span
from drafter.model.resolution import Kind, Paragraph
from drafter.model.session import from_ordinal
from drafter.rules.openings import opening_length

LIKE = 60
"""From this likeness on (rapidfuzz's ratio, of 100) two texts are wordings of one paragraph."""

_CLOSING = ",;:."
_ENDING = 3
_SMALL = frozenset(
    {
        "a",
        "all",
        "also",
        "among",
        "an",
        "and",
        "any",
        "as",
        "at",
        "be",
        "between",
        "by",
        "during",
        "for",
        "from",
        "further",
        "has",
        "have",
        "her",
        "his",
        "if",
        "in",
        "including",
        "into",
        "is",
        "it",
        "its",
        "may",
        "moreover",
        "not",
        "of",
        "on",
        "or",
        "other",
        "such",
        "that",
        "the",
        "their",
        "these",
        "this",
        "those",
        "through",
        "to",
        "towards",
        "under",
        "upon",
        "was",
        "were",
        "which",
        "with",
        "within",
    }
)
"""Words that say nothing alone, or that come and go with the paragraph before."""


@dataclass(frozen=True, slots=True, order=True)
class Replacement:
    """`words` in place of the characters `start`..`end`."""

    start: int
    end: int
    words: str


def reworded(paragraph: Paragraph, pieces: Iterable[Replacement]) -> Inline | None:
    """The paragraph's text with the pieces put in, except those that would lose a note mark; None if nothing
    changes."""
    inline = paragraph.inline
    for piece in sorted(pieces, reverse=True):
        if any(piece.start < mark.at <= piece.end for mark in inline.marks):
            continue
        italic = piece.start < piece.end and inline.is_italic(piece.start, piece.end)
        spans = (Span(0, len(piece.words)),) if italic and piece.words else ()
        inline = inline.replace(piece.start, piece.end, Inline(piece.words, spans))
    if " ".join(inline.text.split()) == " ".join(paragraph.text.split()):
        return None
    return _opened(inline, paragraph.kind)


def put_after(text: str, at: int, words: str) -> Replacement | None:
    """Words to stand after the word that ends at `at`; None where two punctuation marks would meet."""
    following = text[at : at + 1]
    if words[-1:] in _CLOSING and following in _CLOSING:
        words = words[:-1]
    if not words or (words[0] in _CLOSING and following in _CLOSING and following and words[1:2] != " "):
        return None
    gap = "" if words[0] in _CLOSING else " "
    return Replacement(at, at, gap + words)


def new_paragraph(text: str, kind: Kind) -> Inline:
    """A whole paragraph from elsewhere, with the ending of its kind: a comma in the preamble, otherwise a semicolon."""
    bare = " ".join(text.split()).rstrip(_CLOSING + " ")
    ending = ":" if text.rstrip().endswith(":") else "," if kind is Kind.PREAMBULAR else ";"
    return _opened(Inline(bare + ending), kind)


def quoted(text: str, start: int = 0, end: int | None = None, longest: int = 240) -> str:
    """Words of a text as they are there; a long quotation is cut between words."""
    cut = text[start:end].strip()
    if len(cut) > longest:
        cut = cut[:longest].rsplit(" ", 1)[0]
    return cut


def says_something(was: Sequence[str], now: Sequence[str]) -> bool:
    """Whether two rows of plain words differ in more than small words, ordinals or a word's ending."""
    telling = [word for word in {*now} ^ {*was} if word not in _SMALL and from_ordinal(word) is None]
    if len(telling) == 2 and len(was) == len(now):
        one, other = telling
        return Prefix.similarity(one, other) < max(len(one), len(other)) - _ENDING
    return bool(telling)


def small(word: str) -> bool:
    """Whether a plain word says nothing alone."""
    return word in _SMALL


def is_like(text: str, other: str) -> bool:
    """Whether two texts are wordings of one paragraph, so that words of one can be put into the other."""
    return fuzz.ratio(text, other, score_cutoff=LIKE) > 0


def bare(text: str) -> str:
    """The words of a text in small letters: typography and punctuation aside."""
    return " ".join(re.findall(r"\w+", text.casefold()))


def _opened(inline: Inline, kind: Kind) -> Inline:
    """The same text with its opening in italics."""
    length = opening_length(inline.text, kind)
    if not length:
        return inline
    others = tuple(span for span in inline.italics if span.start >= length)
    return Inline(inline.text, (Span(0, length), *others), inline.marks)
