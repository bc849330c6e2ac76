"""Only what differs is sent to the terminal, and it shows what it would if everything were."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.color import ColorSystem
from rich.console import Console
from rich.segment import Segment
from rich.style import Style
from textual._compositor import ChopsUpdate, LayoutUpdate
from textual.content import Content
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget

from drafter.desk import Desk
from drafter.edit import draftfile
from drafter.resources import shipped
from drafter.tui.canvas import Canvas, Difference
from drafter.tui.pen import PLAIN, pens_of, stroke
from drafter.tui.widgets.pane import Pane
from tests.support.emulated import Emulated
from tests.tui.conftest import Open

if sys.platform != "win32":
    from tests.support.terminal import Terminal

ROOT = Path(__file__).parents[2]
COLUMNS, LINES = 12, 3
CTRL_L = "\x0c"
CONSOLE = Console(color_system="truecolor", force_terminal=True)
STYLES = [
    None,
    Style.parse("bold"),
    Style.parse("bold dim"),
    Style.parse("dim italic #808080"),
    Style.parse("underline"),
    Style.parse("strike red"),
    Style.parse("reverse #102030 on #a0b0c0"),
    Style.parse("#e0e0e0 on #121212"),
    Style.parse("bold #e0e0e0 on #121212"),
    Style.parse("on #203040"),
    Style.parse("bright_red on bright_blue"),
    Style.parse("color(200) on color(17)"),
    Style.parse("default on default"),
]
LETTERS = ["A", "b", " ", "–", "─", "“", "决", "e\u0301", "\xa0"]
LINE = [
    ("R", 8),
    ("e", 8),
    (" ", 8),
    ("a", 7),
    ("l", 4),
    (" ", 4),
    ("l", 6),
    (" ", 9),
    ("i", 2),
    ("n", 1),
    ("g", 10),
    (" ", 7),
]
CHANGES = st.dictionaries(
    st.integers(0, COLUMNS - 1), st.tuples(st.sampled_from(LETTERS), st.integers(0, len(STYLES) - 1)), max_size=4
)


@st.composite
def strips(draw: st.DrawFn, columns: int) -> Strip:
    """A line in which some cells are others each time."""
    cells = {**dict(enumerate(LINE)), **draw(CHANGES)}
    return Strip([Segment(cells[x][0], STYLES[cells[x][1]]) for x in range(columns)]).adjust_cell_length(columns)


@st.composite
def updates(draw: st.DrawFn) -> LayoutUpdate | ChopsUpdate:
    """All of the screen, or some spans of it, in the columns of two widgets side by side."""
    cut = draw(st.integers(1, COLUMNS - 1))
    chops = [{0: draw(strips(cut)), cut: draw(strips(COLUMNS - cut))} for _ in range(LINES)]
    if draw(st.booleans()):
        return LayoutUpdate([list(chop.values()) for chop in chops], Region(0, 0, COLUMNS, LINES))
    bounds = st.lists(st.integers(0, COLUMNS), min_size=2, max_size=2, unique=True).map(sorted)
    rows = sorted(draw(st.sets(st.integers(0, LINES - 1), min_size=1)))
    spans = [(y, *draw(bounds)) for y in rows]
    return ChopsUpdate(chops, spans, [[cut, COLUMNS]] * LINES)  # type: ignore[arg-type]


@given(st.lists(st.tuples(updates(), st.booleans()), min_size=1, max_size=6))
def test_the_terminal_shows_what_it_would_after_everything(
    series: list[tuple[LayoutUpdate | ChopsUpdate, bool]],
) -> None:
    canvas, ours, theirs = Canvas(), Emulated(COLUMNS, LINES), Emulated(COLUMNS, LINES)
    for update, forgotten in series:
        if forgotten:
            canvas.forget()
        ours.write(Difference(canvas, update).render_segments(CONSOLE).encode())
        theirs.write(update.render_segments(CONSOLE).encode())
        assert ours.cells == theirs.cells


def test_a_line_that_is_shown_already_costs_nothing() -> None:
    canvas = Canvas()
    line = LayoutUpdate([[Strip([Segment("Recalling its resolution", STYLES[7])])]], Region(0, 0, 24, 1))
    assert Difference(canvas, line).render_segments(CONSOLE)
    assert Difference(canvas, line).render_segments(CONSOLE) == ""


def test_a_word_changed_in_a_line_is_all_that_is_sent() -> None:
    canvas = Canvas()

    def painted(text: str) -> str:
        update = LayoutUpdate([[Strip([Segment(text, STYLES[7])])]], Region(0, 0, len(text), 1))
        return Difference(canvas, update).render_segments(CONSOLE)

    painted("Recalling its resolution 75/190 of 16 December 2020")
    sent = painted("Recalling its resolution 76/177 of 16 December 2021")
    assert sent == "\x1b[1;27H\x1b[38;2;224;224;224;48;2;18;18;18m6/177\x1b[19C1\x1b[0m"


def test_only_what_differs_between_two_looks_is_told() -> None:
    bold, plain = (pens_of(STYLES[at], ColorSystem.TRUECOLOR) for at in (8, 7))
    assert stroke(bold[0], plain[0])[0] == "\x1b[22m"
    assert stroke(bold[0], plain[1]) == ("", bold[0])
    assert stroke(PLAIN, PLAIN)[0] == ""


async def test_panes_that_say_the_same_are_not_painted_again(opened: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    async with opened() as hand:
        await hand.begin()
        await hand.until(lambda: hand.app.session is not None and hand.app.session.looked_at is hand.draft)
        pane = hand.desk.query_one("#suggestions", Pane)
        await hand.until(lambda: pane.entries)
        painted: list[tuple[str | None, list[int]]] = []

        def refresh(widget: Widget, *regions: Region, **asked: object) -> Widget:
            painted.append((widget.id, [region.y for region in regions]))
            return widget

        outline, row = hand.desk.outline, hand.desk.outline.current
        assert row is not None
        monkeypatch.setattr(Widget, "refresh", refresh)
        outline.show(outline.rows)
        hand.desk.show_paragraph()
        pane.show(pane.entries)
        assert painted == []
        at = outline.items.index(row)
        outline.show([replace(one, label="PP1 bis") if one.id == row.id else one for one in outline.rows])
        assert painted == [("outline", [at - outline.scroll_offset.y])]
        painted.clear()
        pane.show((*pane.entries[:-1], replace(pane.entries[-1], body=Content("Nothing else."))))
        lines = [line for id, lines in painted if id == pane.id for line in lines]
        assert 0 < len(lines) < pane.size.height


@pytest.mark.skipif(sys.platform == "win32", reason="a pseudo-terminal is asked for")
def test_after_an_evening_s_keys_the_terminal_shows_what_painting_all_shows(tmp_path: Path) -> None:
    draft = tmp_path / "draft.toml"
    draftfile.save(draft, Desk.at(shipped("corpus")).begin("75/190"))
    command = [sys.executable, "-m", "drafter", "--corpus", str(shipped("corpus")), "tui", str(draft)]
    with Terminal(command, 110, 30, DRAFTER_CONFIG=str(tmp_path), PYTHONPATH=str(ROOT)) as terminal:
        terminal.until("as drafted", 120)
        for keys in ("jjj", "e", "and gravely ", "\x1b", "jj", "2"):
            terminal.send(keys)
            terminal.settle(0.4)
        before = Emulated(110, 30)
        before.write(terminal.output)
        for paint_all in (lambda: terminal.send(CTRL_L), lambda: terminal.resize(110, 30)):
            terminal.output = b""
            paint_all()
            terminal.settle(0.4)
            after = Emulated(110, 30)
            after.write(terminal.output)
            assert before.lines == after.lines
            assert before.cells == after.cells
            terminal.resize(110, 32)
            terminal.settle(0.4)
