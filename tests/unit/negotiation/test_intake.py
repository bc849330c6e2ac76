"""What letters, papers and tables propose on a base, and what of them is told as not understood."""

from __future__ import annotations

import pytest

from drafter.model.negotiated import Stand
from drafter.model.proposal import Arrival, Deed, Proposal
from drafter.negotiation.apply import applied
from drafter.negotiation.intake.basetext import base_of
from drafter.negotiation.intake.lines import from_lines
from drafter.negotiation.intake.paper import from_paper, paper
from drafter.negotiation.intake.slips import slips_left
from drafter.negotiation.intake.tables import from_table
from drafter.negotiation.intake.takenin import TakenIn
from tests.support.rounds import base

ROUND = base()
BASE = base_of(ROUND)
EU = Arrival(("EU",), "eu.txt")


def said(found: TakenIn) -> list[tuple[str, str, str, str]]:
    return sorted((one.kind.value, one.place, one.found.text, one.put.text) for one in found.proposals)


def line(text: str) -> TakenIn:
    return from_lines(BASE, text, EU)


def only(text: str) -> Proposal:
    [one] = line(text).proposals
    assert one.by == ("EU",)
    assert [(entry.file, entry.place) for entry in one.arrivals] == [("eu.txt", "line 1")]
    return one


LINES = [
    ("OP1: after “fully” add “and at once”", "words", "OP1", "", " and at once"),
    ("OP1, after “States”, insert “, in particular neighbours,”", "words", "OP1", "", ", in particular neighbours,"),
    ("OP2: before “report” add “fully”", "words", "OP2", "", " fully"),
    ("In PP2, replace “Secretary-General” with “Council”", "words", "PP2", "Secretary-General", "Council"),
    ("In OP2, line 2, replace matter by question", "words", "OP2", "matter", "question"),
    ("PP2: delete “human”", "words", "PP2", " human", ""),
    ("OP1: delete “, fully and without delay,”", "words", "OP1", ", fully and without delay,", ""),
    ("OP3: at the end add “until peace”", "words", "OP3", "", " until peace"),
    ("OP2: “Requests” → “Invites”", "words", "OP2", "Requests", "Invites"),
    ("title: replace “human rights” with “children”", "title", "title", "human rights", "children"),
]


@pytest.mark.parametrize(("text", "kind", "label", "found", "put"), LINES)
def test_one_line_is_one_stretch(text: str, kind: str, label: str, found: str, put: str) -> None:
    one = only(text)
    assert (one.kind.value, one.label, one.found.text, one.put.text) == (kind, label, found, put)


def test_an_opening_that_is_replaced_stays_italic() -> None:
    assert only("OP2: replace “Requests” by “Invites”").put.markup == "*Invites*"


def test_deeds_on_whole_paragraphs() -> None:
    assert only("PP2: delete").kind is Deed.DELETE
    assert only("OP2: to be deleted").label == "OP2"
    new = only("OP2 bis: Invites all States to help;")
    assert (new.kind, new.after, new.put.markup) == (Deed.NEW, "OP2", "*Invites* all States to help;")
    alt = only("OP2alt: Invites the Council to report;")
    assert (alt.kind, alt.label) == (Deed.REPLACE, "OP2")
    moved = only("OP3: move after OP1")
    assert (moved.kind, moved.label, moved.after) == (Deed.MOVE, "OP3", "OP1")
    first = only("Move OP3 before OP1")
    assert (first.kind, first.after) == (Deed.MOVE, "")
    merged = only("OP2 and OP3: merge")
    assert (merged.kind, merged.label, merged.second) == (Deed.MERGE, "OP2", "OP3")
    split = only("OP1: split after “States”")
    assert split.put.text.split("\n") == [
        "Calls upon all States",
        "to cooperate, fully and without delay, with the Council:",
    ]


def test_a_text_under_a_label_that_is_there_is_what_differs() -> None:
    one = only("OP2: Requests the Secretary-General to report without delay on the matter;")
    assert (one.kind, one.found.text, one.put.text.strip()) == (Deed.WORDS, "", "without delay")


