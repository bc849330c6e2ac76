"""A round on the screen, from the first key to what lies on disk."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from shutil import copy

import pytest
from textual.pilot import Pilot

from drafter.desk import Desk
from drafter.model.negotiated import ClosureStatus, Stand
from drafter.model.proposal import Outcome
from drafter.negotiation.leading import place_of
from drafter.negotiation.merge import merge
from drafter.negotiation.rounds import latest_round
from drafter.negotiation.values import Round
from drafter.resources import shipped
from drafter.tui.app import DrafterApp
from drafter.tui.screens.help import HelpScreen
from drafter.tui.screens.library import LibraryScreen
from drafter.tui.screens.readings import ReadingsScreen
from drafter.tui.screens.round import RoundScreen
from drafter.tui.shown.board_rows import filter_answers
from drafter.tui.shown.round_text import RoundView
from drafter.tui.theme import DARK, LIGHT
from drafter.tui.widgets.reader import Reader
from drafter.tui.widgets.series_lists import SeriesList
from drafter.tui.widgets.tab_strip import TabStrip
from drafter.tui.widgets.title_bar import TitleBar
from tests.tui.conftest import Hand, Open

ROUND = Path(__file__).parents[2] / "examples" / "round" / "round.toml"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "round.toml"
    copy(ROUND, path)
    return path


def screen(hand: Hand) -> RoundScreen:
    assert isinstance(hand.app.screen, RoundScreen)
    return hand.app.screen


def round_of(hand: Hand) -> Round:
    assert hand.app.negotiation is not None
    return hand.app.negotiation.round


async def shown(hand: Hand) -> RoundScreen:
    await hand.until(lambda: isinstance(hand.app.screen, RoundScreen) and hand.app.screen.label)
    return screen(hand)


async def test_a_reading_is_chosen_undone_and_kept(opened: Open, file: Path) -> None:
    async with opened(file) as hand:
        at = await shown(hand)
        [conflict] = merge(round_of(hand)).conflicts
        await hand.press("c")
        assert at.label == conflict.labels[0]
        await hand.press("enter")
        side = at.side
        side.panes["proposals"].cursor = len(side.panes["proposals"].bodies) - 1
        await hand.pilot.pause()
        assert side.chosen is not None
        assert side.chosen.conflict == conflict.id
        await hand.press("y")
        assert not merge(round_of(hand)).conflicts
        chosen = conflict.readings[-1].proposals
        assert {round_of(hand).outcome(round_of(hand).by_id[one]) for one in chosen} == {Outcome.ACCEPTED}
        await hand.press("u")
        assert merge(round_of(hand)).conflicts == (conflict,)
        await hand.press("ctrl+r")
        await hand.press("L")
        await hand.until(lambda: isinstance(hand.app.screen, LibraryScreen))
    assert not merge(latest_round(file)).conflicts


async def test_proposals_are_accepted_rejected_and_reopened(opened: Open, file: Path) -> None:
    async with opened(file) as hand:
        at = await shown(hand)
        await hand.press("n", "1")
        assert at.side.chosen is not None
        name = at.side.chosen.proposal

        async def settled(key: str) -> Outcome:
            at.side.panes["proposals"].cursor = next(
                place for place, one in enumerate(at.side.entries("proposals")) if one.proposal == name
            )
            await hand.press(key)
            return round_of(hand).outcome(round_of(hand).by_id[name])

        assert await settled("x") is Outcome.REJECTED
        assert await settled("o") is Outcome.OPEN
        assert await settled("W") is Outcome.WITHDRAWN
        assert await settled("o") is Outcome.OPEN
        assert await settled("y") is Outcome.ACCEPTED


async def test_the_chair_bridges_a_conflict(opened: Open, file: Path) -> None:
    async with opened(file) as hand:
        at = await shown(hand)
        await hand.press("c", "e")
        await hand.type(" as appropriate")
        assert "as appropriate" in hand.app.screen.differences.text  # type: ignore[attr-defined]
        await hand.press("ctrl+e")
        await hand.until(lambda: hand.app.screen is at)
        mine = [one for one in round_of(hand).proposals if one.by == ("Chair",)]
        assert mine
        assert all(round_of(hand).outcome(one) is Outcome.ACCEPTED for one in mine)
        assert not merge(round_of(hand)).conflicts


async def test_status_holdouts_package_and_positions(opened: Open, file: Path) -> None:
    async with opened(file) as hand:
        at = await shown(hand)
        await hand.press("s", "end", "enter")
        await hand.press("h")
        await hand.type("Japan")
        await hand.press("enter", "k")
        await hand.type("PP2")
        await hand.press("enter")
        closure = round_of(hand).closed[at.label]
        assert (closure.status, closure.pending, closure.package) == (ClosureStatus.AGREED, ("Japan",), ("PP2",))
        before = len(round_of(hand).positions)
        await hand.press("p")
        await hand.type("Norway")
        await hand.press("enter", "down", "enter")
        [said] = [one for one in round_of(hand).positions if one.by == ("Norway",)]
        assert (said.on, said.stand, len(round_of(hand).positions)) == (at.label, Stand.OPPOSE, before + 1)


async def test_views_and_filters(opened: Open, file: Path) -> None:
    async with opened(file, size=(80, 24)) as hand:
        at = await shown(hand)
        every = len(at.board.items)
        await hand.press("c")
        assert "[" in at.text.text
        for view in (RoundView.DECIDED, RoundView.ONLY, RoundView.BASE, RoundView.ALL):
            await hand.press("v")
            assert at.view is view
        await hand.press("f", "down", "down", "enter")
        assert {row.conflicts > 0 for row in at.board.items} == {True}
        await hand.press("f", "home", "enter")
        assert len(at.board.items) == every
        await hand.press("tab", "tab")
        assert at.panels.pane == "proposals"
        assert hand.app.focused is at.side.panes["proposals"]


async def test_the_text_of_the_delegation_that_the_board_is_filtered_by(opened: Open, file: Path) -> None:
    async with opened(file) as hand:
        at = await shown(hand)
        await hand.press("f", "end", "enter")
        assert at.filtered == "Sylvania"
        await hand.press("c", "v", "v")
        assert "only Sylvania · deleted" in at.text.text
        await hand.press("v", "v", "f", "home", "enter", "home", "v", "v")
        assert at.view is RoundView.ONLY
        assert "nothing is proposed" in at.text.text


async def test_a_filter_that_shows_nothing_any_more_gives_way(opened: Open, file: Path) -> None:
    async with opened(file) as hand:
        at = await shown(hand)
        every = len(at.board.items)
        await hand.press("f", "down", "down", "enter")
        assert [row.label for row in at.board.items] == ["OP21"]
        assert at.board.border_title == "Board: contested"
        await hand.press("b")
        await hand.until(lambda: isinstance(hand.app.screen, ReadingsScreen))
        await hand.press("enter")
        await hand.until(lambda: hand.app.screen is at)
        assert (len(at.board.items), at.board.border_title, at.label) == (every, "Board", "OP21")
        await hand.press("f", *["down"] * 3, "enter")
        assert {"Arcadia" in row.names for row in at.board.items} == {True}
        assert at.board.border_title == "Board: Arcadia"


async def test_a_narrow_window_names_the_paragraph_whatever_pane_is_in_front(opened: Open, file: Path) -> None:
    async with opened(file, size=(80, 24)) as hand:
        at = await shown(hand)
        bar = at.query_one(TitleBar)
        await hand.press("c", "1")
        assert (bar.left, bar.right) == ("OP21 · contested · 3", "1 agreed · 3 open · 1 contested")
        await hand.pilot.resize_terminal(150, 40)
        await hand.pilot.pause()
        assert bar.left.startswith("Situation of human rights")
        assert "10 proposals" in bar.right


async def test_rows_tabs_and_proposals_are_clicked(opened: Open, file: Path) -> None:
    async with opened(file) as hand:
        at = await shown(hand)
        await hand.pilot.click(at.board, offset=(8, 4))
        assert at.label == "PP4"
        await hand.press("c")
        tabs = at.side.query_one("#tabs", TabStrip)
        for pane, name in (("positions", "Positions"), ("agreed", "Agreed"), ("proposals", "Proposals")):
            await hand.pilot.click(tabs, offset=(tabs.render_line(0).text.index(name) + 1, 0))
            assert (at.side.active, hand.app.focused) == (pane, at.side.panes[pane])
        listed = at.side.panes["proposals"]
        line = next(y for y in range(listed.size.height) if "▸ Islands" in listed.render_line(y).text)
        await hand.pilot.click(listed, offset=(4, line))
        assert at.side.chosen is not None
        name = at.side.chosen.proposal
        assert round_of(hand).by_id[name].by == ("Islands",)
        await hand.pilot.click(listed, offset=(4, line), times=2)
        assert round_of(hand).outcome(round_of(hand).by_id[name]) is Outcome.ACCEPTED


async def test_a_round_is_opened_on_a_draft_and_stands_among_the_recent_files(opened: Open, tmp_path: Path) -> None:
    async with opened() as hand:
        await hand.begin()
        draft = hand.draft
        await hand.press("G", "enter")
        at = await shown(hand)
        assert [row.label for row in at.board.items] == list(round_of(hand).paragraphs)
        assert [one.text for one in round_of(hand).text] == [one.text for one in draft.standing]
        assert hand.app.session is None
        await hand.press("L")
        await hand.until(lambda: isinstance(hand.app.screen, LibraryScreen))
        recent = hand.app.screen.query_one(SeriesList).items[0]
        assert (recent.path.name, recent.kind) == ("round.toml", "round")  # type: ignore[union-attr]
    assert len(latest_round(tmp_path / "round.toml").paragraphs) == len(draft.standing)


async def test_the_next_round_is_offered_a_name_of_its_own(opened: Open, tmp_path: Path) -> None:
    (tmp_path / "round.toml").write_text("", encoding="utf-8")
    async with opened() as hand:
        await hand.begin()
        await hand.press("G", "enter")
        await shown(hand)
    assert (tmp_path / "round-2.toml").is_file()


@pytest.mark.parametrize("size", [(80, 24), (160, 48)], ids=["narrow", "wide"])
def test_the_screen(snap_compare: Callable[..., bool], file: Path, tmp_path: Path, size: tuple[int, int]) -> None:
    app = DrafterApp(lambda: Desk.at(shipped("corpus")), file, tmp_path / "settings.toml")

    async def at_a_conflict(pilot: Pilot[None]) -> None:
        hand = Hand(pilot, app)
        at = await shown(hand)
        await hand.press("c", *(["tab"] if size[0] == 80 else []))
        await hand.until(lambda: "text of the library" in str(at.side.entries("proposals")[2].body).replace("\n", " "))
        await pilot.app.workers.wait_for_complete()
        await pilot.pause(0.1)
        assert app.negotiation is not None
        app.negotiation = replace(app.negotiation, saved_at=datetime(2021, 10, 4, 21, 40))
        await pilot.app.workers.wait_for_complete()
        app.clear_notifications()
        await pilot.pause(0.2)

    assert snap_compare(app, terminal_size=size, run_before=at_a_conflict)


async def test_the_page_in_the_room_is_led_by_the_cursor(opened: Open, file: Path) -> None:
    async with opened(file) as hand:
        at = await shown(hand)
        await hand.press("down", "down")
        assert place_of(file) == at.label != ""


async def test_a_reading_is_chosen_side_by_side(opened: Open, file: Path) -> None:
    async with opened(file) as hand:
        at = await shown(hand)
        await hand.press("b")
        assert hand.app.screen is at, "nothing collides at the first paragraph"
        [conflict] = merge(round_of(hand)).conflicts
        await hand.press("c", "b")
        await hand.until(lambda: isinstance(hand.app.screen, ReadingsScreen))
        listed = hand.app.screen.list.bodies  # type: ignore[attr-defined]
        assert len(listed) == len(conflict.readings)
        assert "⚔ reading 3 · words · Islands" in listed[2].plain
        assert listed[2].left.plain.startswith("the base\nEncourages the United Nations system")
        await hand.press("escape", "b", "down", "enter")
        await hand.until(lambda: hand.app.screen is at)
        assert not merge(round_of(hand)).conflicts
        [chosen] = conflict.readings[2].proposals
        assert round_of(hand).outcome(round_of(hand).by_id[chosen]) is Outcome.ACCEPTED


@pytest.mark.parametrize("size", [(80, 24), (160, 48)], ids=["narrow", "wide"])
def test_the_readings_side_by_side(
    snap_compare: Callable[..., bool], file: Path, tmp_path: Path, size: tuple[int, int]
) -> None:
    app = DrafterApp(lambda: Desk.at(shipped("corpus")), file, tmp_path / "settings.toml")

    async def at_the_readings(pilot: Pilot[None]) -> None:
        hand = Hand(pilot, app)
        await shown(hand)
        await hand.press("c", "b")
        await hand.until(lambda: isinstance(app.screen, ReadingsScreen))
        app.clear_notifications()
        await pilot.app.workers.wait_for_complete()
        await pilot.pause(0.2)

    assert snap_compare(app, terminal_size=size, run_before=at_the_readings)


async def test_without_colour_what_comes_and_goes_stands_in_brackets(
    opened: Open, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with opened(file, size=(80, 24)) as hand:
        at = await shown(hand)
        await hand.press("c", "1")
        listed = [one.plain for one in at.side.panes["proposals"].bodies]
        assert "[-in a coordinated and unified manner-] → {+as one+}" in listed[2]
        assert listed[4].split("\n")[1].startswith("[-Encourages the United Nations")
        await hand.press("v", "v")
        assert "[-" in at.text.text
        await hand.press("b")
        await hand.until(lambda: isinstance(hand.app.screen, ReadingsScreen))
        assert "{+as one+}" in hand.app.screen.list.text  # type: ignore[attr-defined]


async def test_a_narrow_window_does_it_all(opened: Open, file: Path) -> None:
    async with opened(file, size=(80, 24)) as hand:
        at = await shown(hand)
        for pane in ("text", "proposals", "positions", "lineage", "agreed", "board"):
            await hand.press("tab")
            assert at.panels.pane == pane
            shows = {"board": at.board, "text": at.text}.get(pane, at.side)
            assert [one.display for one in (at.board, at.text, at.side)].count(True) == 1
            assert shows.display
            assert shows.size.width >= 78
        await hand.press("c", "e")
        await hand.type(" indeed")
        await hand.press("ctrl+e")
        await hand.until(lambda: hand.app.screen is at)
        assert not merge(round_of(hand)).conflicts
        await hand.press("s", "end", "enter", "ctrl+c", "f1")
        assert hand.app.clipboard.startswith("OP21 (agreed)")
        assert isinstance(hand.app.screen, HelpScreen)
        said = hand.app.screen.query_one(Reader).text
        heads = [line for line in said.splitlines() if line and not line.startswith(" ")]
        assert heads[:3] == [
            "Signs on the board of a round, and before its proposals",
            "Round: lead a round",
            "Round: find the way",
        ]


@pytest.mark.parametrize(
    ("size", "theme"), [((80, 24), DARK), ((120, 35), DARK), ((200, 50), LIGHT)], ids=["narrow", "middle", "light"]
)
def test_the_sources_of_what_is_wanted(
    snap_compare: Callable[..., bool], file: Path, tmp_path: Path, size: tuple[int, int], theme: str
) -> None:
    app = DrafterApp(lambda: Desk.at(shipped("corpus")), file, tmp_path / "settings.toml")

    async def at_the_sources(pilot: Pilot[None]) -> None:
        hand = Hand(pilot, app)
        at = await shown(hand)
        app.theme = theme
        await hand.press("c", "4")
        await hand.until(lambda: at.side.entries("agreed"))
        assert app.negotiation is not None
        app.negotiation = replace(app.negotiation, saved_at=datetime(2021, 10, 4, 21, 40))
        await pilot.app.workers.wait_for_complete()
        await pilot.pause(0.3)
        await pilot.app.workers.wait_for_complete()
        app.clear_notifications()
        await pilot.pause(0.2)

    assert snap_compare(app, terminal_size=size, run_before=at_the_sources)


async def test_the_filters_say_how_many_and_whose_are_mine(opened: Open, file: Path, tmp_path: Path) -> None:
    (tmp_path / "settings.toml").write_text('author = "Ruritania"\n', encoding="utf-8")
    async with opened(file) as hand:
        at = await shown(hand)
        await hand.press("f")
        told = [answer for _, answer in filter_answers(at.facts, hand.app.settings.author)]
        assert told[:3] == [f"every paragraph · {len(at.board.items)}", "open · 3", "contested · 1"]
        assert told[3:5] == ["mine: Ruritania · 2", "Arcadia · 1"]
        await hand.press(*["down"] * 3, "enter")
        assert [row.label for row in at.board.items] == ["OP11", "OP21"]
        await hand.press("c")
        assert at.facts.names[at.label] == "OP21"
