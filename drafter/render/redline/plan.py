"""How one text becomes another: each paragraph, word and note kept, inserted, deleted or moved. No XML here.

A group (one paragraph, or those of a split or merge) is a single stream of pieces in which paragraph marks are inserted
and deleted like words; so a split is an inserted mark and not two new paragraphs.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from drafter.align.groups import PairGroup
from drafter.model.resolution import Resolution
from drafter.render.redline.marks import first_noted, placed, uniform
from drafter.render.redline.notes import Notes, told_apart
from drafter.render.redline.pieces import TwoWordings, joined, pieces, regions, whole
from drafter.render.redline.steps import ParagraphStep, StepPlanner, Zone
from drafter.render.redline.values import Plan, State, TrackedParagraph, TrackedPiece
from drafter.render.redline.whose import Authorship


def plan(
    old: Resolution,
    new: Resolution,
    *,
    zone: Zone = lambda _: 0,
    followed: bool = False,
    whose: Authorship | None = None,
    groups: Iterable[PairGroup] | None = None,
    places: Mapping[int, int] | None = None,
) -> Plan:
    """How `old` becomes `new`.

    `zone` is 0 for a paragraph of the text and 1 for one of the annexes. `followed` if something untracked comes after
    the text, so that the mark of its last paragraph may be tracked too. `whose` if the text has changes by several
    people, `groups` and `places` if it is known which paragraphs belong together and where the new ones stand.
    """
    old, new = told_apart(old), told_apart(new)
    planner = StepPlanner(old.paragraphs, new.paragraphs, zone, whose, groups, places)
    steps: list[ParagraphStep] | None = planner.first()
    while steps is not None:
        steps = steps if followed else planner.with_end(steps)
        made, origins = _planned(old, new, planner, steps, followed)
        noted = first_noted(made.paragraphs)
        if noted is None or made.paragraphs[noted].mark is State.KEPT:
            break
        steps = planner.apart(steps, origins[noted])
    return made


def _planned(
    old: Resolution, new: Resolution, planner: StepPlanner, steps: Sequence[ParagraphStep], followed: bool
) -> tuple[Plan, list[int]]:
    """The plan of these steps, and for each tracked paragraph the place of its step."""
    title = TwoWordings.of([old.title], [new.title], planner.whose)
    stayed = [title, *(planner.passage(step) for step in steps if step.compared)]
    cuts = [regions(passage) for passage in stayed]
    notes = Notes(old.footnotes, new.footnotes, planner.whose)
    marks = notes.paired(stayed, cuts)
    streams = iter([pieces(*each) for each in zip(stayed, cuts, marks, strict=True)])
    title_pieces = next(streams)
    paragraphs: list[TrackedParagraph] = []
    origins: list[int] = []
    for place, step in enumerate(steps):
        if step.compared:
            paragraphs += _broken(next(streams), step, planner.deed(step))
        elif step.replaced:
            (i,), (j,) = step.old, step.new
            gone, come = planner.deed(step), planner.deed(ParagraphStep(State.INSERTED, (), step.new))
            words = (
                *whole(old.paragraphs[i].inline, State.DELETED, gone),
                *whole(new.paragraphs[j].inline, State.INSERTED, come),
            )
            paragraphs.append(TrackedParagraph(words, State.KEPT, i, j))
        else:
            stream = tuple(_alone(step, planner))
            k, m = (step.old[0], None) if step.state.stood else (None, step.new[0])
            # LibreOffice leaves an empty paragraph behind where a moved mark follows a change of another kind.
            mark = stream[-1].state if stream else step.state
            by = planner.deed(step)
            mark_by = stream[-1].by if stream else by
            moved = step.state if step.move else None
            paragraphs.append(TrackedParagraph(stream, mark, k, m, step.move, moved, mark_by, by))
        origins += [place] * (len(paragraphs) - len(origins))
    paragraphs = list(placed(paragraphs, _ends(paragraphs, planner, followed)))
    everything = (*title_pieces, *(piece for paragraph in paragraphs for piece in paragraph.pieces))
    return Plan(title_pieces, tuple(paragraphs), tuple(notes.tracked(everything))), origins


def _ends(paragraphs: Sequence[TrackedParagraph], planner: StepPlanner, followed: bool) -> Iterator[int]:
    """The places of paragraphs whose mark should stay: the last; before closing lines, the last that is not uniform."""
    if not followed:
        yield from range(len(paragraphs))[-1:]
        return
    text = [place for place, each in enumerate(paragraphs) if not planner.zone(each.old, each.new)]
    if text and not uniform(paragraphs[text[-1]]):
        yield text[-1]


def _broken(stream: Sequence[TrackedPiece], step: ParagraphStep, by: str) -> Iterator[TrackedParagraph]:
    """A group's stream as paragraphs, cut at its breaks; the last one's mark is kept."""
    i = j = 0
    held: list[TrackedPiece] = []
    for piece in stream:
        if not piece.break_:
            held.append(piece)
            continue
        yield TrackedParagraph(tuple(held), piece.state, step.old[i], step.new[j], mark_by=piece.by, by=by)
        i += piece.state.stood
        j += piece.state.stands
        held = []
    yield TrackedParagraph(tuple(held), State.KEPT, step.old[i], step.new[j], by=by)


def _alone(step: ParagraphStep, planner: StepPlanner) -> Iterator[TrackedPiece]:
    """The pieces of a paragraph that is deleted, inserted or moved; edits in a moved one are tracked in it, at both
    places."""
    if step.move is None:
        inline = planner.old[step.old[0]].inline if step.state.stood else planner.new[step.new[0]].inline
        return iter(whole(inline, step.state, planner.deed(step)))
    passage = planner.passage(step)
    return joined(_moved(pieces(passage, regions(passage)), step.state, planner.deed(step)))


def _moved(stream: Sequence[TrackedPiece], state: State, by: str) -> Iterator[TrackedPiece]:
    for piece in stream:
        if state.stood and piece.state.stood:
            italic = piece.was_italic if piece.state is State.KEPT else piece.italic
            moved = piece.state is State.KEPT or piece.note is not None
            yield _at(piece, moved, state, by, italic)
        elif state.stands and piece.state.stands:
            moved = piece.state is State.KEPT or piece.note is not None
            yield _at(piece, moved, state, by, piece.italic)


def _at(piece: TrackedPiece, moved: bool, state: State, by: str, italic: bool) -> TrackedPiece:
    """A piece at one place of a move: moved with its paragraph, or changed on the way."""
    if moved:
        return replace(piece, state=state, italic=italic, was_italic=False, by=by)
    return replace(piece, italic=italic, was_italic=False)
