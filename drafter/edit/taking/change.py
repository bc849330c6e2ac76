"""One change that a colleague's text makes to a draft."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256

from drafter.edit.edits import Edit, SetText, Several
from drafter.model.inline import Inline


@dataclass(frozen=True, slots=True)
class TakenChange:
    """What a colleague changed: `kind` is words, new, delete, move, note, reason, title or masthead.

    `label` is the draft's for the paragraph (a field's name for the masthead, "title" for the title), `after` the label
    that a new or moved paragraph follows, "" for the first; `found` and `put` are the words out and in, `text` the
    paragraph as it would read. `collides` says that the draft was changed at the same place since, so that taking it
    loses that. `edit` makes the change.

    `by` are those who changed it, where the file says; `untracked` that it differs in a tracked file without being
    tracked. `place` is the draft's id of the paragraph; of changed words, `between` are those before and after; of a
    deleted one, `spared` are those of the list below it that stay.
    """

    kind: str
    label: str
    found: str
    put: str
    text: str
    edit: Edit
    after: str | None = None
    collides: bool = False
    by: tuple[str, ...] = ()
    untracked: bool = False
    place: str = ""
    between: tuple[Inline, Inline] | None = None
    spared: tuple[str, ...] = ()

    @property
    def id(self) -> str:
        """Always the same for the same change."""
        whole = self.text if self.kind == "note" else ""  # two notes of a paragraph may change alike
        parts = (self.kind, self.label, self.after or "", self.found, self.put, whole)
        return sha256("\0".join(parts).encode()).hexdigest()[:6]

    @property
    def key(self) -> tuple[str, ...]:
        """The same for this change however the draft goes on."""
        return (self.kind, self.place or self.label, "" if self.place else self.text, *self.by)

    @property
    def becomes(self) -> Inline | None:
        """The paragraph's words after it, where it changes them."""
        steps = self.edit.edits if isinstance(self.edit, Several) else (self.edit,)
        return next((step.inline for step in steps if isinstance(step, SetText)), None)

    @property
    def where(self) -> str:
        """Where it is, for a person: "OP14", "after OP2", "OP14 after OP2"."""
        after = f"after {self.after}" if self.after else "first of all"
        if self.kind == "move":
            return f"{self.label} {after if self.after else 'to the top'}"
        return self.label or after
