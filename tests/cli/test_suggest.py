"""`drafter suggest` and `drafter agreed`, on the bundled series."""

from __future__ import annotations

import json
from pathlib import Path

from tests.support.program import run


def test_suggestions_have_the_agreed_shape_and_true_quotes() -> None:
    shape = json.loads(run("suggest", "75/190", "--paragraph", "op 14", "--json").stdout)
    assert shape["label"] == "OP14"
    for line in run("suggest", "75/190", "--jsonl", "--top", "3").stdout.splitlines():
        own = json.loads(line)
        assert len(own["suggestions"]) <= 3
        for one in own["suggestions"]:
            assert one["kind"] in {"update", "lineage", "restore", "prior", "propagate", "spreading", "strength"}
            assert one["after"] in (None, own["label"])
            assert one["text"]
            assert one["why"]
            for source in one["sources"]:
                texts = json.loads(run_once(source["symbol"]))["paragraphs"]
                assert source["quote"] in next(p["text"] for p in texts if p["label"] == source["label"])


_shown: dict[str, str] = {}


def run_once(symbol: str) -> str:
    if symbol not in _shown:
        _shown[symbol] = run("show", symbol, "--json").stdout
    return _shown[symbol]


def test_before_leaves_out_what_is_newer() -> None:
    everything = run("suggest", "75/190", "--json", "--top", "20").stdout
    assert '"A/RES/72/188"' in everything
    assert '"A/RES/72/188"' not in run("suggest", "75/190", "--json", "--top", "20", "--before", "2017-12-19").stdout


def test_a_suggestion_answers_in_three_lines() -> None:
    done = run("suggest", "75/190", "--paragraph", "OP1")
    lines = done.stdout.splitlines()
    assert lines[0].startswith("OP1 Condemns in the strongest terms")
    assert "an earlier wording of this paragraph" in done.stdout
    assert "\x1b" not in done.stdout


def test_whoever_is_no_terminal_gets_each_line_whole() -> None:
    text = json.loads(run("show", "75/190", "--paragraph", "OP1", "--json").stdout)["text"]
    assert run("suggest", "75/190", "--paragraph", "OP1").stdout.splitlines()[0] == f"OP1 {text}"
    assert len(text) > 100
    assert "…”" not in run("agreed", "75/190").stdout


def test_agreed_language_of_a_resolution_is_what_stood_before_it() -> None:
    shape = json.loads(run("agreed", "75/190", "--json").stdout)
    texts = {p["label"]: p["text"] for p in json.loads(run("show", "75/190", "--json").stdout)["paragraphs"]}
    assert 0.5 < shape["agreed_share"] < 0.95
    first = shape["paragraphs"][0]
    assert (first["label"], first["words"], first["agreed_words"]) == ("PP1", 30, 30)
    for own in shape["paragraphs"]:
        for span in own["spans"]:
            assert span["first"]["symbol"] in {"A/RES/67/181", "A/RES/72/188"}
            assert len(texts[own["label"]][span["start"] : span["end"]].split()) >= 6
    oldest = json.loads(run("agreed", "67/181", "--json").stdout)
    assert oldest["agreed_share"] == 0


def test_agreed_language_of_a_draft(tmp_path: Path) -> None:
    draft = tmp_path / "draft.toml"
    assert run("new", "75/190", "-o", draft).returncode == 0
    told = run("agreed", draft).stdout
    assert told.splitlines()[-1].startswith("100% of")


def test_bad_input_is_one_line() -> None:
    for arguments in (("suggest", "75/190", "--paragraph", "OP99"), ("suggest", "1/1"), ("agreed", "1/1")):
        done = run(*arguments)
        assert done.returncode == 2
        assert len(done.stderr.splitlines()) == 1
        assert done.stdout == ""


def test_show_does_not_wake_the_engine() -> None:
    done = run("show", "75/190", PYTHONPROFILEIMPORTTIME="1")
    assert done.returncode == 0
    assert "tantivy" not in done.stderr
    assert "rapidfuzz" not in done.stderr
