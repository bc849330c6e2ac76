"""What was not understood: its place in its file, the paragraph that it may be about, and how it may be read."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from drafter.model.inline import Inline
from drafter.model.negotiated import NotUnderstood
from drafter.model.proposal import Deed, Outcome
from drafter.negotiation import edits
from drafter.negotiation.intake.around import Around, around, lines_of
from drafter.negotiation.intake.basetext import base_of
from drafter.negotiation.intake.outdated import better_before
from drafter.negotiation.intake.righted import likely, read_as
from drafter.negotiation.intake.taking import Sender, take_in
from tests.support.rounds import base

LETTER = """Dear colleagues,

PP2: replace "the" with "our"
OP2, if we may, less gravely

In our reading of the title
we see no need for it.
"""


@pytest.fixture
def letter(tmp_path: Path) -> Path:
    file = tmp_path / "letter.txt"
    file.write_text(LETTER, encoding="utf-8")
    return file


def not_understood(file: Path) -> tuple[NotUnderstood, ...]:
    given = take_in(base(), [file], Sender(("EU",)))
    return given.found[file][1].not_understood


def test_a_line_is_shown_between_its_neighbours(letter: Path) -> None:
    lines = lines_of(letter)
    first, second, *_ = not_understood(letter)
    assert around(lines, second) == Around(
        'PP2: replace "the" with "our"', "OP2, if we may, less gravely", "In our reading of the title"
    )
    assert around(lines, first) == Around("Dear colleagues,", lines[2], lines[3])
    assert around(lines, NotUnderstood("letter.txt", "paragraph 3", "we see no need for it.", "")) == Around(
        "In our reading of the title", "we see no need for it.", ""
    )
    assert around(lines, NotUnderstood("letter.txt", "paragraph 3", "nowhere at all to be seen", "")) is None
    assert lines_of(letter.with_name("none.txt")) == ()


def test_the_row_of_a_table_is_found_by_its_number(tmp_path: Path) -> None:
    table = tmp_path / "table.md"
    table.write_text("| Paragraph | Proposal |\n|---|---|\n| PP1 | delete |\n| PP2 | hm |\n", encoding="utf-8")
    [one] = not_understood(table)
    assert around(lines_of(table), one) == Around("| PP1 | delete |", "| PP2 | hm |", "")


def test_a_line_s_readings_are_proposals_and_its_words_name_its_paragraph(letter: Path) -> None:
    first, second, *_ = not_understood(letter)
    assert (likely(base_of(base()), first), likely(base_of(base()), second)) == (("PP2",), ("OP2",))
    made = [read_as(base(), one) for one in first.readings]
    assert [(one.kind, one.found.text, one.put.text) for [one] in made] == [(Deed.WORDS, "the", "our")] * 3
    assert len({one.id for [one] in made}) == 3


def test_files_have_owners_of_their_own_and_those_without_are_named(letter: Path) -> None:
    other = letter.with_name("other.txt")
    other.write_text("PP1: delete\n", encoding="utf-8")
    asked = take_in(base(), [letter.with_name("none.txt"), other])
    assert (asked.ownerless, len(asked.refused), asked.edit) == ((other,), 2, None)
    letter.write_text("PP2: delete\nOP1: retain\n", encoding="utf-8")
    given = take_in(base(), [letter, other], Sender(each={letter: ("EU",), other: ("G77",)}))
    assert given.edit is not None
    assert {one.label: one.by for one in given.edit.taken} == {"PP1": ("G77",), "PP2": ("EU",)}
    assert given.edit.name == "take in letter.txt, other.txt"
    pp2 = next(one.id for one in given.edit.taken if one.label == "PP2")
    [stand] = given.edit.positions
    some = given.without(base(), {pp2, stand})
    assert some is not None
    assert [one.label for one in edits.apply(base(), some).proposals] == ["PP1"]
    assert given.without(base(), {one.id for one in given.edit.taken} | {stand}) is None


def test_what_is_left_out_is_not_withdrawn_where_a_file_replaces_another(letter: Path) -> None:
    letter.write_text("PP2: delete\nPP1: delete\n", encoding="utf-8")
    first = take_in(base(), [letter], Sender(("EU",)))
    assert first.edit is not None
    round_ = edits.apply(base(), first.edit)
    letter.write_text("PP2: delete\nOP3: delete\n", encoding="utf-8")
    second = take_in(round_, [letter], Sender(each={letter: ("EU",)}, replaces=True))
    assert second.edit is not None
    some = second.without(round_, {one.id for one in second.edit.taken if one.label == "PP2"})
    assert some is not None
    after = edits.apply(round_, some)
    assert {one.label: after.outcome(one) for one in after.proposals} == {
        "PP1": Outcome.WITHDRAWN,
        "PP2": Outcome.OPEN,
        "OP3": Outcome.OPEN,
    }


def test_a_file_on_older_words_is_told_from_one_that_is_hard_to_read(letter: Path) -> None:
    old = base()
    label, text = "OP2", "Requests the Secretary-General to keep the matter under review;"
    changed = tuple(
        replace(one, paragraph=replace(one.paragraph, inline=Inline(text))) if name == label else one
        for name, one in old.paragraphs.items()
    )
    new = replace(old, text=replace(old.text, paragraphs=changed))
    sender = Sender(("EU",))
    letter.write_text("PP1: hm, perhaps\nOP2: replace “to report on” with “to look into”\n", encoding="utf-8")
    arrived = take_in(new, [letter], sender)
    assert better_before(letter, arrived, sender, old) == 1
    assert better_before(letter, take_in(old, [letter], sender), sender, new) == 0
    assert better_before(letter.with_name("none.txt"), arrived, sender, old) == 0
