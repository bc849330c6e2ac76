"""Two states of one draft side by side, for whoever has to choose between them."""

from __future__ import annotations

from dataclasses import dataclass

from drafter.edit.apply import FIELDS
from drafter.edit.drafts import OpenDraft
from drafter.model.draft import Draft, labels


@dataclass(frozen=True, slots=True)
class Competing:
    """A paragraph by its label, the "title" or a field of the masthead, as markup in each of the two drafts; "" if a
    draft lacks it."""

    label: str
    mine: str
    theirs: str


def competing(mine: Draft, theirs: Draft) -> tuple[Competing, ...]:
    """What differs, in the order of `mine`, then what only `theirs` has, then the masthead; a paragraph is
    the same by its id."""
    found = [Competing("title", mine.title.markup, theirs.title.markup)]
    own, other = _texts(mine), _texts(theirs)
    names = labels(theirs) | labels(mine)
    found += (Competing(names[id], own.get(id, ""), other.get(id, "")) for id in own | other)
    found += (Competing(name, _field(mine, name), _field(theirs, name)) for name in FIELDS)
    return tuple(one for one in found if one.mine != one.theirs)


def settled(opened: OpenDraft, choice: str | None) -> tuple[Competing, ...]:
    """What differs if both the open draft and its file have changed, () otherwise; a `choice`, "mine" or "theirs",
    makes one of them the draft."""
    if opened.outside is None:
        return ()
    found = competing(opened.document, opened.outside)
    if choice == "mine":
        opened.keep_own()
    elif choice == "theirs":
        opened.take_outside()
    return found


def _field(draft: Draft, name: str) -> str:
    value = getattr(draft, name)
    return ", ".join(value) if isinstance(value, tuple) else str(value or "")


def _texts(draft: Draft) -> dict[str, str]:
    return {one.id: "" if one.deleted else one.inline.markup for one in draft}
