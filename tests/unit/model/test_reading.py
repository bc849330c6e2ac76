"""What a reader is told of the repairs."""

from drafter.model.reading import Repair, told_once


def repaired(*places: str, why: str = "a word divided", by_hand: bool = False) -> list[Repair]:
    return [Repair(place, f"{place}-", place, why, by_hand) for place in places]


def test_many_for_one_reason_are_one_line() -> None:
    other = Repair("OP1", "(1)", "(a)", "the list")
    (many, single) = told_once([*repaired("PP1", "PP2"), other, *repaired("OP1", "OP2")])
    assert many == Repair("PP1 to OP2", "PP1-", "PP1", "a word divided (4 times)")
    assert single == other


def test_a_few_are_told_each_and_corrections_by_hand_apart() -> None:
    few = repaired("PP1", "PP2", "OP1")
    by_hand = repaired("OP2", by_hand=True)
    assert told_once([*few, *by_hand]) == (*few, *by_hand)
