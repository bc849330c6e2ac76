"""Notes tied to their marks: the texts without marks, the notes in order, and what had to be guessed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from drafter.model.inline import Inline
from drafter.model.organ import Organ
from drafter.model.reading import Unplaced
from drafter.model.resolution import Footnote
from drafter.parse.blocks import TextBlock
from drafter.parse.cleaning import cleaned, italic, marked, numerals_mended
from drafter.parse.illegible import Illegible, illegible, numbered, place_of_lost_mark
from drafter.parse.legible import GLUED, Candidate, legible, raised
from drafter.parse.masthead import MastheadFacts
from drafter.parse.pages import Note
from drafter.rules.citations import italic_spans

Change = tuple[int, str, str, str, str]
"""The number of the block (or -1 and a place), what was found, how it was read, and why."""
_ONCE = 75


@dataclass(slots=True)
class Marked:
    inlines: list[Inline]
    footnotes: tuple[Footnote, ...]
    repairs: list[Change] = field(default_factory=list)
    unplaced: list[Unplaced] = field(default_factory=list)


def tied(blocks: Sequence[TextBlock], notes: Sequence[Note], facts: MastheadFacts) -> Marked:
    """The blocks' texts without marks, and the notes; a number without its text is a missing note."""
    repairs: list[Change] = []
    given = [note for note in notes if note.number.isdigit()]
    facts.furniture.extend(
        f"{note.number} {' '.join(line.text for line in note.lines)}" for note in notes if not note.number.isdigit()
    )
    pages = {int(note.number): note.page for note in given}
    chosen = raised(blocks, pages)
    if not chosen and pages:
        chosen = legible(blocks, pages, once=_marks_once(facts))
    texts: dict[int, Inline] = {}
    again: list[Note] = []
    plain = {candidate.number for candidate in chosen if candidate.score >= GLUED}
    unread = illegible(blocks) if pages and len(plain) * 2 < len(pages) else []
    if unread:
        chosen, texts = _guessed(blocks, unread, given, repairs)
    else:
        for note in given:
            if int(note.number) in texts:
                again.append(note)
            else:
                texts[int(note.number)] = _note(note)
        repairs.extend(_italics_set(given, texts))
    chosen.sort(key=lambda candidate: candidate.place)
    marks = [candidate.number for candidate in chosen]
    lowest, highest = 1, max([*texts, *marks], default=0)
    if texts and min(texts) > 1 and min(marks, default=2) > 1 and not unread:
        # A bound volume numbers its notes from page to page; those without a mark here are another resolution's.
        lowest, highest = min(marks, default=1), max(marks, default=0)
        repairs.append(
            (-1, "notes", f"{lowest} to {highest}", "numbered from 1", "the volume numbers its notes through")
        )
        again.extend(note for note in given if not lowest <= int(note.number) <= highest)
    by_block: dict[int, list[Candidate]] = {}
    for candidate in chosen:
        by_block.setdefault(candidate.block, []).append(candidate)
    inlines = [_without(block, by_block.get(n, ())) for n, block in enumerate(blocks)]
    footnotes = [
        Footnote(str(number), texts.get(number, Inline()), missing=number not in texts)
        for number in range(lowest, highest + 1)
    ]
    repairs.extend(
        (-1, f"note {note.id}", "", "missing", "the source has lost the text of this note")
        for note in footnotes
        if note.missing
    )
    unplaced = [
        Unplaced(note.lines[0].number, " ".join([note.number, *(line.text for line in note.lines)])) for note in again
    ]
    return Marked(inlines, tuple(footnotes), repairs, unplaced)


def _marks_once(facts: MastheadFacts) -> bool:
    """Whether the document dates from a time when each note was marked once: from the seventy-fifth session on."""
    symbol = facts.symbol
    modern = facts.organ is Organ.GENERAL_ASSEMBLY and facts.session is not None and facts.session >= _ONCE
    return modern or (symbol is not None and symbol.limited)


