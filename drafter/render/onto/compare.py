"""The official file compared with a draft's base: the place of each text and note, and every difference."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import compress
from operator import not_

from drafter.align.words import word_changes
from drafter.model import numbering
from drafter.model.inline import Inline, NoteMark
from drafter.model.resolution import Footnote, Resolution
from drafter.ooxml.source import PartSource
from drafter.render.onto.atoms import Block
from drafter.render.onto.match import Found, Match, differing, matched
from drafter.render.onto.notes import NotesPart
from drafter.render.onto.parts import is_part_line
from drafter.render.onto.standing import Standing


@dataclass(frozen=True, slots=True)
class Comparison:
    """The base's texts and notes as the file has them; `differences` has one line for each paragraph that differs.

    `notes` and `note_ids` (the file's ids) go by the base's ids; `extra_notes` are those that the base lacks.
    """

    title: Standing | None
    paragraphs: tuple[Standing, ...]
    notes: Mapping[str, Standing]
    note_ids: Mapping[str, str]
    extra_notes: tuple[Footnote, ...]
    differences: tuple[str, ...]


def compared(
    old: Resolution, source: PartSource, notes: NotesPart, everything: Sequence[Block], *, surplus: bool
) -> Comparison:
    """The base `old` in the file's paragraphs; with `surplus`, paragraphs that only the file has count as part of
    it."""
    return _Comparing(old, source, notes).made(everything, surplus=surplus)


def _worded(base: Inline, words: str) -> Inline:
    """The file's words with the base's italics where the words are the same."""
    made = base
    for change in reversed(word_changes(base.text, words, typography=True)):
        made = made.replace(change.old_start, change.old_end, Inline(words[change.new_start : change.new_end]))
    return made


class _Comparing:
    def __init__(self, old: Resolution, source: PartSource, notes: NotesPart) -> None:
        self.old, self.source, self.notes = old, source, notes
        self.differences: list[str] = []
        self.extra_notes: list[Footnote] = []
        self.note_ids: dict[str, str] = {}

    def made(self, everything: Sequence[Block], *, surplus: bool) -> Comparison:
        texts = [self.old.title.text, *(paragraph.text for paragraph in self.old.paragraphs)]
        match = self._text_alone(matched(texts, everything))
        labels = ["the title", *numbering.labels(self.old.paragraphs)]
        lenient = [False, *map(is_part_line, self.old.paragraphs)]
        self._compare(list(compress(zip(labels, texts, match.found, strict=True), map(not_, lenient))), match.surplus)
        standing = self._standing(labels, match)
        if surplus:
            self._surplus(match, standing)
        notes = self._note_standing()
        return Comparison(
            title=standing[0],
            paragraphs=tuple(each for each in standing[1:] if each),
            notes=notes,
            note_ids=self.note_ids,
            extra_notes=tuple(self.extra_notes),
            differences=tuple(self.differences),
        )

    def _text_alone(self, match: Match) -> Match:
        """The match without the cells of tables that hold nothing of the base: they are no part of the text."""
        tables = [(table.start, table.end) for table in self.source.root.iter("tbl")]
        others = [
            (start, end)
            for start, end in tables
            if not any(found and start < found.block.last.start < end for found in match.found)
        ]
        own = (b for b in match.surplus if not any(start < b.last.start < end for start, end in others))
        return replace(match, surplus=tuple(own))

    def _compare(self, each: Sequence[tuple[str, str, Found | None]], surplus: Sequence[Block]) -> None:
        for label, text, found in each:
            if found is None:
                if text:
                    self.differences.append(f"{label} is not in the file: “{text[:80]}”")
            elif not found.same:
                self.differences.append(f"{label}: {differing(text, found.words)}")
        self.differences += [f"the base lacks a paragraph of the file: “{b.text.strip()[:80]}”" for b in surplus]

    def _standing(self, labels: Sequence[str], match: Match) -> list[Standing | None]:
        """Each text of the base where it stands in the file, the file's words and marks in it."""
        made: list[Standing | None] = []
        paragraphs = (None, *self.old.paragraphs)
        for label, paragraph, found in zip(labels, paragraphs, match.found, strict=True):
            if found is None:
                made.append(None)
                continue
            base = paragraph.inline if paragraph else self.old.title
            words = base if found.same else _worded(base, found.words)
            marks = self._marks(label, base, found, found.marks())
            inline = Inline(found.prefix) + Inline(words.text, words.italics)
            made.append(Standing(replace(inline, marks=tuple(mark for _, mark in marks)), found, marks, paragraph))
        return made

    def _marks(
        self,
        label: str,
        base: Inline,
        found: Found,
        theirs: Sequence[tuple[int, NoteMark]],
    ) -> tuple[tuple[int, NoteMark], ...]:
        """The file's marks, with their atoms, under the base's ids."""
        shift = len(found.prefix)
        ours = list(base.marks)
        same = len(ours) == len(theirs) and all(a.at + shift == b.at for a, (_, b) in zip(ours, theirs, strict=True))
        if not same and found.same:
            places = ", ".join(str(mark.note).lstrip("+") for _, mark in theirs) or "none"
            self.differences.append(
                f"{label}: the file's note marks differ ({len(ours)} in the base; the file's: {places})"
            )
        made = []
        for n, (place, mark) in enumerate(theirs):
            if mark.note.startswith("+"):
                note = self._repeated(mark.note[1:])
            elif n < len(ours) and ours[n].note not in self.note_ids:
                note = ours[n].note
                self.note_ids[note] = mark.note
            else:
                note = f"file {mark.note}"
                self.note_ids[note] = mark.note
                block = self.notes.block(mark.note)
                self.extra_notes.append(Footnote(note, Inline(block.text.strip() if block else "")))
            if note:
                made.append((place, NoteMark(mark.at, note)))
        return tuple(made)

    def _repeated(self, pointer: str) -> str:
        """The note that a repeated mark leads to, by its number or by the bookmark on its first mark."""
        theirs = ""
        if pointer.isdecimal():
            order = [node.attributes.get("id", "") for node in self.source.root.iter("footnoteReference")]
            theirs = order[int(pointer) - 1] if 0 < int(pointer) <= len(order) else ""
        for node in self.source.root.iter("bookmarkStart", "footnoteReference"):
            if node.name == "bookmarkStart" and node.attributes.get("name") == pointer:
                pointer = ""
            elif node.name == "footnoteReference" and not pointer:
                theirs = node.attributes.get("id", "")
                break
        found = (note for note, id_ in self.note_ids.items() if id_ == theirs)
        return next(found, next(iter(self.note_ids), ""))

    def _surplus(self, match: Match, standing: list[Standing | None]) -> None:
        """Where the base is trusted, count the file's own paragraphs as old text, so that they are deleted."""
        for block in match.surplus:
            at = next(
                (n for n, each in enumerate(standing) if n and each and each.block.last.start > block.last.start),
                len(standing),
            )
            found = matched([block.text.strip()], [block]).found[0]
            before = standing[at - 1]
            if found is None or before is None:
                continue
            marks = self._marks("", Inline(), found, found.marks())
            text = Inline(found.prefix + found.words, (), tuple(mark for _, mark in marks))
            like = before.paragraph or self.old.paragraphs[0]
            standing.insert(at, Standing(text, found, marks, replace(like, inline=text)))

    def _note_standing(self) -> dict[str, Standing]:
        made: dict[str, Standing] = {}
        for number, note in enumerate((*self.old.footnotes, *self.extra_notes), 1):
            theirs = self.note_ids.get(note.id)
            if theirs is None:
                continue
            found = self.notes.standing(theirs, note.inline)
            block = self.notes.block(theirs)
            if found is None or not found.found.same:
                words = block.text.strip() if block else ""
                self.differences.append(f"note {number}: {differing(note.text, words)}")
                found = self.notes.standing(theirs, Inline(words)) or found
            if found is not None:
                made[note.id] = found
        return made
