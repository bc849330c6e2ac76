"""Suggestions on a small library, as a drafter would expect them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from drafter.library.locate import open_records
from drafter.library.record import dumps
from drafter.library.searchable import Searchable
from drafter.library.terms import plain_words
from drafter.model.inline import Inline, NoteMark, Span
from drafter.model.organ import Organ
from drafter.model.reading import Reading
from drafter.model.resolution import Footnote, Kind, Paragraph, Resolution
from drafter.model.suggestion import Suggestion, SuggestionKind
from drafter.model.symbol import Symbol
from drafter.suggest.rank import MINERS, suggestions
from drafter.suggest.setting import Setting

KINDS = SuggestionKind


def paragraph(text: str, kind: Kind = Kind.OPERATIVE, opening: int = 0, note: int | None = None) -> Paragraph:
    marks = (NoteMark(note, "1"),) if note is not None else ()
    return Paragraph(kind, Inline(text, (Span(0, opening),) if opening else (), marks))


def resolution(symbol: str, title: str, day: date | None, *texts: str | Paragraph) -> Resolution:
    paragraphs = tuple(text if isinstance(text, Paragraph) else paragraph(text) for text in texts)
    parsed = Symbol.parse(symbol)
    assert parsed
    notes = (Footnote("1", Inline("A/75/388.")),) if any(p.inline.marks for p in paragraphs) else ()
    return Resolution(parsed.organ, Inline(title), paragraphs, notes, parsed, parsed.session_number, day)


YEARS = {74: date(2019, 12, 18), 75: date(2020, 12, 16), 76: date(2021, 12, 17)}
URGES = "Urges all States to end impunity for violations of human rights and to bring those responsible to justice;"
STRONG = URGES.replace("Urges", "Strongly urges")
ABUSES = URGES.replace("violations of", "violations and abuses of")
CALLS = URGES.replace("Urges all States to end", "Calls upon all States to end").replace("justice", "account")
CHILDREN = (
    "Requests the Secretary-General to report on the situation of children and of families separated by conflict;"
)
GIRLS = CHILDREN.replace("children", "children, in particular girls,")


@pytest.fixture
def shelf(tmp_path: Path) -> Callable[..., Searchable]:
    def made(*texts: Resolution) -> Searchable:
        for text in texts:
            assert text.symbol
            (tmp_path / f"{text.symbol.file_stem}.toml").write_text(
                dumps(Reading(text)), encoding="utf-8", newline="\n"
            )
        return Searchable(open_records(tmp_path))

    return made


def elsewhere() -> list[Resolution]:
    """Three other items, in each of which violations became violations and abuses from 74 to 75."""
    return [
        resolution(f"{session}/{number}", title, YEARS[session], text)
        for session, text in ((74, URGES), (75, ABUSES))
        for number, title in ((10, "Situation in Alpha"), (20, "Rights of Beta"), (30, "Protection of Gamma"))
    ]


BASE = resolution("75/190", "Situation in the Republic of Omega", YEARS[75], CHILDREN, URGES)


def of_kind(setting: Setting, kind: SuggestionKind, place: int) -> list[Suggestion]:
    return [one for one in suggestions(setting, place, 20) if one.kind is kind]


def test_a_change_made_in_several_items_is_propagated(shelf: Callable[..., Searchable]) -> None:
    setting = Setting(BASE, shelf(BASE, *elsewhere()))
    (found,) = of_kind(setting, KINDS.PROPAGATE, 1)
    assert found.inline.text == ABUSES
    assert "3 other items" in found.why
    assert {source.symbol for source in found.sources} == {"A/RES/75/10", "A/RES/75/20", "A/RES/75/30"}


def test_what_only_one_item_did_is_no_pattern(shelf: Callable[..., Searchable]) -> None:
    setting = Setting(BASE, shelf(BASE, *(text for text in elsewhere() if "Alpha" in text.title.text)))
    assert of_kind(setting, KINDS.PROPAGATE, 1) == []


def test_prior_language_is_another_wording_or_a_paragraph_to_add(shelf: Callable[..., Searchable]) -> None:
    added = (
        "Encourages families separated by conflict to seek help from the envoy, who listens to children and to parents;"
    )
    other = resolution("75/50", "Other matters", YEARS[75], GIRLS, paragraph(added, opening=10))
    found = of_kind(Setting(BASE, shelf(BASE, other)), KINDS.PRIOR, 0)
    assert GIRLS in [one.inline.text for one in found if one.after is None]
    assert [one.inline.text for one in found if one.after == "OP1"] == [added]


def test_what_stands_elsewhere_after_such_a_paragraph_is_offered_after_it(shelf: Callable[..., Searchable]) -> None:
    envoy = "Welcomes this new envoy for missing persons, whom all Governments should assist with information;"
    other = resolution("75/50", "Other matters", YEARS[75], CHILDREN, paragraph(envoy, opening=8), STRONG)
    (found,) = of_kind(Setting(BASE, shelf(BASE, other)), KINDS.PRIOR, 0)
    assert (found.inline.text, found.after) == (envoy, "OP1")
    assert found.why == "stands after such a paragraph in a resolution of 2020"
    assert [source.label for source in found.sources] == ["OP2"]


def test_words_from_a_preambular_paragraph_leave_an_operative_opening_alone(shelf: Callable[..., Searchable]) -> None:
    own = "Stresses the need to end impunity for violations of human rights and to bring those responsible to justice;"
    recalling = own.replace("Stresses", "Stressing also").replace("violations", "violations and abuses")
    base = replace(BASE, paragraphs=(paragraph(own, opening=8),))
    other = resolution("75/50", "Other matters", YEARS[75], paragraph(recalling, Kind.PREAMBULAR, 13))
    (found,) = of_kind(Setting(base, shelf(base, other)), KINDS.PRIOR, 0)
    assert found.inline.text == own.replace("violations", "violations and abuses")
    assert found.inline.italics == (Span(0, 8),)


def test_a_phrase_that_several_items_share_is_offered_alone(shelf: Callable[..., Searchable]) -> None:
    others = [
        resolution(f"75/{number}", title, YEARS[75], ABUSES.replace("justice", place))
        for number, title, place in ((10, "Alpha", "account"), (20, "Beta", "trial"))
    ]
    found = of_kind(Setting(BASE, shelf(BASE, *others)), KINDS.PRIOR, 1)
    (alone,) = (one for one in found if one.inline.text == ABUSES)
    assert alone.why == "2 of 2 other items that have such a paragraph use these words"
    assert {source.symbol for source in alone.sources} == {"A/RES/75/10", "A/RES/75/20"}


def test_an_earlier_wording_and_a_dropped_paragraph_come_back(shelf: Callable[..., Searchable]) -> None:
    dropped = paragraph("Deplores the continuing refusal to receive the Special Rapporteur in the country;", opening=8)
    older = resolution("74/166", BASE.title.text, YEARS[74], GIRLS, dropped, URGES)
    setting = Setting(BASE, shelf(BASE, older))
    (lineage,) = of_kind(setting, KINDS.LINEAGE, 0)
    assert lineage.inline.text == GIRLS
    (restored,) = of_kind(setting, KINDS.RESTORE, 0)
    assert (restored.inline.text, restored.after) == (dropped.text, "OP1")


def test_an_earlier_wording_of_another_paragraph_is_not_a_dropped_one(shelf: Callable[..., Searchable]) -> None:
    was = "Urges the authorities to end impunity for violations of the rights of families and to protect all children;"
    now = "Urges the authorities to end impunity for violations of the rights of families and to shelter all of them;"
    title = "Situation in the Republic of Omega"
    earlier = resolution("74/190", title, YEARS[74], was, URGES)
    base = resolution("75/190", title, YEARS[75], now, URGES)
    setting = Setting(base, shelf(earlier, base))
    assert any("protect all children" in one.inline.text for one in suggestions(setting, 0))
    assert suggestions(setting, 1) == ()


def test_strength_is_advice_from_what_the_library_says(shelf: Callable[..., Searchable]) -> None:
    other = resolution("75/50", "Other matters", YEARS[75], STRONG, CALLS)
    found = of_kind(Setting(BASE, shelf(BASE, other)), KINDS.STRENGTH, 1)
    assert "Strongly urges all States" in found[0].inline.text
    assert found[0].inline.italics == (Span(0, len("Strongly urges")),)
    assert all(one.why.startswith("advice") for one in found)


def test_a_phrase_that_entered_three_items_spreads(shelf: Callable[..., Searchable]) -> None:
    new = "Reaffirms the importance of the 2030 Agenda and of the Pact for the Future for sustainable development;"
    old = new.replace(" and of the Pact for the Future", "")
    texts = [
        resolution(f"{session}/{number}", title, YEARS[session], text)
        for session, text in ((75, old), (76, new))
        for number, title in ((10, "Alpha"), (20, "Beta"), (30, "Gamma"))
    ]
    base = resolution("75/190", "Omega", YEARS[75], "Reaffirms the 2030 Agenda for the rights of persons;")
    found = of_kind(Setting(base, shelf(base, *texts)), KINDS.SPREADING, 0)
    found += of_kind(Setting(base, shelf(base, *texts)), KINDS.PROPAGATE, 0)
    assert found[0].inline.text == "Reaffirms the 2030 Agenda and of the Pact for the Future for the rights of persons;"


def test_nothing_from_the_day_or_later_is_seen_by_any_miner(shelf: Callable[..., Searchable]) -> None:
    older = resolution("74/166", BASE.title.text, YEARS[74], GIRLS, URGES)
    prior = resolution("74/50", "Other matters", YEARS[74], GIRLS, CALLS)
    past = [BASE, older, prior, *elsewhere()]
    before = date(2021, 1, 1)

    def everything(*texts: Resolution) -> list[list[Suggestion]]:
        setting = Setting(BASE, shelf(*texts), before)
        return [list(miner(setting, place)) for miner in MINERS for place in (0, 1)]

    seen = everything(*past)
    assert any(seen)
    future = [
        resolution("75/99", "On the day itself", before, GIRLS, ABUSES, "Strongly " + URGES.lower()),
        resolution("76/99", "Undated", None, GIRLS, ABUSES),
        resolution("76/190", BASE.title.text, YEARS[76], GIRLS, ABUSES, "Condemns torture in all its forms;"),
        *(replace(text, symbol=Symbol.parse(f"76/{n}"), adopted=YEARS[76]) for n, text in enumerate(elsewhere(), 1)),
    ]
    assert everything(*past, *future) == seen


def test_none_twice_none_empty_none_refused(shelf: Callable[..., Searchable]) -> None:
    from drafter.edit.apply import apply
    from drafter.edit.begin import begin
    from drafter.edit.edits import Refuse

    searchable = shelf(BASE, *elsewhere(), resolution("75/50", "Other matters", YEARS[75], GIRLS, ABUSES, CALLS))
    draft = begin(BASE, "75/190")
    setting = Setting(draft, searchable)
    for place in (0, 1):
        texts = [(one.after, plain_words(one.inline.text)) for one in suggestions(setting, place, 20)]
        assert len(set(texts)) == len(texts)
        assert (None, plain_words(setting.paragraphs[place].text)) not in texts
    first = suggestions(setting, 1)[0]
    refused = apply(draft, Refuse(first.key))
    assert first.key not in {one.key for one in suggestions(Setting(refused, searchable), 1, 20)}


def test_note_marks_stay(shelf: Callable[..., Searchable]) -> None:
    at = URGES.index("violations of") + len("violations")
    base = replace(BASE, paragraphs=(paragraph(URGES, note=at),), footnotes=(Footnote("1", Inline("A/75/388.")),))
    setting = Setting(base, shelf(base, *elsewhere(), resolution("75/50", "Other", YEARS[75], CALLS)))
    found = [one for one in suggestions(setting, 0, 20) if one.after is None]
    assert found
    assert all([mark.note for mark in one.inline.marks] == ["1"] for one in found)


def test_every_quote_stands_where_it_is_cited(shelf: Callable[..., Searchable]) -> None:
    older = resolution("74/166", BASE.title.text, YEARS[74], GIRLS, "Deplores torture in prisons and camps;", URGES)
    searchable = shelf(BASE, older, *elsewhere(), resolution("75/50", "Other", YEARS[75], GIRLS, STRONG))
    setting = Setting(BASE, searchable)
    found = [one for place in (0, 1) for miner in MINERS for one in miner(setting, place)]
    assert {one.kind for one in found} >= {KINDS.LINEAGE, KINDS.RESTORE, KINDS.PRIOR, KINDS.PROPAGATE, KINDS.STRENGTH}
    for source in (source for one in found for source in one.sources):
        passages = {passage.label: passage.text for passage in searchable.index.get(source.symbol)}
        assert source.quote
        assert source.quote in passages[source.label]


def test_an_empty_library_suggests_nothing_and_fails_at_nothing(tmp_path: Path) -> None:
    alone = Setting(BASE, Searchable(open_records(tmp_path)))
    assert all(one.kind is KINDS.UPDATE for place in (0, 1) for one in suggestions(alone, place))


def test_the_organ_is_named_where_it_is_another(shelf: Callable[..., Searchable]) -> None:
    other = resolution("A/HRC/RES/46/17", "Other matters", YEARS[75], GIRLS)
    assert other.organ is Organ.HUMAN_RIGHTS_COUNCIL
    (found,) = of_kind(Setting(BASE, shelf(BASE, other)), KINDS.PRIOR, 0)
    assert "Human Rights Council" in found.why
