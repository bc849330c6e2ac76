"""What arrived: two lists side by side, in narrow windows one at a time, and below them the entry at length."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content

from drafter.model.negotiated import Position
from drafter.tui.office import office
from drafter.tui.shown.incoming import IncomingEntry, not_understood, understood
from drafter.tui.shown.incoming_detail import detail
from drafter.tui.shown.wording import bracketed
from drafter.tui.state.incoming import Incoming, PutRight
from drafter.tui.widgets.passages import Passages
from drafter.tui.widgets.reader import Reader
from drafter.tui.widgets.tab_strip import TabStrip

UNDERSTOOD, LEFT = "understood", "left"
_LISTS = {UNDERSTOOD: "Understood", LEFT: "Not understood"}
_EMPTY = {UNDERSTOOD: "Nothing was understood.", LEFT: "Everything was understood."}


class IncomingPanel(Vertical):
    """Knows which list is in front and which entry is chosen there."""

    def __init__(self) -> None:
        super().__init__()
        self.lists = {name: Passages(id=name) for name in _LISTS}
        self.detail = Reader(id="detail", focusable=True)
        self._strip = TabStrip(tuple(_LISTS.items()), UNDERSTOOD, id="panes")
        self._entries: dict[str, tuple[IncomingEntry, ...]] = {}
        self._incoming: Incoming | None = None

    def compose(self) -> ComposeResult:
        yield self._strip
        with Horizontal(id="lists"):
            yield from self.lists.values()
        yield self.detail

    def on_mount(self) -> None:
        for name, one in self.lists.items():
            one.border_title = _LISTS[name]
            self.watch(one, "cursor", self._show_detail, init=False)
        self._bring(UNDERSTOOD)

    @property
    def front(self) -> str:
        """The list that has the focus, or had it last."""
        return self._strip.active

    @property
    def chosen(self) -> IncomingEntry | None:
        """The entry under the cursor of the list in front."""
        entries, place = self._entries.get(self.front, ()), self.lists[self.front].cursor
        return entries[place] if 0 <= place < len(entries) else None

    def show(self, incoming: Incoming, left_out: Collection[str | Position], righted: Sequence[PutRight]) -> None:
        """Show what was read, without what is left out and with what was put right."""
        self._incoming = incoming
        self._put(UNDERSTOOD, understood(incoming, left_out, righted))
        self._put(LEFT, not_understood(incoming, righted))
        counts = {UNDERSTOOD: len(incoming.gives(left_out)), LEFT: incoming.lines_left + len(incoming.refused)}
        self._strip.tabs = tuple((name, f"{title} {counts[name]}") for name, title in _LISTS.items())
        for name, title in _LISTS.items():
            self.lists[name].border_title = f"{title} {counts[name]}"
        self._show_detail()

    def _put(self, name: str, entries: tuple[IncomingEntry, ...]) -> None:
        at = self.lists[name].cursor if self._entries.get(name) else 0
        self._entries[name] = entries
        bodies = [bracketed(one.body) if office(self).brackets else one.body for one in entries]
        self.lists[name].put(bodies, at, _EMPTY[name])

    def _show_detail(self) -> None:
        entry = self.chosen
        if self._incoming is not None:
            made = Content("") if entry is None else detail(self._incoming, entry, brackets=office(self).brackets)
            self.detail.show(made, top=True)

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        if event.widget.id in self.lists:
            self._bring(event.widget.id)

    def _bring(self, name: str) -> None:
        self._strip.active = name
        for known, one in self.lists.items():
            one.set_class(known == name, "front")
        self._show_detail()

    @on(TabStrip.TabChosen)
    def _tab_chosen(self, event: TabStrip.TabChosen) -> None:
        self.to(event.tab)

    def to(self, name: str) -> None:
        """Bring a list to the front."""
        self._bring(name)
        self.lists[name].focus()

    def step(self, step: int) -> None:
        """To the next of both lists and the text below, or with -1 the one before."""
        order = (*_LISTS, "detail")
        at = (
            order.index(self.screen.focused.id or "")
            if self.screen.focused in (*self.lists.values(), self.detail)
            else 0
        )
        following = order[(at + step) % len(order)]
        if following in _LISTS:
            self.to(following)
        else:
            self.detail.focus()
