"""A document that another program has open: read again as it goes on, and taken over where it is closed."""

from __future__ import annotations

from pathlib import Path

import pytest

from drafter.edit.local.journal import LocalDocument
from drafter.errors import DrafterError
from tests.support.documents import WORDS, Put, Whole, Words


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "words.txt"
    path.write_text(WORDS.dumps(("Notes", "with", "concern")), encoding="utf-8")
    return path


def opened(file: Path, who: str) -> LocalDocument[Words, Put | Whole]:
    return LocalDocument(file, WORDS, who)


def test_each_step_of_the_other_is_read_before_it_is_in_the_file(file: Path) -> None:
    first, second = opened(file, "ana"), opened(file, "ben")
    assert second.held_elsewhere
    assert not second.look()
    first.do(Put(0, "Recalls"))
    assert second.look()
    assert (second.document, second.revision) == (("Recalls", "with", "concern"), 1)
    assert not second.look()
    first.save()
    assert not second.look()  # it is in the file now, which is nothing new
    first.undo()
    assert second.look()
    assert second.document == first.document
    for one in (first, second):
        one.close()


def test_it_is_taken_over_once_it_is_closed_and_no_sooner(file: Path) -> None:
    first, second = opened(file, "ana"), opened(file, "ben")
    first.do(Put(0, "Recalls"))
    assert not second.can_take_over
    with pytest.raises(DrafterError, match="it cannot be changed here: it is open already"):
        second.take_over()
    first.close()
    assert second.can_take_over
    second.take_over()
    assert second.read_only is None
    assert not second.held_elsewhere
    second.do(Put(1, "its"))
    second.save()
    assert WORDS.loads(file.read_text(encoding="utf-8"), file) == ("Recalls", "its", "concern")
    assert opened(file, "cid").held_elsewhere
    second.close()
    assert [step.name for step in opened(file, "cid").history.past] == ["put Recalls", "put its"]
