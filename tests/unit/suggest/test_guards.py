"""What a drafter must never be offered, whatever a miner says."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.align.words import word_changes
from drafter.library.locate import open_records
from drafter.library.searchable import Searchable
from drafter.library.terms import plain_words
from drafter.library.values import Stats
from drafter.model.inline import Inline
from drafter.model.resolution import Kind, Resolution
from drafter.model.suggestion import Suggestion, SuggestionKind
from drafter.rules.openings import opening_length, opening_verbs
from drafter.rules.places import places_in
from drafter.rules.turning import disagrees, turned
from drafter.suggest import rank
from drafter.suggest.guards.guard import guarded
from drafter.suggest.guards.joins import joins_attested
from drafter.suggest.guards.names import glued, inside_a_name, name_for_name, names
from drafter.suggest.guards.whole import objections
from drafter.suggest.rank import suggestions
from drafter.suggest.setting import Setting
from tests.unit.suggest.test_constants import Shelf
from tests.unit.suggest.test_miners import BASE, CHILDREN, URGES, YEARS, resolution, shelf

__all__ = ["shelf"]

MORE = (
    "Requests the High Commissioner for Human Rights to promote and fulfil all human rights and to end violations of "
    "human rights and abuses, and welcomes the United Nations Development Programme and the Development Goals;"
)


@pytest.fixture
def setting(shelf: Callable[..., Searchable]) -> Setting:
    return Setting(BASE, shelf(BASE, resolution("75/50", "Other matters", YEARS[75], MORE)))


def offered(setting: Setting, text: str, kind: SuggestionKind = SuggestionKind.PRIOR) -> str | None:
    one = guarded(setting, 1, Suggestion(kind, Inline(text), ""))
    return one.inline.text if one else None


def test_what_reads_as_adopted_texts_do_is_offered_as_it_is(setting: Setting) -> None:
    said = URGES.replace("violations of human rights", "violations of human rights and abuses")
    assert offered(setting, said) == said


@pytest.mark.parametrize(
    "said",
    [
        URGES.replace("end impunity", "end immediately impunity"),
        URGES.replace("bring those", "bring, as we call for, those"),
        URGES.replace("all States", "all Malian States"),
        URGES.replace("and to bring", "and Takes note and to bring"),
        URGES.replace("violations of human rights", "violations of fulfil human rights"),
    ],
)
def test_what_reads_wrong_is_not(said: str, setting: Setting) -> None:
    assert offered(setting, said) is None


def test_of_two_changes_the_wrong_one_is_left_out(setting: Setting) -> None:
    right = URGES.replace("violations of human rights", "violations of human rights and abuses")
    assert offered(setting, right.replace("end impunity", "end our impunity")) == right


@pytest.mark.parametrize(
    "text",
    [
        "Calls for what we all agreed;",
        "Urges the Government of Myanmar to end impunity;",
        "Welcomes the cooperation of the Syrian authorities;",
        "Recalls the 2007 Constitution of the British Virgin Islands;",
    ],
)
def test_no_paragraph_of_a_declaration_or_of_another_country_is_added(text: str, setting: Setting) -> None:
    assert guarded(setting, 1, Suggestion(SuggestionKind.PRIOR, Inline(text), "", after="OP2")) is None


class Small(Shelf):
    """A small library."""

    def stats(self) -> Stats:
        return Stats(1, 2, 3)


def test_another_matter_is_told_by_words_that_are_rare_and_by_what_a_text_is_about() -> None:
    rights = open_records(Path(__file__).parents[3] / "corpus").get("75/190")
    setting = Setting(rights, Small())
    sea = (
        "Expresses its concern regarding the spreading of hypoxic dead zones and algal blooms in oceans as a result "
        "of eutrophication fuelled by riverine run-off of fertilizers and sewage outfall;"
    )
    nets = "Urges States to assist fisheries, to protect fisheries and to report on fisheries to the Commission;"
    reprisals = (
        "Expresses grave concern at reprisals against persons who report on violations of human rights in the country;"
    )
    assert "another matter" in objections(setting, sea)
    assert "another matter" in objections(setting, nets)
    assert not list(objections(setting, reprisals))


def test_nothing_is_put_inside_a_name_and_no_two_are_glued() -> None:
    was = "Requests the United Nations Development Programme to report;"
    now = "Requests the United Nations Sustainable Development Programme to report;"
    (change,) = word_changes(was, now)
    assert inside_a_name(was, change)
    was = "Requests the High Commissioner for Human Rights to report;"
    now = "Requests the High Commissioner for Human Rights for Refugees to report;"
    (change,) = word_changes(was, now)
    assert glued(now, change.new_start, change.new_end) == ("High Commissioner for Human Rights for Refugees",)
    assert name_for_name("Caribbean", "Pacific")
    assert not name_for_name("all States", "the Office")
    assert not name_for_name("Stressing the urgency", "Noting the delay", opens=True)
    assert [was[slice(*span)] for span in names(was)] == ["High Commissioner for Human Rights"]


@pytest.mark.parametrize(
    "text",
    [
        "To end immediately the practice of torture;",
        "This week the Committee met again;",
        "These years saw progress;",
        "As adopted at the fifteenth meeting, the targets stand;",
        "Strongly held views were heard;",
    ],
)
@pytest.mark.parametrize("kind", [Kind.PREAMBULAR, Kind.OPERATIVE])
def test_only_verbs_that_open_paragraphs_are_turned(text: str, kind: Kind) -> None:
    assert turned(text, kind) in (None, text)


@given(st.sampled_from(sorted(opening_verbs())), st.sampled_from(["", "Strongly ", "Once again strongly "]))
def test_a_verb_that_is_turned_and_turned_back_is_the_same(verb: str, adverb: str) -> None:
    text = f"{adverb}{verb if not adverb else verb.lower()} the adoption of the Pact, and requests the Office;"
    there = turned(text, Kind.PREAMBULAR)
    if there is not None and there != text and opening_length(text, Kind.OPERATIVE):
        assert not disagrees(there, Kind.PREAMBULAR)
        assert turned(there, Kind.OPERATIVE) == text


def test_what_the_item_gave_up_comes_last_and_each_wording_once(shelf: Callable[..., Searchable]) -> None:
    older = resolution(
        "74/166", BASE.title.text, YEARS[74], CHILDREN, "Deplores the refusal to receive the envoy;", URGES
    )
    newer = resolution("75/50", "Other matters", YEARS[75], CHILDREN.replace("conflict", "conflict and disasters"))
    found = suggestions(Setting(BASE, shelf(BASE, older, newer)), 0)
    back = [one.kind in (SuggestionKind.LINEAGE, SuggestionKind.RESTORE) for one in found]
    assert any(back)
    assert back == sorted(back)


WORDS = sorted({*plain_words(MORE), *plain_words(URGES), "zugzwang", "we", "our", "Myanmar", "Urges", "Takes", "Pact"})


@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=5), st.integers(0, len(URGES.split())), st.integers(0, 4))
def test_whatever_a_miner_puts_in_is_joined_as_in_adopted_texts(new: list[str], at: int, gone: int) -> None:
    words = URGES.split()
    text = " ".join([*words[:at], *new, *words[at + gone :]])
    base: Resolution = replace(BASE, paragraphs=(BASE.paragraphs[1],))
    setting = Setting(base, Small(stands=lambda text: text in " ".join(plain_words(MORE))))
    one = guarded(setting, 0, Suggestion(SuggestionKind.PRIOR, Inline(text), ""))
    if one is None or one.inline.text == URGES:
        return
    said = one.inline.text
    assert not {"we", "our"} & set(plain_words(said))
    assert places_in(said) <= setting.places
    assert "zugzwang" not in said
    for change in word_changes(URGES, said):
        for edge in (change.new_start, change.new_end):
            assert joins_attested(setting, said, edge, Kind.OPERATIVE)


def test_a_plug_ins_miner_is_guarded_too(setting: Setting, monkeypatch: pytest.MonkeyPatch) -> None:
    silly = Suggestion(SuggestionKind.PRIOR, Inline(URGES.replace("end impunity", "end our impunity")), "", score=9)
    monkeypatch.setattr(rank, "miners", lambda: (lambda _, place: [silly],))
    assert suggestions(setting, 1) == ()
