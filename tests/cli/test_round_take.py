"""`drafter round take`: what arrives becomes proposals, and what is not understood is told."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from drafter.cli import main
from tests.support.program import ROOT

LETTER = "Dear colleague,\n\nOP2: retain\nPP3: delete\nOP99: delete\n\nBest regards,\nA. Sato\n"
TABLE = "| Paragraph | Proposal | Reason |\n|---|---|---|\n| PP3 | delete | It is old |\n"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    file = tmp_path / "round.toml"
    assert main(["round", "new", "75/190", "-o", str(file)]) == 0
    return file


def test_a_letter_and_a_table_are_taken_and_undone(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = path.read_bytes()
    letter, table = path.with_name("sato.txt"), path.with_name("table.md")
    letter.write_text(LETTER, encoding="utf-8")
    table.write_text(TABLE, encoding="utf-8")
    capsys.readouterr()
    assert main(["round", "take", str(path), str(letter), str(table), "--from", "Japan", "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert found["taken_as"] == {str(letter): "instructions", str(table): "table"}
    [one] = found["taken"]
    assert (one["label"], one["kind"], one["by"], one["why"]) == ("PP3", "delete", ["Japan"], "It is old")
    assert [source["place"] for source in one["sources"]] == ["line 4", "row 1"]
    assert [(each["on"], each["stand"]) for each in found["positions"]] == [("OP2", "retain")]
    assert [(each["file"], each["place"]) for each in found["not_understood"]] == [("sato.txt", "line 5")]
    assert main(["undo", str(path)]) == 0
    assert path.read_bytes() == before


def test_a_file_without_an_owner_or_of_another_kind_is_refused_and_the_others_are_in(
    path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    letter, other, table = (path.with_name(name) for name in ("sato.txt", "sato.rtf", "table.md"))
    letter.write_text(LETTER, encoding="utf-8")
    other.write_text(LETTER, encoding="utf-8")
    table.write_text(TABLE.replace("Reason", "By").replace("It is old", "EU"), encoding="utf-8")
    capsys.readouterr()
    assert main(["round", "take", str(path), str(letter), str(other), str(table)]) == 2
    told = capsys.readouterr().err
    assert "sato.txt: the file does not say whose proposals these are; add --from NAME" in told
    assert "sato.rtf: a .rtf file is not taken in; give a .docx" in told
    assert "table.md: taken as table: 1 proposals, 0 positions, 0 not understood" in told
    assert '"EU"' in path.read_text(encoding="utf-8")


def test_a_clean_word_file_is_what_it_changes(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    word = path.with_name("clean.docx")
    assert main(["render", "75/190", "-o", str(word)]) == 0
    capsys.readouterr()
    assert main(["round", "take", str(path), str(word), "--from", "EU", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["taken"] == []


def test_a_second_file_that_replaces_withdraws_what_it_does_not_repeat(
    path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    first, second = path.with_name("one.txt"), path.with_name("two.txt")
    first.write_text("PP3: delete\nOP2: retain\nPP4: delete\n", encoding="utf-8")
    second.write_text("PP4: delete\nOP5: delete\n", encoding="utf-8")
    assert main(["round", "take", str(path), str(first), "--from", "USA", "--on", "2026-10-03"]) == 0
    before = path.read_bytes()
    assert b'{ by = "United States", file = "one.txt", place = "line 1", day = "2026-10-03" }' in before
    capsys.readouterr()
    assert main(["round", "take", str(path), str(second), "--from", "the U.S.", "--replaces", "--json"]) == 0
    out, told = capsys.readouterr()
    [gone] = json.loads(out)["withdrawn"]
    assert f"{gone} at PP3 is not repeated, and so withdrawn" in told
    assert main(["round", "show", str(path), "--json"]) == 0
    shown = {one["label"]: one for one in json.loads(capsys.readouterr().out)["paragraphs"]}
    assert {label: one["proposals"][0]["state"] for label, one in shown.items() if one["proposals"]} == {
        "PP3": "withdrawn",
        "PP4": "open",
        "OP5": "open",
    }
    assert shown["OP2"]["positions"] == []
    assert main(["round", "text", str(path), "--only", "US"]) == 0
    assert main(["undo", str(path)]) == 0
    assert path.read_bytes() == before


def test_owners_have_one_name_in_every_command(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    letter = path.with_name("mail.txt")
    letter.write_text("RoK: PP3: delete\nRuritania, EU and Germany: PP4: delete\n", encoding="utf-8")
    assert main(["round", "take", str(path), str(letter)]) == 0
    told = capsys.readouterr().err
    assert "Ruritania is no party that is known: it stands as it is typed" in told
    assert "Germany is a member of EU: each stands for itself" in told
    assert main(["round", "position", str(path), "PP3", "--from", "turkey, CAN", "--oppose"]) == 0
    assert "CAN may be Canada or Andean Community" in capsys.readouterr().err
    assert main(["round", "agree", str(path), "PP5", "--status", "ad-ref", "--pending", "G-77 and China,U.K."]) == 0
    capsys.readouterr()
    assert main(["round", "show", str(path), "--json"]) == 0
    shown = {one["label"]: one for one in json.loads(capsys.readouterr().out)["paragraphs"]}
    assert [one["by"] for one in shown["PP3"]["proposals"]] == [["Republic of Korea"]]
    assert [one["by"] for one in shown["PP4"]["proposals"]] == [["EU", "Germany", "Ruritania"]]
    assert shown["PP3"]["positions"][0]["by"] == ["CAN", "Türkiye"]
    assert shown["PP5"]["pending"] == ["G77", "United Kingdom"]
    assert main(["round", "text", str(path), "--only", "South Korea"]) == 0
    assert main(["round", "position", str(path), "PP3", "--from", " , ", "--oppose"]) == 2


def test_a_library_s_own_parties_count(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    library = path.with_name("library")
    library.joinpath("rules").mkdir(parents=True)
    own = '[groups]\n"Friends of OP4" = ["FoOP4"]\n'
    library.joinpath("rules", "parties.toml").write_text(own, encoding="utf-8")
    letter = path.with_name("mail.txt")
    letter.write_text("FoOP4: PP3: delete\n", encoding="utf-8")
    assert main(["round", "take", str(path), str(letter), "--corpus", str(library)]) == 0
    assert '"Friends of OP4"' in path.read_text(encoding="utf-8")
    assert "no party" not in capsys.readouterr().err


def test_a_paper_on_another_draft_is_refused_with_its_symbol(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    paper = path.with_name("paper.txt")
    head = "Ukraine:* amendment to draft resolution A/80/L.3\n\n"
    paper.write_text(f"{head}Delete operative paragraph 2.\n\n* Reissued.\n", encoding="utf-8")
    assert main(["round", "take", str(path), str(paper)]) == 2
    assert "this paper amends A/80/L.3, and the round is on A/RES/75/190" in capsys.readouterr().err


def test_a_redline_is_taken_as_the_changes_of_its_author(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    word, other = path.with_name("tracked.docx"), path.with_name("other.toml")
    draft = str(ROOT / "examples" / "dprk-76.toml")
    assert main(["redline", draft, "-o", str(word), "--author", "M. Sato (Japan)"]) == 0
    assert main(["round", "new", "75/190", "-o", str(other)]) == 0
    capsys.readouterr()
    assert main(["round", "take", str(path), str(word), "--json"]) == 0
    tracked = json.loads(capsys.readouterr().out)
    assert main(["round", "take", str(other), draft, "--from", "Japan", "--json"]) == 0
    same = json.loads(capsys.readouterr().out)
    assert tracked["taken_as"] == {str(word): "tracked"}
    assert tracked["not_understood"] == []
    keys = ("id", "by", "kind", "label", "found", "put", "notes")
    for one, twin in zip(tracked["taken"], same["taken"], strict=True):
        assert [one[key] for key in keys] == [twin[key] for key in keys]
