"""One rule a kind of update: what it finds in a passage of the base, and what that becomes."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from drafter.model import dates
from drafter.model.organ import Organ
from drafter.model.resolution import Kind, Paragraph, Resolution
from drafter.model.session import ORDINAL, from_ordinal, ordinal
from drafter.model.suggestion import AGENDA_ITEM, Update, UpdateStatus
from drafter.model.symbol import Symbol

CERTAIN, LIKELY, VERIFY = UpdateStatus


@dataclass(frozen=True, slots=True)
class Passage:
    """A piece of the base in which updates are found: a paragraph, a note in full, the agenda item."""

    label: str
    text: str
    paragraph: Paragraph | None = None
    closing: bool = False
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Turn:
    """The step from the base to the session of the draft.

    `previous` is the series' own resolution before the base, as the base cites it ("74/166"), where that is known;
    `why` says how it is known.
    """

    base: Resolution
    symbol: Symbol
    session: int
    to: int
    previous: str | None
    why: str

    @classmethod
    def of(cls, base: Resolution, to: int | None, earlier: tuple[Resolution, ...]) -> Turn | None:
        """None where the base's own symbol or session is not known."""
        if base.symbol is None or base.session is None:
            return None
        previous, why = _previous(base, earlier)
        return cls(base, base.symbol, base.session, to or base.session + 1, previous, why)


Rule = Callable[[Passage, Turn], Iterator[Update]]

_CITED = re.compile(r"(?<![\w/.])(?P<session>\d{2,3})/(?P<number>\d{1,3})(?: (?P<letter>[A-Z]))?(?![\w/])")
_DATED = re.compile(rf"(?P<cited>{_CITED.pattern})(?P<date> of {dates.DATE})?")
_SESSION = re.compile(
    rf"\b(?P<agenda>provisional agenda )?(?:at|of|for) (?:its|the) (?P<ordinal>{ORDINAL.pattern}) session",
    re.IGNORECASE,
)
_REPORT = re.compile(
    r"(?<![\w/])A/(?:C\.\d/)?(?P<session>\d{2,3})/(?!(?:RES|L)\b)[A-Z]*\.?\d+(?:/(?:Add|Corr|Rev)\.\d+)*"
)
_COUNCIL = re.compile(rf"(?<=[Cc]ouncil resolution )(?P<found>\d{{1,3}}/\d{{1,3}}(?: of {dates.DATE})?)")
_RECORDS = re.compile(
    rf"(?P<ordinal>{ORDINAL.pattern}) Session, Supplement No\. (?P<number>\d+[A-Z]?)"
    r"(?: and corrigend(?:um|a))? \((?P<symbols>A/\d+/[^)]*)\)(?:, chaps?\. [IVXLC]+(?:, sects?\. [A-Z](?:\.\d)?)?)?",
    re.IGNORECASE,
)


def agenda_item(passage: Passage, turn: Turn) -> Iterator[Update]:
    if passage.label == AGENDA_ITEM:
        why = f"the item is numbered anew each session; the one of the {ordinal(turn.to)} is not known here"
        yield _update(passage, 0, len(passage.text), None, VERIFY, why)


def own_resolution(passage: Passage, turn: Turn) -> Iterator[Update]:
    """The series' previous resolution gives way to the base itself."""
    if turn.previous is None:
        return
    for found in _DATED.finditer(passage.text):
        if _normal(found["cited"]) != turn.previous or _of_another_organ(passage.text, found.start()):
            continue
        adopted = turn.base.adopted
        words = turn.symbol.short
        status, why = CERTAIN, f"{turn.previous} is {turn.why}; it is now {words}"
        if found["date"]:
            if adopted is None:
                status, why = VERIFY, f"{why}, whose date is not known here"
            else:
                words += f" of {dates.written(adopted)}"
        yield _update(passage, found.start(), found.end(), words if status is CERTAIN else None, status, why, turn)


