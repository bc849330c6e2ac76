"""Proposals as values: ids from what they do, equal ones united whatever came first."""

from __future__ import annotations

from itertools import permutations

from drafter.model.inline import Inline
from drafter.model.negotiated import Conflict
from drafter.model.proposal import Arrival, Deed, Form, Proposal, note_id, united
from drafter.model.resolution import Kind

EU = Arrival(("EU",), "eu.docx", "paragraph 4", "2026-10-03", "as in 75/190")
G77 = Arrival(("G77",), "g77.txt", "line 2", "2026-10-04")


def words(*arrivals: Arrival, put: str = "and abuses", label: str = "OP7", start: int = 4) -> Proposal:
    return Proposal(Deed.WORDS, label, start, put=Inline.from_markup(put), arrivals=arrivals)


def test_an_id_comes_from_what_is_proposed_and_not_from_whom() -> None:
    assert words(EU).id == words(G77).id
    others = [words(put="and *abuses*"), words(label="OP8"), words(start=6)]
    new = [Proposal(Deed.NEW, "", put=Inline("x"), after="OP1", form=Form(Kind.OPERATIVE, level)) for level in (0, 1)]
    assert len({words(EU).id, *(one.id for one in (*others, *new))}) == 6


def test_equal_proposals_are_one_with_all_their_owners_in_any_order() -> None:
    given = (words(G77), words(EU), words(EU), words(EU, start=9))
    [first, *others] = {united(order) for order in permutations(given)}
    assert not others
    one = next(each for each in first if each.start == 4)
    assert (one.by, one.why, one.arrivals) == (("EU", "G77"), "as in 75/190", (EU, G77))


def test_who_took_it_back_is_no_owner_while_others_want_it() -> None:
    gone = Arrival(("EU",), withdrawn=True)
    assert words(gone, G77).by == ("G77",)
    assert (words(gone).by, words(gone).withdrawn) == (("EU",), True)
    again = united([words(gone), words(Arrival(("EU",)))])
    assert not again[0].withdrawn
    assert again == united([words(Arrival(("EU",))), words(gone)])


def test_two_who_bring_the_same_note_agree_on_its_name() -> None:
    assert note_id(Inline("Resolution 217 A (III).")) == note_id(Inline.from_markup("Resolution 217 A (III)."))
    assert note_id(Inline("A/75/1.")) != note_id(Inline("A/75/2."))


def test_a_conflict_is_named_by_the_place_where_it_begins() -> None:
    one = Conflict(("OP7",), 3, 5, Inline("x"), ("p1", "p2"), ())
    assert one.id == Conflict(("OP7",), 3, 9, Inline("x y"), ("p1", "p2", "p3"), ()).id
    assert one.id != Conflict(("OP7",), 4, 5, Inline("x"), ("p1", "p2"), ()).id
