"""Make a word diff readable: whole phrases, not scattered words."""

from __future__ import annotations

from collections.abc import Sequence

from drafter.align.tokens import PARAGRAPH_MARK, Tokens, is_word
from drafter.model.dates import MONTHS

Match = tuple[int, int, int]

GRAMMAR = frozenset(
    "a an and as at been but by for from has have if in into is it its nor of on or such that the their them these "  # noqa: SIM905
    "this those to under upon was were where which who with within".split()
)
"""Words that are too slight to stand alone between two changes."""
DATED = frozenset(MONTHS)
"""The month of a date changes with it where both day and year changed."""
ISLAND = 12
"""Most characters of unchanged grammar words between two changes that are counted as changed with them."""

LONE = 3
"""Most tokens of any words that are counted with the changes around them, where these are `DROWNED` times as long."""
DROWNED = 4


def tidied(old: Tokens, new: Tokens, matches: Sequence[Match]) -> list[Match]:
    """The matches without those that only interrupt a change, each change slid to where its phrase is whole."""
    return _slid(old, new, _bridged(old, new, list(matches)))


def _bridged(old: Tokens, new: Tokens, matches: list[Match]) -> list[Match]:
    """Drop the matches between two changes that interrupt the reader and tell little."""
    kept: list[Match] = []
    for place, (i, j, size) in enumerate(matches):
        before = kept[-1] if kept else (0, 0, 0)
        after = matches[place + 1] if place + 1 < len(matches) else (len(old), len(new), 0)
        gap_before = (i - before[0] - before[2], j - before[1] - before[2])
        gap_after = (after[0] - i - size, after[1] - j - size)
        if any(gap_before) and any(gap_after) and _interrupts(old, i, size, sum(gap_before), sum(gap_after)):
            continue
        if kept and gap_before == (0, 0):
            kept[-1] = (before[0], before[1], before[2] + size)
        else:
            kept.append((i, j, size))
    return kept


def _interrupts(old: Tokens, start: int, size: int, before: int, after: int) -> bool:
    """Whether the `size` equal tokens from `start` of the old text only interrupt the change around them.

    `before` and `after` count the tokens out and in on either side.
    """
    keys = old.keys[start : start + size]
    if PARAGRAPH_MARK in keys or before + after < 3:
        return False
    if size <= LONE and size * DROWNED <= min(before, after):
        return True
    if old.ends[start + size - 1] - old.starts[start] > ISLAND:
        return False
    if any(is_word(key) and key not in GRAMMAR and key not in DATED for key in keys):
        return False
    return size <= 2 or size < min(before, after)


def _slid(old: Tokens, new: Tokens, matches: list[Match]) -> list[Match]:
    """Move each pure insertion or deletion between two matches to its best place among equivalent ones."""
    for place in range(len(matches) - 1):
        i, j, size = matches[place]
        next_i, next_j, next_size = matches[place + 1]
        out, put_in = next_i - i - size, next_j - j - size
        if bool(out) == bool(put_in):
            continue
        side, first, length = (old, i + size, out) if out else (new, j + size, put_in)
        keys = side.keys
        best, best_score = 0, _score(side, first, length)
        for way, room, ahead in ((-1, size, -1), (1, next_size, 0)):
            shift = 0
            while abs(shift) < room and keys[first + shift + ahead] == keys[first + length + shift + ahead]:
                shift += way
                if (score := _score(side, first + shift, length)) > best_score:
                    best, best_score = shift, score
        matches[place] = (i, j, size + best)
        matches[place + 1] = (next_i + best, next_j + best, next_size - best)
    return [match for match in matches if match[2]]


def _score(side: Tokens, first: int, length: int) -> int:
    """How complete the phrase of `length` tokens from `first` is: best after a break and before one."""
    return _edge(side, first) + _edge(side, first + length)


def _edge(side: Tokens, place: int) -> int:
    """How good a place for a change to begin or end the edge before the token `place` is."""
    if place in (0, len(side)):
        return 3
    before, after = side.keys[place - 1], side.keys[place]
    if PARAGRAPH_MARK in (before, after):
        return 4 if before == PARAGRAPH_MARK else 3
    if not is_word(before):
        return 2 if before in ",;:.)" else 0
    if after in ",;:.":
        return 1
    return 1 if after in {"and", "or", "including", "as", "in", "of", "to"} else 0
