"""A base that reads otherwise than when the draft was made: matched by words, never by label alone."""

from __future__ import annotations

from dataclasses import replace

from drafter.edit import draftfile, edits
from drafter.edit.apply import apply
from drafter.edit.begin import begin, tied
from drafter.model.draft import Draft, Status
from drafter.model.inline import Inline
from drafter.model.resolution import Resolution
from tests.support.drafts import OP, PP, SMALL, paragraph


def read_otherwise(*more: object, without: int | None = None) -> Resolution:
    """SMALL with an operative paragraph that was not seen before, in front, and maybe one less."""
    paragraphs = list(SMALL.paragraphs)
    if without is not None:
        del paragraphs[without]
    paragraphs.insert(2, paragraph(OP, "*Adopts* the following declaration:"))
    return replace(SMALL, paragraphs=tuple(paragraphs))


def read_again(draft: Draft, base: Resolution) -> tuple[Draft, list[str]]:
    told: list[str] = []
    return tied(draftfile.loads(draftfile.dumps(draft), "draft.toml"), base, told.append), told


def worked_on() -> Draft:
    draft = begin(SMALL, "A/RES/75/190")
    for edit in (
        edits.SetText("p9", Inline.from_markup("*Strongly urges* the Government to respect human rights;")),
        edits.Delete("p8"),
        edits.Move("p3", "p9"),
    ):
        draft = apply(draft, edit)
    return draft


def test_the_same_base_is_told_nothing_of() -> None:
    draft = worked_on()
    assert read_again(draft, SMALL) == (draft, [])


def test_labels_that_shift_are_followed_by_the_words() -> None:
    draft, told = read_again(worked_on(), read_otherwise())
    assert told[0] == "its base A/RES/75/190 reads differently now than when the draft was made"
    assert told[2:] == [
        "OP2–OP3 are OP3–OP4 in the base now",
        "OP1 is OP2 in the base now",
        "OP4 is OP5 in the base now",
    ]
    assert told[1] == "OP1 is new in the base and was added"
    origins = {one.id: (one.origin, one.status) for one in draft}
    assert origins["p3"] == ("OP2", Status.KEPT)
    assert origins["p8"] == ("OP3(b)", Status.DELETED)
    assert origins["p9"] == ("OP4", Status.EDITED)
    new = next(one for one in draft if one.text.startswith("Adopts"))
    assert (new.origin, new.status) == ("OP1", Status.KEPT)
    assert read_again(draft, read_otherwise()) == (draft, []), "told once"


def test_a_draft_that_does_not_say_how_its_base_read() -> None:
    draft, told = read_again(replace(worked_on(), base_fingerprint=""), read_otherwise())
    assert draft["p3"].origin == "OP2"
    assert "OP1 is OP2 in the base now" in told
    draft, told = read_again(replace(worked_on(), base_fingerprint=""), SMALL)
    assert (draft["p3"].origin, told) == ("OP1", [])


def test_words_that_differ_are_told_and_left() -> None:
    corrected = list(SMALL.paragraphs)
    corrected[1] = paragraph(PP, "*Deeply concerned* at the grave situation,[^2]")
    draft, told = read_again(worked_on(), replace(SMALL, paragraphs=tuple(corrected)))
    assert told[1:] == ["PP2 reads differently in the base now; the draft's words stay"]
    assert (draft["p2"].text, draft["p2"].status) == ("Deeply concerned at the situation,", Status.EDITED)


def test_what_the_base_has_no_more_stands_as_new() -> None:
    draft, told = read_again(worked_on(), read_otherwise(without=9))
    assert "OP4 is no longer in the base and counts as new" in told
    assert (draft["p10"].origin, draft["p10"].status) == (None, Status.ADDED)
    draft, _ = read_again(apply(worked_on(), edits.Delete("p10")), read_otherwise(without=9))
    assert all(one.id != "p10" for one in draft)
