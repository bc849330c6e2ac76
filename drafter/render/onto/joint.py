"""The draft with the file's words, where the file is trusted and both changed the base.

Changes in different places are all kept; where both change the same words, the draft's stay and a line says so.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import reduce

from drafter.align.groups import PairGroup, pair_groups
from drafter.align.pairs import align
from drafter.align.three_way import merge
from drafter.align.tokens import PARAGRAPH_MARK
from drafter.align.units import words_of
from drafter.align.word_edits import WordEdit
from drafter.model import numbering
from drafter.model.inline import Inline
from drafter.model.resolution import Footnote, Paragraph, Resolution
from drafter.render.onto.compare import Comparison

_FILE, _DRAFT = "file", "draft"


def with_theirs(old: Resolution, new: Resolution, official: Comparison) -> tuple[Resolution, tuple[str, ...]]:
    """The new text with the file's changes to the base, and a line for each place where both changed the same."""
    joint = _Joint(old, official)
    title = joint.words("the title", old.title, official.title.own if official.title else old.title, new.title)
    paragraphs = tuple(joint.paragraphs(new))
    marked = {mark.note for inline in (title, *(p.inline for p in paragraphs)) for mark in inline.marks}
    notes = (note for note in (*joint.notes(new), *official.extra_notes) if note.id in marked)
    return replace(new, title=title, paragraphs=paragraphs, footnotes=tuple(notes)), tuple(joint.told)


class _Joint:
    def __init__(self, old: Resolution, official: Comparison) -> None:
        self.old, self.official = old, official
        self._labels = numbering.labels(old.paragraphs)
        self._theirs = {id(each.paragraph): each for each in official.paragraphs if each.paragraph}
        self.told: list[str] = []

    def paragraphs(self, new: Resolution) -> list[Paragraph]:
        made: dict[int, Paragraph] = {}
        for group in pair_groups(align(self.old.paragraphs, new.paragraphs)):
            made |= self._of_group(group, new.paragraphs)
        return [made[j] for j in sorted(made)]

    def _of_group(self, group: PairGroup, new: Sequence[Paragraph]) -> dict[int, Paragraph]:
        """The new paragraphs of a group by their places, those of a split or a merge worked out as one text."""
        found = [self._theirs.get(id(self.old.paragraphs[i])) for i in group.old]
        base = _joined(self.old.paragraphs[i].inline for i in group.old)
        ours = _joined(new[j].inline for j in group.new)
        own = {j: new[j] for j in group.new}
        where = ", ".join(self._labels[i] for i in group.old)
        if not group.new:
            if any(standing and not standing.found.same for standing in found):
                self._tell(where, "the file changes a paragraph that the draft takes out; it goes")
            return {}
        if group.old and not any(found):
            if ours == base:
                return {}
            self._tell(where, "the draft changes a paragraph that the file lacks; it is put in")
        if not any(found):
            return own
        old = zip(found, group.old, strict=True)
        theirs = _joined(standing.own if standing else self.old.paragraphs[i].inline for standing, i in old)
        parts = _parted(self.words(where, base, theirs, ours))
        if len(parts) != len(own):
            self._tell(where, "both change how it is cut into paragraphs; the draft’s stand")
            return own
        return {j: replace(paragraph, inline=part) for (j, paragraph), part in zip(own.items(), parts, strict=True)}

    def notes(self, new: Resolution) -> Iterator[Footnote]:
        before = {note.id: note.inline for note in self.old.footnotes}
        for number, note in enumerate(new.footnotes, 1):
            standing = self.official.notes.get(note.id)
            if standing is None or note.id not in before:
                yield note
            else:
                yield replace(note, inline=self.words(f"note {number}", before[note.id], standing.own, note.inline))

    def words(self, where: str, base: Inline, theirs: Inline, ours: Inline) -> Inline:
        """One text with the changes of both."""
        if theirs == base:
            return ours
        if ours == base:
            return theirs
        made = merge(base, {_FILE: theirs, _DRAFT: ours})
        for conflict in made.conflicts:
            kept, lost = (conflict.of(name).inline.text.strip() for name in (_DRAFT, _FILE))
            self._tell(where, f"both change the same words; the draft’s stand: “{kept}”, not the file’s “{lost}”")
        for pair in made.pairs:
            if pair.first.by != pair.second.by:
                sides = (f"{_whose(edit)} {_said(edit)}" for edit in (pair.first, pair.second))
                self._tell(where, f"both change words side by side: {', '.join(sides)}")
        return made.text(lambda conflict: conflict.of(_DRAFT))

    def _tell(self, where: str, what: str) -> None:
        self.told.append(f"{where}: {what}")


def _joined(inlines: Iterable[Inline]) -> Inline:
    """Texts with a paragraph mark between them."""
    every = [*inlines]
    return reduce(lambda one, other: one + Inline(PARAGRAPH_MARK) + other, every) if every else Inline()


def _parted(inline: Inline) -> list[Inline]:
    """The inverse of `_joined`."""
    ends = [at for at, char in enumerate(inline.text) if char == PARAGRAPH_MARK]
    return [inline[start:end] for start, end in zip([0, *(at + 1 for at in ends)], [*ends, len(inline)], strict=True)]


def _whose(edit: WordEdit) -> str:
    return " and ".join(f"the {name}’s" for name in edit.by)


def _said(edit: WordEdit) -> str:
    words = words_of(edit.put).strip()
    return f"“{words}”" if words else "deletion"
