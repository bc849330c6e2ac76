"""A colleague's Word file on the screen: its changes taken, left, or kept as proposals."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from textual.pilot import Pilot

from drafter import outputs
from drafter.desk import Desk
from drafter.edit import draftfile, edits, gestures
from drafter.edit.apply import apply
from drafter.model.draft import Draft, printed
from drafter.model.inline import Inline
from drafter.negotiation.rounds import latest_round
from drafter.resources import shipped
from drafter.tui.app import DrafterApp
from drafter.tui.screens.colleague import ColleagueScreen
from drafter.tui.widgets.running_text import RunningText
from drafter.tui.widgets.title_bar import TitleBar
from drafter.tui.work.values import LookedOver
from tests.tui.conftest import Hand, Open


def with_steps(draft: Path, *steps: tuple[str, str]) -> Draft:
    """The draft in a file with other words at some labels, or without their paragraphs."""
    made = draftfile.load(draft)
    for label, markup in steps:
        id = gestures.paragraph_at(made, label)
        made = apply(made, edits.SetText(id, Inline.from_markup(markup)) if markup else edits.Delete(id))
    return made


def tracked_by(author: str, draft: Path, word: Path, *steps: tuple[str, str]) -> None:
    """A Word file in which an author tracked some steps on a draft."""
    word.write_bytes(outputs.compared(printed(draftfile.load(draft)), with_steps(draft, *steps), author=author))


async def opened_on(hand: Hand, word: Path) -> ColleagueScreen:
    await hand.press("C", *["backspace"] * 300)
    await hand.type(str(word))
    await hand.press("enter")
    await hand.until(lambda: isinstance(hand.app.screen, ColleagueScreen))
    screen = hand.app.screen
    assert isinstance(screen, ColleagueScreen)
    await hand.until(lambda: screen.query_one(TitleBar).right)
    return screen


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    path = tmp_path / "dprk-76.toml"
    draftfile.save(path, Desk.at(shipped("corpus")).begin("75/190"))
    return path


STEPS = (("PP4", "*Stressing* the importance of following up on the recommendations,"), ("OP10", ""))
OTHERWISE = ("PP4", "*Stressing* something else altogether,")


def heads(hand: Hand) -> list[str]:
    return [one.body.plain.split("\n")[0] for one in hand.app.screen.query_one(RunningText).passages]


def state(hand: Hand) -> str:
    return hand.app.screen.query_one(TitleBar).right


async def test_changes_are_taken_and_left_one_by_one_and_undone_by_name(
    opened: Open, draft: Path, tmp_path: Path
) -> None:
    word = tmp_path / "japan.docx"
    tracked_by("Ms. Sato (Japan)", draft, word, *STEPS)
    async with opened(draft) as hand:
        await hand.until(lambda: hand.app.session is not None)
        await opened_on(hand, word)
        assert heads(hand) == ["Ms. Sato (Japan) · 2 changes", heads(hand)[1]]
        assert heads(hand)[1].startswith("OP10  delete  ")
        await hand.press("enter")
        await hand.until(lambda: state(hand) == "1 open")
        assert hand.text("PP4") == "*Stressing* the importance of following up on the recommendations,"
        assert hand.app.session is not None
        assert hand.app.session.history.undo_name == "take words PP4 of Ms. Sato (Japan) from japan.docx"
        await hand.press("x")
        assert state(hand) == "0 open · 1 left out"
        await hand.press("u")
        await hand.until(lambda: state(hand) == "1 open · 1 left out")
        await hand.press("x", "A")
        await hand.until(lambda: state(hand) == "0 open")
        assert hand.app.session.history.undo_name == "take 2 changes from japan.docx"
        assert "Your draft has all" in hand.app.screen.query_one(RunningText)._empty.plain


async def test_a_change_is_kept_as_a_proposal_and_taken_back(opened: Open, draft: Path, tmp_path: Path) -> None:
    word, round_ = tmp_path / "japan.docx", tmp_path / "dprk-76-round.toml"
    tracked_by("Ms. Sato (Japan)", draft, word, *STEPS)
    async with opened(draft) as hand:
        await hand.until(lambda: hand.app.session is not None)
        await opened_on(hand, word)
        was = hand.draft
        await hand.press("p")
        await hand.until(lambda: hand.app.screen.query("#answer"))
        await hand.press("enter")
        await hand.until(lambda: "1 as proposals" in state(hand))
        assert [(one.by, one.label) for one in latest_round(round_).proposals] == [(("Japan",), "PP4")]
        await hand.press("P")
        await hand.until(lambda: "2 as proposals" in state(hand))
        await hand.press("home", "p")
        await hand.until(lambda: hand.app._notifications)
        assert len(latest_round(round_).proposals) == 2  # the second step came later, and is taken back first
        await hand.press("end", "p")
        await hand.until(lambda: "1 as proposals" in state(hand))
        assert [one.label for one in latest_round(round_).proposals] == ["PP4"]
        assert hand.draft == was


async def test_a_text_without_an_author_is_asked_for_one(opened: Open, draft: Path, tmp_path: Path) -> None:
    other = tmp_path / "theirs.toml"
    other.write_text(draftfile.dumps(with_steps(draft, STEPS[1])), encoding="utf-8")
    async with opened(draft) as hand:
        await hand.until(lambda: hand.app.session is not None)
        await opened_on(hand, other)
        await hand.press("p")
        await hand.until(lambda: hand.app.screen.query("#answer"))
        await hand.press("enter", "enter")
        assert "name a delegation" in str(hand.app.screen.query_one("#hint").render())  # type: ignore[attr-defined]
        await hand.press(*"Norway", "enter")
        await hand.until(lambda: "1 as proposals" in state(hand))
        assert [one.by for one in latest_round(tmp_path / "dprk-76-round.toml").proposals] == [("Norway",)]


async def test_what_collides_says_so_and_leads_to_its_paragraph(opened: Open, draft: Path, tmp_path: Path) -> None:
    word = tmp_path / "japan.docx"
    tracked_by("Japan", draft, word, *STEPS)
    draft.write_text(draftfile.dumps(with_steps(draft, OTHERWISE)), encoding="utf-8")
    async with opened(draft) as hand:
        await hand.until(lambda: hand.app.session is not None)
        await opened_on(hand, word)
        first = hand.app.screen.query_one(RunningText).bodies[0].plain
        assert "you changed this too: taking it loses that" in first
        await hand.press("A")
        await hand.until(lambda: state(hand) == "1 open")
        assert hand.text("PP4") == "*Stressing* something else altogether,"
        await hand.press("g")
        assert hand.desk.label == "PP4"


@pytest.mark.parametrize("size", [(80, 24), (160, 48)], ids=["narrow", "wide"])
def test_the_screen(
    snap_compare: Callable[..., bool],
    draft: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    size: tuple[int, int],
) -> None:
    word = tmp_path / "japan.docx"
    tracked_by("Japan", draft, word, *STEPS)
    draft.write_text(draftfile.dumps(with_steps(draft, OTHERWISE)), encoding="utf-8")
    desk = Desk.at(shipped("corpus"))
    monkeypatch.setattr("drafter.tui.work.drafts.looked_over", lambda _desk, draft, _watch: LookedOver(draft, (), ()))
    app = DrafterApp(lambda: desk, draft, tmp_path / "settings.toml")

    async def shown(pilot: Pilot[None]) -> None:
        hand = Hand(pilot, app)
        await hand.until(lambda: app.session is not None)
        await opened_on(hand, word)
        await hand.press("down")
        app.clear_notifications()
        await pilot.pause(0.2)

    assert snap_compare(app, terminal_size=size, run_before=shown)
