"""Questions that use the room: a long title is read and edited as a whole, in the masthead's form."""

from __future__ import annotations

import pytest
from textual import events
from textual.widgets import Label

from drafter.edit import gestures
from drafter.model.inline import Inline
from drafter.tui.dialogs.ask import Ask
from drafter.tui.dialogs.masthead import MastheadForm
from drafter.tui.screens.desk import DeskScreen
from drafter.tui.widgets.long_line import LongLine
from tests.tui.conftest import Hand, Open

LONG = (
    "Situation of human rights in the Democratic People’s Republic of Korea, including the follow-up to the "
    "recommendations of the commission of inquiry and the reports of the Special Rapporteur, of the Secretary-General "
    "and of the United Nations High Commissioner for Human Rights, and the implementation of earlier resolutions"
)


def field(hand: Hand, name: str) -> LongLine:
    return hand.app.screen.query_one(f"#{name}", LongLine)


def hint(hand: Hand) -> str:
    return str(hand.app.screen.query_one("#hint", Label).content)


@pytest.mark.parametrize("size", [(80, 24), (160, 48), (200, 50)])
async def test_a_long_title_is_read_and_edited_as_a_whole(opened: Open, size: tuple[int, int]) -> None:
    async with opened(size=size) as hand:
        await hand.begin()
        hand.app.make(lambda draft: gestures.title(draft, Inline(LONG)))
        await hand.press("T")
        title = field(hand, "title")
        assert title.has_focus and title.max_scroll_y == 0
        rows = [title.render_line(y).text.strip() for y in range(title.size.height)]
        assert " ".join(filter(None, rows)) == LONG, "every word of it is on the screen"
        dialog = hand.app.screen.query_one(".dialog")
        assert hand.app.screen.query_one("#hint").region.bottom <= size[1] - 1
        assert dialog.region.width >= min(size[0] - 6, 106)
        await hand.press("up", "up", "home", "delete", "X", "enter")
        assert isinstance(hand.app.screen, DeskScreen)
        changed = [at for at, pair in enumerate(zip(LONG, hand.draft.title.text, strict=True)) if pair[0] != pair[1]]
        assert len(changed) == 1 and 0 < changed[0] < len(LONG)
        await hand.press("ctrl+z")
        assert hand.draft.title.text == LONG


async def test_a_pasted_title_stays_one_line(opened: Open) -> None:
    async with opened() as hand:
        await hand.begin()
        await hand.press("T", "f7")
        hand.app.post_message(events.Paste("The human rights situation\nin Elbonia\t and \x07beyond"))
        await hand.pilot.pause()
        await hand.press("enter")
        assert hand.draft.title.text == "The human rights situation in Elbonia and beyond"


async def test_the_masthead_refuses_a_draft_without_a_title(opened: Open) -> None:
    async with opened() as hand:
        await hand.begin()
        before = hand.draft
        await hand.press("T", "f7", "backspace", "enter")
        assert isinstance(hand.app.screen, MastheadForm)
        assert hint(hand) == "a resolution has a title" and field(hand, "title").has_focus
        await hand.type("*Open")
        await hand.press("enter")
        assert "never closed" in hint(hand)
        await hand.press("escape")
        assert hand.draft == before


async def test_a_long_reason_wraps(opened: Open) -> None:
    async with opened(size=(80, 24)) as hand:
        await hand.begin()
        await hand.press("r")
        assert isinstance(hand.app.screen, Ask)
        await hand.type("asked for by the European Union in the second informals, and agreeable to all in the room")
        assert field(hand, "answer").size.height == 2
        await hand.press("enter")
        assert hand.draft[hand.desk.place].reason.endswith("all in the room")
