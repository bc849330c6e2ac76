"""New paragraphs that come with a list of subparagraphs, each printed with its mark."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from drafter.align.pairs import align
from drafter.edit.reworded import reworded, with_opening
from drafter.model.inline import Inline
from drafter.model.proposal import Deed, Form, Proposal
from drafter.model.resolution import Kind, Paragraph
from drafter.negotiation import proposing
from drafter.negotiation.intake.basetext import RoundBase
from drafter.negotiation.intake.noted import marked

_MARK = re.compile(r"\((?P<mark>[a-z]{1,5})\) (?=\S)")


@dataclass(frozen=True, slots=True)
class NewList:
    """A paragraph to stand behind the label `after`, and what is below it, each with its level."""

    after: str
    form: Form
    text: str
    below: tuple[tuple[int, str], ...]


def heads(blocks: Sequence[str]) -> int:
    """How many of the blocks are paragraphs themselves; the others are in the list of the one before them."""
    return sum(not number or _MARK.match(block) is None for number, block in enumerate(blocks))


def parted(blocks: Iterable[str]) -> Iterator[tuple[str, tuple[tuple[int, str], ...]]]:
    """Each paragraph with its subparagraphs: how many levels below it they are, and their words."""
    held: list[tuple[str, list[tuple[int, str]]]] = []
    letter = ""
    for block in blocks:
        found = _MARK.match(block)
        if found is None or not held:
            held.append((block, []))
            letter = ""
            continue
        mark = found["mark"]
        follows = len(mark) == 1 and (ord(mark) == ord(letter) + 1 if letter else mark == "a")
        letter = mark if follows else letter
        held[-1][1].append((1 if follows or not letter else 2, block[found.end() :]))
    yield from ((head, tuple(below)) for head, below in held)


def moved_list(
    new: NewList, whole: Iterable[Proposal], base: RoundBase, notes: Mapping[str, Inline]
) -> tuple[Proposal, tuple[Proposal, ...]] | None:
    """The deletion of the list that stands elsewhere again, and what makes the new one of it: a move and its edits.

    `notes` are those that asterisks mark.

    None where no list that is deleted reads alike.
    """
    level = new.form.level
    below = (Paragraph(new.form.kind, Inline(text), level + more, new.form.part) for more, text in new.below)
    now = (Paragraph(new.form.kind, Inline(new.text), level, new.form.part), *below)
    for deed in whole:
        if deed.kind is not Deed.DELETE or deed.label not in base.paragraphs:
            continue
        labels = [deed.label, *_below(base, deed.label)]
        was = tuple(base.paragraphs[label] for label in labels)
        known: dict[int, int] = {}
        for pair in align(was, now).pairs:
            if pair.old is not None and pair.new is not None and pair.old not in known.values():
                known.setdefault(pair.new, pair.old)
        if (was[0].kind, was[0].level) == (new.form.kind, level) and known.get(0) == 0:
            return deed, (
                proposing.moved(deed.label, new.after),
                *_edits(labels, was, now, known, lambda text: marked(text, notes, base.notes)),
            )
    return None


def _edits(
    labels: Sequence[str],
    was: Sequence[Paragraph],
    now: Sequence[Paragraph],
    known: Mapping[int, int],
    with_marks: Callable[[Inline], Inline],
) -> Iterator[Proposal]:
    last = labels[0]
    for place, one in enumerate(now):
        if place in known:
            last, own = labels[known[place]], was[known[place]]
            said = with_marks(one.inline)
            slanted = Inline(said.text, reworded(own.inline, said.text).italics, said.marks)
            yield from proposing.reworded(last, own.inline, with_opening(own, slanted))
        else:
            yield proposing.added(last, one.inline, Form(one.kind, one.level, one.part))
    for place, label in enumerate(labels):
        if place not in known.values():
            yield proposing.deleted(label, was[place].inline)


def _below(base: RoundBase, label: str) -> Iterator[str]:
    names = list(base.paragraphs)
    own = base.paragraphs[label]
    for name in names[names.index(label) + 1 :]:
        one = base.paragraphs[name]
        if one.kind is Kind.HEADING or not (one.level > own.level or (one.continued and one.level >= own.level)):
            return
        yield name
