"""Delegations that change one text, each with the text that it wants: written down apart from what is tested.

Everything follows from a seed. Delegations go for the same few paragraphs and look at what others sent before: they put
words in at the edge of what another takes out, send the same with other punctuation, rewrite where another changes a
word, move and split what another edits, mark notes at edges, and put chains of new paragraphs in one place.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cache

from drafter.align.units import Token, Units, inline_of, units
from drafter.edit.begin import begin
from drafter.model.inline import Inline
from drafter.model.proposal import TITLE, Arrival, Form, Proposal
from drafter.model.resolution import Kind
from drafter.negotiation import proposing
from drafter.negotiation.values import Round, opened
from drafter.parse import read_text
from tests.support import real
from tests.support.rounds import base

NAMES = ("EU", "G77", "Japan", "Norway", "CANZ", "Cuba", "Mexico", "Kenya")
Line = tuple[str, Inline]
"""A paragraph of a text: the base's label that it comes from ("" for a new one), and its words."""


@dataclass
class Delegation:
    """One owner: what it proposes, and the text that it wants (`lines`, `title`)."""

    name: str
    title: Inline
    lines: list[Line]
    proposals: list[Proposal] = field(default_factory=list)
    busy: set[str] = field(default_factory=set)
    arranged: bool = False

    def send(self, *some: Proposal) -> None:
        came = Arrival((self.name,), f"{self.name}.docx", f"paragraph {len(self.proposals) + 1}", "2026-10-03")
        self.proposals += [replace(one, arrivals=(came,)) for one in some]

    def reads(self, label: str, text: Inline) -> None:
        self.lines = [(origin, text if origin == label else own) for origin, own in self.lines]


@cache
def real_bases(half: int = 0, count: int = 10) -> tuple[Round, ...]:
    """Rounds on real texts of session 78 to 80, of every second text; () where they are not here."""
    if not real.REAL.is_dir():
        return ()
    some = list(real.texts("ga_78_80_text").items())[half::2]
    drafts = list(real.texts("l_documents_80").items())[half::2]
    made: list[Round] = []
    for name, text in random.Random(11).sample(some, count) + random.Random(11).sample(drafts, count):
        found = read_text(text, name=f"{name}.txt").resolution
        if len(found.paragraphs) > 4 and (found.submission is None or found.submission.amends is None):
            made.append(opened(begin(found, name), "Zero draft"))
    return tuple(made)


def drawn(seed: int, half: int = 0) -> tuple[Round, list[Delegation]]:
    """A base, and two to eight delegations with one to six deeds each."""
    chance = random.Random(seed)
    on = chance.choice((base(), *real_bases(half)))
    return on, delegations(on, chance)


def delegations(on: Round, chance: random.Random, most: int = 6) -> list[Delegation]:
    names = chance.sample(NAMES, chance.randint(2, len(NAMES)))
    hot = chance.sample(list(on.paragraphs), min(len(on.paragraphs), chance.randint(2, 6)))
    made: list[Delegation] = []
    for name in names:
        one = Delegation(name, on.text.title, [(label, own.inline) for label, own in on.paragraphs.items()])
        for _ in range(chance.randint(1, most)):
            label = chance.choice(hot if chance.random() < 0.7 else list(on.paragraphs))
            before = [each for other in made for each in other.proposals if each.label == label]
            _deed(on, chance, one, label, before)
        made.append(one)
    return made


def sent(some: Sequence[Delegation]) -> tuple[Proposal, ...]:
    return tuple(proposal for one in some for proposal in one.proposals)


def _deed(on: Round, chance: random.Random, who: Delegation, label: str, before: Sequence[Proposal]) -> None:
    if label in who.busy:
        return
    who.busy.add(label)
    text = on.inline(label)
    match chance.choice("wwwwwwwaatsmdnnc"):
        case "a":
            made = proposing.reworded(label, text, _rewritten(chance, text), alt=True)
            who.send(*made)
            for one in made:
                who.reads(label, one.put)
        case "t" if TITLE not in who.busy:
            who.busy.add(TITLE)
            who.title = _edited(on, chance, on.text.title, ())
            who.send(*_noted(on, proposing.reworded(TITLE, on.text.title, who.title)))
        case "s" | "m" | "d" | "n" | "c" as how if not who.arranged and _plain(on, label):
            who.arranged = True
            _arrange(on, chance, who, label, how)
        case _:
            wanted = _edited(on, chance, text, before)
            if wanted.text.strip():
                who.reads(label, wanted)
                who.send(*_noted(on, proposing.reworded(label, text, wanted)))


