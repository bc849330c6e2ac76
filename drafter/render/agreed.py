"""How much of a draft's new words is agreed language."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from drafter.library.terms import words
from drafter.library.values import AgreedRun, Coverage
from drafter.model.draft import Source
from drafter.model.symbol import Symbol

Covered = Callable[[str], Coverage]
"""From a paragraph's text to its runs of words that stand in adopted texts."""

NAMED = 3
"""How many sources are named for the new words of one paragraph, at most."""


@dataclass(frozen=True, slots=True)
class AgreedWords:
    """Of `new` words, `agreed` stand in runs of six words or more of adopted texts; `places` are the latest of the
    longest runs; `texts` is how many texts were searched, 0 where that is not known."""

    new: int = 0
    agreed: int = 0
    places: tuple[Source, ...] = ()
    texts: int = 0

    def __str__(self) -> str:
        """
        >>> str(AgreedWords(12, 8, (Source("A/RES/75/190", "OP11"),), texts=3))
        '8 of the 12 new words stand in the 3 texts of this library, in runs of six words or more: 75/190 OP11'
        """
        stand = "stands" if self.agreed == 1 else "stand"
        said = f"{self.agreed or 'none'} of the {self.new} new words {stand}"
        if self.new == 1:
            said = f"the new word {'stands' if self.agreed else 'does not stand'}"
        texts = "one text" if self.texts == 1 else f"{self.texts or ''} texts".strip()
        said += f" in the {texts} of this library, in runs of six words or more"
        places = ", ".join(f"{_short(place.symbol)} {place.label}" for place in self.places)
        return f"{said}: {places}" if places else said


def agreed_words(text: str, added: Sequence[tuple[int, int]], covered: Covered, texts: int = 0) -> AgreedWords:
    """The new words at the characters `added` of a text, and which of them are agreed language in so many `texts`."""
    new = [word for word in words(text) if any(start < word.end and word.start < end for start, end in added)]
    if not new:
        return AgreedWords()
    runs = covered(text).runs
    holding = [run for run in runs if any(run.start <= word.start and word.end <= run.end for word in new)]
    agreed = sum(any(run.start <= word.start and word.end <= run.end for run in holding) for word in new)
    return AgreedWords(len(new), agreed, tuple(_places(holding)), texts)


def _places(runs: Iterable[AgreedRun]) -> Iterable[Source]:
    longest = sorted(runs, key=lambda run: -run.words)
    named = dict.fromkeys((run.latest.symbol, run.latest.label, run.latest.adopted) for run in longest)
    for symbol, label, adopted in list(named)[:NAMED]:
        yield Source(symbol, label, adopted.isoformat() if adopted else "")


def _short(symbol: str) -> str:
    """A resolution's number with its organ where that is not the General Assembly: 75/190, A/HRC/RES/46/17."""
    read = Symbol.parse(symbol)
    return read.short if read and symbol.startswith("A/RES/") else symbol
