"""What the library says of a round: the paragraph through the years, and where the words that are wanted stand."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from threading import Event

import pytest

from drafter.answering import Answering, Question
from drafter.library.values import AgreedPlace, AgreedRun
from drafter.model.inline import Inline
from drafter.model.organ import Organ
from drafter.model.resolution import Kind, Paragraph, Resolution
from drafter.negotiation.agreed_words import AgreedStretch
from drafter.tui.screens.cited import CitedScreen
from drafter.tui.screens.round import RoundScreen
from drafter.tui.shown.agreed_here import AgreedHere
from drafter.tui.state.round_session import RoundFacts
from drafter.tui.work import rounds
from tests.tui.conftest import Hand, Open
from tests.tui.test_round import file, round_of, shown

__all__ = ["file"]


def told(at: RoundScreen, pane: str) -> list[str]:
    return [" ".join(one.body.plain.split()) for one in at.side.entries(pane)]


async def prepared(hand: Hand) -> RoundScreen:
    at = await shown(hand)
    await hand.until(lambda: hand.app.preparation.times)
    return at


async def test_each_proposal_and_each_reading_has_its_sources(opened: Open, file: Path) -> None:
    async with opened(file) as hand:
        at = await prepared(hand)
        await hand.press("c", "4")
        await hand.until(lambda: told(at, "agreed"))
        sylvania, ruritania, islands, *readings = told(at, "agreed")
        assert sylvania.startswith("▸ Sylvania takes out · 30 of 30 words agreed “Encourages the United Nations system")
        assert "stands in 75/190 OP22 (2020); 2 texts of this library, first 72/188 OP18 (2017)" in sylvania
        assert "takes out · 1 of 1 word agreed" in ruritania
        assert islands == "▸ Islands its words do not stand together in a text of the library"
        assert [one.split(" · ")[0] for one in readings] == ["⚔ reading 1", "⚔ reading 3", "⚔ reading 4"]
        await hand.press("enter")
        await hand.until(lambda: isinstance(hand.app.screen, CitedScreen))
        await hand.press("escape")
        assert hand.app.screen is at
        assert not round_of(hand).decided.keys() & set(at.facts.conflicts(at.label)[0].proposals)


async def test_what_is_known_of_a_place_is_never_shown_at_another(opened: Open, file: Path) -> None:
    async with opened(file) as hand:
        at = await prepared(hand)
        await hand.press("c", "3")
        await hand.until(lambda: told(at, "lineage"))
        assert told(at, "lineage")[0].startswith("75/190 · OP22 · 2020 Encourages the United Nations system")
        assert "72/188 · OP18 · 2017 then unchanged" in told(at, "lineage")[1]
        await hand.press("escape", "end")
        assert told(at, "lineage") == told(at, "agreed") == []
        await hand.press("3")
        await hand.until(lambda: "No earlier text" in at.side.said)
        assert told(at, "lineage") == []


async def test_an_answer_that_comes_late_is_not_shown_at_another_place(
    opened: Open, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    go_on, asked, look = Event(), list[str](), rounds.agreed_here

    def slow(known: RoundFacts, place: str, answering: Answering, question: Question) -> AgreedHere:
        asked.append(place)
        if place == "OP21":
            go_on.wait(10)
        return look(known, place, answering, replace(question, asker="late"))

    monkeypatch.setattr(rounds, "agreed_here", slow)
    async with opened(file) as hand:
        at = await prepared(hand)
        await hand.press("c", "4")
        await hand.until(lambda: "OP21" in asked)
        await hand.press("escape", "n", "4")
        there = at.label
        await hand.until(lambda: told(at, "agreed"))
        before = told(at, "agreed")
        go_on.set()
        await hand.pilot.app.workers.wait_for_complete()
        await hand.pilot.pause(0.2)
        assert (at.label, told(at, "agreed")) == (there, before)
        assert there != "OP21"


def test_a_run_is_found_in_every_paragraph_of_a_text_that_has_it() -> None:
    some = ("Urges all States to act;", "Calls upon all States to act at once;", "Urges others;")
    paragraphs = tuple(Paragraph(Kind.OPERATIVE, Inline(one)) for one in some)
    place = AgreedPlace("A/RES/75/190", "OP1", None)
    stretch = AgreedStretch("ALL States to act", AgreedRun(0, 17, 4, 1, place, place))
    assert stretch.labels(Resolution(Organ.GENERAL_ASSEMBLY, Inline("T"), paragraphs)) == ("OP1", "OP2")
