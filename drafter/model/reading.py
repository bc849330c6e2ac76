"""The result of reading a file: the resolution, and an account of every word that is not in it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from enum import StrEnum

from drafter.model.resolution import Resolution


class Revisions(StrEnum):
    """How the tracked changes of a Word file are read."""

    ACCEPTED = "accepted"
    REJECTED = "rejected"


@dataclass(frozen=True, slots=True)
class Repair:
    """A departure from the source: at `where`, `found` was read as `read_as`, because `why`.

    `by_hand` marks a correction made by a person rather than by a rule.
    """

    where: str
    found: str
    read_as: str
    why: str
    by_hand: bool = False


NUMBER_TWICE = "the source has this number twice"
"""Why the second of two paragraphs with one number was read as "bis"."""

_MANY = 3


def told_once(repairs: Iterable[Repair]) -> tuple[Repair, ...]:
    """The repairs as the user is told of them: more than three for one reason become one, with their count.

    It names the first place and the last, and shows what was done at the first.
    """
    alike: dict[tuple[str, bool], list[Repair]] = {}
    for repair in repairs:
        alike.setdefault((repair.why, repair.by_hand), []).append(repair)
    told: list[Repair] = []
    for group in alike.values():
        if len(group) <= _MANY:
            told.extend(group)
            continue
        first, last = group[0], group[-1]
        where = first.where if first.where == last.where else f"{first.where} to {last.where}"
        told.append(replace(first, where=where, why=f"{first.why} ({len(group)} times)"))
    return tuple(told)


@dataclass(frozen=True, slots=True)
class Unplaced:
    """Text of the source that found no place in the resolution, and why where that is known; `line` counts from 1."""

    line: int
    text: str
    why: str = ""


@dataclass(frozen=True, slots=True)
class Reading:
    """A resolution with its repairs, the page furniture set aside and what could not be placed.

    `notices` are lines to tell once about the file, such as whose tracked changes were accepted, and `places` the
    source's lines of each paragraph; no record keeps either.
    """

    resolution: Resolution
    repairs: tuple[Repair, ...] = ()
    furniture: tuple[str, ...] = ()
    unplaced: tuple[Unplaced, ...] = ()
    notices: tuple[str, ...] = field(default=(), compare=False)
    places: tuple[tuple[int, ...], ...] = field(default=(), compare=False)
