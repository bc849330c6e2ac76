"""A paragraph that was joined to another one is not dropped."""

from __future__ import annotations

from drafter.edit import edits
from drafter.edit.apply import apply
from drafter.edit.joining import joined
from drafter.model.draft import Draft
from drafter.model.inline import Inline
from tests.support.drafts import drafted


def after(*steps: edits.Edit) -> Draft:
    draft = drafted()
    for step in steps:
        draft = apply(draft, step)
    return draft


def test_what_was_joined_lives_on_in_the_one_above() -> None:
    assert joined(after(edits.Merge("p9", "p10"))) == {"p10": "p9"}


def test_also_after_the_seam_was_tidied() -> None:
    tidy = "*Urges* the Government to respect human rights, and decides to continue its examination at its session."
    assert joined(after(edits.Merge("p9", "p10"), edits.SetText("p9", Inline.from_markup(tidy)))) == {"p10": "p9"}


def test_what_was_deleted_does_not() -> None:
    longer = Inline.from_markup("*Urges* the Government to respect all human rights without any delay or condition;")
    assert joined(after(edits.Delete("p10"))) == {}
    assert joined(after(edits.Delete("p10"), edits.SetText("p9", longer))) == {}
    assert joined(after(edits.Merge("p9", "p10"), edits.Restore("p10"))) == {}