def session_named(passage: Passage, turn: Turn) -> Iterator[Update]:
    """ "at its seventy-sixth session" in the last paragraph, or "the provisional agenda of" it, moves on with it."""
    if passage.paragraph is None or passage.paragraph.kind is not Kind.OPERATIVE:
        return
    for found in _SESSION.finditer(passage.text):
        named = from_ordinal(found["ordinal"])
        if named != turn.to or turn.base.organ is not Organ.GENERAL_ASSEMBLY:
            continue
        further = turn.to + (turn.to - turn.session)
        why = f"the draft is for the {ordinal(turn.to)} session; the text before it named the session that followed"
        status = CERTAIN if passage.closing or found["agenda"] else LIKELY
        words = ordinal(further)
        yield _update(passage, *found.span("ordinal"), words, status, why, turn)


def official_records(passage: Passage, turn: Turn) -> Iterator[Update]:
    """The annual report of a body, in the Official Records of the session: its number moves, its chapters may."""
    for found in _RECORDS.finditer(passage.text):
        if from_ordinal(found["ordinal"]) != turn.session:
            continue
        words = found[0].replace(found["ordinal"], _like(found["ordinal"], ordinal(turn.to)), 1)
        words = words.replace(f"A/{turn.session}/", f"A/{turn.to}/")
        why = "this year's report of the same body; chapter and section are those of last year's"
        yield _update(passage, found.start(), found.end(), words, VERIFY, why)


def report_symbol(passage: Passage, turn: Turn) -> Iterator[Update]:
    """A document of the base's session; what next year's is called is never computed."""
    for found in _REPORT.finditer(passage.text):
        if int(found["session"]) == turn.session:
            why = f"a document of the {ordinal(turn.session)} session; this year's symbol is not known here"
            yield _update(passage, found.start(), found.end(), None, VERIFY, why)


def council_resolution(passage: Passage, turn: Turn) -> Iterator[Update]:
    """The latest resolution of the Human Rights Council or the Economic and Social Council."""
    recent = range(turn.base.adopted.year - 1, turn.base.adopted.year + 1) if turn.base.adopted else range(0)
    for found in _COUNCIL.finditer(passage.text):
        if found["year"] and int(found["year"]) in recent:
            why = "the Council may have adopted another since; none is known here"
            yield _update(passage, *found.span("found"), None, VERIFY, why)


RULES: tuple[Rule, ...] = (
    agenda_item,
    own_resolution,
    session_named,
    official_records,
    council_resolution,
    report_symbol,
)


def _previous(base: Resolution, earlier: tuple[Resolution, ...]) -> tuple[str | None, str]:
    """The series' own resolution before the base, as running text cites it, and how that is known."""
    cited = [
        _normal(found[0])
        for paragraph in base.paragraphs
        for found in _CITED.finditer(paragraph.text)
        if not _of_another_organ(paragraph.text, found.start())
    ]
    last = earlier[-1].symbol if earlier else None
    if last is not None and last.short in cited:
        return last.short, "the resolution of this series before"
    of_the_year_before = list(dict.fromkeys(one for one in cited if one.partition("/")[0] == str(_before(base))))
    if len(of_the_year_before) == 1:
        return of_the_year_before[0], f"the only resolution of the {ordinal(_before(base))} session that the text cites"
    return None, ""


def _before(base: Resolution) -> int:
    assert base.session is not None
    return base.session - 1


def _of_another_organ(text: str, at: int) -> bool:
    """Whether the number belongs to a Council's resolution, as in "Council resolution 43/25"."""
    return (
        re.search(r"(?:Council|Commission|Board|Conference) resolutions? [^.;]{0,60}$", text[max(0, at - 90) : at])
        is not None
    )


def _normal(cited: str) -> str:
    return " ".join(cited.split())


def _like(pattern: str, words: str) -> str:
    """In the case of the words it replaces: Seventy-fifth → Seventy-sixth."""
    return words[:1].upper() + words[1:] if pattern[:1].isupper() else words


def _update(
    passage: Passage,
    start: int,
    end: int,
    proposed: str | None,
    status: UpdateStatus,
    why: str,
    turn: Turn | None = None,
) -> Update:
    source = str(turn.symbol) if turn else ""
    return Update(passage.label, start, end, passage.text[start:end], proposed, status, why, source, passage.note)
