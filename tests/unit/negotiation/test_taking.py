"""Files taken into a round: whatever order they come in, what they replace, their days, what they close."""

from __future__ import annotations

import itertools
from pathlib import Path

import pytest

from drafter.errors import DrafterError
from drafter.model.negotiated import Closure, ClosureStatus, Stand
from drafter.model.proposal import Outcome
from drafter.negotiation import codec, decide, limits, roundfile, texts
from drafter.negotiation.closing import closed_by
from drafter.negotiation.edits import RoundEdit, apply
from drafter.negotiation.intake.dated import letter_day, paper_day
from drafter.negotiation.intake.taking import Sender, take_in
from drafter.negotiation.values import Round
from tests.support.rounds import base

ROUND = base()
NOBODY = Sender()
LETTERS = {
    "eu.txt": "EU: OP3: delete\nEU, Norway: PP2: delete\nEU: OP2: retain\n",
    "usa.txt": "Date: Mon, 30 Nov 2026 23:10:00 -0500\n\nUSA: OP3: delete\nUSA: OP2: oppose\nUSA: OP2: delete\n",
    "g77.txt": "G-77 and China:\nOP1: after “cooperate” add “fully”\nPP2: support\n",
}


@pytest.fixture
def letters(tmp_path: Path) -> list[Path]:
    for name, text in LETTERS.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    return [tmp_path / name for name in LETTERS]


def having(round_: Round, *files: Path, sender: Sender = NOBODY) -> Round:
    arrived = take_in(round_, files, sender)
    assert not arrived.refused
    return round_ if arrived.edit is None else apply(round_, codec.decoded(codec.encoded(arrived.edit)))


def sent(tmp_path: Path, name: str, text: str) -> Path:
    file = tmp_path / name
    file.write_text(text, encoding="utf-8")
    return file


def test_a_round_is_the_same_to_the_byte_whatever_came_first_and_how_often(letters: list[Path]) -> None:
    first = roundfile.dumps(having(ROUND, *letters))
    for order in itertools.permutations(letters):
        made = ROUND
        for file in (*order, order[0], order[-1]):
            made = having(made, file)
        assert roundfile.dumps(made) == first
    assert take_in(having(ROUND, *letters), letters).edit is None


def test_a_second_file_adds_and_one_that_replaces_withdraws_what_it_does_not_repeat(
    letters: list[Path], tmp_path: Path
) -> None:
    before = having(ROUND, *letters)
    second = sent(tmp_path, "eu-2.txt", "EU: OP3: delete\nEU: OP1: after “fully” add “and at once”\n")
    assert {one.place for one in having(before, second).proposals if "EU" in one.by} == {"OP1", "OP3", "PP2"}
    arrived = take_in(before, [second], Sender(replaces=True))
    assert arrived.edit is not None
    after = apply(before, arrived.edit)
    assert [one.place for one in arrived.edit.taken_back] == ["PP2"]
    assert [(one.place, one.by) for one in after.proposals] == [
        ("PP2", ("Norway",)),
        ("OP1", ("G77",)),
        ("OP1", ("EU",)),
        ("OP2", ("United States",)),
        ("OP3", ("EU", "United States")),
    ]
    assert ("OP2", Stand.RETAIN) not in {(one.on, one.stand) for one in after.positions}
    assert ("OP2", Stand.OPPOSE) in {(one.on, one.stand) for one in after.positions}
    text, _ = texts.only(after, ["EU"])
    assert [one.text for one in text][1] == ROUND.inline("PP2").text
    assert roundfile.loads(roundfile.dumps(after), "r.toml") == after
    again = having(after, letters[0])
    assert "EU" in next(one.by for one in again.proposals if one.place == "PP2")


def test_what_one_owner_alone_took_back_is_withdrawn(tmp_path: Path) -> None:
    before = having(ROUND, sent(tmp_path, "eu.txt", "EU: OP3: delete\nEU: OP2: delete\n"))
    after = having(before, sent(tmp_path, "eu-2.txt", "EU: OP3: delete\n"), sender=Sender(replaces=True))
    assert [(one.place, after.outcome(one)) for one in after.proposals] == [
        ("OP2", Outcome.WITHDRAWN),
        ("OP3", Outcome.OPEN),
    ]


