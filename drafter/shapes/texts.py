"""The JSON of a text: a resolution, its reading with what was repaired, a draft, one paragraph."""

from __future__ import annotations

from drafter.model.draft import Draft, printed
from drafter.model.inline import Inline
from drafter.model.numbering import labels
from drafter.model.numbering import printed as numbers
from drafter.model.reading import Reading
from drafter.model.resolution import Resolution
from drafter.model.submission import Submission, Submitted
from drafter.shapes.values import Shape, day


def text_shape(text: Reading | Draft) -> Shape:
    """A draft as it would be printed, or a resolution as it was read."""
    return draft_shape(text) if isinstance(text, Draft) else reading_shape(text)


def paragraph_shape(text: Reading | Draft, index: int) -> Shape:
    """One paragraph of a text as printed, with the words of the notes that it marks."""
    whole = text_shape(text)
    own: Shape = whole["paragraphs"][index]
    return {**own, "footnotes": [note for note in whole["footnotes"] if note["number"] in own["notes"]]}


def reading_shape(reading: Reading) -> Shape:
    """A resolution with its repairs, with what could not be placed, and how many words were put aside as what."""
    from drafter.parse.furniture import put_aside  # no other shape needs a reader

    return {
        **resolution_shape(reading.resolution),
        "repairs": [
            {
                "where": repair.where,
                "found": repair.found,
                "read_as": repair.read_as,
                "why": repair.why,
                "by_hand": repair.by_hand,
            }
            for repair in reading.repairs
        ],
        "unplaced": [
            {"line": unplaced.line, "text": unplaced.text, "why": unplaced.why} for unplaced in reading.unplaced
        ],
        "put_aside": put_aside(reading),
    }


def draft_shape(draft: Draft) -> Shape:
    """A draft as it would be printed, each paragraph with id, origin, status and reason; private notes are left out."""
    shape = resolution_shape(printed(draft))
    for paragraph, own in zip(draft.standing, shape["paragraphs"], strict=True):
        own |= {
            "id": paragraph.id,
            "origin": paragraph.origin,
            "status": paragraph.status.value,
            "reason": paragraph.reason,
        }
    return {**shape, "base": draft.base, "repairs": []}


def resolution_shape(resolution: Resolution) -> Shape:
    """A resolution alone."""
    number = {note.id: place for place, note in enumerate(resolution.footnotes, 1)}
    named = zip(labels(resolution.paragraphs), numbers(resolution.paragraphs), resolution.paragraphs, strict=True)
    return {
        "symbol": str(resolution.symbol) if resolution.symbol else None,
        "title": resolution.title.text,
        **_submission_shape(resolution.submission),
        "title_notes": _notes(resolution.title, number),
        "organ": resolution.organ.value,
        "session": resolution.session,
        "adopted": day(resolution.adopted),
        "meeting": resolution.meeting,
        "agenda_item": resolution.agenda_item,
        "agenda_title": resolution.agenda_title,
        "origin": resolution.origin,
        "paragraphs": [
            {
                "label": label,
                "number": mark,
                "kind": paragraph.kind.value,
                "level": paragraph.level,
                "part": paragraph.part,
                "opener": paragraph.opener,
                "text": paragraph.text,
                "notes": _notes(paragraph.inline, number),
            }
            for label, mark, paragraph in named
        ],
        "footnotes": [
            {"number": place, "text": note.text, "missing": note.missing}
            for place, note in enumerate(resolution.footnotes, 1)
        ],
    }


def _submission_shape(submission: Submission | None) -> Shape:
    """What an L. document is ("resolution" for what was adopted), who submitted it and for whom."""
    one = submission or Submission(Submitted.DRAFT_RESOLUTION)
    return {
        "document": one.what.value if submission else "resolution",
        "sponsors": list(one.sponsors),
        "on_behalf": one.on_behalf,
        "amends": one.amends,
        "committee": one.committee,
    }


def _notes(inline: Inline, number: dict[str, int]) -> list[int]:
    return [number[mark.note] for mark in inline.marks if mark.note in number]
