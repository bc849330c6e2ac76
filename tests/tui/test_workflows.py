"""The work from start to end, one test a screen; each asserts on the draft or on what lies on disk."""

from __future__ import annotations

import threading
import zipfile
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from textual.widgets import Static

from drafter.desk import Desk
from drafter.edit import gestures
from drafter.edit.history import History
from drafter.model.refusal import Refusal
from drafter.model.suggestion import UpdateStatus
from drafter.tui.panels.arranged import DeskPanels
from drafter.tui.screens.comparison import ComparisonScreen
from drafter.tui.screens.hand_in import HandInScreen
from drafter.tui.screens.reading import ReadingScreen
from drafter.tui.widgets.pane import Pane
from drafter.tui.widgets.running_text import RunningText
from drafter.tui.widgets.series_lists import SeriesList, Timeline
from drafter.tui.widgets.ticks import Tick
from tests.tui.conftest import Hand, Open


async def with_updates(hand: Hand) -> None:
    await hand.begin()
    await hand.until(lambda: hand.app.session is not None and hand.app.session.looked_at is hand.draft)


async def test_library_add_shows_what_was_repaired(opened: Open, tmp_path: Path) -> None:
    text = (tmp_path / "corpus" / "A_RES_72_188.txt").read_text(encoding="utf-8").replace("72/188", "73/188")
    (tmp_path / "A_RES_73_188.txt").write_text(text, encoding="utf-8")
    async with opened() as hand:
        await hand.until(lambda: hand.app.screen.query_one(Timeline).items)
        library = hand.app.screen
        await hand.press("a", *["backspace"] * 300)
        await hand.type(str(tmp_path / "A_RES_73_188.txt"))
        await hand.press("enter")
        await hand.until(lambda: type(hand.app.screen).__name__ == "Report")
        said = "\n".join(str(part.render()) for part in hand.app.screen.query("VerticalScroll Static"))  # type: ignore[attr-defined]
        assert "A/RES/73/188" in said
        assert "read as" in said
        await hand.press("enter")
        await hand.until(lambda: len(library.query_one(Timeline).items) == 4)


async def test_library_reads_and_compares_years(opened: Open) -> None:
    async with opened() as hand:
        await hand.until(lambda: hand.app.screen.query_one(Timeline).items)
        await hand.press("enter", "enter")
        assert isinstance(hand.app.screen, ReadingScreen)
        await hand.press("c")
        assert "Nothing was repaired" not in hand.app.screen.query_one(RunningText).bodies[0].plain
        await hand.press("escape", "c")
        assert isinstance(hand.app.screen, ComparisonScreen)
        heads = [body.plain[:20] for body in hand.app.screen.query_one(RunningText).bodies[:30]]
        assert any("added" in head for head in heads)


async def test_library_searches_and_reopens_a_recent_draft(opened: Open) -> None:
    async with opened() as hand:
        await hand.begin()
        await hand.go("OP16")
        await hand.press("d", "L")
        await hand.until(lambda: hand.app.session is None)
        series = hand.app.screen.query_one(SeriesList)
        await hand.until(lambda: len(series.items) == 2)
        await hand.press("slash")
        await hand.type("nowhere")
        assert series.items == ()
        await hand.press("escape", "home", "enter")
        await hand.until(lambda: hand.app.session is not None)
        assert hand.draft[hand.find("OP16") or ""].deleted or any(one.deleted for one in hand.draft)
        await hand.press("ctrl+z")
        assert not any(one.deleted for one in hand.draft)


