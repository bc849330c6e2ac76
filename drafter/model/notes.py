"""Footnotes as full citations and as printed, where "Ibid." takes up the note directly before."""

from __future__ import annotations

from collections.abc import Iterable

from drafter.model.resolution import Footnote


def in_full(footnotes: Iterable[Footnote]) -> tuple[Footnote, ...]:
    return tuple(footnotes)


def with_ibid(footnotes: Iterable[Footnote]) -> tuple[Footnote, ...]:
    return tuple(footnotes)
