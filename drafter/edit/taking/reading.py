"""A colleague's file: its text, and the state of the draft that it says it is based on."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from drafter.edit import draftfile
from drafter.edit.edits import Edit
from drafter.edit.history import History
from drafter.edit.taking.change import TakenChange
from drafter.edit.taking.changes import changes, closest
from drafter.edit.taking.theirs import Theirs, of_draft, of_resolution
from drafter.errors import DrafterError
from drafter.library.sources import open_word
from drafter.model.draft import Draft
from drafter.model.reading import Reading, Revisions


def changes_in(
    path: Path,
    history: History[Draft, Edit],
    text: Callable[[str], Reading | Draft],
    tie: Callable[[Draft, Path], Draft],
    revisions: Revisions = Revisions.ACCEPTED,
) -> tuple[TakenChange, ...]:
    """What the file changes in the draft with that history, compared with the state on which the file is based. Raises
    DrafterError if the file is of another text.
    """
    mine = history.document
    try:
        other, state = theirs(path, mine, text, tie, revisions)
        states = (*(step.document for step in (*history.past, *history.future)), mine)
        return changes(mine, state or closest(states, other), other)
    except DrafterError as error:
        raise DrafterError(error.problem, file=error.file or path, place=error.place, remedy=error.remedy) from error


def theirs(
    path: Path,
    mine: Draft,
    text: Callable[[str], Reading | Draft],
    tie: Callable[[Draft, Path], Draft],
    revisions: Revisions = Revisions.ACCEPTED,
) -> tuple[Theirs, Draft | None]:
    """The text in the file, its tracked changes as `revisions` says, and the draft as it was put into a Word file that
    was changed since; None where the file does not say.

    `text` reads a file by its name, `tie` gives a draft its base. Raises DrafterError for a draft of another text.
    """
    if path.suffix.lower() == ".docx":
        word = open_word(path, revisions)
        if word.draft is not None and word.changed:
            inside = tie(draftfile.loads(word.draft, f"{path} (the draft in it)"), path)
            return of_resolution(word.reading().resolution), _of_the_same(inside, mine, path)
    found = text(str(path))
    if isinstance(found, Draft):
        return of_draft(_of_the_same(found, mine, path)), None
    return of_resolution(found.resolution), None


def _of_the_same(other: Draft, mine: Draft, path: Path) -> Draft:
    if Path(other.base).name != Path(mine.base).name:
        raise DrafterError(f"this is a draft from {other.base}, and yours is from {mine.base}", file=path)
    return other