async def test_updates_accept_all_certain_and_fill_in_one(opened: Open) -> None:
    async with opened() as hand:
        await with_updates(hand)
        await hand.press("U", "A")
        assert "75/190 of 16 December 2020" in hand.draft.paragraphs[1].text
        session = hand.app.session
        assert session is not None
        await hand.until(lambda: hand.app.session is not None and hand.app.session.looked_at is hand.draft)
        left = [update for updates in hand.app.session.pending().values() for update in updates]  # type: ignore[union-attr]
        assert UpdateStatus.CERTAIN not in {update.status for update in left}
        await hand.press("home", "down", "e", *["backspace"] * 12)  # behind the one that is likely
        await hand.type("74 (c)")
        await hand.press("enter")
        assert hand.draft.agenda_item == "74 (c)"
        await hand.press("ctrl+z", "ctrl+z")
        assert "74/166 of 18 December 2019" in hand.draft.paragraphs[1].text


async def test_ways_between_changes_updates_and_labels(opened: Open) -> None:
    async with opened() as hand:
        await with_updates(hand)
        await hand.press("v")
        assert hand.desk.label == "PP2"
        await hand.go("OP16")
        await hand.press("d", "home", "n")
        assert hand.desk.paragraph is not None
        assert hand.desk.paragraph.deleted
        await hand.press("g")
        await hand.type("op2(a)(iv)")
        await hand.press("enter")
        assert hand.desk.label == "OP2(a)(iv)"
        await hand.press("slash")
        await hand.type("songbun")
        await hand.press("enter")
        assert "songbun" in hand.desk.paragraph.text


async def test_lineage_shows_the_paragraph_through_the_years(opened: Open) -> None:
    async with opened() as hand:
        await hand.begin()
        await hand.press("2")
        pane = hand.desk.query_one("#lineage", Pane)
        await hand.until(lambda: len(pane.entries) == 3)
        assert [entry.body.plain.split(" ")[0] for entry in pane.entries] == ["75/190", "72/188", "67/181"]


async def test_a_suggestion_is_put_in_with_its_source_and_refused(opened: Open) -> None:
    async with opened() as hand:
        await hand.begin()
        pane = hand.desk.query_one("#suggestions", Pane)
        for row in hand.desk.outline.items:
            hand.desk.place = row.id
            await hand.pilot.pause(0.4)
            if any(entry.suggestion for entry in pane.entries):
                break
        entry = next(n for n, entry in enumerate(pane.entries) if entry.suggestion)
        proposal = pane.entries[entry].suggestion
        assert proposal is not None
        await hand.press("1", "home", *["down"] * entry, "enter")
        assert proposal.inline.text in [paragraph.text for paragraph in hand.draft]
        assert any(set(proposal.sources) <= set(paragraph.sources) for paragraph in hand.draft)
        await hand.press("ctrl+z")
        hand.app.make(lambda _: gestures.refuse(proposal, hand.desk.place))
        assert {(one.out, one.put) for one in hand.draft.refused if isinstance(one, Refusal)} == set(proposal.exchanged)


async def test_agreed_language_names_its_first_and_latest_text(opened: Open) -> None:
    async with opened() as hand:
        await hand.begin()
        await hand.press("3")
        pane = hand.desk.query_one("#agreed", Pane)
        await hand.until(lambda: pane.entries)
        assert pane.entries[0].body.plain.startswith("100 %")
        assert "first 72/188 PP1 (2017)" in pane.entries[1].body.plain


async def test_the_whole_text_and_back_to_the_desk(opened: Open) -> None:
    async with opened() as hand:
        await hand.begin()
        await hand.go("OP16")
        await hand.press("d", "home", "w", "n")
        text = hand.app.screen.query_one(RunningText)
        count = len(text.passages)
        await hand.press("c")
        assert len(text.passages) == count - 1
        await hand.press("c", "n", "enter")
        assert hand.desk.paragraph is not None
        assert hand.desk.paragraph.deleted


async def test_hand_in_makes_files_that_open(opened: Open, tmp_path: Path) -> None:
    async with opened() as hand:
        await hand.begin()
        await hand.go("OP16")
        await hand.press("d", "f", "ctrl+e")
        names = [f"draft-76-from-75-190{end}" for end in ("-tracked.docx", ".docx", "-summary.docx")]
        await hand.until(lambda: all((tmp_path / name).is_file() for name in names))
        with zipfile.ZipFile(tmp_path / names[0]) as tracked:
            assert b"<w:del " in tracked.read("word/document.xml")


