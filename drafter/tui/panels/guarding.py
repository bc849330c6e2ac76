"""What the guard found in the files that are to leave; each line leads to its place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option
from textual.worker import get_current_worker

from drafter.tui.shown.plain import shown
from drafter.tui.work.examining import Examination, FoundLeak
from drafter.tui.work.round_outputs import Leaving, RoundOutput


class GuardingPanel(Vertical):
    """A worker makes the files to look through them; nothing is written."""

    DEFAULT_CSS = """
    GuardingPanel {
        height: auto;
        OptionList { height: auto; max-height: 5; background: transparent; border: none; padding: 0; }
        OptionList:blur > .option-list--option-highlighted { background: transparent; color: $foreground; }
    }
    """

    @dataclass
    class PlacePicked(Message):
        """A line was chosen that leads to a label or a proposal."""

        at: str

    @dataclass
    class FileLookedThrough(Message):
        """What was found once so many of the files that were `asked` for were looked through."""

        asked: object
        found: tuple[FoundLeak, ...]
        done: int
        of: int

    def __init__(self, examination: Examination) -> None:
        super().__init__()
        self._examination = examination
        self._asked: object = None
        self._found: tuple[FoundLeak, ...] = ()

    def compose(self) -> ComposeResult:
        yield Static("", id="looked")
        yield OptionList(markup=False, compact=True, id="leaks")

    def look_through(self, leaving: Leaving, some: Sequence[RoundOutput]) -> None:
        """Look through these files, and show what of them should not leave."""
        asked = self._asked = object()
        self._show((), 0, len(some))

        def work() -> None:
            worker = get_current_worker()
            steps = self._examination.files(leaving, some, lambda: worker.is_cancelled)
            for done, found in enumerate(steps, 1):
                self.post_message(self.FileLookedThrough(asked, found, done, len(some)))

        self.run_worker(work, thread=True, exclusive=True, group="guarding", exit_on_error=False)

    @on(FileLookedThrough)
    def _file_looked_through(self, event: FileLookedThrough) -> None:
        if event.asked is self._asked:
            self._show(event.found, event.done, event.of)

    def _show(self, found: tuple[FoundLeak, ...], done: int, count: int) -> None:
        listed = self.query_one(OptionList)
        if found or done == count:
            self._found, kept = found, listed.highlighted
            listed.clear_options()
            listed.add_options([Option(_line(one, done), id=str(n)) for n, one in enumerate(found)])
            listed.highlighted = min(kept or 0, len(found) - 1) if found else None
            listed.display = bool(found)
        if done < count:
            already = f" {done} done" if done else ""
            self._say(Content.styled(f"Looking through {_files(count)} …{already}", "$foreground 62%"))
            return
        if not count:
            self._say(Content.styled("No file is ticked", "$foreground 62%"))
            return
        wrong = sum(not one.expected for one in found)
        if wrong:
            what = "1 thing to look at" if wrong == 1 else f"{wrong} things to look at"
            more = "; Enter leads there" if any(one.at for one in found) else ""
            self._say(Content.assemble((f"Looked through {_files(count)}: {what}", "bold $text-warning"), more))
        else:
            said = f"Looked through {_files(count)}: nothing that should not leave"
            self._say(Content.assemble(("✓ ", "bold $text-success"), said))

    def _say(self, said: Content) -> None:
        self.query_one("#looked", Static).update(said)

    @on(OptionList.OptionSelected, "#leaks")
    def _selected(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        at = self._found[event.option_index].at
        if at:
            self.post_message(self.PlacePicked(at))
        else:
            self.notify("This stands in the file itself, in no paragraph.", timeout=3)


def _files(count: int) -> str:
    return f"{count} file" if count == 1 else f"{count} files"


def _line(one: FoundLeak, count: int) -> Content:
    if one.refused:
        sign = ("✗ ", "bold $text-error")
    else:
        sign = ("· ", "$foreground 62%") if one.expected else ("! ", "bold $text-warning")
    everywhere = one.refused or one.expected or len(one.files) == count
    files = "" if everywhere else f"   {', '.join(one.files)}"
    return Content.assemble(sign, (shown(one.where), "bold"), f"  {shown(one.what)}", (files, "$foreground 62%"))
