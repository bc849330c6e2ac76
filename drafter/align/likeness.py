"""How alike paragraphs are, and which ones are worth comparing.

A word weighs by its rarity in the two texts at hand and in resolutions at large, so that "the importance of" does not
make two paragraphs alike. Candidates come from an index of the rarest words, nearest places first: the cost grows with
the number of paragraphs, not with its square.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Sequence
from heapq import nsmallest
from itertools import chain
from math import log

from rapidfuzz.distance import Indel

from drafter.align.tokens import folded, tokens, words
from drafter.model.resolution import Kind, Paragraph
from drafter.rules.common_words import rarity

NUMBERS = 0.4
"""The weight of numbers, dates and symbols, against that of an equally rare word: they change with the year."""
RAREST = 10
"""Words of a paragraph that are looked up for candidates."""
NEAREST = 24
"""Places looked at for each of these words."""


class Compared:
    """One paragraph prepared for comparison; `size` is its length in words.

    `words` (numbers, in order), `bag` (the same as a set) and `weight` are there once it was weighed.
    """

    __slots__ = ("bag", "key", "paragraph", "size", "weight", "words")

    def __init__(self, paragraph: Paragraph) -> None:
        pieces = folded(paragraph.text).split()
        self.paragraph = paragraph
        self.key = " ".join(pieces) if paragraph.kind is not Kind.HEADING else f"# {' '.join(pieces)}"
        self.size = len(pieces)
        self.words: list[int] = []
        self.bag: frozenset[int] = frozenset()
        self.weight = 0.0

    def same(self, other: Compared) -> bool:
        """Whether both have the same words and punctuation, typography aside."""
        return self.key == other.key or tokens(self.paragraph.text).keys == tokens(other.paragraph.text).keys


class Weights:
    """The weight of each word: its rarity at large times log(1 + paragraphs compared / paragraphs with it)."""

    def __init__(self, texts: Collection[Compared]) -> None:
        ids: dict[str, int] = {}
        for text in texts:
            text.words = [ids.setdefault(word, len(ids)) for word in words(text.paragraph.text)]
            text.bag = frozenset(text.words)
        having = Counter(chain.from_iterable(text.bag for text in texts))
        self._of = [log(1 + len(texts) / having[word]) for word in range(len(ids))]
        rare = rarity()
        for key, word in ids.items():
            self._of[word] *= rare.get(key, 1.0)
            if not key.isalpha() and any(map(str.isdigit, key)):
                self._of[word] *= NUMBERS
        for text in texts:
            text.weight = self.total(text.bag)

    def __getitem__(self, word: int) -> float:
        return self._of[word]

    def total(self, words: Iterable[int]) -> float:
        return sum(map(self._of.__getitem__, words))

    def likeness(self, one: Compared, other: Compared) -> float:
        """The weight of the words that both have, divided by the mean weight of the two; 0 to 1."""
        both = one.weight + other.weight
        return 2 * self.total(one.bag & other.bag) / both if both else float(one.same(other))


def order_similarity(one: Sequence[int], other: Sequence[int]) -> float:
    """The share of words that both have in the same order, 0 to 1."""
    return Indel.normalized_similarity(one, other)


def words_changed(one: Sequence[int], other: Sequence[int]) -> int:
    """Words out plus words in."""
    return Indel.distance(one, other)


class Candidates:
    """An index of some paragraphs of one side by their words."""

    def __init__(self, texts: Sequence[Compared], members: Iterable[int], weights: Weights) -> None:
        self._texts = texts
        self._weights = weights
        self._places: dict[int, list[int]] = defaultdict(list)
        for index in sorted(members):
            for word in texts[index].bag:
                self._places[word].append(index)

    def near(self, text: Compared, place: float, top: int) -> list[tuple[int, float]]:
        """The `top` members most like `text` with their likeness, best first; among equals the nearest to `place`."""
        known = sorted((len(self._places[word]), word) for word in text.bag if word in self._places)
        overlap: dict[int, float] = defaultdict(float)
        for count, word in known[:RAREST]:
            places = self._places[word]
            if count > NEAREST:
                start = min(max(bisect_left(places, place) - NEAREST // 2, 0), count - NEAREST)
                places = places[start : start + NEAREST]
            weight = self._weights[word]
            for index in places:
                overlap[index] += weight
        likely = nsmallest(2 * top, overlap, key=lambda index: (-overlap[index], abs(index - place)))
        scored = [(index, self._weights.likeness(text, self._texts[index])) for index in likely]
        scored.sort(key=lambda found: (-found[1], abs(found[0] - place)))
        return scored[:top]
