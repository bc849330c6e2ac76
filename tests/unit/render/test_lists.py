"""Word counts on its own, and comes to the numbers that the resolution is printed with."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from drafter.model import numbering
from drafter.model.inline import Inline
from drafter.model.organ import Organ
from drafter.model.resolution import Kind, Paragraph, Resolution
from drafter.render import document, masthead
from drafter.render.lists import Lists
from tests.support.specimen import OP, PP, RESOLUTION, para
from tests.support.wordfile import WordFile, problems

PARAGRAPHS = st.lists(
    st.builds(
        Paragraph,
        kind=st.sampled_from([Kind.PREAMBULAR, Kind.OPERATIVE, Kind.OPERATIVE, Kind.HEADING]),
        inline=st.just(Inline("text")),
        level=st.sampled_from([0, 0, 0, 1, 1, 2, 3, 4]),
        variant=st.sampled_from(["", "", "", "", "bis", "alt"]),
        continued=st.sampled_from([False, False, False, True]),
        unnumbered=st.sampled_from([False, False, False, True]),
    ),
    max_size=14,
)
PARTS = st.lists(st.tuples(st.sampled_from(["", "A", "B", "Annex", "Annex II"]), PARAGRAPHS), max_size=3)


def counted_by_word(paragraphs: tuple[Paragraph, ...]) -> dict[str, str]:
    text = Resolution(Organ.GENERAL_ASSEMBLY, Inline("Title"), paragraphs)
    file = document.document(text, masthead.of_resolution(text))
    assert problems(file) == []
    texts = {paragraph.text for paragraph in paragraphs}
    return {shown.text: shown.number for shown in WordFile(file).paragraphs() if shown.text in texts}


@settings(max_examples=40, deadline=None)
@given(PARTS)
def test_word_counts_as_the_resolution_is_printed(parts: list[tuple[str, list[Paragraph]]]) -> None:
    listed = [replace(p, part=part) for part, paragraphs in parts for p in paragraphs]
    paragraphs = tuple(replace(p, inline=Inline(f"text {n}")) for n, p in enumerate(listed))
    marks = numbering.printed(paragraphs)
    assert counted_by_word(paragraphs) == {p.text: mark for p, mark in zip(paragraphs, marks, strict=True)}


def test_a_plain_resolution_needs_no_list_of_its_own() -> None:
    places = Lists().places(
        [para(PP, "a"), para(OP, "b"), para(OP, "c", 1), para(OP, "d", 2), para(OP, "e", 3), para(OP, "f")]
    )
    assert [place.number for place in places] == [None] * 6
    assert [place.style for place in places][1:] == [
        "UNOperative", "UNOperative1", "UNOperative2", "UNOperative3", "UNOperative",
    ]  # fmt: skip


def test_a_single_operative_paragraph_bears_no_number() -> None:
    listed = (para(PP, "Recalling"), para(OP, "Decides:"), para(OP, "one,", 1), para(OP, "two.", 1))
    assert list(counted_by_word(listed).values()) == ["", "", "(a)", "(b)"]


def test_bis_does_not_advance_the_count() -> None:
    listed = (para(OP, "Notes"), para(OP, "Notes also", variant="bis"), para(OP, "one", 1), para(OP, "Urges"))
    assert list(counted_by_word(listed).values()) == ["1.", "1 bis.", "(a)", "2."]


def test_the_specimen_is_counted_as_printed() -> None:
    file = WordFile(document.document(RESOLUTION, masthead.of_resolution(RESOLUTION)))
    texts = {p.text: n for p, n in zip(RESOLUTION.paragraphs, numbering.printed(RESOLUTION.paragraphs), strict=True)}
    shown = {s.text: s.number for s in file.paragraphs() if s.text in texts}
    assert shown == texts


def test_numbers_that_a_source_skips_are_closed_up() -> None:
    listed = tuple(replace(para(OP, f"Decides {n}."), number=5 if n == 2 else None) for n in range(4))
    assert [place.number for place in Lists().places(listed)] == [None] * 4
    assert list(counted_by_word(listed).values()) == ["1.", "2.", "3.", "4."]
