"""What happens to each paragraph, in the order of the tracked text: it stays, is deleted, inserted or moved."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from rapidfuzz.distance import Indel

from drafter.align.groups import PairGroup, pair_groups
from drafter.align.order import heaviest_in_order
from drafter.align.pairs import align
from drafter.model.change import PairKind
from drafter.model.resolution import Paragraph
from drafter.render.redline.pieces import TwoWordings
from drafter.render.redline.values import State
from drafter.render.redline.whose import Authorship

Zone = Callable[[Paragraph], int]


@dataclass(frozen=True, slots=True)
class ParagraphStep:
    """Paragraphs that stay in order (`KEPT`), or one that is deleted, inserted, or moved from or to here.

    `replaced` if one paragraph stays but all its words change.
    """

    state: State
    old: tuple[int, ...]
    new: tuple[int, ...]
    move: int | None = None
    replaced: bool = False

    @property
    def compared(self) -> bool:
        """Whether its words are tracked one by one, in place."""
        return self.state is State.KEPT and not self.replaced


class StepPlanner:
    """Works out the steps from one text's paragraphs to another's.

    `zone` is 0 for a paragraph of the text and 1 for one of the annexes; `whose` says who changed what; `groups` which
    paragraphs belong together, where that is known, and `places` before which old paragraph each new one then stands.
    """

    def __init__(
        self,
        old: Sequence[Paragraph],
        new: Sequence[Paragraph],
        zone: Zone,
        whose: Authorship | None = None,
        groups: Iterable[PairGroup] | None = None,
        places: Mapping[int, int] | None = None,
    ) -> None:
        self.old = old
        self.new = new
        self._zone = zone
        self.whose = whose
        self._groups = tuple(pair_groups(align(old, new)) if groups is None else groups)
        self._known = groups is not None
        self._places = places

    def passage(self, step: ParagraphStep) -> TwoWordings:
        return TwoWordings.of(
            [self.old[i].inline for i in step.old], [self.new[j].inline for j in step.new], self.whose
        )

    def deed(self, step: ParagraphStep) -> str:
        """Who deletes, inserts, moves or reformats the step's paragraph."""
        if self.whose is None:
            return ""
        if step.old:
            return self.whose.deed(self.old[step.old[0]].inline)
        return self.whose.arrival(self.new[step.new[0]].inline)

    def zone(self, old: int | None, new: int | None) -> int:
        """The zone of a paragraph in the tracked text, from its places in the old and the new one."""
        sides = ((self.old, old), (self.new, new))
        return max((self._zone(texts[place]) for texts, place in sides if place is not None), default=0)

    def first(self) -> list[ParagraphStep]:
        """The steps: between what stays, the old paragraphs before the new."""
        pairs: list[ParagraphStep] = []
        leaving: list[ParagraphStep] = []
        for group in self._groups:
            worded = all(self.old[i].inline for i in group.old) and all(self.new[j].inline for j in group.new)
            if worded and group.old and group.new:
                pairs.append(ParagraphStep(State.KEPT, group.old, group.new))
                if self._known and group.kind is PairKind.MOVED:
                    leaving.append(pairs[-1])
        pairs.sort(key=lambda pair: pair.new)
        staying = [pair for pair in pairs if len(self._zones(pair)) == 1 and pair not in leaving]
        weights = [
            1 + sum(len(self.new[j].text) for j in pair.new) * (len(pair.old) + len(pair.new)) for pair in staying
        ]
        chain = [staying[place] for place in heaviest_in_order([pair.old[0] for pair in staying], weights)]
        moved_from, moved_to = _moves([pair for pair in pairs if pair not in chain])
        steps: list[ParagraphStep] = []
        i = j = 0
        for pair in (*chain, ParagraphStep(State.KEPT, (len(self.old),), (len(self.new),))):
            steps += self._in_order(
                [
                    *(moved_from.get(k, ParagraphStep(State.DELETED, (k,), ())) for k in range(i, pair.old[0])),
                    *(moved_to.get(k, ParagraphStep(State.INSERTED, (), (k,))) for k in range(j, pair.new[0])),
                ]
            )
            steps.append(pair)
            i, j = pair.old[-1] + 1, pair.new[-1] + 1
        return steps[:-1]

    def with_end(self, steps: Sequence[ParagraphStep]) -> list[ParagraphStep]:
        """The steps of a text that nothing follows: if its last paragraph is deleted and another inserted, it is
        replaced in place.

        For the mark that ends a text can be neither deleted nor inserted.
        """
        tail = _gap(steps, len(steps))[0]
        gone = [place for place in range(tail, len(steps)) if steps[place].state.stood]
        come = [place for place in range(tail, len(steps)) if steps[place].state.stands]
        if not gone or not come:
            return list(steps)
        last = steps[gone[-1]], steps[come[-1]]
        whole = last[0].state is State.DELETED and last[1].state is State.INSERTED
        if not whole or len(self._zones(ParagraphStep(State.KEPT, last[0].old, last[1].new))) > 1:
            return list(steps)
        rest = [step for place, step in enumerate(steps) if place not in (gone[-1], come[-1])]
        return [*rest, ParagraphStep(State.KEPT, last[0].old, last[1].new, replaced=True)]

    def apart(self, steps: Sequence[ParagraphStep], place: int) -> list[ParagraphStep] | None:
        """The steps with more written out around `place`, so that its mark need not change; None where all is.

        A split or merge becomes a paragraph that stays and others that come or go; else what moved to or from
        here comes or goes; else the paragraph that stayed, it or the one before, is replaced.
        """
        step = steps[place]
        if len(step.old) + len(step.new) > 2:
            return [*steps[:place], *self._cut_apart(step), *steps[place + 1 :]]
        start, end = _gap(steps, place + 1)
        if not start or not steps[start - 1].compared:
            return None
        moves = {each.move for each in steps[start:end]} - {None}
        if moves:
            return [_unmoved(each) if each.move in moves else each for each in steps]
        stayed = steps[start - 1]
        start = _gap(steps, start - 1)[0]
        gone = [ParagraphStep(State.DELETED, (i,), ()) for i in stayed.old]
        come = [ParagraphStep(State.INSERTED, (), (j,)) for j in stayed.new]
        between = [each for each in steps[start:end] if each is not stayed]
        return [*steps[:start], *self._in_order([*between, *gone, *come]), *steps[end:]]

    def _cut_apart(self, step: ParagraphStep) -> list[ParagraphStep]:
        """A split or merge as its most similar pair and the rest."""
        stays = max(
            ((i, j) for i in step.old for j in step.new),
            key=lambda pair: Indel.similarity(self.old[pair[0]].text, self.new[pair[1]].text),
        )
        gone = [ParagraphStep(State.DELETED, (i,), ()) for i in step.old]
        come = [ParagraphStep(State.INSERTED, (), (j,)) for j in step.new]
        return [
            *(each for each in gone if each.old[0] < stays[0]),
            *(each for each in come if each.new[0] < stays[1]),
            ParagraphStep(State.KEPT, (stays[0],), (stays[1],)),
            *(each for each in gone if each.old[0] > stays[0]),
            *(each for each in come if each.new[0] > stays[1]),
        ]

    def _in_order(self, gap: Sequence[ParagraphStep]) -> list[ParagraphStep]:
        """What stands between two paragraphs that stay: the text before the annexes, the old before the new, or each in
        its known place."""

        def place(step: ParagraphStep) -> tuple[int, int, bool, tuple[int, ...]]:
            (zone,) = self._zones(step if step.move is None else _unmoved(step))
            if self._places is not None:
                at = step.old[0] if step.state.stood else self._places[step.new[0]]
                return zone, at, step.state.stood, step.old if step.state.stood else step.new
            return zone, 0, not step.state.stood, step.old if step.state.stood else step.new

        return sorted(gap, key=place)

    def _zones(self, step: ParagraphStep) -> set[int]:
        return {self._zone(self.old[i]) for i in step.old} | {self._zone(self.new[j]) for j in step.new}


