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

from drafter.errors import DrafterError
from drafter.tui.shown.plain import shown
from drafter.tui.work import round_outputs
from drafter.tui.work.background import in_background
from drafter.tui.work.round_outputs import FoundLeak, Leaving, RoundOutput


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

    def __init__(self) -> None:
        super().__init__()
        self._asked: object = None
        self._found: tuple[FoundLeak, ...] = ()

    def compose(self) -> ComposeResult:
        yield Static("", id="looked")
        yield OptionList(markup=False, compact=True, id="leaks")

    def look_through(self, leaving: Leaving, some: Sequence[RoundOutput]) -> None:
        """Look through these files, and show what of them should not leave."""
        asked = self._asked = object()
        self._say(Content.styled(f"Looking through {_files(len(some))} …", "$foreground 62%"))

        def shown(found: tuple[FoundLeak, ...]) -> None:
            if self._asked is asked:
                self._show(found, len(some))

        in_background(self, lambda: round_outputs.looked_through(leaving, some), shown, self._failed, "guarding")

    def _show(self, found: tuple[FoundLeak, ...], count: int) -> None:
        self._found = found
        listed = self.query_one(OptionList)
        kept = listed.highlighted
        listed.clear_options()
        listed.add_options([Option(_line(one, count), id=str(n)) for n, one in enumerate(found)])
        listed.highlighted = min(kept or 0, len(found) - 1) if found else None
        listed.display = bool(found)
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

    def _failed(self, error: DrafterError) -> None:
        self._say(Content.styled(shown(str(error)), "bold $text-error"))

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
    sign, colour = (
        ("✗", "$text-error") if one.refused else ("·", "$foreground 62%") if one.expected else ("!", "$text-warning")
    )
    where = "" if one.refused or one.expected or len(one.files) == count > 1 else f"   {', '.join(one.files)}"
    return Content.assemble(
        (f"{sign} ", f"bold {colour}"), (shown(one.where), "bold"), f"  {shown(one.what)}", (where, "$foreground 62%")
    )