def test_stands_are_positions() -> None:
    found = line("OP2: retain\nPP1: we support")
    assert [(one.on, one.stand, one.by) for one in found.positions] == [
        ("OP2", Stand.RETAIN, ("EU",)),
        ("PP1", Stand.SUPPORT, ("EU",)),
    ]


def test_an_anchor_that_stands_twice_is_never_applied_and_its_readings_are_told() -> None:
    found = line("PP2: after “the” add “full”")
    assert not found.proposals
    [told] = found.not_understood
    assert told.place == "line 1"
    assert "stands 3 times" in told.why or "stands 2 times" in told.why
    assert [one.label for one in told.readings] == ["PP2"] * len(told.readings)
    assert len({one.text for one in told.readings}) == len(told.readings) > 1


def test_an_anchor_that_is_not_there_is_told_with_where_it_stands() -> None:
    found = line("OP2: delete “fully”")
    assert not found.proposals
    [told] = found.not_understood
    assert [(one.label, one.found) for one in told.readings] == [("OP1", "fully")]


def test_many_quoted_words_win_over_a_number_that_disagrees_and_that_is_told() -> None:
    found = line("OP3: after “to report on the matter” add “at once”")
    [one] = found.proposals
    assert one.label == "OP2"
    [repair] = found.repairs
    assert (repair.found, repair.read_as) == ("OP3", "OP2")


@pytest.mark.parametrize(
    "text", ["OP9: delete", "OP2: add something about children", "OP2: replace “a with “b”", "PP1: delete “unicorns”"]
)
def test_nothing_is_guessed(text: str) -> None:
    found = line(text)
    assert (found.proposals, found.positions) == ((), ())
    [told] = found.not_understood
    assert (told.text, told.place, told.file) == (text, "line 1", "eu.txt")
    assert told.why


LETTER = """\
From: A. Sato <sato@example.org>
Subject: Re: Zero draft

Dear colleague,

Many thanks for the draft. Our proposals:

1. OP1: after “fully” add “and at once”
2. PP2: delete (Reason: it is in OP2)
- OP3 bis: Invites all States, in particular those of the
  region, to help;
EU: OP2: delete “on the matter”

Best regards,
A. Sato
First Secretary

On Mon, 30 Nov 2026 at 10:00, The Chair wrote:
> OP2: delete
"""


def test_of_a_letter_only_the_instructions_are_taken() -> None:
    found = from_lines(BASE, LETTER, Arrival((), "mail.eml"))
    assert not found.not_understood
    assert {one.place: (one.arrivals[0].by, one.arrivals[0].place, one.why) for one in found.proposals} == {
        "OP1": ((), "line 8", ""),
        "PP2": ((), "line 9", "it is in OP2"),
        "OP3": ((), "line 10", ""),
        "OP2": (("EU",), "line 12", ""),
    }
    assert found.aside == 9


def letter(text: str) -> TakenIn:
    return from_lines(BASE, text, Arrival((), "mail.txt"))


def test_lines_that_a_mail_program_broke_are_whole_again() -> None:
    found = letter(
        "EU: in subparagraph (a) of\noperative paragraph 1, please delete the words “violations of\nthe rights of”.\n"
        "We would like to delete PP2.\nOP2: after “to report on the matter” add “to the Council and to the\nAssembly”\n"
    )
    assert not found.not_understood
    assert said(found) == [
        ("delete", "PP2", BASE.inline("PP2").text, ""),
        ("words", "OP1(a)", " violations of the rights of", ""),
        ("words", "OP2", "", " to the Council and to the Assembly"),
    ]


def test_lines_below_a_paragraph_that_stands_alone_are_about_it() -> None:
    found = letter("OP1:\n- delete “fully”\n- after “delay” add “at all”\nOP2\n- “on the matter” to be deleted\nOP3\n")
    assert said(found) == [
        ("words", "OP1", "", " at all"),
        ("words", "OP1", " fully", ""),
        ("words", "OP2", " on the matter", ""),
    ]
    assert [(one.place, one.text) for one in found.not_understood] == [("line 6", "OP3")]