def _guessed(
    blocks: Sequence[TextBlock], unread: Sequence[Illegible], given: Sequence[Note], repairs: list[Change]
) -> tuple[list[Candidate], dict[int, Inline]]:
    """Marks whose numbers follow from their order, and the notes by number; every guess is a repair."""
    texts: dict[int, Inline] = {}
    pages: dict[int, int] = {}
    for note, following in zip(given, [*given[1:], None], strict=True):
        number = int(note.number)
        due = int(following.number) - 1 if following else number
        if number < due and number < 10 and str(due).startswith(note.number):
            why = f"the next note is {due + 1}; optical recognition lost a figure"
            repairs.append((-1, f"note {due}", note.number, str(due), why))
            number = due
        texts[number], mended = numerals_mended(_note(note), f"note {number}")
        repairs.extend((-1, mend.where, mend.found, mend.read_as, mend.why) for mend in mended)
        pages[number] = note.page
    chosen: list[Candidate] = []
    for mark, number in zip(unread, numbered(unread, pages), strict=True):
        chosen.append(Candidate(mark.block, mark.start, mark.end, number, 0, mark.page))
        why = f"an illegible note mark after “{_last_words(mark.before)}”; its number follows from the order"
        found = mark.words[-1] + mark.glyphs if mark.glyphs == "l" else mark.glyphs
        read_as = f"{mark.words[-1]}, note {number}" if mark.glyphs == "l" else f"note {number}"
        repairs.append((mark.block, "", found, read_as, why))
    marked = {candidate.number for candidate in chosen}
    for number in sorted(set(texts) - marked):
        before = max((c for c in chosen if c.number < number), key=lambda c: (c.number, -c.block), default=None)
        first = before.block if before else 0
        on_page = [n for n, block in enumerate(blocks) if block.breaks and block.breaks[0][1] <= pages[number]]
        place = place_of_lost_mark(texts[number].text, blocks, first, max(on_page, default=first))
        if place:
            block, at = place
            chosen.append(Candidate(block, at, at, number, 0, pages[number]))
            after = _last_words(blocks[block].text[:at])
            why = f"the source lost this mark; the note cites the records of the year in “{after}”"
            repairs.append((block, "", "", f"note {number}", why))
    return chosen, texts


def _last_words(text: str) -> str:
    return " ".join(text.split()[-4:])


def _without(block: TextBlock, marks: Sequence[Candidate]) -> Inline:
    """The block's text with its marks cut out and set as marks."""
    source = Inline(block.text, tuple(block.italics))
    whole = Inline()
    at = 0
    for mark in marks:
        kept = source[at : mark.start]
        whole = marked(whole + kept[: len(kept.text.rstrip())], str(mark.number))
        at = mark.end
        if kept.text.rstrip()[-1:].isalnum() and source.text[at : at + 1].isalnum():
            whole += Inline(" ")
    return cleaned(whole + source[at:])


def _note(note: Note) -> Inline:
    """A note's text; its italics are those of print, whatever the source set in italics."""
    block = TextBlock(None, note.lines[0].number, 0)
    for line in note.lines:
        if line.text:
            block.add(line)
    inline = cleaned(Inline(block.text, tuple(block.italics)))
    spans = italic_spans(inline.text)
    return italic(inline, spans) if spans or inline.text.startswith("Ibid") else inline


def _italics_set(given: Sequence[Note], texts: Mapping[int, Inline]) -> Iterator[Change]:
    """The notes whose own italics gave way to those of print."""
    changed = [
        note.number
        for note in given
        if any(line.italics for line in note.lines)
        and "".join(line.text[s.start : s.end] for line in note.lines for s in line.italics)
        != "".join(texts[int(note.number)].text[s.start : s.end] for s in texts[int(note.number)].italics)
    ]
    if changed:
        why = "“Ibid.” and a record’s symbol are roman in print, its title italic"
        yield -1, f"notes {', '.join(changed)}", "italics of the source", "italics of print", why
