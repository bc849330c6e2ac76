"""Whether a tracked document is exact: all accepted it is the new text, all rejected the old, to the last italic."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from drafter.model.resolution import Resolution
from drafter.render.document import document
from drafter.render.masthead import Masthead, of_resolution
from drafter.render.redline import redline
from tests.support import office, pandoc, tracked
from tests.support.settled import Line, difference

DATE = datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)
ITALIC_STYLES = ("UNMeetingFirst", "UNMeeting")


@dataclass(frozen=True)
class Case:
    """A pair of texts, its tracked document, and what readers should make of it: from the title to the last line."""

    name: str
    docx: bytes
    new: tuple[Line, ...]
    old: tuple[Line, ...]


def case(name: str, old: Resolution, new: Resolution, masthead: Masthead | None = None) -> Case:
    """The pair's redline; the texts expected of it are those of the clean documents under the same masthead."""
    masthead = masthead or of_resolution(new)
    made = redline(old, new, masthead, author="A Delegation", date=DATE)
    return Case(name, made, _text(document(new, masthead)), _text(document(old, masthead)))


def _text(docx: bytes) -> tuple[Line, ...]:
    lines = tracked.settle(docx, tracked.Way.ACCEPT)
    start = next(place for place, line in enumerate(lines) if line.look[0] == "UNTitle")
    return lines[start:]


def by_xml(case: Case) -> list[str]:
    """What the strict reading of the XML finds wrong, paragraph styles included."""
    found = tracked.faults(case.docx)
    for way, expected in ((tracked.Way.ACCEPT, case.new), (tracked.Way.REJECT, case.old)):
        lines = tracked.settle(case.docx, way)
        found += compared("xml", way.value, expected, lines)
        looks = [(a.text[:30], a.look[0], b.look[0]) for a, b in zip(expected, lines[-len(expected) :], strict=True)]
        found += [f"xml {way.value}: {text!r} should have style {a}, has {b}" for text, a, b in looks if a != b]
    return [f"{case.name}: {problem}" for problem in found]


def by_pandoc(case: Case) -> list[str]:
    """What pandoc makes of it.

    Of paragraphs that a dropped mark joins, pandoc puts the first one's text into the first note of the next: such
    a paragraph is left out of the comparison.
    """
    found = []
    for way, expected, lines in zip(tracked.Way, (case.new, case.old), pandoc.settle(case.docx), strict=True):
        known = tracked.settle(case.docx, way)[-len(expected) :]
        clear = [place for place, line in enumerate(known) if not line.joined]
        tail = lines[-len(expected) :]
        if len(tail) == len(known) == len(expected):
            expected, lines = tuple(expected[n] for n in clear), tuple(tail[n] for n in clear)
        found += compared("pandoc", way.value, expected, lines)
    return [f"{case.name}: {problem}" for problem in found]


def by_office(cases: Sequence[Case]) -> list[str]:
    """What LibreOffice makes of all of them, in one start."""
    found = []
    for case, (accepted, rejected) in zip(cases, office.settle([case.docx for case in cases]), strict=True):
        problems = [
            *compared("office", "accept", case.new, accepted),
            *compared("office", "reject", case.old, rejected),
        ]
        found += [f"{case.name}: {problem}" for problem in problems]
    return found


def compared(reader: str, way: str, expected: Sequence[Line], found: Sequence[Line]) -> list[str]:
    found = found[-len(expected) :]
    expected, found = [line.pointing for line in expected], [line.pointing for line in found]
    if reader == "pandoc":
        # pandoc sees neither the italics of a paragraph's style nor those that a tracked change did away with.
        blunt = way == "reject"
        expected = [line.spaced.roman if blunt or line.look[0] in ITALIC_STYLES else line.spaced for line in expected]
        found = [line.spaced.roman if blunt else line.spaced for line in found]
    problem = difference(expected, found)
    return [f"{reader} {way}: {problem}"] if problem else []
