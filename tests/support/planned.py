"""A redline's plan read back: the text that stood and the text that stands, from nothing but the plan's values."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from drafter.model.inline import Inline, Run
from drafter.model.resolution import Resolution
from drafter.render.redline.values import AGAIN, Plan, State, TrackedPiece

Text = tuple[Inline, tuple[tuple[Inline, int | None], ...], dict[str, Inline]]
"""Title; paragraphs, each with the place of the one whose look it has; notes by id."""


def before(plan: Plan) -> Text:
    return _read(plan, lambda state: state.stood, old=True)


def after(plan: Plan) -> Text:
    return _read(plan, lambda state: state.stands, old=False)


def expected(resolution: Resolution) -> Text:
    marked = {mark.note for p in resolution.paragraphs for mark in p.inline.marks}
    marked |= {mark.note for mark in resolution.title.marks}
    notes = {note.id: note.inline for note in resolution.footnotes if note.id in marked}
    return resolution.title, tuple((p.inline, n) for n, p in enumerate(resolution.paragraphs)), notes


def _read(plan: Plan, there: Callable[[State], bool], *, old: bool) -> Text:
    paragraphs: list[tuple[Inline, int | None]] = []
    held: list[TrackedPiece] = []
    for paragraph in plan.paragraphs:
        held += paragraph.pieces
        if there(paragraph.mark):
            paragraphs.append((_inline(held, there, old), paragraph.old if old else paragraph.new))
            held = []
    assert not [piece for piece in held if there(piece.state)], "text is left behind a removed last paragraph mark"
    notes = {}
    for note in plan.notes:
        name = note.old if old else note.new
        if name is not None:
            notes[name] = _inline(note.pieces, there, old)
    return _inline(plan.title, there, old), tuple(paragraphs), notes


def _inline(pieces: Iterable[TrackedPiece], there: Callable[[State], bool], old: bool) -> Inline:
    runs = []
    for piece in pieces:
        if not there(piece.state):
            continue
        kept = piece.state is State.KEPT
        note = piece.old_note if old and kept else piece.note
        italic = piece.was_italic if old and kept else piece.italic
        runs.append(Run(piece.text, italic, None if note is None else note.removesuffix(AGAIN)))
    return Inline.of(runs)
