"""`drafter new` and `drafter updates`, on the bundled series."""

from __future__ import annotations

import json
from pathlib import Path

from drafter.edit import draftfile
from tests.support.program import run


def test_a_new_draft_up_to_date(tmp_path: Path) -> None:
    file = tmp_path / "dprk-76.toml"
    done = run("new", "75/190", "--accept-updates", "-o", str(file))
    assert done.returncode == 0, done.stderr
    assert done.stderr.startswith("A/C.3/76/L.__: 84 paragraphs; 3 updates accepted, ")
    draft = draftfile.load(file)
    assert draft.base == "A/RES/75/190"
    assert draft["p84"].text.count("seventy-seventh session") == 1
    left = json.loads(run("updates", str(file), "--json").stdout)["updates"]
    assert {update["status"] for update in left} == {"likely", "verify"}  # only what is certain was accepted
    assert {"label", "found", "proposed", "status", "why", "source"} <= set(left[0])


def test_an_existing_draft_is_not_overwritten(tmp_path: Path) -> None:
    file = tmp_path / "draft.toml"
    file.write_text("precious", encoding="utf-8")
    done = run("new", "75/190", "-o", str(file))
    assert (done.returncode, file.read_text(encoding="utf-8")) == (2, "precious")
    assert "add --force" in done.stderr


def test_a_draft_to_standard_output_for_another_session() -> None:
    done = run("new", "75/190", "--session", "80", "-o", "-")
    assert 'symbol = "A/C.3/80/L.__"\nsession = 80\n' in done.stdout
    assert draftfile.loads(done.stdout, "-").session == 80


def test_a_draft_is_no_base(tmp_path: Path) -> None:
    file = tmp_path / "draft.toml"
    assert run("new", "75/190", "-o", str(file)).returncode == 0
    done = run("new", str(file), "-o", "-")
    assert done.returncode == 2
    assert "this is a draft already; name an adopted resolution" in done.stderr


def test_a_base_beside_the_draft(tmp_path: Path) -> None:
    from drafter.resources import shipped

    (tmp_path / "last-year.md").write_bytes((shipped("corpus") / "A_RES_75_190.md").read_bytes())
    file = tmp_path / "draft.toml"
    assert run("new", str(tmp_path / "last-year.md"), "-o", str(file)).returncode == 0
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace(text.splitlines()[1], 'base = "last-year.md"'), encoding="utf-8")
    assert run("updates", str(file)).returncode == 0
    file.write_text(text.replace(text.splitlines()[1], 'base = "gone.md"'), encoding="utf-8")
    done = run("updates", str(file))
    assert done.returncode == 2
    assert "its base gone.md cannot be read" in done.stderr


def test_the_updates_of_a_draft_bear_its_own_labels(tmp_path: Path) -> None:
    file = tmp_path / "draft.toml"
    assert run("new", "75/190", "-o", file).returncode == 0
    before = json.loads(run("updates", file, "--json").stdout)["updates"]
    assert run("edit", file, "PP1", "--new-before", "Noting this,").returncode == 0
    after = json.loads(run("updates", file, "--json").stdout)["updates"]
    assert {"PP2"} < {one["label"] for one in before}
    assert {"PP3"} < {one["label"] for one in after}
    assert "PP2" not in {one["label"] for one in after}
    assert [one["origin"] for one in after] == [one["label"] for one in before]
    assert "\nverify  PP3: " in run("updates", file).stdout
