"""The library: every series with its years; from here a draft is started or reopened."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Input, Static

from drafter.errors import DrafterError
from drafter.tui.actions import bindings
from drafter.tui.office import office
from drafter.tui.screens.mounted import once_mounted
from drafter.tui.shown.plain import shown
from drafter.tui.shown.series import RecentDraft, Series, matching, recent_file, series
from drafter.tui.widgets.hints import Hints
from drafter.tui.widgets.lines import Lines
from drafter.tui.widgets.series_lists import SeriesList, Timeline, TimelineYear
from drafter.tui.widgets.title_bar import TitleBar
from drafter.tui.work.background import in_background

if TYPE_CHECKING:
    from drafter.library.contents import Holdings
    from drafter.library.values import CatalogueEntry


class LibraryScreen(Screen[None]):
    """Shows what a worker read from the library."""

    CSS_PATH = "library.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("library")]
    AUTO_FOCUS = "SeriesList"

    def __init__(self) -> None:
        super().__init__()
        self._series: tuple[Series, ...] = ()
        self._marked: tuple[str, ...] = ()
        self._recent: dict[Path, RecentDraft] = {}

    def compose(self) -> ComposeResult:
        yield TitleBar()
        yield Input(placeholder="words of a title, or a symbol", id="filter", compact=True)
        with Horizontal(id="room"):
            yield SeriesList(id="series")
            with Vertical(id="years"):
                yield Static("Reading the library …", id="about", markup=False)
                yield Timeline(id="timeline")
        yield Hints()

    @once_mounted
    def on_mount(self) -> None:
        self.query_one("#filter").display = False
        self.query_one(TitleBar).left = "Library"
        self.query_one("#series").border_title = "Series"
        self.query_one("#timeline").border_title = "Years"
        self.call_after_refresh(self.read_again)  # the first picture does not wait for a large library

    def on_screen_resume(self) -> None:
        if self._series:
            self._show_series()
            self._read_recent()

    def read_again(self) -> None:
        """Let a worker read the library."""

        held = office(self)
        in_background(self, lambda: held.desk.library.contents(), self._library_read, self._library_failed, "library")

    def _library_read(self, found: Holdings) -> None:
        self._series = series(found)
        count = len(found.entries)
        bar = self.query_one(TitleBar)
        bar.right = f"{count:,} {'text' if count == 1 else 'texts'} · {len(self._series):,} series"
        if found.damaged:
            bar.warning = f"{len(found.damaged)} cannot be read"
        self._show_series()
        self._read_recent()

    def _read_recent(self) -> None:
        """Let a worker read what the recent files hold by now."""
        held, files = office(self), tuple(self._recent)

        def told() -> dict[Path, RecentDraft]:
            from drafter.tui.work import recent  # what reads drafts is not needed for the first picture

            return recent.told(held.desk, files)

        if files:
            in_background(self, told, self._recent_read, held.complain, "recent")

    def _recent_read(self, found: dict[Path, RecentDraft]) -> None:
        self._recent |= found
        self._show_series()

    def _library_failed(self, error: DrafterError) -> None:
        self.query_one("#about", Static).update(f"{error}\n\nPress a to add a document.")

    def _show_series(self) -> None:
        words = self.query_one("#filter", Input).value
        paths = [path for path in map(Path, office(self).settings.recent) if path.is_file()]
        self._recent = {path: self._recent.get(path) or recent_file(path) for path in paths}
        shown_series = matching(self._series, words)
        self.query_one(SeriesList).show([*([] if words else self._recent.values()), *shown_series])
        self._show_years()

    def _show_years(self) -> None:
        item = self.query_one(SeriesList).current
        about, timeline = self.query_one("#about", Static), self.query_one(Timeline)
        if isinstance(item, Series):
            longest = max(entry.words for entry in item.entries)
            years = [
                TimelineYear(entry, longest, entry is item.latest, str(entry.symbol) in self._marked)
                for entry in item.entries
            ]
            about.update(self._told(item))
            timeline.show(years[::-1])
        else:
            timeline.show(())
            about.update(_draft_told(item) if item else self._nothing())

    def _nothing(self) -> str:
        words = self.query_one("#filter", Input).value.strip()
        return f"Nothing has “{words}” · Esc shows all." if words else "Nothing here yet; a adds a document."

    def _told(self, item: Series) -> Content:
        latest = item.latest
        count = len(item.entries)
        return Content.assemble(
            (shown(item.title), "bold"),
            f"\n{latest.organ} · {count} text{'' if count == 1 else 's'}, {item.span} · latest {latest.symbol.short}\n",
            ("n starts the next draft from it", "$foreground 62%"),
        )

    @on(Lines.Moved, "#series")
    def _series_moved(self) -> None:
        self._show_years()

    @on(Lines.ItemPicked)
    def _picked(self) -> None:
        self.action_open()

    @on(Input.Changed, "#filter")
    def _filter_changed(self) -> None:
        self._show_series()

    @on(Input.Submitted, "#filter")
    def _filter_submitted(self) -> None:
        self.query_one(SeriesList).focus()

    def key_escape(self) -> None:
        field = self.query_one("#filter", Input)
        if field.display:
            field.value = ""
            field.display = False
            self.query_one(SeriesList).focus()

    @property
    def _entry(self) -> CatalogueEntry | None:
        """The text under the cursor: a year of the timeline, or the latest of the series."""
        if self.query_one(Timeline).has_focus:
            current = self.query_one(Timeline).current
            return current.entry if current else None
        item = self.query_one(SeriesList).current
        return item.latest if isinstance(item, Series) else None

    def action_open(self) -> None:
        item = self.query_one(SeriesList).current
        timeline = self.query_one(Timeline)
        if isinstance(item, RecentDraft) and not timeline.has_focus:
            office(self).open_draft(item.path)
        elif timeline.has_focus and self._entry:
            office(self).read_text(self._entry.symbol)
        elif timeline.items:
            timeline.focus()

    async def action_quit(self) -> None:
        await self.app.action_quit()

    def action_new(self) -> None:
        if self._entry:
            office(self).start_draft(self._entry.symbol)
        elif self.query_one(SeriesList).current:
            self.notify("This is a draft: Enter opens it. A new one starts from a series.", timeout=3)
        else:
            self.notify("A new draft starts from a series; a adds a document.", timeout=3)

    def action_filter(self) -> None:
        field = self.query_one("#filter", Input)
        field.display = True
        field.focus()

    def action_mark(self) -> None:
        if self._entry:
            symbol = str(self._entry.symbol)
            marked = tuple(known for known in self._marked if known != symbol)
            self._marked = marked if symbol in self._marked else (*marked, symbol)[-2:]
            self._show_years()

    def action_compare(self) -> None:
        item = self.query_one(SeriesList).current
        pair = self._marked
        if len(pair) < 2 and isinstance(item, Series) and len(item.entries) > 1:
            place = item.entries.index(self._entry) if self._entry in item.entries else len(item.entries) - 1
            pair = tuple(str(entry.symbol) for entry in item.entries[max(0, place - 1) : max(0, place - 1) + 2])
        if len(pair) == 2:
            office(self).compare(*sorted(pair, key=self._age))
        else:
            self.notify("Mark two texts with Space first.")

    def _age(self, symbol: str) -> tuple[object, ...]:
        known = (entry.symbol for item in self._series for entry in item.entries)
        return next((one.sort_key for one in known if str(one) == symbol), ())

    def action_add(self) -> None:
        from drafter.tui.dialogs.file_picker import FilePicker

        def add(paths: tuple[Path, ...] | None) -> None:
            if paths:
                office(self).add_documents(paths)

        self.app.push_screen(FilePicker("Add which documents?", (".txt", ".md", ".docx", ".pdf"), several=True), add)

    def action_open_file(self) -> None:
        from drafter.tui.dialogs.file_picker import FilePicker

        def opened(paths: tuple[Path, ...] | None) -> None:
            if paths:
                office(self).open_draft(paths[0])

        self.app.push_screen(FilePicker("Open which draft or round?", (".toml", ".docx")), opened)


def _draft_told(item: RecentDraft) -> Content:
    """What a recent draft or round is, where it lies, and when its file was written last."""
    told = " · ".join(filter(None, (item.symbol, item.counted, f"{item.when:%d %b %Y, %H:%M}" if item.when else "")))
    lines = (shown(item.heading), shown(told), f"{shown(item.path.name)} in {shown(str(item.path.parent))}")
    head, *others = filter(None, lines)
    return Content.assemble((head, "bold"), *(f"\n{line}" for line in others), ("\nEnter opens it", "$foreground 62%"))
