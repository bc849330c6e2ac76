"""The decided text of a round, or one delegation's, as a draft on the same adopted text."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from drafter.edit.begin import begin
from drafter.model.draft import Draft, printed
from drafter.model.symbol import Symbol
from drafter.negotiation import texts
from drafter.negotiation.revising.bases import in_the_draft
from drafter.negotiation.revising.revise import base_fingerprint
from drafter.negotiation.values import Round


def drafted(round_: Round, names: Iterable[str] = ()) -> tuple[Draft, tuple[str, ...]]:
    """The draft, and the labels at which the delegation's own proposals collide and the base is left.

    Its origins are those of the base's draft. A round on an adopted text gives next year's draft, one on an L. document
    the draft of its revision.
    """
    wanted = tuple(names)
    text, left = texts.only(round_, wanted) if wanted else (texts.issued(round_), ())
    made = in_the_draft(round_, text)
    if round_.text.symbol is None or (round_.text.symbol.limited and not _itself(round_)):
        return made, left
    whole = printed(round_.text)
    whole = whole if round_.text.symbol.limited else replace(whole, submission=None)
    next_ = begin(whole, made.base)
    symbol = replace(next_.symbol, committee=made.committee) if next_.symbol is not None else None
    return replace(made, symbol=symbol, session=next_.session), left


def _itself(round_: Round) -> bool:
    """Whether the base is an L. document itself, and not a draft for one."""
    text = round_.text
    return text.base_fingerprint == base_fingerprint(round_) and Symbol.parse(text.base) in (None, text.symbol)
