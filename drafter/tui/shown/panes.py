"""The entries of the panes at the side: one function for each pane, which looks at a session and a paragraph. They run
in workers, so they only read. If there is nothing, the pane says so in words.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from textual.content import Content

from drafter.answering import NotPreparedError
from drafter.errors import DrafterError
from drafter.tui.shown.entry import PaneEntry
from drafter.tui.shown.plain import shown
from drafter.tui.shown.wording import ADDED, REMOVED
from drafter.tui.state.session import Session

if TYPE_CHECKING:
    from drafter.align.lineage import Year
    from drafter.answering import Answering, Question
    from drafter.model.change import WordChange
    from drafter.model.draft import Draft
    from drafter.model.finding import Finding
    from drafter.model.resolution import Resolution

Source = Callable[[Session, str, "Answering", "Question"], tuple[PaneEntry, ...]]

EMPTY = {
    "suggestions": "No suggestion for this paragraph.",
    "lineage": "No earlier text of this series has this paragraph.",
    "agreed": "No words of this paragraph were found in adopted texts.",
    "note": "Neither reason nor note yet; r writes a reason, t a note of your own.",
    "findings": "Nothing found here.",
}


def asked(
    pane: str, session: Session, place: str, answering: Answering, question: Question
) -> tuple[tuple[PaneEntry, ...], str]:
    """The entries of a pane, and the words to show if there are none; OvertakenError if nobody waits for them."""
    try:
        return SOURCES[pane](session, place, answering, question), EMPTY[pane]
    except DrafterError as error:
        return (), str(error)


def pending_updates(session: Session, place: str, *_: object) -> tuple[PaneEntry, ...]:
    """What the turn of the year changes here."""
    return tuple(
        PaneEntry(
            Content.assemble(
                (f"{update.status} update\n", "bold $text-warning"),
                (shown(update.found), REMOVED),
                " → ",
                (shown(update.proposed or "to be filled in"), ADDED if update.proposed else "$text-warning"),
                (f"\n{shown(update.why)}", "$foreground 62%"),
            ),
            update=update,
        )
        for update in session.pending().get(place, ())
    )


def lineage(session: Session, place: str, answering: Answering, question: Question) -> tuple[PaneEntry, ...]:
    """The paragraph in the base and in each earlier text."""
    return through_the_years(session.draft, place, answering, question)


def through_the_years(draft: Draft, place: str, answering: Answering, question: Question) -> tuple[PaneEntry, ...]:
    """A draft's paragraph in the base and in each earlier text, with what changed from one to the next."""
    texts, years = answering.lineage(draft, place, question)
    return tuple(_year(texts, year) for year in years)


def _year(texts: Sequence[Resolution], year: Year) -> PaneEntry:
    from drafter.align.groups import joined
    from drafter.model.numbering import labels

    text = texts[year.text]
    own = labels(text.paragraphs)
    name = text.symbol.short if text.symbol else "draft"
    when = f"{text.adopted:%Y}" if text.adopted else ""
    head = " · ".join(filter(None, (name, ", ".join(own[index] for index in year.indices), when)))
    old = joined(text.paragraphs, year.indices)
    if year.later is None or year.later_text is None:
        return PaneEntry(Content.assemble((f"{head}\n", "bold"), shown(old)))
    new = joined(texts[year.later_text].paragraphs, year.later.new)
    said = (
        f"{len(year.changes)} change{'' if len(year.changes) == 1 else 's'} later"
        if year.changes
        else "then only its notes changed"
        if year.notes
        else "then unchanged"
    )
    notes = [piece for was, now in year.notes for piece in (("\nFootnote: ", "$foreground 62%"), *_note(was, now))]
    return PaneEntry(
        Content.assemble(
            (f"{head}", "bold"), (f"  {said}\n", "$foreground 62%"), *_marked(old, new, year.changes), *notes
        )
    )


def _note(was: str, now: str) -> list[tuple[str, str]]:
    from drafter.align.words import word_changes

    return _marked(was, now, word_changes(was, now))


def _marked(old: str, new: str, changes: Sequence[WordChange]) -> list[tuple[str, str]]:
    """The old wording with what became of it."""
    pieces: list[tuple[str, str]] = []
    at = 0
    for change in changes:
        pieces.append((shown(old[at : change.old_start]), ""))
        pieces.append((shown(old[change.old_start : change.old_end]), REMOVED))
        pieces.append((shown(new[change.new_start : change.new_end]), ADDED))
        at = change.old_end
    pieces.append((shown(old[at:]), ""))
    return pieces


def note(session: Session, place: str, *_: object) -> tuple[PaneEntry, ...]:
    """The reason, the drafter's own note, the clearances, and the sources of the paragraph's words."""
    paragraph = session.draft[place]
    written = [
        PaneEntry(Content.assemble((f"{what}  ", "$foreground 62%"), shown(text)))
        for what, text in (("why", paragraph.reason), ("private note", paragraph.note))
        if text
    ]
    for one in paragraph.clearances:
        since = f", {one.day}" if one.day else ""
        written.append(
            PaneEntry(Content.assemble(("clearance  ", "$foreground 62%"), shown(f"{one.name}: {one.state}{since}")))
        )
    for source in paragraph.sources:
        head = ", ".join(filter(None, (source.symbol, source.label, source.date)))
        written.append(PaneEntry(Content.assemble((f"{head}\n", "$foreground 62%"), shown(source.quote))))
    return tuple(written)


def findings(session: Session, place: str, *_: object) -> tuple[PaneEntry, ...]:
    """What the editorial checks say of the paragraph, and of the text as a whole."""
    found = session.found()
    return tuple(_finding(finding) for finding in (*found.get(place, ()), *found.get("", ())))


def _finding(finding: Finding) -> PaneEntry:
    sign, colour = _SEVERITIES[finding.severity]
    note = f"note {finding.number}: " if finding.number is not None else ""
    pieces = [(f"{sign} {finding.severity}  ", f"bold {colour}"), (shown(note + finding.message), "")]
    if finding.found:
        pieces += [("\n", ""), (shown(finding.found), REMOVED if finding.suggest is not None else "bold")]
    if finding.suggest is not None:
        pieces += [(" → ", ""), (shown(finding.suggest), ADDED)]
    pieces.append((f"\n{finding.rule}", "$foreground 45%"))
    return PaneEntry(Content.assemble(*pieces), finding=finding)


_SEVERITIES = {"error": ("✗", "$text-error"), "warning": ("!", "$text-warning"), "note": ("·", "$foreground 62%")}


def suggestions(session: Session, place: str, answering: Answering, question: Question) -> tuple[PaneEntry, ...]:
    """The updates that are pending here, then language from the library."""
    from drafter.tui.shown.from_library import suggested

    pending = pending_updates(session, place)
    try:
        return (*pending, *suggested(session, place, answering, question))
    except NotPreparedError:
        if not pending:
            raise
        return pending


def agreed(session: Session, place: str, answering: Answering, question: Question) -> tuple[PaneEntry, ...]:
    """Which words stand in adopted texts, and where."""
    from drafter.tui.shown.from_library import agreed as found

    return found(session, place, answering, question)


SOURCES: dict[str, Source] = {
    "suggestions": suggestions,
    "lineage": lineage,
    "agreed": agreed,
    "note": note,
    "findings": findings,
}
