"""A round's base and the text with all that collides with nothing, and who makes which change between the two."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

from drafter.align.groups import PairGroup
from drafter.align.three_way import Merged, merged
from drafter.align.tokens import PARAGRAPH_MARK
from drafter.align.units import units
from drafter.align.word_edits import WordEdit, word_edits
from drafter.model.change import PairKind
from drafter.model.draft import Draft, printed
from drafter.model.inline import Inline
from drafter.model.proposal import Deed, Form, Outcome, Proposal
from drafter.model.resolution import Footnote, Resolution
from drafter.negotiation.apply import applied
from drafter.negotiation.merge import MergedRound
from drafter.negotiation.slots import block, slot
from drafter.negotiation.values import Round
from drafter.render.redline.whose import SignedChanges, signed_changes

_IN_WORDS = (Deed.WORDS, Deed.TITLE)
_JOINED = (Deed.SPLIT, Deed.MERGE)


def author(one: Proposal) -> str:
    """The one name under which a proposal's change is tracked, since Word allows only one."""
    return ", ".join(one.by)


@dataclass(frozen=True)
class KnownAuthors:
    """Who made which change, by the words before and after it."""

    words: Mapping[tuple[str, str], SignedChanges] = field(default_factory=dict)
    deeds: Mapping[str, str] = field(default_factory=dict)
    come: Mapping[str, str] = field(default_factory=dict)

    def deed(self, old: Inline) -> str:
        return self.deeds.get(old.text, "")

    def arrival(self, new: Inline) -> str:
        return self.come.get(new.text, "")

    def signed(self, old: Inline, new: Inline) -> SignedChanges | None:
        return self.words.get((old.text, new.text))


