"""The lines around the text on the page: organ, symbol, session, agenda item, sponsors, adoption."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from drafter.model import dates
from drafter.model.draft import Draft
from drafter.model.organ import COMMITTEES, Organ
from drafter.model.resolution import Resolution
from drafter.model.session import ordinal
from drafter.model.submission import DraftOf
from drafter.model.symbol import Symbol

UNOFFICIAL_TEXT = "Unofficial text, not issued by the United Nations"
UNOFFICIAL_DRAFT = "Unofficial draft, not issued by the United Nations"
REVISION = "Rev."


@dataclass(frozen=True, slots=True)
class Masthead:
    """The lines around a resolution, as printed; "" leaves a line out.

    `name` is the organ at the head of the page, `council` that of a subsidiary body below the rule; `number` the
    short symbol before an adopted title ("75/190."); `adopted` may hold a line end; `day` is the date of the text,
    from which the file takes its own; `on_behalf` is said in a note below the text, to which the sponsors' asterisk
    leads. `draft` chooses the base document.
    """

    draft: bool
    name: str
    symbol: str = ""
    distribution: str = "General"
    issued: str = ""
    language: str = "English"
    council: str = ""
    session: str = ""
    committee: str = ""
    agenda_item: str = ""
    agenda_title: str = ""
    sponsors: str = ""
    on_behalf: str = ""
    adopted: str = ""
    origin: str = ""
    number: str = ""
    meeting: str = ""
    closing_date: str = ""
    unofficial: str = UNOFFICIAL_TEXT
    author: str = ""
    day: date | None = None


def of_resolution(resolution: Resolution) -> Masthead:
    """The masthead of an adopted text, in A/RES form."""
    symbol = resolution.symbol
    name, council = _names(resolution.organ)
    adopted = day_in_words(resolution.adopted)
    says_meeting = resolution.organ is Organ.SECURITY_COUNCIL
    return Masthead(
        draft=False,
        name=name,
        council=council,
        symbol=str(symbol) if symbol else "",
        issued=day_in_words(resolution.issued),
        session=_session(resolution.session, symbol),
        agenda_item=resolution.agenda_item,
        agenda_title=resolution.agenda_title,
        adopted=_adoption(resolution, adopted),
        origin=resolution.origin,
        number=f"{symbol.short}." if symbol and not says_meeting else "",
        meeting="" if says_meeting else resolution.meeting,
        closing_date="" if says_meeting else adopted,
        day=resolution.issued or resolution.adopted,
    )


def of_draft(draft: Draft) -> Masthead:
    """The masthead of an L. document; what the Secretariat gives (number, date of issue) is left open."""
    symbol = draft.symbol
    name, council = _names(draft.organ)
    number = draft.committee or (symbol.committee if symbol else None)
    return Masthead(
        draft=True,
        name=name,
        council=council,
        symbol=str(symbol) if symbol else "",
        distribution="Limited",
        session=_session(draft.session, symbol),
        committee=COMMITTEES.get(number, "") if number else "",
        agenda_item=draft.agenda_item,
        agenda_title=draft.agenda_title,
        sponsors=sponsors_line(draft.sponsors, symbol, draft.draft_of, starred=bool(draft.on_behalf)),
        on_behalf=draft.on_behalf if draft.sponsors else "",
        unofficial=UNOFFICIAL_DRAFT,
        author=draft.author,
    )


def sponsors_line(
    sponsors: Sequence[str], symbol: Symbol | None, draft_of: DraftOf = DraftOf.RESOLUTION, *, starred: bool = False
) -> str:
    """The sponsors in English alphabetical order and what they submit; "Draft resolution" where there are none.

    >>> sponsors_line(["Japan", "Albania", "Germany"], None)
    'Albania, Germany and Japan: draft resolution'
    """
    revised = symbol is not None and any(suffix.startswith(REVISION) for suffix in symbol.suffixes)
    what = draft_of.submitted(revised=revised).value
    star = "*" if starred else ""
    return f"{in_order(sponsors)}:{star} {what}" if sponsors else what[0].upper() + what[1:]


def in_order(names: Sequence[str]) -> str:
    """Names in English alphabetical order as one list, "and" before the last.

    >>> in_order(["Japan", "Albania"])
    'Albania and Japan'
    """
    named = sorted(names, key=_without_accents)
    return ", ".join([*named[:-2], " and ".join(named[-2:])])


def _without_accents(name: str) -> str:
    """The key of English alphabetical order: Türkiye stands before Tuvalu."""
    return "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c)).casefold()


def day_in_words(day: date | None) -> str:
    """ "16 December 2020"; "" for None."""
    return dates.written(day) if day else ""


def _names(organ: Organ) -> tuple[str, str]:
    """The organ at the head of the page, and the body below the rule: a council of the Assembly stands there."""
    if organ is Organ.HUMAN_RIGHTS_COUNCIL:
        return Organ.GENERAL_ASSEMBLY.value, organ.value
    if organ is Organ.COMMISSION_ON_HUMAN_RIGHTS:
        return Organ.ECONOMIC_AND_SOCIAL_COUNCIL.value, organ.value
    return organ.value, ""


def _session(session: int | None, symbol: Symbol | None) -> str:
    """The session in words; the Economic and Social Council counts by years, the Security Council has none."""
    number = session or (symbol.session_number if symbol else None)
    if number:
        return f"{ordinal(number).capitalize()} session"
    if symbol is None or symbol.organ is Organ.SECURITY_COUNCIL:
        return ""
    for prefix, kind in _SPECIAL:
        count = symbol.session.removeprefix(prefix)
        if count != symbol.session and count.isdigit():
            return f"{ordinal(int(count)).capitalize()} {kind}"
    return f"{symbol.session} session" if symbol.session.isdigit() else ""


_SPECIAL = (("ES-", "emergency special session"), ("S-", "special session"))


def _adoption(resolution: Resolution, adopted: str) -> str:
    if resolution.organ is not Organ.SECURITY_COUNCIL:
        return f"Resolution adopted by the {resolution.organ.value}" + (f"\non {adopted}" if adopted else "")
    number = f"Resolution {resolution.symbol.short}\n" if resolution.symbol else ""
    meeting = f" at its {resolution.meeting}" if resolution.meeting else ""
    day = f", on {adopted}" if adopted and meeting else f" on {adopted}" if adopted else ""
    return f"{number}Adopted by the Security Council{meeting}{day}"