def _arrange(on: Round, chance: random.Random, who: Delegation, label: str, how: str) -> None:
    """A deed on whole paragraphs; one a delegation, so that its text follows from the list alone."""
    text, own = on.inline(label), on.paragraphs[label]
    block = list(_block(on, label))
    others = [one for one in on.paragraphs if one not in block and _plain(on, one)]
    others = [one for one in others if on.paragraphs[one].kind is own.kind and one not in who.busy]
    if how == "d":
        if not who.busy.isdisjoint(set(block) - {label}):
            return
        who.busy.update(block)
        who.send(proposing.deleted(label, text))
        who.lines = [line for line in who.lines if line[0] not in block]
    elif how == "s" and " " in text.text:
        cut = chance.choice([place + 1 for place, char in enumerate(text.text) if char == " "])
        who.send(proposing.split(label, text, (text[:cut], text[cut:])))
        at = who.lines.index((label, text))
        who.lines[at : at + 1] = [(label, text[:cut]), (label, text[cut:])]
    elif how == "m" and others:
        behind = chance.choice([one for one in others if on.paragraphs[one].level <= own.level] or others)
        level = own.level
        who.send(proposing.moved(label, behind))
        carried = [line for line in who.lines if line[0] in block]
        rest = [line for line in who.lines if line[0] not in block]
        at = _behind(on, [origin for origin, _ in rest], behind, level)
        who.lines = [*rest[:at], *carried, *rest[at:]]
    elif how == "c" and others:
        second = chance.choice(others)
        who.busy.add(second)
        both = text + Inline(" ") + on.inline(second)
        who.send(proposing.merged(label, text, second, on.inline(second), both))
        who.lines = [(origin, both if origin == label else words) for origin, words in who.lines if origin != second]
    elif how == "n":
        level = own.level if own.kind is Kind.OPERATIVE else 0
        words = chance.sample(("Invites all", "Invites States", "Invites some", "Notes it"), chance.randint(1, 3))
        who.send(*(proposing.added(label, Inline(one), Form(own.kind, level, own.paragraph.part)) for one in words))
        at = _behind(on, [origin for origin, _ in who.lines], label, level)
        who.lines[at:at] = [("", Inline(one)) for one in sorted(words)]


def _plain(on: Round, label: str) -> bool:
    """Whether nothing near is a heading or goes on behind a list: there the list alone says what follows."""
    part = on.paragraphs[label].paragraph.part
    return on.paragraphs[label].kind is not Kind.HEADING and not any(
        one.paragraph.continued for one in on.paragraphs.values() if one.paragraph.part == part
    )


def _block(on: Round, label: str) -> Iterator[str]:
    labels = list(on.paragraphs)
    at = labels.index(label)
    yield label
    for one in labels[at + 1 :]:
        if on.paragraphs[one].kind is Kind.HEADING or on.paragraphs[one].level <= on.paragraphs[label].level:
            return
        yield one


def _behind(on: Round, origins: Sequence[str], label: str, level: int) -> int:
    at = origins.index(label) + 1
    while at < len(origins) and origins[at] and on.paragraphs[origins[at]].level > level:
        if on.paragraphs[origins[at]].kind is Kind.HEADING:
            break
        at += 1
    return at


def _rewritten(chance: random.Random, text: Inline) -> Inline:
    own = [unit for unit in units(text) if not unit.text.isspace()]
    chance.shuffle(own)
    spaced = [unit for one in own[: max(2, len(own) // 2)] for unit in (one, Token(" "))]
    return inline_of(spaced[:-1])


def _edited(on: Round, chance: random.Random, text: Inline, before: Sequence[Proposal]) -> Inline:
    """The text with one to three stretches changed, some of them at or over what others change."""
    made = list(units(text))
    cuts: list[tuple[int, int, Units]] = []
    for _ in range(chance.randint(1, 3)):
        start, end, put = _cut(on, chance, made, before)
        if all(end < first or last < start for first, last, _ in cuts):
            cuts.append((start, end, put))
    for start, end, put in sorted(cuts, reverse=True):
        made[start:end] = put
    return inline_of(made)


def _cut(on: Round, chance: random.Random, own: list[Token], before: Sequence[Proposal]) -> tuple[int, int, Units]:
    words = (*(one for label in list(on.paragraphs)[:5] for one in units(on.inline(label))), Token(","), Token("fully"))
    if before and chance.random() < 0.5:
        other = chance.choice(before)
        start, end = other.start, other.start + len(units(other.found))
        if end <= len(own):
            match chance.choice("selipx"):
                case "s":
                    return start, start, (chance.choice(words), Token(" "))
                case "e":
                    return end, end, (Token(" "), chance.choice(words))
                case "l":
                    return start, end, units(other.put)
                case "p":
                    return start, end, (*units(other.put), Token(","))
                case "i" if end - start > 1:
                    return start + 1, start + 1, (chance.choice(words), Token(" "))
                case _:
                    return max(0, start - 1), min(len(own), end + 1), (chance.choice(words),)
    start = chance.randint(0, len(own))
    end = min(len(own), start + chance.choice((0, 0, 1, 1, 2, 3, 5, 9)))
    put: list[Token] = []
    for _ in range(chance.randint(0, 3)):
        one = chance.choice(words)
        put += [one, Token(" ")] if one.text.strip() else [one]
    match chance.choice("....nif"):
        case "n":
            put.append(Token("", note=f"own {chance.randint(1, 3)}"))
        case "i" if start < len(own):
            end = start + 1
            put = [own[start]._replace(italic=not own[start].italic)] if own[start].text.strip() else put
        case "f" if any(unit.note for unit in own):
            start = next(place for place, unit in enumerate(own) if unit.note)
            end, put = start + 1, []
    return start, end, tuple(put)


def _noted(on: Round, some: Sequence[Proposal]) -> list[Proposal]:
    own = {f"own {number}": Inline(f"See A/80/{number}.") for number in range(1, 4)}
    return [proposing.with_notes(one, own, on.text.footnotes) for one in some]


def noted(on: Round, text: Inline) -> Inline:
    """The text as it reads in a round: a delegation's own notes by the names that follow from their words."""
    probe = Proposal(proposing.Deed.WORDS, "", put=text)
    [made] = _noted(on, [probe])
    return made.put
