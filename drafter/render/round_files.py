"""What leaves a round beside its compilation text and its amendments, looked through before it is given out."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime

from drafter.model.draft import Draft
from drafter.negotiation.ledger import ledger as accounts
from drafter.negotiation.overview import overview
from drafter.negotiation.revising.drafting import drafted
from drafter.negotiation.revising.revise import revised
from drafter.negotiation.revising.values import Revision
from drafter.negotiation.silence import silence_sheet
from drafter.negotiation.values import Round
from drafter.render.leaks import Leak, guarded, in_draft, in_round
from drafter.render.round_pages import ledger_page, overview_page, silence_page

Tell = Callable[[Leak], None]


def _unheard(_: Leak) -> None:
    pass


def ledger(round_: Round, suffix: str, names: Iterable[str] = (), tell: Tell = _unheard) -> bytes:
    """By delegation what was asked and what became of it; `tell` is called with each thing that should not leave."""
    return _looked_through(round_, ledger_page(accounts(round_, tuple(names)), suffix), suffix, tell)


def silence(round_: Round, suffix: str, until: datetime, start: datetime, tell: Tell = _unheard) -> bytes:
    """The sheet that puts the decided text under silence; otherwise as `ledger`."""
    return _looked_through(round_, silence_page(silence_sheet(round_, until, start), suffix), suffix, tell)


def summary(round_: Round, suffix: str, tell: Tell = _unheard) -> bytes:
    """What is agreed, open and contested, and by whom; otherwise as `ledger`."""
    return _looked_through(round_, overview_page(overview(round_), suffix), suffix, tell)


def next_version(round_: Round, stage: str = "", onto: Draft | None = None, tell: Tell = _unheard) -> Revision:
    """The next version, as `revised` makes it; otherwise as `ledger`."""
    made = revised(round_, stage, onto)
    for leak in in_round(made.round_):
        tell(leak)
    return made


def decided(round_: Round, names: Iterable[str] = (), tell: Tell = _unheard) -> tuple[Draft, tuple[str, ...]]:
    """The decided text, or these owners', as a draft, as `drafted` makes it; otherwise as `ledger`."""
    made = drafted(round_, names)
    for leak in in_draft(made[0]):
        tell(leak)
    return made


def _looked_through(round_: Round, page: bytes, suffix: str, tell: Tell) -> bytes:
    guarded(round_, page, suffix, own="", anonymous=False, tell=tell)
    return page
