"""A round worked on from Python: every step by ids and labels, undoable, and the same in memory and in a file."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

import drafter
from drafter.api import OpenLibrary, WorkingRound
from drafter.errors import DrafterError
from drafter.model.inline import Inline
from drafter.negotiation import proposing, roundfile
from tests.support.program import ROOT


@pytest.fixture(scope="module")
def library() -> OpenLibrary:
    return drafter.open_library(ROOT / "corpus")


@pytest.fixture(params=["in memory", "in a file"])
def made(request: pytest.FixtureRequest, library: OpenLibrary, tmp_path: Path) -> Iterator[WorkingRound]:
    new = library.new_round("75/190", stage="Zero draft")
    if request.param == "in memory":
        yield new
        return
    new.save(tmp_path / "round.toml")
    with library.open_round(tmp_path / "round.toml") as opened:
        yield opened


def test_every_step_can_be_undone(made: WorkingRound, tmp_path: Path) -> None:
    letter = tmp_path / "eu.txt"
    letter.write_text("OP2: delete\nOP3: replace “Condemns” with “Deplores”\n", encoding="utf-8")
    start = made.round
    text = made.round.inline("OP3").markup
    steps = [
        lambda: made.take(letter, by="EU", on="2026-10-01"),
        lambda: made.propose("USA", "op 3", text.replace("Condemns", "Rejects", 1)),
        lambda: made.choose(made.conflicts[0].id, 2, why="agreed", by="Chair"),
        lambda: made.reopen(next(one.on for one in made.round.decisions if one.outcome == "accepted")),
        lambda: made.bridge(made.conflicts[0].id, "Regrets"),
        lambda: made.reject(next(one.id for one in made.proposals if one.label == "OP2")),
        lambda: made.position("OP4", "Iran, Cuba", "retain"),
        lambda: made.agree("OP4", status="ad-ref", pending="Japan"),
        lambda: made.package("OP4", "PP1"),
        lambda: made.withdraw(made.proposals[0].id),
    ]
    states = []
    for step in steps:
        before = made.round
        step()
        assert made.round != before
        states.append(before)
    for before in reversed(states):
        assert made.undo()
        assert made.round == before
    assert made.round == start
    for _ in steps:
        assert made.redo()
    assert made.undo() is not None


def test_a_paragraph_is_copied_by_its_label(made: WorkingRound) -> None:
    assert made.copied("op 4", markdown=True).startswith("**OP4** (open)")


def test_texts_and_the_next_version(made: WorkingRound, library: OpenLibrary) -> None:
    [one] = made.propose("EU", "OP3", made.round.inline("OP3").markup.replace("Condemns", "Deplores", 1))
    [new] = made.add(
        "Norway", proposing.added("OP25", Inline("Decides to remain seized of the matter."), proposing.Form())
    )
    assert _at(made.text(everything=True), "OP3").startswith("Deplores")
    assert _at(made.text(only="Norway"), "OP3").startswith("Condemns")
    assert len(made.text(only="Norway").paragraphs) == len(made.text().paragraphs) + 1
    made.accept(one, at="2026-10-03T10:00:00+00:00")
    assert _at(made.text(), "OP3").startswith("Deplores")
    assert made.draft().base == "A/RES/75/190"
    assert made.board.by_delegation["Norway"]
    rev1, landings = made.next("Rev.1")
    assert {each.proposal.id: each.aftermath.value for each in landings} == {one: "in", new: "carried"}
    assert rev1.round.inline("OP3").text.startswith("Deplores")
    assert library.check(made)
    proposals, conflicts = library.agreed_in(made)
    assert len(proposals) == 2
    assert not conflicts


def test_a_late_letter_is_taken_against_the_version_it_was_written_on(made: WorkingRound, tmp_path: Path) -> None:
    made.accept(*made.propose("EU", "OP3", made.round.inline("OP3").markup.replace("Condemns", "Deplores", 1)))
    made.save(tmp_path / "zero.toml")
    rev1, _ = made.next("Rev.1")
    letter = tmp_path / "late.txt"
    letter.write_text("OP3: replace “Condemns” with “Deplores”\nOP4: delete\n", encoding="utf-8")
    [(_, straight)] = rev1.take(letter, by="Japan").found.values()
    assert [one.text for one in straight.not_understood] == ["OP3: replace “Condemns” with “Deplores”"]
    late = rev1.take(letter, by="Norway", base=tmp_path / "zero.toml")
    assert sorted(one.aftermath.value for one in late.landings) == ["carried", "in"]


def _at(draft: drafter.api.drafts.Draft, label: str) -> str:
    return next(one.text for one in draft if one.origin == label)


def test_what_cannot_be_done_is_said_and_changes_nothing(made: WorkingRound, tmp_path: Path) -> None:
    start = made.round
    for step, told in (
        (lambda: made.propose("", "OP3", "x"), "whose"),
        (lambda: made.agree("OP3", status="closed"), "no status"),
        (lambda: made.position("OP3", "EU", "doubt"), "no stand"),
        (lambda: made.accept("p0"), "no proposal"),
        (lambda: made.bridge("c0", "x"), "no conflict"),
    ):
        with pytest.raises(DrafterError, match=told):
            step()
    assert made.take(tmp_path / "missing.txt").refused
    assert made.round == start
    made.save(tmp_path / "copy.toml")
    assert roundfile.loads((tmp_path / "copy.toml").read_text(encoding="utf-8"), "copy.toml") == start


def test_papers_are_written_as_the_commands_write_them(made: WorkingRound) -> None:
    made.propose("Japan", "OP3", made.round.inline("OP3").markup.replace("Condemns", "Deplores", 1))
    assert "Japan: amendment to draft resolution A/RES/75/190" in made.amendment(".txt", only="Japan").decode()
    assert (
        "were replaced" in (said := made.amendment(".txt", only="Japan", oral=True).decode()) or "was replaced" in said
    )
    assert made.amendment(only="Japan")[:2] == b"PK"
    assert "Japan" in made.ledger(of="Japan").decode()
    assert "SHA-256" in made.silence("2026-10-03T18:00-04:00", "2026-10-01T18:00-04:00").decode()
    assert "Open, and against nothing else" in made.summary().decode()
    with pytest.raises(DrafterError, match="nothing was decided yet"):
        made.amendment()


def test_a_colleague_s_changes_are_kept_as_proposals(library: OpenLibrary, tmp_path: Path) -> None:
    mine, theirs = library.new("75/190"), library.new("75/190")
    theirs.set_masthead(author="Mexico", sponsors="Mexico")
    theirs.write("OP16", "Decides to remain seized of the matter.")
    for draft, name in ((mine, "mine.toml"), (theirs, "theirs.toml")):
        draft.save(tmp_path / name)
    file = library.from_colleague(tmp_path / "theirs.toml", tmp_path / "mine.toml")
    round_ = library.new_round(mine)
    left = round_.keep(file, file.changes())
    assert {one.kind for one in left} == {"masthead"}
    assert {(one.by, one.label) for one in round_.proposals} == {(("Mexico",), "OP16")}
    assert round_.undo() == "keep 1 change from theirs.toml as a proposal"
    round_.keep(file, file.changes(), by="Norway")
    assert {one.by for one in round_.proposals} == {("Norway",)}
    with pytest.raises(DrafterError, match="nothing of this is a proposal"):
        round_.keep(file, left)
