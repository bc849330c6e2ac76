"""How much of what is put in stands in adopted texts, and where."""

from datetime import date

from drafter.library.values import AgreedPlace, AgreedRun, Coverage
from drafter.render.agreed import agreed_words

TEXT = "Condemns violations and abuses of human rights in the country, including by digital means;"


def covered(text):
    at = text.index("violations"), text.index(" in the country")
    place = AgreedPlace("A/RES/75/190", "OP11", date(2020, 12, 16))
    return Coverage((AgreedRun(*at, 6, 3, place, place),), 14, 6)


def test_new_words_inside_an_agreed_run_are_agreed_language():
    start = TEXT.index("and abuses")
    found = agreed_words(TEXT, [(start, start + len("and abuses"))], covered)
    assert (
        str(found)
        == "2 of the 2 new words stand in the texts of this library, in runs of six words or more: 75/190 OP11"
    )


def test_a_run_without_a_new_word_says_nothing_of_the_new_words():
    start = TEXT.index("digital")
    found = agreed_words(TEXT, [(start, start + len("digital"))], covered, 3)
    assert str(found) == "the new word does not stand in the 3 texts of this library, in runs of six words or more"


def test_nothing_new_nothing_agreed():
    assert agreed_words(TEXT, [], covered).new == 0
