"""Next year's draft from this year's text."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from drafter.edit import draftfile, edits
from drafter.edit.apply import apply
from drafter.edit.begin import begin, next_session, tied
from drafter.errors import DrafterError
from drafter.model.draft import Status, labels, printed
from drafter.model.organ import Organ
from drafter.model.resolution import Resolution
from drafter.parse import read_text
from drafter.resources import shipped
from tests.support import real
from tests.support.drafts import OP, SMALL, drafted, paragraph, untied

THIRD = replace(SMALL, origin="on the report of the Third Committee (A/75/478/Add.3, para. 39)")


def test_a_committee_s_text_becomes_its_draft_for_the_next_session() -> None:
    draft = begin(THIRD, "75/190")
    assert (str(draft.symbol), draft.session, draft.committee, draft.base) == ("A/C.3/76/L.__", 76, 3, "75/190")
    assert draft.sponsors == ()
    assert [p.id for p in draft][:2] == ["p1", "p2"]
    assert draft["p6"].origin == "OP2(a)(i)"
    assert all(p.status is Status.KEPT for p in draft)


@pytest.mark.parametrize(
    ("base", "session", "symbol"),
    [
        (replace(SMALL, origin="without reference to a Main Committee (A/75/L.5)"), None, "A/76/L.__"),
        (THIRD, 80, "A/C.3/80/L.__"),
        (replace(SMALL, organ=Organ.HUMAN_RIGHTS_COUNCIL, session=52), None, "A/HRC/55/L.__"),
        (replace(THIRD, session=None), None, "None"),
    ],
)
def test_symbols_of_drafts(base: object, session: int | None, symbol: str) -> None:
    assert str(begin(base, "base", session).symbol) == symbol  # type: ignore[arg-type]


def test_an_item_of_every_second_year_goes_to_the_session_it_names() -> None:
    closing = paragraph(OP, "*Decides* to continue its consideration of the question at its seventy-seventh session.")
    assert next_session(replace(SMALL, paragraphs=(*SMALL.paragraphs[:-1], closing))) == 77
    ancient = paragraph(OP, "*Recalls* the report at its twentieth session.")
    assert next_session(replace(SMALL, paragraphs=(*SMALL.paragraphs[:-1], ancient))) == 76


def test_a_draft_out_of_its_file_is_tied_to_its_base_again() -> None:
    draft = apply(apply(drafted(), edits.SetText("p3", drafted()["p2"].inline)), edits.Delete("p4"))
    assert tied(untied(draft), SMALL) == draft


def test_edits_made_by_hand_in_the_file_are_seen() -> None:
    text = draftfile.dumps(drafted()).replace("*Condemns* all", "*Deplores* all")
    begun, _, rest = text.partition('[[paragraph]]\nid = "p9"')
    text = begun + rest.partition("\n\n")[2]
    draft = tied(draftfile.loads(text, "draft.toml"), SMALL)
    assert draft["p3"].status is Status.EDITED
    assert draft["p9"].deleted
    assert [p.id for p in draft] == [p.id for p in drafted()]
    assert apply(draft, edits.SetText("p3", drafted()["p3"].inline))["p3"].status is Status.KEPT


def test_an_origin_that_the_base_does_not_have() -> None:
    text = draftfile.dumps(drafted()).replace('origin = "OP1"', 'origin = "OP40"')
    with pytest.raises(DrafterError, match="paragraph 'p3' comes from OP40, which A/RES/75/190 does not have"):
        tied(draftfile.loads(text, "draft.toml"), SMALL)


@pytest.mark.real
def test_the_first_draft_of_a_real_text_prints_as_the_text_did() -> None:
    """All of every eighth resolution of sessions 78 to 80: paragraphs, notes with their Ibid., through the file."""
    tried = 0
    for name, text in list(real.texts("ga_78_80_text").items())[::8]:
        base = read_text(text, name=name).resolution
        draft = begin(base, name)
        again = tied(draftfile.loads(draftfile.dumps(draft), name), base)
        assert again == draft
        text_again = printed(again)
        assert text_again.paragraphs == base.paragraphs
        marked = {mark.note for p in (base.title, *(p.inline for p in base.paragraphs)) for mark in p.marks}
        if [n.id for n in base.footnotes if n.id in marked] == list(dict.fromkeys(_marks(base))):
            kept = [n for n in base.footnotes if n.id in marked]
            if len(kept) == len(base.footnotes):
                assert list(text_again.footnotes) == kept, name
                tried += 1
    assert tried > 50


def _marks(base: object) -> list[str]:
    inlines = (base.title, *(p.inline for p in base.paragraphs))  # type: ignore[attr-defined]
    return [mark.note for inline in inlines for mark in inline.marks]


def test_the_shipped_resolution_and_its_draft() -> None:
    from drafter.parse import read

    source = shipped("corpus") / "A_RES_75_190.md"
    if not source.is_file():
        pytest.skip("the bundled resolutions are not here yet")
    base = read(source).resolution
    draft = begin(base, "75/190")
    assert (str(draft.symbol), draft.session) == ("A/C.3/76/L.__", 76)
    assert draft.footnotes[7].text == "United Nations, Treaty Series, vol. 1249, No. 20378."
    text = printed(draft)
    assert (text.paragraphs, text.footnotes) == (base.paragraphs, base.footnotes)
    assert base.adopted == date(2020, 12, 16)


def numbered(*blocks: str) -> Resolution:
    head = "75/301. Situation of human rights\n\nThe General Assembly,\n\nRecalling its resolution 74/1,\n\n"
    return read_text(head + "\n\n".join(blocks), name="A_RES_75_301.txt").resolution


def test_a_draft_counts_by_itself_what_its_base_skips() -> None:
    base = numbered("1. Takes note of it;", "3. Requests a report;", "4. Decides to meet.")
    draft = begin(base, "75/301")
    assert [one.origin for one in draft] == ["PP1", "OP1", "OP3", "OP4"]
    assert list(labels(draft).values()) == ["PP1", "OP1", "OP2", "OP3"]
    again = tied(draftfile.loads(draftfile.dumps(draft), "a draft"), base)
    assert again == draft
    assert all(one.status is Status.KEPT for one in again)


def test_a_draft_keeps_what_bears_no_number() -> None:
    base = numbered("Adopts the following declaration:", "Declaration", "1. We pledge to act;", "2. We shall meet.")
    draft = begin(base, "75/301")
    assert list(labels(draft).values()) == ["PP1", "OP", "H1", "OP1", "OP2"]
    again = tied(draftfile.loads(draftfile.dumps(draft), "a draft"), base)
    assert again == draft
    moved = apply(again, edits.Move("p2", "p5"))
    assert labels(moved)["p2"] == "OP"
