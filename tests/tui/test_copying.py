"""Text that is shown can be marked with the mouse and copied as it is before it is wrapped."""

from __future__ import annotations

import pytest
from textual.widget import Widget

from drafter.tui.widgets.page import Page
from drafter.tui.widgets.pane import Pane
from drafter.tui.widgets.running_text import RunningText
from tests.tui.conftest import Hand, Open


async def drag(hand: Hand, widget: Widget, start: tuple[int, int], end: tuple[int, int]) -> str:
    """What is marked by dragging the mouse over a widget, and copied with Ctrl+C."""
    await hand.pilot.mouse_down(widget, offset=start)
    for step in range(1, 6):
        x, y = (start[n] + (end[n] - start[n]) * step // 5 for n in (0, 1))
        await hand.pilot.hover(widget, offset=(x, y))
    await hand.pilot.mouse_up(widget, offset=end)
    await hand.press("ctrl+c")
    return hand.app.clipboard


def seen(widget: Page | RunningText | Pane, words: str) -> tuple[int, int]:
    """Where words begin in a widget, its padding counted."""
    left, top = widget.gutter.top_left
    for y in range(widget.size.height):
        if words in (line := widget.render_line(y).text):
            return line.index(words) + left, y + top
    raise AssertionError(words)


async def test_the_adopted_and_the_drafted_wording(opened: Open) -> None:
    async with opened() as hand:
        await hand.begin()
        await hand.go("PP2")
        page = hand.desk.query_one("#page", Page)
        x, y = seen(page, "Recalling all previous")
        copied = await drag(hand, page, (x, y), (x + 8, y + 1))
        whole = page.text
        assert copied.startswith("Recalling all previous resolutions")
        assert "\n" not in copied
        assert copied in whole


async def test_a_double_click_marks_the_paragraph(opened: Open) -> None:
    async with opened() as hand:
        await hand.begin()
        await hand.go("PP2")
        page = hand.desk.query_one("#page", Page)
        x, y = seen(page, "Recalling all previous")
        await hand.pilot.click(page, offset=(x, y), times=2)
        await hand.press("ctrl+c")
        adopted = hand.draft.paragraphs[1].inline.text
        assert hand.app.clipboard[:60] == adopted[:60]
        assert hand.app.clipboard.endswith(",")


@pytest.mark.parametrize("key", ["w", "2"], ids=["whole text", "lineage"])
async def test_passages(opened: Open, key: str) -> None:
    async with opened() as hand:
        await hand.begin()
        await hand.go("PP2")
        await hand.press(key)
        if key == "w":
            await hand.press("home")
        widget = hand.app.screen.query_one(
            "RunningText" if key == "w" else "#lineage", RunningText if key == "w" else Pane
        )
        await hand.until(lambda: widget.bodies)
        await hand.until(lambda: "Re" in "".join(widget.render_line(y).text for y in range(9)))
        x, y = seen(widget, "Re")
        copied = await drag(hand, widget, (x, y), (x + 10, y + 1))
        assert copied.startswith("Re")
        assert copied in widget.text


async def test_marks_do_not_stay_on_other_words(opened: Open) -> None:
    async with opened() as hand:
        await hand.begin()
        page = hand.desk.query_one("#page", Page)
        x, y = seen(page, "Reaffirming that")
        assert (await drag(hand, page, (x, y), (x + 10, y))).startswith("Reaffirming")
        await hand.press("down")
        await hand.pilot.pause()
        assert page.text_selection is None


async def test_a_drag_that_begins_in_the_outline_marks_nothing_but_copies_the_paragraph(opened: Open) -> None:
    async with opened() as hand:
        await hand.begin()
        assert (await drag(hand, hand.desk.outline, (5, 3), (60, 12))).startswith("PP1: ")


async def test_ctrl_c_with_nothing_marked_says_how(opened: Open) -> None:
    async with opened() as hand:
        await hand.press("ctrl+c")
        assert any("mouse" in notification.message for notification in hand.app._notifications)
