"""The states that a draft has been in, by name, and the one that another text is based on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from drafter.edit.begin import begin
from drafter.edit.edits import Edit
from drafter.edit.history import History
from drafter.edit.taking.theirs import Theirs
from drafter.edit.versions import NamedVersion, NamedVersions
from drafter.errors import DrafterError
from drafter.model.draft import Draft


@dataclass(frozen=True, slots=True)
class DraftState:
    """A draft as it was once; `called` says when, "" for the draft as it is now."""

    draft: Draft
    called: str = ""


def states(history: History[Draft, Edit], file: Path) -> tuple[DraftState, ...]:
    """Those that are known of the draft in that file, its named versions too, the present one last."""
    return (*_earlier(history, NamedVersions(file).all()), DraftState(history.document))


def _earlier(history: History[Draft, Edit], versions: Iterable[NamedVersion]) -> Iterator[DraftState]:
    mine = history.document
    if mine.adopted is not None:
        yield DraftState(begin(mine.adopted.resolution, mine.base, mine.session), "when it was begun")
    for version in versions:
        try:
            kept = version.draft(Path(mine.base))
        except DrafterError:
            continue  # a version that can no longer be read is told where versions are listed
        yield DraftState(kept, f"in the version “{version.name}”")
    for step in history.future:
        yield DraftState(step.document, f"after “{step.name}”, which was undone")
    for back, step in zip(range(len(history.past), 0, -1), history.past, strict=True):
        yield DraftState(step.document, f"before “{step.name}”, {back} step{'' if back == 1 else 's'} ago")


def closest(known: Iterable[DraftState], theirs: Theirs) -> DraftState:
    """The state on which a text is based: the latest of those from which it differs least."""
    return min(reversed(list(known)), key=lambda one: len(apart(one.draft, theirs)))


def apart(state: Draft, theirs: Theirs) -> set[str]:
    """The texts of paragraphs and notes that only one of the two has."""
    own = {" ".join(one.text.split()) for one in theirs.paragraphs}
    notes = {one.text for one in theirs.notes.values()}
    mine = {" ".join(one.text.split()) for one in state.standing}
    return (own ^ mine) | (notes ^ {one.inline.text for one in state.footnotes})
