"""No organ, language or kind of document is assumed: what is no resolution in English is refused by what it is."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from drafter.errors import UnreadableError
from drafter.model.organ import Organ
from drafter.parse import read, read_text
from tests.support.handmade import R_NS, p, unzipped, word_file, zipped

FRENCH = """75/301. Situation des phares en Arcadie

L'Assemblée générale,

Rappelant toutes ses résolutions antérieures sur la question et les principes du droit international,

1. Demande à tous les États de veiller sur les phares dans leurs eaux et sur les côtes des îles ;

2. Prie le Secrétaire général de lui présenter un rapport sur l'application de la présente résolution.
"""
SPANISH = """75/301. La situación de los faros en Arcadia

La Asamblea General,

Recordando todas las resoluciones anteriores sobre la cuestión y los principios del derecho internacional,

1. Exhorta a los Estados a velar por los faros en el mar y en las costas de las islas para los buques.
"""
RUSSIAN = """Генеральная Ассамблея,

ссылаясь на все свои предыдущие резолюции по этому вопросу и на принципы международного права,

1. призывает все государства следить за маяками.
"""


@pytest.mark.parametrize(("text", "language"), [(FRENCH, "French"), (SPANISH, "Spanish"), (RUSSIAN, "Russian")])
def test_a_text_in_another_language_is_refused_by_its_name(text: str, language: str) -> None:
    with pytest.raises(UnreadableError) as refused:
        read_text(text, name="text.txt")
    expected = f"text.txt: this text is in {language}, and only English is read; give the English version"
    assert str(refused.value) == expected


def test_an_english_text_with_french_names_and_a_french_column_is_read() -> None:
    body = "The General Assembly,\n\nRecalling the report of the Cour des comptes et des phares du Nord,\n\n"
    body += "1. Decides to remain seized of the matter of the lights and of the keepers of the lights in the north."
    assert read_text(body, name="a.txt").notices == ()


def test_a_few_words_of_another_language_are_asked_about() -> None:
    reading = read_text("The General Assembly,\n\n1. Prie les États et les organes des Nations Unies.\n", name="a.txt")
    assert reading.notices == ("these few words look French: is the text English? No other language is read",)


@pytest.mark.parametrize(
    ("opening", "organ"),
    [
        ("The United Nations Environment Assembly,", Organ.ENVIRONMENT_ASSEMBLY),
        ("The Seventy-first World Health Assembly,", Organ.WORLD_HEALTH_ASSEMBLY),
        ("The Commission on Narcotic Drugs,", Organ.COMMISSION_ON_NARCOTIC_DRUGS),
    ],
)
def test_another_organ_keeps_its_name_and_gets_no_symbol_of_the_assembly(opening: str, organ: Organ) -> None:
    reading = read_text(
        f"5/14. Lighthouses\n\n{opening}\n\nRecalling its earlier decisions,\n\n1. Requests the Director to report.\n",
        name="text.txt",
    )
    assert reading.resolution.organ is organ
    assert reading.resolution.symbol is None
    assert reading.resolution.paragraphs[0].text == "Recalling its earlier decisions,"


OTHERS = {
    "The Conference of Keepers,\n\nRecalling its decision 3,\n\n1. Decides to meet again.": "opens this text",
    "The States Parties to the present Convention,\n\nRecalling the Charter,\n\nRecognizing the needs of ships,\n\n"
    "Article 1\n\nEach Party keeps a light.": "a convention",
    "A/75/301/Corr.1\n\nCorrigendum\n\nParagraph 3\n\nFor ten read twelve.": "a corrigendum",
    "Report of the Secretary-General\n\nI. Introduction\n\n1. The present report is submitted in accordance with "
    "resolution 74/166.\n\n2. Four keepers were trained.": "no organ’s line opens it",
    "79/501. Election of keepers\n\nAt its 1st plenary meeting, on 10 September 2024, the General Assembly elected "
    "Arcadia.": "no organ’s line opens it",
}


@pytest.mark.parametrize("text", OTHERS)
def test_what_is_no_resolution_is_refused_by_what_it_is(text: str) -> None:
    with pytest.raises(UnreadableError, match=re.escape(OTHERS[text])) as refused:
        read_text(text, name="text.txt")
    assert "\n" not in str(refused.value) and str(refused.value).startswith("text.txt: ")


ADOPTED = (
    "A/RES/75/301\n\nSeventy-fifth session\n\nResolution adopted by the General Assembly\n\n75/301. Lighthouses\n\n"
    "The General Assembly,\n\n1. Decides to remain seized of the matter.\n"
)


def test_the_numbers_in_name_masthead_and_title_are_held_against_each_other() -> None:
    assert str(read_text(ADOPTED, name="A_RES_75_301.txt").resolution.symbol) == "A/RES/75/301"
    assert str(read_text(ADOPTED, name="A_RES_75_301_B.txt").resolution.symbol) == "A/RES/75/301 B"
    with pytest.raises(UnreadableError) as refused:
        read_text(ADOPTED, name="A_RES_79_182.txt")
    assert str(refused.value) == (
        "A_RES_79_182.txt: which resolution is it? its name says A/RES/79/182, its masthead says A/RES/75/301, "
        "its title says A/RES/75/301; put right what is wrong"
    )
    with pytest.raises(UnreadableError, match="masthead says A/RES/75/302, its title says A/RES/75/301"):
        read_text(ADOPTED.replace("A/RES/75/301\n", "A/RES/75/302\n"), name="text.txt")


@pytest.mark.parametrize(("told", "refused"), [("A/RES/75/301", False), ("A/80/6 (Sect. 3)", True), ("", False)])
def test_the_properties_of_a_word_file_are_a_witness(told: str, refused: bool, tmp_path: Path) -> None:
    parts = unzipped(word_file("".join(map(p, ADOPTED.split("\n\n")))))
    parts["docProps/custom.xml"] = (
        '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" xmlns:vt="http://'
        'schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"><property name="Symbol1"><vt:lpwstr>'
        f"{told}</vt:lpwstr></property></Properties>"
    ).encode()
    link = f'<Relationship Id="c" Type="{R_NS}/custom-properties" Target="docProps/custom.xml"/></Relationships>'
    parts["_rels/.rels"] = parts["_rels/.rels"].replace(b"</Relationships>", link.encode())
    path = tmp_path / "official.docx"
    path.write_bytes(zipped(parts))
    if not refused:
        assert str(read(path).resolution.symbol) == "A/RES/75/301"
        return
    with pytest.raises(UnreadableError, match=r"its text says A/RES/75/301, its properties \(Symbol1\) say A/80/6"):
        read(path)
