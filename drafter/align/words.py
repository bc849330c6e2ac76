"""Which words changed between two wordings, as a reader would mark them.

difflib pairs the tokens. Then each stretch of unchanged tokens that only interrupts a change (an "of the"
between two replaced words, the month inside a changed date) is taken into it, and a change that could stand
at several places is put where the phrase it adds or drops is whole.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from functools import lru_cache

from drafter.align.tidy import tidied
from drafter.align.tokens import Tokens, tokens
from drafter.model.change import WordChange

Match = tuple[int, int, int]
"""Old token, new token, and how many from there on are equal."""


@lru_cache(maxsize=4096)
def word_changes(old: str, new: str, *, typography: bool = False) -> tuple[WordChange, ...]:
    """What changed from `old` to `new`, in order, in characters of either text.

    Whole words, numbers, symbols and dates; the space between words goes with the change that needs it. A
    line feed stands for a paragraph mark and is a token of its own: so a split or a merge is diffed as one text
    (`passages.joined`), where a mark put in or taken out is a change that covers just the line feed, with
    the space and punctuation that go with it.

    With `typography`, spaces, quotation marks and dashes of another cut are changes too, and everything
    between two changes is equal character for character.
    """
    if old == new:
        return ()
    before, after = tokens(old, typography=typography), tokens(new, typography=typography)
    return tuple(_between(before, after, _matches(before, after), exact=typography))


def _matches(old: Tokens, new: Tokens) -> list[Match]:
    """The tokens that stay: those at either end, then difflib's blocks, tidied."""
    a, b = old.keys, new.keys
    shorter = min(len(a), len(b))
    head = 0
    while head < shorter and a[head] == b[head]:
        head += 1
    tail = 0
    while tail < shorter - head and a[-1 - tail] == b[-1 - tail]:
        tail += 1
    matches = [(0, 0, head)] if head else []
    if head + tail < max(len(a), len(b)):
        inner = SequenceMatcher(None, a[head : len(a) - tail], b[head : len(b) - tail], autojunk=False)
        matches += [(i + head, j + head, size) for i, j, size in inner.get_matching_blocks() if size]
    if tail:
        matches.append((len(a) - tail, len(b) - tail, tail))
    return tidied(old, new, matches)


def _between(old: Tokens, new: Tokens, matches: Sequence[Match], *, exact: bool) -> Iterator[WordChange]:
    """The changes around and, if `exact`, within the matches."""
    old_end = new_end = i_end = j_end = 0
    for i, j, size in (*matches, (len(old), len(new), 0)):
        last = i == len(old) and j == len(new)
        start = len(old.text) if last else old.starts[i]
        new_start = len(new.text) if last else new.starts[j]
        if i > i_end or j > j_end or exact:
            yield from _trimmed(old.text, new.text, old_end, start, new_end, new_start, exact=exact)
        if exact:
            for step in range(size - 1):
                yield from _trimmed(
                    old.text,
                    new.text,
                    old.ends[i + step],
                    old.starts[i + step + 1],
                    new.ends[j + step],
                    new.starts[j + step + 1],
                    exact=True,
                )
        if size:
            i_end, j_end = i + size, j + size
            old_end, new_end = old.ends[i_end - 1], new.ends[j_end - 1]


def _trimmed(
    old: str, new: str, old_start: int, old_end: int, new_start: int, new_end: int, *, exact: bool
) -> Iterator[WordChange]:
    """The region between two equal tokens as one change, without the space that both sides have."""
    while _both_space(old, new, old_end - 1, new_end - 1, old_start, new_start, exact):
        old_end -= 1
        new_end -= 1
    while old_start < old_end and new_start < new_end and _same_space(old[old_start], new[new_start], exact):
        old_start += 1
        new_start += 1
    if not exact and not old[old_start:old_end].strip(" \t\u00a0") and not new[new_start:new_end].strip(" \t\u00a0"):
        return
    if old_start < old_end or new_start < new_end:
        yield WordChange(old_start, old_end, new_start, new_end)


def _both_space(old: str, new: str, i: int, j: int, first: int, new_first: int, exact: bool) -> bool:
    return i >= first and j >= new_first and _same_space(old[i], new[j], exact)


def _same_space(one: str, other: str, exact: bool) -> bool:
    if one == "\n" or other == "\n":
        return False
    return one.isspace() and (one == other if exact else other.isspace())