def test_a_file_of_which_nothing_is_understood_replaces_nothing(tmp_path: Path) -> None:
    before = having(ROUND, sent(tmp_path, "eu.txt", "EU: OP3: delete\n"))
    arrived = take_in(before, [sent(tmp_path, "x.txt", "OP99: delete\n")], Sender(("EU",), replaces=True))
    assert arrived.edit is None
    assert "replaces nothing" in str(arrived.refused[0])


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Date: Mon, 30 Nov 2026 23:10:00 -0500\n\nOP1: delete", "2026-11-30"),
        ("From: A\nSent: Monday, 30 November 2026 10:00\n\nOP1: delete", "2026-11-30"),
        ("Date: 2026-11-30\n\nOP1: delete", "2026-11-30"),
        ("Date: 2026-11-31\n\nOP1: delete", ""),
        ("Date: soon\n\nOP1: delete", ""),
        ("Dear all,\n\nDate: 30 November 2026", ""),
        ("", ""),
    ],
)
def test_the_day_of_a_letter(text: str, day: str) -> None:
    assert letter_day(text) == day


def test_the_day_of_a_paper() -> None:
    assert paper_day("United Nations\nA/80/L.28\nDistr.: Limited\n4 December 2025\n\nUkraine: …\n") == "2025-12-04"
    assert paper_day("Distr.: Limited 4 December 2025\n") == "2025-12-04"
    assert paper_day("Ukraine: amendment to draft resolution A/80/L.3, of 4 December 2025\n") == ""


def test_a_file_has_its_own_day_else_the_one_that_is_told(letters: list[Path]) -> None:
    made = having(ROUND, *letters, sender=Sender(day="2026-12-24"))
    days = {came.file: came.day for one in made.proposals for came in one.arrivals}
    assert days == {"eu.txt": "2026-12-24", "usa.txt": "2026-11-30", "g77.txt": "2026-12-24"}


def test_a_late_proposal_reopens_what_was_closed_and_is_told(tmp_path: Path) -> None:
    agreed = apply(ROUND, decide.agree(ROUND, ["OP3"], ClosureStatus.AGREED))
    file = sent(tmp_path, "eu.txt", "EU: OP3: delete\n")
    arrived = take_in(agreed, [file])
    assert arrived.edit is not None
    assert apply(agreed, arrived.edit).closed["OP3"].reopened
    assert arrived.told[file] == ("OP3 is agreed and has open proposals: it is marked as reopened",)


def test_statuses_are_the_same_whatever_came_first(letters: list[Path]) -> None:
    some = [
        Closure("OP3", ClosureStatus.AD_REF, ("Iran",), ("PP1",)),
        Closure("OP3", ClosureStatus.AGREED, ("Norway",), ("OP2",)),
        Closure("OP3", ClosureStatus.AGREED, ("Japan",), ("PP2",)),
        Closure("PP1", ClosureStatus.SUGGESTED),
    ]
    files = [[one] for one in some]
    made = set()
    for order in itertools.permutations([*files, letters[0]]):
        round_ = ROUND
        for one in order:
            if isinstance(one, Path):
                round_ = having(round_, one)
            else:
                round_ = apply(round_, RoundEdit("take in x", closures=closed_by(round_, one)))
        made.add(roundfile.dumps(round_))
    assert len(made) == 1
    [text] = made
    closed = roundfile.loads(text, "r.toml").closed["OP3"]
    assert closed == Closure("OP3", ClosureStatus.AGREED, ("Japan", "Norway"), ("PP2", "OP2"), reopened=True)


def test_more_than_a_round_may_hold_is_refused_in_one_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "PROPOSALS", 1)
    with pytest.raises(DrafterError, match="2 proposals are too many; a round holds up to 1"):
        take_in(ROUND, [sent(tmp_path, "eu.txt", "EU: OP3: delete\nEU: OP2: delete\n")])


def test_members_beside_their_group_are_told_and_not_merged(tmp_path: Path) -> None:
    file = sent(tmp_path, "all.txt", "EU: OP3: delete\nGermany: OP3: delete\n")
    arrived = take_in(ROUND, [file])
    assert arrived.told[file] == ("Germany is a member of EU: each stands for itself",)
    assert arrived.edit is not None
    assert next(one.by for one in apply(ROUND, arrived.edit).proposals if one.place == "OP3") == ("EU", "Germany")


def test_a_package_has_new_paragraphs_too_and_what_the_round_has_not_is_told(tmp_path: Path) -> None:
    table = "Paragraph\tBase text\tProposal\tBy\tReason\tStands and status\n"
    table += "\t\tafter OP2, insert exactly “Urges all to act;” (operative, level 0)\tEU\t\t\n"
    table += "OP1\t\t\t\t\tagreed ad ref; with OP2bis, OP99\n"
    arrived = take_in(ROUND, [file := sent(tmp_path, "table.csv", table)])
    assert arrived.edit is not None
    [new] = arrived.edit.taken
    assert apply(ROUND, arrived.edit).closed["OP1"].package == (new.id,)
    [left] = arrived.found[file][1].not_understood
    assert (left.text, left.why) == ("OP1 agreed ad ref, with OP99", "the round has no paragraph OP99")
