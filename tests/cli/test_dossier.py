"""A paragraph's dossier: words, reason, clearances, lineage, proposals, in three kinds of file."""

from __future__ import annotations

import re
from pathlib import Path

import docx
import pytest

import drafter
from drafter.desk import Desk
from drafter.edit import draftfile
from drafter.resources import shipped
from tests.support.program import run


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    path = tmp_path / "d.toml"
    draftfile.save(path, Desk.at(shipped("corpus")).begin("75/190"))
    words = "Strongly encourages <b>all</b> *efforts*;"
    steps = (("--text", words, "--reason", "asked for by “A & B”"), ("--clear", "Berlin"), ("--note", "ours alone"))
    for step in steps:
        done = run("edit", path, "OP14", *step)
        assert done.returncode == 0, done.stderr
    return path


def test_it_has_the_words_the_reason_the_clearances_and_the_years(draft: Path) -> None:
    done = run("dossier", draft, "--paragraph", "OP14", "-o", "-")
    assert done.returncode == 0, done.stderr
    text = done.stdout
    assert "<ins>Strongly encourages" in text and "<del>" in text
    assert "Why: asked for by “A & B”" in text
    assert "- Berlin: cleared" in text
    assert "### 75/190 (16 December 2020) OP14" in text
    assert re.search(r"### 72/188 \(19 December 2017\) OP\d+: edited in 75/190\n\n.*<ins>", text)
    assert "ours alone" not in text
    assert "ours alone" in run("dossier", draft, "--paragraph", "OP14", "--notes", "-o", "-").stdout


def test_others_words_are_escaped_and_word_has_the_same(draft: Path, tmp_path: Path) -> None:
    for suffix in ("html", "docx"):
        assert run("dossier", draft, "--paragraph", "OP14", "-o", tmp_path / f"o.{suffix}").returncode == 0
    page = (tmp_path / "o.html").read_text(encoding="utf-8")
    assert "<b>" not in page and "&lt;b&gt;" in page and "A &amp; B" in page
    said = [paragraph.text for paragraph in docx.Document(str(tmp_path / "o.docx")).paragraphs]
    assert "Berlin: cleared" in said[said.index("Clearances") + 1]
    assert "Through the years" in said


def test_a_new_paragraph_has_no_years_and_an_unknown_one_is_told(draft: Path) -> None:
    assert run("edit", draft, "OP14", "--new", "Welcomes it;").returncode == 0
    page = run("dossier", draft, "--paragraph", "OP15", "-o", "-").stdout
    assert "No earlier text" in page and "<ins>Welcomes it;</ins>" in page
    done = run("dossier", draft, "--paragraph", "OP99", "-o", "-")
    assert done.returncode == 2
    assert f"{draft}" in done.stderr and "OP99" in done.stderr
    done = run("dossier", draft, "--paragraph", "OP14", "-o", draft.with_suffix(".pdf"))
    assert done.returncode == 2


def test_a_round_tells_who_proposed_what(draft: Path, tmp_path: Path) -> None:
    made, letter = tmp_path / "r.toml", tmp_path / "l.txt"
    letter.write_text('EU: OP3: replace "Condemns" by "Deplores"\n', encoding="utf-8")
    assert run("round", "new", draft, "-o", made).returncode == 0
    assert run("round", "take", made, letter).returncode == 0
    page = drafter.open_library(shipped("corpus")).dossier(made, "OP3").decode()
    assert "- EU (open): <del>Condemns</del> → <ins>Deplores</ins>" in page
    assert "Deplores" not in drafter.open_library(shipped("corpus")).dossier(made, "OP4").decode()
