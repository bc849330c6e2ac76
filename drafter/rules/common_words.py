"""How rare a word is in resolutions at large."""

from __future__ import annotations

from collections.abc import Mapping
from math import log
from typing import cast

from drafter.rules.tables import kept, table

RARE = 4
"""Per cent of texts from which a word counts as common."""


@kept()
def rarity() -> Mapping[str, float]:
    """Each common word with what it weighs against a rare one, 0 to 1; a word that is not in it is rare.

    >>> rarity()["the"] < rarity()["landlocked"] < 1
    True
    >>> "hydrofluorocarbons" in rarity()
    False
    """
    weights: dict[str, float] = {}
    for share, words in table("common_words").items():
        weight = log(100 / int(share)) / log(100 / RARE)
        weights |= dict.fromkeys(cast(str, words).split(), weight)
    return weights


def rarity_of(word: str) -> float:
    """What a word in small letters weighs, 0 to 1.

    >>> rarity_of("hydrofluorocarbons")
    1.0
    """
    return rarity().get(word, 1.0)
