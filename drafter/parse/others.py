"""What is no resolution in English is refused in one line that says what it is; a doubt about a few words is told."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from drafter.errors import UnreadableError
from drafter.model.organ import Organ
from drafter.model.resolution import Kind
from drafter.model.symbol import Symbol
from drafter.parse.lines import Line
from drafter.rules.openings import kind_of

_WORDS = {
    "English": ("the", "of", "and", "to", "in", "by", "for", "that", "with", "its", "on", "which"),
    "French": ("des", "du", "les", "et", "dans", "aux", "une", "sur", "leur", "leurs", "ses", "pour", "qui", "par"),
    "Spanish": ("los", "las", "el", "y", "en", "del", "para", "con", "su", "una", "por"),
    "Portuguese": ("os", "dos", "das", "em", "não", "ao", "uma", "pelo", "pela"),
    "German": ("der", "die", "und", "den", "des", "von", "zu", "im", "das", "mit"),
    "Italian": ("il", "di", "della", "gli", "nel", "che", "dei", "delle", "alla"),
}
"""Words that a text of the language has in every line, and one of the others hardly has."""
_LETTERS = {"Russian": "[а-яё]{2,}", "Arabic": "[\u0620-\u064a]{2,}", "Chinese": "[\u4e00-\u9fff]"}
_MUCH, _LITTLE, _MORE = 10, 3, 4
_LINES, _MASTHEAD = 400, 30
_CORRIGENDUM = re.compile(r"Corrigendum(?: \d+)?|.*/Corr\.\d+\*?", re.IGNORECASE)
_CONVENTION = re.compile(r"The (?:States|High Contracting|Contracting) Parties\b.{0,60},?")
_OTHER_ORGAN = re.compile(r"The (?:(?:[A-Z][\w’-]*|of|the|on|and|for|in|to) )*[A-Z][\w’-]*,")
_REMEDY = "give the full text of a resolution, from its title or “The General Assembly,” on"


def language_doubted(lines: Sequence[Line], name: str) -> str:
    """The line to tell where a few words look as of another language, else ""; raises UnreadableError for a text."""
    text = " ".join(line.text for line in lines[:_LINES]).casefold()
    words = Counter(text.split())
    counts = {language: sum(words[word] for word in own) for language, own in _WORDS.items()}
    english = counts.pop("English")
    if not english:
        counts |= {language: len(re.findall(letters, text)) for language, letters in _LETTERS.items()}
    language = max(counts, key=lambda one: counts[one])
    if counts[language] < _LITTLE or counts[language] < _MORE * english:
        return ""
    if counts[language] < _MUCH:
        return f"these few words look {language}: is the text English? No other language is read"
    raise UnreadableError(
        f"this text is in {language}, and only English is read", file=name, remedy="give the English version"
    )


def refuse_others(lines: Sequence[Line], organ: Organ | None, name: str) -> None:
    """Raises UnreadableError for a corrigendum, a convention, and for a text that an unknown organ opens."""
    if any(_CORRIGENDUM.fullmatch(line.text) for line in lines[:_MASTHEAD]):
        raise UnreadableError(
            "this does not look like a resolution but a corrigendum", file=name, remedy="give the text as corrected"
        )
    if organ is not None:
        return
    for line, following in pairwise(lines):
        if _CONVENTION.fullmatch(line.text):
            raise UnreadableError("this does not look like a resolution but a convention", file=name, remedy=_REMEDY)
        if _OTHER_ORGAN.fullmatch(line.text) and kind_of(following.text) is Kind.PREAMBULAR:
            known = ", ".join(f"the {one}" for one in Organ)
            raise UnreadableError(
                f"“{line.text}” opens this text, and no resolutions of that organ are read",
                file=name,
                remedy=f"those of {known} are",
            )


def no_resolution(name: str) -> UnreadableError:
    """What a text is refused with that no organ opens, nor any paragraph as in a resolution."""
    return UnreadableError(
        "this does not look like a resolution: no organ’s line opens it, and no paragraphs open as in one",
        file=name,
        remedy=_REMEDY,
    )


def one_number(*symbols: Symbol) -> bool:
    """Whether these name one resolution; the letter of a part ("A/RES/72/266 B") and the organ may be lacking."""
    return len({replace(symbol, letter="", organ=Organ.GENERAL_ASSEMBLY) for symbol in symbols}) < 2


def hold_against(symbols: Mapping[str, Symbol | None], name: str) -> None:
    """Raises UnreadableError where a source gives several numbers; `symbols` are those found, by where each stands."""
    said = {where: symbol for where, symbol in symbols.items() if symbol is not None}
    if not one_number(*said.values()):
        raise UnreadableError(
            "which resolution is it? " + ", ".join(f"{where} says {symbol}" for where, symbol in said.items()),
            file=name,
            remedy="put right what is wrong",
        )


def hold_property(symbol: Symbol, told: str, name: str) -> None:
    """Raises UnreadableError where the properties of a Word file give another symbol than its text."""
    own = Symbol.parse(told.rstrip("*"))
    if own is None or not one_number(symbol, own):
        raise UnreadableError(
            f"which document is it? its text says {symbol}, its properties (Symbol1) say {told}",
            file=name,
            remedy="put right what is wrong",
        )
