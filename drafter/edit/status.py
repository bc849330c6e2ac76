"""Where a draft stands before it is handed in: what changed, what is open, what is missing, each with its place."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from drafter.edit.joining import joined
from drafter.edit.pending import MASTHEAD, RULE, pending
from drafter.edit.shifted import shifted
from drafter.model.decisions import ClearanceState
from drafter.model.draft import Draft, DraftParagraph, Status, labels, printed
from drafter.model.finding import Finding, Severity
from drafter.model.resolution import Kind
from drafter.model.suggestion import Update

_BLANK = re.compile(r"_{2,}|[Xx]{2,}")
_WORDS = 60
"""Characters of a paragraph that tell which one it is."""


class Matter(StrEnum):
    """What a line of the status is about, the most pressing first."""

    MISSING = "missing"
    FINDING = "finding"
    UPDATE = "update"
    CLEARANCE = "clearance"
    CHANGE = "change"


@dataclass(frozen=True, slots=True)
class StatusLine:
    """One thing to know: `id` is the paragraph's, "" for the masthead; `what` says it in a few words.

    `severity` is a finding's own; what is missing is an error, an update that is certain or likely a warning.
    """

    matter: Matter
    id: str
    label: str
    what: str
    severity: Severity = Severity.NOTE


@dataclass(frozen=True, slots=True)
class DraftStatus:
    """All lines, by matter and then in the order of the text."""

    lines: tuple[StatusLine, ...]

    def of(self, matter: Matter) -> tuple[StatusLine, ...]:
        return tuple(line for line in self.lines if line.matter is matter)

    @property
    def said(self) -> str:
        """The counts in one line: "7 changes · 23 updates open · 2 errors, 1 warning · symbol not set"."""
        changes, updates = len(self.of(Matter.CHANGE)), len(self.of(Matter.UPDATE))
        findings = self.of(Matter.FINDING)
        told = [_counted(sum(line.severity is one for line in findings), one.value) for one in Severity]
        asked = len(self.of(Matter.CLEARANCE))
        parts = (
            _counted(changes, "change") or "nothing changed",
            f"{_counted(updates, 'update')} open" if updates else "",
            ", ".join(filter(None, told)),
            f"{_counted(asked, 'clearance')} open" if asked else "",
            *(line.what for line in self.of(Matter.MISSING)[:3]),
        )
        return " · ".join(filter(None, parts))


def status(draft: Draft, updates: Iterable[Update], findings: Iterable[Finding]) -> DraftStatus:
    """Where a draft stands; `updates` and `findings` are those that were found for it."""
    named = labels(draft)
    lines = [
        *_missing(draft, named),
        *_found(draft, findings),
        *_open(draft, updates, named),
        *_asked(draft, named),
        *_changed(draft, named),
    ]
    return DraftStatus(tuple(lines))


def _missing(draft: Draft, named: dict[str, str]) -> Iterator[StatusLine]:
    if draft.symbol is None or _BLANK.search(str(draft.symbol)):
        yield StatusLine(Matter.MISSING, MASTHEAD, "masthead", "symbol not set", Severity.ERROR)
    for there, what in (
        (draft.title.text.strip(), "no title"),
        (draft.agenda_item, "no agenda item"),
        (draft.sponsors, "no sponsor"),
    ):
        if not there:
            yield StatusLine(Matter.MISSING, MASTHEAD, "masthead", what, Severity.ERROR)
    without = {note.id for note in draft.footnotes if note.missing or not note.text.strip()}
    numbers = {note.id: number for number, note in enumerate(printed(draft).footnotes, 1)}
    for one in draft.standing:
        for mark in one.inline.marks:
            if mark.note in without:
                said = f"note {numbers.get(mark.note, mark.note)} has no text"
                yield StatusLine(Matter.MISSING, one.id, named[one.id], said, Severity.ERROR)
        if not one.text.strip():
            yield StatusLine(Matter.MISSING, one.id, named[one.id], "no words yet", Severity.ERROR)


def _found(draft: Draft, findings: Iterable[Finding]) -> Iterator[StatusLine]:
    standing = draft.standing
    for one in findings:
        if one.rule != RULE:
            id = standing[one.index].id if one.index is not None else MASTHEAD
            note = f"note {one.number}: " if one.number is not None else ""
            proposed = f" → {one.suggest or '(nothing)'}" if one.suggest is not None else ""
            found = f": {one.found}" if one.found.strip() else ""
            said = f"{note}{one.message}{found}{proposed}"
            yield StatusLine(Matter.FINDING, id, one.label or "text", said, one.severity)


def _open(draft: Draft, updates: Iterable[Update], named: dict[str, str]) -> Iterator[StatusLine]:
    found = pending(draft, updates)
    for id in (MASTHEAD, *(one.id for one in draft.standing)):
        for update in found.get(id, ()):
            label = named.get(id) or "masthead"
            note = "note: " if update.note is not None else ""
            said = f"{update.status}: {note}{update.found} → {update.proposed or '?'}"
            severity = Severity.NOTE if update.proposed is None else Severity.WARNING
            yield StatusLine(Matter.UPDATE, id, label, said, severity)


def _asked(draft: Draft, named: dict[str, str]) -> Iterator[StatusLine]:
    for one in draft.standing:
        for clearance in one.clearances:
            if clearance.state is not ClearanceState.CLEARED:
                since = f" since {clearance.day}" if clearance.day else ""
                said = f"{clearance.name}: {clearance.state}{since}"
                yield StatusLine(Matter.CLEARANCE, one.id, named[one.id], said, Severity.WARNING)


def _changed(draft: Draft, named: dict[str, str]) -> Iterator[StatusLine]:
    moved, above = shifted(draft), joined(draft)
    for one in draft:
        what = _became(one, moved=one.id in moved, above=one.id in above)
        if what:
            words = " ".join(one.text.split())
            words = words if len(words) <= _WORDS else words[: words.rfind(" ", 0, _WORDS)] + " …"
            head = "heading: " if one.kind is Kind.HEADING else ""
            yield StatusLine(Matter.CHANGE, one.id, named[one.id], f"{what} · {head}{words}")


def _became(one: DraftParagraph, *, moved: bool, above: bool) -> str:
    if one.deleted:
        return "joined to the one above" if above else "dropped"
    what = {Status.ADDED: "new", Status.EDITED: "edited"}.get(one.status, "")
    return " and ".join(filter(None, ("moved" if moved else "", what)))


def _counted(count: int, what: str) -> str:
    return f"{count} {what}{'' if count == 1 else 's'}" if count else ""
