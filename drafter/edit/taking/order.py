"""The order of a draft's paragraphs while some of them are moved, each with the list below it."""

from __future__ import annotations

from collections.abc import Iterable


class MovedOrder:
    """Ids in order, with their levels; what is new in the draft is not among them, and may stand between."""

    def __init__(self, paragraphs: Iterable[tuple[str, int]]) -> None:
        self._order = list(paragraphs)

    def put(self, id: str, after: str | None) -> bool:
        """Let a paragraph stand behind another one, or first of all; False if it does already or one is not there."""
        ids = [one for one, _ in self._order]
        if id not in ids or (after is not None and after not in ids):
            return False
        place = ids.index(id)
        if (ids[place - 1] if place else None) == after:
            return False
        level, end = self._order[place][1], place + 1
        while end < len(ids) and self._order[end][1] > level:
            end += 1
        block = self._order[place:end]
        if after in ids[place:end]:
            return False
        del self._order[place:end]
        at = 0 if after is None else [one for one, _ in self._order].index(after) + 1
        self._order[at:at] = block
        return True
