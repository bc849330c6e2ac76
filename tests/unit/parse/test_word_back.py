"""Our own Word files read back: the very text, whatever it holds."""

from __future__ import annotations

from dataclasses import fields, replace
from pathlib import Path

import pytest

from drafter.desk import Desk
from drafter.library.locate import open_records
from drafter.model.draft import printed
from drafter.model.inline import Inline, NoteMark
from drafter.model.numbering import labels
from drafter.model.reading import Revisions
from drafter.model.resolution import Resolution
from drafter.parse import read, read_text
from drafter.render import document, masthead, redline
from tests.support import real
from tests.support.program import ROOT

LIBRARY = open_records(ROOT / "corpus")
SEEDS = ("67/181", "72/188", "75/190")
KNOWN = {"E_RES_1818(LV)", "S_RES_2231(2015)"}
"""Print gives the first a session that its source lacks; it leaves out the names of the second's parts."""


def written_and_read(resolution: Resolution, folder: Path) -> Resolution:
    path = folder / "text.docx"
    path.write_bytes(document.document(resolution, masthead.of_resolution(resolution)))
    return read(path).resolution


def sample() -> dict[str, Resolution]:
    """A hundred real texts of all organs and times."""
    recent, older = real.texts("ga_78_80_text"), real.texts("prior_text")
    chosen = [*list(recent.items())[3::8][:60], *list(older.items())[5::50][:40]]
    return {stem: read_text(text, name=f"{stem}.txt").resolution for stem, text in chosen}


def as_numbered(text: Resolution) -> Resolution:
    """The text with its notes called by the numbers that print gives them; a volume counts them otherwise."""
    numbers = {note.id: str(place) for place, note in enumerate(text.footnotes, 1)}

    def called(inline: Inline) -> Inline:
        marks = (NoteMark(mark.at, numbers[mark.note]) for mark in inline.marks if mark.note in numbers)
        return replace(inline, marks=tuple(marks))

    return replace(
        text,
        paragraphs=tuple(replace(p, inline=called(p.inline)) for p in text.paragraphs),
        footnotes=tuple(replace(note, id=numbers[note.id]) for note in text.footnotes),
    )


def differences(one: Resolution, other: Resolution) -> list[str]:
    one = as_numbered(one)
    return [field.name for field in fields(one) if getattr(one, field.name) != getattr(other, field.name)]


@pytest.mark.parametrize("symbol", SEEDS)
def test_an_adopted_text_comes_back_as_it_was(symbol: str, tmp_path: Path) -> None:
    text = LIBRARY.get(symbol)
    assert written_and_read(text, tmp_path) == text


@pytest.mark.parametrize("symbol", SEEDS[1:])
def test_a_redline_holds_both_texts(symbol: str, tmp_path: Path) -> None:
    old, new = LIBRARY.get("67/181"), LIBRARY.get(symbol)
    path = tmp_path / "redline.docx"
    head = masthead.of_resolution(new)
    path.write_bytes(redline.redline(old, new, head, author="Ada", date=redline.day_of(new)))
    after, before = read(path).resolution, read(path, Revisions.REJECTED).resolution
    assert after == new
    assert differences(before, replace(new, title=old.title, paragraphs=old.paragraphs, footnotes=old.footnotes)) == []


def test_a_draft_comes_back_with_its_title_and_paragraphs(tmp_path: Path) -> None:
    draft = Desk(LIBRARY).draft(str(ROOT / "examples" / "dprk-76.toml"))
    path = tmp_path / "draft.docx"
    whole = printed(draft)
    path.write_bytes(document.document(whole, masthead.of_draft(draft)))
    assert differences(whole, read(path).resolution) == []


@pytest.mark.real
def test_a_hundred_real_texts_come_back(tmp_path: Path) -> None:
    texts = sample()
    assert len(texts) == 100
    wrong = {stem: differences(text, written_and_read(text, tmp_path)) for stem, text in texts.items()}
    assert {stem for stem, found in wrong.items() if found} <= KNOWN, wrong


def test_what_bears_no_number_comes_back_without_one(tmp_path: Path) -> None:
    text = read_text(
        "75/301. Situation in Arcadia\n\nThe General Assembly,\n\nAdopts the following declaration:\n\n"
        "(a) The first;\n\n1. We pledge to act:\n\n(a) At home;\n\n2. We shall meet.\n",
        name="A_RES_75_301.txt",
    ).resolution
    again = written_and_read(text, tmp_path)
    assert again.paragraphs == text.paragraphs
    assert labels(again.paragraphs) == ("OP", "OP(a)", "OP1", "OP1(a)", "OP2")
