"""The application as a drafter has it: the shipped library, a folder of one's own, no settings."""

from __future__ import annotations

import asyncio
import shutil
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager, suppress
from pathlib import Path

import pytest
from textual.pilot import Pilot

from drafter.desk import Desk
from drafter.edit import gestures
from drafter.edit.edits import Edit
from drafter.edit.gestures import Gesture
from drafter.errors import DrafterError
from drafter.model.draft import Draft
from drafter.resources import shipped
from drafter.tui.app import DrafterApp
from drafter.tui.screens.desk import DeskScreen

Open = Callable[..., AbstractAsyncContextManager["Hand"]]


class Hand:
    """A drafter's hand on the application: keys go in, the draft comes out."""

    def __init__(self, pilot: Pilot[None], app: DrafterApp) -> None:
        self.pilot, self.app = pilot, app

    async def press(self, *keys: str) -> None:
        await self.pilot.press(*keys)
        await self.pilot.pause()

    async def type(self, text: str) -> None:
        await self.pilot.press(*(_KEYS.get(character, character) for character in text))
        await self.pilot.pause()

    async def until(self, true: Callable[[], object]) -> None:
        """Wait until something is true, at most a minute."""
        for _ in range(3000):
            if true():
                return
            await asyncio.sleep(0.02)
            await self.pilot.pause()
        raise AssertionError("this never came true")

    async def begin(self) -> None:
        """From the library to the desk with a new draft."""
        await self.until(lambda: self.app.screen.query("#timeline").first().items)
        await self.press("n")
        await self.press("enter")
        await self.until(lambda: isinstance(self.app.screen, DeskScreen) and self.desk.outline.items)

    async def go(self, label: str) -> None:
        """Take up the paragraph with a label."""
        found = self.find(label)
        assert found is not None, label
        self.desk.place = found
        await self.pilot.pause()

    def find(self, label: str) -> str | None:
        """The id of the paragraph with a label as a person types it."""
        with suppress(DrafterError):
            return gestures.paragraph_at(self.draft, label)
        return None

    def perform(self, edit: Edit) -> None:
        """Do an edit to the open draft."""
        self.app.make(lambda _: Gesture(edit))

    @property
    def desk(self) -> DeskScreen:
        assert isinstance(self.app.screen, DeskScreen)
        return self.app.screen

    @property
    def draft(self) -> Draft:
        assert self.app.session is not None
        return self.app.session.draft

    def text(self, label: str) -> str:
        """The text of the paragraph with a label, as markup."""
        found = self.find(label)
        assert found is not None, label
        return self.draft[found].inline.markup


_KEYS = {
    " ": "space", ".": "full_stop", ",": "comma", ";": "semicolon", "/": "slash", "-": "minus", "(": "left_parenthesis",
    ")": "right_parenthesis", ":": "colon", "_": "underscore", "*": "asterisk", "'": "apostrophe",
}  # fmt: skip


@pytest.fixture
def opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Open:
    """Open the application in a folder of its own, on a copy of the shipped library, or on a draft."""
    corpus = tmp_path / "corpus"
    shutil.copytree(shipped("corpus"), corpus, ignore=shutil.ignore_patterns(".*"))
    monkeypatch.chdir(tmp_path)

    @asynccontextmanager
    async def open_it(draft: Path | None = None, size: tuple[int, int] = (150, 42)) -> AsyncIterator[Hand]:
        app = DrafterApp(lambda: Desk.at(corpus), draft, tmp_path / "settings.toml")
        async with app.run_test(size=size) as pilot:
            await pilot.pause()
            yield Hand(pilot, app)

    return open_it
