"""Proposals as the instructions of a paper, in the order of the text."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property

from drafter.model import numbering
from drafter.model.draft import Draft, DraftParagraph
from drafter.model.inline import Inline
from drafter.model.proposal import TITLE, Deed, Form, Proposal
from drafter.model.resolution import Footnote, Kind
from drafter.negotiation.amending import proof
from drafter.negotiation.amending.instruction import AmendingInstruction
from drafter.negotiation.amending.naming import listed_together, named
from drafter.negotiation.amending.starring import stars
from drafter.negotiation.amending.stretches import stretches
from drafter.negotiation.amending.throughout import throughout
from drafter.negotiation.apply import applied
from drafter.negotiation.intake.asked import Act
from drafter.negotiation.intake.basetext import RoundBase, base_of
from drafter.negotiation.slots import block
from drafter.negotiation.values import Round


@dataclass(frozen=True, slots=True)
class Amendments:
    """The instructions of a paper, and the notes that their words mark, by their ids in the order of the marks.

    unnamed  labels of paragraphs that a paper has no words for, and at which nothing is said
    apart    where one who carries the paper out first comes to another text: a label or a beginning; "" for nowhere
    """

    instructions: tuple[AmendingInstruction, ...]
    notes: tuple[tuple[str, Inline], ...] = ()
    unnamed: tuple[str, ...] = ()
    apart: str = ""

    def marks(self, first: int) -> dict[str, str]:
        """The asterisks of each note by its id, beginning with so many."""
        return stars((text for one in self.instructions for text in one.texts), first)


def amendments(round_: Round, proposals: Iterable[Proposal]) -> Amendments:
    """What these proposals, of which no two collide, do to the base.

    A move is a deletion and an insertion, a split or a merger a replacement and an insertion or a deletion.
    """
    given = tuple(proposals)
    everywhere = tuple(throughout(round_, given))
    made = _amendments(round_, given, everywhere)
    return _amendments(round_, given, ()) if everywhere and made.apart else made


def _amendments(
    round_: Round, proposals: tuple[Proposal, ...], everywhere: tuple[AmendingInstruction, ...]
) -> Amendments:
    planned = _Plan(round_, proposals, frozenset(name for one in everywhere for name in one.ids))
    made = (*everywhere, *_together(planned.instructions()))
    unnamed = {label for one in made for label in one.labels if not named(label)}
    kept = tuple(one for one in made if not unnamed.intersection(one.labels))
    notes = {note.id: note.inline for note in planned.notes}
    marked = stars(text for one in kept for text in one.texts)
    return Amendments(
        kept,
        tuple((name, notes.get(name, Inline(name))) for name in marked),
        tuple(label for label in round_.places if label in unnamed),
        proof.apart(round_, kept, notes, planned.result) if kept else "",
    )


@dataclass
class _Plan:
    round_: Round
    proposals: tuple[Proposal, ...]
    said: frozenset[str]
    _words: dict[str, list[Proposal]] = field(default_factory=lambda: defaultdict(list))
    _whole: dict[str, Proposal] = field(default_factory=dict)
    _moves: dict[str, Proposal] = field(default_factory=dict)
    _arriving: dict[str, list[Proposal]] = field(default_factory=lambda: defaultdict(list))

    def __post_init__(self) -> None:
        for one in self.proposals:
            match one.kind:
                case Deed.WORDS | Deed.TITLE:
                    if one.id not in self.said:
                        self._words[one.label].append(one)
                case Deed.MOVE:
                    self._moves[one.label] = one
                    self._arriving[one.after or ""].append(one)
                case Deed.NEW:
                    self._arriving[one.after or ""].append(one)
                case _:
                    self._whole[one.label] = one

    @property
    def notes(self) -> tuple[Footnote, ...]:
        return (*self.round_.text.footnotes, *(note for one in self.proposals for note in one.notes))

    def instructions(self) -> Iterator[AmendingInstruction]:
        """In the order of the base; what arrives behind a paragraph follows what is done to it and below it."""
        yield from self._worded(TITLE)
        yield from self._arrivals("", range(9))
        ending: dict[str, list[str]] = defaultdict(list)
        for label, own in self.round_.paragraphs.items():
            ending[block(self.round_, label)[-1]].insert(0, label)
            if label in self._moves and label not in self._gone:
                yield AmendingInstruction(Act.DROP, (label,), ids=(self._moves[label].id,))
            elif label not in self._gone and label not in self._carried:
                yield from self._changed(label)
            yield from self._arrivals(label, range(own.level + 1, 9))
            for whole in ending[label]:
                yield from self._arrivals(whole, range(self.round_.paragraphs[whole].level + 1))

    @cached_property
    def _base(self) -> RoundBase:
        return base_of(self.round_)

    @cached_property
    def result(self) -> Draft:
        """The base with all of them in it."""
        return applied(self.round_, self.proposals)

    @cached_property
    def _gone(self) -> frozenset[str]:
        """What goes with the paragraph above it that is deleted or moved."""
        heads = [*self._moves, *(label for label, one in self._whole.items() if one.kind is Deed.DELETE)]
        second = [one.second for one in self._whole.values() if one.kind is Deed.MERGE]
        return frozenset([*second, *(below for head in heads for below in block(self.round_, head)[1:])])

    @cached_property
    def _blocks(self) -> dict[str, tuple[DraftParagraph, ...]]:
        """What stands in the result in each moved paragraph's block, by its label."""
        return {label: tuple(self._block(label)) for label in self._moves}

    @cached_property
    def _carried(self) -> frozenset[str]:
        """The labels, and the ids of new paragraphs, that stand in a moved block."""
        inside = [(label, one) for label, held in self._blocks.items() for one in held]
        origins = (one.origin for label, one in inside if one.origin and one.origin != label)
        return frozenset([*origins, *(one.id for _, one in inside)])

    def _block(self, label: str) -> Iterator[DraftParagraph]:
        level = self.round_.paragraphs[label].level
        inside = False
        for one in self.result:
            own = one.origin == label
            below = one.kind is not Kind.HEADING and (one.level > level or one.paragraph.continued)
            if inside and not own and not below:
                return
            inside = inside or own
            if inside:
                yield one

    def _changed(self, label: str) -> Iterator[AmendingInstruction]:
        """What is done to a paragraph where it stands."""
        one = self._whole.get(label)
        if one is None:
            yield from self._worded(label)
        elif one.kind is Deed.DELETE:
            yield AmendingInstruction(Act.DROP, (label,), ids=(one.id,))
        elif one.kind is Deed.SPLIT:
            first, *others = parts = _parts(one.put)
            own = self.round_.paragraphs[label]
            alone = len(block(self.round_, label)) == 1 and not self._arriving.get(label)
            if not alone:  # what is put in behind it would stand behind its list, or among what else is new there
                yield AmendingInstruction(Act.REWRITE, (label,), blocks=tuple(parts), ids=(one.id,))
                return
            yield AmendingInstruction(Act.REWRITE, (label,), blocks=(first,), ids=(one.id,))
            form = Form(own.kind, own.level, own.paragraph.part)
            yield AmendingInstruction(Act.NEW_AFTER, (label,), blocks=tuple(others), form=form, ids=(one.id,))
        else:
            yield AmendingInstruction(Act.REWRITE, (label,), blocks=(one.put,), ids=(one.id,))
            if one.second:
                yield AmendingInstruction(Act.DROP, (one.second,), ids=(one.id,))

    def _worded(self, label: str) -> Iterator[AmendingInstruction]:
        if edits := self._words.get(label):
            yield from stretches(self._base, label, edits, {note.id: note.inline for note in self.notes})

    def _arrivals(self, after: str, levels: range) -> Iterator[AmendingInstruction]:
        """What is new or moved behind a label, in the order in which it will stand."""
        made: list[tuple[int, str, Proposal, Form, tuple[Inline, ...]]] = []
        for one in self._arriving.get(after, ()):
            if one.id in self._carried or one.label in self._carried:
                continue
            if one.kind is Deed.NEW:
                assert one.form is not None, "a new paragraph has a form"
                made.append((-one.form.level, one.put.text, one, one.form, (one.put,)))
            else:
                head = self.round_.paragraphs[one.label]
                form = Form(head.kind, head.level, head.paragraph.part)
                made.append((-form.level, head.text, one, form, tuple(_marked(self._blocks[one.label]))))
        made = [each for each in made if -each[0] in levels]
        for _, _, one, form, blocks in sorted(made, key=lambda each: (each[0], each[1], each[2].id)):
            act, label, below = self._place(after, form)
            yield AmendingInstruction(act, (label,), blocks=blocks, form=form, below=below, ids=(one.id,))

    def _place(self, after: str, form: Form) -> tuple[Act, str, bool]:
        """How a place is said: behind or ahead of which label, and whether one level below it."""
        paragraphs = self.round_.paragraphs
        if not after:
            own = (form.kind, form.part)
            alike = [name for name, one in paragraphs.items() if (one.kind, one.paragraph.part) == own]
            if alike or form.kind is Kind.PREAMBULAR:
                return Act.NEW_BEFORE, (alike or list(paragraphs))[0], False
            return Act.NEW_AFTER, list(paragraphs)[-1], False
        level = paragraphs[after].level
        names = list(paragraphs)
        while level > form.level:
            after = next(name for name in reversed(names[: names.index(after)]) if paragraphs[name].level < level)
            level = paragraphs[after].level
        if level == form.level:
            return Act.NEW_AFTER, after, False
        below = [name for name in block(self.round_, after)[1:] if paragraphs[name].level == form.level]
        return (Act.NEW_BEFORE, below[0], False) if below else (Act.NEW_AFTER, after, True)


