"""Finding the way at the desk: changes, updates, findings, labels, words, panes."""

from __future__ import annotations

from drafter.tui.dialogs.ask import Ask
from drafter.tui.screens.desk.base import DeskBase
from drafter.tui.shown.rows import Mark
from drafter.tui.widgets.page import Page

PANES = ("suggestions", "lineage", "agreed", "note", "findings")
"""The tabs at the side, in order."""


class DeskWays(DeskBase):
    """The desk's ways from paragraph to paragraph and from pane to pane."""

    def show_pane(self, pane: str) -> None:
        """Bring a pane to the front: "outline", "text" or one of PANES."""
        raise NotImplementedError

    @property
    def pane(self) -> str:
        """The pane that has the focus, or is in front."""
        raise NotImplementedError

    def action_next_change(self) -> None:
        self._next_where({row.id for row in self.outline.items if row.changed}, 1, "no change")

    def action_previous_change(self) -> None:
        self._next_where({row.id for row in self.outline.items if row.changed}, -1, "no change")

    def action_next_update(self) -> None:
        self._next_where({row.id for row in self.outline.items if Mark.UPDATE in row.marks}, 1, "no pending update")

    def action_next_finding(self) -> None:
        self._next_where({row.id for row in self.outline.items if Mark.FINDING in row.marks}, 1, "no finding")

    def _next_where(self, wanted: set[str], step: int, none: str) -> None:
        found = self.outline.next_where(wanted, step)
        if found is None:
            self.notify(f"There is {none} in this draft.")
        else:
            self.place = found

    def action_goto(self) -> None:
        def check(label: str) -> str:
            return "" if self.find(label) else f"there is no {label.strip() or 'such paragraph'} in this draft"

        def go(label: str | None) -> None:
            found = self.find(label) if label else None
            if found:
                self.place = found

        self.app.push_screen(Ask("Go to which paragraph?", hint="for example OP14, PP3 or OP2(a)(iv)", check=check), go)

    def action_find(self) -> None:
        from drafter.tui.dialogs.find import Find

        def go(found: str | None) -> None:
            if found:
                self.place = found

        self.app.push_screen(Find(self.session.draft), go)

    def action_next_pane(self) -> None:
        self._step_pane(1)

    def action_previous_pane(self) -> None:
        self._step_pane(-1)

    def _step_pane(self, step: int) -> None:
        order = ("outline", "text", *PANES)
        self.show_pane(order[(order.index(self.pane) + step) % len(order)])

    def action_read_on(self) -> None:
        page = self.query_one("#page", Page)
        if page.scroll_offset.y < page.max_scroll_y:
            page.scroll_to(y=page.scroll_offset.y + page.size.height - 1, animate=False)
        else:
            self.outline.cursor += 1

    def action_suggestions(self) -> None:
        self.show_pane("suggestions")

    def action_lineage(self) -> None:
        self.show_pane("lineage")

    def action_agreed(self) -> None:
        self.show_pane("agreed")

    def action_note(self) -> None:
        self.show_pane("note")

    def action_findings(self) -> None:
        self.show_pane("findings")

    def action_updates(self) -> None:
        from drafter.tui.screens.updates import UpdatesScreen

        def go(place: str | None) -> None:
            if place:
                self.place = place

        if self.settle():
            self.app.push_screen(UpdatesScreen(), go)

    def action_whole(self) -> None:
        from drafter.tui.screens.whole import WholeScreen

        def go(place: str | None) -> None:
            if place:
                self.place = place

        if self.settle():
            self.app.push_screen(WholeScreen(self.session, self.place), go)

    def action_hand_in(self) -> None:
        from drafter.tui.screens.hand_in import HandInScreen

        if self.settle():
            self.app.push_screen(HandInScreen())

    def action_outline(self) -> None:
        if not self.office.stop_preparing():
            self.show_pane("outline")

    def action_prepare(self) -> None:
        self.office.prepare()

    def action_library(self) -> None:
        if self.settle():
            self.office.close_draft()