@pytest.mark.parametrize(
    "text",
    ["Japan: OP2: delete", "OP2 (Japan): delete", "OP2 – Japan: delete", "Japan proposed to delete OP2",
     "Delete OP2 (Japan)", "Japan\nDelete OP2."],
)  # fmt: skip
def test_an_owner_is_named_in_many_places(text: str) -> None:
    [one] = letter(text).proposals
    assert (one.kind, one.label, one.by) == (Deed.DELETE, "OP2", ("Japan",))


def test_each_owner_of_a_file_changes_the_base_and_not_what_another_made_of_it() -> None:
    found = letter("EU: OP2: Requests the Council to meet;\nJapan: OP2: Requests the Council to meet;")
    assert not found.not_understood
    assert {one.by for one in found.proposals} == {("EU", "Japan")}


@pytest.mark.parametrize(
    ("text", "why"),
    [("OP2: This paragraph is not acceptable to us.", "or a remark on it"), ("OP2: Please reconsider it.", "forms")],
)
def test_a_remark_is_not_taken_as_the_paragraph_s_text(text: str, why: str) -> None:
    found = letter(text)
    assert not found.proposals
    assert why in found.not_understood[0].why


def test_instructions_behind_one_another_on_a_line_are_all_read() -> None:
    found = letter("G77: PP1: retain; PP2: delete")
    assert [(one.on, one.by) for one in found.positions] == [("PP1", ("G77",))]
    assert [(one.kind, one.label, one.by) for one in found.proposals] == [(Deed.DELETE, "PP2", ("G77",))]
    [told] = letter("G77: PP1: retain; PP2: think again").not_understood
    assert "PP2" in told.text


def test_a_remark_behind_an_instruction_is_no_part_of_it() -> None:
    assert said(letter("OP2: Please delete “on the matter”. It is not needed.")) == [
        ("words", "OP2", " on the matter", "")
    ]


def test_words_that_stand_once_in_the_text_need_no_paragraph_and_fewer_are_told() -> None:
    found = letter("delete “of the rights of the child”\ndelete “violations”")
    assert said(found) == [("words", "OP1(a)", " of the rights of the child", "")]
    assert [one.label for one in found.not_understood[0].readings] == ["OP1(a)", "OP1(b)"]


def test_words_are_moved_inside_their_paragraph() -> None:
    found = letter("OP2: “on the matter” will be placed after “Secretary-General”")
    assert applied(ROUND, found.proposals).paragraphs[5].text == (
        "Requests the Secretary-General on the matter to report;"
    )


def test_the_slips_that_words_leave_are_told_with_what_would_mend_them() -> None:
    given = letter("EU: OP1: after “delay” add “, in 2026,”\nJapan: OP2: after “Requests” add “of”\nEU: PP2: delete")
    comma, joined = slips_left(ROUND, given.proposals)
    assert (comma.label, comma.by, comma.found, comma.put) == ("OP1", ("EU",), ",,", ",")
    assert comma.text.startswith("Calls upon all States to cooperate, fully and without delay, in 2026, with the")
    assert (joined.label, joined.by) == ("OP2", ("Japan",))


def test_a_paragraph_that_begins_inside_another_is_told_where_two_are_joined() -> None:
    [one] = slips_left(ROUND, letter("EU: OP2 and OP3: merge").proposals)
    assert (one.label, one.found, one.put) == ("OP2", "; Decides", ", and decides")


PAPER = """\
United Nations
A/80/L.9*

Distr.: Limited
Eightieth session
Agenda item 72

Antigua and Barbuda, Chile and Japan:* amendment to draft resolution
A/80/L.3/Rev.1

Situation of human rights

1.
Replace “the” with “all” in the preambular paragraphs.
2. In operative paragraph 1, delete “, fully and without
delay,”.
3.
After operative paragraph 2, insert two new operative paragraphs reading:

Invites all States to help, in accordance with the Declaration;**

Stresses that help is

A/80/L.9

2/2

needed;

4. In the second preambular paragraph, after “all human”, insert “and other”.
5. Delete operative paragraphs 3 and 7.

* Any changes to the list of sponsors will be reflected in the official record.

** Resolution 61/295, annex.
"""


