"""`drafter align`, `lineage` and `summary`, on the bundled series."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.support.program import run


def test_every_paragraph_of_either_side_has_a_row() -> None:
    shape = json.loads(run("align", "72/188", "75/190", "--json").stdout)
    sides = {side: {pair[side] for pair in shape["pairs"]} - {None} for side in ("old", "new")}
    assert (len(sides["old"]), len(sides["new"])) == (74, 84)
    rows = {(pair["old"], pair["new"]): pair for pair in shape["pairs"]}
    assert rows["PP4", "PP4"]["kind"] == "same"
    assert rows["PP6", "PP5"]["kind"] == "same"
    assert rows["PP18", "PP22"]["kind"] == "moved"
    assert {rows["OP6", "OP6"]["kind"], rows["OP6", "OP7"]["kind"]} == {"split"}
    assert rows["PP5", None]["kind"] == "deleted"
    assert rows["PP3", "PP3"]["changes"] == [{"out": "", "in": " and abuses"}]
    assert 0 < shape["changed_words"] < shape["words"]


def test_the_words_that_went_and_came() -> None:
    done = run("align", "72/188", "75/190")
    assert "human rights violations{+ and abuses+} in the" in " ".join(done.stdout.split())
    assert "\x1b" not in done.stdout


def test_a_footnote_that_changed_stands_with_its_paragraph() -> None:
    rows = {pair["new"]: pair for pair in json.loads(run("align", "72/188", "75/190", "--json").stdout)["pairs"]}
    assert {"old": "A/HRC/34/66.", "new": "A/HRC/43/58."} in rows["OP6"]["notes"]
    assert rows["PP9"]["notes"] == [{"old": "", "new": "A/HRC/37/56/Add.1."}]
    assert rows["PP4"]["notes"] == []
    printed = run("align", "72/188", "75/190").stdout
    assert "    Footnote: [-A/HRC/34/66-]{+A/HRC/43/58+}." in printed.splitlines()


def test_a_paragraph_of_which_only_the_footnote_changed_tells_it_through_the_years(tmp_path: Path) -> None:
    draft = tmp_path / "draft.toml"
    assert run("new", "75/190", "-o", str(draft)).returncode == 0
    assert "A/HRC/43/58." in draft.read_text(encoding="utf-8")
    draft.write_text(draft.read_text(encoding="utf-8").replace("A/HRC/43/58.", "A/HRC/46/51."), encoding="utf-8")
    years = json.loads(run("lineage", str(draft), "--paragraph", "OP6", "--json").stdout)["years"]
    assert (years[1]["kind"], years[1]["changes"]) == ("same", [])
    assert years[1]["notes"] == [{"old": "A/HRC/43/58.", "new": "A/HRC/46/51."}]
    told = run("lineage", str(draft), "--paragraph", "OP6").stdout.splitlines()
    assert "    Footnote: [-A/HRC/43/58-]{+A/HRC/46/51+}." in told


def test_a_paragraph_through_its_series() -> None:
    years = json.loads(run("lineage", "75/190", "--paragraph", "op 17 (m)", "--json").stdout)["years"]
    assert [(year["symbol"], year["labels"]) for year in years] == [
        ("A/RES/75/190", ["OP17(m)"]),
        ("A/RES/72/188", ["OP15(l)"]),
        ("A/RES/67/181", ["OP5(g)"]),
    ]
    assert [year["kind"] for year in years] == [None, "same", "same"]


def test_no_such_paragraph() -> None:
    done = run("lineage", "75/190", "--paragraph", "OP99")
    assert (done.returncode, done.stdout) == (2, "")
    assert "there is no paragraph OP99; drafter show 75/190 names them" in done.stderr


def test_a_draft_has_its_base_as_its_past(tmp_path: Path) -> None:
    draft = str(tmp_path / "draft.toml")
    assert run("new", "75/190", "-o", draft).returncode == 0
    done = run("lineage", draft, "--paragraph", "OP1")
    assert [line.split()[0] for line in done.stdout.splitlines() if line[:1].strip()] == [
        "draft",
        "75/190",
        "72/188",
        "67/181",
    ]


@pytest.mark.parametrize("suffix", [".md", ".html", ".docx"])
def test_a_summary_in_each_format(tmp_path: Path, suffix: str) -> None:
    draft, out = tmp_path / "draft.toml", tmp_path / f"summary{suffix}"
    assert run("new", "75/190", "--accept-updates", "-o", str(draft)).returncode == 0
    done = run("summary", str(draft), "-o", str(out))
    assert (done.returncode, done.stderr) == (0, "")
    assert out.stat().st_size > 1000
    again = run("summary", str(draft), "-o", str(out))
    assert again.returncode == 2 and "add --force" in again.stderr


def test_a_summary_of_a_resolution_is_refused(tmp_path: Path) -> None:
    done = run("summary", "75/190", "-o", str(tmp_path / "out.md"))
    assert done.returncode == 2
    assert "this is a resolution, not a draft" in done.stderr
