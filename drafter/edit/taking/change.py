"""One change that a colleague's text makes to a draft."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256

from drafter.edit.edits import Edit


@dataclass(frozen=True, slots=True)
class TakenChange:
    """What a colleague changed: `kind` is words, new, delete, move, note, reason, title or masthead.

    `label` is the draft's for the paragraph (a field's name for the masthead, "title" for the title), `after` the label
    that a new or moved paragraph follows, "" for the first; `found` and `put` are the words out and in, `text` the
    paragraph as it would read. `collides` says that the draft was changed at the same place since, so that taking it
    loses that. `edit` makes the change.
    """

    kind: str
    label: str
    found: str
    put: str
    text: str
    edit: Edit
    after: str | None = None
    collides: bool = False

    @property
    def id(self) -> str:
        """Always the same for the same change."""
        parts = (self.kind, self.label, self.after or "", self.found, self.put)
        return sha256("\0".join(parts).encode()).hexdigest()[:6]
