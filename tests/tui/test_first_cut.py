"""From the library to a changed draft on disk: what the first minutes are."""

from __future__ import annotations

from pathlib import Path

from drafter.edit import draftfile
from drafter.model.draft import Status
from drafter.tui.widgets.series_lists import SeriesList, Timeline
from tests.tui.conftest import Open


async def test_opens_on_the_library_with_its_years(opened: Open) -> None:
    async with opened() as hand:
        await hand.until(lambda: hand.app.screen.query_one(Timeline).items)
        assert [str(year.entry.symbol) for year in hand.app.screen.query_one(Timeline).items] == [
            "A/RES/75/190",
            "A/RES/72/188",
            "A/RES/67/181",
        ]
        assert len(hand.app.screen.query_one(SeriesList).items) == 1


async def test_n_begins_next_years_draft_from_the_latest(opened: Open) -> None:
    async with opened() as hand:
        await hand.begin()
        assert hand.draft.session == 76
        assert len(hand.draft.paragraphs) == 84
        assert [row.label for row in hand.desk.outline.items][:3] == ["PP1", "PP2", "PP3"]
        assert Path("draft-76-from-75-190.toml").is_file()


async def test_an_edit_marks_the_outline_and_saves(opened: Open) -> None:
    async with opened() as hand:
        await hand.begin()
        await hand.go("OP14")
        await hand.press("e", "home")
        await hand.type("Strongly ")
        await hand.press("escape")
        assert hand.text("OP14").startswith("*Strongly Encourages*") or "Strongly" in hand.text("OP14")
        row = next(row for row in hand.desk.outline.items if row.label == "OP14")
        assert row.said.startswith("edited")
        await hand.press("ctrl+s")
        kept = draftfile.load(Path("draft-76-from-75-190.toml"))
        assert any(paragraph.status is Status.EDITED and "Strongly" in paragraph.text for paragraph in kept)


async def test_undo_and_redo_over_everything(opened: Open) -> None:
    async with opened() as hand:
        await hand.begin()
        before = hand.draft
        await hand.go("OP16")
        await hand.press("d")
        assert hand.draft[hand.desk.place].deleted
        await hand.press("ctrl+z")
        assert hand.draft == before
        await hand.press("ctrl+y")
        assert hand.draft != before


async def test_typing_keeps_footnotes_and_italics(opened: Open) -> None:
    async with opened() as hand:
        await hand.begin()
        await hand.go("PP6")
        before = hand.text("PP6")
        await hand.press("e")
        await hand.type(" again")
        await hand.press("escape")
        assert hand.text("PP6") == before + " again"
