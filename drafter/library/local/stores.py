"""Opens the stores that are derived from a library on this machine, all in one folder."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from drafter.library.ports import AgreedLanguage, Changes, Counts, Index


@dataclass(frozen=True, slots=True)
class LocalStores:
    """The stores in `folder`. An engine is imported when its store is opened: not every question needs every one."""

    folder: Path

    def index(self) -> Index:
        from drafter.library.local.index import TantivyIndex

        return TantivyIndex(self.folder / "index")

    def agreed(self) -> AgreedLanguage:
        from drafter.library.local.agreed import SqliteAgreedLanguage

        return SqliteAgreedLanguage(self.folder / "agreed.sqlite")

    def changes(self) -> Changes:
        from drafter.library.local.changes import SqliteChanges

        return SqliteChanges(self.folder / "changes.sqlite")

    def counts(self) -> Counts:
        from drafter.library.local.counts import SqliteCounts

        return SqliteCounts(self.folder / "habits.sqlite")
