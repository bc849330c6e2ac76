"""The part of the application that opens and begins drafts and adds documents; what takes time runs in workers."""

from __future__ import annotations

import gc
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from threading import Event
from time import monotonic
from typing import TYPE_CHECKING

from textual import on
from textual.message import Message
from textual.reactive import reactive

from drafter.errors import DrafterError, StoppedError
from drafter.model.symbol import Symbol
from drafter.tui.actions import BY_ID
from drafter.tui.app_draft import AppDraft
from drafter.tui.settings import Settings
from drafter.tui.work import filing
from drafter.tui.work.messages import (
    DocumentsAdded,
    DraftLookedOver,
    DraftOpened,
    LibraryPrepared,
    LibraryPreparing,
    WorkFailed,
)

if TYPE_CHECKING:
    from drafter.answering import Answering
    from drafter.desk import Desk
    from drafter.edit.documents import Typing
    from drafter.library.searchable import Progress
    from drafter.tui.state.session import Session

_OPENING = "draft"
"""The workers that read what will be opened: one at a time, and keys wait for it."""

_TOLD = 0.2
"""Seconds between two words on how far slow work is."""

_SETTLE = 0.3
"""Seconds without an edit before a worker looks the draft over."""


class AppFiles(AppDraft):
    """What leads to an open draft, and what a worker finds out about it."""

    desk: Desk
    answering: Answering
    settings: Settings
    preparing: reactive[Progress | None] = reactive(None, repaint=False)
    """How far the library is prepared for being searched, while that takes a while."""

    prepared: reactive[int] = reactive(0, repaint=False)
    """How often the library was made ready to be searched."""

    def __init__(self) -> None:
        super().__init__()
        self._stop_asked = Event()
        self._told = 0.0
        self._at_it = self._once_more = False

    def keep(self, changed: Settings) -> None:
        """Hold and write the settings."""
        raise NotImplementedError

    def work(self, look: Callable[[], Message], group: str) -> None:
        """Run `look` in a worker and post what it found; what goes wrong is posted too."""

        def run() -> None:
            try:
                self.post_message(look())
            except DrafterError as error:
                self.post_message(WorkFailed(error, group))

        self.opening = self.opening or group == _OPENING
        self.run_worker(run, thread=True, group=group, exclusive=True, exit_on_error=False)

    def open_draft(self, path: Path) -> None:
        """Take up a draft from its file."""
        self.work(lambda: filing.opened(self.desk, path), _OPENING)

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
                self.work(lambda: filing.begun(self.desk, symbol, path), _OPENING)

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
        self.prepare()
        from drafter.tui.screens.desk.screen import DeskScreen

        self.opening = False
        self.let_go()
        opened = self.open_draft_file = event.opened
        self.session = event.session
        opened.watch(lambda told: self._hear(opened, told))
        self.keep(self.settings.opened(opened.path))
        for notice in opened.notices:
            self.notify(f"{notice[0].upper()}{notice[1:]}.", timeout=8, markup=False)
        if opened.read_only is not None:
            self.notify(f"Read-only: {opened.read_only}", severity="warning", timeout=10, markup=False)
        self.push_screen(DeskScreen(), None)
        if opened.outside is not None:
            self._compete("It was changed while edits here were not in it.")
        elif opened.typing is not None and opened.read_only is None:
            self._offer_back(opened.typing)

    def _offer_back(self, typing: Typing) -> None:
        """Offer the text that was being typed when the program last ended."""
        from drafter.tui.dialogs.choose import Choose
        from drafter.tui.screens.desk.screen import DeskScreen

        def chosen(answer: str | None) -> None:
            if answer == "go on" and isinstance(self.screen, DeskScreen):
                self.screen.resume(typing.id, typing.markup)
            elif answer == "drop":
                self.keep_typing(None)

        answers = (("go on", "Go on typing it"), ("drop", "Forget it"))
        question = "The program ended while this was being typed"
        self.push_screen(Choose(question, answers, typing.markup), chosen)

    def watch_session(self, session: Session | None) -> None:
        """After an edit, let a worker look the draft over again."""
        if self._looking is not None:
            self._looking.stop()
        if session is not None and session.looked_at is not session.draft and session.base is not None:
            self._looking = self.set_timer(_SETTLE, self._look_over)

    def _look_over(self) -> None:
        if self.session is not None:
            draft = self.session.draft
            self.work(lambda: filing.looked_over(self.desk, draft, self._watch_work), "look")

    @on(DraftLookedOver)
    def _looked_over(self, event: DraftLookedOver) -> None:
        if self.session is not None and self.session.draft is event.draft:
            if self.session.looked_at is None:
                gc.freeze()  # a draft stays as long as it is open: to look it through again would stop the hand
            self.session = replace(self.session, updates=event.updates, findings=event.findings, looked_at=event.draft)

    @on(WorkFailed)
    def _work_failed(self, event: WorkFailed) -> None:
        if event.group == _OPENING:
            self.opening = False
        elif event.group == "prepare":
            self.preparing, self._at_it = None, False
        self.complain(event.error)

    def prepare(self) -> None:
        """Let a worker prepare the library for being searched; it goes on where it was stopped."""
        if self._at_it:
            self._once_more = True
            return
        self._at_it, self._once_more = True, False
        self._stop_asked.clear()
        self.work(lambda: LibraryPrepared(self.answering.prepare(self._watch_work)), "prepare")

    def _watch_work(self, progress: Progress) -> None:
        """Called by a worker before each step of slow work on the library."""
        if self._stop_asked.is_set():
            raise StoppedError("the preparation of the library was stopped")
        if monotonic() - self._told > _TOLD:
            self._told = monotonic()
            self.post_message(LibraryPreparing(progress))

    def on_unmount(self) -> None:
        self._stop_asked.set()

    def stop_preparing(self) -> bool:
        """Stop it; False where it is not under way."""
        under_way, self.preparing = self.preparing is not None, None
        self._stop_asked.set()
        return under_way

    @on(LibraryPreparing)
    def _preparing(self, event: LibraryPreparing) -> None:
        if not self._stop_asked.is_set():
            self.preparing = event.progress

    @on(LibraryPrepared)
    def _prepared(self, event: LibraryPrepared) -> None:
        self.preparing, self._at_it = None, False
        self.prepared += 1
        if self._once_more:
            self.prepare()
        if event.stopped is not None:
            self.notify(f"Stopped: {event.stopped}. {BY_ID['desk.prepare'].shown_keys(self.settings.keys)} goes on.")

    @on(DocumentsAdded)
    def _documents_added(self, event: DocumentsAdded) -> None:
        from drafter.tui.dialogs.report import Report
        from drafter.tui.screens.library import LibraryScreen

        self.answering.forget()
        self.prepare()
        self.push_screen(Report(event.added))
        for screen in self.screen_stack:
            if isinstance(screen, LibraryScreen):
                screen.read_again()

    def close_draft(self) -> None:
        """Write the draft file and go back to the library."""
        self.save(self._back_to_library)

    def _back_to_library(self) -> None:
        self.pop_screen()
        self.let_go()
