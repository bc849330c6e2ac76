"""Word comments: positions and instructions at their anchor, by those whom their words name."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from drafter.model.negotiated import ClosureStatus, Stand
from drafter.model.proposal import Arrival
from drafter.negotiation.intake.basetext import RoundBase, base_of
from drafter.negotiation.intake.spoken import only_when, spoken
from drafter.negotiation.intake.takenin import TakenIn
from drafter.negotiation.intake.wordfile import from_word
from drafter.rules import parties
from tests.support.handmade import i, p, r, word_file
from tests.support.rounds import base
from tests.unit.negotiation.test_tracked import body, put

_WHOLE = base_of(base())
BASE = RoundBase(_WHOLE.title, tuple(replace(one, inline=one.inline.without_marks()) for one in _WHOLE.listed))
START = r("2. ") + i("Requests")
REPORT = " the Secretary-General to report on the matter;"


def remark(number: int, *lines: str, author: str = "A. Note-Taker") -> str:
    inside = "".join(p(line) for line in lines)
    return f'<w:comment w:id="{number}" w:author="{author}" w:date="2026-10-05T10:00:00Z">{inside}</w:comment>'


def at(number: int, inside: str) -> str:
    reference = f'<w:r><w:commentReference w:id="{number}"/></w:r>'
    return f'<w:commentRangeStart w:id="{number}"/>{inside}<w:commentRangeEnd w:id="{number}"/>{reference}'


def file(folder: Path, row: str, *comments: str) -> Path:
    path = folder / "beside.docx"
    path.write_bytes(word_file(body(_5=p(row)), comments="".join(comments)))
    return path


def taken(folder: Path, row: str, *comments: str, by: tuple[str, ...] = ()) -> TakenIn:
    path = file(folder, row, *comments)
    return from_word(BASE, path, Arrival(by, path.name))[1]


def marked(folder: Path, words: str, *lines: str) -> TakenIn:
    """A comment of these lines at these words of OP2."""
    before, after = REPORT.split(words)
    return taken(folder, START + r(before) + at(1, r(words)) + r(after), remark(1, *lines))


def whole(folder: Path, *lines: str, author: str = "A. Note-Taker") -> TakenIn:
    return taken(folder, at(1, START + r(REPORT)), remark(1, *lines, author=author))


def changes(found: TakenIn) -> list[tuple[str, str, str, str, tuple[str, ...]]]:
    return [(one.kind.value, one.label, one.found.text, one.put.text, one.by) for one in found.proposals]


def stands(found: TakenIn) -> list[tuple[str, str, str, tuple[str, ...]]]:
    return [(one.on, one.stand.value, one.found, one.by) for one in found.positions]


@pytest.mark.parametrize(
    ("line", "out", "in_", "by"),
    [
        ("AOSIS: Delete “on the matter”", " on the matter", "", ("AOSIS",)),
        ("Japan, UK delete", " to report", "", ("Japan", "United Kingdom")),
        ("EU – to be deleted", " to report", "", ("EU",)),
        ("AGN: instead of to report, to speak", "report", "speak", ("AGN",)),
        ("G-77: replace by “to tell all”", "report", "tell all", ("G77",)),
        ("US: after “report” add “in full”", "", " in full", ("United States",)),
        ("12 October, informals: Norway would like to delete “the matter”", " the matter", "", ("Norway",)),
    ],
)
def test_an_instruction_is_done_at_the_marked_words(
    line: str, out: str, in_: str, by: tuple[str, ...], tmp_path: Path
) -> None:
    found = marked(tmp_path, "to report", line)
    assert changes(found) == [("words", "OP2", out, in_, by)]
    assert not found.not_understood
    assert found.proposals[0].arrivals[0].place == "comment 1"
    assert found.proposals[0].arrivals[0].day == "2026-10-05"


def test_on_a_whole_paragraph_an_instruction_is_about_all_of_it(tmp_path: Path) -> None:
    assert changes(whole(tmp_path, "EU: delete"))[0][:2] == ("delete", "OP2")
    assert changes(whole(tmp_path, "EU: move after OP3"))[0][:2] == ("move", "OP2")
    assert changes(whole(tmp_path, "EU: OP3: delete"))[0][:2] == ("delete", "OP3")


@pytest.mark.parametrize(
    ("line", "stand", "by"),
    [
        ("AGN, CFRN: Retain", "retain", ("AGN", "CfRN")),
        ("CfRN: strongly support (redline?)", "support", ("CfRN",)),
        ("US does not support", "oppose", ("United States",)),
        ("Not supported by Cuba, Fiji", "oppose", ("Cuba", "Fiji")),
        ("EU: study reservation", "reserve", ("EU",)),
    ],
)
def test_a_stand_is_about_the_marked_words(line: str, stand: str, by: tuple[str, ...], tmp_path: Path) -> None:
    assert stands(marked(tmp_path, "the matter", line)) == [("OP2", stand, "the matter", by)]
    assert stands(whole(tmp_path, line)) == [("OP2", stand, "", by)]


def test_a_log_of_days_gives_each_line_to_its_speaker(tmp_path: Path) -> None:
    said = ("18 November – IC", "EU:", "delete “the matter”", "Japan: oppose", "Fiji: retain", "19 November")
    found = marked(tmp_path, "the matter", *said, "Cuba: flexible")
    [one] = found.proposals
    assert changes(found) == [("words", "OP2", " the matter", "", ("EU",))]
    assert stands(found) == [(one.id, "oppose", "", ("Japan",)), ("OP2", "retain", "the matter", ("Fiji",))]
    assert found.aside == 2
    assert [(one.text, one.why) for one in found.not_understood] == [
        ("Cuba: flexible", "Cuba may move, which is no stand that a round keeps")
    ]


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("delete", "it names no party"),
        ("Japan, Canada, U.S, NZ, (Norway): restrictive measure", "it says nothing"),
        ("EU: “to speak”", "it does not say what is to be done with these words"),
        ("EU: delete reference to reports here", "what is to be done is not among the forms known"),
    ],
)
def test_what_is_not_understood_is_told_with_its_place(line: str, why: str, tmp_path: Path) -> None:
    found = marked(tmp_path, "to report", line)
    assert not found.proposals
    assert not found.positions
    [told] = found.not_understood
    assert (told.place, told.text) == ("comment 1", line)
    assert why in told.why or why == "it says nothing"
    if line.startswith("EU: “"):
        assert [(one.found, one.put) for one in told.readings] == [("report", "speak"), ("", " to speak")]


def test_of_words_that_stand_several_times_those_marked_are_meant(tmp_path: Path) -> None:
    before, after = " the report of the Secretary-General on ", " human rights situation,"
    row = p(i("Noting") + r(before) + at(1, r("the")) + r(after))
    path = tmp_path / "the.docx"
    path.write_bytes(word_file(body(_1=row), comments=remark(1, "EU: delete")))
    [one] = from_word(BASE, path, Arrival((), path.name))[1].proposals
    assert (one.label, one.found.text) == ("PP2", " the")
    assert one.start > 10


def test_a_stand_on_words_put_in_is_on_that_proposal(tmp_path: Path) -> None:
    row = START + r(" the Secretary-General to report") + at(1, put("EU", " in full")) + r(" on the matter;")
    found = taken(tmp_path, row, remark(1, "Japan: support", "US: delete"))
    [one] = found.proposals
    assert (one.put.text, one.by) == (" in full", ("EU",))
    assert stands(found) == [(one.id, "support", "", ("Japan",)), (one.id, "oppose", "", ("United States",))]


def test_a_reason_goes_with_the_change(tmp_path: Path) -> None:
    row = START + r(" the Secretary-General to report") + at(1, put("EU", " in full")) + r(" on the matter;")
    [one] = taken(tmp_path, row, remark(1, "Reason: the last report was short", author="EU")).proposals
    assert one.why == "the last report was short"


def test_a_comment_by_a_party_is_its_own_and_from_overrides(tmp_path: Path) -> None:
    assert stands(whole(tmp_path, "retain", author="M. Sato (Japan)")) == [("OP2", "retain", "", ("Japan",))]
    path = file(tmp_path, at(1, START + r(REPORT)), remark(1, "AOSIS: retain"))
    found = from_word(BASE, path, Arrival(("Cuba",), path.name))[1]
    assert stands(found) == [("OP2", "retain", "", ("Cuba",))]


def test_a_status_is_how_far_the_paragraph_is(tmp_path: Path) -> None:
    [one] = whole(tmp_path, "Status: agreed ad ref; pending US, Japan; with PP1; reopened").closures
    assert (one.label, one.status, one.pending, one.package, one.reopened) == (
        "OP2", ClosureStatus.AD_REF, ("United States", "Japan"), ("PP1",), True,
    )  # fmt: skip


def test_a_line_is_split_into_who_and_what() -> None:
    names = parties.names().names_in
    assert spoken("CAN, UK delete", names).by == ("CAN", "United Kingdom")
    assert spoken("US and Japan: OP7: replace “x” by “y”", names).said == "OP7: replace “x” by “y”"
    assert spoken("Please check this", names).by == ()
    assert only_when("Monday 18 November, 3 p.m.")
    assert not only_when("delete on 18 November")
    assert Stand.OPPOSE.value == spoken("Fiji cannot accept", names).said
