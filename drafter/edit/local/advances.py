"""The steps after each revision of an open document, and those who watch for them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic

from drafter.edit.documents import Advance, Change, Event


class Advances(Generic[Change]):
    """The steps from revision to revision as far back as the log goes, and those who watch."""

    def __init__(self) -> None:
        self._known: list[Advance[Change]] = []
        self._watchers: list[Callable[[Event], None]] = []

    def begin_with(self, known: tuple[Advance[Change], ...]) -> None:
        """Start with the steps in the log."""
        self._known = list(known)

    def add(self, advance: Advance[Change]) -> None:
        self._known.append(advance)
        self.tell(advance)

    def since(self, revision: int) -> list[Advance[Change]]:
        """The steps after a revision, oldest first."""
        return [one for one in self._known if one.revision > revision]

    def watch(self, callback: Callable[[Event], None]) -> Callable[[], None]:
        """Call `callback` with every event; the returned function ends that."""
        self._watchers.append(callback)
        return lambda: self._watchers.remove(callback)

    def tell(self, event: Event) -> None:
        for watcher in tuple(self._watchers):
            watcher(event)
