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
    """`revisions` as for a whole file; with `name`, that person's changes are accepted and all others rejected.

    With `asterisks`, the marks that somebody typed for notes are words of the text, with `struck` those through which
    somebody drew a line by hand.
    """

    revisions: Revisions
    name: str = ""
    asterisks: bool = False
    struck: bool = False

    @property
    def accepts_all(self) -> bool:
        return not self.name and self.revisions is Revisions.ACCEPTED

    def accepts(self, change: _Element) -> bool:
        """Whether a change, or the record of a former formatting, counts as accepted."""
        if not self.name:
            return self.revisions is Revisions.ACCEPTED
        return self.name in authors_of(change)

    def drops(self, change: _Element) -> bool:
        """Whether what a change of the text holds is not read."""
        return (change.tag in CAME and not self.accepts(change)) or (change.tag in WENT and self.accepts(change))

    def drops_any(self, properties: _Element | None) -> bool:
        """Whether a paragraph's mark or a table's row with these properties is not read."""
        return properties is not None and any(self.drops(change) for change in properties)


def authors_of(change: _Element) -> tuple[str, ...]:
    """The author of a change, and where that is a list, as of several who delete the same words, each of them."""
    author = " ".join((change.get(f"{W}author") or "").split())
    return (author, *author.split(", ")) if ", " in author else (author,)