async def test_hand_in_puts_comments_and_the_draft_into_the_files_when_asked(opened: Open, tmp_path: Path) -> None:
    async with opened() as hand:
        await hand.begin()
        await hand.go("OP16")
        await hand.press("d", "r")
        await hand.type("done by now")
        await hand.press("enter", "f")
        for name, tabs in (("comments", 2), ("carrying", 7)):
            assert not hand.app.screen.query_one(f"#{name}", Tick).value
            await hand.press(*["tab"] * tabs, "space")
            assert hand.app.screen.query_one(f"#{name}", Tick).value
        await hand.press("ctrl+e")
        tracked = tmp_path / "draft-76-from-75-190-tracked.docx"
        await hand.until(tracked.is_file)
        with zipfile.ZipFile(tracked) as parts:
            assert b"done by now" in parts.read("word/comments.xml")
        assert hand.app.desk.draft(str(tracked)) == hand.draft


async def test_escape_stops_what_is_not_made_yet(opened: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    begun, go_on = threading.Event(), threading.Event()
    clean = Desk.word_file

    def slow(*arguments: Any, **options: Any) -> bytes:
        begun.set()
        go_on.wait(20)
        return clean(*arguments, **options)

    monkeypatch.setattr(Desk, "word_file", slow)
    async with opened() as hand:
        await hand.begin()
        await hand.press("f", "ctrl+e")
        await hand.until(begun.is_set)
        told = hand.app.screen.query_one("#made", Static)
        await hand.until(lambda: "✓" in str(told.content))
        await hand.press("escape")
        assert "Stopped: 1 of 3 made." in str(told.content)
        go_on.set()
        await hand.app.workers.wait_for_complete()
        assert sorted(path.name for path in tmp_path.glob("*.docx")) == ["draft-76-from-75-190-tracked.docx"]
        await hand.press("escape")
        assert hand.desk.outline.items


async def test_hand_in_without_the_base_says_so_in_one_line(opened: Open, tmp_path: Path) -> None:
    async with opened() as hand:
        await hand.begin()
        session = hand.app.session
        assert session is not None
        hand.app.session = replace(session, history=History(replace(hand.draft, adopted=None)))
        hand.app.push_screen(HandInScreen())
        await hand.press("ctrl+e")
        told = hand.app.screen.query_one("#made", Static)
        await hand.until(lambda: "1 of 3 made." in str(told.content))
        assert "Tracked changes: its base A/RES/75/190 is not in the library; add it: drafter corpus add" in str(
            told.content
        )
        assert [path.name for path in tmp_path.glob("*.docx")] == ["draft-76-from-75-190.docx"]


@pytest.mark.parametrize("size", [(80, 24), (200, 60)])
async def test_all_of_it_at_any_size(opened: Open, size: tuple[int, int]) -> None:
    async with opened(size=size) as hand:
        await with_updates(hand)
        seen = []
        for _ in range(7):
            seen.append(hand.desk.query_one(DeskPanels).pane)
            await hand.press("tab")
        assert seen == ["outline", "text", "suggestions", "lineage", "agreed", "note", "findings"]
        await hand.go("PP3")
        await hand.press("e")
        await hand.type(" narrow")
        await hand.press("escape", "U", "A", "escape", "f", "escape", "w", "escape")
        assert hand.text("PP3").endswith(" narrow")
        assert "75/190 of 16 December 2020" in hand.draft.paragraphs[1].text


async def test_without_colour_changes_stand_in_brackets(opened: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with opened() as hand:
        await with_updates(hand)
        await hand.press("U", "A", "escape", "w")
        said = hand.app.screen.query_one(RunningText).bodies[1].plain
        assert "[-74/166 of 18 December 2019-]{+75/190 of 16 December 2020+}" in said
