"""A draft's changes as tracked changes in somebody else's Word file: the Secretariat's own.

Every paragraph without a change, and every part but the text and the notes, stays byte for byte. Where the file's
words are not those of the draft's base, nothing is written unless the drafter says which of the two to trust.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from drafter.errors import DrafterError
from drafter.model.inline import Inline, NoteMark
from drafter.model.resolution import Kind, Paragraph, Resolution
from drafter.ooxml.newpart import announced, empty_notes
from drafter.ooxml.package import Package
from drafter.ooxml.rewriting import with_parts
from drafter.ooxml.source import PartSource, Patch, spliced
from drafter.parse.masthead import organ_of
from drafter.render.document import in_annex
from drafter.render.onto.atoms import Block, blocks
from drafter.render.onto.body import Body, ending
from drafter.render.onto.compare import Comparison, compared
from drafter.render.onto.looks import Signer
from drafter.render.onto.match import matched
from drafter.render.onto.notes import NotesPart, note_patches, reference_run, repeated_run
from drafter.render.onto.parts import as_filed, with_part_lines
from drafter.render.onto.standing import Standing, slanted
from drafter.render.onto.trust import DiffersError, Trust, texts
from drafter.render.redline import NOBODY
from drafter.render.redline.notes import told_apart
from drafter.render.redline.plan import plan
from drafter.render.redline.values import AGAIN, Plan, State
from drafter.render.redline.whose import Whose

_STORIES = ("header", "footer", "footnotes", "endnotes", "comments")
"""The parts besides the text in which revisions and their numbers may stand."""


def onto(
    official: bytes,
    old: Resolution,
    new: Resolution,
    *,
    author: str,
    date: datetime,
    trust: Trust | None = None,
    file: object = None,
    tell: Callable[[str], None] = lambda _: None,
    whose: Whose | None = None,
) -> bytes:
    """The official file with the changes from `old` to `new` tracked in it.

    If the file is trusted, `tell` is called with a line for each place where it and the draft changed the same words.
    With `whose`, each change has its own author. Raises DiffersError if the file's text is not that of `old` and
    `trust` is None, UnreadableError if it cannot be read.
    """
    old, new = (with_part_lines(_settled(text)) for text in (old, new))
    return _Onto(official, old, new, author, date, trust, file, tell, whose).written()


def _settled(text: Resolution) -> Resolution:
    """The text with every note marked, as it is printed."""
    apart = told_apart(text)
    return replace(
        apart,
        title=_plain_marks(apart.title),
        paragraphs=tuple(replace(p, inline=_plain_marks(p.inline)) for p in apart.paragraphs),
    )


def _plain_marks(inline: Inline) -> Inline:
    if not inline.marks:
        return inline
    return replace(inline, marks=tuple(NoteMark(mark.at, mark.note.removesuffix(AGAIN)) for mark in inline.marks))


class _Onto:
    def __init__(
        self,
        official: bytes,
        old: Resolution,
        new: Resolution,
        author: str,
        date: datetime,
        trust: Trust | None,
        file: object,
        tell: Callable[[str], None],
        whose: Whose | None,
    ) -> None:
        self.official = official
        self.package = package = Package(official, Path(str(file or "the official file")))
        self.source = PartSource(package.part(package.main), package.main)
        stories: dict[str, list[tuple[str, bytes]]] = {kind: [] for kind in _STORIES}
        for _, kind, name in package.relations(package.main):
            if kind in stories and name in package:
                stories[kind].append((name, package.part(name)))
        noted = stories["footnotes"][0] if stories["footnotes"] else None
        self.notes = NotesPart(PartSource(noted[1], noted[0]) if noted else None)
        parts = [self.source.data, *(part for found in stories.values() for _, part in found)]
        self.signature = Signer(author or NOBODY, date, parts)
        self.old, self.new, self.trust, self.file, self.tell, self.whose = old, new, trust, file, tell, whose

    def written(self) -> bytes:
        body = self.source.root.find("body")
        if body is None:
            raise DrafterError("this Word file has no text", file=self.file)
        everything = list(blocks(self.source, body))
        official = compared(self.old, self.source, self.notes, everything, surplus=self.trust is Trust.BASE)
        if official.differences and self.trust is None:
            raise DiffersError(official.differences, self.file)
        paragraphs = official.paragraphs
        filed = {each.paragraph: each.found.words for each in paragraphs if each.paragraph}
        self.new = as_filed(self.new, self.old.paragraphs, filed)
        both = texts(self.old, self.new, official, self.trust)
        for told in both.told:
            self.tell(told)
        old, new = both.says, both.shall
        if paragraphs and (above := _enacting(paragraphs[0], everything)):
            line = Paragraph(Kind.HEADING, above.inline)
            paragraphs = (above, *paragraphs)
            old, new = (replace(text, paragraphs=(line, *text.paragraphs)) for text in (old, new))
        text = [each for each in paragraphs if not (each.paragraph and in_annex(each.paragraph.part))]
        followed = self._followed(text, everything)
        made = plan(old, new, zone=lambda p: int(in_annex(p.part)), followed=followed, whose=self.whose)
        held = {n for n, each in enumerate(paragraphs) if each.block.last.find("pPr", "sectPr")}
        if len(text) < len(paragraphs) and not self._followed(paragraphs, everything):
            held.add(len(paragraphs) - 1)
        made = _holding(made, held)
        return self._patched(made, new, official, paragraphs, ending(self.source, everything))

    def _followed(self, paragraphs: Sequence[Standing], everything: Sequence[Block]) -> bool:
        """Whether another paragraph follows the last of these directly, so that its mark may be tracked."""
        if not paragraphs:
            return False
        last = paragraphs[-1].block.last
        after = next((block.nodes[0] for block in everything if block.nodes[0].start >= last.end), None)
        return after is not None and not self.source.data[last.end : after.start].strip()

    def _patched(
        self, made: Plan, new: Resolution, official: Comparison, paragraphs: Sequence[Standing], end: Patch
    ) -> bytes:
        begun = self.notes.source is None and any(note.new is not None for note in made.notes)
        if begun:
            self.notes = NotesPart(empty_notes(self.source))
        ids = self.notes.fresh(made.notes, official.note_ids)
        numbers = {note.id: number for number, note in enumerate(new.footnotes, 1)}
        model = next((run for run in self.source.root.iter("r") if run.find("footnoteReference")), None)

        def note_runs(note: str, _: bytes) -> bytes:
            if note.endswith(AGAIN):
                return repeated_run(self.source, numbers[note.removesuffix(AGAIN)], model)
            return reference_run(self.source, ids[note], model)

        body = Body(self.source, self.signature, paragraphs, note_runs, end)
        patches: list[Patch] = list(body.line(official.title, made.title)) if official.title else []
        patches += body.paragraphs(made.paragraphs, new.paragraphs)
        changed = {self.source.name: spliced(self.source.data, patches)} if patches else {}
        changes = note_patches(self.notes, made.notes, official.notes, official.note_ids, ids, self.signature)
        if changes and self.notes.source is not None:
            changed[self.notes.source.name] = spliced(self.notes.source.data, changes)
            if begun:
                changed |= announced(self.package, self.source, self.notes.source.name)
        return with_parts(self.official, changed)


def _holding(made: Plan, held: Collection[int]) -> Plan:
    """The plan with the marks of these paragraphs of the file kept: they end a section, or the file."""
    at = 0
    paragraphs = []
    for tracked in made.paragraphs:
        if tracked.mark.stood and at in held:
            tracked = replace(tracked, mark=State.KEPT)
        at += tracked.mark.stood
        paragraphs.append(tracked)
    return replace(made, paragraphs=tuple(paragraphs))


def _enacting(first: Standing, everything: Sequence[Block]) -> Standing | None:
    """The line right above the text ("The General Assembly,"), whose mark can carry the first paragraph's change."""
    before = [block for block in everything if block.last.end <= first.block.nodes[0].start]
    if not before or not organ_of(before[-1].text.strip()):
        return None
    found = matched([before[-1].text.strip()], before[-1:]).found[0]
    if found is None or found.marks():
        return None
    return Standing(slanted(found), found, ())
