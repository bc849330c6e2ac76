"""Which “his” and “her” mean the holder of an office, and of which."""

from __future__ import annotations

import pytest

from drafter.rules.pronouns import HE, SHE, calls, pronouns, turned
from tests.support.drafts import OP, PP, paragraph

FOOD = "special rapporteur: right food"


def meant(*words: str) -> list[tuple[str, str]]:
    """The office and the word of each pronoun that has one."""
    texts = [paragraph(OP, one) for one in words]
    return [(one.office, texts[one.place].text[one.start : one.end]) for one in pronouns(texts)]


@pytest.mark.parametrize(
    ("words", "office"),
    [
        ("the Special Rapporteur of the Human Rights Council on the right to food to continue her work;", FOOD),
        ("the Special Rapporteur on the right to food, in the fulfilment of her mandate, to go on;", FOOD),
        ("the United Nations High Commissioner for Human Rights and her Office;", "high commissioner: human rights"),
        ("the High Commissioner for Human Rights, within her mandate;", "high commissioner: human rights"),
        ("the report of the Special Rapporteur on the situation of human rights in Belarus and of her work;",
         "special rapporteur: situation human rights belarus"),
        ("Special Rapporteur on the situation of human rights in the Democratic People’s Republic of Korea in her work",
         "special rapporteur: situation human rights democratic people s republic korea"),
        ("the Special Envoy of the Secretary-General on Myanmar and her efforts;", "special envoy: myanmar"),
        ("the Special Representative of the Secretary-General for Children and Armed Conflict to report on her visits;",
         "special representative: children armed conflict"),
        ("to help the Special Rapporteur on trafficking in persons, especially women and children, in her work;",
         "special rapporteur: trafficking persons"),
        ("Requests the Secretary-General to continue her efforts;", "secretary-general"),
    ],
)  # fmt: skip
def test_an_office_is_a_title_and_what_it_is_for(words: str, office: str) -> None:
    assert meant(words) == [(office, "her")]


@pytest.mark.parametrize(
    "words",
    [
        "Notes that the High Commissioner for Human Rights helps women and girls, each in her rights;",
        "Calls upon the Special Rapporteur on the right to food to consider the girl child and her rights;",
        "Recalls that every child, as the Special Rapporteur on the right to food says, has his views;",
        "Requests the Special Rapporteur on the right to food to continue his or her work;",
        "Recalls the Secretary-General and the Special Rapporteur on the right to food, and her report;",
        "the help of the Special Rapporteur on food to the High Commissioner for Human Rights within her mandate;",
        "Welcomes the appointment by the Secretary-General of a special envoy, and her recommendations;",
        "Commends the former Special Rapporteur on the right to food for her work;",
        "Notes that in her report the Special Rapporteur on the right to food says so;",
        "Notes the report of the Special Rapporteur on the right to food on her visit to the country;",
        "Requests the President of the General Assembly to continue her work;",
        "Takes note of the report of the Special Rapporteur and of her work;",
        "Requests the Secretary-General to seek records related to the death of Dag Hammarskjöld and his party;",
    ],
)
def test_nothing_is_known_where_another_person_could_be_meant(words: str) -> None:
    assert meant(words) == []


def test_a_bare_title_is_the_only_one_of_its_kind_named_before() -> None:
    named = "Takes note of the report of the Special Rapporteur on the right to food;"
    other = "Takes note of the report of the Special Rapporteur on extreme poverty and human rights;"
    bare = "Requests the Special Rapporteur to continue her work;"
    assert meant(named, bare, other) == [(FOOD, "her")]
    assert meant(named, other, bare) == []


def test_who_else_is_named_does_not_matter_where_the_office_stands_beside_its_pronoun() -> None:
    words = (
        "Requests the Secretary-General to assist the Special Rapporteur on the right to food in the discharge of her "
    )
    assert meant(words + "mandate;") == [(FOOD, "her")]


def test_a_subparagraph_goes_on_from_what_stands_before_its_colon() -> None:
    chapeau = paragraph(OP, "*Requests* the Special Rapporteur on the right to food:")
    texts = (chapeau, paragraph(OP, "To continue her work;", 1), paragraph(OP, "*Notes* her work."))
    assert [(one.place, one.office) for one in pronouns(texts)] == [(1, FOOD)]


def test_a_text_that_says_both_of_one_office() -> None:
    texts = [
        paragraph(PP, f"Recalling the Special Rapporteur on the right to food and {one} work,")
        for one in ("his", "her")
    ]
    assert calls(texts) == ((FOOD, HE), (FOOD, SHE))


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("in the fulfilment of [her] mandate,", "his"),
        ("all information requested by [her] and to", "him"),
        ("the tasks mandated to [her], to provide", "him"),
        ("to provide [her] with information", "him"),
        ("in order to enable [her] to fulfil", "him"),
        ("including by granting [her] full, free and unimpeded access", "him"),
        ("to continue [her] full cooperation", "his"),
        ("the role that [she] plays", "he"),
        ("a dialogue with [her]", "him"),
        ("[Her] report", "His"),
        ("in the fulfilment of [his] mandate", "her"),
        ("requested by [him];", "her"),
        ("that [he] continue", "she"),
    ],
)
def test_the_other_pronoun(before: str, after: str) -> None:
    start, end = before.index("["), before.index("]") - 1
    says = SHE if after in ("her", "she") else HE
    assert turned(before.replace("[", "").replace("]", ""), start, end, says) == after
