"""A whole text that somebody changed, in a clean Word file or a draft file: what differs from the base is proposed."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from drafter.align.pairs import align
from drafter.edit.reworded import reworded, with_opening
from drafter.errors import DrafterError
from drafter.model.change import Pair, PairKind
from drafter.model.inline import Inline
from drafter.model.negotiated import NotUnderstood
from drafter.model.proposal import NOTHING, TITLE, Arrival, Form, Proposal, note_id, united
from drafter.model.resolution import Paragraph
from drafter.negotiation import proposing
from drafter.negotiation.intake.basetext import RoundBase
from drafter.negotiation.intake.takenin import TakenIn

ALIKE = 0.3
"""The share of the base's paragraphs that have to be found again in a text, for it to be one of this round."""


@dataclass(frozen=True)
class OtherText:
    """A text that goes out from the base.

    known   pairs of places (in the base, in the text) that are the same paragraph by what the file says
    exact   whether its italics are meant, as in a draft file; in Word they do not travel well
    unmoved the places in the text of those that certainly kept their order
    """

    title: Inline
    paragraphs: tuple[Paragraph, ...]
    notes: Mapping[str, Inline] = field(default_factory=dict)
    known: Sequence[tuple[int, int]] = ()
    exact: bool = False
    unmoved: Collection[int] = ()


def from_text(base: RoundBase, other: OtherText, arrival: Arrival) -> TakenIn:
    """What the text changes in the base. Raises DrafterError for a text of something else."""
    return _Difference(base, other, arrival).taken()


def _exchanged(pairs: Sequence[Pair], base: RoundBase, other: OtherText) -> tuple[Pair, ...]:
    """The pairs, with a paragraph that is gone and the one new paragraph of its kind in its very place as a pair."""
    by_new = {pair.new: pair.old for pair in pairs if pair.new is not None}
    partners: dict[int, int] = {}
    for pair in pairs:
        old = pair.old
        if old is None or pair.new is not None:
            continue
        before = next((one.new for one in pairs if one.old == old - 1), None) if old else -1
        own = base.listed[old]
        if before is None or by_new.get(before + 1, 0) is not None:
            continue
        new, behind = other.paragraphs[before + 1], by_new.get(before + 2, len(base.listed))
        if behind == old + 1 and (new.kind, new.level, new.part) == (own.kind, own.level, own.part):
            partners[old] = before + 1
    news = set(partners.values())
    return tuple(
        replace(pair, new=partners[pair.old], kind=PairKind.EDITED) if pair.old in partners else pair
        for pair in pairs
        if pair.old is not None or pair.new not in news
    )