def _marked(held: tuple[DraftParagraph, ...]) -> Iterator[Inline]:
    """A paragraph and what is below it, each subparagraph with its mark."""
    marks = numbering.printed(numbering.by_itself(one.paragraph) for one in held)
    for one, mark in zip(held, marks, strict=True):
        yield Inline(f"{mark} ") + one.inline if mark and one.level > held[0].level else one.inline


def _parts(joined: Inline) -> list[Inline]:
    parts, at = [], 0
    for part in joined.text.split("\n"):
        parts.append(joined[at : at + len(part)].strip())
        at += len(part) + 1
    return parts


def _together(instructions: Iterable[AmendingInstruction]) -> Iterator[AmendingInstruction]:
    """Deletions of neighbours as one, and what is put in at one place."""
    held: AmendingInstruction | None = None
    for one in instructions:
        if held is not None and (both := _one_of(held, one)) is not None:
            held = both
            continue
        if held is not None:
            yield held
        held = one
    if held is not None:
        yield held


def _one_of(one: AmendingInstruction, other: AmendingInstruction) -> AmendingInstruction | None:
    if one.act is not other.act:
        return None
    ids = (*one.ids, *other.ids)
    if one.act is Act.DROP:
        last, new = one.labels[-1], other.labels[0]
        if listed_together(last) and listed_together(new) and last[:2] == new[:2]:
            return replace(one, labels=(*one.labels, new), ids=ids)
        return None
    if one.act in (Act.NEW_AFTER, Act.NEW_BEFORE):
        alike = (one.labels, one.form, one.below) == (other.labels, other.form, other.below)
        if alike and one.ids != other.ids:
            return replace(one, blocks=(*one.blocks, *other.blocks), ids=ids)
    return None
