"""United Nations spelling: -ize, British forms otherwise; a general dictionary for plain slips."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from drafter.check.rule import ParagraphInPlace, Slip, on_place
from drafter.model.finding import Severity
from drafter.rules.tables import kept, table

if TYPE_CHECKING:
    from spellchecker import SpellChecker

_WORD = re.compile(r"[A-Za-z]+(?:[‐‑-][A-Za-z]+)*")
_ISE = re.compile(r"(?P<stem>[A-Za-z-]+?)is(?P<ending>e|es|ed|ing|ation|ations|er|ers)")
_SHORT = re.compile(r"(?<![\w’'.‐‑-])[a-z]{2,3}(?![\w’'.)‐‑-])")
_QUOTED = re.compile(r"“[^”]*”")
_PLAIN = re.compile(r"(?<![\w’'‐‑-])[a-z]{4,}(?![\w’'‐‑-])")
SHORTEST_STEM = 5
"""Letters that must be left of a word without its prefix or plural s."""

COMMON = 100_000
"""How common a word must be, by the dictionary's count, to be proposed for a short misspelling."""

_BRITISH = (("our", "or"), ("ise", "ize"), ("ence", "ense"), ("tre", "ter"), ("ll", "l"), ("ogue", "og"), ("ae", "e"))


@on_place("spelling", Severity.ERROR, source="Editorial Manual, spelling", example="organisation → organization")
def spelling(place: ParagraphInPlace) -> Iterator[Slip]:
    """Spelling as the United Nations prefers it; names and titles in quotation marks stay as they are."""
    text = place.paragraph.text
    quoted = [found.span() for found in _QUOTED.finditer(text)]
    for found in _WORD.finditer(text):
        better = _preferred(found[0])
        if better and not any(start <= found.start() < end for start, end in quoted):
            yield Slip(f"the United Nations writes {better!r}", *found.span(), better)


@kept(20_000)
def _preferred(word: str) -> str | None:
    """The United Nations' spelling of a word, None where it is right. A word with a capital may be a name."""
    if not word.islower():
        return None
    better: str | None = table("spelling")["preferred"].get(word)
    if better is None and (found := _ISE.fullmatch(word)) and found["stem"] + "ise" not in _keep_s():
        better = f"{found['stem']}iz{found['ending']}"
        if not _known(better):
            better = None
    return better


@on_place("misspelt", Severity.WARNING, source="a general dictionary and the words of the field", example="goverment")
def misspelt(place: ParagraphInPlace) -> Iterator[Slip]:
    """A word in small letters that is neither in the dictionary nor a term of the field, one letter away from one that
    is."""
    for found in _PLAIN.finditer(place.paragraph.text):
        if not _preferred(found[0]) and not _known(found[0]) and (better := _near(found[0])):
            yield Slip(f"{found[0]!r} is not in the dictionary", *found.span(), better)
    for found in _SHORT.finditer(place.paragraph.text):
        if better := _swapped(found[0]):
            yield Slip(f"{found[0]!r} is not in the dictionary", *found.span(), better)


@kept()
def _keep_s() -> frozenset[str]:
    return frozenset(table("spelling")["ize"]["keep"])


@kept()
def _prefixes() -> tuple[str, ...]:
    return tuple(table("spelling")["words"]["prefixes"].split())


@kept()
def _dictionary() -> SpellChecker:
    from spellchecker import SpellChecker

    dictionary = SpellChecker(language="en", distance=1)
    tables = table("spelling")
    dictionary.word_frequency.load_words(tables["words"]["known"].split())
    dictionary.word_frequency.load_words(tables["preferred"].values())
    return dictionary


@kept(50_000)
def _known(word: str) -> bool:
    """Whether the dictionary has the word: itself, in its American form, its singular, or without a prefix."""
    dictionary = _dictionary()
    if word in dictionary:
        return True
    if any(british in word and word.replace(british, american) in dictionary for british, american in _BRITISH):
        return True
    if word.endswith("s") and len(word) > SHORTEST_STEM and word[:-1] in dictionary:
        return True
    stems = (word.removeprefix(prefix) for prefix in _prefixes() if word.startswith(prefix))
    return any(len(stem) >= SHORTEST_STEM and stem in dictionary for stem in stems)


@kept(5_000)
def _near(word: str) -> str | None:
    return _dictionary().correction(word)


@kept(5_000)
def _swapped(word: str) -> str | None:
    """The common word that a short unknown one is with two letters in the wrong order, as "teh" is "the"."""
    if _known(word):
        return None
    swaps = (word[:at] + word[at + 1] + word[at] + word[at + 2 :] for at in range(len(word) - 1))
    return next((swap for swap in swaps if _dictionary().word_frequency[swap] >= COMMON), None)