class _Difference:
    def __init__(self, base: RoundBase, other: OtherText, arrival: Arrival) -> None:
        self._base, self._other, self._arrival = base, other, arrival
        self._labels = list(base.paragraphs)
        self._ids = {note.inline.text: note.id for note in reversed(base.notes)}
        self._texts = {note.id: note.inline.text for note in base.notes}
        self._not_understood: list[NotUnderstood] = []
        pairs = align(base.listed, other.paragraphs, known=other.known, unmoved=other.unmoved).pairs
        self._pairs = pairs if other.exact else _exchanged(pairs, base, other)
        self._old = {
            pair.new: pair.old for pair in reversed(self._pairs) if pair.new is not None and pair.old is not None
        }

    def taken(self) -> TakenIn:
        """The proposals, in one normal form with all others."""
        again = sum(pair.old is not None and pair.new is not None for pair in self._pairs)
        if again < ALIKE * len(self._base.listed):
            raise DrafterError(
                "this text is not one of the round's base: hardly a paragraph of it is found again",
                file=self._arrival.file,
                remedy="give a text that goes out from the base",
            )
        made = [*self._title(), *self._paragraphs()]
        brought = {note_id(text): text for text in self._other.notes.values() if text.text not in self._ids}
        noted = (proposing.with_notes(one, brought, self._base.notes) for one in made)
        return TakenIn(united(noted), not_understood=tuple(self._not_understood))

    def _title(self) -> Iterator[Proposal]:
        title = self._said(self._other.title, self._base.title, None)
        if self._other.title.text.strip() and title != self._base.title:
            yield from self._arrived(proposing.reworded(TITLE, self._base.title, title), None)

    def _paragraphs(self) -> Iterator[Proposal]:
        news: dict[int, list[Pair]] = {}
        olds: dict[int, list[Pair]] = {}
        for pair in self._pairs:
            if pair.new is not None:
                news.setdefault(pair.new, []).append(pair)
            if pair.old is not None:
                olds.setdefault(pair.old, []).append(pair)
        gone = {pair.old for pair in self._pairs if pair.new is None}
        done: set[int] = set()
        for pair in self._pairs:
            old, new = pair.old, pair.new
            if new is None and old is not None:
                if not self._under(old, gone):
                    yield from self._arrived(
                        (proposing.deleted(self._labels[old], self._base.listed[old].inline),), None
                    )
            elif old is None and new is not None:
                yield from self._arrived((self._added(new),), new)
            elif old is not None and new is not None and old not in done:
                done.update(one.old for one in news[new] if one.old is not None)
                yield from self._arrived(self._changed(pair, olds[old], news[new]), new)

    def _changed(self, pair: Pair, parts: list[Pair], sources: list[Pair]) -> Iterator[Proposal]:
        assert pair.old is not None and pair.new is not None
        label, base = self._labels[pair.old], self._base.listed[pair.old]
        if len(parts) > 1:
            texts = [self._other.paragraphs[one.new] for one in parts if one.new is not None]
            yield proposing.split(label, base.inline, (self._said(one.inline, base.inline, base) for one in texts))
            return
        if len(sources) > 1:
            others = [one.old for one in sources if one.old is not None and one.old != pair.old]
            text = self._said(self._other.paragraphs[pair.new].inline, base.inline, base)
            yield proposing.merged(
                label, base.inline, self._labels[others[0]], self._base.listed[others[0]].inline, text
            )
            for more in others[1:]:
                yield proposing.deleted(self._labels[more], self._base.listed[more].inline)
            return
        now = self._other.paragraphs[pair.new]
        if now.kind is not base.kind and self._alone(pair.old):  # a paragraph that turned stands elsewhere as a new one
            yield proposing.deleted(label, base.inline)
            yield self._added(pair.new)
            return
        if (now.kind, now.level) != (base.kind, base.level):
            self._leave(pair.new, f"{label} became {now.kind} of level {now.level}, which no proposal can say")
        if pair.kind is PairKind.MOVED and not self._moved_along(pair):
            yield proposing.moved(label, self._before(pair.new, now))
        yield from proposing.reworded(label, base.inline, self._said(now.inline, base.inline, base))

    def _alone(self, old: int) -> bool:
        """Whether a paragraph of the top level has nothing below it."""
        own, behind = self._base.listed[old], self._base.listed[old + 1 : old + 2]
        return not own.level and not any(one.level > own.level or one.continued for one in behind)

    def _moved_along(self, pair: Pair) -> bool:
        """Whether a subparagraph moved with its paragraph."""
        assert pair.old is not None and pair.new is not None
        own = self._base.listed[pair.old]
        if not own.level:
            return False
        old = next((n for n in range(pair.old - 1, -1, -1) if self._base.listed[n].level < own.level), None)
        levels = self._other.paragraphs
        new = next((n for n in range(pair.new - 1, -1, -1) if levels[n].level < own.level), None)
        return old is not None and new is not None and self._old.get(new) == old

    def _added(self, new: int) -> Proposal:
        own = self._other.paragraphs[new]
        text = self._named(own.inline)
        text = text if self._other.exact else with_opening(own, text)
        return proposing.added(self._before(new, own), text, Form(own.kind, own.level, own.part))

    def _before(self, new: int, own: Paragraph) -> str:
        """The base's label behind which a paragraph of the text stands: one of its level, or the one that it is in."""
        for place in range(new - 1, -1, -1):
            one = self._other.paragraphs[place]
            if (one.kind, one.part) != (own.kind, own.part):
                return ""
            if one.level <= own.level and not one.continued and place in self._old:
                return self._labels[self._old[place]]
        return ""

    def _under(self, old: int, gone: set[int | None]) -> bool:
        """Whether a paragraph goes with the one that it is in."""
        level = self._base.listed[old].level
        for place in range(old - 1, -1, -1):
            one = self._base.listed[place]
            if one.level < level or (one.level == level and self._base.listed[old].continued):
                if place in gone:
                    return True
                level = one.level
            if not level:
                return False
        return False

    def _said(self, theirs: Inline, base: Inline, paragraph: Paragraph | None) -> Inline:
        """Their words with the base's note ids, and with the base's italics where theirs are not to be trusted."""
        named = self._named(theirs, base)
        if named.text == base.text and named.marks == base.marks and not self._other.exact:
            return base
        if self._other.exact:
            return named
        slanted = Inline(named.text, reworded(base, named.text).italics, named.marks)
        return with_opening(paragraph, slanted) if paragraph else slanted

    def _named(self, inline: Inline, base: Inline = NOTHING) -> Inline:
        """The words with the base's note ids; two notes may read the same, so the one that stands there comes first."""
        beside = base.marks if len(base.marks) == len(inline.marks) else ()
        marks = []
        for place, mark in enumerate(inline.marks):
            note = self._other.notes.get(mark.note, NOTHING)
            own = beside[place].note if beside else ""
            if own and note and self._texts.get(own) == note.text:
                name = own
            else:
                name = self._ids.get(note.text, note_id(note) if note else mark.note)
            marks.append(replace(mark, note=name))
        return Inline(inline.text, inline.italics, tuple(marks))

    def _arrived(self, made: Sequence[Proposal] | Iterator[Proposal], new: int | None) -> Iterator[Proposal]:
        place = "" if new is None else f"paragraph {new + 1}"
        for one in made:
            yield replace(one, arrivals=(replace(self._arrival, place=place),))

    def _leave(self, new: int, why: str) -> None:
        text = self._other.paragraphs[new].text
        self._not_understood.append(NotUnderstood(self._arrival.file, f"paragraph {new + 1}", text, why))
