"""The way about a draft: one list of everything, found words, sections, what is copied."""

from __future__ import annotations

from drafter.edit.status import Matter
from drafter.tui.screens.hand_in import HandInScreen
from drafter.tui.screens.status import StatusScreen
from drafter.tui.screens.updates import UpdatesScreen
from drafter.tui.widgets.page import Page
from drafter.tui.widgets.title_bar import TitleBar
from tests.tui.conftest import Hand, Open


async def looked_over(hand: Hand) -> None:
    await hand.begin()
    await hand.until(lambda: hand.app.session is not None and hand.app.session.looked_at is hand.draft)


async def test_the_status_lists_everything_and_each_line_leads_there(opened: Open) -> None:
    async with opened(size=(160, 48)) as hand:
        await looked_over(hand)
        await hand.press("S")
        screen = hand.app.screen
        assert isinstance(screen, StatusScreen)
        assert "23 updates open" in screen.query_one(TitleBar).left
        assert "symbol not set" in screen.query_one(TitleBar).left
        await hand.press("f", "f", "f")
        shown = {line.matter for line in screen._lines}
        assert shown == {Matter.UPDATE}
        label = next(line.label for line in screen._lines if line.label != "masthead")
        place = next(n for n, line in enumerate(screen._lines) if line.label == label)
        await hand.press(*["down"] * place, "enter")
        assert hand.desk.label == label


async def test_hand_in_begins_with_what_is_open(opened: Open) -> None:
    async with opened(size=(160, 48)) as hand:
        await looked_over(hand)
        await hand.press("f")
        assert isinstance(hand.app.screen, HandInScreen)
        assert "23 updates open" in str(hand.app.screen.query_one("#standing").render())
        await hand.press("f3")
        assert isinstance(hand.app.screen, StatusScreen)
        await hand.press("escape", "escape")
        assert hand.desk.label == "PP1"


async def test_updates_are_counted_alike_at_the_desk_and_in_their_list(opened: Open) -> None:
    async with opened(size=(160, 48)) as hand:
        await looked_over(hand)
        assert "23 updates in 11 paragraphs" in hand.desk.query_one(TitleBar).right
        await hand.press("U")
        assert isinstance(hand.app.screen, UpdatesScreen)
        assert hand.app.screen.query_one(TitleBar).right.startswith("23 updates in 11 paragraphs: 3 certain")


async def test_found_words_are_marked_and_the_next_place_is_one_key_away(opened: Open) -> None:
    async with opened(size=(160, 48)) as hand:
        await hand.begin()
        await hand.press("slash")
        await hand.type("commission of inquiry")
        await hand.press("enter")
        first = hand.desk.label
        spans = [span for block in hand.desk.query_one(Page)._blocks for span in block.body.spans]
        assert any("reverse" in str(span.style) for span in spans)
        await hand.press("f3")
        second = hand.desk.label
        assert second != first
        await hand.press("shift+f3")
        assert hand.desk.label == first
        await hand.press("slash", "enter")
        assert hand.desk.text.sought == "commission of inquiry"


async def test_an_unchanged_paragraph_stands_once(opened: Open) -> None:
    async with opened(size=(160, 48)) as hand:
        await hand.begin()
        headings = [block.heading for block in hand.desk.query_one(Page)._blocks if block.heading]
        assert [heading.partition(" · all")[0] for heading in headings] == ["as adopted, 75/190, and as drafted · PP1"]
        await hand.go("OP14")
        await hand.press("e", "end")
        await hand.type(" and more")
        await hand.press("escape")
        headings = [block.heading for block in hand.desk.query_one(Page)._blocks if block.heading]
        assert len(headings) == 2


async def test_the_paragraph_is_copied_with_its_label_and_its_changes(opened: Open) -> None:
    async with opened(size=(160, 48)) as hand:
        await hand.begin()
        await hand.press("ctrl+c")
        assert hand.app.clipboard.startswith("PP1: Reaffirming that all States")
        await hand.go("OP14")
        await hand.press("e", "ctrl+home")
        await hand.type("Strongly e")
        await hand.press("delete", "escape", "ctrl+c")
        assert hand.app.clipboard.startswith("OP14: [-Encourages-]{+Strongly encourages+} the continuing")
        await hand.press("c")
        assert hand.app.clipboard.startswith("**OP14**: ~~Encourages~~**Strongly encourages** the continuing")


async def test_what_comes_next_is_seen_beyond_the_cursor(opened: Open) -> None:
    async with opened(size=(120, 30)) as hand:
        await hand.begin()
        await hand.go("OP10")
        outline = hand.desk.outline
        below = outline.scroll_offset.y + outline.size.height - 1 - outline.cursor
        assert below >= 3


async def test_enter_at_the_end_of_a_paragraph_begins_the_next(opened: Open) -> None:
    async with opened(size=(160, 48)) as hand:
        await hand.begin()
        await hand.go("OP14")
        await hand.press("e", "ctrl+end", "enter")
        await hand.type("Welcomes the report;")
        await hand.press("escape")
        assert hand.text("OP15") == "*Welcomes* the report;"


async def test_a_word_taken_out_leaves_one_blank(opened: Open) -> None:
    async with opened(size=(160, 48)) as hand:
        await hand.begin()
        await hand.go("OP14")
        await hand.press("e", "ctrl+home", "ctrl+right", "ctrl+right", "ctrl+delete", "escape")
        assert "  " not in hand.text("OP14")
        assert not hand.text("OP14").startswith("*Encourages* the continuing")
