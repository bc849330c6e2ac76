"""The foot of a hand-in screen: the folder, the key that makes the files, and what became of each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import Button, Input, Label, Static
from textual.worker import Worker, get_current_worker

from drafter import opening
from drafter.errors import DrafterError
from drafter.tui.dialogs.choose import Choose
from drafter.tui.dialogs.naming import path_typed
from drafter.tui.office import office
from drafter.tui.shown.plain import shown
from drafter.tui.work import making
from drafter.tui.work.background import in_background
from drafter.tui.work.making import Job, Made
from drafter.written import FileStanding, WrittenFiles, free_beside


class MakingPanel(Vertical):
    """A worker makes the files in turn, until it is stopped."""

    DEFAULT_CSS = """
    MakingPanel {
        height: auto;
        #make { margin-top: 1; }
        #made { margin-top: 1; width: 1fr; height: auto; }
    }
    """

    @dataclass
    class FileMade(Message):
        """One of the files was made, or could not be."""

        made: Made

    def __init__(self, beside: Path) -> None:
        """`beside` is the draft or the round: the files go into its folder, unless the drafter names another."""
        super().__init__()
        self._beside = beside
        self._working: Worker[None] | None = None
        self._jobs: Sequence[Job] = ()
        self._made: Sequence[Made] = ()

    def compose(self) -> ComposeResult:
        with Horizontal(classes="field"):
            yield Label("Folder")
            yield Input(str(self._beside.resolve().parent), id="folder", compact=True)
        yield Button("Make the files", variant="primary", id="make", compact=True)
        yield Static("", id="made")

    @property
    def folder(self) -> Path:
        return path_typed(self.query_one("#folder", Input).value)

    def start(self, jobs: Sequence[Job]) -> None:
        """Make the files; what lies there and is not drafter's is asked about first."""
        written = WrittenFiles(self._beside)
        try:
            contested = [one for job in jobs if (one := written.standing(job.path)).contested]
        except DrafterError as error:
            office(self).complain(error)
            return
        if not contested:
            self._make(jobs, written)
            return
        theirs = {one.path for one in contested}

        def chosen(way: str | None) -> None:
            ours = [job for job in jobs if job.path not in theirs]
            others = [job for job in jobs if job.path in theirs]
            if way == "replace":
                ours += [replace(job, replace=True) for job in others]
            elif way == "beside":
                ours += [replace(job, path=free_beside(job.path)) for job in others]
            if way is not None and ours:
                self._make(ours, written)

        self.app.push_screen(Choose("What is to become of what lies there?", *_asked(contested, len(jobs))), chosen)

    def stop(self) -> bool:
        """Stop making files; False if none is being made."""
        if self._working is None:
            return False
        self._working.cancel()
        self._working = None
        self._show_made(stopped=True)
        return True

    def open_folder(self) -> None:
        """Show the folder in the file manager; where there is none, say where it is."""
        folder = self.folder

        def told(shown: bool) -> None:
            if not shown:
                self.notify(f"The files lie in {folder}", markup=False, timeout=10)

        in_background(self, lambda: opening.opened(folder), told, office(self).complain, "folder")

    def _make(self, jobs: Sequence[Job], written: WrittenFiles) -> None:
        def work() -> None:
            worker = get_current_worker()
            for job in jobs:
                made = making.make(job, written, lambda: worker.is_cancelled)
                if made is None:
                    return
                self.post_message(self.FileMade(made))

        self._jobs, self._made = jobs, ()
        self._working = self.run_worker(work, thread=True, exclusive=True, group="making", exit_on_error=False)
        self._show_made()

    @on(FileMade)
    def _file_made(self, event: FileMade) -> None:
        if self._working is None:
            return
        self._made = (*self._made, event.made)
        if len(self._made) == len(self._jobs):
            self._working = None
        self._show_made()

    def _show_made(self, *, stopped: bool = False) -> None:
        done, of = len(self._made), len(self._jobs)
        whole = sum(not made.problem for made in self._made)
        if done < of and not stopped:
            head = f"Making {of} …  Esc stops"
        else:
            head = "Stopped: " * stopped + (f"{whole} of {of} made." if whole < of else "Done.")
        lines = [Content.styled(head, "bold")]
        lines += [_line(made) for made in self._made]
        if not stopped:
            lines += [_awaited(job, first=n == 0) for n, job in enumerate(self._jobs[done:])]
        made = self.query_one("#made", Static)
        made.update(Content("\n").join(lines))
        self.call_after_refresh(made.scroll_visible, animate=False)


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


def _line(made: Made) -> Content:
    if made.problem:
        return Content.assemble(("✗ ", "bold $text-error"), (made.label, "bold"), f": {shown(made.problem)}")
    size = f"  {made.size / 1024:,.0f} KB"
    line = Content.assemble(("✓ ", "bold $text-success"), shown(str(made.path)), (size, "$foreground 62%"))
    return Content("\n").join([line, *(Content.styled(f"  {shown(told)}", "$foreground 62%") for told in made.told)])


def _awaited(job: Job, *, first: bool) -> Content:
    sign, style = ("…", "") if first else ("·", "$foreground 62%")
    return Content.styled(f"{sign} {job.label}", style)
