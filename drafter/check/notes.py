"""Note marks and notes: each has the other, numbers are used once, citations have their forms."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from drafter.check.rule import Background, Slip, on_text
from drafter.model.finding import Severity
from drafter.model.resolution import Resolution

MANUAL = "Editorial Manual, footnotes"
_TREATY = re.compile(r"Treaty Series, (?!vols?\. \d[\d, and]*, Nos?\. [\w-]+)")
_SUPPLEMENT = re.compile(
    r"Official Records of the General Assembly, (?![A-Z][a-z-]+(?: [a-z-]+)*(?: [A-Z][a-z-]+)* (?:Emergency )?"
    r"(?:Special )?Session,)"
)
_AFTER = re.compile(r"[\w’”)]")
_PUNCTUATION = ",;.:"


def numbers(text: Resolution) -> dict[str, int]:
    """The printed number of each note by its id."""
    return {note.id: number for number, note in enumerate(text.footnotes, 1)}


@on_text("note-mark", Severity.ERROR, source=MANUAL, example="a mark [^12] with no note 12")
def marks_and_notes(text: Resolution, _background: Background) -> Iterator[Slip]:
    """Every mark has its note, and every note a mark."""
    notes = numbers(text)
    marked = {mark.note for mark in text.title.marks}
    for index, paragraph in enumerate(text.paragraphs):
        for mark in paragraph.inline.marks:
            marked.add(mark.note)
            if mark.note not in notes:
                yield Slip(f"the mark {mark.note} has no note", mark.at, mark.at, index=index)
    if any(note.missing for note in text.footnotes):
        return
    for note in text.footnotes:
        if note.id not in marked:
            yield Slip(f"note {notes[note.id]} has no mark in the text", 0, len(note.text), note=note.id)


@on_text("note-repeated", Severity.ERROR, source=f"{MANUAL}, from the 75th session", example="two marks for note 11")
def number_once(text: Resolution, background: Background) -> Iterator[Slip]:
    """A note's number is used once; a second mention has a note of its own."""
    if background.profile.notes_may_repeat:
        return
    notes = numbers(text)
    seen: set[str] = set()
    for index, paragraph in enumerate(text.paragraphs):
        for mark in paragraph.inline.marks:
            if mark.note in seen:
                yield Slip(
                    f"note {notes.get(mark.note, mark.note)} is marked a second time", mark.at, mark.at, index=index
                )
            seen.add(mark.note)


@on_text("note-place", Severity.WARNING, source=MANUAL, example="the report[^3], → the report,[^3]")
def after_punctuation(text: Resolution, _background: Background) -> Iterator[Slip]:
    """A note mark stands after the punctuation."""
    for index, paragraph in enumerate(text.paragraphs):
        for mark in paragraph.inline.marks:
            if paragraph.text[mark.at : mark.at + 1] in set(_PUNCTUATION):
                yield Slip("the note mark stands before the punctuation", mark.at, mark.at + 1, index=index)


@on_text(
    "note-form", Severity.WARNING, source=MANUAL, example="Treaty Series, 1577 → Treaty Series, vol. 1577, No. 27531"
)
def citation_form(text: Resolution, background: Background) -> Iterator[Slip]:
    """Treaty Series with volume and number, Official Records with session and supplement; a full stop at the end."""
    if not background.profile.modern:
        return
    for note in text.footnotes:
        if note.missing:
            continue
        if found := _TREATY.search(note.text):
            yield Slip("a treaty is cited by volume and number", *found.span(), note=note.id)
        if found := _SUPPLEMENT.search(note.text):
            yield Slip("Official Records are cited by session and supplement", *found.span(), note=note.id)
        if note.text and note.text.rstrip("”’)")[-1:] != ".":
            yield Slip("a note ends with a full stop", len(note.text), len(note.text), ".", note=note.id)


@on_text("note-twice", Severity.NOTE, source=MANUAL, example="A/HRC/42/10 is note 11 and note 20")
def same_source(text: Resolution, _background: Background) -> Iterator[Slip]:
    """Two notes with the same words: right where a second mention needs its own note, worth a look otherwise."""
    words = Counter(note.text for note in text.footnotes if not note.missing and not note.text.startswith("Ibid"))
    seen: dict[str, int] = {}
    for number, note in enumerate(text.footnotes, 1):
        if words[note.text] > 1 and note.text in seen:
            yield Slip(f"the same words as note {seen[note.text]}", 0, len(note.text), note=note.id)
        seen.setdefault(note.text, number)
