"""What a person may have meant by a symbol that the library does not have."""

from __future__ import annotations

import difflib
from collections.abc import Sequence

from drafter.library.values import CatalogueEntry
from drafter.model.symbol import Symbol


def near(name: Symbol | str, entries: Sequence[CatalogueEntry]) -> str:
    """The remedy: up to three symbols like it, or titles with its words, or how to see them all."""
    short = name.short if isinstance(name, Symbol) else name
    known = {entry.symbol.short: entry for entry in entries}
    found = [known[one] for one in difflib.get_close_matches(short, known, 3, 0.6)]
    if not found:
        wanted = short.casefold()
        found = [entry for entry in entries if wanted in entry.title.casefold()][-3:]
    if not found:
        return f"drafter corpus list names the {len(entries)} there are"
    return "near: " + ", ".join(f"{entry.symbol.short} ({entry.title[:60]})" for entry in found)
