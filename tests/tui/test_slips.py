"""Spelling and weakened words, marked in the drafted paragraph itself."""

from __future__ import annotations

import pytest

from drafter.edit.edits import SetText
from drafter.model.inline import Inline
from drafter.tui.screens.help import HelpScreen
from drafter.tui.shown.slips import TextMark, slips
from drafter.tui.shown.wording import PointedWords, Wording
from drafter.tui.widgets.page import Page
from drafter.tui.widgets.reader import Reader
from tests.tui.conftest import Hand, Open


async def weakened(hand: Hand) -> None:
    """PP23 of 75/190 says "expressing grave concern" inside; it is weakened there, and two words are misspelt."""
    await hand.go("PP23")
    own = hand.draft[hand.desk.place]
    words = own.inline.markup.replace("expressing grave concern", "expressing deep concern")
    assert words != own.inline.markup
    hand.perform(
        SetText(own.id, Inline.from_markup(words.replace("the Republic", "the organisation of the goverment")))
    )
    await hand.until(lambda: hand.app.session is not None and hand.app.session.looked_at is hand.draft)


async def test_they_are_found_where_they_stand(opened: Open) -> None:
    async with opened() as hand:
        await hand.begin()
        await weakened(hand)
        assert hand.app.session is not None
        own = hand.draft[hand.desk.place]
        found = [(one.mark, own.text[one.start : one.end], one.said) for one in slips(hand.app.session, own)]
        assert found == [
            (TextMark.WEAKER, "deep concern", "grave concern → deep concern"),
            (TextMark.SPELLING, "organisation", "organisation → organization"),
            (TextMark.SPELLING, "goverment", "goverment → government"),
        ]
        await hand.until(lambda: "goverment → government" in hand.desk.query_one("#page", Page).text)
        page = hand.desk.query_one("#page", Page)
        assert "▼ grave concern → deep concern · ✗ organisation → organization" in page.text
        drafted = next(block.body for block in page._blocks if "as drafted" in block.heading)
        marked = {
            drafted.plain[one.start : one.end] for one in drafted.spans if "underline $text-error" in str(one.style)
        }
        assert marked == {"organisation", "goverment"}
        await hand.press("B")
        assert slips(hand.app.session, hand.draft[hand.desk.place]) == ()
        assert "deep concern" not in page.text


async def test_without_colour_a_sign_stands_behind_them(opened: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with opened() as hand:
        await hand.begin()
        await weakened(hand)
        page = hand.desk.query_one("#page", Page)
        await hand.until(lambda: "goverment✗" in page.text)
        assert "expressing [-grave-]{+deep+} concern▼ about" in page.text
        assert "organisation✗" in page.text


def test_the_sign_stands_once_behind_words_in_several_styles() -> None:
    pointed = (PointedWords(3, 15, "underline", "▼"),)
    inline = Inline.from_markup("in *deep* concern")
    assert Wording({}, brackets=True, pointed=pointed).plain(inline).plain == "in deep concern▼"
    assert Wording({}, pointed=pointed).plain(inline).plain == "in deep concern"


async def test_the_help_explains_the_marks(opened: Open) -> None:
    async with opened() as hand:
        await hand.press("f1")
        assert isinstance(hand.app.screen, HelpScreen)
        said = hand.app.screen.query_one(Reader).text
        assert all(f"{mark.sign}  {mark.word}" in said for mark in TextMark)
