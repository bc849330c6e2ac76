"""The application: it puts the parts together and is the office that screens ask."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, ClassVar

from textual import events, on
from textual.app import SystemCommand
from textual.binding import BindingType
from textual.reactive import reactive
from textual.screen import Screen

from drafter.errors import DrafterError
from drafter.tui import settings
from drafter.tui.action import shown_key
from drafter.tui.actions import BY_ID, bindings
from drafter.tui.keys import KeyQueue
from drafter.tui.office import Settling, Showing
from drafter.tui.preparation import Preparation
from drafter.tui.sparing import SparingApp
from drafter.tui.theme import THEMES
from drafter.tui.tidying import Tidying
from drafter.tui.work import drafts
from drafter.tui.work.background import in_background, yield_often
from drafter.tui.work.leaving import on_signals

if TYPE_CHECKING:
    from drafter.answering import Answering
    from drafter.desk import Desk
    from drafter.edit.documents import Typing
    from drafter.edit.gestures import Gesture
    from drafter.library.searchable import Progress
    from drafter.model.draft import Draft
    from drafter.model.symbol import Symbol
    from drafter.negotiation.edits import RoundEdit
    from drafter.negotiation.values import Round
    from drafter.tui.opened import OpenedDraft
    from drafter.tui.opened_round import OpenedRound
    from drafter.tui.state.round_session import RoundSession
    from drafter.tui.state.session import Session
    from drafter.tui.work.rounds import RoundTakenUp
    from drafter.tui.work.values import TakenUp


class DrafterApp(SparingApp):
    """Opens on the library, or on a draft. It is the `Office` of all screens."""

    TITLE = "drafter"
    CSS_PATH = ["app.tcss", "screens/library.tcss"]  # noqa: RUF012 - the first screen's own is not loaded by itself
    ENABLE_COMMAND_PALETTE = True
    COMMAND_PALETTE_BINDING = ""
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("app")]
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (96, "-middle"), (138, "-wide")]  # noqa: RUF012

    session: reactive[Session | None] = reactive(None, always_update=True, repaint=False)
    negotiation: reactive[RoundSession | None] = reactive(None, always_update=True, repaint=False)

    def __init__(self, desk: Callable[[], Desk], draft: Path | None = None, settings_file: Path | None = None) -> None:
        """`desk` is asked for the desk once the first screen is painted; a draft to open may be named."""
        super().__init__()
        self._desk, self._at_the_door = desk, Lock()
        self._opened_desk: Desk | None = None
        self.preparation = Preparation(
            self, lambda watch: self.answering.prepare(watch), self._tell_stopped, self.complain
        )
        self.key_queue = KeyQueue(self, super().on_event)
        self._tidying = Tidying(self)
        self.opened_draft: OpenedDraft | None = None
        self.opened_round: OpenedRound | None = None
        self._first = draft
        self._settings_file = settings_file or settings.settings_file()
        loaded = settings.load(self._settings_file)
        self.settings, self._keeping, self._slips = loaded.settings, loaded.understood, loaded.slips
        for theme in THEMES:
            self.register_theme(theme)
        self.theme = self.settings.theme if self.settings.theme in self.available_themes else settings.DARK
        self.set_keymap(self.settings.keys)

    @property
    def desk(self) -> Desk:
        with self._at_the_door:  # workers ask for it too, and there is to be one
            if self._opened_desk is None:
                self._opened_desk = self._desk()
        return self._opened_desk

    @cached_property
    def answering(self) -> Answering:
        from drafter.answering import Answering

        return Answering(self.desk.library)

    @property
    def opened(self) -> OpenedDraft | OpenedRound | None:
        return self.opened_draft or self.opened_round

    @property
    def brackets(self) -> bool:
        return self.no_color

    def get_default_screen(self) -> Screen[None]:
        from drafter.tui.screens.library import LibraryScreen

        return LibraryScreen()

    def on_mount(self) -> None:
        for slip in self._slips:
            self.complain(slip)
        yield_often()
        on_signals(self._leave)
        if self._first is not None:
            self.open_draft(self._first)

    def on_unmount(self) -> None:
        self.preparation.stop()
        if self.opened is not None:
            self.opened.close()

    async def on_event(self, event: events.Event) -> None:
        if isinstance(event, (events.Key, events.Paste)) and not event.is_forwarded:
            self._tidying.key_pressed()
            await self.key_queue.take(event)
        else:
            await super().on_event(event)

    def on_key(self, event: events.Key) -> None:
        """A key that does nothing here says so."""
        if event.is_printable and event.key not in self.screen.active_bindings and not self.screen.is_modal:
            self.notify(f"{shown_key(event.key)} does nothing here; F1 lists the keys.", timeout=2, markup=False)

    def complain(self, error: DrafterError) -> None:
        self.notify(str(error), title="Not done", severity="error", timeout=8, markup=False)

    def keep(self, changed: settings.Settings) -> None:
        self.settings = changed
        if not self._keeping:
            return
        try:
            settings.save(self._settings_file, changed)
        except (DrafterError, OSError) as error:
            self.notify(f"The settings could not be written: {error}", severity="warning", markup=False)

    def make(self, gesture: Callable[[Draft], Gesture | None]) -> Gesture | None:
        return self.opened_draft.make(gesture) if self.opened_draft else None

    def decide(self, edit: Callable[[Round], RoundEdit]) -> bool:
        return self.opened_round is not None and self.opened_round.decide(edit)

    def keep_typing(self, typing: Typing | None) -> None:
        if self.opened_draft is not None:
            self.opened_draft.file.keep_typing(typing)

    def watch_session(self) -> None:
        if self.opened_draft is not None:
            self.opened_draft.look_over_soon()

    @on(events.AppFocus)
    def _look_at_the_file(self) -> None:
        if self.opened is not None and len(self.screen_stack) < 4:
            self.opened.look_at_the_file()

    def open_draft(self, path: Path) -> None:
        self._take_up(lambda: drafts.opened(self.desk, path))

    def start_draft(self, symbol: Symbol) -> None:
        from drafter.tui.dialogs.new_draft import Beginning, new_draft

        def begin(new: Beginning) -> None:
            self._take_up(lambda: drafts.begun(self.desk, symbol, new.path, new.session))

        new_draft(self, symbol, begin)

    def _take_up(self, read: Callable[[], TakenUp | RoundTakenUp]) -> None:
        """Let a worker read a draft or a round; keys wait until it is there."""

        def failed(error: DrafterError) -> None:
            self.key_queue.opening = False
            self.complain(error)

        self.key_queue.opening = True
        in_background(self, read, self._taken_up, failed, "draft")

    def _taken_up(self, found: TakenUp | RoundTakenUp) -> None:
        from drafter.tui.taking_up import shown

        self.preparation.start()
        self.key_queue.opening = False
        self._let_go()
        self.opened_draft, self.opened_round = shown(self, found)
        self.keep(self.settings.opened(found.file.path))

    def close_draft(self) -> None:
        def back() -> None:
            self.pop_screen()
            self._let_go()

        self._save(back)

    def _let_go(self) -> None:
        if self.opened is not None:
            self.opened.close()
        self.opened_draft = self.opened_round = None
        self.session = self.negotiation = None

    def read_text(self, symbol: Symbol) -> None:
        from drafter.tui.screens.reading import ReadingScreen

        try:
            self.push_screen(ReadingScreen(self.desk.library.reading(symbol)))
        except DrafterError as error:
            self.complain(error)

    def compare(self, old: str, new: str) -> None:
        from drafter.tui.screens.comparison import ComparisonScreen

        try:
            library = self.desk.library
            self.push_screen(ComparisonScreen(library.get(old), library.get(new)))
        except DrafterError as error:
            self.complain(error)

    def add_documents(self, paths: Sequence[Path]) -> None:
        from drafter.tui.adding import add

        add(self, paths)

    def _tell_stopped(self, progress: Progress) -> None:
        self.notify(f"Stopped: {progress}. {BY_ID['desk.prepare'].shown_keys(self.settings.keys)} goes on.")

    def _save(self, then: Callable[[], None]) -> None:
        screen = self.screen
        if self.opened is not None and not (isinstance(screen, Settling) and not screen.settle()):
            self.opened.save(then)

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """The registry's actions that are valid here, as commands."""
        from drafter.tui.palette import commands

        return commands(self, screen, self.settings.keys)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """Undo, redo and save are there only with a draft or a round, taking over only where another window closed."""
        if action == "take_over":
            return self.opened is not None and self.opened.can_take_over
        return self.opened is not None or action not in {"undo", "redo", "save"}

    def action_help(self) -> None:
        from drafter.tui.screens.help import HelpScreen

        self.push_screen(HelpScreen(self.settings.keys, of_round=self.negotiation is not None))

    def action_copy(self) -> None:
        from drafter.tui.copying import copy

        copy(self)

    def action_theme(self) -> None:
        self.theme = settings.LIGHT if self.current_theme.dark else settings.DARK
        self.keep(replace(self.settings, theme=self.theme))

    def action_undo(self) -> None:
        if self.opened is not None:
            self._show_touched(self.opened.undo())

    def action_redo(self) -> None:
        if self.opened is not None:
            self._show_touched(self.opened.redo())

    def _show_touched(self, ids: Sequence[str]) -> None:
        for screen in self.screen_stack:
            if isinstance(screen, Showing):
                screen.show_touched(ids)

    def action_save(self) -> None:
        self._save(lambda: None)

    def action_take_over(self) -> None:
        if self.opened is not None:
            self.opened.take_over()

    def _leave(self, code: int) -> None:
        """Write what the draft's file lacks and end, as a signal asks."""
        if self.opened is not None:
            self.opened.close()
        self.exit(return_code=code)

    async def action_quit(self) -> None:
        """Write the draft file and leave."""
        if self.opened is None:
            self.exit()
        else:
            self._save(self.exit)
