"""Agreed language at the desk: marked in the text, counted in the heading, its source a key away."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest
from textual.content import Content

from drafter.answering import Answering, Question
from drafter.edit import edits
from drafter.library.values import AgreedPlace, AgreedRun, Coverage
from drafter.model.inline import Inline
from drafter.tui.screens.cited import CitedScreen
from drafter.tui.shown.agreement import Agreement, Marking, found_in, merged
from drafter.tui.shown.plain import lead_in, lead_out
from drafter.tui.shown.wording import ADDED, REMOVED, Wording, bracketed
from drafter.tui.widgets.page import Page
from drafter.tui.widgets.pane import Pane
from drafter.tui.widgets.running_text import RunningText
from tests.tui.conftest import Hand, Open

NEW = " in full and without any delay, and urges all States to do so"
"""Seventeen words after PP1's own, none of them agreed."""


def run(start: int, end: int, words: int) -> AgreedRun:
    standing = AgreedPlace("A/RES/75/190", "PP1", None)
    return AgreedRun(start, end, words, 1, standing, standing)


def test_ranges_are_those_of_the_new_words_of_all_or_none() -> None:
    coverage = Coverage((run(0, 30, 6), run(20, 50, 6)), 12, 10)
    assert Agreement(coverage).ranges(((10, 15), (45, 60))) == ((10, 15), (45, 50))
    assert Agreement(coverage, Marking.ALL).ranges(()) == ((0, 50),)
    assert Agreement(coverage, Marking.NONE).ranges(((10, 15),)) is None
    assert merged([(0, 3), (5, 7), (6, 9)]) == ((0, 3), (5, 9))


@pytest.mark.parametrize(("agreed", "share"), [(0, 0), (1, 1), (999, 99), (1000, 100)])
def test_the_share_is_whole_only_where_every_word_is_agreed(agreed: int, share: int) -> None:
    assert Agreement(Coverage((), 1000, agreed)).share == share


def test_too_few_words_are_neither_agreed_nor_not() -> None:
    assert Agreement(Coverage((), 5, 0)).said == ""
    assert Agreement(Coverage((), 6, 0)).said == "nothing agreed"


def test_words_are_found_whatever_their_typography() -> None:
    there = Inline("Recalling the Member States' “follow-up”,")
    (start, end), = found_in("the Member States’ follow-up", there)  # fmt: skip
    assert there.text[start:end] == "the Member States' “follow-up"
    assert found_in("other words", there) == ()


def test_without_colour_agreed_words_stand_in_brackets_of_their_own() -> None:
    wording = Wording({}, brackets=True, agreed=((2, 5), (6, 8)))
    assert wording.plain(Inline("abcdefghij")).plain == "ab⟨cde⟩f⟨gh⟩ij"


async def edited(hand: Hand) -> Page:
    """PP1 with new words behind it that are nowhere agreed."""
    await hand.begin()
    await hand.go("PP1")
    page = hand.desk.query_one("#page", Page)
    await hand.until(lambda: "all agreed" in page.text)
    paragraph = hand.draft.paragraphs[0]
    hand.perform(edits.SetText(paragraph.id, Inline(paragraph.text.rstrip(",") + NEW + ",")))
    assert "agreed" not in page.text.split("as drafted")[1].split("\n")[0]
    await hand.until(lambda: "% agreed" in page.text)
    return page


async def test_the_text_says_what_is_agreed_also_while_the_agreed_pane_is_open(opened: Open) -> None:
    async with opened() as hand:
        await hand.begin()
        await hand.go("PP1")
        page = hand.desk.query_one("#page", Page)
        await hand.until(lambda: "all agreed" in page.text)
        await hand.press("3")
        await hand.go("PP3")
        await hand.until(lambda: "agreed" in page.text.split("as drafted")[1].split("\n")[0])


def underlined(page: Page) -> str:
    """The words that are underlined in the draft's wording."""
    block = next(block for block in page._blocks if block.heading.startswith("as drafted"))
    return "".join(
        block.body.plain[span.start : span.end] for span in block.body.spans if "underline" in str(span.style)
    )


