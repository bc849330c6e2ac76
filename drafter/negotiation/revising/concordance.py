"""Which paragraph of each version became which of the next, over any number of versions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from drafter.align.pairs import align
from drafter.model.change import Pair, PairKind
from drafter.model.draft import labels
from drafter.negotiation import texts
from drafter.negotiation.labels import called
from drafter.negotiation.revising.bases import following
from drafter.negotiation.revising.revise import base_fingerprint
from drafter.negotiation.values import Round


@dataclass(frozen=True, slots=True)
class ConcordanceRow:
    """A paragraph through all versions: its label in each, None where it does not stand.

    `kinds` tell what happened between one version and the next, None where it stands in neither. `proposed` is what a
    paragraph was called when it was proposed (OP26bis), by the version in which it was; "" without.
    """

    labels: tuple[str | None, ...]
    kinds: tuple[PairKind | None, ...]
    proposed: tuple[str, ...]

    def cells(self) -> tuple[str, ...]:
        """What stands for it in each version: its label, a proposed one in parentheses, "—" without."""
        both = zip(self.labels, self.proposed, strict=True)
        return tuple(label or (f"({proposed})" if proposed else "—") for label, proposed in both)

    def told(self, stages: Sequence[str]) -> str:
        """What happened to it, with the version in which it did; "" where nothing did."""
        some = zip(stages[1:], self.kinds, strict=True)
        return ", ".join(f"{kind} in {stage}" for stage, kind in some if kind not in (None, PairKind.SAME))


@dataclass(frozen=True, slots=True)
class Concordance:
    """The rows in the order of the last version, deleted paragraphs where they stood; a split or a merge is several
    rows that share a label."""

    title: str
    stages: tuple[str, ...]
    rows: tuple[ConcordanceRow, ...]


def concordance(rounds: Sequence[Round]) -> Concordance:
    """Of the bases of at least two rounds, the earliest first."""
    first, *others = rounds
    rows = [ConcordanceRow((label,), (), ("",)) for label in first.paragraphs]
    for number, (old, new) in enumerate(zip(rounds, others, strict=False)):
        rows = list(_longer(rows, number + 1, old, new))
    last = rounds[-1]
    stages = tuple(one.stage or f"version {number}" for number, one in enumerate(rounds, 1))
    return Concordance(last.text.title.text, stages, tuple(rows))


def between(old: Round, new: Round) -> tuple[Pair, ...]:
    """The rows of two rounds' bases: by the paragraphs' ids where one was made from the other, else by their words."""
    if new.follows != base_fingerprint(old):
        return align([one.paragraph for one in old.text], [one.paragraph for one in new.text]).pairs
    places = {one.id: place for place, one in enumerate(old.text)}
    known = []
    for place, one in enumerate(new.text):
        own = one.id if one.id in places else one.id.rpartition("-")[0]
        if own in places:
            known.append((places[own], place))
    return following(old.text, new.text, known, texts.accepted(old))


def _longer(rows: list[ConcordanceRow], versions: int, old: Round, new: Round) -> list[ConcordanceRow]:
    """The rows with one version more."""
    before, after = tuple(old.paragraphs), tuple(new.paragraphs)
    names = called(old)
    ids = labels(new.text)
    proposed = {ids[name]: names[name] for name in ids if name in names}
    had: dict[str, list[ConcordanceRow]] = {}
    waiting: list[tuple[str, ConcordanceRow]] = []
    at = ""
    for row in rows:
        label = row.labels[-1]
        if label is None:
            waiting.append((at, row))
        else:
            at = label
            had.setdefault(label, []).append(row)
    made: list[ConcordanceRow] = []

    def gone_after(label: str) -> None:
        made.extend(_with(row, None, None, "") for place, row in waiting if place == label)

    gone_after("")
    for pair in between(old, new):
        now = None if pair.new is None else after[pair.new]
        if pair.old is None:
            assert now is not None
            none: tuple[str | None, ...] = (None,) * versions
            made.append(
                ConcordanceRow(
                    (*none, now),
                    (*((None,) * (versions - 1)), pair.kind),
                    (*(("",) * (versions - 1)), proposed.get(now, ""), ""),
                )
            )
            continue
        label = before[pair.old]
        made += [_with(row, now, pair.kind, "") for row in had[label]]
        gone_after(label)
        waiting = [(place, row) for place, row in waiting if place != label]
    return made


def _with(row: ConcordanceRow, label: str | None, kind: PairKind | None, proposed: str) -> ConcordanceRow:
    return ConcordanceRow((*row.labels, label), (*row.kinds, kind), (*row.proposed, proposed))
