"""Acts on whole paragraphs: out, new, rewritten, moved, split, merged."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from drafter.align.tokens import words
from drafter.edit.reworded import reworded, with_opening
from drafter.model.inline import Inline
from drafter.model.proposal import TITLE, Form, Proposal
from drafter.model.reading import Repair
from drafter.model.resolution import Kind, Paragraph
from drafter.negotiation import proposing
from drafter.negotiation.intake import anchors
from drafter.negotiation.intake.asked import Act, Asked
from drafter.negotiation.intake.basetext import RoundBase
from drafter.negotiation.intake.listed import NewList, heads, parted
from drafter.negotiation.intake.locators import Locator
from drafter.rules.openings import kind_of

_SAME = 0.9
_BY_WORDS = "new paragraphs at one place stand in the order of their words, whoever sends them"
_VARIANT = re.compile(r"(?P<stem>.*\d(?:\([a-z]+\))*?)(?P<variant>[a-z]+)$")


@dataclass(frozen=True, slots=True)
class Done:
    """The proposals that an act makes; or the new words of one paragraph (`worded`: its label and they), to be told
    apart from the base; `lists` that are new or stand elsewhere; or why it makes none."""

    proposals: tuple[Proposal, ...] = ()
    repairs: tuple[Repair, ...] = ()
    worded: tuple[str, Inline] | None = None
    why: str = ""
    lists: tuple[NewList, ...] = ()


def deeds(asked: Asked, base: RoundBase) -> Done:
    """What an act on whole paragraphs proposes."""
    if asked.act is Act.NEW_HERE:
        return _here(asked, base)
    labels: list[str] = []
    for locator in asked.places:
        found = base.labels(locator)
        if len(found) != 1 or found[0] == TITLE:
            return Done(why=_not_one(locator, found))
        labels.append(found[0])
    if asked.target is not None and len(base.labels(asked.target)) != 1:
        return Done(why=_not_one(asked.target, base.labels(asked.target)))
    match asked.act:
        case Act.DROP:
            return _drop(asked, labels, base)
        case Act.REWRITE:
            return _rewrite(asked, labels[0], base)
        case Act.NEW_AFTER | Act.NEW_BEFORE:
            return _new(asked, labels[0], base)
        case Act.MERGE:
            return _merge(labels, base)
        case Act.SPLIT:
            return _split(asked, labels[0], base)
        case _:
            return _move(asked, labels, base)


def _not_one(locator: Locator, found: tuple[str, ...]) -> str:
    if len(found) > 1:
        return f"it may mean {' or '.join(found)}"
    return f"there is no {locator.label} in the base" if not found else "the title is no paragraph"


def _drop(asked: Asked, labels: list[str], base: RoundBase) -> Done:
    repairs: list[Repair] = []
    if len(labels) == 1 and asked.blocks:  # the old text stands there, and it is what is meant
        quoted = asked.blocks[0]
        if not _alike(quoted, base.inline(labels[0]).text):
            meant = [label for label, one in base.paragraphs.items() if _alike(quoted, one.text)]
            if len(meant) != 1:
                return Done(why=f"the text that is quoted is not that of {labels[0]}")
            repairs.append(Repair(meant[0], labels[0], meant[0], "the quoted text is that of this paragraph"))
            labels = meant
    return Done(tuple(proposing.deleted(label, base.inline(label)) for label in labels), tuple(repairs))


def _alike(one: str, other: str) -> bool:
    mine, theirs = words(one), words(other)
    shared = len(set(mine) & set(theirs))
    return shared >= _SAME * max(len(set(mine)), len(set(theirs)), 1)


def _rewrite(asked: Asked, label: str, base: RoundBase) -> Done:
    first, *others = asked.blocks
    own = base.paragraphs[label]
    text = with_opening(own, Inline(first))
    if others:
        return Done((proposing.split(label, own.inline, (text, *map(Inline, others))),))
    made = proposing.reworded(label, own.inline, text, alt=True)
    return Done(made)


def _new(asked: Asked, label: str, base: RoundBase) -> Done:
    if asked.count > 1 and asked.count not in (count := len(asked.blocks), heads(asked.blocks)):
        return Done(why=f"it speaks of {asked.count} paragraphs, and there are {count}")
    own = base.paragraphs[label]
    after = label if asked.below else _top(label, base)
    if asked.act is Act.NEW_BEFORE:
        siblings = base.siblings(label)
        place = siblings.index(label)
        after = siblings[place - 1] if place else (_parent(label) if own.level else "")
    made, lists = [], []
    for block, below in parted(asked.blocks):
        kind = Kind(asked.kind) if asked.kind else own.kind
        read = kind_of(block) if not own.level else None
        if asked.kind and read and read is not kind:
            return Done(why=f"the text opens as {_a(read)} paragraph, and the sentence says {kind}")
        level = own.level + 1 if asked.below else own.level
        if below:
            lists.append(NewList(after, Form(kind, level, own.part), block, below))
        else:
            made.append(_added(after, replace(own, kind=kind, inline=Inline(block), level=level)))
    texts = [one.put.text for one in made]
    told = Repair(label, "the order of the new paragraphs", "that of their words", _BY_WORDS)
    return Done(tuple(made), (told,) if texts != sorted(texts) else (), lists=tuple(lists))


def _a(kind: Kind) -> str:
    return f"an {kind}" if kind is Kind.OPERATIVE else f"a {kind}"


def _added(after: str, like: Paragraph) -> Proposal:
    inline = with_opening(replace(like, inline=Inline()), like.inline)
    return proposing.added(after, inline, Form(like.kind, like.level, like.part))


def _here(asked: Asked, base: RoundBase) -> Done:
    """A text under the label that it is to bear: a new paragraph, an alternative, or one there is already."""
    label = asked.places[0].label
    block = asked.blocks[0]
    if label.endswith("alt") or re.search(r"alt\d$", label):
        stem = re.sub(r"alt\d?$", "", label)
        return deeds(Asked(Act.REWRITE, (Locator(stem),), blocks=asked.blocks), base)
    if known := base.labels(asked.places[0]):
        own = base.paragraphs.get(known[0])
        text = reworded(base.inline(known[0]), block)
        return Done(worded=(known[0], with_opening(own, text) if own else text))
    found = _VARIANT.fullmatch(label)
    stem = found["stem"] if found else _number_before(label)
    after = base.labels(Locator(stem))
    if not after:
        return Done(why=f"there is no {stem or label} in the base")
    return deeds(Asked(Act.NEW_AFTER, (Locator(after[0]),), blocks=asked.blocks), base)


def _number_before(label: str) -> str:
    """OP11 for OP12: a paragraph behind the last one."""
    found = re.fullmatch(r"(PP|OP)(\d+)", label)
    return f"{found[1]}{int(found[2]) - 1}" if found else ""


def _top(label: str, base: RoundBase) -> str:
    """The label behind which a paragraph of the same level stands; of one that goes on, its paragraph's."""
    return re.sub(r"\(cont\d*\)$", "", label) if base.paragraphs[label].continued else label


