"""How one text becomes another: each paragraph, word and note kept, put in, taken out or moved. No XML here.

A passage (one paragraph, or those of a split or merge) is a single stream of pieces in which paragraph marks are
put in and taken out like words; so a split is an inserted mark and not two new paragraphs.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from drafter.align.order import heaviest_in_order
from drafter.align.pairs import align
from drafter.align.passages import passages
from drafter.model.resolution import Paragraph, Resolution
from drafter.render.redline_marks import placed
from drafter.render.redline_notes import Notes, told_apart
from drafter.render.redline_pieces import Passage, joined, pieces, regions, whole
from drafter.render.redline_values import Piece, Plan, State, TrackedParagraph


def plan(
    old: Resolution, new: Resolution, *, zone: Callable[[Paragraph], int] = lambda _: 0, followed: bool = False
) -> Plan:
    """How `old` becomes `new`.

    `zone` is 0 for a paragraph of the text and 1 for one of the annexes. `followed` where something untracked stands
    after the text, so that the mark of its last paragraph may be tracked too.
    """
    old, new = told_apart(old), told_apart(new)
    steps = _steps(old.paragraphs, new.paragraphs, zone)
    title = Passage.of([old.title], [new.title])
    stayed = [title, *(step.passage(old.paragraphs, new.paragraphs) for step in steps if step.state is State.KEPT)]
    cuts = [regions(passage) for passage in stayed]
    notes = Notes(old.footnotes, new.footnotes)
    marks = notes.paired(stayed, cuts)
    streams = iter([pieces(*each) for each in zip(stayed, cuts, marks, strict=True)])
    title_pieces = next(streams)
    paragraphs: list[TrackedParagraph] = []
    for step in steps:
        if step.state is State.KEPT:
            paragraphs += _broken(next(streams), step)
        else:
            stream = tuple(_alone(step, old.paragraphs, new.paragraphs))
            i, j = (step.old[0], None) if step.state.stood else (None, step.new[0])
            # LibreOffice leaves an empty paragraph behind where a moved mark follows a change of another kind.
            mark = stream[-1].state if stream else step.state
            paragraphs.append(TrackedParagraph(stream, mark, i, j, step.move, step.state if step.move else None))
    paragraphs = list(placed(paragraphs, followed=followed))
    everything = (*title_pieces, *(piece for paragraph in paragraphs for piece in paragraph.pieces))
    return Plan(title_pieces, tuple(paragraphs), tuple(notes.tracked(everything)))


@dataclass(frozen=True, slots=True)
class _Step:
    """A passage that stays in order (`KEPT`), or a paragraph that goes, comes, or has moved from or to here."""

    state: State
    old: tuple[int, ...]
    new: tuple[int, ...]
    move: int | None = None

    def passage(self, old: Sequence[Paragraph], new: Sequence[Paragraph]) -> Passage:
        return Passage.of([old[i].inline for i in self.old], [new[j].inline for j in self.new])


def _steps(old: Sequence[Paragraph], new: Sequence[Paragraph], zone: Callable[[Paragraph], int]) -> list[_Step]:
    """The steps in the order of the tracked text: between what stays, the old paragraphs before the new."""
    pairs = [
        _Step(State.KEPT, passage.old, passage.new)
        for passage in passages(align(old, new))
        if all(old[i].inline for i in passage.old) and all(new[j].inline for j in passage.new)
        if passage.old and passage.new
    ]
    pairs.sort(key=lambda pair: pair.new)
    staying = [pair for pair in pairs if len({zone(old[i]) for i in pair.old} | {zone(new[j]) for j in pair.new}) == 1]
    weights = [1 + sum(len(new[j].text) for j in pair.new) * (len(pair.old) + len(pair.new)) for pair in staying]
    chain = [staying[place] for place in heaviest_in_order([pair.old[0] for pair in staying], weights)]
    moved_from, moved_to = _moves([pair for pair in pairs if pair not in chain])
    steps: list[_Step] = []
    i = j = 0
    for pair in (*chain, _Step(State.KEPT, (len(old),), (len(new),))):
        gap = [
            *((zone(old[k]), moved_from.get(k, _Step(State.DELETED, (k,), ()))) for k in range(i, pair.old[0])),
            *((zone(new[k]), moved_to.get(k, _Step(State.INSERTED, (), (k,)))) for k in range(j, pair.new[0])),
        ]
        gap.sort(key=lambda item: item[0])
        steps += [step for _, step in gap]
        steps.append(pair)
        i, j = pair.old[-1] + 1, pair.new[-1] + 1
    return steps[:-1]


def _moves(pairs: Sequence[_Step]) -> tuple[dict[int, _Step], dict[int, _Step]]:
    """Where paragraphs moved from and to; neighbours that moved together share a number."""
    moved_from: dict[int, _Step] = {}
    moved_to: dict[int, _Step] = {}
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


def _broken(stream: Sequence[Piece], step: _Step) -> Iterator[TrackedParagraph]:
    """A passage's stream as paragraphs, cut at its breaks; the last one's mark is kept."""
    i = j = 0
    held: list[Piece] = []
    for piece in stream:
        if not piece.break_:
            held.append(piece)
            continue
        yield TrackedParagraph(tuple(held), piece.state, step.old[i], step.new[j])
        i += piece.state.stood
        j += piece.state.stands
        held = []
    yield TrackedParagraph(tuple(held), State.KEPT, step.old[i], step.new[j])


def _alone(step: _Step, old: Sequence[Paragraph], new: Sequence[Paragraph]) -> Iterator[Piece]:
    """The pieces of a paragraph that goes, comes or moves; a move's edits are tracked within it, at either place."""
    if step.move is None:
        inline = old[step.old[0]].inline if step.state.stood else new[step.new[0]].inline
        return iter(whole(inline, step.state))
    passage = step.passage(old, new)
    return joined(_moved(pieces(passage, regions(passage)), step.state))


def _moved(stream: Sequence[Piece], state: State) -> Iterator[Piece]:
    for piece in stream:
        if state.stood and piece.state.stood:
            italic = piece.was_italic if piece.state is State.KEPT else piece.italic
            moved = piece.state is State.KEPT or piece.note is not None
            yield replace(piece, state=state if moved else piece.state, italic=italic, was_italic=False)
        elif state.stands and piece.state.stands:
            moved = piece.state is State.KEPT or piece.note is not None
            yield replace(piece, state=state if moved else piece.state, was_italic=False)
