"""A silence procedure: which text is under silence, until when, and what breaks it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256

from drafter.errors import DrafterError
from drafter.model import draft as drafts
from drafter.model.draft import Draft, printed
from drafter.model.negotiated import Closure, ClosureStatus
from drafter.model.proposal import Outcome
from drafter.negotiation import texts
from drafter.negotiation.values import Round
from drafter.negotiation.wishes import delegations, short

HOW = (
    "SHA-256 of the text in UTF-8, each line ended by a line feed: the title; for each paragraph its label, a tab and "
    "its words; for each note its number, a tab and its words. drafter round text ROUND --json has all of these."
)
BREAK = (
    "which paragraph is meant, by the label in the table",
    "the reason",
    "the words that would be acceptable instead, wherever possible",
)


@dataclass(frozen=True, slots=True)
class SilentParagraph:
    """A paragraph of the text as decided: its label there, the beginning of its words, and how far it is."""

    label: str
    words: str
    status: str


@dataclass(frozen=True, slots=True)
class SilenceSheet:
    """What is sent out when a text is put under silence.

    start, until  with their offsets; `whom` the delegations that took part
    silent        the paragraphs under silence; `agreed` the labels of those that are agreed and not put to it
    pending       how many proposals are open, and so not in the text
    """

    stage: str
    symbol: str
    title: str
    fingerprint: str
    start: datetime
    until: datetime
    whom: tuple[str, ...]
    silent: tuple[SilentParagraph, ...]
    agreed: tuple[str, ...]
    pending: int

    @property
    def hours(self) -> str:
        """How long it lasts."""
        minutes = int((self.until - self.start).total_seconds()) // 60
        hours, rest = divmod(minutes, 60)
        return f"{hours} hours" + (f" {rest} minutes" if rest else "")


def silence_sheet(round_: Round, until: datetime, start: datetime) -> SilenceSheet:
    """The sheet for the text as decided. Raises DrafterError where the end does not lie behind the start."""
    if until <= start:
        problem = f"silence would end at {told(until)}, before it begins at {told(start)}"
        raise DrafterError(problem, remedy="give a later --until")
    text = texts.issued(round_)
    names = drafts.labels(text)
    silent, agreed = [], []
    for one in text:
        row = one.origin or one.id
        closure = round_.closed.get(row) or Closure(row)
        if closure.status is ClosureStatus.AGREED and not closure.reopened:
            agreed.append(names[one.id])
        else:
            silent.append(SilentParagraph(names[one.id], short(one.text), closure.status.told))
    symbol = str(round_.text.symbol) if round_.text.symbol else ""
    return SilenceSheet(
        stage=round_.stage,
        symbol=symbol,
        title=text.title.text,
        fingerprint=fingerprint(text),
        start=start,
        until=until,
        whom=delegations(round_),
        silent=tuple(silent),
        agreed=tuple(agreed),
        pending=len(round_.of(Outcome.OPEN)),
    )


def moment(typed: str) -> datetime:
    """A time in ISO 8601 with its offset; DrafterError for any other."""
    try:
        found = datetime.fromisoformat(typed)
    except ValueError:
        raise DrafterError(f"{typed!r} is no time", remedy="write it as 2026-10-03T18:00-04:00") from None
    if found.utcoffset() is None:
        raise DrafterError(f"{typed!r} has no time zone", remedy="add its offset: 2026-10-03T18:00-04:00")
    return found


def told(time: datetime) -> str:
    """A time in words, in its own zone and in UTC.

    >>> told(datetime.fromisoformat("2026-10-03T18:00-04:00"))
    'Saturday, 3 October 2026, 18:00 (UTC-04:00), that is 22:00 UTC'
    """
    offset = time.strftime("%z")
    zone = f"UTC{offset[:3]}:{offset[3:5]}" if time.utcoffset() else "UTC"
    own = f"{time:%A}, {time.day} {time:%B} {time.year}, {time:%H:%M}"
    if zone == "UTC":
        return f"{own} UTC"
    there = time.astimezone(UTC)
    day = "" if there.date() == time.date() else f" on {there.day} {there:%B}"
    return f"{own} ({zone}), that is {there:%H:%M} UTC{day}"


def fingerprint(text: Draft) -> str:
    """The SHA-256 of a text, as `HOW` says."""
    names = drafts.labels(text)
    whole = printed(text)
    lines = [text.title.text, *(f"{names[one.id]}\t{one.text}" for one in text.standing)]
    lines += [f"{number}\t{note.text}" for number, note in enumerate(whole.footnotes, 1)]
    return sha256("".join(f"{line}\n" for line in lines).encode()).hexdigest()
