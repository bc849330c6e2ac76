"""Notes and the masthead: Official Records, report symbols, the agenda item."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.model.session import ORDINAL, from_ordinal, ordinal, ordinal_like, year_of_session
from drafter.model.suggestion import AGENDA_ITEM, Update
from drafter.suggest.updates.turn import LIKELY, VERIFY, BaseText, Turn

_REPORT = re.compile(
    r"(?<![\w/])A/(?:C\.\d/)?(?P<session>\d{2,3})/(?!(?:RES|L)\b)[A-Z]*\.?\d+(?:/(?:Add|Corr|Rev)\.\d+)*"
)
_BY_YEAR = re.compile(
    r"(?P<before>Economic and Social Council, )(?P<year>20\d\d)(?P<number>, Supplement No\. \d+[A-Z]? \(E/)(?P=year)"
    r"(?P<rest>/\d+[^)]*\))(?P<chapter>, chaps?\. [IVXLC]+(?:, sects?\. [A-Z](?:\.\d)?)?)?"
)
_RECORDS = re.compile(
    rf"(?P<ordinal>{ORDINAL.pattern}) Session, Supplement No\. (?P<number>\d+[A-Z]?)"
    r"(?: and corrigend(?:um|a))? \((?P<symbols>A/\d+/[^)]*)\)"
    r"(?P<chapter>, chaps?\. [IVXLC]+(?:, sects?\. [A-Z](?:\.\d)?)?)?",
    re.IGNORECASE,
)


def agenda_item(passage: BaseText, turn: Turn) -> Iterator[Update]:
    """The item's number at the coming session, where the library has a text from it under the same item."""
    if passage.label != AGENDA_ITEM:
        return
    for old, new in turn.known.steps(turn.base.organ, turn.session, turn.to):
        if old.agenda_item == passage.text and new.agenda_item:
            why = f"{old.symbol.short} came under the same item, and {new.symbol.short} under this one"
            yield passage.update(0, len(passage.text), new.agenda_item, LIKELY, why, new.symbol)
            return
    why = f"items are renumbered each session; the number at the {ordinal(turn.to)} is not known here"
    yield passage.update(0, len(passage.text), None, VERIFY, why)


def official_records(passage: BaseText, turn: Turn) -> Iterator[Update]:
    """The annual report of a body, in the Official Records of the session: its number moves, its chapters may.

    The number of a Supplement is its body's own and stays; for the Human Rights Council's the session in the symbol
    is that of the year of its spring session, less 1945.
    """
    for found in _RECORDS.finditer(passage.text):
        if from_ordinal(found["ordinal"]) != turn.session:
            continue
        session = ordinal_like(turn.to, found["ordinal"])
        words = found[0].replace(found["ordinal"], session, 1).replace(f"A/{turn.session}/", f"A/{turn.to}/")
        if found["chapter"]:
            why = "this year's report of the same body; chapter and section are those of last year's"
            yield passage.update(found.start(), found.end(), words, VERIFY, why)
        else:
            why = "this year's report of the same body, which has the same Supplement number every session"
            yield passage.update(found.start(), found.end(), words, LIKELY, why)


def records_by_year(passage: BaseText, turn: Turn) -> Iterator[Update]:
    """The report of a body to the Economic and Social Council, whose Official Records are counted by years."""
    for found in _BY_YEAR.finditer(passage.text):
        year = int(found["year"])
        if not 0 <= year_of_session(turn.session) - year <= 1:
            continue
        later = year + turn.step
        words = f"{found['before']}{later}{found['number']}{later}{found['rest']}{found['chapter'] or ''}"
        if found["chapter"]:
            why = "the report of the same body a year later; chapter and section are those of the text before"
            yield passage.update(found.start(), found.end(), words, VERIFY, why)
        else:
            why = "the report of the same body a year later, which has the same Supplement number"
            yield passage.update(found.start(), found.end(), words, LIKELY, why)


def report_symbol(passage: BaseText, turn: Turn) -> Iterator[Update]:
    """A document of the base's session; next year's symbol is never computed."""
    for found in _REPORT.finditer(passage.text):
        if int(found["session"]) == turn.session:
            why = f"a document of the {ordinal(turn.session)} session; this year's symbol is not known here"
            yield passage.update(found.start(), found.end(), None, VERIFY, why)


RULES = (agenda_item, official_records, records_by_year, report_symbol)
