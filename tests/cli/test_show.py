"""`drafter show`: one paragraph to copy, and what a draft changes in its base."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import drafter
from drafter.cli import main

EXAMPLE = str(Path(__file__).resolve().parents[2] / "examples" / "dprk-76.toml")


@pytest.fixture
def shown(capsys: pytest.CaptureFixture[str]) -> object:
    def show(*arguments: str) -> str:
        assert main(["show", *arguments]) == 0
        return capsys.readouterr().out

    return show


def test_one_paragraph_is_its_words_on_one_line(shown) -> None:  # type: ignore[no-untyped-def]
    one = json.loads(shown("75/190", "--paragraph", "op 14", "--json"))
    assert one["label"] == "OP14"
    assert shown("75/190", "--paragraph", "OP14") == one["text"] + "\n"
    assert one["text"].startswith("Encourages the continuing endeavours")
    whole = json.loads(shown("75/190", "--json"))
    bearing = next(p for p in whole["paragraphs"] if p["notes"])
    alone = json.loads(shown("75/190", "--paragraph", bearing["label"], "--json"))
    assert [note["number"] for note in alone["footnotes"]] == bearing["notes"]


def test_a_paragraph_that_is_not_there_is_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    for more in ((), ("--redline",)):
        assert main(["show", EXAMPLE, "--paragraph", "OP99", *more]) == 2
        printed = capsys.readouterr()
        assert printed.out == ""
        assert printed.err == f"drafter: {EXAMPLE}: there is no paragraph OP99; drafter show {EXAMPLE} names them\n"


def test_the_words_that_a_draft_changes_are_marked(shown) -> None:  # type: ignore[no-untyped-def]
    assert shown(EXAMPLE, "--paragraph", "OP14", "--redline").startswith("[-Encourages-]{+Strongly encourages+} the")
    unchanged = shown(EXAMPLE, "--paragraph", "PP1")
    assert shown(EXAMPLE, "--paragraph", "PP1", "--redline") == unchanged
    whole = shown(EXAMPLE, "--redline")
    assert "OP14  edited" in whole
    assert "{+Strongly encourages+}" in whole


def test_rows_give_both_texts_back(shown) -> None:  # type: ignore[no-untyped-def]
    shape = json.loads(shown(EXAMPLE, "--redline", "--json"))
    base = {p["label"]: p["text"] for p in json.loads(shown("75/190", "--json"))["paragraphs"]}
    named = {label for p in shape["paragraphs"] for label in p["old"]} | {one["label"] for one in shape["dropped"]}
    assert named == set(base)
    op14 = next(p for p in shape["paragraphs"] if p["label"] == "OP14")
    assert op14["change"] == "edited"
    assert op14["changes"] == [{"out": "Encourages", "in": "Strongly encourages"}]


def test_a_paragraph_keeps_its_origin_whatever_its_words_became(shown, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    draft = drafter.open_library(Path(EXAMPLE).parents[1] / "corpus").new("75/190")
    draft.write("PP3", "Noting it,")
    draft.save(tmp_path / "d.toml")
    pp3 = json.loads(shown(str(tmp_path / "d.toml"), "--paragraph", "PP3", "--redline", "--json"))
    assert (pp3["text"], pp3["old"], pp3["change"]) == ("Noting it,", ["PP3"], "edited")


def test_a_resolution_changes_no_base(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["show", "75/190", "--redline"]) == 2
    assert "it changes no base; compare two resolutions: drafter align OLD 75/190" in capsys.readouterr().err
