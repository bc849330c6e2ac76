"""Statuses of paragraphs as people write them: "[Agreed ad ref]", "(Agreed, placement tbd)", "approved by CoW"."""

from __future__ import annotations

import re

from drafter.model.negotiated import ClosureStatus
from drafter.negotiation.notation.attribution import Named
from drafter.negotiation.notation.readrow import ReadStatus

_LEVELS = (
    (ClosureStatus.SUGGESTED, r"suggested for closure"),
    (ClosureStatus.AD_REF, r"agreed,? ad[ .-]*ref(?:erendum|\.)?|ad ref\.?"),
    (ClosureStatus.INFORMALS, r"agreed in (?:the )?informals"),
    (
        ClosureStatus.AGREED,
        r"(?:no changes?\. ?)?(?:agreed|approved|accepted|closed)"
        r"(?: (?:in|by) (?:the )?(?:cow|committee of the whole))?",
    ),
    (ClosureStatus.OPEN, r"open|reopened"),
)
_STATUS = re.compile(
    r"(?:it |this |(?:this|the) paragraph )?(?:was |has been |is )?(?:"
    + "|".join(f"(?P<{status.name}>{form})" for status, form in _LEVELS)
    + r")(?P<rest>[,;.]? .*)?\.?",
    re.IGNORECASE | re.DOTALL,
)
_PENDING = re.compile(
    r"pending (?:(?:further )?(?:reflection|confirmation|consultations?) (?:by|of|from) )?(?P<who>[^;.]+)"
)
_REST = re.compile(
    r"[ ,;.]*(?:placement (?:tbd|to be (?:determined|decided))|pending [^;]*|reopened)?[ ,;.]*", re.IGNORECASE
)


def status(text: str, named: Named) -> tuple[ReadStatus, str] | None:
    """The status that a text tells and what of it is not kept ("placement tbd"); None where it tells none."""
    found = _STATUS.fullmatch(text.strip())
    if found is None:
        return None
    level = next(one for one, _ in _LEVELS if found[one.name])
    rest = (found["rest"] or "").strip(" ,;.")
    pending = _PENDING.search(rest)
    who: tuple[str, ...] = ()
    if pending:
        names = named(pending["who"].strip())
        who = names if names else ()
        rest = "" if names else rest
    elif not _REST.fullmatch(rest):
        return None
    return ReadStatus(level, who, (), "reopen" in text.lower()), rest
