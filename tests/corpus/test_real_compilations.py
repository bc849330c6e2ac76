"""Compilation texts of rounds on real resolutions, written and read back in both dialects.

`python -m tests.corpus.test_real_compilations` takes every text instead of a sample.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from random import Random

import pytest

from drafter.edit.begin import begin
from drafter.model.draft import DraftParagraph
from drafter.model.inline import Inline
from drafter.model.negotiated import Position, Stand
from drafter.model.proposal import TITLE, Arrival, Form, Proposal
from drafter.negotiation import proposing
from drafter.negotiation.intake.basetext import base_of
from drafter.negotiation.intake.compilations import from_compilation
from drafter.negotiation.notation.gathering import compilation
from drafter.negotiation.notation.textfile import text
from drafter.negotiation.notation.values import Dialect
from drafter.negotiation.values import Round, opened
from drafter.parse import read_text
from tests.support import real
from tests.support.rounds import by

pytestmark = pytest.mark.real

OWNERS = ("EU", "G77", "Japan", "Guinea-Bissau", "Trinidad and Tobago")
WORDS = ("and abuses", ",", "*fully*", "(a)", "[sic]", "and/or", "- x", "/", "the", "A/75/388", "  ", "“so”")
STEMS = sorted(real.texts("ga_78_80_text"))[:: 569 // 40] if real.REAL.exists() else []


@pytest.mark.parametrize("stem", STEMS)
def test_a_round_on_a_real_text_comes_back(stem: str) -> None:
    for wrong in lost(stem):
        pytest.fail(wrong)


def lost(stem: str) -> Iterator[str]:
    """What does not come back of a round on a text."""
    chance = Random(stem)
    round_ = opened(begin(read_text(real.texts("ga_78_80_text")[stem], name=f"{stem}.txt").resolution, stem))
    made = [one for owner in OWNERS for one in by(owner, *_proposed(round_, chance, 2 + len(round_.paragraphs) // 8))]
    round_ = round_.having(proposals=made)
    stands = (
        Position(one.id, chance.choice(list(Stand)), "", (Arrival((chance.choice(OWNERS),)),))
        for one in round_.proposals[::3]
    )
    round_ = round_.having(positions=stands)
    for dialect in Dialect:
        written = text(compilation(round_), dialect, "now", markdown=chance.random() < 0.5)
        taken = from_compilation(base_of(round_), written, Arrival((), "room"))
        for left in taken.not_understood:
            yield f"{stem} {dialect}: {left.why}: {left.text[:200]}"
        found = {one.id: (one.by, one.notes) for one in taken.proposals}
        for one in round_.proposals:
            if found.pop(one.id, None) != (one.by, one.notes):
                yield f"{stem} {dialect}: {one.kind} {one.label} {one.found.markup!r} → {one.put.markup!r}"
        for name in found:
            yield f"{stem} {dialect}: invented {name}"
        said = {(one.on, one.stand, one.by) for one in round_.having(positions=taken.positions).positions}
        if said != {(one.on, one.stand, one.by) for one in round_.positions}:
            yield f"{stem} {dialect}: stands"


def _proposed(round_: Round, chance: Random, count: int) -> Iterator[Proposal]:
    labels = list(round_.paragraphs)
    for _ in range(count):
        label = chance.choice(labels)
        one = round_.paragraphs[label]
        match chance.choice("wwwwwwtrdnms"):
            case "w":
                yield from proposing.reworded(label, one.inline, _changed(one.inline, chance))
            case "t":
                yield from proposing.reworded(TITLE, round_.text.title, _changed(round_.text.title, chance))
            case "r":
                yield from proposing.reworded(label, one.inline, _changed(one.inline, chance), alt=True)
            case "d":
                yield proposing.deleted(label, one.inline)
            case "n":
                form = Form(one.kind, one.level, one.paragraph.part)
                yield proposing.added(label, Inline("New: ") + _changed(one.inline, chance), form)
            case "m":
                yield proposing.moved(label, chance.choice([other for other in labels if other != label] or [""]))
            case _:
                yield from _in_two(label, one, chance)


def _in_two(label: str, one: DraftParagraph, chance: Random) -> Iterator[Proposal]:
    cut = chance.randrange(1, max(2, len(one.text)))
    if one.text[:cut].strip() and one.text[cut:].strip():
        yield proposing.split(label, one.inline, (one.inline[:cut], one.inline[cut:]))


def _changed(words: Inline, chance: Random) -> Inline:
    made = words
    for _ in range(chance.choice((1, 1, 2))):
        own = (f"[^{mark.note}]" for mark in words.marks)
        spaces = [0, *(place for place, character in enumerate(made.text) if character == " "), len(made)]
        start = chance.randrange(len(spaces))
        end = min(len(spaces) - 1, start + chance.choice((0, 0, 1, 2, 5)))
        put = chance.choice(("", " ")) + chance.choice((*WORDS, *own))
        made = made.replace(spaces[start], spaces[end], Inline.from_markup(chance.choice((put, ""))))
    return made


if __name__ == "__main__":
    every = sorted(real.texts("ga_78_80_text"))[int(sys.argv[1]) :: int(sys.argv[2])]
    wrong = [line for stem in every for line in lost(stem)]
    print("\n".join(wrong))
    print(f"{len(every)} texts, {len(wrong)} things lost or invented")
