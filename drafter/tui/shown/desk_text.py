"""The words on the desk, worked out from the session: headings, wordings with their diffs, context, counts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import islice

from textual.content import Content

from drafter.edit.replacing import spans
from drafter.model.change import WordChange
from drafter.model.draft import DraftParagraph
from drafter.model.inline import Inline
from drafter.tui.shown.agreement import Agreement
from drafter.tui.shown.block import PageBlock
from drafter.tui.shown.plain import shown
from drafter.tui.shown.rows import OutlineRow
from drafter.tui.shown.slips import TextMark, TextSlip, slips
from drafter.tui.shown.wording import Pointed, PointedWords, Ranges, Wording, redline
from drafter.tui.state.session import Session, base_numbers, changes, named, numbers

_CONTEXT = 600
"""Characters of a neighbouring paragraph."""
_FOLLOWING = 4
"""How many of the paragraphs after this one are shown."""


@dataclass(frozen=True, slots=True)
class DeskText:
    """The words for a session; `brackets` puts changes in brackets for terminals without colour.

    `agreement` tells the agreed words of the paragraph shown, `keys` are those that mark them and open their source;
    `sought` are words that were looked for.
    """

    session: Session
    brackets: bool = False
    agreement: Agreement | None = None
    keys: tuple[str, str] = ("", "")
    sought: str = ""

    @property
    def base_name(self) -> str:
        """The base as negotiators call it: "75/190"."""
        base = self.session.base
        return base.symbol.short if base and base.symbol else self.session.draft.base

    @property
    def title(self) -> str:
        """Title, symbol and base in one line."""
        draft = self.session.draft
        symbol = str(draft.symbol) if draft.symbol else ""
        return " · ".join(filter(None, (shown(draft.title.text), symbol, f"from {self.base_name}")))

    def state(self, rows: Sequence[OutlineRow]) -> str:
        """How far the work is: saved, changed, to verify."""
        changed = sum(row.changed for row in rows)
        return " · ".join(filter(None, (f"{changed} changed", self.session.to_update, self.session.when_saved)))

    def adopted_heading(self, paragraph: DraftParagraph) -> str:
        if paragraph.origin is None:
            return "not in the adopted text"
        return f"as adopted, {self.base_name} · {paragraph.origin}"

    def as_adopted(self, paragraph: DraftParagraph, drafted: Inline) -> Content:
        """The base's paragraph; words that `drafted` no longer has are struck through."""
        adopted = self.session.adopted(paragraph)
        old = adopted.inline if adopted else None
        return self.adopted_with(paragraph, () if paragraph.deleted else changes(old, drafted))

    def adopted_with(self, paragraph: DraftParagraph, marked: Sequence[WordChange]) -> Content:
        """The base's paragraph with changes that are known already."""
        adopted = self.session.adopted(paragraph)
        if adopted is None:
            return Content.styled("A new paragraph.", "$foreground 62%")
        return self._before.before(adopted.inline, marked)

    def as_drafted(
        self, paragraph: DraftParagraph, agreement: Agreement | None = None, pointed: Pointed = ()
    ) -> Content:
        """The draft's paragraph as a redline against the base's, its agreed words marked where they are known, and what
        is pointed at."""
        adopted = self.session.adopted(paragraph)
        if paragraph.deleted:
            return self._before.removed(paragraph.inline)
        if not paragraph.inline:
            return Content.styled("No words yet; e edits.", "$foreground 62%")
        agreed = agreement.ranges(self._new(paragraph)) if agreement else None
        after = replace(self._after, agreed=agreed, pointed=pointed)
        if adopted is None:
            return after.plain(paragraph.inline)
        found = changes(adopted.inline, paragraph.inline)
        return redline(adopted.inline, paragraph.inline, found, self._before, after)

    def _pointed(self, paragraph: DraftParagraph, marked: Sequence[TextSlip]) -> Pointed:
        """The words that were looked for, those to be brought up to date, and slips, where they do not overlap."""
        found = [PointedWords(start, end, "reverse") for start, end in spans(paragraph.text, self.sought)]
        pending = self.session.pending().get(paragraph.id, ()) if self.session.updates else ()
        due = (TextSlip(TextMark.DUE, one.start, one.end, "") for one in pending if one.note is None)
        for one in (slip.pointed for slip in (*due, *marked)):
            if all(one.end <= other.start or one.start >= other.end for other in found):
                found.append(one)
        return tuple(sorted(found))

    def _new(self, paragraph: DraftParagraph) -> Ranges:
        """The characters that the base lacks."""
        adopted = self.session.adopted(paragraph)
        if adopted is None:
            return ((0, len(paragraph.text)),)
        found = changes(adopted.inline, paragraph.inline)
        return tuple((one.new_start, one.new_end) for one in found if one.new_start < one.new_end)

    def clean(self, paragraph: DraftParagraph) -> Content:
        """The draft's paragraph without any change marked."""
        return self._after.plain(paragraph.inline)

    def counted(self, inline: Inline, editing: bool, before: Inline | None = None) -> str:
        """How long the paragraph is, and what became of its notes."""
        known = numbers(self.session.draft)
        words = len(inline.text.split())
        pieces = ["editing" if editing else "", f"{words} word{'' if words == 1 else 's'}"]
        notes = [mark.note for mark in inline.marks]
        gone = [mark.note for mark in before.marks if mark.note not in notes] if before else []
        pieces.append(_noted(notes, known, " kept" if editing else ""))
        pieces.append(_noted(gone, known, " taken out"))
        return " · ".join(filter(None, pieces))

    def drafted_heading(self, row: OutlineRow) -> str:
        return f"as drafted · {row.label}{f' · {row.said}' if row.marks else ''}"

    def _heading_of_both(self, paragraph: DraftParagraph, row: OutlineRow) -> str:
        was = "" if paragraph.origin == row.label else f" · {paragraph.origin}"
        return f"as adopted, {self.base_name}{was}, and {self.drafted_heading(row)}"

    def page(self, paragraph: DraftParagraph, row: OutlineRow) -> tuple[PageBlock, ...]:
        """The paragraph as adopted and as drafted, its context above and below."""
        before = self.preceding(paragraph.id)
        agreement = None if paragraph.deleted or not paragraph.text else self.agreement
        legend = agreement.legend(self._new(paragraph), self.brackets, *self.keys) if agreement else ""
        marked = () if paragraph.deleted else slips(self.session, paragraph)
        told = (f"{one.mark.sign} {shown(one.said)}" for one in marked)
        said = filter(None, (self.counted(paragraph.inline, editing=False), *told, legend))
        drafted = Content.assemble(
            self.as_drafted(paragraph, agreement, self._pointed(paragraph, marked)),
            (f"\n{' · '.join(said)}", "$foreground 62%"),
        )
        adopted = self.session.adopted(paragraph)
        alike = adopted is not None and adopted.inline == paragraph.inline and not paragraph.deleted
        heading = self._heading_of_both(paragraph, row) if alike else self.drafted_heading(row)
        old = PageBlock(self.as_adopted(paragraph, paragraph.inline), self.adopted_heading(paragraph))
        return (
            *([PageBlock(before, most=3, tail=True)] if before else []),
            *([] if alike else [old]),
            PageBlock(
                drafted,
                " · ".join([heading, *([agreement.said] if agreement and agreement.said else [])]),
                "$primary",
            ),
            *(PageBlock(body, filling=True) for body in self.following(paragraph.id)),
        )

    def preceding(self, paragraph_id: str) -> Content | None:
        """The standing paragraph before, with its label."""
        before = None
        for paragraph in self.session.draft:
            if paragraph.id == paragraph_id:
                break
            before = before if paragraph.deleted else paragraph
        return self._neighbour(before, tail=True) if before else None

    def following(self, paragraph_id: str) -> list[Content]:
        """The next standing paragraphs, with their labels."""
        draft = self.session.draft
        after = (paragraph for paragraph in draft.paragraphs[draft.index(paragraph_id) + 1 :] if not paragraph.deleted)
        return [self._neighbour(paragraph) for paragraph in islice(after, _FOLLOWING)]

    def _neighbour(self, paragraph: DraftParagraph, *, tail: bool = False) -> Content:
        """A neighbouring paragraph under its label: its beginning, or its end if it comes before."""
        label, muted = named(self.session.draft)[paragraph.id], "$foreground 62%"
        start, end = _whole_words(paragraph.text, tail=tail)
        return Content.assemble(
            (f"{label}  ", f"bold {muted}"),
            ("… " if start else "", muted),
            self._after.plain(paragraph.inline[start:end], muted),
            (" …" if end < len(paragraph.text) else "", muted),
        )

    @property
    def _before(self) -> Wording:
        return Wording(base_numbers(self.session.draft), self.brackets)

    @property
    def _after(self) -> Wording:
        return Wording(numbers(self.session.draft), self.brackets)


def _noted(notes: Sequence[str], numbers: dict[str, int], what: str) -> str:
    if not notes:
        return ""
    listed = ", ".join(str(numbers.get(note, "new")) for note in notes)
    return f"note{'s' if len(notes) > 1 else ''} {listed}{what}"


def _whole_words(text: str, *, tail: bool) -> tuple[int, int]:
    """Where the excerpt from a neighbour begins and ends: its first or last whole words."""
    if len(text) <= _CONTEXT:
        return 0, len(text)
    if tail:
        return text.find(" ", len(text) - _CONTEXT) + 1, len(text)
    return 0, max(text.rfind(" ", 0, _CONTEXT), 0) or _CONTEXT
