"""Hand in: choose the files and the author, see them made and where they are."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.screen import Screen
from textual.widgets import Button, Input, Label, Static
from textual.worker import Worker, get_current_worker

from drafter.edit import gestures
from drafter.errors import DrafterError
from drafter.render.data import private
from drafter.tui.actions import BY_ID, bindings
from drafter.tui.dialogs.choose import Choose
from drafter.tui.office import office, session_of
from drafter.tui.screens.mounted import once_mounted
from drafter.tui.shown.plain import shown
from drafter.tui.widgets.hints import Hints
from drafter.tui.widgets.ticks import Tick
from drafter.tui.widgets.title_bar import TitleBar
from drafter.tui.work import outputs
from drafter.tui.work.outputs import OUTPUTS, Job, Made, Output, Wish
from drafter.written import FileStanding, WrittenFiles, free_beside

if TYPE_CHECKING:
    from drafter.model.draft import Draft


class HandInScreen(Screen[str | None]):
    """Files are made in turn by a worker; Esc stops the rest."""

    CSS_PATH = "hand_in.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("hand_in")]
    AUTO_FOCUS = "#make"

    @dataclass
    class FileMade(Message):
        """One of the files was made, or could not be."""

        made: Made

    _working: Worker[None] | None = None
    _chosen: Sequence[Output] = ()
    _made: Sequence[Made] = ()

    def compose(self) -> ComposeResult:
        session = session_of(self)
        yield TitleBar()
        with VerticalScroll(id="page", can_focus=False):
            yield Static("", id="standing")
            yield Label("The Secretariat wants every change against the adopted text tracked.", classes="told")
            for output in OUTPUTS:
                yield _box(output.label, output.told, output.id, output.chosen)
                if output.id == "tracked":
                    yield _box("with comments", "the reason and the sources of each change beside it", "comments")
            yield _box("Draft inside", _carried(session.draft), "carrying")
            with Horizontal(classes="field first"):
                yield Label("Author of the changes")
                author = session.draft.author or office(self).settings.author
                yield Input(author, placeholder="your delegation, or nobody in particular", id="author", compact=True)
            with Horizontal(classes="field"):
                yield Label("Folder")
                yield Input(str(session.path.resolve().parent), id="folder", compact=True)
            yield Button("Make the files", variant="primary", id="make", compact=True)
            yield Static("", id="made")
        yield Hints()

    @once_mounted
    def on_mount(self) -> None:
        session = session_of(self)
        self.query_one(TitleBar).left = f"Hand in · {shown(session.draft.title.text)}"
        self.watch(self.app, "session", self._show_standing)

    def _show_standing(self) -> None:
        key = BY_ID["hand_in.status"].shown_keys(office(self).settings.keys)
        said = Content.assemble(shown(session_of(self).status.said), (f" · {key} shows all", "$foreground 62%"))
        self.query_one("#standing", Static).update(said)

    def action_status(self) -> None:
        from drafter.tui.screens.status import StatusScreen

        def chosen(place: str | None) -> None:
            if place is not None:
                self.dismiss(place)

        self.app.push_screen(StatusScreen(), chosen)

    @on(Button.Pressed, "#make")
    def _pressed(self) -> None:
        self.action_make()

    def _ticked(self, name: str) -> bool:
        return self.query_one(f"#{name}", Tick).value

    def _written(self, name: str) -> str:
        return self.query_one(f"#{name}", Input).value.strip()

    def action_make(self) -> None:
        session = session_of(self)
        chosen = [output for output in OUTPUTS if self._ticked(output.id)]
        if not chosen:
            self.notify("Choose at least one file.")
            return
        author, folder = self._written("author"), Path(self._written("folder")).expanduser()
        if author != (session.draft.author or office(self).settings.author):
            office(self).make(lambda draft: gestures.masthead(draft, {"author": author}))
            session = session_of(self)
        paths = {output: output.path(session.path, folder) for output in chosen}
        try:
            lying = [self._written_files.standing(path) for path in paths.values()]
        except DrafterError as error:
            office(self).complain(error)
            return
        contested = [one for one in lying if one.contested]
        if not contested:
            self._make([Job(output, path) for output, path in paths.items()])
            return

        def chosen_way(way: str | None) -> None:
            theirs = {one.path for one in contested}
            jobs = [Job(output, path) for output, path in paths.items() if path not in theirs]
            others = [(output, path) for output, path in paths.items() if path in theirs]
            if way == "replace":
                jobs += [Job(output, path, replace=True) for output, path in others]
            elif way == "beside":
                jobs += [Job(output, free_beside(path)) for output, path in others]
            if way is not None and jobs:
                self._make(jobs)

        self.app.push_screen(
            Choose("What is to become of what lies there?", *_asked(contested, len(paths))), chosen_way
        )

    def _make(self, jobs: Sequence[Job]) -> None:
        session, desk, written = session_of(self), office(self).desk, self._written_files
        now = datetime.now(UTC).replace(microsecond=0)
        author = self._written("author")
        wish = Wish(author, now, comments=self._ticked("comments"), carrying=self._ticked("carrying"))

        def work() -> None:
            worker = get_current_worker()
            for job in jobs:
                made = outputs.make(job, desk, session.draft, wish, written, lambda: worker.is_cancelled)
                if made is None:
                    return
                self.post_message(self.FileMade(made))

        self._chosen, self._made = [job.output for job in jobs], ()
        self._working = self.run_worker(work, thread=True, exclusive=True, group="hand_in", exit_on_error=False)
        self._show_made()

    @property
    def _written_files(self) -> WrittenFiles:
        return WrittenFiles(session_of(self).path)

    @on(FileMade)
    def _file_made(self, event: FileMade) -> None:
        if self._working is None:
            return
        self._made = (*self._made, event.made)
        if len(self._made) == len(self._chosen):
            self._working = None
        self._show_made()

    def _show_made(self, *, stopped: bool = False) -> None:
        done, of = len(self._made), len(self._chosen)
        whole = sum(not made.problem for made in self._made)
        if done < of and not stopped:
            head = f"Making {of} …  Esc stops"
        else:
            head = "Stopped: " * stopped + (f"{whole} of {of} made." if whole < of else "Done.")
        lines = [Content.styled(head, "bold")]
        lines += [_line(made) for made in self._made]
        if not stopped:
            lines += [_awaited(output, first=n == 0) for n, output in enumerate(self._chosen[done:])]
        made = self.query_one("#made", Static)
        made.update(Content("\n").join(lines))
        self.call_after_refresh(made.scroll_visible, animate=False)

    def action_open_folder(self) -> None:
        folder = Path(self._written("folder")).expanduser()
        opener = {"darwin": "open", "win32": "explorer"}.get(sys.platform, "xdg-open")
        try:
            subprocess.Popen([opener, str(folder)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        except OSError:
            self.notify(f"The files lie in {folder}", markup=False, timeout=10)

    def action_back(self) -> None:
        """Stop making files or, if none is being made, go back."""
        if self._working is None:
            self.dismiss(None)
            return
        self._working.cancel()
        self._working = None
        self._show_made(stopped=True)


def _asked(contested: Sequence[FileStanding], count: int) -> tuple[tuple[tuple[str, str], ...], str]:
    """The answers, and what is told above them, where files would replace what others made or changed."""
    it = "it" if len(contested) == 1 else "them"
    beside = ", ".join(free_beside(one.path).name for one in contested)
    answers = (
        ("beside", f"Write {beside} instead"),
        ("replace", f"Replace {it}"),
        ("leave", f"Leave {it}" + (" and make the other files" if len(contested) < count else "")),
    )
    return answers, "; ".join(one.told for one in contested) + "."


def _box(label: str, told: str, id: str, chosen: bool = False) -> Tick:
    return Tick(Content.assemble((label, "bold"), (f"   {told}", "$foreground 62%")), chosen, id=id, compact=True)


def _carried(draft: Draft) -> str:
    """What the Word files hold if the draft goes along in them."""
    more = private(draft)
    return f"in the Word files, with {more}" if more else "in the Word files, so that drafter can go on from them"


def _line(made: Made) -> Content:
    if made.problem:
        return Content.assemble(("✗ ", "bold $text-error"), (made.output.label, "bold"), f": {shown(made.problem)}")
    size = f"  {made.size / 1024:,.0f} KB"
    return Content.assemble(("✓ ", "bold $text-success"), shown(str(made.path)), (size, "$foreground 62%"))


def _awaited(output: Output, *, first: bool) -> Content:
    sign, style = ("…", "") if first else ("·", "$foreground 62%")
    return Content.styled(f"{sign} {output.label}", style)
