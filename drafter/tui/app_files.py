"""The part of the application that opens, begins and saves drafts; what takes time runs in workers."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from textual import on
from textual.app import App
from textual.message import Message
from textual.reactive import reactive
from textual.timer import Timer

from drafter.errors import DrafterError
from drafter.model.symbol import Symbol
from drafter.tui import filing
from drafter.tui.messages import DocumentsAdded, DraftOpened, UpdatesFound, WorkFailed
from drafter.tui.session import Session
from drafter.tui.settings import Settings

if TYPE_CHECKING:
    from drafter.desk import Desk

_SETTLE = 0.3
"""Seconds without an edit before a worker looks for updates again."""


class AppFiles(App[None]):
    """Holds the session; subclasses add what is done to it."""

    desk: Desk
    settings: Settings
    _looking: Timer | None = None
    session: reactive[Session | None] = reactive(None, always_update=True, repaint=False)

    def keep(self, changed: Settings) -> None:
        """Hold and write the settings."""
        raise NotImplementedError

    def complain(self, error: DrafterError) -> None:
        """Show what went wrong in its one line."""
        self.notify(str(error), title="Not done", severity="error", timeout=8, markup=False)

    def work(self, look: Callable[[], Message], group: str) -> None:
        """Run `look` in a worker and post what it found; what goes wrong is posted too."""

        def run() -> None:
            try:
                self.post_message(look())
            except DrafterError as error:
                self.post_message(WorkFailed(error))

        self.run_worker(run, thread=True, group=group, exclusive=True, exit_on_error=False)

    def open_draft(self, path: Path) -> None:
        """Take up a draft from its file."""
        self.work(lambda: DraftOpened(filing.opened(self.desk, path)), "draft")

    def start_draft(self, symbol: Symbol) -> None:
        """Ask for a file and begin next year's draft in it."""
        from drafter.tui.dialogs.ask import Ask

        def check(name: str) -> str:
            path = Path(name.strip()).expanduser()
            if not name.strip() or path.is_dir():
                return "give the file a name"
            return "there is a file of this name already" if path.exists() else ""

        def begin(name: str | None) -> None:
            if name is not None:
                path = Path(name.strip()).expanduser()
                path = path if path.suffix else path.with_suffix(".toml")
                self.work(lambda: DraftOpened(filing.begun(self.desk, symbol, path)), "draft")

        suggested = filing.suggested_file(symbol, Path())
        hint = "the draft file; every change is written to it"
        self.push_screen(
            Ask(f"A new draft from {symbol.short}. Where shall it lie?", str(suggested), hint, check), begin
        )

    def read_text(self, symbol: Symbol) -> None:
        """Show an adopted text."""
        from drafter.tui.screens.reading import ReadingScreen

        try:
            self.push_screen(ReadingScreen(self.desk.library.reading(symbol)))
        except DrafterError as error:
            self.complain(error)

    def compare(self, old: str, new: str) -> None:
        """Show what changed from one adopted text to another."""
        from drafter.tui.screens.comparison import ComparisonScreen

        try:
            library = self.desk.library
            self.push_screen(ComparisonScreen(library.get(old), library.get(new)))
        except DrafterError as error:
            self.complain(error)

    def add_documents(self, paths: Sequence[Path]) -> None:
        """Read files into the library."""
        self.notify(f"Reading {len(paths)} file{'' if len(paths) == 1 else 's'} …", timeout=2)
        self.work(lambda: DocumentsAdded(filing.added(self.desk, paths)), "add")

    @on(DraftOpened)
    def _draft_opened(self, event: DraftOpened) -> None:
        from drafter.tui.screens.desk import DeskScreen

        session = event.session
        self.session = session
        self.keep(self.settings.opened(session.path))
        self.push_screen(DeskScreen())
        if session.base is None:
            line = f"{session.draft.base} is not in the library: nothing can be compared with it until it is added."
            self.notify(line, severity="warning", timeout=10, markup=False)

    def watch_session(self, session: Session | None) -> None:
        """After an edit, let a worker look for what is still to be brought up to date."""
        if self._looking is not None:
            self._looking.stop()
        if session is not None and session.updates_of is not session.draft and session.base is not None:
            self._looking = self.set_timer(_SETTLE, self._look_for_updates)

    def _look_for_updates(self) -> None:
        if self.session is not None:
            draft = self.session.draft
            self.work(lambda: UpdatesFound(draft, filing.updates(self.desk, draft)), "updates")

    @on(UpdatesFound)
    def _updates_found(self, event: UpdatesFound) -> None:
        if self.session is not None and self.session.draft is event.draft:
            self.session = replace(self.session, updates=event.updates, updates_of=event.draft)

    @on(WorkFailed)
    def _work_failed(self, event: WorkFailed) -> None:
        self.complain(event.error)

    @on(DocumentsAdded)
    def _documents_added(self, event: DocumentsAdded) -> None:
        from drafter.tui.dialogs.report import Report
        from drafter.tui.screens.library import LibraryScreen

        self.push_screen(Report(event.added))
        for screen in self.screen_stack:
            if isinstance(screen, LibraryScreen):
                screen.read_again()

    def close_draft(self) -> None:
        """Back to the library."""
        self.action_save()
        self.pop_screen()
        self.session = None

    def action_save(self) -> None:
        """Write the draft file."""
        session = self.session
        settle = getattr(self.screen, "settle", None)
        if session is None or session.read_only or (settle is not None and not settle()):
            return
        session = self.session
        assert session is not None
        if session.is_saved:
            return
        try:
            filing.save(session.path, session.draft)
        except DrafterError as error:
            self.complain(error)
        else:
            self.session = replace(session, saved=session.draft, saved_at=datetime.now())
