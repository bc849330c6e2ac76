"""A draft's changes as tracked changes in somebody else's Word file: the Secretariat's own.

Every paragraph without a change, and every part but the text and the notes, stays byte for byte. Where the file's
words are not those of the draft's base, nothing is written unless the drafter says which of the two to trust.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from enum import StrEnum
from pathlib import Path

from drafter.align.pairs import align
from drafter.align.words import word_changes
from drafter.errors import DrafterError
from drafter.model import numbering
from drafter.model.inline import Inline, NoteMark
from drafter.model.resolution import Footnote, Kind, Paragraph, Resolution
from drafter.parse.masthead import organ_of
from drafter.parse.package import Package
from drafter.render.document import in_annex
from drafter.render.onto_atoms import Block, blocks
from drafter.render.onto_body import Body, Standing
from drafter.render.onto_looks import Signature
from drafter.render.onto_match import Found, Match, differing, matched, number_in
from drafter.render.onto_notes import NotesPart, need_part, note_patches, reference_run, repeated_run
from drafter.render.onto_xml import Patch, Source, spliced
from drafter.render.onto_zip import with_parts
from drafter.render.redline import NOBODY
from drafter.render.redline_notes import told_apart
from drafter.render.redline_plan import plan
from drafter.render.redline_values import AGAIN, Plan

_STORIES = ("header", "footer", "footnotes", "endnotes", "comments")
"""The parts besides the text in which revisions and their numbers may stand."""


class Trust(StrEnum):
    """Whose words are right where the file differs from the draft's base.

    file  The file's: they stay where the draft left its base alone; where the draft changed the same words, it wins.
    base  The base's: the differences too become tracked changes, so that accepting all gives just the draft.
    """

    FILE = "file"
    BASE = "base"


class DiffersError(DrafterError):
    """The file is not the draft's base; `differences` says where, one line a paragraph."""

    def __init__(self, differences: Sequence[str], file: object) -> None:
        count = f"{len(differences)} place" + ("s" if len(differences) > 1 else "")
        super().__init__(
            f"its text differs from the draft's base in {count}",
            file=file,
            remedy="say which to trust: --trust file, or --trust base",
        )
        self.differences = tuple(differences)


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
        self.differences: list[str] = []
        self.note_ids: dict[str, str] = {}
        """The file's id of each of the base's notes."""

    def written(self) -> bytes:
        body = self.source.root.find("body")
        if body is None:
            raise DrafterError("this Word file has no text", file=self.file)
        everything = list(blocks(self.source, body))
        texts = [self.old.title.text, *(paragraph.text for paragraph in self.old.paragraphs)]
        match = matched(texts, everything)
        labels = ["the title", *numbering.labels(self.old.paragraphs)]
        self._compare(labels, texts, match)
        standing = self._standing(match)
        if self.trust is Trust.BASE:
            self._surplus(match, standing)
        note_standing = self._note_standing()
        if self.differences and self.trust is None:
            raise DiffersError(self.differences, self.file)
        title, paragraphs = standing[0], [each for each in standing[1:] if each]
        old, new = self._texts(title, paragraphs, note_standing)
        if paragraphs and (above := _enacting(paragraphs[0], everything)):
            line = Paragraph(Kind.HEADING, above.inline)
            paragraphs = [above, *paragraphs]
            old, new = (replace(text, paragraphs=(line, *text.paragraphs)) for text in (old, new))
        made = plan(old, new, zone=lambda p: int(in_annex(p.part)), followed=self._followed(paragraphs, everything))
        return self._patched(made, new, title, paragraphs, note_standing)

    # What differs

    def _compare(self, labels: Sequence[str], texts: Sequence[str], match: Match) -> None:
        for label, text, found in zip(labels, texts, match.found, strict=True):
            if found is None:
                if text:
                    self.differences.append(f"{label} is not in the file: “{text[:80]}”")
            elif not found.same:
                self.differences.append(f"{label}: {differing(text, found.words)}")
        self.differences += [f"the base lacks a paragraph of the file: “{b.text.strip()[:80]}”" for b in match.surplus]

    def _standing(self, match: Match) -> list[Standing | None]:
        """Each text of the base where it stands in the file, the file's words and marks in it."""
        made: list[Standing | None] = []
        paragraphs = (None, *self.old.paragraphs)
        labels = ["the title", *numbering.labels(self.old.paragraphs)]
        self.extra_notes: list[Footnote] = []
        for label, paragraph, found in zip(labels, paragraphs, match.found, strict=True):
            if found is None:
                made.append(None)
                continue
            base = paragraph.inline if paragraph else self.old.title
            words = base if found.same else _merged(base, found.words, base)
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
        """Count the file's own paragraphs to the old text, where the base is trusted: so they are taken out."""
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

    # The texts of the plan

    def _texts(
        self, title: Standing | None, paragraphs: Sequence[Standing], notes: dict[str, Standing]
    ) -> tuple[Resolution, Resolution]:
        """What the file says and what it shall say, typed numbers and all."""
        new = self._trusting(title, paragraphs, notes)
        old_notes = tuple(
            replace(
                note,
                inline=notes[note.id].inline[len(notes[note.id].found.prefix) :] if note.id in notes else note.inline,
            )
            for note in (*self.old.footnotes, *self.extra_notes)
            if note.id in self.note_ids
        )
        old = replace(
            self.old,
            title=title.inline if title else new.title,
            paragraphs=tuple(self._paragraph(each) for each in paragraphs),
            footnotes=old_notes,
        )
        if title:
            new = replace(new, title=Inline(title.found.prefix) + new.title)
        return old, self._numbered(new, paragraphs)

    def _paragraph(self, standing: Standing) -> Paragraph:
        assert standing.paragraph is not None
        return replace(standing.paragraph, inline=standing.inline)

    def _trusting(
        self, title: Standing | None, paragraphs: Sequence[Standing], notes: dict[str, Standing]
    ) -> Resolution:
        """The new text; where the file is trusted, with the file's words that the draft left as its base had them."""
        if self.trust is not Trust.FILE:
            return self.new
        theirs = {standing.paragraph: standing for standing in paragraphs if standing.paragraph}
        base = self.old.paragraphs
        partner = {pair.new: pair.old for pair in align(base, self.new.paragraphs).pairs if pair.new is not None}
        made = []
        for j, paragraph in enumerate(self.new.paragraphs):
            i = partner.get(j)
            standing = theirs.get(base[i]) if i is not None else None
            if i is not None and standing is None and base[i].inline == paragraph.inline:
                continue
            if i is not None and standing is not None:
                words = standing.inline[len(standing.found.prefix) :]
                if base[i].inline == paragraph.inline:
                    paragraph = replace(paragraph, inline=words)
                elif not standing.found.same:
                    paragraph = replace(paragraph, inline=_merged(base[i].inline, words.text, paragraph.inline))
            made.append(paragraph)
        before = {note.id: note.inline for note in self.old.footnotes}
        footnotes = [
            replace(note, inline=notes[note.id].inline[len(notes[note.id].found.prefix) :])
            if note.id in notes and before.get(note.id) == note.inline
            else note
            for note in self.new.footnotes
        ]
        marked = {mark.note for paragraph in made for mark in paragraph.inline.marks}
        footnotes += [note for note in self.extra_notes if note.id in marked]
        new_title = self.new.title
        if title and self.new.title == self.old.title:
            new_title = title.inline[len(title.found.prefix) :]
        return replace(self.new, title=new_title, paragraphs=tuple(made), footnotes=tuple(footnotes))

    def _numbered(self, new: Resolution, paragraphs: Sequence[Standing]) -> Resolution:
        """The new text with what the file types before its paragraphs: the space, and the number that is now right."""
        if not any(standing.found.prefix for standing in paragraphs):
            return new
        own = [standing.paragraph for standing in paragraphs if standing.paragraph]
        was, now = numbering.printed(self.old.paragraphs), numbering.printed(new.paragraphs)
        printed_was: dict[int, str] = {
            id(paragraph): mark for paragraph, mark in zip(self.old.paragraphs, was, strict=True)
        }
        partner = {pair.new: pair.old for pair in reversed(align(own, new.paragraphs).pairs) if pair.new is not None}
        made = []
        for j, paragraph in enumerate(new.paragraphs):
            i = partner.get(j)
            if i is not None and _kind(own[i]) == _kind(paragraph):
                prefix = paragraphs[i].found.prefix
                if printed_was.get(id(own[i])) != now[j]:
                    prefix = _renumbered(prefix, now[j])
            else:
                at = i if i is not None else j
                like = [n for n, each in enumerate(own) if _kind(each) == _kind(paragraph)]
                nearest = min(like, key=lambda n: abs(n - at), default=None)
                prefix = _renumbered(paragraphs[nearest].found.prefix, now[j]) if nearest is not None else ""
            made.append(replace(paragraph, inline=Inline(prefix) + paragraph.inline))
        return replace(new, paragraphs=tuple(made))

    def _followed(self, paragraphs: Sequence[Standing], everything: Sequence[Block]) -> bool:
        """Whether another paragraph stands right behind the text, so that its last mark may be tracked."""
        if not paragraphs:
            return False
        last = paragraphs[-1].block.last
        after = next((block.nodes[0] for block in everything if block.nodes[0].start >= last.end), None)
        return after is not None and not self.source.data[last.end : after.start].strip()

    # The file

    def _patched(
        self,
        made: Plan,
        new: Resolution,
        title: Standing | None,
        paragraphs: Sequence[Standing],
        note_standing: dict[str, Standing],
    ) -> bytes:
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
        patches: list[Patch] = list(body.line(title, made.title)) if title else []
        patches += body.paragraphs(made.paragraphs, new.paragraphs)
        changed = {self.source.name: spliced(self.source.data, patches)} if patches else {}
        changes = note_patches(self.notes, made.notes, note_standing, self.note_ids, ids, self.signature)
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


def _kind(paragraph: Paragraph) -> tuple[object, ...]:
    return paragraph.kind, paragraph.level, paragraph.continued


def _renumbered(prefix: str, mark: str) -> str:
    start, end = number_in(prefix)
    if start == end:
        return prefix
    return prefix[:start] + mark + prefix[end:]


def _merged(base: Inline, theirs: str, ours: Inline) -> Inline:
    """`ours` with what `theirs` changed in the base, where `ours` did not change the same words."""
    own = word_changes(base.text, ours.text, typography=True)
    made = ours
    for change in reversed(word_changes(base.text, theirs, typography=True)):
        if any(o.old_start <= change.old_end and change.old_start <= o.old_end for o in own):
            continue
        shift = sum((o.new_end - o.new_start) - (o.old_end - o.old_start) for o in own if o.old_end <= change.old_start)
        words = theirs[change.new_start : change.new_end]
        made = made.replace(change.old_start + shift, change.old_end + shift, Inline(words))
    return made