def test_a_paper_says_whose_it_is_and_what_it_amends() -> None:
    read = paper(PAPER)
    assert read.sponsors == ("Antigua and Barbuda", "Chile", "Japan")
    assert read.symbol == "A/80/L.3/Rev.1"
    assert [one.place for one in read.instructions] == [f"instruction {n}" for n in range(1, 6)]
    assert read.instructions[2].blocks[1] == "Stresses that help is needed;"


def test_a_paper_amends_the_base_and_its_own_text() -> None:
    found = from_paper(BASE, PAPER, Arrival((), "l9.txt"))
    assert [one.text for one in found.not_understood] == ["Delete operative paragraphs 3 and 7."]
    assert {one.by for one in found.proposals} == {("Antigua and Barbuda", "Chile", "Japan")}
    text = applied(ROUND, found.proposals)
    assert [one.text for one in text if not one.deleted] == [
        "Recalling all its resolutions,",
        "Noting all report of all Secretary-General on all human and other rights situation,",
        "Calls upon all States to cooperate with the Council:",
        "To end the violations of the rights of the child;",
        "To end the the violations;",
        "Requests the Secretary-General to report on the matter;",
        "Invites all States to help, in accordance with the Declaration;",
        "Stresses that help is needed;",
        "Decides to remain seized of the matter.",
    ]
    assert "Resolution 61/295, annex." in [note.text for note in text.footnotes]


def test_a_paragraph_that_is_deleted_with_its_text_quoted_is_the_one_that_reads_so() -> None:
    text = "Delete operative paragraph 3 reading:\n\nRequests the Secretary-General to report on the matter;\n"
    found = from_paper(BASE, text, EU)
    assert said(found) == [("delete", "OP2", "Requests the Secretary-General to report on the matter;", "")]
    assert [one.read_as for one in found.repairs] == ["OP2"]


def test_two_new_paragraphs_have_to_be_two() -> None:
    text = "After operative paragraph 2, insert two new operative paragraphs reading:\n\nInvites all States to help;\n"
    assert "2 paragraphs" in from_paper(BASE, text, EU).not_understood[0].why


def test_two_new_paragraphs_at_one_place_stand_by_their_words_and_that_is_told() -> None:
    text = "After operative paragraph 2, insert two new operative paragraphs reading:\n\n{}\n\n{}\n"
    some = "Stresses the matter;", "Invites all States to help;"
    assert [one.where for one in from_paper(BASE, text.format(*some), EU).repairs] == ["OP2"]
    assert not from_paper(BASE, text.format(*reversed(some)), EU).repairs


MARKDOWN = """\
| Paragraph | Proposal | Reason | Delegation |
|---|---|---|---|
| OP1 | after “fully” add “and at once” | It is late | EU |
| PP2 | delete | | Japan |
| OP2 bis | Invites all States to help; | | EU |
| 3 | Retain | | Japan |
| After OP2 | Stresses the need of help; | | EU |
| | see above | | EU |
"""


@pytest.mark.parametrize("form", ["md", "csv", "semicolons"])
def test_the_rows_of_a_table_are_instructions(form: str) -> None:
    text = MARKDOWN
    if form != "md":
        rows = [line.strip("|").split("|") for line in MARKDOWN.splitlines() if "---" not in line]
        mark = "," if form == "csv" else ";"
        text = "\n".join(mark.join(f'"{cell.strip()}"' for cell in row) for row in rows)
    found = from_table(BASE, text, Arrival((), "t.md"))
    assert said(found) == [
        ("delete", "PP2", BASE.inline("PP2").text, ""),
        ("new", "OP2", "", "Invites all States to help;"),
        ("new", "OP2", "", "Stresses the need of help;"),
        ("words", "OP1", "", " and at once"),
    ]
    assert {(one.arrivals[0].by, one.arrivals[0].place, one.why) for one in found.proposals} == {
        (("EU",), "row 1", "It is late"),
        (("Japan",), "row 2", ""),
        (("EU",), "row 3", ""),
        (("EU",), "row 5", ""),
    }
    assert [(one.on, one.by) for one in found.positions] == [("OP3", ("Japan",))]
    assert [one.place for one in found.not_understood] == ["row 6"]
