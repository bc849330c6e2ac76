"""Two texts as one Word file in which every change from the old to the new is a tracked change.

The plan says what changed; here it becomes XML. The masthead, headers and closing lines are the new text's own and
are not tracked; title, paragraphs and footnotes are.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from datetime import date as date_of
from itertools import groupby
from pathlib import Path

from lxml.etree import _Element

from drafter.model.draft import Draft
from drafter.model.resolution import Paragraph, Resolution
from drafter.model.session import year_of_session
from drafter.ooxml import elements, footnotes
from drafter.render import comments, notes
from drafter.render.comments import Remarks
from drafter.render.document import TextElements, assemble, in_annex, printed
from drafter.render.lists import Lists, Place
from drafter.render.masthead import Masthead
from drafter.render.redline.plan import plan
from drafter.render.redline.values import AGAIN, Plan, State, TrackedParagraph, TrackedPiece
from drafter.render.redline.whose import Authorship
from drafter.render.revisions import RevisionWriter

NOBODY = "Author"
"""The author if none is named, as Word itself writes it."""
_MARKS = {State.INSERTED: "ins", State.DELETED: "del", State.MOVED_FROM: "moveFrom", State.MOVED_TO: "moveTo"}


def redline(
    old: Resolution,
    new: Resolution,
    masthead: Masthead,
    *,
    author: str,
    date: datetime,
    base: Path | None = None,
    remarks: Remarks | None = None,
    whose: Authorship | None = None,
) -> bytes:
    """The Word file of `new` with its changes against `old` tracked under `author` and `date`.

    Accepting all changes gives the new text, rejecting all of them the old one. `remarks` become Word comments on the
    paragraphs that changed. With `whose`, each change has its own author. Raises DrafterError if a note mark has no
    footnote.
    """
    lists = Lists()
    now = tuple(printed(new.organ, new.paragraphs, lists))
    was = tuple(printed(old.organ, old.paragraphs, Lists()))
    made = plan(
        replace(old, paragraphs=tuple(paragraph for paragraph, _ in was)),
        replace(new, paragraphs=tuple(paragraph for paragraph, _ in now)),
        zone=lambda paragraph: int(in_annex(paragraph.part)),
        followed=not masthead.draft,
        whose=whose,
    )
    writer = PlanWriter(
        made, [place for _, place in was], [place for _, place in now], old, new, RevisionWriter(author or NOBODY, date)
    )
    said = _said(made, remarks or Remarks(), [p for p, _ in was], [p for p, _ in now], old, new)
    spoken: list[_Element] = []
    body: list[_Element] = []
    annexes: list[_Element] = []
    title = list(writer.runs(made.title))
    for place, (paragraph, written) in enumerate(writer.paragraphs()):
        if place in said:
            comments.anchor(written[0], len(spoken), tracked_mark=paragraph.mark is not State.KEPT)
            author_, moment = writer.revisions.author, writer.revisions.date
            spoken.append(comments.comment(len(spoken), said[place], author_, moment))
        sides = [side[at][0].part for side, at in ((was, paragraph.old), (now, paragraph.new)) if at is not None]
        (annexes if any(map(in_annex, sides)) else body).extend(written)
    comments.clear_of_notes((*title, *body, *annexes))
    text = TextElements(title, body, annexes, writer.footnotes(), lists, spoken, tracked=True)
    return assemble(masthead, text, new.title, base=base)


def _said(
    made: Plan,
    remarks: Remarks,
    was: Sequence[Paragraph],
    now: Sequence[Paragraph],
    old: Resolution,
    new: Resolution,
) -> dict[int, Sequence[str]]:
    """The remark on each tracked paragraph that changed, by its place."""
    found: dict[int, Sequence[str]] = {}
    sides = ((remarks.old, _own(was, old), True), (remarks.new, _own(now, new), False))
    for by_place, own, gone in sides:
        for place, said in by_place.items():
            at = own[place]
            for number, paragraph in enumerate(made.paragraphs):
                there = (piece.state.stood if gone else piece.state.stands for piece in paragraph.pieces)
                if (paragraph.old if gone else paragraph.new) == at and any(there):
                    if paragraph.changed:
                        found[number] = (*found.get(number, ()), *said)
                    break
    return found


def _own(shown: Sequence[Paragraph], text: Resolution) -> list[int]:
    """The places among the paragraphs shown of the text's own: headings put above them are left out."""
    places = iter(enumerate(shown))
    return [next(place for place, each in places if each is own) for own in text.paragraphs]


def day_of(text: Resolution | Draft) -> datetime:
    """A date for the changes that follows from the text: its adoption, or 1 September of its session's year."""
    day = text.adopted if isinstance(text, Resolution) else None
    day = day or date_of(year_of_session(text.session) if text.session else 2000, 9, 1)
    return datetime(day.year, day.month, day.day, tzinfo=UTC)


