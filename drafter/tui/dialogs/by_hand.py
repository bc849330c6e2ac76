"""What is wanted at a paragraph, said by hand: which paragraph, which words, whose."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any, ClassVar

from textual import on
from textual.app import App, ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, Label, TextArea

from drafter.align.placed import placed
from drafter.edit.reworded import reworded
from drafter.errors import DrafterError
from drafter.model.inline import Inline
from drafter.model.negotiated import Position, PossibleReading, Stand
from drafter.negotiation import decide
from drafter.negotiation.intake.righted import How, Meant, arrived, by_hand, read_as
from drafter.negotiation.values import Round
from drafter.tui.actions import bindings
from drafter.tui.dialogs.choose import Choose
from drafter.tui.office import office
from drafter.tui.shown.excerpt import excerpt
from drafter.tui.shown.plain import lead_in, shown
from drafter.tui.shown.round_panes import does
from drafter.tui.shown.wording import ADDED, Wording
from drafter.tui.state.incoming import PutRight
from drafter.tui.state.round_session import facts
from drafter.tui.widgets.reader import Reader

_WAYS: dict[str, str] = {
    How.TEXT.value: "other words at a paragraph",
    How.NEW.value: "a new paragraph",
    How.DELETE.value: "a paragraph out",
    Stand.SUPPORT.value: "a stand: for a proposal or a paragraph",
    Stand.OPPOSE.value: "a stand: against it",
    Stand.RETAIN.value: "a stand: for the base’s words",
    Stand.RESERVE.value: "a stand: not yet",
}

_TOLD = 240
"""Characters of a line that the first question quotes."""
_BEHIND = 120
"""Characters that are shown of the paragraph behind which a new one stands."""


@dataclass(frozen=True, slots=True)
class WantedByHand:
    """What is put right, at a place in a file, "" where no file says it.

    text      the words there
    readings  the ways in which they may be read
    labels    the paragraphs that may be meant, and `names` whose it may be
    words     in what way, a `How`, to begin with which words; None for the base's
    instead   what was understood there, as in `PutRight`
    """

    round_: Round
    file: str = ""
    place: str = ""
    text: str = ""
    day: str = ""
    readings: tuple[PossibleReading, ...] = ()
    labels: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    words: tuple[How, Inline] | None = None
    instead: str | Position | None = None

    @property
    def label(self) -> str:
        """The first of its labels, "" without one."""
        return next(iter(self.labels), "")

    @property
    def where(self) -> str:
        """Where it stands."""
        return f"{self.file}, {self.place}" if self.file else "by hand"

    def come(self, names: tuple[str, ...], at: str) -> PutRight:
        """What is put right, so far without words or a stand."""
        came = arrived(self.file, self.place, names, day=self.day)
        return PutRight(came, at, text=self.text, instead=self.instead)


def ask_by_hand(app: App[Any], said: WantedByHand, then: Callable[[PutRight], object]) -> None:
    """Ask what is wanted: one of a line's readings, else in what way, and then for the rest."""
    read = {str(n): (one, made) for n, one in enumerate(said.readings, 1) if (made := read_as(said.round_, one))}

    def done(found: PutRight | None) -> None:
        if found is not None:
            then(found)

    def chosen(way: str | None) -> None:
        if way is None:
            return
        if way not in read:
            app.push_screen(ByHand(said, way), done)
            return
        reading, made = read[way]
        if said.names:
            then(replace(said.come(said.names, reading.label), proposals=made))
        else:
            words = reworded(said.round_.inline(reading.label), reading.text)
            app.push_screen(ByHand(replace(said, labels=(reading.label,), words=(How.TEXT, words)), How.TEXT), done)

    answers = [
        (number, shown(f"{one.label}: {placed(said.round_.inline(one.label).text, one.text)}"))
        for number, (one, _) in read.items()
    ]
    question = f"What does {said.where} want?" if said.file else "What is wanted?"
    told = shown(" ".join(said.text.split())[:_TOLD])
    app.push_screen(Choose(shown(question), [*answers, *_WAYS.items()], told), chosen)


