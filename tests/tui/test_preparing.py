"""Slow work on the library: how far it is can be seen, Esc stops it, and what it finds never lands elsewhere."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from drafter.library.searchable import Progress, Searchable
from drafter.resources import shipped
from drafter.tui.dialogs.report import Report
from drafter.tui.screens.desk import DeskScreen
from drafter.tui.shown.entry import PaneEntry
from drafter.tui.widgets.pane import Pane
from drafter.tui.widgets.title_bar import TitleBar
from tests.tui.conftest import Hand, Open

SLOW = 2680


@pytest.fixture
def slowly(monkeypatch: pytest.MonkeyPatch) -> threading.Event:
    """Let the preparation take until the event is set, or until it is stopped."""
    over = threading.Event()

    def prepare(self: Searchable) -> None:
        for _ in self._until_stopped(list(range(SLOW)), "search"):
            if over.is_set():
                break
            time.sleep(0.002)

    monkeypatch.setattr(Searchable, "prepare", prepare)
    return over


def top_line(hand: Hand) -> str:
    return hand.desk.query_one(TitleBar).right


def pane_text(hand: Hand) -> str:
    return hand.desk.query_one("#suggestions", Pane)._empty.plain


async def test_the_desk_shows_how_far_it_is_and_escape_stops_it(opened: Open, slowly: threading.Event) -> None:
    async with opened() as hand:
        await hand.begin()
        await hand.until(lambda: hand.app.preparation.progress is not None)
        await hand.until(lambda: "of 2,680 prepared, Esc stops" in top_line(hand))
        await hand.until(lambda: "of 2,680" in pane_text(hand))
        await hand.press("d")  # the draft is worked on meanwhile
        assert any(paragraph.deleted for paragraph in hand.draft)
        await hand.press("escape")
        await hand.until(lambda: hand.app.preparation.progress is None and "2,680" not in top_line(hand))
        await hand.until(lambda: hand.app.preparation.times == 1)
        slowly.set()
        await hand.press("P")
        await hand.until(lambda: hand.app.preparation.times == 2)


async def test_what_was_found_for_another_wording_is_not_put_in(opened: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    from drafter.tui.shown import panes

    answered = threading.Event()
    known: dict[str, Callable[..., tuple[PaneEntry, ...]]] = dict(panes.SOURCES)

    def late(*given: object) -> tuple[PaneEntry, ...]:
        answered.wait(20)
        return known["suggestions"](*given)

    async with opened() as hand:
        await hand.begin()
        await hand.go("OP2")
        await hand.until(lambda: hand.desk.query_one("#suggestions", Pane).entries)
        monkeypatch.setitem(panes.SOURCES, "suggestions", late)
        await hand.go("OP3")
        before = hand.draft
        await hand.press("1", "enter")
        assert hand.draft == before
        answered.set()
        assert isinstance(hand.app.screen, DeskScreen)


async def test_leaving_does_not_wait_for_the_preparation(opened: Open, slowly: threading.Event) -> None:
    async with opened() as hand:
        await hand.begin()
        await hand.until(lambda: hand.app.preparation.progress is not None)
        begun = time.monotonic()
        await hand.press("ctrl+q")
    assert time.monotonic() - begun < SLOW * 0.002


async def test_paragraphs_walked_past_are_not_mined_for(opened: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    from drafter.suggest import rank

    begun, go_on, runs = threading.Event(), threading.Event(), list[int]()

    def slow(_: object, place: int) -> tuple[()]:
        runs.append(place)
        begun.set()
        go_on.wait(20)
        return ()

    async with opened() as hand:
        await hand.begin()
        await hand.until(lambda: hand.app.preparation.times)
        await hand.until(lambda: hand.desk.query_one("#suggestions", Pane).entries)
        monkeypatch.setattr(rank, "miners", lambda: (slow,))
        ids = [paragraph.id for paragraph in hand.draft.standing[:13]]
        for at, id in enumerate(ids[1:]):
            hand.desk.place = id
            asked = hand.app.answering._newest["side"]
            await hand.until(lambda asked=asked: hand.app.answering._newest["side"] > asked)  # type: ignore[misc]
            if at == 0:
                await hand.until(begun.is_set)
        go_on.set()
        await hand.until(lambda: runs[-1:] == [12])
        await hand.app.workers.wait_for_complete()
    assert runs == [1, 12]


async def test_a_lineage_shows_the_text_that_was_just_added(opened: Open, tmp_path: Path) -> None:
    older = tmp_path / "A_RES_70_9.md"
    source = (shipped("corpus") / "A_RES_75_190.md").read_text(encoding="utf-8")
    older.write_text(source.replace("75/190", "70/9"), encoding="utf-8", newline="\n")
    async with opened() as hand:
        await hand.begin()
        await hand.press("2")
        pane = hand.desk.query_one("#lineage", Pane)
        await hand.until(lambda: pane.entries)
        assert not any("70/9" in entry.body.plain for entry in pane.entries)
        hand.app.add_documents([older])
        await hand.until(lambda: isinstance(hand.app.screen, Report))
        await hand.press("escape")
        await hand.until(lambda: any("70/9" in entry.body.plain for entry in pane.entries))


async def test_a_report_that_comes_after_the_end_shows_nothing(opened: Open) -> None:
    async with opened() as hand:
        await hand.begin()
        await hand.until(lambda: hand.app.preparation.times)
        hand.app.preparation.watch(Progress("search", 0, 2))
        await hand.pilot.pause()
        assert hand.app.preparation.progress is None
