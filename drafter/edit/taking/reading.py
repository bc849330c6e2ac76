"""A colleague's file: its text, with the changes of each of those who tracked some, and what it is based on."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from drafter.edit import draftfile
from drafter.edit.taking.change import TakenChange
from drafter.edit.taking.changes import changes
from drafter.edit.taking.states import DraftState, apart, closest
from drafter.edit.taking.theirs import Theirs, of_draft, of_resolution
from drafter.edit.taking.underneath import FOREIGN, underneath
from drafter.errors import DrafterError
from drafter.library.sources import open_tracked, open_word
from drafter.model.draft import Draft, labels
from drafter.model.reading import Reading, Revisions

if TYPE_CHECKING:
    from drafter.parse.word.tracked import TrackedWord

_NAMED = 6
"""How many paragraphs are named in one line."""


@dataclass(frozen=True)
class ColleaguesFile:
    """A file as read once.

    of        by author, the text with that author's changes alone
    state     the state of the draft that these are compared with; `mine` is the draft as it was when this was read
    standing  the text of a tracked file before its changes, the state that it should be, and the words of its
              paragraphs after all changes; only where the first two differ
    told      what a person should know of it
    tracked   whether its changes are tracked
    """

    path: Path
    of: tuple[tuple[tuple[str, ...], Theirs], ...]
    state: Draft
    mine: Draft
    standing: tuple[Theirs, Draft, frozenset[str]] | None = None
    told: tuple[str, ...] = ()
    tracked: bool = False

    def changes(self, mine: Draft | None = None) -> tuple[TakenChange, ...]:
        """What the file changes in the draft, or in what became of it by now (`mine`), by author and in the order of
        the text; what is there already is left out. Raises DrafterError if the file is of another text."""
        try:
            return tuple(_united(self._all(mine or self.mine)))
        except DrafterError as error:
            raise _in_file(error, self.path) from error

    def _all(self, mine: Draft) -> Iterator[TakenChange]:
        for by, theirs in self.of:
            yield from (replace(one, by=by) for one in changes(mine, self.state, theirs, certain=self.tracked))
        if self.standing is not None:
            text, state, after = self.standing
            for one in changes(mine, state, text):
                gone = one.kind == "new" and one.text not in after
                as_mine = one.kind in ("words", "delete") and mine[one.place].text in after
                if not gone and not as_mine:  # otherwise the tracked changes undo it again
                    yield replace(one, untracked=True)


def colleagues_file(
    path: Path,
    states: Iterable[DraftState],
    text: Callable[[str], Reading | Draft],
    tie: Callable[[Draft, Path], Draft],
    revisions: Revisions = Revisions.ACCEPTED,
) -> ColleaguesFile:
    """The file, against the states of a draft, the present one last; `text` reads a file by its name, `tie` gives a
    draft its base.

    Raises DrafterError for a draft of another text.
    """
    known = list(states)
    mine = known[-1].draft
    if path.suffix.lower() == ".docx":
        try:
            return _word(path, known, tie, revisions)
        except DrafterError as error:
            raise _in_file(error, path) from error
    found = text(str(path))
    if isinstance(found, Draft):
        by = (found.author,) if found.author else ()
        return _untracked(path, by, of_draft(_of_the_same(found, mine, path)), known)
    return _untracked(path, (), of_resolution(found.resolution), known)


def _word(
    path: Path, known: list[DraftState], tie: Callable[[Draft, Path], Draft], revisions: Revisions
) -> ColleaguesFile:
    word = open_word(path, revisions)
    if word.draft is not None:
        inside = _of_the_same(
            tie(draftfile.loads(word.draft, f"{path} (the draft in it)"), path), known[-1].draft, path
        )
        if not word.changed:
            return _untracked(path, (inside.author,) if inside.author else (), of_draft(inside), known)
        known = [DraftState(inside, "when it was put into this file"), *known]
    tracked = open_tracked(path) if revisions is Revisions.ACCEPTED else None
    if tracked is None or not tracked.changes:
        return _untracked(path, (), of_resolution(word.reading().resolution), known)
    return _tracked(path, tracked, known)


def _tracked(path: Path, word: TrackedWord, known: list[DraftState]) -> ColleaguesFile:
    from drafter.parse.word.tracked import signed

    before = of_resolution(word.rejected().reading.resolution)
    found = closest(known, before)
    differing = apart(found.draft, before)
    state = underneath(found.draft, before) if differing else found.draft
    of = tuple(
        ((name,) if name else (), of_resolution(word.of(authors).reading.resolution))
        for name, authors in signed(word.authors, ()).items()
    )
    told = [f"tracked on your draft as it was {found.called}"] if found.called and not differing else []
    if differing:
        told.append(f"tracked on a text that is not your draft’s: {_differing(found.draft, before, differing)}")
    missing = {one.text for one in state if one.id.startswith(FOREIGN)}
    lost = missing - {one.text for _, text in of for one in text.paragraphs}
    told += (f"your draft has no such paragraph, so its change is left out: {words[:60]} …" for words in sorted(lost))
    mine = known[-1].draft
    after = frozenset(one.text for one in word.accepted().reading.resolution.paragraphs)
    return ColleaguesFile(path, of, state, mine, (before, found.draft, after) if differing else None, tuple(told), True)


def _untracked(path: Path, by: tuple[str, ...], theirs: Theirs, known: list[DraftState]) -> ColleaguesFile:
    found = closest(known, theirs)
    told = (f"compared with your draft as it was {found.called}, which it is nearest to",) if found.called else ()
    return ColleaguesFile(path, ((by, theirs),), found.draft, known[-1].draft, told=told)


def _differing(state: Draft, before: Theirs, differing: set[str]) -> str:
    names = labels(state)
    own = [names[one.id] for one in state.standing if " ".join(one.text.split()) in differing]
    more = sum(" ".join(one.text.split()) in differing for one in before.paragraphs)
    listed = f" ({', '.join(own[:_NAMED])}{' …' if len(own) > _NAMED else ''})" if own else ""
    count = max(len(own), more, 1)
    return (
        f"{count} paragraph{' differs' if count == 1 else 's differ'}{listed} without being tracked, as in an older "
        "text or where tracking was off"
    )


def _united(found: Iterable[TakenChange]) -> Iterator[TakenChange]:
    """Equal changes of several as one."""
    by_id: dict[str, TakenChange] = {}
    for one in found:
        known = by_id.get(one.id)
        if known is None:
            by_id[one.id] = one
        elif not one.untracked:
            by_id[one.id] = replace(known, by=tuple(sorted({*known.by, *one.by})))
    yield from by_id.values()


def _of_the_same(other: Draft, mine: Draft, path: Path) -> Draft:
    if Path(other.base).name != Path(mine.base).name:
        raise DrafterError(f"this is a draft from {other.base}, and yours is from {mine.base}", file=path)
    return other


def _in_file(error: DrafterError, path: Path) -> DrafterError:
    return DrafterError(error.problem, file=error.file or path, place=error.place, remedy=error.remedy)
