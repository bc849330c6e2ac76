"""The lines around the text, as the United Nations prints them."""

from dataclasses import replace

import pytest

from drafter.model.organ import Organ
from drafter.model.symbol import Symbol
from drafter.render import masthead
from tests.support.specimen import DRAFT, RESOLUTION


def test_an_adopted_text() -> None:
    found = masthead.of_resolution(RESOLUTION)
    assert (found.name, found.symbol, found.number) == ("General Assembly", "A/RES/75/190", "75/190.")
    assert (found.distribution, found.issued, found.session) == ("General", "28 December 2020", "Seventy-fifth session")
    assert found.adopted == "Resolution adopted by the General Assembly\non 16 December 2020"
    assert (found.meeting, found.closing_date) == ("46th plenary meeting", "16 December 2020")


def test_a_draft() -> None:
    found = masthead.of_draft(DRAFT)
    assert (found.symbol, found.distribution, found.committee) == (
        "A/C.3/76/L.28/Rev.1", "Limited", "Third Committee",
    )  # fmt: skip
    assert found.session == "Seventy-sixth session"
    assert found.adopted == found.closing_date == found.issued == ""


@pytest.mark.parametrize(
    ("sponsors", "symbol", "line"),
    [
        ([], "A/C.3/76/L.__", "Draft resolution"),
        (["Japan"], "A/C.3/76/L.28", "Japan: draft resolution"),
        (["Japan", "Albania"], "A/C.3/76/L.28", "Albania and Japan: draft resolution"),
        (["Peru", "Fiji", "chad"], "A/C.3/76/L.28/Rev.1", "chad, Fiji and Peru: revised draft resolution"),
        (["Türkiye", "Ukraine", "Tuvalu"], "A/C.3/76/L.8", "Türkiye, Tuvalu and Ukraine: draft resolution"),
        (
            ["Zambia", "Côte d’Ivoire", "Österreich"],
            "A/76/L.1",
            "Côte d’Ivoire, Österreich and Zambia: draft resolution",
        ),
    ],
)
def test_sponsors_stand_in_english_alphabetical_order(sponsors: list[str], symbol: str, line: str) -> None:
    assert masthead.sponsors_line(sponsors, Symbol.parse(symbol)) == line


@pytest.mark.parametrize(
    ("symbol", "session"),
    [
        ("A/RES/S-8/1", "Eighth special session"),
        ("A/RES/ES-11/1", "Eleventh emergency special session"),
        ("A/HRC/RES/46/17", "Forty-sixth session"),
        ("E/RES/2003/10", "2003 session"),
        ("S/RES/2397 (2017)", ""),
    ],
)
def test_sessions_are_named(symbol: str, session: str) -> None:
    assert masthead.of_resolution(replace(RESOLUTION, session=None, symbol=Symbol.parse(symbol))).session == session


def test_a_council_of_the_assembly_stands_below_the_rule() -> None:
    found = masthead.of_resolution(replace(RESOLUTION, organ=Organ.HUMAN_RIGHTS_COUNCIL))
    assert (found.name, found.council) == ("General Assembly", "Human Rights Council")


def test_the_security_council_names_its_meeting_above_the_text() -> None:
    found = masthead.of_resolution(
        replace(
            RESOLUTION,
            organ=Organ.SECURITY_COUNCIL,
            symbol=Symbol.parse("2397 (2017)"),
            session=None,
            meeting="8151st meeting",
        )
    )
    assert found.adopted == (
        "Resolution 2397 (2017)\nAdopted by the Security Council at its 8151st meeting, on 16 December 2020"
    )
    assert (found.number, found.meeting, found.closing_date) == ("", "", "")
