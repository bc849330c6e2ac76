"""Several authors' changes in one file: each one's alone give that author's text, all of them the joint one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from drafter.align.three_way import merge
from drafter.errors import MarkupError
from drafter.library.locate import open_records
from drafter.model.inline import Inline
from drafter.model.resolution import Footnote, Kind, Paragraph, Resolution
from drafter.render.document import document
from drafter.render.masthead import of_draft, of_resolution
from drafter.render.onto import onto
from drafter.render.redline import redline
from tests.support import official, tracked
from tests.support.authors import Author, Row, alone, part_of, together
from tests.support.exact import DATE
from tests.support.program import ROOT
from tests.support.specimen import DRAFT

BASE = open_records(ROOT / "corpus").get("75/190")


def swap(found: str, put: str) -> Callable[[str], str]:
    def change(markup: str) -> str:
        assert found in markup, (found, markup)
        return markup.replace(found, put, 1)

    return change


def dropped(place: int) -> Callable[[list[Row]], list[Row]]:
    return lambda rows: [row for row in rows if row[0] != place]


def added(after: int, paragraph: Paragraph) -> Callable[[list[Row]], list[Row]]:
    return lambda rows: [each for row in rows for each in ((row, (-1, paragraph)) if row[0] == after else (row,))]


def moved(place: int, after: int) -> Callable[[list[Row]], list[Row]]:
    def change(rows: list[Row]) -> list[Row]:
        (own,) = [row for row in rows if row[0] == place]
        rest = [row for row in rows if row[0] != place]
        return [each for row in rest for each in ((row, own) if row[0] == after else (row,))]

    return change


def set_otherwise(place: int, level: int) -> Callable[[list[Row]], list[Row]]:
    return lambda rows: [(n, replace(p, level=level) if n == place else p) for n, p in rows]


OPERATIVE = [n for n, p in enumerate(BASE.paragraphs) if p.kind is Kind.OPERATIVE and p.level == 0]
PREAMBLE = [n for n, p in enumerate(BASE.paragraphs) if p.kind is Kind.PREAMBULAR]
NEW = Paragraph(Kind.OPERATIVE, Inline.from_markup("*Welcomes* the dialogue between the countries concerned;[^fresh]"))
AUTHORS = {
    "European Union": Author(
        {
            PREAMBLE[1]: lambda markup: markup + " as they stand,",
            PREAMBLE[3]: swap(" the ", " *the* "),
            BASE.footnotes[0].id: lambda markup: "See " + markup,
            "title": lambda markup: markup + " and in general",
        },
        dropped(OPERATIVE[3]),
        deeds=(OPERATIVE[3],),
    ),
    "Japan": Author(
        {PREAMBLE[1]: lambda markup: markup.replace("*", "*Duly ", 1), OPERATIVE[1]: swap(" its ", " all its ")},
        added(OPERATIVE[0], NEW),
        (Footnote("fresh", Inline("A/76/1.")),),
    ),
    "Cuba": Author(
        {OPERATIVE[1]: lambda markup: markup.rstrip(";") + ", once more;"},
        moved(PREAMBLE[5], PREAMBLE[9]),
        deeds=(PREAMBLE[5],),
    ),
    "Norway": Author({PREAMBLE[7]: swap(" ", " duly ")}),
}


def joint(base: Resolution, authors: dict[str, Author]) -> bytes:
    text, whose = together(base, authors)
    made = redline(base, text, of_resolution(text), author="The Chair", date=DATE, whose=whose)
    assert tracked.faults(made) == []
    return made


def lines(docx: bytes, way: tracked.Way = tracked.Way.ACCEPT) -> list[tracked.Line]:
    found = list(tracked.settle(docx, way))
    start = next(place for place, line in enumerate(found) if line.look[0] == "UNTitle")
    return [line.pointing for line in found[start:]]


def clean(text: Resolution) -> list[tracked.Line]:
    return lines(document(text, of_resolution(text)))


def test_all_accepted_is_the_joint_text_and_all_rejected_the_base() -> None:
    made = joint(BASE, AUTHORS)
    assert lines(made) == clean(together(BASE, AUTHORS)[0])
    assert [line.text for line in lines(made, tracked.Way.REJECT)] == [line.text for line in clean(BASE)]


@pytest.mark.parametrize("name", AUTHORS)
def test_each_authors_changes_alone_give_that_authors_text(name: str) -> None:
    assert lines(part_of(joint(BASE, AUTHORS), name)) == clean(alone(BASE, AUTHORS[name]))


def test_every_change_has_its_author_and_nobody_elses_name_is_in_the_file() -> None:
    made = joint(BASE, AUTHORS)
    assert {author for author, _ in tracked.signatures(made)} == set(AUTHORS)


def test_who_sets_a_paragraph_otherwise_signs_its_new_look() -> None:
    sub = next(n for n, p in enumerate(BASE.paragraphs) if p.level == 1)
    made = joint(BASE, {"Fiji": Author(structure=set_otherwise(sub, 2), deeds=(sub,)), "Peru": AUTHORS["Norway"]})
    part = part_of(made, "Fiji")
    assert lines(part) == clean(alone(BASE, Author(structure=set_otherwise(sub, 2), deeds=(sub,))))
    assert {author for author, _ in tracked.signatures(made)} == {"Fiji", "Peru"}


def test_of_paragraphs_put_in_after_the_last_each_is_its_authors() -> None:
    base = replace(BASE, paragraphs=BASE.paragraphs[-3:], footnotes=())
    base = replace(base, paragraphs=tuple(replace(p, inline=p.inline.without_marks()) for p in base.paragraphs))
    authors = {
        name: Author(
            structure=added(2, replace(NEW, inline=Inline.from_markup(f"*Thanks* {name} for its hospitality;")))
        )
        for name in ("Chad", "Fiji", "Peru")
    }
    text, whose = together(base, authors)
    made = redline(base, text, of_draft(DRAFT), author="The Chair", date=DATE, whose=whose)
    assert tracked.faults(made) == []
    for name, author in authors.items():
        expected = document(alone(base, author), of_draft(DRAFT))
        assert [line.text for line in lines(part_of(made, name))] == [line.text for line in lines(expected)]


def test_what_nobody_is_named_for_is_the_file_authors() -> None:
    text, _ = together(BASE, AUTHORS)
    made = redline(BASE, text, of_resolution(text), author="The Chair", date=DATE)
    assert {author for author, _ in tracked.signatures(made)} == {"The Chair"}


VOCABULARY = st.sampled_from(["duly", "the", "and", "*further*", "all", "of the United Nations", ""])
EDITS = st.lists(
    st.tuples(st.sampled_from("ABC"), st.integers(0, 5), st.integers(0, 40), st.integers(0, 3), VOCABULARY), max_size=8
)


@settings(deadline=None, max_examples=30)
@given(EDITS)
def test_whatever_they_change_each_gets_their_own_text(
    edits: list[tuple[str, int, int, int, str]],
) -> None:
    base = replace(BASE, paragraphs=BASE.paragraphs[:6], footnotes=())
    base = replace(base, paragraphs=tuple(replace(p, inline=p.inline.without_marks()) for p in base.paragraphs))
    put: dict[str, dict[int | str, str]] = {name: {} for name in "ABC"}
    for name, place, start, size, other in edits:
        own = put[name].get(place, base.paragraphs[place].inline.markup).split(" ")
        own[start : start + size] = [other] if other else []
        texts = {each: Inline.from_markup(put[each][place]) for each in "ABC" if place in put[each]}
        try:
            texts[name] = Inline.from_markup(" ".join(own))
        except MarkupError:
            continue
        if texts[name].text.strip() and not merge(base.paragraphs[place].inline, texts).conflicts:
            put[name][place] = " ".join(own)
    authors = {
        name: Author({key: (lambda _, markup=markup: markup) for key, markup in own.items()})  # type: ignore[misc]
        for name, own in put.items()
    }
    made = joint(base, authors)
    for name, author in authors.items():
        assert lines(part_of(made, name)) == clean(alone(base, author))


ONTO = {
    "European Union": Author(
        {2: swap("violations", "grave violations"), 0: swap("Guided", "Duly guided")}, dropped(5), deeds=(5,)
    ),
    "Japan": Author({2: swap("strongest", "clearest")}, added(6, replace(NEW, inline=Inline("Stresses its concern;")))),
    "Cuba": Author({official.TYPED.footnotes[0].id: lambda markup: "See " + markup, 6: swap("support", "*support*")}),
}


def filed(authors: dict[str, Author]) -> bytes:
    text, whose = together(official.TYPED, authors)
    made = onto(official.typed(), official.TYPED, text, author="The Chair", date=DATE, whose=whose)
    assert tracked.faults(made) == []
    return made


def numberless(line: tracked.Line) -> tuple[object, ...]:
    """What a paragraph says and how, without the number typed before it."""
    text = line.text.rpartition("\t")[2]
    start = len(line.text) - len(text)
    return text, line.italics[start:], [(mark.at - start, mark.note) for mark in line.marks]


@pytest.mark.parametrize("name", ONTO)
def test_in_somebody_elses_file_too_each_authors_changes_alone_give_that_authors_text(name: str) -> None:
    every = tracked.settle(part_of(filed(ONTO), name), tracked.Way.ACCEPT)
    text = alone(official.TYPED, ONTO[name])
    by_one = onto(official.typed(), official.TYPED, text, author=name, date=DATE)
    own = tracked.settle(part_of(by_one, name), tracked.Way.ACCEPT)
    assert [numberless(line) for line in every] == [numberless(line) for line in own]


def test_in_somebody_elses_file_the_numbers_that_follow_are_the_file_authors() -> None:
    assert {author for author, _ in tracked.signatures(filed(ONTO))} == {*ONTO, "The Chair", "An Editor"}
