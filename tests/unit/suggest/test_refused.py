"""A change that was turned down does not come back, whatever else is written into its paragraph."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from drafter.edit import edits, gestures
from drafter.edit.apply import apply
from drafter.edit.begin import begin
from drafter.edit.edits import Refuse, RefuseChanges
from drafter.errors import DrafterError
from drafter.library.locate import open_records
from drafter.library.record import dumps
from drafter.library.searchable import Searchable
from drafter.model.draft import Draft
from drafter.model.inline import Inline
from drafter.model.reading import Reading
from drafter.model.refusal import Refusal
from drafter.model.resolution import Resolution
from drafter.model.suggestion import Suggestion, SuggestionKind
from drafter.suggest.rank import suggestions
from drafter.suggest.setting import Setting
from tests.unit.suggest.test_miners import ABUSES, BASE, CHILDREN, GIRLS, STRONG, URGES, YEARS, elsewhere, resolution

ADDED = "Encourages families separated by conflict to seek help from the envoy, who listens to children and to parents;"


@pytest.fixture
def searchable(tmp_path: Path) -> Searchable:
    sisters = (
        resolution("75/50", "Other matters", YEARS[75], GIRLS, ADDED, STRONG),
        resolution("74/166", BASE.title.text, YEARS[74], CHILDREN.replace("report on", "report every year on"), URGES),
    )
    for text in (BASE, *elsewhere(), *sisters):
        stem = text.symbol.file_stem if text.symbol else ""
        (tmp_path / f"{stem}.toml").write_text(dumps(Reading(text)), encoding="utf-8", newline="\n")
    return Searchable(open_records(tmp_path))


def offered(draft: Draft, place: int, searchable: Searchable) -> tuple[Suggestion, ...]:
    return suggestions(Setting(draft, searchable), place, 50)


def reading(text: str) -> Callable[[Suggestion], bool]:
    """Whether a suggestion would put these words in."""
    return lambda one: text in one.inline.text


EDITED = (
    lambda text: text,
    lambda text: f"{text[:-1]}, and welcomes the steps that were taken to that end so far;",
    lambda text: text.replace("Requests", "Once more requests").replace("Urges", "Once more urges"),
    lambda text: text.replace("situation of", "grave situation of").replace("human rights", "all human rights"),
    lambda text: text.replace("children and", "children everywhere and").replace(
        "violations of", "grave violations of"
    ),
)


@pytest.mark.parametrize("edited", EDITED)
@pytest.mark.parametrize(
    ("place", "words"),
    [
        (0, "in particular girls"),
        (0, "every year"),
        (0, "seek help from the envoy"),
        (1, "violations and abuses of"),
        (1, "Strongly urges"),
    ],
)
def test_it_does_not_come_back_after_another_edit(
    place: int, words: str, edited: Callable[[str], str], searchable: Searchable
) -> None:
    draft = begin(BASE, "75/190")
    one = draft.standing[place]
    told = reading(words)
    found = list(filter(told, offered(draft, place, searchable)))
    assert found
    for suggestion in found:
        draft = apply(draft, gestures.refuse(suggestion, one.id).edit)
    draft = apply(draft, edits.SetText(one.id, Inline(edited(one.text))))
    assert not list(filter(told, offered(draft, place, searchable)))
    assert offered(replace(draft, refused=()), place, searchable)


def test_what_else_is_proposed_there_goes_on_being_proposed(searchable: Searchable) -> None:
    draft = begin(BASE, "75/190")
    one = draft.standing[1]
    found = offered(draft, 1, searchable)
    (abuses,) = (suggestion for suggestion in found if suggestion.inline.text == ABUSES)
    assert abuses.exchanged == (("", "and abuses"),)
    refused = apply(draft, gestures.refuse(abuses, one.id).edit)
    assert refused.refused == (Refusal(one.id, "", "and abuses"),)
    left = offered(refused, 1, searchable)
    assert [one.inline.text for one in left] == [one.inline.text for one in found if one.inline.text != ABUSES]
    assert any("Strongly" in one.inline.text for one in left)


def test_it_is_refused_in_its_own_paragraph_alone(searchable: Searchable) -> None:
    twice = replace(BASE, paragraphs=(BASE.paragraphs[1], BASE.paragraphs[1]))
    draft = begin(twice, "75/190")
    first, second = draft.standing
    abuses = next(one for one in offered(draft, 0, searchable) if one.inline.text == ABUSES)
    draft = apply(draft, gestures.refuse(abuses, first.id).edit)
    assert not any(map(reading("and abuses"), offered(draft, 0, searchable)))
    assert any(map(reading("and abuses"), offered(draft, 1, searchable)))
    moved = apply(draft, edits.Move(first.id, second.id))  # the refusal goes with its paragraph
    assert any(map(reading("and abuses"), offered(moved, 0, searchable)))
    assert not any(map(reading("and abuses"), offered(moved, 1, searchable)))


def test_a_paragraph_that_is_wanted_nowhere_is_offered_nowhere(searchable: Searchable) -> None:
    draft = begin(replace(BASE, paragraphs=(BASE.paragraphs[0], BASE.paragraphs[0])), "75/190")
    (found,) = (one for one in offered(draft, 0, searchable) if one.inline.text == ADDED)
    draft = apply(draft, gestures.refuse(found, draft.standing[0].id).edit)
    assert draft.refused == (Refusal("", "", ADDED),)
    assert not any(map(reading("the envoy"), (*offered(draft, 0, searchable), *offered(draft, 1, searchable))))


def test_undo_brings_it_back(searchable: Searchable) -> None:
    draft = begin(BASE, "75/190")
    abuses = next(one for one in offered(draft, 1, searchable) if one.inline.text == ABUSES)
    refused = apply(draft, gestures.refuse(abuses, draft.standing[1].id).edit)
    assert abuses not in offered(refused, 1, searchable)
    assert abuses in offered(replace(refused, refused=draft.refused), 1, searchable)


def test_the_keys_of_older_drafts_are_honoured(searchable: Searchable) -> None:
    draft = begin(BASE, "75/190")
    abuses = next(one for one in offered(draft, 1, searchable) if one.inline.text == ABUSES)
    assert abuses.key == f"propagate:{ABUSES}"
    assert abuses not in offered(replace(draft, refused=(abuses.key,)), 1, searchable)


def test_an_update_is_refused_by_its_place_and_words(searchable: Searchable) -> None:
    from drafter.suggest.updates import updates

    text = "Recalling its resolution 74/166 of 18 December 2019 on the rights of the child in all situations;"
    base: Resolution = replace(BASE, paragraphs=(replace(BASE.paragraphs[0], inline=Inline(text)),), session=75)
    draft = begin(base, "75/190")
    found = updates(draft, searchable.library)
    assert found
    update = found[0]
    edit = gestures.refuse(update, draft.standing[0].id).edit
    assert isinstance(edit, Refuse)
    refused = apply(draft, edit)
    assert update.key in refused.refused
    assert update.key not in {one.key for one in updates(refused, searchable.library)}
    kinds = {one.kind for one in offered(replace(draft, refused=tuple(one.key for one in found)), 0, searchable)}
    assert SuggestionKind.UPDATE not in kinds


@pytest.mark.parametrize(
    ("refused", "change", "same"),
    [
        (("", "and abuses"), ("", "and abuses"), True),
        (("", "and abuses"), ("", "And Abuses,"), True),
        (("", "and abuses"), ("grave", "and abuses"), True),
        (("the old report", "the new report of the panel"), ("old", "new"), True),
        (("condemns", "deplores"), ("regrets", "deplores"), False),
        (("2020", "2021"), ("2019", "2021"), False),
        (("", "and abuses"), ("", "and abuses of power"), False),
        (("", "and abuses"), ("violations", ""), False),
        (("Strongly", ""), ("Strongly", ""), True),
        (("Strongly", ""), ("Also", ""), False),
        (("Strongly", ""), ("Strongly", "Firmly"), False),
    ],
)
def test_a_refusal_covers_its_change_and_parts_of_it(
    refused: tuple[str, str], change: tuple[str, str], same: bool
) -> None:
    assert Refusal("p1", *refused).covers(*change) is same


def test_a_draft_file_keeps_changes_beside_keys_and_says_what_is_wrong() -> None:
    from drafter.edit import codec, draftfile

    draft = apply(begin(BASE, "75/190"), Refuse("update:PP2:2020"))
    edit = RefuseChanges((Refusal("p1", "the old\n“words”", "a {new} one"), Refusal("", "", "All of it;")))
    assert codec.decoded(codec.encoded(edit)) == edit
    draft = apply(draft, edit)
    written = draftfile.dumps(draft)
    assert '    { at = "", out = "", put = "All of it;" },\n' in written
    assert draftfile.loads(written, "draft").refused == draft.refused
    for wrong in ("3", "{ at = 1, out = '', put = '' }", "{ at = 'p1' }", "{ at = '', out = '', put = '', by = '' }"):
        with pytest.raises(DrafterError, match=r"draft, line \d+.*refused.*form"):
            draftfile.loads(written.replace('"update:PP2:2020"', wrong), "draft")