class ByHand(ModalScreen[PutRight | None]):
    """Gives what is put right, or None where the form was closed. The paragraph's words are there to be changed."""

    CSS_PATH = ["dialog.tcss", "by_hand.tcss"]  # noqa: RUF012
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("dialog"), *bindings("by_hand")]

    def __init__(self, said: WantedByHand, way: str) -> None:
        """`way` is a `How` or a `Stand`."""
        super().__init__()
        words = said.words[1] if said.words is not None and said.words[0] == way else None
        self._said, self._way = said, way
        self._typed = words is not None
        self.label = Input(said.label, "OP7", id="label", compact=True)
        self.names = Input(", ".join(said.names), "EU", id="names", compact=True)
        self.words = TextArea(words.markup if words else "", soft_wrap=True, compact=True, id="words")
        self.words.display = way in (How.TEXT.value, How.NEW.value)
        self.shows = Reader(id="shows")

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog"):
            yield Label(shown(f"{self._said.where}: {_WAYS[self._way]}"), classes="question", markup=False)
            if self._said.text:
                yield Label(shown(" ".join(self._said.text.split())), classes="told", markup=False)
            with Horizontal(classes="field"):
                yield Label("Behind which paragraph" if self._way == How.NEW.value else "Which paragraph")
                yield self.label
            with Horizontal(classes="field"):
                yield Label("Whose")
                yield self.names
            yield self.words
            yield self.shows
            may = f"it may be {' or '.join(self._said.labels)}; " if len(self._said.labels) > 1 else ""
            yield Label(f"{may}Tab goes on, Ctrl+E puts it right, Esc closes", id="hint", markup=False)

    def on_mount(self) -> None:
        self._fill()
        first = self.label if not self._said.label else self.names if not self._said.names else self.words
        (first if first.display else self.label).focus()

    @property
    def _at(self) -> str:
        """The base's label that is typed, "" while it is none."""
        try:
            return decide.label(self._said.round_, self.label.value.strip())
        except DrafterError:
            return ""

    @on(Input.Changed, "#label")
    def _fill(self) -> None:
        """Begin with the paragraph's own words, as long as nobody changed them."""
        if self._way == How.TEXT.value and not self._typed and self._at:
            with self.prevent(TextArea.Changed):
                self.words.text = self._said.round_.inline(self._at).markup
        self._show()

    @on(TextArea.Changed)
    def _changed(self) -> None:
        self._typed = True
        self._show()

    def _show(self) -> None:
        """Show what the words make of the paragraph."""
        if not self._at:
            self.shows.show(Content("The base has no such paragraph; labels are such as OP7, PP2(a), title."))
            return
        old = self._said.round_.inline(self._at)
        wording = Wording({}, office(self).brackets)
        try:
            new = Inline.from_markup(self.words.text)
        except DrafterError as error:
            self.shows.show(Content(shown(error.problem)))
            return
        if self._way == How.TEXT.value:
            self.shows.show(excerpt(old, new, wording) if old != new else Content("Nothing is changed yet."))
        elif self._way == How.DELETE.value:
            self.shows.show(wording.removed(old))
        elif self._way == How.NEW.value:
            behind = lead_in(old.text, len(old.text), _BEHIND)
            self.shows.show(Content.assemble((f"{shown(behind)}\n", "$foreground 62%"), wording.plain(new, ADDED)))
        else:
            self.shows.show(wording.plain(old))

    @on(Input.Submitted)
    def action_put_right(self) -> None:
        names = self._said.round_.names.typed(self.names.value)
        if not names:
            self._wrong("it does not say whose this is; name a delegation, such as EU")
            self.names.focus()
            return
        try:
            at = decide.label(self._said.round_, self.label.value.strip())
            found = self._said.come(names, at)
            if self._way in list(Stand):
                self._stand(replace(found, stand=Stand(self._way)))
            else:
                words = "" if self._way == How.DELETE.value else self.words.text.strip()
                made = by_hand(self._said.round_, Meant(at, How(self._way), words))
                self.dismiss(replace(found, proposals=made))
        except DrafterError as error:
            self._wrong(f"{error.problem}; {error.remedy}" if error.remedy else error.problem)

    def _stand(self, found: PutRight) -> None:
        """Ask whether the stand is on the paragraph or on one of the proposals at it, where there are some."""
        known = facts(self._said.round_)
        some = known.proposals(found.at)
        if not some:
            self.dismiss(found)
            return

        def chosen(on: str | None) -> None:
            if on is not None:
                self.dismiss(replace(found, on=on))

        whose = ((one, f"on {shown(', '.join(one.by))}: ") for one in some)
        named = [(one.id, Content.assemble(by, does(known, one))) for one, by in whose]
        answers: list[tuple[str, str | Content]] = [("", "on the paragraph"), *named]
        self.app.push_screen(Choose(f"{_WAYS[self._way]}: on what?", answers), chosen)

    def _wrong(self, told: str) -> None:
        hint = self.query_one("#hint", Label)
        hint.update(shown(told))
        hint.add_class("wrong")

    def action_cancel(self) -> None:
        self.dismiss(None)
