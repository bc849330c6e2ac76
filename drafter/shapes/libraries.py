"""The JSON of the library: its list, and how its records compare with their sources."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict
from typing import TYPE_CHECKING

from drafter.shapes.values import Shape, day

if TYPE_CHECKING:
    from drafter.library.values import CatalogueEntry, Verified


def library_shape(entries: Iterable[CatalogueEntry]) -> Shape:
    """The library's list, in the order of the symbols."""
    return {"resolutions": [entry_shape(entry) for entry in entries]}


def entry_shape(entry: CatalogueEntry) -> Shape:
    """One row of the list."""
    return {**asdict(entry), "symbol": str(entry.symbol), "adopted": day(entry.adopted)}


def verified_shape(records: Iterable[Verified]) -> Shape:
    """Each record by its name with what differs from its source, and how many records differ."""
    shown = [
        {
            "record": one.record,
            "problems": [{"where": problem.where, "what": problem.what} for problem in one.problems],
            "older_reader": one.older_reader,
        }
        for one in records
    ]
    return {"records": shown, "wrong": sum(bool(record["problems"]) for record in shown)}