def _parent(label: str) -> str:
    return re.sub(r"\([a-z]+\)\w*$", "", label)


def _merge(labels: list[str], base: RoundBase) -> Done:
    if len(labels) != 2:
        return Done(why="only two paragraphs can be merged at a time")
    first, second = (base.inline(label) for label in labels)
    return Done((proposing.merged(labels[0], first, labels[1], second, first + Inline(" ") + second),))


def _split(asked: Asked, label: str, base: RoundBase) -> Done:
    own = base.inline(label)
    found = anchors.occurrences(asked.anchor, own.text)
    if len(found) != 1:
        return Done(why=f"“{asked.anchor}” stands {len(found)} times in {label}")
    end = found[0].end
    while own.text[end : end + 1] in (",", ";"):
        end += 1
    parts = own[:end].strip(), own[end:].strip()
    if not parts[1].text:
        return Done(why=f"nothing stands behind “{asked.anchor}” in {label}")
    return Done((proposing.split(label, own, parts),))


def _move(asked: Asked, labels: list[str], base: RoundBase) -> Done:
    if asked.target is None:
        return Done(why="it does not say where to")
    (target,) = base.labels(asked.target)
    own, there = base.paragraphs[labels[0]], base.paragraphs[target]
    if own.kind is not there.kind:
        return Done(why=f"{labels[0]} is {own.kind} and {target} is {there.kind}")
    if asked.act is Act.MOVE_BEFORE:
        siblings = [one for one in base.siblings(target) if one not in labels]
        place = siblings.index(target) if target in siblings else 0
        target = siblings[place - 1] if place else (_parent(target) if there.level else "")
    made = []
    for label in labels:
        if label == target:
            return Done(why=f"{label} cannot stand behind itself")
        made.append(proposing.moved(label, target))
    return Done(tuple(made))
