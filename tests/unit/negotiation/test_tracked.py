"""Tracked Word files: each author's changes become that author's proposals, and nothing else does."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from drafter.edit.begin import begin
from drafter.errors import DrafterError
from drafter.library.sources import open_tracked
from drafter.model.negotiated import Stand
from drafter.model.numbering import labels
from drafter.model.proposal import Arrival, Deed
from drafter.model.resolution import Resolution
from drafter.negotiation.intake import others
from drafter.negotiation.intake.basetext import RoundBase, base_of
from drafter.negotiation.intake.difference import from_text
from drafter.negotiation.intake.takenin import TakenIn
from drafter.negotiation.intake.tracked import from_tracked
from drafter.negotiation.values import opened
from drafter.render.masthead import of_resolution
from drafter.render.redline import redline
from drafter.rules import parties
from tests.support.authors import alone
from tests.support.exact import DATE
from tests.support.handmade import i, p, r, word_file
from tests.support.rounds import base
from tests.unit.render.test_authors import AUTHORS, BASE, joint

NAMES = {"European Union": "EU", "Japan": "Japan", "Cuba": "Cuba", "Norway": "Norway"}


def taken(content: bytes, base: RoundBase, folder: Path, *by: str) -> TakenIn:
    file = folder / "tracked.docx"
    file.write_bytes(content)
    return from_tracked(base, open_tracked(file), Arrival(by, file.name), parties.names())


def said(found: TakenIn, owner: str = "") -> list[tuple[str, ...]]:
    return sorted(
        (one.kind.value, one.label, one.after or "", one.found.markup, one.put.markup, *(n.text for n in one.notes))
        for one in found.proposals
        if not owner or owner in one.by
    )


ROUND = base_of(opened(begin(BASE, "75/190")))


def expected(text: Resolution) -> TakenIn:
    return from_text(ROUND, replace(others.of_resolution(text), exact=True), Arrival(("x",), "x"))


@pytest.mark.parametrize("author", AUTHORS)
def test_each_of_several_authors_proposes_what_that_author_changed(author: str, tmp_path: Path) -> None:
    found = taken(joint(BASE, AUTHORS), ROUND, tmp_path)
    assert said(found, NAMES[author]) == said(expected(alone(BASE, AUTHORS[author])))
    assert not found.not_understood


@pytest.mark.parametrize("author", AUTHORS)
def test_a_redline_of_one_text_gives_exactly_its_changes(author: str, tmp_path: Path) -> None:
    text = alone(BASE, AUTHORS[author])
    made = redline(BASE, text, of_resolution(text), author="Li Wei", date=DATE)
    found = taken(made, ROUND, tmp_path)
    assert said(found) == said(expected(text))
    assert {one.by for one in found.proposals} == {("Li Wei",)}
    assert said(taken(made, ROUND, tmp_path, "Norway"), "Norway") == said(found)


SMALL = base_of(base())
"""Body of the small base: what stands before the paragraph that a test changes, and behind it."""
HEAD = p("Situation of human rights") + p("The General Assembly,")
ROWS = (
    p(i("Recalling") + r(" all its resolutions,")),
    p(i("Noting") + r(" the report of the Secretary-General on the human rights situation,")),
    p(r("1. ") + i("Calls upon") + r(" all States to cooperate, fully and without delay, with the Council:")),
    p("(a) To end the violations of the rights of the child;"),
    p("(b) To end the the violations;"),
    p(r("2. ") + i("Requests") + r(" the Secretary-General to report on the matter;")),
    p(r("3. ") + i("Decides") + r(" to remain seized of the matter.")),
)


def body(**rows: str) -> str:
    """The small base with rows put in place of its own: _0 is the first."""
    return HEAD + "".join(rows.get(f"_{n}", row) for n, row in enumerate(ROWS))


def by(author: str, tag: str, inside: str) -> str:
    return f'<w:{tag} w:id="7" w:author="{author}" w:date="2026-10-02T09:00:00Z">{inside}</w:{tag}>'


def put(author: str, text: str) -> str:
    return by(author, "ins", r(text))


def out(author: str, text: str) -> str:
    return by(author, "del", r(text).replace("w:t>", "w:delText>").replace("<w:t ", "<w:delText "))


def words(found: TakenIn) -> list[tuple[str, str, str, str, tuple[str, ...]]]:
    return [(one.kind.value, one.place, one.found.text, one.put.text, one.by) for one in found.proposals]


def test_a_deletion_in_what_another_puts_in_leaves_it_whole_and_is_a_stand_against_it(tmp_path: Path) -> None:
    row = p(
        r("2. ") + i("Requests") + r(" the Secretary-General to report")
        + put("EU", " in full") + by("EU", "ins", out("US", " and at once")) + r(" on the matter;")
    )  # fmt: skip
    found = taken(word_file(body(_5=row)), SMALL, tmp_path)
    assert words(found) == [("words", "OP2", "", " in full and at once", ("EU",))]
    [one] = found.proposals
    assert one.arrivals[0].day == "2026-10-02"
    [stand] = found.positions
    assert (stand.on, stand.stand, stand.found, stand.by) == (one.id, Stand.OPPOSE, "and at once", ("United States",))


def test_paragraphs_put_in_taken_out_split_and_written_anew(tmp_path: Path) -> None:
    new = p(put("EU", "Welcoming the progress made,"), properties=f"<w:rPr>{by('EU', 'ins', '')}</w:rPr>")
    gone = p(i("") + out("EU", "Recalling all its resolutions,"), properties=f"<w:rPr>{by('EU', 'del', '')}</w:rPr>")
    found = taken(word_file(body(_0=gone, _1=new + ROWS[1])), SMALL, tmp_path)
    assert words(found) == [
        ("delete", "PP1", "Recalling all its resolutions,", "", ("EU",)),
        ("new", "", "", "Welcoming the progress made,", ("EU",)),
    ] or words(found) == [
        ("new", "", "", "Welcoming the progress made,", ("EU",)),
        ("delete", "PP1", "Recalling all its resolutions,", "", ("EU",)),
    ]
    half = p(r("2. ") + i("Requests") + r(" the Secretary-General"), properties=f"<w:rPr>{by('EU', 'ins', '')}</w:rPr>")
    found = taken(word_file(body(_5=half + p(" to report on the matter;"))), SMALL, tmp_path)
    assert [one.kind for one in found.proposals] == [Deed.SPLIT]
    other = p(
        r("2. ") + out("EU", "Requests the Secretary-General to report on the matter;")
        + put("EU", "Invites all States to help those who come;")
    )  # fmt: skip
    [one] = taken(word_file(body(_5=other)), SMALL, tmp_path).proposals
    assert (one.kind, one.label, one.put.markup) == (
        Deed.REPLACE,
        "OP2",
        "*Invites* all States to help those who come;",
    )


def test_a_file_tracked_on_an_older_text_is_refused_by_name(tmp_path: Path) -> None:
    row = p(r("2. ") + i("Requests") + r(" the Secretary-General to tell of the matter") + put("EU", " soon") + r(";"))
    with pytest.raises(DrafterError) as told:
        taken(word_file(body(_5=row)), SMALL, tmp_path)
    assert "tracked.docx: this file is tracked against another text" in str(told.value)
    assert (
        "OP2 reads “… the Secretary-General to tell of the matter;”, in the base “… the Secretary-General to report on"
        in str(told.value)
    )
    assert "--as clean" in str(told.value)


def test_formatting_is_told_and_italics_are_a_proposal(tmp_path: Path) -> None:
    bold = by("EU", "rPrChange", "<w:rPr/>")
    row = p(
        i("Noting") + r(" the report", f"<w:b/>{bold}") + r(" of the Secretary-General on the human rights situation,")
    )
    found = taken(word_file(body(_1=row)), SMALL, tmp_path)
    assert not found.proposals
    [told] = found.not_understood
    assert (told.place, told.text, told.why) == (
        "formatting",
        "EU",
        "type changed once, which is no proposal; italics are",
    )
    row = p(
        i("Noting")
        + r(" the ")
        + r("report", f"<w:i/>{bold}")
        + r(" of the Secretary-General on the human rights situation,")
    )
    [one] = taken(word_file(body(_1=row)), SMALL, tmp_path).proposals
    assert (one.kind, one.found.markup, one.put.markup) == (Deed.WORDS, "report", "*report*")


def test_two_who_delete_the_same_words_are_two_owners(tmp_path: Path) -> None:
    row = p(
        r("2. ") + i("Requests") + r(" the Secretary-General to report") + out("EU, Japan", " on the matter") + r(";")
    )
    found = taken(word_file(body(_5=row)), SMALL, tmp_path)
    assert words(found) == [("words", "OP2", " on the matter", "", ("EU", "Japan"))]
    row = row.replace("EU, Japan", "Sato, Mitsuko")
    assert words(taken(word_file(body(_5=row)), SMALL, tmp_path))[0][-1] == ("Sato, Mitsuko",)


def test_numbers_put_on_under_tracking_are_off_where_it_is_rejected(tmp_path: Path) -> None:
    numbering = (
        '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/>'
        '<w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
    )
    own = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    tracked = own.replace("</w:numPr>", by("EU", "ins", "") + "</w:numPr>")
    rows = (("Urges", own), ("Also urges", tracked), ("Decides", own))
    content = HEAD + ROWS[1] + "".join(p(i(word) + r(" all States to help;"), properties=look) for word, look in rows)
    file = tmp_path / "numbers.docx"
    file.write_bytes(word_file(content, numbering=numbering))
    word = open_tracked(file)
    found = [
        list(labels(version.reading.resolution.paragraphs)) for version in (word.rejected(), word.of(frozenset({"EU"})))
    ]
    assert found == [["PP1", "OP1", "OP", "OP2"], ["PP1", "OP1", "OP2", "OP3"]]


def test_a_paragraph_of_which_each_word_is_changed_in_its_place_is_written_anew(tmp_path: Path) -> None:
    old = "Noting the report of the Secretary-General on the human rights situation,"
    row = p(out("EU", old) + put("EU", "Guided by its Charter,"))
    [one] = taken(word_file(body(_1=row)), SMALL, tmp_path).proposals
    assert (one.kind, one.label, one.put.markup) == (Deed.REPLACE, "PP2", "*Guided* by its Charter,")


def test_a_paragraph_put_in_behind_the_last_is_no_half_of_it(tmp_path: Path) -> None:
    new = p(
        put("EU", "4. ") + put("EU", "Invites all States to help."), properties=f"<w:rPr>{by('EU', 'ins', '')}</w:rPr>"
    )
    closing = p("60th plenary meeting") + p("16 December 2020")
    found = taken(word_file(body(_6=ROWS[6] + new) + closing), SMALL, tmp_path)
    assert words(found) == [("new", "OP3", "", "Invites all States to help.", ("EU",))]
    assert found.proposals[0].put.markup == "*Invites* all States to help."


def test_a_note_that_the_file_lost_is_nobodys_proposal(tmp_path: Path) -> None:
    row = p(i("Recalling") + r(" all its ") + put("EU", "other ") + r("resolutions,"))
    [one] = taken(word_file(body(_0=row)), SMALL, tmp_path).proposals
    assert (one.label, one.put.markup) == ("PP1", " other")


def mark(author: str, tag: str) -> str:
    """A paragraph's properties where its mark comes or goes."""
    return f"<w:rPr>{by(author, tag, '')}</w:rPr>"