def _gap(steps: Sequence[ParagraphStep], place: int) -> tuple[int, int]:
    """From where to where nothing around `place` stays."""
    start, end = place, place
    while start and steps[start - 1].state is not State.KEPT:
        start -= 1
    while end < len(steps) and steps[end].state is not State.KEPT:
        end += 1
    return start, end


def _unmoved(step: ParagraphStep) -> ParagraphStep:
    """One end of a move as a paragraph that goes or comes."""
    if step.state.stood:
        return ParagraphStep(State.DELETED, step.old, ())
    return ParagraphStep(State.INSERTED, (), step.new)


def _moves(pairs: Sequence[ParagraphStep]) -> tuple[dict[int, ParagraphStep], dict[int, ParagraphStep]]:
    """Where paragraphs moved from and to; neighbours that moved together share a number."""
    moved_from: dict[int, ParagraphStep] = {}
    moved_to: dict[int, ParagraphStep] = {}
    number = 0
    for pair in pairs:
        if len(pair.old) > 1 or len(pair.new) > 1:
            continue
        (i,), (j,) = pair.old, pair.new
        before = moved_from.get(i - 1)
        if before is None or before.new != (j - 1,):
            number += 1
        moved_from[i] = replace(pair, state=State.MOVED_FROM, move=number)
        moved_to[j] = replace(pair, state=State.MOVED_TO, move=number)
    return moved_from, moved_to
