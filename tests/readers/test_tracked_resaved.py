"""A tracked Word file of several authors after LibreOffice saved it again: the same proposals, by the same owners."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from drafter.library.sources import open_tracked
from drafter.model.proposal import Arrival
from drafter.negotiation.intake.tracked import from_tracked
from drafter.rules import parties
from tests.unit.negotiation.test_tracked import NAMES, ROUND, said, taken
from tests.unit.render.test_authors import AUTHORS, BASE, joint


@pytest.mark.readers("soffice")
def test_the_same_proposals_are_taken(tmp_path: Path) -> None:
    made = joint(BASE, AUTHORS)
    before = taken(made, ROUND, tmp_path)
    (tmp_path / "sent.docx").write_bytes(made)
    subprocess.run(
        [
            *("soffice", f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", "--headless"),
            *("--convert-to", "docx:MS Word 2007 XML", "--outdir", tmp_path / "saved", tmp_path / "sent.docx"),
        ],
        check=True,
        capture_output=True,
        timeout=300,
    )
    word = open_tracked(tmp_path / "saved" / "sent.docx")
    found = from_tracked(ROUND, word, Arrival((), "sent.docx"), parties.names())
    for name in NAMES.values():
        assert said(found, name) == said(before, name)
    assert found.not_understood == before.not_understood