async def test_new_words_that_are_agreed_are_marked_then_all_then_none(opened: Open) -> None:
    async with opened() as hand:
        page = await edited(hand)
        assert underlined(page) == ""
        await hand.press("a")
        assert underlined(page).startswith("Reaffirming that all States")
        assert "without any delay" not in underlined(page)
        await hand.press("a")
        assert underlined(page) == NEW  # what came in is underlined again
        assert "a marks what is agreed" in page.text
        await hand.press("a")
        words = hand.draft.paragraphs[0].text + " Recalling the responsibility to protect its population from crimes"
        hand.perform(edits.SetText(hand.draft.paragraphs[0].id, Inline(words)))
        await hand.until(lambda: "underlined: new and agreed" in page.text)
        assert "to protect its population from crimes" in underlined(page)
        assert "Reaffirming that all States" not in underlined(page)


async def test_the_source_is_one_key_away_and_so_is_the_way_back(opened: Open) -> None:
    async with opened() as hand:
        await edited(hand)
        await hand.press("A")
        assert isinstance(hand.app.screen, CitedScreen)
        text = hand.app.screen.query_one(RunningText)
        assert text.size.width <= 120
        assert text.at == "PP1"
        assert any("underline" in str(span.style) for span in text.bodies[text.cursor].spans)
        await hand.press("c", "n", "N", "A")
        assert hand.desk.label == "PP1"
        await hand.press("3")
        await hand.until(lambda: hand.desk.query_one("#agreed", Pane).entries)
        await hand.press("down", "enter")
        assert isinstance(hand.app.screen, CitedScreen)
        await hand.press("escape")
        assert hand.desk.label == "PP1"


async def test_a_source_that_is_asked_for_too_early_opens_when_it_is_known(
    opened: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    known, go_on = Answering.coverage, threading.Event()

    def slow(self: Answering, text: str, question: Question | None = None) -> Coverage:
        go_on.wait(20)
        return known(self, text, question)

    monkeypatch.setattr(Answering, "coverage", slow)
    async with opened() as hand:
        await hand.begin()
        await hand.press("A")
        assert hand.desk.label == "PP1"
        go_on.set()
        await hand.until(lambda: isinstance(hand.app.screen, CitedScreen))


async def test_words_that_are_nowhere_agreed_have_no_source(opened: Open) -> None:
    async with opened() as hand:
        await hand.begin()
        page = hand.desk.query_one("#page", Page)
        await hand.press("o")
        await hand.type("Welcoming the wholly unheard of words that nobody has ever adopted anywhere")
        await hand.press("escape")
        await hand.until(lambda: "nothing agreed" in page.text)
        await hand.press("A")
        assert hand.desk.outline.items


async def test_the_choice_of_what_is_marked_is_remembered(opened: Open, tmp_path: Path) -> None:
    async with opened() as hand:
        await hand.begin()
        await hand.press("a")
    assert 'agreed = "all"' in (tmp_path / "settings.toml").read_text(encoding="utf-8")
    async with opened() as hand:
        assert hand.app.settings.agreed == "all"


def test_without_colour_the_panes_mark_changes_too() -> None:
    pieces = [("Welcomes ", ""), ("the old", REMOVED), ("the new", ADDED), (" report", "")]
    assert bracketed(Content.assemble(*pieces)).plain == "Welcomes [-the old-]{+the new+} report"
    italic = (("Urges", f"{REMOVED} italic"), (" all States", REMOVED), ("Asks", ADDED))
    assert bracketed(Content.assemble(*italic)).plain == "[-Urges all States-]{+Asks+}"


def test_what_is_shown_around_a_change_begins_and_ends_with_whole_words() -> None:
    text = "Recalling all previous resolutions on it"
    assert lead_in(text, 22, 14) == "… all previous"
    assert lead_in(text, 10, 14) == "Recalling "
    assert lead_out(text, 10, 14) == "all previous …"
    assert lead_out(text, 35, 14) == "on it"


async def test_a_long_paragraph_is_read_to_its_end_before_the_next(opened: Open) -> None:
    async with opened(size=(80, 14)) as hand:
        await hand.begin()
        await hand.go("OP2(a)(vi)")
        await hand.press("tab")
        page = hand.desk.query_one("#page", Page)
        await hand.until(lambda: page.max_scroll_y > 0)
        pressed = 0
        while hand.desk.label == "OP2(a)(vi)":
            await hand.press("space")
            pressed += 1
        assert hand.desk.label == "OP2(a)(vii)"
        assert pressed > 1
        assert page.scroll_offset.y == 0
