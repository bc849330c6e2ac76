"""A draft's changes as tracked changes in somebody else's Word file: the Secretariat's own.

Every paragraph without a change, and every part but the text and the notes, stays byte for byte. Where the file's
words are not those of the draft's base, nothing is written unless the drafter says which of the two to trust.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from drafter.errors import DrafterError
from drafter.model.inline import Inline, NoteMark
from drafter.model.resolution import Kind, Paragraph, Resolution
from drafter.parse.masthead import organ_of
from drafter.parse.package import Package
from drafter.render.document import in_annex
from drafter.render.onto_atoms import Block, blocks
from drafter.render.onto_body import Body
from drafter.render.onto_compare import Comparison, compared
from drafter.render.onto_looks import Signature
from drafter.render.onto_match import matched
from drafter.render.onto_notes import NotesPart, need_part, note_patches, reference_run, repeated_run
from drafter.render.onto_standing import Standing
from drafter.render.onto_trust import DiffersError, Trust, texts
from drafter.render.onto_xml import Patch, Source, spliced
from drafter.render.onto_zip import with_parts
from drafter.render.redline import NOBODY
from drafter.render.redline_notes import told_apart
from drafter.render.redline_plan import plan
from drafter.render.redline_values import AGAIN, Plan

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
) -> bytes:
    """The official file with the changes from `old` to `new` tracked in it.

    Raises DiffersError where its text is not `old`'s and `trust` is None, UnreadableError where it cannot be read.
    """
    return _Onto(official, _settled(old), _settled(new), author, date, trust, file).written()


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
    ) -> None:
        self.official = official
        package = Package(official, Path(str(file or "the official file")))
        self.source = Source(package.part(package.main), package.main)
        stories: dict[str, list[tuple[str, bytes]]] = {kind: [] for kind in _STORIES}
        for _, kind, name in package.relations(package.main):
            if kind in stories and name in package:
                stories[kind].append((name, package.part(name)))
        noted = stories["footnotes"][0] if stories["footnotes"] else None
        self.notes = NotesPart(Source(noted[1], noted[0]) if noted else None)
        parts = [self.source.data, *(part for found in stories.values() for _, part in found)]
        self.signature = Signature(author or NOBODY, date, parts)
        self.old, self.new, self.trust, self.file = old, new, trust, file

    def written(self) -> bytes:
        body = self.source.root.find("body")
        if body is None:
            raise DrafterError("this Word file has no text", file=self.file)
        everything = list(blocks(self.source, body))
        official = compared(self.old, self.source, self.notes, everything, surplus=self.trust is Trust.BASE)
        if official.differences and self.trust is None:
            raise DiffersError(official.differences, self.file)
        old, new = texts(self.old, self.new, official, self.trust)
        paragraphs = official.paragraphs
        if paragraphs and (above := _enacting(paragraphs[0], everything)):
            line = Paragraph(Kind.HEADING, above.inline)
            paragraphs = (above, *paragraphs)
            old, new = (replace(text, paragraphs=(line, *text.paragraphs)) for text in (old, new))
        made = plan(old, new, zone=lambda p: int(in_annex(p.part)), followed=self._followed(paragraphs, everything))
        return self._patched(made, new, official, paragraphs)

    def _followed(self, paragraphs: Sequence[Standing], everything: Sequence[Block]) -> bool:
        """Whether another paragraph stands right behind the text, so that its last mark may be tracked."""
        if not paragraphs:
            return False
        last = paragraphs[-1].block.last
        after = next((block.nodes[0] for block in everything if block.nodes[0].start >= last.end), None)
        return after is not None and not self.source.data[last.end : after.start].strip()

    def _patched(self, made: Plan, new: Resolution, official: Comparison, paragraphs: Sequence[Standing]) -> bytes:
        fresh = self.notes.fresh()
        ids = {note.new: next(fresh) for note in made.notes if note.old is None and note.new is not None}
        if ids:
            need_part(self.notes, self.file)
        numbers = {note.id: number for number, note in enumerate(new.footnotes, 1)}
        model = next((run for run in self.source.root.iter("r") if run.find("footnoteReference")), None)

        def note_runs(note: str, _: bytes) -> bytes:
            if note.endswith(AGAIN):
                return repeated_run(self.source, numbers[note.removesuffix(AGAIN)], model)
            return reference_run(self.source, ids[note], model)

        body = Body(self.source, self.signature, paragraphs, note_runs)
        patches: list[Patch] = list(body.line(official.title, made.title)) if official.title else []
        patches += body.paragraphs(made.paragraphs, new.paragraphs)
        changed = {self.source.name: spliced(self.source.data, patches)} if patches else {}
        changes = note_patches(self.notes, made.notes, official.notes, official.note_ids, ids, self.signature)
        if changes and self.notes.source is not None:
            changed[self.notes.source.name] = spliced(self.notes.source.data, changes)
        return with_parts(self.official, changed)


def _enacting(first: Standing, everything: Sequence[Block]) -> Standing | None:
    """The line right above the text ("The General Assembly,"), whose mark can bear the first paragraph's change."""
    before = [block for block in everything if block.last.end <= first.block.nodes[0].start]
    if not before or not organ_of(before[-1].text.strip()):
        return None
    found = matched([before[-1].text.strip()], before[-1:]).found[0]
    return Standing(Inline(found.prefix + found.words), found, ()) if found and not found.marks() else None
