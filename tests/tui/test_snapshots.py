"""The finished screens, at 80 by 24 and at 160 by 48. Paths and times are kept out of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Input, TextArea

from drafter.desk import Desk
from drafter.edit import draftfile, gestures
from drafter.edit.apply import apply
from drafter.model.draft import Draft
from drafter.model.suggestion import AGENDA_ITEM, Update, UpdateStatus
from drafter.resources import shipped
from drafter.tui.app import DrafterApp
from drafter.tui.dialogs import new_draft
from drafter.tui.screens.desk import DeskScreen
from drafter.tui.shown import panes
from drafter.tui.theme import LIGHT
from drafter.tui.widgets.series_lists import Timeline
from drafter.tui.work import drafts
from drafter.tui.work.values import LookedOver

NARROW, WIDE = (80, 24), (160, 48)
SAVED = datetime(2021, 10, 4, 21, 40)

SCREENS: dict[str, tuple[Sequence[str], tuple[int, int]]] = {
    "library": ((), WIDE),
    "library_narrow": ((), NARROW),
    "library_new": (("n",), WIDE),
    "library_new_narrow": (("n",), NARROW),
    "desk": (("end", "home", "down"), WIDE),
    "desk_narrow": (("down",), NARROW),
    "desk_text_narrow": (("down", "tab"), NARROW),
    "desk_edited": (("d", "down", "K", "up"), WIDE),
    "desk_weakened": (("g", *"PP23", "enter"), WIDE),
    "desk_weakened_narrow": (("g", *"PP23", "enter", "tab"), NARROW),
    "editor": (("down", "e", "x", "y", "z"), WIDE),
    "editor_narrow": (("down", "e", "x", "y", "z"), NARROW),
    "lineage": (("2",), WIDE),
    "updates": (("U",), WIDE),
    "updates_narrow": (("U",), NARROW),
    "masthead": (("T", "home"), WIDE),
    "masthead_narrow": (("T", "home"), NARROW),
    "whole": (("down", "d", "w"), WIDE),
    "side_by_side": (("down", "d", "w", "b"), WIDE),
    "side_by_side_narrow": (("down", "d", "w", "b"), NARROW),
    "help_narrow": (("f1",), NARROW),
    "light": (("down",), WIDE),
}


def looked_over(_desk: Desk, draft: Draft, _watch: object) -> LookedOver:
    """Two updates that stay the same whatever the rules learn."""
    found, new = "74/166 of 18 December 2019", "75/190 of 16 December 2020"
    one = next((paragraph for paragraph in draft.standing if found in paragraph.text), None)
    if one is None:
        return LookedOver(draft, (), ())
    at = one.text.index(found)
    certain = Update(one.origin or "", at, at + len(found), found, new, UpdateStatus.CERTAIN, "it is the latest now")
    item = draft.agenda_item
    verify = Update(AGENDA_ITEM, 0, len(item), item, None, UpdateStatus.VERIFY, "numbered anew each session")
    return LookedOver(draft, (certain, verify), ())


def weakened(draft: Draft) -> Draft:
    """Grave concern about abductions is a deep one now, and the call is no longer strong."""
    words = draft["p23"].text.replace("expressing grave concern", "expressing deep concern")
    return apply(draft, gestures.written(draft, "p23", words.replace("calling strongly upon", "calling upon")).edit)


@pytest.mark.parametrize("name", SCREENS)
def test_screen(name: str, snap_compare: Callable[..., bool], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(drafts, "looked_over", looked_over)
    monkeypatch.setattr(new_draft, "folder_told", lambda _: "/home/me/drafts")
    monkeypatch.setitem(panes.SOURCES, "suggestions", panes.pending_updates)
    keys, size = SCREENS[name]
    desk = Desk.at(shipped("corpus"))
    draft = None
    if not name.startswith("library"):
        draft = tmp_path / "dprk-76.toml"
        begun = desk.begin("75/190")
        draftfile.save(draft, weakened(begun) if "weakened" in name else begun)
    app = DrafterApp(lambda: desk, draft, tmp_path / "settings.toml")

    async def shown(pilot: Pilot[None]) -> None:
        if draft is None:
            while not any(timeline.items for timeline in app.screen.query(Timeline)):
                await pilot.pause(0.02)
            await pilot.press(*keys)
            for field in app.screen.query("Input").results(Input):
                field.cursor_blink = False
            await pilot.pause(0.2)
            return
        while not isinstance(app.screen, DeskScreen) or app.session is None or app.session.looked_at is None:
            await pilot.pause(0.02)
        if name == "light":
            app.theme = LIGHT
        app.session = replace(app.session, saved_at=SAVED)
        await pilot.press(*keys)
        while app.session.looked_at is not app.session.draft:
            await pilot.pause(0.02)
        at_desk = next(screen for screen in app.screen_stack if isinstance(screen, DeskScreen))
        while not at_desk.side.is_current():
            await pilot.pause(0.02)
        await pilot.app.workers.wait_for_complete()
        while app.opened is not None and app.opened.file.unsaved:
            await pilot.pause(0.02)
        await pilot.pause(0.05)
        app.session = replace(app.session, saved_at=SAVED)
        app.clear_notifications()
        for editor in app.screen.query("TextArea").results(TextArea):
            editor.cursor_blink = False
        await pilot.pause(0.2)

    assert snap_compare(app, terminal_size=size, run_before=shown)
