"""Whose a proposal is: one name for all spellings, from the table, the round, the file or the call."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from drafter.errors import DrafterError, DraftFileError
from drafter.model.negotiated import Closure, ClosureStatus, Position, Stand
from drafter.model.proposal import Arrival
from drafter.negotiation import limits, proposing, roundfile
from drafter.negotiation.intake.basetext import base_of
from drafter.negotiation.intake.carriers import taken
from drafter.negotiation.intake.lines import from_lines
from drafter.negotiation.intake.paper import from_paper
from drafter.negotiation.intake.tables import from_table
from drafter.rules.parties import Party
from tests.support.rounds import base, by

ROUND = base()
BASE = base_of(ROUND)
THAT_ARE = "Members of the United Nations that are members of"
NOBODY = Arrival((), "mail.txt")


def test_a_letter_names_owners_before_a_line_and_above_lines() -> None:
    found = from_lines(BASE, "USA: OP3: delete\n\nG-77 and China, Turkey:\nPP1: delete\n", NOBODY)
    assert {one.label: one.by for one in found.proposals} == {"OP3": ("United States",), "PP1": ("G77", "Türkiye")}


def test_a_table_names_owners_in_a_column() -> None:
    found = from_table(BASE, "| Paragraph | Proposal | By |\n|---|---|---|\n| OP3 | delete | UK and RoK |\n", NOBODY)
    assert found.proposals[0].by == ("Republic of Korea", "United Kingdom")


@pytest.mark.parametrize(
    ("sponsors", "note", "owners"),
    [
        ("Denmark:*", f"On behalf of the States {THAT_ARE} the European Union.", "EU"),
        ("Egypt:*", f"On behalf of the States {THAT_ARE} the Group of 77 and China, in accordance with 75/1.", "G77"),
        ("Denmark,* Iceland and United States of America:", "On behalf of the EU.", "EU Iceland United_States"),
        ("Uganda:*", f"On behalf of the States {THAT_ARE} the Movement of Non-Aligned Countries.", "NAM"),
        ("Russian Federation:", "Reissued for technical reasons.", "Russian_Federation"),
    ],
)
def test_whom_a_sponsor_speaks_for_owns_a_paper(sponsors: str, note: str, owners: str) -> None:
    text = f"{sponsors} amendment to draft resolution A/80/L.3\n\nDelete operative paragraph 3.\n\n* {note}\n"
    [one] = from_paper(BASE, text, NOBODY).proposals
    assert one.by == tuple(name.replace("_", " ") for name in owners.split(" "))


def test_a_paper_on_another_draft_is_refused_with_the_symbol_it_names() -> None:
    text = "Belarus: amendment to revised draft resolution A/C.3/80/L.20/Rev.1\n\nDelete operative paragraph 3.\n"
    with pytest.raises(DrafterError, match=r"amends A/C\.3/80/L\.20/Rev\.1, and the round is on A/C\.3/80/L\.20"):
        from_paper(replace(BASE, symbol="A/C.3/80/L.20"), text, NOBODY)
    assert from_paper(replace(BASE, symbol="A/C.3/80/L.20/Rev.1*"), text, NOBODY).proposals
    assert from_paper(replace(BASE, symbol=""), text, NOBODY).proposals
    adopted = from_paper(replace(BASE, symbol="A/RES/79/190"), text, NOBODY)
    assert adopted.proposals
    assert [(one.found, one.read_as) for one in adopted.repairs] == [("A/C.3/80/L.20/Rev.1", "A/RES/79/190")]
    for other in ("A/RES/75/190", "A/HRC/RES/55/1", "A/C.3/80/L.21"):
        with pytest.raises(DrafterError, match="the round is on"):
            from_paper(replace(BASE, symbol=other), text, NOBODY)


def test_a_file_has_the_round_s_own_names(tmp_path: Path) -> None:
    letter = tmp_path / "mail.txt"
    letter.write_text("CAN: OP3: delete\nFoOP4: OP2: delete\n", encoding="utf-8")
    own = replace(ROUND, parties=(Party("Canada", ("CAN",)), Party("Friends of OP4", ("FoOP4",), ("Peru",))))
    _, given = taken(own, letter, NOBODY)
    assert {one.label: one.by for one in given.proposals} == {"OP3": ("Canada",), "OP2": ("Friends of OP4",)}
    letter.write_text("OP3: delete\n", encoding="utf-8")
    _, given = taken(own, letter, Arrival(("can", "RoK", "Ruritania"), "mail.txt"))
    assert given.proposals[0].by == ("Canada", "Republic of Korea", "Ruritania")


def file_of(owner: str) -> str:
    made = ROUND.having(
        proposals=by(owner, proposing.deleted("OP3", ROUND.inline("OP3"))),
        positions=[Position("OP1", Stand.RETAIN, "", (Arrival((owner,)),))],
        closures=[Closure("OP2", ClosureStatus.AD_REF, (owner,))],
    )
    return roundfile.dumps(replace(made, parties=(Party("Canada", ("CAN",)), Party("Group X", ("GX",), ("CAN",)))))


def test_spellings_in_a_round_s_file_are_one_owner() -> None:
    made = roundfile.loads(file_of("USA"), "r.toml")
    assert made.proposals[0].by == made.positions[0].by == made.closures[0].pending == ("United States",)
    assert roundfile.loads(roundfile.dumps(made), "r.toml") == made
    assert roundfile.loads(file_of("CAN"), "r.toml").proposals[0].by == ("Canada",)
    assert made.names.inside(("Group X", "Canada")) == (("Group X", "Canada"),)


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ('name = "Canada"', 'name = ""', "a party needs a name"),
        ('name = "Group X"', 'name = "Canada"', "'Canada' has a [[party]] already"),
        ('spellings = ["CAN"]', "spellings = [1]", "has to be a list of texts"),
        ('members = ["CAN"]', 'membres = ["CAN"]', "did you mean members?"),
        ('by = "EU"', 'by = " ; "', "names nobody"),
        ('arrivals = [\n    { by = "EU", file = "EU.txt" },\n]', "arrivals = []", "nobody proposes it"),
    ],
)
def test_a_slip_in_them_is_one_line_with_its_place(old: str, new: str, told: str) -> None:
    text = file_of("EU")
    assert old in text
    with pytest.raises(DraftFileError) as caught:
        roundfile.loads(text.replace(old, new, 1), "r.toml")
    assert told in str(caught.value) and "r.toml, line " in str(caught.value)


def test_limits_are_told_in_one_line() -> None:
    many = by("EU", *(proposing.added("OP3", ROUND.inline("OP3")[:1] + ROUND.inline("OP3"), form) for form in ()))
    many += tuple(
        replace(one, arrivals=(Arrival((f"Party {n}",)),))
        for n in range(201)
        for one in [proposing.deleted("OP3", ROUND.inline("OP3"))]
    )
    with pytest.raises(DrafterError, match="201 parties are too many; a round holds up to 200"):
        limits.check(ROUND.having(proposals=many))
    deep = ROUND.inline("OP3").replace(0, 0, type(ROUND.text.title)("[" * 21 + "x" + "]" * 21))
    with pytest.raises(DrafterError, match="OP3: brackets stand 21 deep"):
        limits.check(ROUND.having(proposals=by("EU", *proposing.reworded("OP3", ROUND.inline("OP3"), deep))))


@pytest.mark.parametrize(
    "line",
    [
        "EU: OP3: delete",
        "(EU) OP3: delete",
        "[EU] OP3: delete",
        "EU OP3: delete",
        "EU – OP3 – delete",
        "1. EU: OP3: delete",
        "OP3 (EU): delete",
        "OP3: EU: delete",
        "OP3: delete (EU)",
        "OP3: delete – EU",
        "the European Union:\nOP3: delete".capitalize(),
    ],
)
def test_a_line_names_its_owner_in_many_ways(line: str) -> None:
    [one] = from_lines(BASE, line, NOBODY).proposals
    assert (one.place, one.by) == ("OP3", ("EU",))
    [one] = from_lines(BASE, line, Arrival(("Norway",), "mail.txt")).proposals
    assert one.by == ("Norway",)


def test_a_name_nobody_knows_owns_its_lines_and_no_others() -> None:
    text = "EU\nOP3: delete\nRuritania\nOP2: delete\nFriends of OP4: PP2: delete\nPreamble:\nPP1: delete\n"
    found = from_lines(BASE, text, NOBODY)
    assert {one.place: one.by for one in found.proposals} == {
        "OP3": ("EU",),
        "OP2": ("Ruritania",),
        "PP2": ("Friends of OP4",),
        "PP1": ("Ruritania",),
    }
    assert from_lines(BASE, "CAN: OP3: delete", NOBODY).proposals[0].by == ("CAN",)
    assert not from_lines(BASE, "Proposal: OP3: delete", NOBODY).proposals


def test_what_is_no_owner_stays_in_the_text() -> None:
    [one] = from_lines(BASE, "OP2bis: Welcomes the support of the Union (EU);", NOBODY).proposals
    assert (one.by, one.put.text) == ((), "Welcomes the support of the Union (EU);")
    [one] = from_lines(BASE, "OP1 (a): delete", NOBODY).proposals
    assert (one.place, one.by) == ("OP1(a)", ())


def test_a_name_on_a_line_of_its_own_goes_on_with_nothing() -> None:
    long = "OP1: after “cooperate” add “fully, without delay and in good faith”"
    found = from_lines(BASE, f"EU:\n{long}\nJapan:\nOP3: delete\n", NOBODY)
    assert not found.not_understood
    assert {one.place: one.by for one in found.proposals} == {"OP1": ("EU",), "OP3": ("Japan",)}


@pytest.mark.parametrize(
    ("line", "by", "stand"),
    [
        ("EU: retain OP3", ("EU",), Stand.RETAIN),
        ("EU supports OP3", ("EU",), Stand.SUPPORT),
        ("Retain OP3 (EU, Norway)", ("EU", "Norway"), Stand.RETAIN),
        ("We strongly support OP3.", (), Stand.SUPPORT),
    ],
)
def test_a_stand_before_its_paragraph(line: str, by: tuple[str, ...], stand: Stand) -> None:
    [one] = from_lines(BASE, line, NOBODY).positions
    assert (one.on, one.by, one.stand) == ("OP3", by, stand)
