"""Hand in: choose the files and the author, see them made, see where they lie."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, cast

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Button, Checkbox, Input, Label, Static
from textual.worker import get_current_worker

from drafter.tui.actions import bindings
from drafter.tui.widgets.hints import Hints
from drafter.tui.widgets.title_bar import TitleBar
from drafter.tui.work import outputs
from drafter.tui.work.messages import FileMade
from drafter.tui.work.outputs import OUTPUTS, Made

if TYPE_CHECKING:
    from drafter.tui.app import DrafterApp


class HandInScreen(Screen[None]):
    """Files are made in a worker, one after the other; leaving the screen stops the rest."""

    CSS_PATH = "hand_in.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("hand_in")]
    AUTO_FOCUS = "#make"

    def compose(self) -> ComposeResult:
        session = self.office.session
        assert session is not None
        yield TitleBar()
        with VerticalScroll(id="page"):
            yield Label("Hand in", classes="heading")
            yield Label("The Secretariat wants every change against the adopted text tracked.", classes="told")
            for output in OUTPUTS:
                label = Content.assemble((output.label, "bold"), (f"   {output.told}", "$foreground 62%"))
                yield Checkbox(label, output.chosen, id=output.id, compact=True)
            yield Label("Author of the tracked changes", classes="field")
            author = session.draft.author or self.office.settings.author
            yield Input(author, placeholder="your delegation", id="author", compact=True)
            yield Label("Folder", classes="field")
            yield Input(str(session.path.resolve().parent), id="folder", compact=True)
            yield Button("Make the files", variant="primary", id="make", compact=True)
            yield Static("", id="made", markup=False)
        yield Hints()

    @property
    def office(self) -> DrafterApp:
        return cast("DrafterApp", self.app)

    def on_mount(self) -> None:
        session = self.office.session
        assert session is not None
        self.query_one(TitleBar).left = session.draft.title.text
        self._made: tuple[Made, ...] = ()

    @on(Button.Pressed, "#make")
    def _pressed(self) -> None:
        self.action_make()

    def action_make(self) -> None:
        session = self.office.session
        assert session is not None
        chosen = [output for output in OUTPUTS if self.query_one(f"#{output.id}", Checkbox).value]
        author = self.query_one("#author", Input).value.strip()
        folder = Path(self.query_one("#folder", Input).value.strip()).expanduser()
        if not chosen:
            self.notify("Choose at least one file.")
            return
        if author != self.office.settings.author:
            self.office.keep(replace(self.office.settings, author=author))
        self._made = ()
        self._say(f"Making {len(chosen)} file{'s' if len(chosen) > 1 else ''} …")
        desk, date = self.office.desk, datetime.now(UTC).replace(microsecond=0)

        def work() -> None:
            worker = get_current_worker()
            for output in chosen:
                if worker.is_cancelled:
                    return
                path = output.path(session.path, folder)
                made = outputs.make(output, desk, session.draft, author or "drafter", date, path)
                self.post_message(FileMade(made, len(chosen)))

        self.run_worker(work, thread=True, exclusive=True, group="hand_in", exit_on_error=False)

    @on(FileMade)
    def _file_made(self, event: FileMade) -> None:
        self._made = (*self._made, event.made)
        lines = [self._line(made) for made in self._made]
        done = len(self._made)
        head = "Done." if done == event.of else f"{done} of {event.of} …"
        self._say("\n".join([head, *lines]))

    def _line(self, made: Made) -> str:
        if made.problem:
            return f"✗ {made.output.label}: {made.problem}"
        return f"✓ {made.output.label}: {made.path}  ({made.size / 1024:,.0f} KB)"

    def _say(self, text: str) -> None:
        self.query_one("#made", Static).update(text)

    def action_open_folder(self) -> None:
        folder = Path(self.query_one("#folder", Input).value.strip()).expanduser()
        opener = {"darwin": "open", "win32": "explorer"}.get(sys.platform, "xdg-open")
        try:
            subprocess.Popen([opener, str(folder)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        except OSError:
            self.notify(f"The files lie in {folder}", markup=False, timeout=10)

    def action_back(self) -> None:
        self.dismiss(None)
