"""Where the paragraphs of a draft come from, and what its item once had: told from the base, whatever was edited."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from drafter.edit import edits
from drafter.edit.apply import apply
from drafter.edit.begin import begin
from drafter.library.locate import open_records
from drafter.library.record import dumps
from drafter.library.searchable import Searchable
from drafter.model.draft import Draft, DraftParagraph, Status
from drafter.model.inline import Inline
from drafter.model.reading import Reading
from drafter.model.suggestion import Suggestion, SuggestionKind
from drafter.suggest.added import AddedElsewhere
from drafter.suggest.lineage import lineage, restore
from drafter.suggest.setting import Setting
from tests.unit.suggest.test_constants import LONG, addition, base
from tests.unit.suggest.test_miners import BASE, CHILDREN, URGES, YEARS, resolution

ENVOY = "Welcomes the appointment of an envoy for missing persons, and calls upon all States to assist that envoy;"
CAMPS = "Deplores the conditions in the camps along the border, and demands that all of them be closed this year;"
TITLE = BASE.title.text
TEXTS = (
    resolution("72/9", TITLE, YEARS[74].replace(year=2017), CHILDREN, ENVOY.replace("all States", "States"), URGES),
    resolution("73/9", TITLE, YEARS[74].replace(year=2018), CHILDREN, ENVOY, URGES),
    resolution("75/190", TITLE, YEARS[75], CHILDREN, CAMPS, URGES),
)


@pytest.fixture
def searchable(tmp_path: Path) -> Searchable:
    for text in TEXTS:
        stem = text.symbol.file_stem if text.symbol else ""
        (tmp_path / f"{stem}.toml").write_text(dumps(Reading(text)), encoding="utf-8", newline="\n")
    return Searchable(open_records(tmp_path))


@pytest.fixture
def draft() -> Draft:
    return begin(TEXTS[-1], "75/190")


def restored(draft: Draft, searchable: Searchable) -> list[tuple[str, str | None, str]]:
    """What is offered again: its text, after which label, and from where."""
    setting = Setting(draft, searchable)
    found = (one for place in range(len(setting.paragraphs)) for one in restore(setting, place))
    return [(one.inline.text, one.after, one.sources[0].symbol) for one in found]


def test_what_was_dropped_is_offered_once_in_its_newest_wording(draft: Draft, searchable: Searchable) -> None:
    assert restored(draft, searchable) == [(ENVOY, "OP1", "A/RES/73/9")]


def test_what_the_drafter_deletes_is_offered_again_where_it_stood(draft: Draft, searchable: Searchable) -> None:
    deleted = apply(draft, edits.Delete(draft.standing[1].id))
    assert (CAMPS, "OP1", "A/RES/75/190") in restored(deleted, searchable)
    first = apply(draft, edits.Delete(draft.standing[0].id))
    assert CHILDREN not in [text for text, _, _ in restored(first, searchable)]  # nothing stands before it


def test_what_stands_in_other_words_is_not_offered(draft: Draft, searchable: Searchable) -> None:
    one = draft.standing[1]
    deleted = apply(draft, edits.Delete(one.id))
    for was in (CAMPS, ENVOY):
        words = was.replace("all", "every one of the", 1)
        new = DraftParagraph("new", replace(one.paragraph, inline=Inline(words)), status=Status.ADDED)
        written = apply(deleted, edits.Insert(new, draft.standing[2].id))
        assert was not in [text for text, _, _ in restored(written, searchable)]


def wordings(draft: Draft, searchable: Searchable, place: int) -> list[Suggestion]:
    return list(lineage(Setting(draft, searchable), place))


def test_the_wording_of_the_base_is_the_newest_of_the_earlier_ones(draft: Draft, searchable: Searchable) -> None:
    one = draft.standing[1]
    edited = apply(draft, edits.SetText(one.id, Inline(CAMPS.replace(" along the border", ""))))
    (found,) = wordings(edited, searchable, 1)
    assert (found.kind, found.inline.text) == (SuggestionKind.LINEAGE, CAMPS)
    assert [source.symbol for source in found.sources] == ["A/RES/75/190"]


def test_a_new_paragraph_comes_from_the_dropped_one_that_it_is_like(draft: Draft, searchable: Searchable) -> None:
    words = ENVOY.replace(" for missing persons", "")
    new = DraftParagraph("new", replace(draft.standing[0].paragraph, inline=Inline(words)), status=Status.ADDED)
    written = apply(draft, edits.Insert(new, draft.standing[0].id))
    (found,) = wordings(written, searchable, 1)
    assert found.inline.text == ENVOY
    assert wordings(apply(written, edits.SetText("new", Inline("Notes the report;"))), searchable, 1) == []


def test_a_paragraph_that_moved_or_was_split_keeps_its_earlier_wordings(draft: Draft, searchable: Searchable) -> None:
    first, second, third = draft.standing
    short = apply(draft, edits.SetText(first.id, Inline(CHILDREN.replace(" and of families", ""))))
    moved = apply(short, edits.Move(first.id, third.id))
    assert [one.inline.text for one in wordings(moved, searchable, 2)] == [CHILDREN]
    split = apply(short, edits.Split(second.id, CAMPS.index(", and"), "half"))
    assert [one.inline.text for one in wordings(split, searchable, 0)] == [CHILDREN]
    assert restored(split, searchable) == [(ENVOY, "OP1", "A/RES/73/9")]


def test_without_its_base_at_hand_a_draft_is_looked_at_as_it_stands(draft: Draft, searchable: Searchable) -> None:
    assert restored(replace(draft, adopted=None), searchable) == restored(draft, searchable)


def test_of_paragraphs_that_are_alike_the_first_is_followed() -> None:
    both = [addition(1, "Requests one report;", LONG), addition(2, "Requests one report;", LONG)]
    paragraphs = base("Other words stand here;", LONG, LONG).paragraphs
    assert [place for place, _ in AddedElsewhere(both, "item 0", 2).placed(paragraphs)] == [1]
    assert not list(AddedElsewhere(both, "item 1", 2).placed(paragraphs))
