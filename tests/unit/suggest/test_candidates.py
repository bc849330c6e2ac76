"""What the library has for an item is asked once: an edit costs the words that it changed, and changes no answer."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from drafter.desk import Desk
from drafter.edit import edits
from drafter.edit.apply import apply
from drafter.library.locate import open_records
from drafter.library.once import Once
from drafter.library.ports import Records
from drafter.library.record import dumps
from drafter.library.searchable import Searchable
from drafter.model.draft import Draft, DraftParagraph, Status
from drafter.model.inline import Inline
from drafter.model.reading import Reading
from drafter.model.symbol import Symbol
from drafter.resources import shipped
from drafter.suggest.rank import suggestions
from drafter.suggest.setting import Setting

LONG = 20


@pytest.fixture
def library(tmp_path: Path) -> Records:
    """The beginnings of the shipped texts, and of one of another item that words things a little otherwise."""
    texts = [
        replace(text, paragraphs=text.paragraphs[:LONG])
        for text in map(open_records(shipped("corpus")).get, ("67/181", "72/188", "75/190"))
    ]
    other = tuple(
        replace(one, inline=Inline(one.text.replace("human rights", "all human rights")))
        for one in texts[-1].paragraphs
    )
    symbol = Symbol.parse("A/RES/75/9")
    texts.append(replace(texts[-1], symbol=symbol, title=Inline("Situation in Omega"), paragraphs=other))
    for text in texts:
        record = tmp_path / f"{text.symbol.file_stem if text.symbol else ''}.toml"
        record.write_text(dumps(Reading(text)), encoding="utf-8", newline="\n")
    return open_records(tmp_path)


@pytest.fixture
def searchable(library: Records) -> Searchable:
    return Searchable(library)


@pytest.fixture
def draft(library: Records) -> Draft:
    return Desk(library).begin("75/190")


def states(draft: Draft, searchable: Searchable) -> Iterator[tuple[str, Draft]]:
    """A draft as it is worked on, one edit after the other."""
    one, two, three, four = (draft.standing[at] for at in (3, 6, 15, 17))
    yield "begun", draft
    draft = apply(draft, edits.SetText(one.id, Inline(f"{one.text.rstrip(',')}, also in the camps,")))
    yield "words", draft
    draft = apply(draft, edits.Delete(two.id))
    yield "deleted", draft
    new = replace(two.paragraph, inline=Inline(two.text.replace("the", "all the", 1)))
    draft = apply(draft, edits.Insert(DraftParagraph("new", new, status=Status.ADDED), one.id))
    yield "new", draft
    draft = apply(draft, edits.Move(three.id, four.id))
    yield "moved", draft
    draft = apply(draft, edits.SetTitle(Inline("Situation of all human rights")))
    yield "titled", draft
    first = suggestions(Setting(draft, searchable), 3)[0]
    draft = apply(draft, edits.Refuse(first.key))
    yield "refused", draft


def test_what_is_taken_over_from_the_last_state_changes_no_answer(draft: Draft, searchable: Searchable) -> None:
    last: Setting | None = None
    for name, state in states(draft, searchable):
        last = Setting(state, searchable, last=last)
        alone = Setting(state, searchable)
        for place in range(len(alone.paragraphs)):
            assert suggestions(last, place, 20) == suggestions(alone, place, 20), (name, place)


class Counted:
    """An engine that counts what it is asked."""

    def __init__(self, engine: object) -> None:
        self._engine = engine
        self.asked: Counter[str] = Counter()

    def __getattr__(self, name: str) -> Any:
        answer = getattr(self._engine, name)
        if not callable(answer):
            return answer

        def counted(*given: Any, **more: Any) -> Any:
            self.asked[name] += 1
            return answer(*given, **more)

        return counted


def test_an_edit_asks_the_library_about_the_words_it_changed_and_no_others(
    draft: Draft, searchable: Searchable, monkeypatch: pytest.MonkeyPatch
) -> None:
    index, changes, read = Counted(searchable.index), Counted(searchable.changes), Counted(searchable.library)
    for name, counted in (("_index", index), ("_changes", changes)):
        monkeypatch.setattr(searchable, name, Once(lambda counted=counted: counted))  # type: ignore[misc]
    monkeypatch.setattr(searchable, "library", read)
    first = Setting(draft, searchable)
    suggestions(first, 3)
    assert index.asked["resolutions"] > LONG // 2
    assert read.asked["get"]
    for counts in (index.asked, changes.asked, read.asked):
        counts.clear()
    one = draft.standing[3]
    edited = apply(draft, edits.SetText(one.id, Inline(f"{one.text.rstrip(',')}, also in the camps,")))
    suggestions(Setting(edited, searchable, last=first), 3)
    assert index.asked["search"] == 2  # of all times, and of late
    assert index.asked["resolutions"] == 1
    assert not changes.asked
    assert not read.asked


def test_candidates_of_another_item_base_day_or_library_are_not_taken_over(
    library: Records, searchable: Searchable, draft: Draft
) -> None:
    first = Setting(draft, searchable)
    base = library.get("75/190")
    others = (
        Setting(apply(draft, edits.SetTitle(Inline("Another title"))), searchable, last=first),
        Setting(Desk(library).begin("72/188"), searchable, last=first),
        Setting(draft, searchable, date(2020, 1, 1), last=first),
        Setting(draft, Searchable(library), last=first),
        Setting(base, searchable, last=first),
        Setting(replace(draft, adopted=None), searchable, last=first),
    )
    assert all(other.candidates is not first.candidates for other in others)
    again = Setting(apply(draft, edits.Delete(draft.standing[0].id)), searchable, last=first)
    assert again.candidates is first.candidates
