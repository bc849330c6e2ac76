"""Parties of a negotiation: one name for all ways in which they are written, nothing guessed."""

from __future__ import annotations

from pathlib import Path

import pytest

from drafter.rules.parties import Party, known_in, names, names_in, party, spelling, told
from drafter.rules.rulebook import Rulebook, using
from drafter.rules.tables import table


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("USA", "United States"),
        ("U.S.", "United States"),
        ("the United States of America", "United States"),
        ("UK", "United Kingdom"),
        ("United Kingdom of Great Britain and Northern Ireland", "United Kingdom"),
        ("RoK", "Republic of Korea"),
        ("DPRK", "Democratic People’s Republic of Korea"),
        ("Democratic People's Republic of Korea", "Democratic People’s Republic of Korea"),
        ("Iran (Islamic Republic of)", "Iran"),
        ("Turkey", "Türkiye"),
        ("TURKIYE", "Türkiye"),
        ("Cote d'Ivoire", "Côte d’Ivoire"),
        ("Trinidad & Tobago", "Trinidad and Tobago"),
        ("Russia", "Russian Federation"),
        ("DRC", "Democratic Republic of the Congo"),
        ("CAR", "Central African Republic"),
        ("G-77", "G77"),
        ("Group of 77 and China", "G77"),
        ("the European Union", "EU"),
        ("States Members of the United Nations that are members of the European Union", "EU"),
        ("Gurpo Sur", "Grupo Sur"),
        ("CFRN", "CfRN"),
        ("Ailac", "AILAC"),
        ("Vatican", "Holy See"),
        ("Palestine", "State of Palestine"),
        ("Co-Chairs", "Chair"),
    ],
)
def test_spellings_of_one_party(typed: str, name: str) -> None:
    assert party(typed) == name


@pytest.mark.parametrize("typed", ["CAN", "Korea", "AG", "Ruritania", "", "Jordan Smith", "us " * 80])
def test_what_is_doubtful_or_unknown_is_not_guessed(typed: str) -> None:
    assert party(typed) is None


@pytest.mark.parametrize(
    ("author", "name"),
    [
        ("M. Sato (Japan)", "Japan"),
        ("Sato, Japan", "Japan"),
        ("EU Delegation", "EU"),
        ("Permanent Mission of Norway to the United Nations", "Norway"),
        ("USA", "United States"),
        ("Jordan Smith", None),
        ("M. Sato (Japan, Norway)", None),
        ("M. Sato (Japan) (Norway)", None),
        ("Sato, Japan, Norway", None),
        ("Microsoft Office User", None),
        ("us", None),
    ],
)
def test_the_party_of_an_author(author: str, name: str | None) -> None:
    assert known_in(author) == name


@pytest.mark.parametrize(
    ("listed", "found"),
    [
        ("EU, CANZ/Japan and US", ("EU", "CANZ", "Japan", "United States")),
        ("G77 and China, EU", ("G77", "EU")),
        ("Antigua and Barbuda and Trinidad & Tobago", ("Antigua and Barbuda", "Trinidad and Tobago")),
        ("Iran (Islamic Republic of), Bolivia (Plurinational State of)", ("Iran", "Bolivia")),
        ("Japan, Canada, U.S, NZ, (Norway)", ("Japan", "Canada", "United States", "New Zealand", "Norway")),
        ("CAN, UK", ("CAN", "United Kingdom")),
        ("Ruritania, EU:", ("Ruritania", "EU")),
        ("Ruritania", ()),
        ("EU, please see below", ()),
        ("Can we", ()),
        ("us", ()),
    ],
)
def test_names_in_running_text(listed: str, found: tuple[str, ...]) -> None:
    assert names_in(listed) == found


def test_a_list_of_sponsors_is_parted_at_and_only_between_names() -> None:
    printed = "Denmark, Trinidad and Tobago and United Kingdom of Great Britain and Northern Ireland"
    assert tuple(map(names().owner, names().parted(printed))) == ("Denmark", "Trinidad and Tobago", "United Kingdom")


@pytest.mark.parametrize(
    ("note", "names_"),
    [
        ("the States that are members of the Organization of Islamic Cooperation", ("OIC",)),
        (
            "the States Members of the United Nations that are members of the Alliance of Small Island States",
            ("AOSIS",),
        ),
        ("the States Members of the United Nations that are members of the Lake Club", ("Lake Club",)),
        ("the European Union and Ukraine", ("EU", "Ukraine")),
        ("Japan", ("Japan",)),
    ],
)
def test_whom_a_note_speaks_for(note: str, names_: tuple[str, ...]) -> None:
    assert names().spoken_for(note) == names_


def test_what_is_told_of_owners() -> None:
    said = told(names(), ("EU", "Germany", "CAN", "Ruritania", "Japan"))
    assert said == (
        "CAN may be Canada or Andean Community: it stands as it is typed",
        "Ruritania is no party that is known: it stands as it is typed",
        "Germany is a member of EU: each stands for itself",
    )


def test_the_table_is_whole() -> None:
    read = table("parties")
    assert len(read["states"]) == 195
    assert all(group in read["groups"] for group in read["members"])
    assert all(member in read["states"] for members in read["members"].values() for member in members)
    seen: dict[str, str] = {}
    for kind in ("states", "groups", "others"):
        for name, spellings in read[kind].items():
            for one in {spelling(name), *map(spelling, spellings)}:
                assert seen.setdefault(one, name) == name, one
    assert not set(map(spelling, read["doubtful"])) & set(seen)


def test_a_library_has_its_own_spellings(tmp_path: Path) -> None:
    tmp_path.joinpath("rules").mkdir()
    own = '[groups]\n"Friends of OP4" = ["FoOP4"]\n[states]\n"Japan" = ["Nippon"]\n'
    tmp_path.joinpath("rules", "parties.toml").write_text(own, encoding="utf-8")
    with using(Rulebook.of(tmp_path)):
        assert (party("foop4"), party("Nippon"), party("USA")) == ("Friends of OP4", "Japan", "United States")
    assert party("Nippon") is None


def test_a_round_has_its_own_names() -> None:
    own = names().having([Party("Canada", ("CAN",)), Party("Group X", ("GX",), ("CAN", "Peru"))])
    assert own.party("CAN") == "Canada" and not own.may_be("CAN")
    assert own.names_in("GX and CAN") == ("Group X", "Canada")
    assert own.inside(("Group X", "Canada", "Peru")) == (("Group X", "Canada"), ("Group X", "Peru"))
