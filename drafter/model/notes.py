"""Footnotes as full citations, and as printed, where "Ibid." takes up the note directly before.

A citation runs from the whole to the part, its parts set off by commas: the source, then session or year, Supplement,
volume, document, chapter, section, paragraph. "Ibid." alone repeats the note before; "Ibid., vol. 1249, No. 20378"
repeats it up to its own volume. A "See" before the citation that is taken up is taken up with it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from drafter.model.inline import Inline
from drafter.model.resolution import Footnote

MISSING = "[The source lost the text of this note.]"
UNMARKED = "[The source has no mark for this note; its place is not known.]"
"""What a Word file says in place of a lost note's text, and after a note whose mark was lost."""

_IBID = re.compile(r"\s*(?P<see>(?:[Ss]ee(?: also)? )?)[Ii]bid\b\.?,?\s*(?P<rest>.*)", re.DOTALL)
_SEE = re.compile(r"See(?: also)? ")

_PARTS = (
    ("session", 0, r"(?:[A-Z][\w-]+ ){1,5}[Ss]ession\b|[A-Z][\w-]+ Year\b"),
    ("year", 0, r"\d{4}(?=,)"),
    ("Supplement", 1, r"Supplements?\b"),
    ("volume", 2, r"vols?\."),
    ("document", 2, r"documents? "),
    ("number", 3, r"Nos?\."),
    ("part", 3, r"parts? "),
    ("chapter", 4, r"chaps?\."),
    ("decision", 4, r"(?:resolution|decision)s?\b"),
    ("annex", 4, r"(?:annex(?:es)?|appendix|appendices|enclosure)\b"),
    ("section", 5, r"sects?\.?\b|section "),
    ("article", 6, r"arts?\.|articles? "),
    ("paragraph", 6, r"paras?\.|paragraphs? |pp?\."),
)
_PART = re.compile(r"|".join(f"(?P<{name}>{pattern})" for name, _, pattern in _PARTS))
_RANK = {name: rank for name, rank, _ in _PARTS}


def in_full(footnotes: Iterable[Footnote]) -> tuple[Footnote, ...]:
    """The notes with "Ibid." replaced by what it stands for, in the printed order.

    One whose predecessor is missing stays as it is printed.
    """
    full: list[Footnote] = []
    for footnote in footnotes:
        inline = expanded(full[-1].inline, footnote.inline) if full and not full[-1].missing else footnote.inline
        full.append(footnote if inline == footnote.inline else replace(footnote, inline=inline))
    return tuple(full)


def with_ibid(footnotes: Iterable[Footnote]) -> tuple[Footnote, ...]:
    """Full citations in the order of print, each that takes up the one directly before said with "Ibid.".

    What `in_full` makes of the result is what was given.
    """
    printed: list[Footnote] = []
    previous: Footnote | None = None
    for footnote in footnotes:
        short = None
        if previous is not None and not previous.missing and not footnote.missing:
            short = _abbreviated(previous.inline, footnote.inline)
        printed.append(footnote if short is None else replace(footnote, inline=short))
        previous = footnote
    return tuple(printed)


def expanded(previous: Inline, note: Inline) -> Inline:
    """The note in full where it says "Ibid.", after `previous`, itself in full; else the note.

    >>> treaty = Inline("United Nations, Treaty Series, vol. 999, No. 14668.")
    >>> expanded(treaty, Inline("Ibid., vol. 1249, No. 20378.")).text
    'United Nations, Treaty Series, vol. 1249, No. 20378.'
    """
    found = _IBID.fullmatch(note.text)
    if found is None or _IBID.match(previous.text) or not previous.text:
        return note
    taken_up = previous if not found["see"] else Inline(found["see"]) + previous[_citation_start(previous.text) :]
    rest = note[found.start("rest") :]
    if not rest.text or rest.text == ".":
        return taken_up
    cut = _cut(taken_up.text, rest.text)
    if cut is not None:
        return taken_up[:cut] + rest
    stem = taken_up[: _citation_end(taken_up.text)]
    return stem + Inline(", ") + rest


def _abbreviated(previous: Inline, note: Inline) -> Inline | None:
    """The shortest form with "Ibid." that `expanded` turns back into `note`; None where there is none.

    As printed in sessions 78 to 80: another document or resolution of the same organization is cited in full, and so
    is what follows a note of several citations.
    """
    if ";" in previous.text:
        return None
    for see in ("", "See ") if _SEE.match(note.text) else ("",):
        ibid = Inline(f"{see}ibid." if see else "Ibid.")
        if expanded(previous, ibid) == note:
            return ibid
        parts = list(_parts(note.text, len(note.text)))
        for nth, (cut, name) in reversed(list(enumerate(parts))):
            if name == "document" or (name == "decision" and nth == 0):
                continue
            short = ibid + Inline(", ") + note[cut:]
            if expanded(previous, short) == note:
                return short
    return None


def _parts(citation: str, end: int) -> Iterator[tuple[int, str]]:
    """The places after a comma, outside parentheses, where a part of the citation begins, with its name."""
    depth = 0
    for place, character in enumerate(citation[:end]):
        if character in "()":
            depth += 1 if character == "(" else -1
        elif character == "," and depth <= 0 and citation[place + 1 : place + 2].isspace():
            start = place + 2
            part = _PART.match(citation, start)
            if part is not None and part.lastgroup is not None:
                yield start, part.lastgroup


def _cut(citation: str, rest: str) -> int | None:
    """Where `rest` begins to replace: at the part of its own kind, or at the first that could not come before it."""
    own = _PART.match(rest)
    if own is None or own.lastgroup is None:
        return None
    parts = list(_parts(citation, _citation_end(citation)))
    same = (place for place, name in parts if name == own.lastgroup)
    finer = (place for place, name in parts if _RANK[name] >= _RANK[own.lastgroup])
    return next(same, next(finer, None))


def _citation_start(text: str) -> int:
    see = _SEE.match(text)
    return see.end() if see else 0


def _citation_end(text: str) -> int:
    """Where the first citation of a note ends: at a semicolon, or before the full stop."""
    semicolon = text.find(";")
    return semicolon if semicolon >= 0 else len(text.rstrip().removesuffix("."))
