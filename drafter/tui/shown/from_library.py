"""Entries from the library: suggestions with what they would change, and agreed language with its sources."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from drafter.model.suggestion import Suggestion, SuggestionKind
from drafter.tui.shown.agreement import Agreement, merged, stands
from drafter.tui.shown.entry import PaneEntry
from drafter.tui.shown.plain import lead_in, lead_out, shown
from drafter.tui.shown.wording import ADDED, REMOVED
from drafter.tui.state.session import Session, changes

if TYPE_CHECKING:
    from drafter.answering import Answering, Question
    from drafter.library.values import AgreedRun
    from drafter.model.inline import Inline

_AROUND = 24
"""Characters shown before and after a change."""
_SOURCES = 3
_KINDS = {
    SuggestionKind.UPDATE: "update",
    SuggestionKind.LINEAGE: "earlier wording of this paragraph",
    SuggestionKind.RESTORE: "once here, since dropped",
    SuggestionKind.PRIOR: "agreed elsewhere",
    SuggestionKind.PROPAGATE: "same change as elsewhere",
    SuggestionKind.SPREADING: "spreading in this session",
    SuggestionKind.STRENGTH: "another strength, as advice",
}


def suggested(session: Session, place: str, answering: Answering, question: Question) -> tuple[PaneEntry, ...]:
    """The best few suggestions for a standing paragraph."""
    draft = session.draft
    found = answering.suggestions(draft, place, question)
    return tuple(_suggestion(one, draft[place].inline) for one in found if one.kind is not SuggestionKind.UPDATE)


def agreed(session: Session, place: str, answering: Answering, question: Question) -> tuple[PaneEntry, ...]:
    """The paragraph with its agreed words marked, and the sources of each run."""
    text = session.draft[place].text
    coverage = answering.coverage(text, question)
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
    return (PaneEntry(Content.assemble(head, *pieces)), *(_run(run, text) for run in coverage.runs))


def _run(run: AgreedRun, text: str) -> PaneEntry:
    """Where the words stand: in one text, or first in one and last in another."""
    if run.count == 1:
        where = f"only {stands(run.latest)}"
    else:
        where = f"latest {stands(run.latest)}, first {stands(run.first)} · {run.count} texts"
    words = f"“{shown(_short(text[run.start : run.end]))}”\n"
    return PaneEntry(Content.assemble(words, (where, "$foreground 62%")), run=run)


def _suggestion(one: Suggestion, current: Inline) -> PaneEntry:
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
    return PaneEntry(Content.assemble(head, *change, (f"\n{tail}", "$foreground 62%")), suggestion=one)


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
