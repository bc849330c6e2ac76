"""The registry: every action is there, can be reached, and is told of."""

from __future__ import annotations

import inspect
from collections import Counter
from pathlib import Path

import pytest
from textual.actions import parse

from drafter.tui.actions import ACTIONS, at
from drafter.tui.app import DrafterApp
from drafter.tui.dialogs.ask import Ask
from drafter.tui.dialogs.bridge import Bridge
from drafter.tui.dialogs.by_hand import ByHand
from drafter.tui.dialogs.masthead import MastheadForm
from drafter.tui.dialogs.replace import Replace
from drafter.tui.panels.outline import OutlinePanel
from drafter.tui.screens.cited import CitedScreen
from drafter.tui.screens.colleague import ColleagueScreen
from drafter.tui.screens.comparison import ComparisonScreen
from drafter.tui.screens.desk import DeskScreen
from drafter.tui.screens.hand_in import HandInScreen
from drafter.tui.screens.help import HelpScreen
from drafter.tui.screens.incoming import IncomingScreen
from drafter.tui.screens.library import LibraryScreen
from drafter.tui.screens.readings import ReadingsScreen
from drafter.tui.screens.round import RoundScreen
from drafter.tui.screens.round_hand_in import RoundHandInScreen
from drafter.tui.screens.status import StatusScreen
from drafter.tui.screens.text import TextScreen
from drafter.tui.screens.updates import UpdatesScreen
from drafter.tui.widgets.editor import Editor
from drafter.tui.widgets.hints import Hints
from drafter.tui.widgets.pane import Pane
from drafter.tui.widgets.reader import Reader
from tests.tui.conftest import Hand, Open

PLACES = {
    "app": DrafterApp,
    "library": LibraryScreen,
    "desk": DeskScreen,
    "outline": OutlinePanel,
    "editor": Editor,
    "pane": Pane,
    "status": StatusScreen,
    "updates": UpdatesScreen,
    "whole": TextScreen,
    "comparison": ComparisonScreen,
    "colleague": ColleagueScreen,
    "cited": CitedScreen,
    "hand_in": HandInScreen,
    "replace": Replace,
    "masthead": MastheadForm,
    "help": HelpScreen,
    "dialog": Ask,
    "round": RoundScreen,
    "round_files": RoundHandInScreen,
    "readings": ReadingsScreen,
    "bridge": Bridge,
    "incoming": IncomingScreen,
    "by_hand": ByHand,
}


@pytest.mark.parametrize("action", ACTIONS, ids=lambda action: action.id)
def test_every_action_has_a_method_a_tooltip_and_a_key(action) -> None:  # type: ignore[no-untyped-def]
    _, method, parameters = parse(action.binding.action)
    inspect.signature(getattr(PLACES[action.place], f"action_{method}")).bind(None, *parameters)
    assert action.tooltip
    assert action.keys
    assert action.category


THE_BROWSERS_OWN = {"ctrl+n", "ctrl+t", "ctrl+w"}
"""Open and close windows and tabs, and never reach a page."""


@pytest.mark.parametrize("action", ACTIONS, ids=lambda action: action.id)
def test_every_action_has_a_key_that_a_browser_lets_through(action) -> None:  # type: ignore[no-untyped-def]
    assert set(action.keys.split(",")) - THE_BROWSERS_OWN


@pytest.mark.parametrize("place", PLACES)
def test_no_two_actions_of_a_place_share_a_key(place: str) -> None:
    counted = Counter(key for action in at(place) for key in action.keys.split(","))
    assert [key for key, count in counted.items() if count > 1] == []


async def test_the_help_names_every_action(opened: Open) -> None:
    async with opened() as hand:
        await hand.press("f1")
        assert isinstance(hand.app.screen, HelpScreen)
        text = hand.app.screen.query_one(Reader).content.plain
        assert [action.id for action in ACTIONS if action.tooltip not in text or action.id not in text] == []


async def test_the_palette_offers_what_is_valid_here(opened: Open) -> None:
    async with opened() as hand:
        await hand.begin()
        offered = {command.title.split("  ")[0] for command in hand.app.get_system_commands(hand.app.screen)}
        assert {action.label for action in at("desk")} <= offered
        assert "Compare" not in offered


async def test_a_key_is_remapped_in_the_settings_file(opened: Open, tmp_path: Path) -> None:
    (tmp_path / "settings.toml").write_text('[keys]\n"desk.delete" = "f9"\n', encoding="utf-8")
    async with opened() as hand:
        await hand.begin()
        await hand.press("d")
        assert not hand.draft[hand.desk.place].deleted
        await hand.press("f9")
        assert hand.draft[hand.desk.place].deleted


def hints(hand: Hand) -> str:
    return str(hand.app.screen.query_one(Hints).render())


async def test_the_bottom_line_says_only_what_a_key_does_here(opened: Open) -> None:
    async with opened() as hand:
        await hand.begin()
        assert "Put in" not in hints(hand)
        await hand.press("3")
        await hand.until(lambda: hand.desk.query_one("#agreed", Pane).entries)
        await hand.press("down")
        assert hints(hand).startswith("Enter Open its source")
        await hand.press("2")
        await hand.until(lambda: hand.desk.query_one("#lineage", Pane).entries)
        assert "Put in" not in hints(hand)
        await hand.press("w")
        assert "c Redline or clean" in hints(hand)
        assert "Next change" not in hints(hand)
        await hand.press("escape", "L")
        await hand.until(lambda: isinstance(hand.app.screen, LibraryScreen))
        await hand.press("c")
        assert "c Redline or changes only" in hints(hand)
        assert "Go there" not in hints(hand)
