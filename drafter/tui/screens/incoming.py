"""Taking in: what arrived in files, understood and not understood side by side, before it is kept."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.screen import Screen

from drafter.errors import DrafterError
from drafter.model.negotiated import Position
from drafter.model.proposal import Deed
from drafter.negotiation import edits
from drafter.negotiation.edits import RoundEdit
from drafter.negotiation.intake.kinds import Carrier
from drafter.negotiation.intake.righted import How, likely
from drafter.negotiation.intake.taking import Sender
from drafter.negotiation.values import Round
from drafter.rules.parties import told
from drafter.tui.actions import bindings
from drafter.tui.dialogs.by_hand import WantedByHand, ask_by_hand
from drafter.tui.dialogs.choose import Choose
from drafter.tui.dialogs.incoming_questions import ask_version, ask_whose
from drafter.tui.office import negotiation_of, office
from drafter.tui.panels.incoming import IncomingPanel
from drafter.tui.screens.mounted import once_mounted
from drafter.tui.shown.incoming import counted
from drafter.tui.shown.incoming_detail import alone
from drafter.tui.shown.plain import shown
from drafter.tui.state.incoming import Incoming, PutRight
from drafter.tui.state.round_session import RoundSession
from drafter.tui.widgets.hints import Hints
from drafter.tui.widgets.passages import Passages
from drafter.tui.widgets.title_bar import TitleBar
from drafter.tui.work import incoming as work
from drafter.tui.work.background import in_background

_WORDED = (Deed.WORDS, Deed.TITLE, Deed.REPLACE, Deed.NEW)
"""The proposals whose words can be changed as they are."""


class IncomingScreen(Screen[tuple[str, ...]]):
    """Reads files, asks whose they are where they do not say, and gives the places of what was kept."""

    CSS_PATH = "incoming.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("incoming")]
    AUTO_FOCUS = "#understood"

    def __init__(self, files: Sequence[Path]) -> None:
        super().__init__()
        self._files, self._sender = tuple(files), Sender()
        self._asked: set[Path] = set()
        self._left_out: set[str | Position] = set()
        self._corrected: set[str | Position] = set()
        self._righted: list[PutRight] = []
        self.incoming: Incoming | None = None
        self.panel = IncomingPanel()
        self._bar = TitleBar()
        self._keeping = False

    def compose(self) -> ComposeResult:
        yield self._bar
        yield self.panel
        yield Hints()

    @once_mounted
    def on_mount(self) -> None:
        self._bar.left = f"Take in · {counted(len(self._files), 'file')}"
        self._bar.right = "reading …"
        self.watch(self.app, "negotiation", self._round_changed)

    def _round_changed(self, session: RoundSession | None) -> None:
        """Read again where another program changed the round meanwhile."""
        if session is None or self._keeping:
            return
        if self.incoming is None or self.incoming.round_ is not session.round:
            self._read()

    def _read(self) -> None:
        session, sender = negotiation_of(self), self._sender
        path, round_ = session.path, session.round
        in_background(self, lambda: work.read(path, round_, self._files, sender), self._have, self._failed, "incoming")

    def _failed(self, error: DrafterError) -> None:
        office(self).complain(error)
        self.dismiss(())

    def _have(self, found: Incoming) -> None:
        if found.round_ is not negotiation_of(self).round or found.sender is not self._sender:
            return
        self.incoming = found
        self._left_out |= found.corrected - self._corrected
        self._corrected |= found.corrected
        ownerless = next((one for one in found.arrived.ownerless if one not in self._asked), None)
        if ownerless is not None:
            self._asked.add(ownerless)
            ask_whose(self.app, found, ownerless, self._owned)
        self._show()

    def _owned(self, file: Path, names: tuple[str, ...]) -> None:
        """Whose a file is, () where nobody said it."""
        if names:
            self._sender = replace(self._sender, each={**self._sender.each, file: names})
        if self.incoming is not None and (
            names or any(one not in self._asked for one in self.incoming.arrived.ownerless)
        ):
            self._read()

    def _show(self) -> None:
        found = self.incoming
        if found is None:
            return
        self.panel.show(found, self._left_out, self._righted)
        right = [counted(len(found.gives(self._left_out)), "proposal"), f"{found.lines_left} not understood"]
        right += [f"{len(self._righted)} put right"] if self._righted else []
        right += [f"{len(found.refused)} refused"] if found.refused else []
        right += ["replaces"] if self._sender.replaces else []
        self._bar.right = " · ".join(right)

    def action_other(self, step: int) -> None:
        self.panel.step(step)

    @on(Passages.Picked)
    def _picked(self) -> None:
        self.action_put_right()

    def action_put_right(self) -> None:
        """Say by hand what a line wants, also one that was understood as something else."""
        entry, found = self.panel.chosen, self.incoming
        if found is None or entry is None or entry.file is None or (entry.line is None and entry.leaves is None):
            self.notify("Choose a line that was not understood, a proposal or a position.", timeout=3)
            return
        edit = found.arrived.without(found.round_, self._left_out)
        round_ = found.round_ if edit is None else edits.apply(found.round_, edit)
        said = WantedByHand(round_, entry.file.name, entry.place, day=found.day(entry.file))
        if entry.line is not None:
            line, names = entry.line, found.whose(entry.file)
            labels = likely(found.base, line)
            said = replace(said, place=line.place, text=line.text, readings=line.readings, labels=labels, names=names)
        else:
            labels = (entry.label,) if entry.label else ()
            said = replace(said, labels=labels, names=entry.by, instead=entry.leaves)
            if (one := entry.proposal) is not None and one.kind in _WORDED:
                way = How.NEW if one.kind is Deed.NEW else How.TEXT
                said = replace(said, words=(way, alone(found.round_, one)))
        ask_by_hand(self.app, said, self._right)

    def _right(self, one: PutRight) -> None:
        self._righted.append(one)
        if one.instead is not None:
            self._left_out.add(one.instead)
        for line in told(negotiation_of(self).round.names, one.arrival.by):
            self.notify(line, timeout=4, markup=False)
        self._show()

    def action_undo(self) -> None:
        if self._righted:
            gone = self._righted.pop()
            if gone.instead is not None:
                self._left_out.discard(gone.instead)
            self.notify(f"Undo: put right {gone.told}", timeout=3, markup=False)
            self._show()
        else:
            self.notify("No line was put right here.", timeout=2)

    def action_leave_out(self) -> None:
        entry = self.panel.chosen
        if entry is None or entry.leaves is None:
            self.notify("Choose a proposal or a position.", timeout=2)
            return
        self._left_out ^= {entry.leaves}
        self._show()

    def action_whose(self) -> None:
        if self.incoming is not None and (file := self._file) is not None:
            ask_whose(self.app, self.incoming, file, self._owned)

    @property
    def _file(self) -> Path | None:
        """The file of the entry under the cursor; where it has none, that is said."""
        entry = self.panel.chosen
        if entry is None or entry.file is None:
            self.notify("Choose something of a file.", timeout=2)
            return None
        return entry.file

    def action_earlier(self) -> None:
        """Ask for the version that the file was made against, and carry its proposals on from there."""
        file = self._file

        def chosen(base: Round | None) -> None:
            assert file is not None
            bases = {**self._sender.bases, file: base} if base is not None else dict(self._sender.bases)
            if base is None:
                bases.pop(file, None)
            self._sender = replace(self._sender, bases=bases)
            self._read()

        if file is not None:
            session = negotiation_of(self)
            ask_version(self.app, session.path, session.round, file, chosen)

    def action_kind(self) -> None:
        file = self._file

        def chosen(kind: str | None) -> None:
            assert file is not None
            if kind is not None:
                kinds = {name: one for name, one in self._sender.kinds.items() if name != file}
                self._sender = replace(self._sender, kinds=kinds if kind == "" else {**kinds, file: Carrier(kind)})
                self._read()

        if file is not None:
            answers = [("", "as its content tells"), *((one.value, one.value) for one in Carrier)]
            self.app.push_screen(Choose(f"What is {shown(file.name)}?", answers), chosen)

    def action_replaces(self) -> None:
        self._sender = replace(self._sender, replaces=not self._sender.replaces)
        self._read()

    def action_keep(self) -> None:
        """Take in what is not left out as one step, and each line that was put right as one."""
        found = self.incoming
        if found is None or found.round_ is not negotiation_of(self).round or found.sender is not self._sender:
            self.notify("Still reading; once more in a moment.", timeout=2)
            return
        edit = found.arrived.without(found.round_, self._left_out)
        steps: list[Callable[[Round], RoundEdit]] = [lambda _: edit] if edit is not None else []
        steps += [one.edit for one in self._righted]
        if not steps:
            self.notify("Nothing here is new to the round; Esc leaves.", timeout=3)
            return
        self._keeping = True
        for done, step in enumerate(steps):
            if not office(self).decide(step):
                self._righted = self._righted[max(0, done - (edit is not None)) :]
                self._keeping = False
                self._read()
                return
        left = found.lines_left - len({(one.arrival.file, one.text) for one in self._righted if one.text})
        new = found.gives(self._left_out)
        labels = tuple(one.label or one.id for one in edit.taken if one.id in new) if edit is not None else ()
        self.app.clear_notifications()
        rest = f"; {counted(left, 'line')} not understood" if left > 0 else ""
        self.notify(f"Kept{rest}.", timeout=4)
        self.dismiss((*labels, *(one.at for one in self._righted)))

    def action_back(self) -> None:
        if not self._righted:
            self.dismiss(())
            return

        def chosen(answer: str | None) -> None:
            if answer == "leave":
                self.dismiss(())

        lines = counted(len(self._righted), "line")
        answers = [("stay", "go on here"), ("leave", f"leave, and forget {lines} put right by hand")]
        self.app.push_screen(Choose("Leave without keeping?", answers), chosen)
