"""Runs of six words as numbers."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from hashlib import blake2b

RUN = 6
"""The fewest words that count as agreed language."""

_PRIME = (1 << 61) - 1
_BASE = 0x1F3D5B79F3D5B79
_BASE_RUN = pow(_BASE, RUN, _PRIME)


@cache
def _number_of(word: str) -> int:
    return int.from_bytes(blake2b(word.encode(), digest_size=8).digest(), "big") % _PRIME


def run_hashes(texts: Sequence[str]) -> list[int]:
    """A number for each run of six words, the same on every machine; equal runs have equal numbers.

    Two unlike runs share one with a chance of 1 in 2**61, Rabin and Karp's rolling remainder.
    """
    numbers = [_number_of(text) for text in texts]
    if len(numbers) < RUN:
        return []
    rolling = 0
    for number in numbers[:RUN]:
        rolling = (rolling * _BASE + number) % _PRIME
    hashes = [rolling]
    for leaving, coming in zip(numbers, numbers[RUN:], strict=False):
        rolling = (rolling * _BASE + coming - leaving * _BASE_RUN) % _PRIME
        hashes.append(rolling)
    return hashes
