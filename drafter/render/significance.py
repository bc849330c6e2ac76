"""What a change means to a negotiator: an opening moved on a ladder, a new request, or only the turn of the year."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from drafter.align.tokens import PARAGRAPH_MARK, is_word, tokens
from drafter.model.change import WordChange
from drafter.model.resolution import Paragraph
from drafter.model.session import from_ordinal
from drafter.rules.ladders import Movement, movement
from drafter.rules.tables import kept, table

TURNING = frozenset(
    "january february march april may june july august september october november december of and the in to from he "  # noqa: SIM905
    "she his her him also further session sessions resolution resolutions years year".split()
)
"""Words that change with the numbers around them."""


@dataclass(frozen=True, slots=True)
class Request:
    """A new request, with its words; `costly` where it may have programme budget implications (rule 153)."""

    words: str
    costly: bool


def only_updated(old: str, new: str, changes: Sequence[WordChange]) -> bool:
    """Whether nothing but numbers, dates, ordinals, symbols and the words around them changed.

    >>> from drafter.align.words import word_changes
    >>> old, new = "at its seventy-fifth session", "at its seventy-sixth session"
    >>> only_updated(old, new, word_changes(old, new))
    True
    """
    turned = [
        key
        for change in changes
        for text in (old[change.old_start : change.old_end], new[change.new_start : change.new_end])
        for key in tokens(text).keys
        if is_word(key) or key == PARAGRAPH_MARK
    ]
    return all(_turns(key) for key in turned)


def _turns(key: str) -> bool:
    return any(map(str.isdigit, key)) or key.casefold() in TURNING or from_ordinal(key) is not None


def movements(
    old: Paragraph | None, new: Paragraph | None, before: str, after: str, changes: Sequence[WordChange]
) -> Iterator[tuple[Movement, int]]:
    """The movement of the opening, and those of verbs replaced inside the paragraph (advice, by the ladders), each with
    its character in `after`.
    """
    start = 0
    if old is not None and new is not None and old.opener and new.opener:
        start = len(new.opener)
        if old.opener != new.opener and (found := movement(old.opener, new.opener)):
            yield found, 0
    for change in changes:
        if change.new_start >= start and (inside := _moved_inside(before, after, change, start)):
            yield inside


def _moved_inside(before: str, after: str, change: WordChange, start: int) -> tuple[Movement, int] | None:
    """A verb that was replaced by another, or that gained or lost an adverb beside it; or a noun as one expresses it:
    "grave concern" that became "deep concern". With the character in `after`, none before `start`."""
    preceding = re.search(r"\w+\W*$", after[start : change.new_start])
    following = re.match(r"\W*\w+(?: (?:upon|to|note))?", after[change.new_end :])
    for less in ("", preceding[0] if preceding else ""):
        for more in ("", following[0] if following else ""):
            old = " ".join((less + before[change.old_start : change.old_end] + more).split())
            new = " ".join((less + after[change.new_start : change.new_end] + more).split())
            for verb in ("", "expresses "):
                if old and new and (found := movement(verb + old, verb + new)):
                    return Movement(old, new, found.ladder, found.steps), change.new_start - len(less)
    return None


def new_requests(text: str, added: Sequence[tuple[int, int]]) -> Iterator[tuple[Request, int]]:
    """The clauses of `text` that ask something new of the Secretariat, with the character at which each begins.

    `added` are the stretches (start, end) that were inserted. A clause is new if its verb is, or if the words inserted
    into it name something that may cost money.
    """
    for found in _asking().finditer(text):
        end = _clause_end(text, found.end())
        words = text[found.start() : end]
        verb_is_new = any(start <= found.start(1) and found.end(1) <= stop for start, stop in added)
        put_in = " ".join(text[max(start, found.start()) : min(stop, end)] for start, stop in added)
        if verb_is_new or _costly().search(put_in):
            yield Request(words, bool(_costly().search(words))), found.start()
    for found in _deciding().finditer(text):
        end = _clause_end(text, found.end())
        words = text[found.start() : end]
        if any(start <= found.start() and found.end() <= stop for start, stop in added) and _costly().search(words):
            yield Request(words, costly=True), found.start()


def _clause_end(text: str, start: int) -> int:
    end = re.compile(r"[;:\n]|, and (?=[a-z]+s\b)|\.(?=\s|$)|,(?=$)").search(text, start)
    return end.start() if end else len(text)


def _any(words: Sequence[str]) -> str:
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))


@kept()
def _asking() -> re.Pattern[str]:
    rules = table("requests")
    return re.compile(
        rf"\b({_any(rules['asking'])})\b(?: also| further| once again|,[^,;]{{1,80}},)? ({_any(rules['of'])})",
        re.IGNORECASE,
    )


@kept()
def _deciding() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{_any(table('requests')['deciding'])})(?: also| further)? to\b", re.IGNORECASE)


@kept()
def _costly() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{_any(table('requests')['costly'])})\b", re.IGNORECASE)
