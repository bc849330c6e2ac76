"""A second window on an open draft or round: it follows the first, and goes on where that is closed."""

from __future__ import annotations

from pathlib import Path

from drafter.tui.actions import BY_ID
from drafter.tui.screens.round import RoundScreen
from drafter.tui.widgets.title_bar import TitleBar
from tests.tui.conftest import Hand, Open

DRAFT = Path("draft-76-from-75-190.toml")


def warning(hand: Hand) -> str:
    return hand.app.screen.query_one(TitleBar).warning


def told(hand: Hand) -> list[str]:
    return [one.message for one in hand.app._notifications]


async def test_it_follows_each_step_and_keeps_its_place(opened: Open, tmp_path: Path) -> None:
    async with opened() as first:
        await first.begin()
        async with opened(tmp_path / DRAFT) as second:
            await second.until(lambda: second.app.session is not None)
            await second.go("OP14")
            place = second.desk.place
            await first.go("PP3")
            await first.press("d")
            await second.until(lambda: second.draft == first.draft)
            assert second.desk.place == place
            assert second.desk.label == "OP14"
            assert [row.label for row in second.desk.outline.rows] == [row.label for row in first.desk.outline.rows]
            await first.press("u")
            await second.until(lambda: second.draft == first.draft)
            assert "open already" in warning(second)
            await second.press("E")
            assert not second.app.check_action("take_over", ())
            assert "open already" in warning(second)


async def test_where_the_first_is_closed_one_key_edits_here(opened: Open, tmp_path: Path) -> None:
    async with opened() as first:
        await first.begin()
        async with opened(tmp_path / DRAFT) as second:
            await second.until(lambda: second.app.session is not None)
            await second.go("OP14")
            place = second.desk.place
            await first.go("PP3")
            await first.press("d", "L")
            await first.until(lambda: first.app.session is None)
            await second.until(lambda: warning(second) == "closed there: E edits it here")
            assert "The draft was closed there. E edits it here." in told(second)
            await second.press("d")
            assert not second.draft[place].deleted
            await second.press("E")
            await second.until(lambda: warning(second) == "")
            assert second.desk.place == place
            await second.press("d")
            assert second.draft[place].deleted
            await second.press("u", "u")
            assert not any(one.deleted for one in second.draft)  # what the first did is undone by name here, too
            async with opened(tmp_path / DRAFT) as third:
                await third.until(lambda: third.app.session is not None)
                assert "open already" in warning(third)


async def test_a_round_is_followed_and_taken_over(opened: Open, tmp_path: Path) -> None:
    async with opened() as first:
        await first.begin()
        await first.press("G", "enter")
        await first.until(lambda: isinstance(first.app.screen, RoundScreen))
        async with opened(tmp_path / "round.toml") as second:
            await second.until(lambda: second.app.negotiation is not None)
            await second.until(lambda: isinstance(second.app.screen, RoundScreen))
            at = second.app.screen
            assert isinstance(at, RoundScreen)
            await second.press("down", "down")
            label = at.label
            await first.press("s", "down", "enter")
            await second.until(lambda: second.app.negotiation.round.closures)  # type: ignore[union-attr]
            assert at.label == label
            await second.press("s")
            assert second.app.screen is at  # it is told to be read-only before anything is asked
            assert any("open already" in one for one in told(second))
            await first.press("L")
            await first.until(lambda: first.app.negotiation is None)
            await second.until(lambda: "E edits it here" in warning(second))
            await second.press("E")
            await second.until(lambda: warning(second) == "")
            await second.press("u")
            assert not second.app.negotiation.round.closures  # type: ignore[union-attr]


def test_the_key_is_in_the_registry() -> None:
    assert BY_ID["app.take_over"].footer
