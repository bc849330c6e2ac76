"""New paragraphs on the board of a round: rows of their own, decided like the others."""

from __future__ import annotations

from pathlib import Path

from drafter.model.negotiated import ClosureStatus, Stand
from drafter.model.proposal import Outcome
from drafter.negotiation.copying import copied
from drafter.negotiation.leading import place_of
from drafter.tui.shown.round_text import RoundView
from tests.tui.conftest import Open
from tests.tui.test_round import file, round_of, shown

__all__ = ["file"]

NEW = "OP25bis"


async def test_a_new_paragraph_stands_at_its_place_and_is_decided_there(opened: Open, file: Path) -> None:
    async with opened(file) as hand:
        at = await shown(hand)
        labels = [row.label for row in at.board.items]
        assert labels[labels.index(NEW) - 1] == "OP25"
        await hand.press("end")
        assert at.board.current is not None
        assert (at.board.current.label, at.board.current.said) == (NEW, "new; accepted")
        [one] = at.facts.proposals(at.label)
        assert not at.facts.proposals("OP25")
        assert place_of(file) == NEW
        await hand.press("1", "o")
        assert (at.board.current.sign, at.board.current.said) == ("□", "new; open · Islands")
        await hand.press("x")
        assert round_of(hand).outcome(one) is Outcome.REJECTED
        assert (at.board.current.sign, at.board.current.said) == ("✗", "new; rejected")
        assert place_of(file) == "OP25", "the page in the room has no such paragraph any more"
        await hand.press("u", "y")
        assert round_of(hand).outcome(one) is Outcome.ACCEPTED


async def test_every_view_says_how_a_new_paragraph_stands_in_it(opened: Open, file: Path) -> None:
    async with opened(file) as hand:
        at = await shown(hand)
        await hand.press("end")
        said = {
            RoundView.ALL: "[Decides to remain seized of the matter. - Islands; accepted]",
            RoundView.DECIDED: "is in",
            RoundView.ONLY: "Islands wants it",
            RoundView.BASE: "is not in the base",
        }
        for _ in said:
            assert said[at.view] in at.text.text
            await hand.press("v")


async def test_a_stand_on_a_new_paragraph_is_on_its_proposal(opened: Open, file: Path) -> None:
    async with opened(file) as hand:
        at = await shown(hand)
        await hand.press("end", "p")
        await hand.type("Norway")
        await hand.press("enter", "down", "enter")
        [said] = [one for one in round_of(hand).positions if one.by == ("Norway",)]
        assert (said.on, said.stand) == (at.facts.proposals(at.label)[0].id, Stand.OPPOSE)
        assert at.board.current is not None
        assert "Norway oppose" in at.board.current.said


async def test_a_paragraph_is_copied_with_who_wants_what(opened: Open, file: Path) -> None:
    async with opened(file) as hand:
        at = await shown(hand)
        await hand.press("c", "ctrl+c")
        assert hand.app.clipboard == copied(round_of(hand), at.label)
        assert "Ruritania: OP21: delete “grave”" in hand.app.clipboard
        await hand.press("end", "M")
        assert hand.app.clipboard.startswith(f"**{NEW}** (open)")


async def test_a_new_paragraph_is_bridged_closed_and_put_in_a_package(opened: Open, file: Path) -> None:
    async with opened(file) as hand:
        at = await shown(hand)
        await hand.press("end", "e", "home")
        await hand.type("*Also* ")
        await hand.press("ctrl+e")
        await hand.until(lambda: hand.app.screen is at)
        [mine] = [one for one in round_of(hand).of(Outcome.ACCEPTED) if one.by == ("Chair",) and not one.label]
        assert mine.put.markup.startswith("*Also* ")
        assert [row.label for row in at.board.items][-2:] == [NEW, "OP25ter"]
        assert at.facts.places[-2:] == tuple(one.id for one in round_of(hand).proposals[-2:])
        place = at.label
        await hand.press("s", "end", "enter", "k")
        await hand.type("OP4")
        await hand.press("enter")
        closure = round_of(hand).closed[place]
        assert (closure.status, closure.package) == (ClosureStatus.AGREED, ("OP4",))
        await hand.press("u", "u", "u")
        assert not [one for one in round_of(hand).proposals if one.by == ("Chair",) and not one.label]