class PlanWriter:
    """Writes the paragraphs and then the footnotes of a plan; `was` and `now` are the places of either text's."""

    def __init__(
        self,
        made: Plan,
        was: Sequence[Place],
        now: Sequence[Place],
        old: Resolution,
        new: Resolution,
        revisions: RevisionWriter,
    ) -> None:
        self.plan = made
        self.was = was
        self.now = now
        self.revisions = revisions
        self.ids = {(note.new is not None, note.new or note.old): number for number, note in enumerate(made.notes, 1)}
        self.old_numbers, self.numbers = (
            {note.id: number for number, note in enumerate(text.footnotes, 1)} for text in (old, new)
        )
        pieces = (*made.title, *(piece for paragraph in made.paragraphs for piece in paragraph.pieces))
        self.referred = {
            piece.note.removesuffix(AGAIN)
            for piece in pieces
            if piece.note is not None and piece.note.endswith(AGAIN) and piece.state is State.KEPT
        }

    def paragraphs(self) -> Iterator[tuple[TrackedParagraph, list[_Element]]]:
        """Each tracked paragraph with its elements: itself, and the end of a move if it is there."""
        sequence = self.plan.paragraphs
        start: _Element | None = None
        for place, paragraph in enumerate(sequence):
            made = self._paragraph(paragraph)
            written = [made]
            if paragraph.moved:
                if start is None:
                    start = self.revisions.range_start(f"move{paragraph.move}", _MARKS[paragraph.moved], paragraph.by)
                    elements.paragraph_properties(made).addnext(start)
                following = sequence[place + 1] if place + 1 < len(sequence) else None
                if following is None or (following.move, following.moved) != (paragraph.move, paragraph.moved):
                    written.append(self.revisions.range_end(start))
                    start = None
            yield paragraph, written

    def footnotes(self) -> list[_Element]:
        """The notes in the order of their marks, each with its own changes."""
        return [footnotes.footnote(number, self.runs(note.pieces)) for number, note in enumerate(self.plan.notes, 1)]

    def runs(self, pieces: Iterable[TrackedPiece]) -> Iterator[_Element]:
        """The runs of these pieces; neighbours with the same state share one tracked change."""
        before: list[_Element] = []
        for (state, by), stretch in groupby(pieces, key=_signed):
            content: list[_Element] = []
            for piece in stretch:
                if piece.note is None:
                    before = []
                    content.append(self._text(piece))
                    continue
                notes.parted(before)
                before = list(self._mark(piece.note, state))
                content += before
            yield from self._revised(state, content, by)

    def _paragraph(self, paragraph: TrackedParagraph) -> _Element:
        now = None if paragraph.new is None else self.now[paragraph.new]
        was = None if paragraph.old is None else self.was[paragraph.old]
        if now:
            made = elements.paragraph(self.runs(paragraph.pieces), style=now.style, number=now.number)
        else:
            made = elements.paragraph(self.runs(paragraph.pieces), style=was.style if was else "")
        if paragraph.mark is not State.KEPT:
            self.revisions.mark(made, _MARKS[paragraph.mark], paragraph.mark_by)
        if now and was and now.style != was.style:
            self.revisions.style(made, was.style, paragraph.by)
        return made

    def _revised(self, state: State, content: list[_Element], by: str) -> Iterable[_Element]:
        match state:
            case State.KEPT:
                return content
            case State.INSERTED:
                return (self.revisions.inserted(content, by),)
            case State.DELETED:
                return (self.revisions.deleted(content, by),)
            case State.MOVED_FROM:
                return (self.revisions.moved_from(content, by),)
            case State.MOVED_TO:
                return (self.revisions.moved_to(content, by),)

    def _text(self, piece: TrackedPiece) -> _Element:
        made = elements.run(piece.text, italic=piece.italic)
        if piece.changed_italics:
            self.revisions.italics(made, piece.was_italic, piece.by)
        return made

    def _mark(self, note: str, state: State) -> Iterator[_Element]:
        """A note's mark: the first carries the note, which Word numbers; a repeated one refers to it.

        A repeated mark that changed is its bare number, since LibreOffice cannot take a tracked field out.
        """
        if note.endswith(AGAIN):
            note = note.removesuffix(AGAIN)
            shown = (self.numbers if state.stands else self.old_numbers)[note]
            if state is State.KEPT:
                yield from footnotes.note_reference_again(notes.bookmark(self.ids[True, note]), shown)
            else:
                yield elements.run(str(shown), style=footnotes.FOOTNOTE_REFERENCE)
            return
        number = self.ids[state.stands, note]
        reference = footnotes.footnote_reference(number)
        if state.stands and note in self.referred:
            yield from elements.bookmarked([reference], notes.bookmark(number), next(self.revisions.ids))
        else:
            yield reference


def _signed(piece: TrackedPiece) -> tuple[State, str]:
    """What neighbouring pieces must share to be one tracked change; in a kept piece only italics have an author."""
    return piece.state, "" if piece.state is State.KEPT else piece.by
