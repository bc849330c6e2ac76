"""Hand in: choose the files and the author, see them made and where they are."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Button, Input, Label, Static

from drafter.edit import gestures
from drafter.render.data import private
from drafter.tui.actions import BY_ID, bindings
from drafter.tui.office import office, session_of
from drafter.tui.panels.making import MakingPanel
from drafter.tui.screens.mounted import once_mounted
from drafter.tui.shown.plain import shown
from drafter.tui.widgets.hints import Hints
from drafter.tui.widgets.ticks import Tick
from drafter.tui.widgets.title_bar import TitleBar
from drafter.tui.work.outputs import OUTPUTS, Wish

if TYPE_CHECKING:
    from drafter.model.draft import Draft


class HandInScreen(Screen[str | None]):
    """Files are made in turn; Esc stops the rest."""

    CSS_PATH = "hand_in.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("hand_in")]
    AUTO_FOCUS = "#make"

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
            yield MakingPanel(session.path)
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

    def action_make(self) -> None:
        session = session_of(self)
        chosen = [output for output in OUTPUTS if self._ticked(output.id)]
        if not chosen:
            self.notify("Choose at least one file.")
            return
        author, making = self.query_one("#author", Input).value.strip(), self.query_one(MakingPanel)
        if author != (session.draft.author or office(self).settings.author):
            office(self).make(lambda draft: gestures.masthead(draft, {"author": author}))
            session = session_of(self)
        now = datetime.now(UTC).replace(microsecond=0)
        wish = Wish(author, now, comments=self._ticked("comments"), carrying=self._ticked("carrying"))
        desk = office(self).desk
        making.start([one.job(desk, session.draft, wish, session.path, making.folder) for one in chosen])

    def action_open_folder(self) -> None:
        self.query_one(MakingPanel).open_folder()

    def action_back(self) -> None:
        """Stop making files or, if none is being made, go back."""
        if not self.query_one(MakingPanel).stop():
            self.dismiss(None)


def _box(label: str, told: str, id: str, chosen: bool = False) -> Tick:
    return Tick(Content.assemble((label, "bold"), (f"   {told}", "$foreground 62%")), chosen, id=id, compact=True)


def _carried(draft: Draft) -> str:
    """What the Word files hold if the draft goes along in them."""
    more = private(draft)
    return f"in the Word files, with {more}" if more else "in the Word files, so that drafter can go on from them"
