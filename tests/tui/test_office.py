"""Screens and panels stand on an `Office`, and on no more of the application than that."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from textual.app import App
from textual.reactive import reactive

from drafter.answering import Answering
from drafter.desk import Desk
from drafter.edit import draftfile
from drafter.edit.documents import Typing
from drafter.edit.gestures import Gesture
from drafter.errors import DrafterError
from drafter.model.draft import Draft
from drafter.model.symbol import Symbol
from drafter.resources import shipped
from drafter.tui.app import DrafterApp
from drafter.tui.office import Office
from drafter.tui.preparation import Preparation
from drafter.tui.screens.desk import DeskScreen
from drafter.tui.settings import Settings
from drafter.tui.state.session import Session
from drafter.tui.work import drafts


def an_office(app: DrafterApp) -> Office:
    """The type checker holds the application to it."""
    return app


class SmallOffice(App[None]):
    """All that a screen may ask for, on a draft in memory."""

    CSS_PATH = str(Path(__file__).parents[2] / "drafter" / "tui" / "app.tcss")
    session: reactive[Session | None] = reactive(None, always_update=True, repaint=False)
    brackets = False

    def __init__(self, draft: Path) -> None:
        super().__init__()
        self.desk = Desk.at(shipped("corpus"))
        self.answering = Answering(self.desk.library)
        self.preparation = Preparation(self, self.answering.prepare, print, print)
        self.settings = Settings()
        self.said: list[object] = []
        self._draft = draft

    def on_mount(self) -> None:
        taken = drafts.opened(self.desk, self._draft)
        self.said.append(taken.file)
        self.session = taken.session
        self.push_screen(DeskScreen())

    def make(self, gesture: Callable[[Draft], Gesture | None]) -> Gesture | None:
        assert self.session is not None
        made = gesture(self.session.draft)
        if made is not None:
            after = self.session.history.done(made.edit, _applied(self.session.draft, made), "done")
            self.session = replace(self.session, history=after)
        return made

    def complain(self, error: DrafterError) -> None:
        self.said.append(error)

    def keep(self, changed: Settings) -> None:
        self.settings = changed

    def keep_typing(self, typing: Typing | None) -> None:
        self.said.append(typing)

    def open_draft(self, path: Path) -> None:
        self.said.append(path)

    def start_draft(self, symbol: Symbol) -> None:
        self.said.append(symbol)

    def close_draft(self) -> None:
        self.said.append("closed")

    def read_text(self, symbol: Symbol) -> None:
        self.said.append(symbol)

    def compare(self, old: str, new: str) -> None:
        self.said.append((old, new))

    def add_documents(self, paths: Sequence[Path]) -> None:
        self.said.append(paths)


def _applied(draft: Draft, made: Gesture) -> Draft:
    from drafter.edit.apply import apply

    return apply(draft, made.edit)


async def test_the_desk_works_on_any_office(tmp_path: Path) -> None:
    path = tmp_path / "draft.toml"
    draftfile.save(path, Desk.at(shipped("corpus")).begin("75/190"))
    app = SmallOffice(path)
    held: Office = app
    async with app.run_test(size=(150, 42)) as pilot:
        await pilot.pause()
        await pilot.press("d", "down", "e", "!", "escape", "L")
        await pilot.pause()
        assert held.session is not None
        draft = held.session.draft
        assert draft.paragraphs[0].deleted
        assert draft.paragraphs[1].text.endswith("!")
        assert app.said[-1] == "closed"
        app.said[0].close()  # type: ignore[attr-defined]
