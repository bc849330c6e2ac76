"""Faults that a drafter met in an evening's work, each at the place where it was met."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from textual.widgets import Input, Static

from drafter.model.finding import Finding, Severity
from drafter.tui.dialogs.choose import Choose
from drafter.tui.dialogs.new_draft import NewDraft
from drafter.tui.panels.arranged import DeskPanels
from drafter.tui.screens.updates import UpdatesScreen
from drafter.tui.widgets.page import Page
from drafter.tui.widgets.pane import Pane
from drafter.tui.widgets.running_text import RunningText
from drafter.tui.widgets.series_lists import SeriesList
from tests.tui.conftest import Hand, Open


def told(hand: Hand) -> list[str]:
    return [notification.message for notification in hand.app._notifications]


async def with_updates(hand: Hand) -> None:
    await hand.begin()
    await hand.until(lambda: hand.app.session is not None and hand.app.session.looked_at is hand.draft)


async def test_undo_shows_the_paragraph_that_was_split(opened: Open) -> None:
    async with opened() as hand:
        await hand.begin()
        await hand.go("OP13")
        whole = hand.text("OP13")
        await hand.press("s", "enter")
        assert hand.desk.label == "OP14"
        await hand.press("ctrl+z")
        assert hand.desk.label == "OP13"
        assert hand.text("OP13") == whole
        await hand.press("home", "ctrl+y")
        assert hand.desk.label == "OP14"


async def test_undo_shows_what_was_changed_elsewhere(opened: Open) -> None:
    async with opened() as hand:
        await hand.begin()
        await hand.go("OP16")
        await hand.press("d", "home")
        assert hand.desk.label == "PP1"
        await hand.press("u")
        assert hand.desk.label == "OP16"


async def test_a_joined_paragraph_does_not_show_as_deleted(opened: Open) -> None:
    async with opened() as hand:
        await hand.begin()
        joined = hand.find("OP21")
        await hand.go("OP20")
        await hand.press("M")
        assert [row.said for row in hand.desk.outline.items if row.id == joined] == ["joined to the one above"]
        await hand.press("w")
        passages = hand.app.screen.query_one(RunningText).passages
        assert [one.body.plain.strip() for one in passages if one.key == joined] == ["OP21  joined to the one above"]


async def test_all_certain_leaves_the_cursor_on_its_update(opened: Open) -> None:
    async with opened() as hand:
        await with_updates(hand)
        await hand.press("U")
        text = hand.app.screen.query_one(RunningText)
        place = next(n for n, body in enumerate(text.bodies) if "likely" in body.plain)
        await hand.press("home", *["down"] * place)
        before = text.bodies[text.cursor].plain
        await hand.press("A")
        assert text.bodies[text.cursor].plain == before
        await hand.until(lambda: hand.app.session is not None and hand.app.session.looked_at is hand.draft)
        await hand.pilot.pause()
        assert text.bodies[text.cursor].plain == before


async def test_a_search_without_a_hit_says_so(opened: Open) -> None:
    async with opened() as hand:
        await hand.until(lambda: hand.app.screen.query_one(SeriesList).items)
        await hand.press("slash")
        await hand.type("xyz")
        assert str(hand.app.screen.query_one("#about", Static).content) == "Nothing has “xyz” · Esc shows all."


async def test_a_folder_that_is_not_there_keeps_the_question_open(opened: Open) -> None:
    async with opened() as hand:
        await hand.until(lambda: hand.app.screen.query("#timeline").first().items)  # type: ignore[attr-defined]
        await hand.press("n", "home", "shift+end")
        await hand.type("nowhere/draft.toml")
        await hand.press("enter")
        assert isinstance(hand.app.screen, NewDraft)
        assert hand.app.screen.query_one("#file", Input).value == "nowhere/draft.toml"
        assert "there is no folder nowhere" in str(hand.app.screen.query_one("#hint", Static).content)


@pytest.mark.parametrize("size", [(120, 35), (150, 42)])
async def test_the_side_pane_comes_and_goes(opened: Open, size: tuple[int, int]) -> None:
    async with opened(size=size) as hand:
        await hand.begin()
        side, seen = hand.desk.side, size[0] > 138
        assert side.display is seen
        await hand.press("b")
        assert side.display is not seen
        await hand.press("b")
        assert side.display is seen
        await hand.press("2")
        assert side.display
        await hand.press("b")
        assert not side.display
        assert hand.desk.query_one(DeskPanels).pane == "outline"


async def test_a_key_that_does_nothing_says_so(opened: Open, tmp_path: Path) -> None:
    async with opened() as hand:
        await hand.begin()
        await hand.press("X")
        assert told(hand)[-1].startswith("X does nothing here")
        count = len(told(hand))
        await hand.press("down", "n")
        assert not any("does nothing" in one for one in told(hand)[count:])
        await hand.press("L")
        await hand.until(lambda: hand.app.session is None)
        await hand.until(lambda: len(hand.app.screen.query_one(SeriesList).items) == 2)
        await hand.press("home", "n")
        assert "This is a draft" in told(hand)[-1]


async def test_a_finding_without_a_proposal_says_so(opened: Open) -> None:
    async with opened() as hand:
        await with_updates(hand)
        session = hand.app.session
        assert session is not None
        finding = Finding("opening", Severity.WARNING, "no opening is like this", 0, "PP1")
        hand.app.session = replace(session, findings=(finding,))
        await hand.press("5")
        pane = hand.desk.query_one("#findings", Pane)
        await hand.until(lambda: [one.finding for one in pane.entries] == [finding])
        before = hand.draft
        await hand.press("enter")
        assert "No words are proposed here" in told(hand)[-1]
        assert hand.draft == before


async def to_verify(hand: Hand) -> tuple[RunningText, str]:
    """The list of updates, with the cursor on one whose words are not known, and that one as it is shown."""
    await with_updates(hand)
    await hand.press("U")
    text = hand.app.screen.query_one(RunningText)
    place = next(n for n, body in enumerate(text.bodies) if "→ …" in body.plain)
    await hand.press("home", *["down"] * place)
    return text, text.bodies[place].plain


@pytest.mark.parametrize("keys", [("enter", "enter"), ("x",)], ids=["the same words", "the key"])
async def test_words_that_stay_are_verified(opened: Open, keys: tuple[str, ...]) -> None:
    async with opened() as hand:
        text, said = await to_verify(hand)
        before = hand.draft
        await hand.press(*keys)
        assert isinstance(hand.app.screen, UpdatesScreen)
        assert len(hand.draft.verified) == 1
        assert hand.draft.paragraphs == before.paragraphs
        assert said not in [body.plain for body in text.bodies]
        assert "Verified: it stays" in told(hand)[-1]
        await hand.press("ctrl+z")
        assert hand.draft == before
        await hand.until(lambda: said in [body.plain for body in text.bodies])


async def test_words_are_verified_with_a_note_of_what_was_found(opened: Open) -> None:
    async with opened() as hand:
        text, said = await to_verify(hand)
        await hand.press("X")
        await hand.type("still so on the website")
        await hand.press("enter")
        assert [one.note for one in hand.draft.verified] == ["still so on the website"]
        assert said not in [body.plain for body in text.bodies]


async def test_an_update_is_verified_at_the_desk(opened: Open) -> None:
    async with opened() as hand:
        await with_updates(hand)
        await hand.press("v", "1")
        pane = hand.desk.query_one("#suggestions", Pane)
        await hand.until(lambda: pane.chosen and pane.chosen.update)
        await hand.press("=")
        assert len(hand.draft.verified) == 1


async def test_moving_across_the_border_asks(opened: Open) -> None:
    async with opened() as hand:
        await hand.begin()
        await hand.go("OP1")
        place, before = hand.desk.place, hand.draft
        await hand.press("m", "m")
        await hand.type("PP3")
        await hand.press("enter")
        assert isinstance(hand.app.screen, Choose)
        await hand.press("down", "enter")
        assert hand.draft == before
        await hand.press("m", "m")
        await hand.type("PP3")
        await hand.press("enter", "enter")
        assert hand.desk.place == place
        assert hand.desk.label == "PP4"
        assert hand.text("PP4").startswith("*Condemning")
        assert hand.text("PP4").endswith(",")


async def test_the_other_kind_goes_to_its_own_part(opened: Open) -> None:
    async with opened() as hand:
        await hand.begin()
        await hand.go("OP1")
        await hand.press("k")
        assert hand.desk.label == "PP28"
        await hand.press("k")
        assert hand.desk.label == "OP1"


async def test_what_is_shown_of_a_neighbour_ends_with_a_whole_word(opened: Open) -> None:
    async with opened(size=(200, 60)) as hand:
        await hand.begin()
        page = hand.desk.query_one("#page", Page)
        longer = next(n for n, one in enumerate(hand.draft.standing) if len(one.text) > 700)
        hand.desk.place = hand.draft.standing[longer - 1].id
        await hand.pilot.pause()
        words = set(hand.draft.standing[longer].text.split())
        cut = next(line for line in page.text.split("\n") if line.endswith(" …"))
        assert cut.removesuffix(" …").split()[-1] in words
        hand.desk.place = hand.draft.standing[longer + 1].id
        await hand.pilot.pause()
        before = page.text.split("\n")[0]
        assert before.split("  ", 1)[1].startswith("… ")
        assert before.split("  ", 1)[1].split()[1] in words


TRACKED, CLEAN = "draft-76-from-75-190-tracked.docx", "draft-76-from-75-190.docx"


async def handed_in(hand: Hand) -> None:
    """The hand-in screen, after its files were made once."""
    await hand.begin()
    await hand.press("f", "ctrl+e")
    made = hand.app.screen.query_one("#made", Static)
    await hand.until(lambda: "Done." in str(made.content))


async def test_what_drafter_wrote_itself_is_made_anew_unasked(opened: Open, tmp_path: Path) -> None:
    async with opened() as hand:
        await handed_in(hand)
        await hand.press("escape", "d", "f", "ctrl+e")
        made = hand.app.screen.query_one("#made", Static)
        await hand.until(lambda: "Done." in str(made.content))
        assert len(list(tmp_path.glob("*.docx"))) == 3


@pytest.mark.parametrize("answer", ["beside", "replace", "leave", "closed"])
async def test_a_file_that_somebody_changed_is_a_choice(opened: Open, tmp_path: Path, answer: str) -> None:
    async with opened() as hand:
        await handed_in(hand)
        (tmp_path / CLEAN).write_bytes(b"changed in Word")
        before = (tmp_path / TRACKED).stat().st_mtime_ns
        await hand.press("ctrl+e")
        assert isinstance(hand.app.screen, Choose)
        assert f"{CLEAN} was changed since drafter wrote it" in str(hand.app.screen.query_one(".told", Static).content)
        if answer == "closed":
            await hand.press("escape")
            assert (tmp_path / TRACKED).stat().st_mtime_ns == before
        else:
            await hand.press(*["down"] * ["beside", "replace", "leave"].index(answer), "enter")
            made = hand.app.screen.query_one("#made", Static)
            await hand.until(lambda: "Done." in str(made.content))
        assert ((tmp_path / CLEAN).read_bytes() == b"changed in Word") is (answer != "replace")
        beside = tmp_path / "draft-76-from-75-190-2.docx"
        assert beside.is_file() is (answer == "beside")


async def test_a_file_that_was_never_drafters_is_a_choice(opened: Open, tmp_path: Path) -> None:
    (tmp_path / TRACKED).write_bytes(b"not ours")
    async with opened() as hand:
        await hand.begin()
        await hand.press("f", "ctrl+e")
        assert isinstance(hand.app.screen, Choose)
        assert "was not made by drafter" in str(hand.app.screen.query_one(".told", Static).content)
        await hand.press("down", "down", "enter")
        made = hand.app.screen.query_one("#made", Static)
        await hand.until(lambda: "Done." in str(made.content))
    assert (tmp_path / TRACKED).read_bytes() == b"not ours"
    assert (tmp_path / CLEAN).is_file()
