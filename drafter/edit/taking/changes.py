"""What another text changes, compared with the state of the draft on which it is based."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import takewhile

from drafter.align.order import heaviest_in_order
from drafter.align.pairs import align
from drafter.align.three_way import merge
from drafter.align.words import word_changes
from drafter.edit import edits
from drafter.edit.apply import FIELDS, new_id
from drafter.edit.edits import Edit
from drafter.edit.taking.change import TakenChange
from drafter.edit.taking.order import MovedOrder
from drafter.edit.taking.theirs import NotedWords, NoteNames, Theirs
from drafter.errors import DrafterError
from drafter.model.change import PairKind
from drafter.model.draft import Draft, DraftParagraph, labels
from drafter.model.inline import Inline
from drafter.model.resolution import Paragraph

ALIKE = 0.3
"""The share of paragraphs that must be found again in a text for it to count as a version of the draft."""

_MOVED = 0.9
"""What a paragraph that the alignment tells as moved weighs against one that it does not, where one of the two is."""


def changes(mine: Draft, state: Draft, theirs: Theirs, *, certain: bool = False) -> tuple[TakenChange, ...]:
    """What `theirs` changes in `state`, as changes of `mine`, in the order of the text; what `mine` has already is left
    out. Raises DrafterError if it is another text, unless it is `certain` that it comes from that state."""
    return tuple(_Comparison(mine, state, theirs, certain=certain).all())


class _Comparison:
    def __init__(self, mine: Draft, state: Draft, theirs: Theirs, *, certain: bool) -> None:
        self.mine, self.theirs, self.certain = mine, theirs, certain
        self.state = state
        self.was = state.standing
        self.own = {one.id: one for one in mine}
        self.labels = labels(mine)
        self.names = NoteNames(theirs, mine)
        self.cited = {note.id: note.inline.text for note in mine.footnotes}
        self.kept: frozenset[str] = frozenset()
        known = {one.id for one in self.was}
        self.order = MovedOrder((one.id, one.level) for one in mine.standing if one.id in known)

    def all(self) -> Iterator[TakenChange]:
        yield from self._title()
        yield from self._paragraphs()
        yield from self._masthead()

    def _title(self) -> Iterator[TakenChange]:
        new = self.names.named(self.theirs.title, self.state.title).inline
        if differ(self.state.title, new) and differ(self.mine.title, new):
            found, put = _changed(self.mine.title.text, new.text)
            collides = self.mine.title != self.state.title
            yield TakenChange("title", "title", found, put, new.text, edits.SetTitle(new), collides=collides)

    def _paragraphs(self) -> Iterator[TakenChange]:
        pairs = align([one.paragraph for one in self.was], self.theirs.paragraphs, known=self._known()).pairs
        found = sum(pair.old is not None and pair.new is not None for pair in pairs)
        if not self.certain and found < ALIKE * len(self.was):
            raise DrafterError("this is not a version of the draft: hardly any of its paragraphs are in it")
        kept: dict[int, str] = {}
        seen: set[int] = set()
        for pair in pairs:
            if pair.old is not None and pair.new is not None and pair.old not in seen and pair.new not in kept:
                kept[pair.new] = self.was[pair.old].id
                seen.add(pair.old)
        self.kept = frozenset(kept.values())
        order = {one.id: n for n, one in enumerate(self.was)}
        told = {pair.new for pair in pairs if pair.kind is PairKind.MOVED}
        places = sorted(kept)
        weights = [_MOVED if place in told else 1.0 for place in places]
        stayed = {places[n] for n in heaviest_in_order([order[kept[place]] for place in places], weights)}
        moved = kept.keys() - stayed
        after: str | None = None
        gone = [(n, old) for n, old in enumerate(self.was) if n not in seen]
        for place, paragraph in enumerate(self.theirs.paragraphs):
            if place not in kept:
                yield from self._added(paragraph, after)
                continue
            id = kept[place]
            while place not in moved and gone and gone[0][0] < order[id]:
                yield from self._deleted(gone.pop(0)[1])
            if place in moved:
                yield from self._moved(id, after)
            yield from self._edited(self.state[id], paragraph, place)
            after = id
        yield from (one for _, old in gone for one in self._deleted(old))

    def _known(self) -> Sequence[tuple[int, int]]:
        """Paragraphs of the state and of their text that are the same: by the ids of a draft file, and where theirs
        reads as mine does by now."""
        places = {one.id: place for place, one in enumerate(self.was)}
        if self.theirs.known:
            return [(places[one.id], new) for new, one in enumerate(self.theirs.known) if one.id in places]
        mine = Counter(one.text for one in self.mine.standing)
        ids = {one.text: one.id for one in self.mine.standing if mine[one.text] == 1}
        theirs = Counter(one.text for one in self.theirs.paragraphs)
        found = ((ids.get(one.text), new) for new, one in enumerate(self.theirs.paragraphs) if theirs[one.text] == 1)
        return [(places[id], new) for id, new in found if id in places]

    def _edited(self, was: DraftParagraph, paragraph: Paragraph, place: int) -> Iterator[TakenChange]:
        noted = self.names.named(paragraph.inline, was.inline)
        mine = self.own.get(was.id)
        yield from self._notes(noted, was.id)
        if differ(was.inline, noted.inline) and mine is not None and not self._has(mine, noted, paragraph.inline):
            yield self._words(was, mine, noted)
        reason = self.theirs.known[place].reason if self.theirs.known else was.reason
        if mine is not None and reason not in (was.reason, mine.reason):
            edit, label = edits.SetReason(was.id, reason), self._label(was.id)
            collides = mine.reason != was.reason
            yield TakenChange("reason", label, mine.reason, reason, mine.text, edit, collides=collides, place=was.id)

    def _has(self, mine: DraftParagraph, noted: NotedWords, theirs: Inline) -> bool:
        """Whether mine has their words and cites the same, whichever of two equal notes that is."""
        own = [(mark.at, self.cited.get(mark.note)) for mark in mine.inline.marks]
        other = [(mark.at, self.theirs.notes.get(mark.note, Inline()).text) for mark in theirs.marks]
        return not differ(mine.inline, noted.inline) or (mine.text == theirs.text and own == other)

    def _words(self, was: DraftParagraph, mine: DraftParagraph, noted: NotedWords) -> TakenChange:
        text, collides = noted.inline, mine.deleted
        if mine.inline != was.inline and not mine.deleted:
            both = merge(was.inline, {"mine": mine.inline, "theirs": noted.inline})
            collides = bool(both.conflicts)
            text = noted.inline if collides else both.text()
        found, put = _changed(mine.text, text.text)
        put = put or (noted.fresh[0].inline.text if noted.fresh and not found else put)
        steps: list[Edit] = [edits.PutFootnote(note) for note in noted.fresh]
        steps += [edits.Restore(was.id)] * mine.deleted
        steps.append(edits.SetText(was.id, text))
        return TakenChange(
            "words",
            self._label(was.id),
            found,
            put,
            text.text,
            _one(steps),
            collides=collides,
            place=was.id,
            between=(was.inline, noted.inline),
        )

    def _notes(self, noted: NotedWords, id: str) -> Iterator[TakenChange]:
        now = {note.id: note.inline for note in self.mine.footnotes}
        before = {note.id: note.inline for note in self.state.footnotes}
        for note in noted.changed:
            if note.inline and note.inline.text != getattr(now.get(note.id), "text", ""):
                found, put = _changed(now.get(note.id, Inline()).text, note.inline.text)
                collides = now.get(note.id) != before.get(note.id)
                edit = edits.PutFootnote(note)
                yield TakenChange("note", self._label(id), found, put, note.inline.text, edit, collides=collides)

    def _added(self, paragraph: Paragraph, after: str | None) -> Iterator[TakenChange]:
        if any(not one.deleted and one.text == paragraph.text for one in self.mine):
            return
        noted = self.names.named(paragraph.inline)
        new = DraftParagraph(new_id(self.mine), replace(paragraph, inline=noted.inline))
        steps: list[Edit] = [edits.PutFootnote(note) for note in noted.fresh]
        steps.append(edits.Insert(new, after))
        gone = after is not None and after not in self.own
        yield TakenChange("new", "", "", new.text, new.text, _one(steps), self._label(after), gone)

    def _moved(self, id: str, after: str | None) -> Iterator[TakenChange]:
        if self.order.put(id, after):
            text, edit = self.own[id].text, edits.Move(id, after)
            yield TakenChange("move", self._label(id), "", "", text, edit, self._label(after), place=id)

    def _deleted(self, was: DraftParagraph) -> Iterator[TakenChange]:
        mine = self.own.get(was.id)
        if mine is not None and not mine.deleted:
            collides = mine.inline != was.inline
            label, edit = self._label(was.id), edits.Delete(was.id)
            below = self.was[self.was.index(was) + 1 :]
            list_ = takewhile(lambda one: one.level > was.level, below)
            spared = tuple(one.id for one in list_ if one.id in self.kept)
            yield TakenChange("delete", label, mine.text, "", "", edit, None, collides, place=was.id, spared=spared)

    def _masthead(self) -> Iterator[TakenChange]:
        if self.theirs.draft is None:
            return
        for name in FIELDS:
            was, mine, new = (getattr(draft, name) for draft in (self.state, self.mine, self.theirs.draft))
            if new != was and new != mine:
                edit, collides = edits.SetField(name, new), mine != was
                yield TakenChange("masthead", name, _said(mine), _said(new), _said(new), edit, collides=collides)

    def _label(self, id: str | None) -> str:
        return self.labels.get(id or "", "")


def differ(one: Inline, other: Inline) -> bool:
    """Whether the words or the marks differ; italics alone do not travel well through Word."""
    return " ".join(one.text.split()) != " ".join(other.text.split()) or one.marks != other.marks


def _changed(old: str, new: str) -> tuple[str, str]:
    """From the first to the last word that changed, in the old text and in the new."""
    found = word_changes(old, new)
    if not found:
        return "", ""
    return old[found[0].old_start : found[-1].old_end].strip(), new[found[0].new_start : found[-1].new_end].strip()


def _one(steps: Sequence[Edit]) -> Edit:
    return steps[0] if len(steps) == 1 else edits.Several(tuple(steps), "")


def _said(value: object) -> str:
    return ", ".join(value) if isinstance(value, tuple) else str(value or "")
