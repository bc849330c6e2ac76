"""Records that an older reader made are read again, and keep what a person has corrected in them."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from drafter.errors import LibraryError
from drafter.library.locate import open_records
from drafter.library.ports import Records
from drafter.library.sources import READER
from drafter.library.values import Reread
from drafter.model.inline import Inline, NoteMark
from drafter.model.numbering import labels
from drafter.model.reading import Reading, Repair
from drafter.model.resolution import Footnote, Kind, Paragraph
from drafter.model.symbol import Symbol
from drafter.resources import shipped

NAME = "75/190"
SYMBOL = Symbol.parse(NAME) or pytest.fail("no symbol")


@pytest.fixture
def library(tmp_path: Path) -> Records:
    for source in shipped("corpus").glob("A_RES_75_190.*"):
        shutil.copy(source, tmp_path)
    return open_records(tmp_path)


def made_by(library: Records, reader: int, change: Callable[[Reading], Reading]) -> None:
    """Keep the record as a reader of that version, or a person after it, had left it."""
    kept = library.record(NAME)
    assert kept.source
    library.keep(SYMBOL, replace(kept, reading=change(kept.reading), source=replace(kept.source, reader=reader)))


def with_text(reading: Reading, label: str, old: str, new: str) -> Reading:
    resolution = reading.resolution
    at = labels(resolution.paragraphs).index(label)
    paragraph = resolution.paragraphs[at]
    start = paragraph.text.index(old)
    inline = paragraph.inline.replace(start, start + len(old), Inline(new))
    paragraphs = (*resolution.paragraphs[:at], replace(paragraph, inline=inline), *resolution.paragraphs[at + 1 :])
    return replace(reading, resolution=replace(resolution, paragraphs=paragraphs))


def by_hand(reading: Reading, where: str, found: str = "", read_as: str = "") -> Reading:
    return replace(reading, repairs=(*reading.repairs, Repair(where, found, read_as, "misprint", by_hand=True)))


def text(library: Records, label: str) -> str:
    paragraphs = library.get(NAME).paragraphs
    return paragraphs[labels(paragraphs).index(label)].text


def places(found: Reread) -> tuple[list[str], list[str]]:
    return [one.where for one in found.kept], [one.where for one in found.changed]


def test_what_an_older_reader_made_is_named_and_no_fault(library: Records) -> None:
    assert [(one.older_reader, one.problems) for one in library.verify()] == [(False, ())]
    made_by(library, 1, lambda reading: reading)
    assert [(one.older_reader, one.problems) for one in library.verify()] == [(True, ())]
    assert places(library.reread(NAME)) == ([], [])
    assert [one.older_reader for one in library.verify()] == [False]
    source = library.record(NAME).source
    assert source and source.reader == READER


def test_what_the_older_reader_read_wrongly_is_read_anew_and_told(library: Records) -> None:
    right = library.reading(NAME)
    made_by(library, 1, lambda reading: with_text(reading, "PP3", "culture of impunity", "culture of im punity"))
    found = library.reread(NAME)
    assert places(found) == ([], ["PP3"])
    assert "culture of im punity" in found.changed[0].what
    assert library.reading(NAME) == right


def test_a_correction_by_hand_is_kept(library: Records) -> None:
    def corrected(reading: Reading) -> Reading:
        return by_hand(with_text(reading, "PP3", "culture of impunity", "culture of secrecy"), "PP3")

    made_by(library, 1, corrected)
    before = library.reading(NAME)
    assert places(library.reread(NAME)) == (["PP3"], [])
    assert library.reading(NAME) == before


def test_a_correction_and_what_is_read_better_now_meet_in_one_paragraph(library: Records) -> None:
    def corrected(reading: Reading) -> Reading:
        reading = with_text(reading, "PP3", "culture of impunity", "culture of secrecy")
        reading = by_hand(reading, "PP3", "culture of impunity", "culture of secrecy")
        return with_text(reading, "PP3", "the ", "thc ")

    right = text(library, "PP3")
    made_by(library, 1, corrected)
    assert places(library.reread(NAME)) == (["PP3"], ["PP3"])
    assert text(library, "PP3") == right.replace("culture of impunity", "culture of secrecy")


def test_a_correction_that_no_longer_fits_keeps_the_record_s_paragraph(library: Records) -> None:
    def corrected(reading: Reading) -> Reading:
        reading = with_text(reading, "PP3", "culture of impunity", "culture of secrecy")
        return by_hand(reading, "PP3", "culture of immunity", "culture of secrecy")

    made_by(library, 1, corrected)
    found = library.reread(NAME)
    assert places(found) == (["PP3"], [])
    assert "culture of secrecy" in text(library, "PP3")


def test_today_s_readers_differ_only_by_a_correction_said_or_not(library: Records) -> None:
    made_by(library, READER, lambda reading: with_text(reading, "PP3", "culture of impunity", "culture of secrecy"))
    assert places(library.reread(NAME)) == (["PP3"], [])
    assert "culture of secrecy" in text(library, "PP3")


def test_the_place_of_a_correction_follows_its_paragraph(library: Records) -> None:
    def glued(reading: Reading) -> Reading:
        """As if the older reader had missed OP1: all later numbers are one less."""
        resolution = by_hand(with_text(reading, "OP3", "the", "teh"), "OP2").resolution
        at = labels(resolution.paragraphs).index("OP1")
        paragraphs = (*resolution.paragraphs[:at], *resolution.paragraphs[at + 1 :])
        return by_hand(replace(reading, resolution=replace(resolution, paragraphs=paragraphs)), "OP2")

    made_by(library, 1, glued)
    library.reread(NAME)
    reading = library.reading(NAME)
    assert reading.repairs[-1].where == "OP3"
    assert "teh" in text(library, "OP3")
    assert labels(reading.resolution.paragraphs).count("OP1") == 1


def test_a_corrected_masthead_stays_and_another_follows_the_source(library: Records) -> None:
    def other(reading: Reading) -> Reading:
        return replace(reading, resolution=replace(reading.resolution, agenda_item="99 (z)"))

    right = library.get(NAME).agenda_item
    made_by(library, 1, other)
    assert places(library.reread(NAME)) == ([], ["masthead"])
    assert library.get(NAME).agenda_item == right
    made_by(library, 1, lambda reading: by_hand(other(reading), "masthead"))
    assert places(library.reread(NAME)) == (["masthead"], [])
    assert library.get(NAME).agenda_item == "99 (z)"


def test_a_note_corrected_by_hand_stays_under_its_mark(library: Records) -> None:
    def renamed(reading: Reading) -> Reading:
        """As if the older reader had given notes other ids, and a person had corrected the second."""
        resolution = reading.resolution
        second = replace(resolution.footnotes[1], inline=Inline("See A/1/1."))
        notes = (resolution.footnotes[0], second, *resolution.footnotes[2:])
        named = tuple(replace(note, id=f"old{note.id}") for note in notes)
        marked = (
            replace(one.inline, marks=tuple(replace(mark, note=f"old{mark.note}") for mark in one.inline.marks))
            for one in resolution.paragraphs
        )
        paragraphs = tuple(
            replace(one, inline=inline) for one, inline in zip(resolution.paragraphs, marked, strict=True)
        )
        whole = replace(resolution, paragraphs=paragraphs, footnotes=named)
        return by_hand(by_hand(replace(reading, resolution=whole), "note 2"), marking)

    paragraphs = library.get(NAME).paragraphs
    marking = next(label for label, one in zip(labels(paragraphs), paragraphs, strict=True) if one.inline.marks)
    before = [note.id for note in library.get(NAME).footnotes]
    made_by(library, 1, renamed)
    assert {"note 2", marking} <= set(places(library.reread(NAME))[0])
    resolution = library.get(NAME)
    assert [note.id for note in resolution.footnotes] == before
    ids = {note.id for note in resolution.footnotes}
    marks = [mark.note for one in resolution.paragraphs for mark in one.inline.marks]
    assert resolution.footnotes[1].text == "See A/1/1."
    assert set(marks) <= ids
    assert len(ids) == len(resolution.footnotes)


def test_a_note_that_only_a_kept_paragraph_marks_comes_along(library: Records) -> None:
    def more(reading: Reading) -> Reading:
        resolution = reading.resolution
        at = labels(resolution.paragraphs).index("PP3")
        one = resolution.paragraphs[at]
        mark = NoteMark(len(one.text), "mine")
        marked = replace(one, inline=replace(one.inline, marks=(*one.inline.marks, mark)))
        paragraphs = (*resolution.paragraphs[:at], marked, *resolution.paragraphs[at + 1 :])
        notes = (*resolution.footnotes, Footnote("mine", Inline("See A/2/2.")))
        return by_hand(replace(reading, resolution=replace(resolution, paragraphs=paragraphs, footnotes=notes)), "PP3")

    made_by(library, 1, more)
    library.reread(NAME)
    assert library.get(NAME).footnotes[-1].text == "See A/2/2."


def test_a_paragraph_more_or_less_by_hand_stays_so(library: Records) -> None:
    def one_more(reading: Reading) -> Reading:
        resolution = reading.resolution
        mine = Paragraph(Kind.OPERATIVE, Inline("Decides what the source has lost."))
        return by_hand(
            replace(reading, resolution=replace(resolution, paragraphs=(*resolution.paragraphs, mine))),
            labels((*resolution.paragraphs, mine))[-1],
        )

    made_by(library, 1, one_more)
    before = len(library.get(NAME).paragraphs)
    library.reread(NAME)
    assert len(library.get(NAME).paragraphs) == before


def test_the_bundled_records_come_through_unchanged(tmp_path: Path) -> None:
    shutil.copytree(shipped("corpus"), tmp_path / "corpus", ignore=shutil.ignore_patterns(".*"))
    library = open_records(tmp_path / "corpus")
    kept = []
    for entry in library.entries():
        before = library.record(entry.symbol)
        assert before.source
        library.keep(entry.symbol, replace(before, source=replace(before.source, reader=1)))
        found = library.reread(entry.symbol)
        assert found.changed == ()
        assert library.record(entry.symbol) == before
        kept += [(entry.symbol.short, one.where) for one in found.kept]
    assert kept == [("72/188", "note 17")]


def test_another_source_is_not_read_in_its_place(library: Records) -> None:
    source = next(Path(library.place).glob("A_RES_75_190.md"))
    source.write_bytes(source.read_bytes() + b" ")
    with pytest.raises(LibraryError, match="it has changed since it was read; add it again with --force"):
        library.reread(NAME)