@dataclass(frozen=True)
class AuthoredText:
    """The open and the accepted proposals of a round: those that stand are in `now`, those that collide are not."""

    round_: Round
    left_out: frozenset[str] = frozenset()
    """The ids of further proposals that stand aside, since Word could not tell them exactly."""

    @cached_property
    def merged(self) -> MergedRound:
        return MergedRound(self.round_, self.round_.of(Outcome.OPEN, Outcome.ACCEPTED))

    @cached_property
    def standing(self) -> tuple[Proposal, ...]:
        """The proposals that are tracked."""
        aside = {one.id for one in self.aside}
        return tuple(one for one in self.merged.standing if one.id not in aside)

    @cached_property
    def aside(self) -> tuple[Proposal, ...]:
        """What collides with nothing and yet is not tracked: moves of paragraphs in which others change something, new
        paragraphs that read as another's elsewhere, and what is left out.

        In Word a change inside a moved paragraph cannot be accepted without the move; authors are known by the words.
        """
        every = self.merged.standing
        moves = (one for one in every if one.kind is Deed.MOVE and any(self._within(one, other) for other in every))
        found = {one.id for one in (*moves, *self._same_words())} | self.left_out
        return tuple(one for one in every if one.id in found)

    def _same_words(self) -> Iterator[Proposal]:
        first: dict[str, Proposal] = {}
        for one in self.merged.standing:
            if one.kind is Deed.NEW and first.setdefault(one.put.text, one).by != one.by:
                yield one

    def _within(self, move: Proposal, other: Proposal) -> bool:
        """Whether another's proposal changes something inside what is moved."""
        if other.id == move.id or other.by == move.by:
            return False
        round_ = self.round_
        inside = block(round_, move.label)
        if other.form is not None:
            form = other.form
            place = slot(round_, other.after or "", form.kind, form.level, form.part)
            first = round_.places[move.label] - 1
            return place.inside(range(first, first + len(inside)), round_.paragraphs[move.label].level)
        return other.label in inside or other.second in inside

    @cached_property
    def _laid(self) -> Draft:
        return applied(self.round_, self.standing)

    @cached_property
    def texts(self) -> tuple[Resolution, Resolution]:
        """The base and the text with the changes, as they would be printed.

        Where a change would turn an "Ibid." into a full citation, or the other way round, all notes stand in full.
        """
        old, new = printed(self.round_.text), printed(self._laid)
        before = {note.id: note for note in old.footnotes}
        if any(note.id in before and before[note.id] != note for note in new.footnotes):
            return self._in_full(old), self._in_full(new)
        return old, new

    def _in_full(self, text: Resolution) -> Resolution:
        full: dict[str, Footnote] = {note.id: note for note in self._laid.footnotes}
        return replace(text, footnotes=tuple(full.get(note.id, note) for note in text.footnotes))

    @cached_property
    def labels(self) -> tuple[str, ...]:
        """Of each paragraph of the base."""
        return tuple(self.round_.paragraphs)

    @cached_property
    def origins(self) -> tuple[str, ...]:
        """Of each paragraph of the changed text the base's label, or of a new one the proposal's id."""
        return tuple(one.origin or one.id for one in self._laid)

    @cached_property
    def groups(self) -> tuple[PairGroup, ...]:
        """Which paragraphs of the two texts belong together, by their places."""
        found: dict[str, list[int]] = defaultdict(list)
        for place, origin in enumerate(self.origins):
            found[origin].append(place)
        made = []
        gone = self._merged_away
        for place, label in enumerate(self.labels):
            new = tuple(found.get(label, ()))
            old = (place,) if label not in gone.values() else (place, place + 1)
            if label in gone:
                continue
            kind = PairKind.MOVED if label in self._moved else PairKind.EDITED if new else PairKind.DELETED
            made.append(PairGroup(old, new, kind, 1.0))
        made += [
            PairGroup((), (place,), PairKind.ADDED, 0.0)
            for place, origin in enumerate(self.origins)
            if origin not in self.round_.places
        ]
        return tuple(made)

    @cached_property
    def places(self) -> tuple[int, ...]:
        """Of each paragraph of the changed text, how many of the base stand before it."""
        moves = {one.label: one for one in self.standing if one.kind is Deed.MOVE}
        proposals = self.round_.by_id
        made: list[int] = []
        for origin in self.origins:
            one = moves.get(origin) or proposals.get(origin)
            if one is not None:
                made.append(self._before(one, made))
            elif origin in self._moved:
                made.append(made[-1])
            else:
                made.append(self.round_.places[origin])
        return tuple(made)

    def _before(self, one: Proposal, made: list[int]) -> int:
        round_ = self.round_
        like = round_.paragraphs.get(one.label)
        form = one.form or (Form(like.kind, like.level, like.paragraph.part) if like else Form())
        place = slot(round_, one.after or "", form.kind, form.level, form.part)
        inside = bool(one.after) and one.after in self._moved and bool(made) and form.level > 0
        return made[-1] if inside else place.before

    @cached_property
    def _moved(self) -> frozenset[str]:
        heads = (one.label for one in self.standing if one.kind is Deed.MOVE)
        return frozenset(label for head in heads for label in block(self.round_, head))

    @cached_property
    def _merged_away(self) -> Mapping[str, str]:
        """Of what was merged with the paragraph right before it, the label of that one."""
        return {
            one.second: one.label
            for one in self.standing
            if one.kind is Deed.MERGE and self.round_.places[one.second] == self.round_.places[one.label] + 1
        }

    @cached_property
    def authors(self) -> KnownAuthors:
        """Who made each change."""
        deeds: dict[str, set[str]] = defaultdict(set)
        come: dict[str, str] = {}
        for one in self.standing:
            for label in self._touched(one):
                deeds[self.round_.inline(label).text].update(one.by)
            if one.kind not in _IN_WORDS:
                come |= {text: author(one) for text in (*one.put.text.split(PARAGRAPH_MARK), one.put.text)}
        moved = {one.origin: one.text for one in self._laid if one.origin in self._moved}
        come |= {text: ", ".join(sorted(deeds[self.round_.inline(label).text])) for label, text in moved.items()}
        words = {(base.text, made.text().text): signed_changes(made) for base, made in self._worded()}
        return KnownAuthors(words, {text: ", ".join(sorted(names)) for text, names in deeds.items()}, come)

    @cached_property
    def noted(self) -> Mapping[str, str]:
        """By a note's id, who puts in or takes out a mark of it: a further mark changes which one bears the note."""
        found: dict[str, set[str]] = defaultdict(set)
        for one in self.standing:
            for mark in (*one.put.marks, *one.found.marks):
                found[mark.note].update(one.by)
        return {note: ", ".join(sorted(names)) for note, names in found.items()}

    def _touched(self, one: Proposal) -> tuple[str, ...]:
        """The labels of the paragraphs that go, move or are cut otherwise by a proposal."""
        match one.kind:
            case Deed.DELETE | Deed.MOVE:
                return block(self.round_, one.label)
            case Deed.MERGE:
                return one.label, one.second
            case Deed.REPLACE | Deed.SPLIT:
                return (one.label,)
            case _:
                return ()

    def _worded(self) -> Iterator[tuple[Inline, Merged]]:
        """Each text of the base of which words change, with everybody's edits; of a merge both paragraphs joined."""
        found: dict[str, list[WordEdit]] = defaultdict(list)
        for one in self.standing:
            if one.kind in _IN_WORDS:
                end = one.start + len(units(one.found))
                found[one.label].append(WordEdit(one.start, end, units(one.put), one.by))
            elif one.kind is Deed.REPLACE:
                base = self.round_.inline(one.label)
                yield base, merged(base, [WordEdit(0, len(units(base)), units(one.put), one.by)])
            elif one.kind in _JOINED:
                whole = one.kind is Deed.SPLIT or one.second in self._merged_away
                base = one.found if whole else self.round_.inline(one.label)
                yield base, merged(base, (replace(each, by=one.by) for each in word_edits(base, one.put)))
        for label, edits in found.items():
            yield self.round_.inline(label), merged(self.round_.inline(label), edits)
