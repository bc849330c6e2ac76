"""What each delegation asked for, and what became of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from drafter.errors import DrafterError
from drafter.model import draft as drafts
from drafter.model.negotiated import Conflict, Stand
from drafter.model.proposal import TITLE, Deed, Outcome, Proposal
from drafter.negotiation import texts
from drafter.negotiation.labels import called
from drafter.negotiation.merge import merge
from drafter.negotiation.values import Round
from drafter.negotiation.wishes import ProposedChange, delegations, wish

_STANDS = {
    Stand.SUPPORT: "supports",
    Stand.OPPOSE: "opposes",
    Stand.RETAIN: "wants to retain",
    Stand.RESERVE: "reserves its position on",
}


@dataclass(frozen=True, slots=True)
class LedgerLine:
    """One wish: `became` says in a sentence what became of it, `now` the label at which it or its place stands in the
    text as decided, "" where there is none."""

    wish: ProposedChange
    became: str
    now: str


@dataclass(frozen=True, slots=True)
class LedgerAccount:
    """A delegation with its wishes in order of place, and its stands without words of their own as sentences."""

    name: str
    lines: tuple[LedgerLine, ...]
    stands: tuple[str, ...]
    counts: Mapping[Outcome, int]


@dataclass(frozen=True, slots=True)
class Ledger:
    """The accounts of a round in the order of their names."""

    stage: str
    symbol: str
    title: str
    accounts: tuple[LedgerAccount, ...]


def ledger(round_: Round, names: Sequence[str] = ()) -> Ledger:
    """The accounts of these delegations, of all without names. Raises DrafterError for one that took no part."""
    present = delegations(round_)
    for name in names:
        if name not in present:
            remedy = f"those who do: {', '.join(present) or 'nobody yet'}"
            raise DrafterError(f"{name} proposes nothing here", remedy=remedy)
    keeping = _Keeping(round_)
    made = tuple(keeping.account(name) for name in sorted(names or present))
    text = round_.text
    return Ledger(round_.stage, str(text.symbol) if text.symbol else "", text.title.text, made)


@dataclass(frozen=True)
class _Keeping:
    round_: Round

    def account(self, name: str) -> LedgerAccount:
        own = [one for one in self.round_.proposals if name in one.by]
        lines = tuple(
            LedgerLine(wish(self.round_, one, self._names), self._became(one, name), self._now(one)) for one in own
        )
        counts = {outcome: sum(line.wish.state is outcome for line in lines) for outcome in Outcome}
        return LedgerAccount(name, lines, tuple(self._stands(name)), counts)

    @cached_property
    def _names(self) -> Mapping[str, str]:
        return called(self.round_)

    @cached_property
    def _conflicts(self) -> Mapping[str, Conflict]:
        return {name: one for one in merge(self.round_).conflicts for name in one.proposals}

    @cached_property
    def _places(self) -> Mapping[str, str]:
        """The labels of the text as decided by the base's labels and by the ids of new paragraphs."""
        text = texts.decided(self.round_)
        names = drafts.labels(text)
        found: dict[str, str] = {}
        for one in text:
            found.setdefault(one.origin or one.id, names[one.id])
        return found

    @cached_property
    def _deciding(self) -> Mapping[str, list[Proposal]]:
        """By what decided several proposals at once those that were accepted."""
        found: dict[str, list[Proposal]] = defaultdict(list)
        for one in self.round_.of(Outcome.ACCEPTED):
            if cause := self.round_.decided[one.id].cause if one.id in self.round_.decided else "":
                found[cause].append(one)
        return found

    def _now(self, one: Proposal) -> str:
        if one.label == TITLE:
            return "Title"
        if one.kind is Deed.NEW:
            return self._places.get(one.id, "")
        return self._places.get(one.label, "")

    def _became(self, one: Proposal, name: str) -> str:
        decision = self.round_.decided.get(one.id)
        said = [f"by {decision.by}" if decision.by else "", decision.at[:10]] if decision else []
        tail = f" ({', '.join(filter(None, said))})" if any(said) else ""
        why = f": {decision.why}" if decision and decision.why else ""
        match self.round_.outcome(one):
            case Outcome.ACCEPTED:
                others = [other for other in one.by if other != name]
                return f"In the text{f', with {_listed(others)}' if others else ''}{tail}{why}"
            case Outcome.REJECTED:
                winners = [
                    other for other in self._deciding.get(decision.cause if decision else "", []) if other.id != one.id
                ]
                names = sorted({winner for other in winners for winner in other.by})
                instead = f"Not in the text; what {_listed(names)} proposed is" if names else "Not in the text"
                return f"{instead}{tail}{why}"
            case Outcome.WITHDRAWN:
                return f"Withdrawn{tail}{why}"
        conflict = self._conflicts.get(one.id)
        if conflict is None:
            return "Open, against nothing else"
        rivals = sorted({other for reading in conflict.readings for other in reading.by} - {name})
        return f"Open, in conflict with {_listed(rivals)}" if rivals else "Open, in conflict with another of its own"

    def _stands(self, name: str) -> list[str]:
        made = []
        for one in self.round_.positions:
            if name in one.by:
                found = self.round_.by_id.get(one.on)
                what = f"{self._names.get(one.on, one.on)} of {_listed(found.by)}" if found else one.on
                made.append(f"{_STANDS[one.stand]} {what}{f': “{one.found}”' if one.found else ''}")
        return made


def _listed(names: Sequence[str]) -> str:
    *others, last = names
    return f"{', '.join(others)} and {last}" if others else last
