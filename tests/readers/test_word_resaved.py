"""Our Word files after LibreOffice saved them again: the same text is read, and the draft in them is found."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from drafter.library.locate import open_records
from drafter.parse import read
from drafter.parse.word import opened
from drafter.render import document, masthead
from drafter.render.data import with_draft
from tests.support.program import ROOT

SEEDS = ("67/181", "72/188", "75/190")
DATA = 'format = 1\nbase = "75/190"\n'


@pytest.mark.readers("soffice")
def test_the_same_text_is_read(tmp_path: Path) -> None:
    library = open_records(ROOT / "corpus")
    texts = {symbol.replace("/", "_"): library.get(symbol) for symbol in SEEDS}
    for name, text in texts.items():
        made = with_draft(document.document(text, masthead.of_resolution(text)), DATA)
        (tmp_path / f"{name}.docx").write_bytes(made)
    subprocess.run(
        [
            *("soffice", f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", "--headless"),
            *("--convert-to", "docx:MS Word 2007 XML", "--outdir", tmp_path / "saved"),
            *(tmp_path / f"{name}.docx" for name in texts),
        ],
        check=True,
        capture_output=True,
        timeout=300,
    )
    for name, text in texts.items():
        path = tmp_path / "saved" / f"{name}.docx"
        assert read(path).resolution == text
        word = opened(path)
        assert word.draft == DATA and not word.changed
