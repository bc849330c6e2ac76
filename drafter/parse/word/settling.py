"""Which tracked changes of a Word file are read as accepted: all, none, or those of one person."""

from __future__ import annotations

from dataclasses import dataclass

from lxml.etree import _Element

from drafter.model.reading import Revisions
from drafter.ooxml.names import W

CAME = frozenset((f"{W}ins", f"{W}moveTo"))
WENT = frozenset((f"{W}del", f"{W}moveFrom"))


@dataclass(frozen=True, slots=True)
class ChangesRead:
    """`revisions` as for a whole file; with `by`, the changes signed by these are accepted and all others rejected.

    With `asterisks`, the marks that somebody typed for notes are words of the text, with `struck` those through which
    somebody drew a line by hand.
    """

    revisions: Revisions
    by: frozenset[str] = frozenset()
    asterisks: bool = False
    struck: bool = False

    @property
    def accepts_all(self) -> bool:
        return not self.by and self.revisions is Revisions.ACCEPTED

    def accepts(self, change: _Element) -> bool:
        """Whether a change, or the record of a former formatting, counts as accepted."""
        if not self.by:
            return self.revisions is Revisions.ACCEPTED
        return author_of(change) in self.by

    def drops(self, change: _Element) -> bool:
        """Whether what a change of the text holds is not read."""
        return (change.tag in CAME and not self.accepts(change)) or (change.tag in WENT and self.accepts(change))

    def drops_any(self, properties: _Element | None) -> bool:
        """Whether a paragraph's mark or a table's row with these properties is not read."""
        return properties is not None and any(self.drops(change) for change in properties)


def author_of(change: _Element) -> str:
    """Who signed a change, with single spaces."""
    return " ".join((change.get(f"{W}author") or "").split()) or "somebody unnamed"
