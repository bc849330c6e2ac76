"""Named versions of a draft on the command line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from drafter.desk import Desk
from drafter.edit import draftfile
from drafter.resources import shipped
from tests.support.program import run


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    path = tmp_path / "d.toml"
    draftfile.save(path, Desk.at(shipped("corpus")).begin("75/190"))
    return path


def test_a_version_stays_as_it_was_and_is_named_wherever_a_text_is(draft: Path, tmp_path: Path) -> None:
    done = run("version", draft, "--name", "before the informals")
    assert done.returncode == 0, done.stderr
    assert "before the informals" in done.stderr
    assert run("edit", draft, "OP14", "--text", "Strongly encourages all;").returncode == 0
    name = f"{draft}@before the informals"
    assert "Strongly encourages all" not in run("show", name).stdout
    assert "Strongly encourages all" in run("show", draft).stdout
    pairs = json.loads(run("align", name, draft, "--json").stdout)["pairs"]
    assert {pair["new"] or pair["old"] for pair in pairs if pair["kind"] != "same"} == {"OP14"}
    made = tmp_path / "since.docx"
    done = run("compare", name, draft, "-o", made)
    assert done.returncode == 0, done.stderr
    assert made.stat().st_size > 1000
    listed = json.loads(run("version", draft, "--json").stdout)["versions"]
    assert [one["name"] for one in listed] == ["before the informals"]


def test_a_name_is_given_once_and_can_be_forgotten(draft: Path) -> None:
    assert run("version", draft, "--name", "one").returncode == 0
    again = run("version", draft, "--name", "one")
    assert again.returncode == 2
    assert "already" in again.stderr
    missing = run("show", f"{draft}@two")
    assert missing.returncode == 2
    assert "there are: “one”" in missing.stderr
    assert run("version", draft, "--remove", "one").returncode == 0
    assert run("version", draft).stdout == ""
    assert run("show", f"{draft}@one").returncode == 2


@pytest.mark.parametrize("name", ["", "  ", "a\nb", "x" * 81])
def test_what_is_no_name_is_refused(draft: Path, name: str) -> None:
    done = run("version", draft, "--name", name)
    assert done.returncode == 2
    assert "name" in done.stderr
    assert not (draft.parent / ".drafter" / "d.toml.versions").exists()


def test_versions_that_cannot_be_read_are_told_in_one_line(draft: Path) -> None:
    assert run("version", draft, "--name", "one").returncode == 0
    (draft.parent / ".drafter" / "d.toml.versions").write_text("{not json\n", encoding="utf-8")
    done = run("version", draft)
    assert done.returncode == 2
    assert len(done.stderr.splitlines()) == 1
    assert "d.toml.versions" in done.stderr
