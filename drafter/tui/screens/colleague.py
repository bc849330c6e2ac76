"""A colleague's file against the draft: each change is taken, left, or kept as a proposal in a round."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

from textual import on
from textual.app import App, ComposeResult
from textual.binding import BindingType
from textual.screen import Screen
from textual.widgets import Static

from drafter.edit.gestures import Gesture
from drafter.edit.taking import ColleaguesFile, TakenChange, accepted, taken_from
from drafter.model.draft import Draft
from drafter.tui.actions import bindings
from drafter.tui.dialogs.ask import Ask
from drafter.tui.dialogs.file_picker import FilePicker
from drafter.tui.dialogs.naming import file_named
from drafter.tui.office import office, session_of
from drafter.tui.screens.mounted import once_mounted
from drafter.tui.shown.plain import shown
from drafter.tui.shown.taken import authors, passages
from drafter.tui.widgets.hints import Hints
from drafter.tui.widgets.running_text import RunningText
from drafter.tui.widgets.title_bar import TitleBar
from drafter.tui.work import colleagues
from drafter.tui.work.background import in_background

if TYPE_CHECKING:
    from drafter.negotiation.edits import RoundEdit
    from drafter.negotiation.intake.kept import KeptChanges

_LEFT = "left out"


def choose_file(app: App[Any], go: Callable[[str | None], None]) -> None:
    """Ask which file, read it and show its changes; `go` shows the paragraph that the drafter goes to."""

    def read(chosen: tuple[Path, ...] | None) -> None:
        session, held = session_of(app), office(app)
        if chosen:
            app.notify(f"Reading {chosen[0].name} …", timeout=2, markup=False)
            look = partial(held.desk.from_colleague, chosen[0], session.path, session.history)
            in_background(app, look, show, held.complain, "colleague")

    def show(file: ColleaguesFile) -> None:
        app.push_screen(ColleagueScreen(file), go)

    question = "Take the changes of which Word file or draft?"
    app.push_screen(FilePicker(question, (".docx", ".toml"), session_of(app).path.parent), read)


class ColleagueScreen(Screen[str | None]):
    """Gives the id of the paragraph to go to, or None."""

    CSS_PATH = "colleague.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("colleague")]
    AUTO_FOCUS = "RunningText"

    def __init__(self, file: ColleaguesFile) -> None:
        super().__init__()
        self._file = file
        self._changes: tuple[TakenChange, ...] = ()
        self._settled: dict[tuple[str, ...], str] = {}
        self._kept: dict[tuple[str, ...], RoundEdit] = {}
        self._round: Path | None = None

    def compose(self) -> ComposeResult:
        yield TitleBar()
        yield Static("\n".join(map(shown, self._file.told)), id="told", markup=False)
        yield RunningText()
        yield Hints()

    @once_mounted
    def on_mount(self) -> None:
        self.query_one("#told").display = bool(self._file.told)
        self.watch(self.app, "session", self._look_again)

    def _look_again(self) -> None:
        """Work out what the file changes in the draft as it is by now."""
        session = office(self).session
        if session is not None:
            draft, look = session.draft, self._file.changes
            in_background(self, lambda: look(draft), self._found, office(self).complain, "changes")

    def _found(self, changes: tuple[TakenChange, ...]) -> None:
        self._changes = changes
        self._show()

    def _show(self) -> None:
        text = self.query_one(RunningText)
        held, keys, cursor = office(self), [one.key for one in text.passages], text.cursor
        shown_now = passages(self._changes, session_of(self).draft, self._settled, brackets=held.brackets)
        there = {one.key for one in shown_now}
        at = next((one.key for one in text.passages[cursor:] if one.key in there), "") if keys else ""
        said = "Your draft has all that is in this file."
        text.show(shown_now, at or (shown_now[-1].key if keys and shown_now else ""), said)
        bar = self.query_one(TitleBar)
        whose = ", ".join(dict.fromkeys(name for one in self._changes for name in one.by))
        bar.left = " · ".join(filter(None, (shown(self._file.path.name), whose and f"by {shown(whose)}")))
        open_ = len(self._open())
        counts = f"{open_} open", f"{len(self._settled) - len(self._kept)} left out", f"{len(self._kept)} as proposals"
        bar.right = " · ".join(count for count in counts if not count.startswith("0 ") or count == counts[0])
        bar.warning = session_of(self).read_only and "read-only"

    @property
    def _chosen(self) -> TakenChange | None:
        place = self.query_one(RunningText).cursor
        return self._changes[place] if place < len(self._changes) else None

    def _open(self) -> list[TakenChange]:
        return [one for one in self._changes if one.key not in self._settled]

    @on(RunningText.Picked)
    def _picked(self) -> None:
        self.action_take()

    def action_take(self) -> None:
        change = self._chosen
        if change is not None and not self._held_as_proposal(change):
            self._settled.pop(change.key, None)
            whose = authors(change)
            name = f"take {change.kind} {change.where}{f' of {whose}' if change.by else ''} from {self._file.path.name}"
            self._make([change], name)

    def action_take_all(self) -> None:
        chosen = [one for one in self._open() if not one.collides and not one.untracked]
        if not chosen:
            self.notify("Nothing is open that does not collide; Enter takes the change under the cursor.", timeout=4)
        elif self._make(chosen, taken_from(self._file.path, chosen)):
            self.notify(f"{len(chosen)} taken as one step; undo takes them out again.", timeout=4)

    def _make(self, chosen: Sequence[TakenChange], name: str) -> bool:
        def gesture(draft: Draft) -> Gesture:
            return Gesture(accepted(draft, chosen, name), chosen[0].place or None)

        made = office(self).make(gesture) is not None
        if made:
            self._found(tuple(one for one in self._changes if one not in chosen))  # at once; a worker looks again
        return made

    def action_leave(self) -> None:
        change = self._chosen
        if change is None or self._held_as_proposal(change):
            return
        if self._settled.pop(change.key, None) is None:
            self._settled[change.key] = _LEFT
            self._show()
            self.query_one(RunningText).cursor += 1
        else:
            self._show()

    def _held_as_proposal(self, change: TakenChange) -> bool:
        if change.key in self._kept:
            self.notify("It is kept as a proposal; p takes it back.", timeout=3)
        return change.key in self._kept

    def action_propose(self) -> None:
        change = self._chosen
        if change is not None and change.key in self._kept:
            self._take_back(self._kept[change.key])
        elif change is not None:
            self._propose([change])

    def action_propose_all(self) -> None:
        if chosen := [one for one in self._open() if not one.untracked]:
            self._propose(chosen)

    def _propose(self, chosen: Sequence[TakenChange]) -> None:
        """Ask in which round, the first time, and whose the changes are, where the file does not say."""
        held, session = office(self), session_of(self)

        def in_round(name: str | None) -> None:
            if name is not None:
                self._round = file_named(name)
                whose()

        def whose() -> None:
            if all(one.by for one in chosen):
                keep("")
            else:
                hint = "a delegation or several with commas between, such as EU, Japan"
                self.app.push_screen(Ask("Whose changes are these?", hint=hint, check=_nobody), keep)

        def keep(by: str | None) -> None:
            path, mine = self._round, session.draft
            if by is not None and path is not None:
                work = colleagues.kept
                look = partial(work, path, mine, chosen, self._file.path, by)
                in_background(self, look, lambda kept: self._note_kept(kept, chosen), held.complain, "proposals")

        def ask(suggested: Path) -> None:
            hint = "a round on this draft; where there is none, it is opened"
            self.app.push_screen(Ask("Keep it as a proposal in which round?", str(suggested), hint), in_round)

        if self._round is not None:
            whose()
        else:
            find = colleagues.round_for
            in_background(self, lambda: find(session.draft, session.path), ask, held.complain, "round")

    def _note_kept(self, kept: KeptChanges, chosen: Sequence[TakenChange]) -> None:
        assert self._round is not None
        done = [one.key for one in chosen if one not in kept.left]
        self._settled |= dict.fromkeys(done, f"kept as a proposal in {self._round.name}")
        self._kept |= dict.fromkeys(done, kept.edit)
        left = f"; no proposal: {', '.join(one.where for one in kept.left)}" if kept.left else ""
        self.notify(f"{_sentence(kept.edit)}, in {self._round.name}{left}", timeout=4, markup=False)
        self._show()
        self.query_one(RunningText).cursor += len(chosen) == 1

    def _take_back(self, edit: RoundEdit) -> None:
        assert self._round is not None
        path, back = self._round, colleagues.taken_back

        def undone(edit: RoundEdit) -> None:
            for key in [key for key, step in self._kept.items() if step is edit]:
                del self._kept[key], self._settled[key]
            self.notify(f"Undone: {edit.name}", timeout=3, markup=False)
            self._show()

        in_background(self, lambda: back(path, edit), undone, office(self).complain, "proposals")

    def action_next(self) -> None:
        self.query_one(RunningText).to_change(1)

    def action_go(self) -> None:
        self.dismiss(self._chosen.place or None if self._chosen else None)

    def action_back(self) -> None:
        self.dismiss(None)


def _sentence(edit: RoundEdit) -> str:
    return f"{edit.name[0].upper()}{edit.name[1:]}"


def _nobody(name: str) -> str:
    return "" if name.strip() else "name a delegation"
