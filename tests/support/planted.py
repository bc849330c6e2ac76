"""Changes planted in a text, with the truth about them: what a drafter could do to last year's paragraphs."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from random import Random

from drafter.model.inline import Inline
from drafter.model.resolution import Kind, Paragraph

KINDS = ("kept", "edited", "moved", "moved and edited", "split", "merged", "swapped section")
MOST_EDITED = 0.6
"""The largest share of a paragraph's words that an edit takes."""
LONG_ENOUGH = 12
"""Words a paragraph needs before it is edited, split or merged."""


@dataclass(frozen=True, slots=True)
class Planted:
    """The changed text and its true pairs: (old index, new index) → what was done."""

    new: tuple[Paragraph, ...]
    truth: dict[tuple[int, int], str]


@dataclass(slots=True)
class _Piece:
    paragraph: Paragraph
    origins: tuple[int, ...]
    done: str


def plant(old: Sequence[Paragraph], donors: Sequence[Paragraph], rng: Random, *, share: float = 0.4) -> Planted:
    """Change about `share` of the paragraphs; inserted paragraphs and words come from `donors`."""
    pieces = [_Piece(paragraph, (place,), "kept") for place, paragraph in enumerate(old)]
    if len(pieces) > 12 and rng.random() < 0.3:
        pieces = _swapped(pieces, rng)
    changed: list[_Piece] = []
    waiting: list[_Piece] = []
    place = 0
    while place < len(pieces):
        piece = pieces[place]
        place += 1
        long = len(piece.paragraph.text.split()) >= LONG_ENOUGH
        if piece.done != "kept" or rng.random() > share:
            changed.append(piece)
            continue
        match rng.choice(("insert", "delete", "edit", "edit", "move", "move and edit", "split", "merge")):
            case "insert":
                changed += [_Piece(rng.choice(donors), (), "added"), piece]
            case "delete":
                pass
            case "edit" if long:
                changed.append(_Piece(edited(piece.paragraph, donors, rng), piece.origins, "edited"))
            case "move" if long:
                waiting.append(_Piece(piece.paragraph, piece.origins, "moved"))
            case "move and edit" if long:
                waiting.append(_Piece(edited(piece.paragraph, donors, rng), piece.origins, "moved and edited"))
            case "split" if len(piece.paragraph.text.split()) >= 2 * LONG_ENOUGH:
                changed += [_Piece(half, piece.origins, "split") for half in halves(piece.paragraph, rng)]
            case "merge" if (
                long
                and place < len(pieces)
                and pieces[place].done == "kept"
                and len(pieces[place].paragraph.text.split()) >= LONG_ENOUGH
                and pieces[place].paragraph.kind is piece.paragraph.kind
            ):
                changed.append(_merged(piece, pieces[place]))
                place += 1
            case _:
                changed.append(piece)
    for piece in waiting:
        own = piece.origins[0]
        places = [
            n
            for n in range(len(changed) + 1)
            if not (0 < n < len(changed) and set(changed[n - 1].origins) & set(changed[n].origins))
            and all(
                own - 1 not in near.origins and own + 1 not in near.origins for near in changed[max(n - 1, 0) : n + 1]
            )
        ]
        if places:
            changed.insert(rng.choice(places), piece)
    new = tuple(piece.paragraph for piece in changed)
    truth = {(i, j): piece.done for j, piece in enumerate(changed) for i in piece.origins}
    return Planted(new, truth)


def edited(paragraph: Paragraph, donors: Sequence[Paragraph], rng: Random) -> Paragraph:
    """Up to 60 % of the words replaced, taken out or put in, in stretches of one to eight words."""
    words = paragraph.text.split()
    borrowed = [word for _ in range(4) for word in rng.choice(donors).text.split()]
    left = max(1, round(rng.uniform(0.03, MOST_EDITED) * len(words)))
    touched = [False] * len(words)
    out: dict[int, list[str]] = {}
    for _ in range(200):
        if left <= 0:
            break
        size = min(left, rng.randint(1, 8))
        start = rng.randrange(0, max(1, len(words) - size + 1))
        if any(touched[start : start + size]):
            continue
        from_donor = rng.randrange(0, max(1, len(borrowed) - size))
        match rng.choice(("replace", "replace", "delete", "insert")):
            case "replace":
                out[start] = borrowed[from_donor : from_donor + size]
                touched[start : start + size] = [True] * size
            case "delete":
                touched[start : start + size] = [True] * size
            case _:
                out[start] = [*borrowed[from_donor : from_donor + size], words[start]]
                touched[start] = True
        left -= size
    text = " ".join(
        " ".join(out.get(place, [])) if touched[place] else word
        for place, word in enumerate(words)
        if not touched[place] or place in out
    )
    return replace(paragraph, inline=Inline(text or words[0]))


def halves(paragraph: Paragraph, rng: Random) -> tuple[Paragraph, Paragraph]:
    """Two paragraphs of one, cut between words in its middle half, at a comma where there is one."""
    text = paragraph.text
    middle = [m.end() for m in re.finditer(r" ", text) if 0.25 < m.end() / len(text) < 0.75]
    commas = [place for place in middle if text[place - 2] == ","]
    at = rng.choice(commas or middle)
    end = ";" if paragraph.kind is Kind.OPERATIVE else ","
    first, second = text[:at].rstrip(" ,;") + end, text[at].upper() + text[at + 1 :]
    return replace(paragraph, inline=Inline(first)), replace(paragraph, inline=Inline(second))


def _merged(one: _Piece, other: _Piece) -> _Piece:
    second = other.paragraph.text
    text = f"{one.paragraph.text.rstrip(' ,;.')}, and {second[0].lower()}{second[1:]}"
    return _Piece(replace(one.paragraph, inline=Inline(text)), one.origins + other.origins, "merged")


def _swapped(pieces: list[_Piece], rng: Random) -> list[_Piece]:
    """Two neighbouring sections change places."""
    size = rng.randint(2, min(8, len(pieces) // 3))
    start = rng.randrange(0, len(pieces) - 2 * size)
    first, second = pieces[start : start + size], pieces[start + size : start + 2 * size]
    for piece in first + second:
        piece.done = "swapped section"
    return [*pieces[:start], *second, *first, *pieces[start + 2 * size :]]
