"""Updates: what the turn of the year changes, with reasons; each accepted one is an edit like any other."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.screen import Screen

from drafter.edit import gestures
from drafter.edit.pending import MASTHEAD, alike
from drafter.model.suggestion import Update, UpdateStatus
from drafter.tui.actions import bindings
from drafter.tui.dialogs.questions import Asking, verified_with, words_for
from drafter.tui.office import office, session_of
from drafter.tui.screens.mounted import once_mounted
from drafter.tui.shown.in_sentence import in_sentence
from drafter.tui.shown.passage import TextPassage
from drafter.tui.shown.plain import shown
from drafter.tui.shown.wording import ADDED, REMOVED, bracketed
from drafter.tui.state.session import named
from drafter.tui.widgets.hints import Hints
from drafter.tui.widgets.reader import Reader
from drafter.tui.widgets.running_text import RunningText
from drafter.tui.widgets.title_bar import TitleBar

_SIGNS = {UpdateStatus.CERTAIN: "✓ certain", UpdateStatus.LIKELY: "~ likely", UpdateStatus.VERIFY: "? verify"}
_ROOM = 30
"""Lines from which on the sentence is shown below the list."""

_COLOURS = {
    UpdateStatus.CERTAIN: "$text-success",
    UpdateStatus.LIKELY: "$text-accent",
    UpdateStatus.VERIFY: "$text-warning",
}


class UpdatesScreen(Screen[str | None]):
    """Gives the id of the paragraph to go to, or None."""

    CSS_PATH = "updates.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("updates")]
    AUTO_FOCUS = "RunningText"

    def __init__(self, place: str = "") -> None:
        """Begins at the first update of the paragraph `place`."""
        super().__init__()
        self._place = place
        self._only: UpdateStatus | None = None
        self._in_order = False

    def compose(self) -> ComposeResult:
        yield TitleBar()
        yield RunningText()
        yield Reader(id="sentence")
        yield Hints()

    @once_mounted
    def on_mount(self) -> None:
        self.watch(self.app, "session", self._show)
        self.watch(self.query_one(RunningText), "cursor", self._show_sentence, init=False)

    def _show(self) -> None:
        if self._only is not None and all(update.status is not self._only for _, update in self._all()):
            self._only = None
        pending = self._pending()
        by_status = [sum(update.status is status for _, update in self._all()) for status in UpdateStatus]
        bar = self.query_one(TitleBar)
        bar.left = "What the turn of the year changes"
        counts = " · ".join(f"{count} {status}" for count, status in zip(by_status, UpdateStatus, strict=True))
        only = f" · only {self._only}" if self._only else ""
        order = " · by paragraph" if self._in_order else ""
        bar.right = f"{session_of(self).to_update}: {counts}{only}{order}" if self._all() else ""
        looked = session_of(self).looked_at is session_of(self).draft
        said = "Nothing is left to bring up to date." if looked else "Looking for what the year changes …"
        text = self.query_one(RunningText)
        passages = [self._passage(id, update) for id, update in pending]
        keys = [passage.key for passage in passages]
        at_place = next((key for key, (id, _) in zip(keys, pending, strict=True) if id and id == self._place), "")
        next_one = (at_place or keys[min(text.cursor, len(keys) - 1)]) if keys else ""
        self._place = ""
        text.show(passages, text.at if text.at in keys and not at_place else next_one, said)
        self._show_sentence()

    def _show_sentence(self) -> None:
        """Show the paragraph of the update under the cursor, where there is room."""
        sentence = self.query_one("#sentence", Reader)
        sentence.display = self._chosen is not None and self.size.height >= _ROOM
        if self._chosen is not None:
            sentence.show(in_sentence(session_of(self), *self._chosen, brackets=office(self).brackets), top=True)

    def on_resize(self) -> None:
        self._show_sentence()

    def _pending(self) -> list[tuple[str, Update]]:
        """Those shown: the surest first, or in the order of the text."""
        shown_now = [one for one in self._all() if self._only in (None, one[1].status)]
        if self._in_order:
            return shown_now
        order = {status: place for place, status in enumerate(UpdateStatus)}
        return sorted(shown_now, key=lambda one: order[one[1].status])

    def _all(self) -> list[tuple[str, Update]]:
        session = session_of(self)
        found = session.pending()
        places = (MASTHEAD, *(one.id for one in session.draft))
        return [(id, update) for id in places for update in sorted(found.get(id, ()), key=lambda one: one.start)]

    def _label(self, id: str) -> str:
        return named(session_of(self).draft)[id] if id else "agenda item"

    def _passage(self, id: str, update: Update) -> TextPassage:
        label = self._label(id)
        what = f"{label}, note" if update.note is not None else label
        proposed = (shown(update.proposed), ADDED) if update.proposed is not None else ("…", "bold $text-warning")
        source = f" · {shown(update.source)}" if update.source else ""
        body = Content.assemble(
            (f"{_SIGNS[update.status]}  ", _COLOURS[update.status]),
            (f"{what}  ", "bold"),
            (shown(update.found), REMOVED),
            " → ",
            proposed,
            (f"\n{shown(update.why)}{source}", "$foreground 62%"),
        )
        return TextPassage(f"{id} {update.key}", bracketed(body) if office(self).brackets else body)

    @property
    def _chosen(self) -> tuple[str, Update] | None:
        pending = self._pending()
        place = self.query_one(RunningText).cursor
        return pending[place] if place < len(pending) else None

    @on(RunningText.Picked)
    def _picked(self) -> None:
        self.action_accept()

    def action_accept(self) -> None:
        if self._chosen is None:
            return
        update = self._chosen[1]
        if update.proposed is None or update.status is UpdateStatus.VERIFY:
            self.action_fill_in()
        else:
            office(self).make(lambda draft: gestures.accept(draft, update))

    def action_accept_certain(self) -> None:
        certain = [update for _, update in self._pending() if update.status is UpdateStatus.CERTAIN]
        name = f"{len(certain)} certain update{'' if len(certain) == 1 else 's'}"
        if certain:
            office(self).make(lambda draft: gestures.accept_all(draft, certain, name=name))
        else:
            self.notify("No update is certain.")

    def action_accept_alike(self) -> None:
        """Put in every update of the same kind as the one under the cursor."""
        if self._chosen is None:
            return
        update = self._chosen[1]
        same = alike(update, [one for _, one in self._all()])
        if update.status is UpdateStatus.VERIFY or not same:
            self.notify("The new words of this kind have to be verified one by one.")
            return
        name = f"{len(same)} {update.status} update{'' if len(same) == 1 else 's'} of one kind"
        office(self).make(lambda draft: gestures.accept_all(draft, same, name=name))
        self.notify(f"{name[0].upper()}{name[1:]} put in.", timeout=3, markup=False)

    def action_filter(self) -> None:
        """Only the updates of one status, then of the next that there is, then all again."""
        there = {update.status for _, update in self._all()}
        filters = [None, *(status for status in UpdateStatus if status in there)]
        self._only = filters[(filters.index(self._only) + 1) % len(filters)]
        self._show()

    def action_order(self) -> None:
        self._in_order = not self._in_order
        self._show()

    def action_fill_in(self) -> None:
        if self._chosen is not None:
            id, update = self._chosen
            asking = Asking(self.app, session_of(self).draft, id, office(self).make, self.dismiss)
            words_for(asking, update, self._label(id))

    def action_verified(self) -> None:
        if self._chosen is not None:
            update = self._chosen[1]
            office(self).make(lambda draft: gestures.verify(draft, [update]))

    def action_verified_noted(self) -> None:
        if self._chosen is not None:
            id, update = self._chosen
            verified_with(Asking(self.app, session_of(self).draft, id, office(self).make, self.dismiss), update)

    def action_go(self) -> None:
        self.dismiss(self._chosen[0] if self._chosen else None)

    def action_back(self) -> None:
        self.dismiss(None)