def test_enter_at_the_end_of_a_paragraph_puts_in_a_new_one_and_splits_nothing(tmp_path: Path) -> None:
    first = p(
        r("2. ") + i("Requests") + r(" the Secretary-General to report on the matter;"), properties=mark("EU", "ins")
    )
    second = p(put("EU", "3. ") + put("EU", "Invites all States to help;"))
    found = taken(word_file(body(_5=first + second)), SMALL, tmp_path)
    assert words(found) == [("new", "OP2", "", "Invites all States to help;", ("EU",))]


def test_two_paragraphs_made_one_are_a_merge(tmp_path: Path) -> None:
    first = p(
        r("2. ")
        + i("Requests")
        + r(" the Secretary-General to report on the matter")
        + out("EU", ";")
        + put("EU", " and"),
        properties=mark("EU", "del"),
    )
    second = p(out("EU", "3. Decides") + r(" to remain seized of the matter."))
    found = taken(word_file(body(_5=first, _6=second)), SMALL, tmp_path)
    [one] = found.proposals
    assert (one.kind, one.label, one.second) == (Deed.MERGE, "OP2", "OP3")
    assert one.put.text == "Requests the Secretary-General to report on the matter and to remain seized of the matter."


def test_a_move_is_of_the_paragraph_that_was_moved_however_long_the_others_are(tmp_path: Path) -> None:
    text = "Noting the report of the Secretary-General on the human rights situation,"
    gone = p(by("EU", "moveFrom", r(text)), properties=mark("EU", "moveFrom"))
    come = p(by("EU", "moveTo", r(text)), properties=mark("EU", "moveTo"))
    found = taken(word_file(body(_0=come + ROWS[0], _1=gone)), SMALL, tmp_path)
    assert [(one.kind, one.label, one.after) for one in found.proposals] == [(Deed.MOVE, "PP2", "")]


def test_what_is_changed_outside_the_resolution_is_told(tmp_path: Path) -> None:
    head = p(r("Distr.: ") + out("EU", "Limited") + put("EU", "General"))
    found = taken(word_file(head + body()), SMALL, tmp_path)
    assert not found.proposals
    assert [(one.text, one.why) for one in found.not_understood] == [
        ("Limited", "EU changed it outside the resolution"),
        ("General", "EU changed it outside the resolution"),
    ]


def test_who_bears_a_part_of_anothers_name_has_only_what_is_signed_so(tmp_path: Path) -> None:
    row = p(
        r("2. ") + i("Requests") + r(" the Secretary-General") + put("Li", " duly") + r(" to report")
        + put("Li, Wei", " in full") + put("", " now") + r(" on the matter;")
    )  # fmt: skip
    found = taken(word_file(body(_5=row)), SMALL, tmp_path)
    assert {(one.put.text, one.by) for one in found.proposals} == {
        (" duly", ("Li",)),
        (" in full", ("Li, Wei",)),
        (" now", ("somebody unnamed",)),
    }
