"""How alike paragraphs are, and which ones are worth comparing.

A word weighs by its rarity in the two texts at hand, so that "the importance of" does not make two paragraphs
alike. Candidates come from an index of the rarest words, nearest places first: the cost grows with
the number of paragraphs, not with its square.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from math import log

from rapidfuzz.distance import Indel

from drafter.align.tokens import is_word, tokens
from drafter.model.resolution import Paragraph

RAREST = 10
"""Words of a paragraph that are looked up for candidates."""
NEAREST = 24
"""Places looked at for each of these words."""


class Text:
    """One paragraph prepared for comparison: its words as numbers, in order, and counted with their weights."""

    __slots__ = ("bag", "key", "paragraph", "weight", "words")

    def __init__(self, paragraph: Paragraph, ids: dict[str, int]) -> None:
        found = tokens(paragraph.text)
        self.paragraph = paragraph
        self.key = (" ".join(found.keys), paragraph.kind.value == "heading")
        self.words = [ids.setdefault(key.casefold(), len(ids)) for key in found.keys if is_word(key)]
        self.bag: dict[int, float] = {}
        self.weight = 0.0

    def weigh(self, weights: Sequence[float]) -> None:
        self.bag = {word: count * weights[word] for word, count in Counter(self.words).items()}
        self.weight = sum(self.bag.values())


def prepared(old: Sequence[Paragraph], new: Sequence[Paragraph]) -> tuple[list[Text], list[Text]]:
    """Both sides ready for comparison; a word weighs log(1 + paragraphs / paragraphs that have it)."""
    ids: dict[str, int] = {}
    sides = [Text(paragraph, ids) for paragraph in old], [Text(paragraph, ids) for paragraph in new]
    having = [0] * len(ids)
    for side in sides:
        for text in side:
            for word in set(text.words):
                having[word] += 1
    everything = len(old) + len(new)
    weights = [log(1 + everything / count) for count in having]
    for side in sides:
        for text in side:
            text.weigh(weights)
    return sides


def likeness(one: Text, other: Text) -> float:
    """0 to 1: the weight of the words both have, over the mean weight of the two."""
    total = one.weight + other.weight
    if not total:
        return float(one.key == other.key)
    small, large = (one.bag, other.bag) if len(one.bag) < len(other.bag) else (other.bag, one.bag)
    return 2 * sum(min(weight, large[word]) for word, weight in small.items() if word in large) / total


def shared_share(part: Text, whole: Text) -> float:
    """The share of `part`'s weight that `whole` has too."""
    if not part.weight:
        return 0.0
    return sum(min(weight, whole.bag[word]) for word, weight in part.bag.items() if word in whole.bag) / part.weight


def order_similarity(one: Sequence[int], other: Sequence[int]) -> float:
    """The share of words that both have in the same order, 0 to 1."""
    return Indel.normalized_similarity(one, other)


def words_changed(one: Sequence[int], other: Sequence[int]) -> int:
    """Words out plus words in."""
    return Indel.distance(one, other)


class Candidates:
    """An index of some paragraphs of one side by their words."""

    def __init__(self, texts: Sequence[Text], members: Iterable[int]) -> None:
        self._texts = texts
        self._places: dict[int, list[int]] = {}
        for index in sorted(members):
            for word in texts[index].bag:
                self._places.setdefault(word, []).append(index)

    def near(self, text: Text, place: float, top: int) -> Iterator[tuple[int, float]]:
        """The `top` members most like `text` with their likeness, best first; of equals the nearest to `place`."""
        known = [(len(self._places[word]), word) for word in text.bag if word in self._places]
        known.sort()
        overlap: dict[int, float] = defaultdict(float)
        for _, word in known[:RAREST]:
            places = self._places[word]
            if len(places) > NEAREST:
                middle = bisect_left(places, place)
                start = min(max(middle - NEAREST // 2, 0), len(places) - NEAREST)
                places = places[start : start + NEAREST]
            weight = text.bag[word]
            for index in places:
                overlap[index] += weight
        best = sorted(overlap, key=lambda index: (-overlap[index], abs(index - place)))[: top * 3]
        scored = sorted(
            ((index, likeness(text, self._texts[index])) for index in best), key=lambda x: (-x[1], abs(x[0] - place))
        )
        yield from scored[:top]
