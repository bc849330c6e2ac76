"""Which paragraph became which."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from drafter.align.groups import group_changes, joined, pair_groups
from drafter.align.pairs import align
from drafter.library.locate import open_records
from drafter.model.change import PairKind
from drafter.model.inline import Inline
from drafter.model.numbering import labels
from drafter.model.resolution import Kind, Paragraph
from drafter.resources import shipped
from tests.support.planted import plant

PREAMBLE = (
    "*Reaffirming* that all States have an obligation to promote and protect human rights,",
    "*Recalling* its resolution 74/166 of 18 December 2019 on the situation of human rights,",
    "*Deeply concerned* at the pervasive culture of impunity and the lack of accountability,",
    "*Noting* the importance of the issue of international abductions and of immediate return,",
)
OPERATIVE = (
    "*Condemns* the long-standing and ongoing systematic, widespread and gross violations of human rights;",
    "*Commends* the Special Rapporteur for the activities undertaken so far, despite denied access;",
    "*Urges* the Government to respect fully all human rights, and in this regard to close the camps without delay;",
    "*Encourages* all Member States and organizations to consider launching new initiatives;",
    "*Requests* the Secretary-General to submit a comprehensive report at the seventy-sixth session.",
)


def text(*, preamble: tuple[str, ...] = PREAMBLE, operative: tuple[str, ...] = OPERATIVE) -> tuple[Paragraph, ...]:
    return (
        *(Paragraph(Kind.PREAMBULAR, Inline.from_markup(source)) for source in preamble),
        *(Paragraph(Kind.OPERATIVE, Inline.from_markup(source)) for source in operative),
    )


def rows(old: tuple[Paragraph, ...], new: tuple[Paragraph, ...]) -> list[str]:
    """What is not `same`, as "old new kind"."""
    before, after = labels(old), labels(new)
    return [
        f"{'-' if pair.old is None else before[pair.old]} {'-' if pair.new is None else after[pair.new]} {pair.kind}"
        for pair in align(old, new).pairs
        if pair.kind is not PairKind.SAME
    ]


def test_a_text_is_the_same_as_itself() -> None:
    assert rows(text(), text()) == []
    assert align(text(), text()).changed_words == 0


def test_renumbering_is_no_change() -> None:
    new = text(operative=("*Decides* to convene a panel of experts;", *OPERATIVE))
    assert rows(text(), new) == ["- OP1 added"]


def test_typography_is_no_change() -> None:
    old = text(operative=("*Urges* the country’s “authorities” – all of them;",))
    new = text(operative=('*Urges*  the country\'s "authorities" - all of them;',))
    assert rows(old, new) == []


def test_a_dropped_paragraph_stands_after_the_one_it_followed() -> None:
    new = text(operative=(OPERATIVE[0], *OPERATIVE[2:]))
    found = align(text(), new).pairs
    assert [(pair.old, pair.new) for pair in found[4:7]] == [(4, 4), (5, None), (6, 5)]


def test_an_edit_keeps_the_pair() -> None:
    stronger = "*Condemns in the strongest terms* the long-standing and ongoing violations and abuses;"
    assert rows(text(), text(operative=(stronger, *OPERATIVE[1:]))) == ["OP1 OP1 edited"]


def test_a_move_is_found_with_an_edit_inside() -> None:
    moved = "*Encourages* all Member States and civil society organizations to consider new initiatives;"
    new = text(operative=(moved, *OPERATIVE[:3], OPERATIVE[4]))
    assert rows(text(), new) == ["OP4 OP1 moved"]


def test_a_preambular_paragraph_that_became_operative_is_moved() -> None:
    new = text(
        preamble=PREAMBLE[:3],
        operative=(
            "*Notes* the importance of the issue of international abductions and of immediate return;",
            *OPERATIVE,
        ),
    )
    assert rows(text(), new) == ["PP4 OP1 moved"]


def test_a_split() -> None:
    halves = (
        "*Urges* the Government to respect fully all human rights;",
        "*Also urges* the Government in this regard to close the camps without delay;",
    )
    new = text(operative=(*OPERATIVE[:2], *halves, *OPERATIVE[3:]))
    assert rows(text(), new) == ["OP3 OP3 split", "OP3 OP4 split"]


def test_a_merge() -> None:
    one = (
        "*Condemns* the long-standing and ongoing systematic, widespread and gross violations of human rights, and "
        "commends the Special Rapporteur for the activities undertaken so far, despite denied access;"
    )
    new = text(operative=(one, *OPERATIVE[2:]))
    assert rows(text(), new) == ["OP1 OP1 merged", "OP2 OP1 merged"]
    (group,) = [found for found in pair_groups(align(text(), new)) if found.kind is PairKind.MERGED]
    before, after = joined(text(), group.old), joined(new, group.new)
    (change,) = group_changes(text(), new, group)
    assert before[change.old_start : change.old_end] == ";\nCommends"
    assert after[change.new_start : change.new_end] == ", and commends"


def test_a_paragraph_rewritten_on_its_matter_is_edited_and_another_beside_it_is_not() -> None:
    old = text(preamble=(*PREAMBLE, "*Looking forward to* the third Conference on Landlocked Developing Countries,"))
    new = text(
        preamble=(
            *PREAMBLE,
            "*Welcoming* the holding of the third Conference on Landlocked Developing Countries in Awaza from 5 to 8 "
            "August 2025, and its outcome on adaptation to climate change,",
        )
    )
    assert rows(old, new) == ["PP5 PP5 edited"]
    other = text(preamble=(*PREAMBLE, "*Concerned* that the wheat harvest failed, and that prices rose sharply,"))
    assert rows(old, other) == ["PP5 - deleted", "- PP5 added"]


def test_what_was_asked_for_and_was_done_is_edited_also_where_a_new_paragraph_stands_between() -> None:
    asked = "*Calls upon* the Secretary-General to appoint a Secretary-General for the Conference at the earliest date;"
    done = (
        "*Welcomes* the decision of the Secretary-General to appoint the High Representative as Secretary-General of "
    )
    done += "the Conference, who shall make the arrangements necessary for its work;"
    old = text(operative=(*OPERATIVE[:3], asked, *OPERATIVE[3:]))
    new = text(operative=(*OPERATIVE[:3], "*Decides* that the Conference shall have a theme;", done, *OPERATIVE[3:]))
    assert rows(old, new) == ["- OP4 added", "OP4 OP5 edited"]


def test_a_merge_that_kept_the_beginning_of_one_and_the_whole_of_the_other() -> None:
    first = (
        "*Reiterates its appreciation* for the work of the commission of inquiry, recognizes the importance of its "
        "report, and regrets that the commission received no cooperation, including as to access to the country;"
    )
    second = (
        "*Acknowledges* the finding that the testimony gathered provides reasonable grounds to believe that crimes "
        "against humanity have been committed, pursuant to policies established at the highest level of the State;"
    )
    both = (
        "*Reiterates its appreciation* for the work of the commission of inquiry and acknowledges the importance of "
        "its report and the finding that the testimony gathered provides reasonable grounds to believe that crimes "
        "against humanity have been committed, pursuant to policies established at the highest level of the State;"
    )
    old, new = (text(operative=(*OPERATIVE[:2], *these, *OPERATIVE[2:])) for these in ((first, second), (both,)))
    assert rows(old, new) == ["OP3 OP3 merged", "OP4 OP3 merged"]


def test_words_that_every_text_has_make_no_merge() -> None:
    gone = (
        "*Welcomes* the appointment of the new Executive Secretary of the United Nations Framework Convention on "
        "Climate Change, and congratulates the previous Executive Secretary for her achievements;"
    )
    grown = OPERATIVE[2].removesuffix(";") + (
        ", including through the first gender action plan adopted by the Conference of the Parties to the United "
        "Nations Framework Convention on Climate Change at its twenty-third session;"
    )
    old = text(operative=(*OPERATIVE[:3], gone, *OPERATIVE[3:]))
    assert rows(old, text(operative=(*OPERATIVE[:2], grown, *OPERATIVE[3:]))) == ["OP3 OP3 edited", "OP4 - deleted"]


def test_two_years_of_a_real_text() -> None:
    library = open_records(shipped("corpus"))
    found = rows(library.get("72/188").paragraphs, library.get("75/190").paragraphs)
    assert {"PP24 PP24 edited", "OP8 OP10 merged", "OP9 OP10 merged", "OP6 OP6 split", "OP6 OP7 split"} <= set(found)


def test_a_swapped_pair_of_sections_moves_one_of_them() -> None:
    new = text(operative=(*OPERATIVE[3:], *OPERATIVE[:3]))
    assert rows(text(), new) == ["OP4 OP1 moved", "OP5 OP2 moved"]


def test_an_empty_side() -> None:
    assert {pair.kind for pair in align((), text()).pairs} == {PairKind.ADDED}
    assert {pair.kind for pair in align(text(), ()).pairs} == {PairKind.DELETED}
    assert align((), ()).pairs == ()


planted = st.builds(
    lambda seed, size: plant((text() * 4)[:size], text(), Random(seed), share=0.7),
    st.integers(0, 10**6),
    st.integers(0, 36),
)


@settings(max_examples=60)
@given(planted, st.integers(0, 36))
def test_each_paragraph_of_either_side_stands_in_a_row_and_rows_follow_the_new_order(changed, size) -> None:
    old, new = (text() * 4)[:size], changed.new
    pairs = align(old, new).pairs
    assert {pair.old for pair in pairs} - {None} == set(range(len(old)))
    assert {pair.new for pair in pairs} - {None} == set(range(len(new)))
    in_order = [pair.new for pair in pairs if pair.new is not None]
    assert in_order == sorted(in_order)
    for group in pair_groups(align(old, new)):
        for side in (group.old, group.new):
            assert list(side) == list(range(side[0], side[0] + len(side))) if side else True
        assert len(group.old) <= 1 or len(group.new) <= 1


@pytest.mark.parametrize("times", [1, 3])
def test_a_text_repeated_is_aligned_with_itself_in_order(times: int) -> None:
    assert {pair.kind for pair in align(text() * times, text() * times).pairs} == {PairKind.SAME}


def test_known_pairs_are_kept_however_unlike() -> None:
    new = text(operative=("*Decides* to convene a panel;", *OPERATIVE[1:]))
    assert [p.kind for p in align(text(), new).pairs if p.old == 4 or p.new == 4] == [PairKind.DELETED, PairKind.ADDED]
    (pair,) = [p for p in align(text(), new, known=[(4, 4)]).pairs if p.old == 4]
    assert (pair.new, pair.kind) == (4, PairKind.EDITED)


def test_a_known_origin_of_two_neighbours_is_a_split() -> None:
    new = text(operative=(*OPERATIVE[:2], "*Urges* the Government;", "*Decides* otherwise;", *OPERATIVE[3:]))
    found = align(text(), new, known=[(6, 6), (6, 7)]).pairs
    assert [(p.old, p.new, p.kind) for p in found[6:8]] == [(6, 6, PairKind.SPLIT), (6, 7, PairKind.SPLIT)]
