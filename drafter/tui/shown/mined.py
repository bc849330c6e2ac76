"""Entries mined from the library: suggestions with what they would change, and agreed language with its sources.

The library is opened for searching once and asked by one worker at a time.
"""

from __future__ import annotations

from threading import Lock
from typing import TYPE_CHECKING

from textual.content import Content

from drafter.errors import LibraryError
from drafter.model.draft import Draft
from drafter.model.suggestion import Suggestion, SuggestionKind
from drafter.tui.shown.agreement import Agreement, merged, stands
from drafter.tui.shown.entry import Entry
from drafter.tui.shown.worded import ADDED, REMOVED, lead_in, lead_out, shown
from drafter.tui.state.session import Session, changes

if TYPE_CHECKING:
    from drafter.desk import Desk
    from drafter.library.agreed import Coverage, Run
    from drafter.library.searchable import Progress, Searchable, Watch
    from drafter.model.inline import Inline
    from drafter.suggest.setting import Setting

_AROUND = 24
"""Characters shown before and after a change."""
_SOURCES = 3
_MOST = 1000
"""How many texts it is remembered of which of their words are agreed."""
_KINDS = {
    SuggestionKind.UPDATE: "update",
    SuggestionKind.LINEAGE: "earlier wording of this paragraph",
    SuggestionKind.RESTORE: "once here, since dropped",
    SuggestionKind.PRIOR: "agreed elsewhere",
    SuggestionKind.PROPAGATE: "same change as elsewhere",
    SuggestionKind.SPREADING: "spreading in this session",
    SuggestionKind.STRENGTH: "another strength, as advice",
}


class NotPreparedError(LibraryError):
    """The library cannot be searched yet."""


_ONE_AT_A_TIME = Lock()
_OPENED: dict[object, Searchable] = {}
_COVERED: dict[tuple[object, str], Coverage] = {}
_SETTINGS: list[tuple[Draft, Setting]] = []


def suggested(session: Session, place: str, desk: Desk) -> tuple[Entry, ...]:
    """The best few suggestions for a standing paragraph."""
    from drafter.suggest.rank import suggestions

    draft = session.draft
    index = next((n for n, paragraph in enumerate(draft.standing) if paragraph.id == place), None)
    if index is None:
        return ()
    with _ONE_AT_A_TIME:
        found = suggestions(_setting(draft, desk), index)
    return tuple(_suggestion(one, draft[place].inline) for one in found if one.kind is not SuggestionKind.UPDATE)


def agreed(session: Session, place: str, desk: Desk) -> tuple[Entry, ...]:
    """The paragraph with its agreed words marked, and where each run of them stands."""
    text = session.draft[place].text
    coverage = covered(text, desk)
    if not coverage.runs:
        return ()
    pieces: list[tuple[str, str]] = []
    at = 0
    for start, end in merged((run.start, run.end) for run in coverage.runs):
        pieces += [(shown(text[at:start]), "$foreground 62%"), (shown(text[start:end]), "underline")]
        at = end
    pieces.append((shown(text[at:]), "$foreground 62%"))
    share = Agreement(coverage).share
    head = (f"{share} % of {coverage.words} words stand in adopted texts\n", "bold")
    return (Entry(Content.assemble(head, *pieces)), *(_run(run, text) for run in coverage.runs))


def _run(run: Run, text: str) -> Entry:
    """Where the words stand: in one text, or first in one and last in another."""
    if run.count == 1:
        where = f"only {stands(run.latest)}"
    else:
        where = f"latest {stands(run.latest)}, first {stands(run.first)} · {run.count} texts"
    words = f"“{shown(_short(text[run.start : run.end]))}”\n"
    return Entry(Content.assemble(words, (where, "$foreground 62%")), run=run)


def covered(text: str, desk: Desk) -> Coverage:
    """Which words of a text are agreed; remembered for as long as the library stays the same."""
    known = known_coverage(text, desk)
    if known is None:
        with _ONE_AT_A_TIME:
            known = _searchable(desk).agreed.coverage(text)
            _COVERED[desk.library.root, text] = known
            if len(_COVERED) > _MOST:
                del _COVERED[next(iter(_COVERED))]
    return known


def known_coverage(text: str, desk: Desk) -> Coverage | None:
    """What was found out about a text already."""
    return _COVERED.get((desk.library.root, text))


def forget() -> None:
    """Open the library anew at the next question, after a text was added to it."""
    _OPENED.clear()
    _SETTINGS.clear()
    _COVERED.clear()


def prepare(desk: Desk, watch: Watch) -> Progress | None:
    """Open the library for searching, which takes minutes once where it is large: how far it came if it was stopped."""
    searchable = desk.searchable(watch=watch)
    searchable.prepare()
    with _ONE_AT_A_TIME:
        forget()
        _OPENED[desk.library.root] = searchable
    return searchable.stopped


def _searchable(desk: Desk) -> Searchable:
    try:
        return _OPENED[desk.library.root]
    except KeyError:
        raise NotPreparedError("The library is being prepared for searching …") from None


def _setting(draft: Draft, desk: Desk) -> Setting:
    for known, setting in _SETTINGS:
        if known is draft:
            return setting
    setting = desk.setting(draft, _searchable(desk))
    _SETTINGS[:] = [(draft, setting)]
    return setting


def _suggestion(one: Suggestion, current: Inline) -> Entry:
    head = (f"{_KINDS[one.kind]}\n", "bold $primary")
    if one.after is not None:
        change = [("+ a new paragraph: ", "$foreground 62%"), (shown(_short(one.inline.text, 320)), ADDED)]
    else:
        change = _changed_words(current, one.inline)
    sources = [
        ", ".join(filter(None, (source.symbol.removeprefix("A/RES/"), source.label, source.date[:4])))
        for source in one.sources[:_SOURCES]
    ]
    more = len(one.sources) - _SOURCES
    said = "; ".join(sources) + (f" … {more} more" if more > 0 else "")
    tail = "\n".join(filter(None, (shown(said), shown(one.why))))
    return Entry(Content.assemble(head, *change, (f"\n{tail}", "$foreground 62%")), suggestion=one)


def _changed_words(old: Inline, new: Inline) -> list[tuple[str, str]]:
    pieces: list[tuple[str, str]] = []
    for change in changes(old, new):
        pieces += [
            (
                ("\n" if pieces else "") + shown(lead_in(old.text, change.old_start, _AROUND)),
                "",
            ),
            (shown(old.text[change.old_start : change.old_end]), REMOVED),
            (shown(new.text[change.new_start : change.new_end]), ADDED),
            (shown(lead_out(old.text, change.old_end, _AROUND)), ""),
        ]
    return pieces


def _short(text: str, most: int = 140) -> str:
    if len(text) <= most:
        return text
    return f"{lead_out(text, 0, most - 60)} {lead_in(text, len(text), 50).removeprefix('… ')}"
