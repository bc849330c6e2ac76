"""`drafter edit`, on a draft of the bundled series."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from drafter.edit import draftfile
from drafter.model.draft import Draft, labels, printed
from tests.support.program import run


@pytest.fixture(scope="module")
def fresh(tmp_path_factory: pytest.TempPathFactory) -> str:
    file = tmp_path_factory.mktemp("fresh") / "draft.toml"
    assert run("new", "75/190", "-o", file).returncode == 0
    return file.read_text(encoding="utf-8")


@pytest.fixture
def file(fresh: str, tmp_path: Path) -> Path:
    file = tmp_path / "draft.toml"
    file.write_text(fresh, encoding="utf-8")
    return file


def edited(file: Path, *arguments: str) -> Draft:
    """The draft in the file after an edit that works."""
    done = run("edit", file, *arguments)
    assert done.returncode == 0, done.stderr
    return draftfile.load(file)


def text(draft: Draft, label: str) -> str:
    return next(one.inline.markup for one in draft.standing if labels(draft)[one.id] == label)


def test_words_and_a_note_are_one_edit(file: Path) -> None:
    done = run("edit", file, "op 14", "--text", "Strongly encourages all States;", "--note", "asked for by Japan")
    assert (done.returncode, done.stdout) == (0, "OP14 Strongly encourages all States;\n")
    assert done.stderr == f"{file}: edit OP14\n"
    draft = draftfile.load(file)
    assert text(draft, "OP14") == "*Strongly encourages* all States;"
    assert [one.note for one in draft if one.note] == ["asked for by Japan"]
    assert run("edit", file, "OP14", "--note", "asked for by Japan").stderr == f"{file}: that changes nothing\n"


def test_a_paragraph_is_deleted_and_restored(file: Path) -> None:
    fresh = draftfile.load(file)
    assert run("edit", file, "OP3", "--delete").stdout == "OP3 of the base, deleted\n"
    assert len(draftfile.load(file).standing) == len(fresh.standing) - 1
    assert edited(file, "OP3", "--restore").standing == fresh.standing


def test_a_paragraph_moves_and_over_the_border_only_when_told_to(file: Path) -> None:
    refused = run("edit", file, "OP1", "--after", "PP3")
    assert refused.returncode == 2
    said = "OP1: it is operative and cannot stand among the preambular ones; add --turn to make it preambular"
    assert refused.stderr == f"drafter: {file}, {said}\n"
    assert text(edited(file, "OP1", "--after", "PP3", "--turn"), "PP4").startswith(
        "*Condemning in the strongest terms* "
    )
    draft = draftfile.load(file)
    assert text(edited(file, "OP3", "--before", "OP1"), "OP1") == text(draft, "OP3")


def test_cut_and_joined(file: Path) -> None:
    whole = text(draftfile.load(file), "PP3")
    cut = edited(file, "PP3", "--split", "at the grave")
    assert text(cut, "PP4").startswith("at the grave")
    assert text(edited(file, "PP3", "--merge"), "PP3") == whole
    twice = run("edit", file, "PP3", "--split", "the")
    assert "the words “the” stand in it more than once" in twice.stderr


def test_new_paragraphs(file: Path) -> None:
    assert text(edited(file, "OP3", "--new", "Welcomes this;"), "OP4") == "*Welcomes* this;"
    assert text(edited(file, "PP1", "--new-before", "Noting this,"), "PP1") == "*Noting* this,"
    assert text(edited(file, "OP1", "--new-below", "This;"), "OP1(a)") == "This;"


def test_copied_paragraphs(file: Path) -> None:
    done = run("edit", file, "OP3", "--new", "4. Welcomes this;12\n5. Urges\tall:\n(a) To go on;\n")
    assert done.returncode == 0, done.stderr
    assert "put in 3 paragraphs. 3 numbers (4., 5., (a)) and 1 note mark (12) taken off." in done.stderr
    draft = draftfile.load(file)
    assert [text(draft, label) for label in ("OP4", "OP5", "OP5(a)")] == [
        "*Welcomes* this;",
        "*Urges* all:",
        "To go on;",
    ]


def test_the_title(file: Path) -> None:
    assert edited(file, "title", "--text", "Human rights of *all*").title.markup == "Human rights of *all*"
    assert run("edit", file, "title", "--delete").returncode == 2


def test_a_reason_is_no_note_and_a_clearance_bears_the_day(file: Path) -> None:
    draft = edited(file, "OP3", "--reason", "in line with 75/1", "--note", "for us", "--clear", "Legal",
                   "--clear", "Treasury=asked")  # fmt: skip
    own = next(one for one in draft if labels(draft)[one.id] == "OP3")
    assert (own.reason, own.note) == ("in line with 75/1", "for us")
    assert [(one.name, one.state.value) for one in own.clearances] == [("Legal", "cleared"), ("Treasury", "asked")]
    assert all(one.day.count("-") == 2 for one in own.clearances)


def updates_at(file: Path, label: str) -> list[str]:
    found = json.loads(run("updates", file, "--json").stdout)["updates"]
    return [one["found"] for one in found if one["label"] == label]


def test_an_update_that_stays_is_verified(file: Path) -> None:
    assert len(updates_at(file, "PP2")) > 1
    before = draftfile.load(file)
    draft = edited(file, "PP2", "--verified", "--note", "asked on 3 December")
    assert draft.paragraphs == before.paragraphs
    assert {one.note for one in draft.verified} == {"asked on 3 December"}
    assert updates_at(file, "PP2") == []
    findings = json.loads(run("check", file, "--json").stdout)["findings"]
    assert not [one for one in findings if (one["rule"], one["label"]) == ("pending-update", "PP2")]
    again = run("edit", file, "PP2", "--verified")
    assert "PP2: there is no update to verify here" in again.stderr
    assert edited(file, "masthead", "--verified").verified[-1].at == "Agenda item"


def test_several_options_are_done_in_the_order_given(file: Path) -> None:
    cut = edited(file, "OP3", "--text", "Urges one; and invites another;", "--split", "and invites")
    assert (text(cut, "OP3"), text(cut, "OP4")) == ("*Urges* one;", "*Invites* another;")
    joined = edited(file, "OP3", "--merge", "--text", "Urges both;")
    assert text(joined, "OP3") == "*Urges* both;"


def test_footnotes_and_the_masthead(file: Path) -> None:
    noted = edited(file, "OP3", "--footnote", "A/HRC/46/51.")
    assert text(noted, "OP3").endswith("]")
    number = next(n for n, note in enumerate(printed(noted).footnotes, 1) if note.text == "A/HRC/46/51.")
    changed = edited(file, f"note {number}", "--text", "A/HRC/46/52.")
    assert printed(changed).footnotes[number - 1].text == "A/HRC/46/52."
    dropped = edited(file, f"note {number}", "--delete")
    assert len(dropped.footnotes) == len(noted.footnotes) - 1
    set_ = edited(file, "masthead", "--set", "symbol=A/C.3/76/L.5", "--set", "sponsors=Slovenia; Japan")
    assert (str(set_.symbol), set_.sponsors) == ("A/C.3/76/L.5", ("Slovenia", "Japan"))


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("OP99", "--delete"), "there is no OP99 in this draft"),
        (("OP3",), "say what to do with it"),
        (("note 99", "--delete"), "there is no note 99 in this draft"),
        (("masthead", "--set", "colour=red"), "'colour=red' sets no field; write NAME=VALUE"),
        (("masthead", "--set", "session=red"), "Session cannot be 'red'"),
        (("OP3", "--set", "session=77"), "--set goes with the masthead"),
        (("title", "--delete"), "the title takes --text and no other option"),
        (("OP3", "--restore"), "OP3: this paragraph is not deleted"),
        (("OP3", "--promote"), "OP3: a paragraph cannot be higher"),
        (("OP3", "--text", "*Welcomes"), "character 1: italics opened here are never closed"),
    ],
)
def test_what_cannot_be_done_is_one_line_and_changes_nothing(file: Path, arguments: tuple[str, ...], said: str) -> None:
    before = file.read_bytes()
    done = run("edit", file, *arguments)
    assert done.returncode == 2
    assert said in done.stderr
    assert done.stderr.count("\n") == 1
    assert file.read_bytes() == before
