"""What goes into a Word file is well formed, whatever the text."""

from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from drafter.ooxml import elements, footnotes
from drafter.ooxml.names import W

ANY_TEXT = st.text(st.characters(), max_size=60)


def text_of(element: etree._Element) -> str:
    """An independent reading: w:t and w:delText, tabs and line ends."""
    said = {"t": None, "delText": None, "tab": "\t", "br": "\n"}
    return "".join(
        (part.text or "") if said[name] is None else said[name]
        for part in element.iter()
        if (name := etree.QName(part).localname) in said
    )


@given(ANY_TEXT)
def test_any_text_survives_writing_and_reading(text: str) -> None:
    made = elements.serialise(elements.paragraph([elements.run(text)]))
    expected = "".join(
        "\ufffd" if ord(c) in {0xFFFE, 0xFFFF} or 0xD800 <= ord(c) < 0xE000 or (c < " " and c not in "\t\n\r") else c
        for c in text.replace("\r\n", "\n")
    ).replace("\r", "\n")
    assert text_of(etree.fromstring(made)) == expected


def test_a_form_feed_and_a_null_are_shown_not_dropped() -> None:
    assert text_of(elements.run("page\x0cbreak\x00")) == "page\ufffdbreak\ufffd"


def test_space_at_the_edge_of_a_run_is_kept() -> None:
    stretch = elements.run("Recalling ").find(f"{W}t")
    assert stretch is not None and stretch.get(elements.XML_SPACE) == "preserve"


def test_run_properties_stand_first_and_in_order() -> None:
    made = elements.run("x", italic=True, bold=True, style="Strong")
    assert [etree.QName(e).localname for e in made[0]] == ["rStyle", "b", "i"]


def test_a_paragraphs_mark_stands_before_its_section() -> None:
    made = elements.paragraph(style="UNTitle")
    elements.child(elements.paragraph_properties(made), "sectPr")
    elements.mark_properties(made)
    assert [etree.QName(e).localname for e in made[0]] == ["pStyle", "rPr", "sectPr"]
    assert elements.mark_properties(made) is made[0][1]


def test_a_field_has_its_five_runs() -> None:
    runs = list(footnotes.note_reference_again("_RefNote1", 3))
    assert text_of(elements.paragraph(runs)) == "3"
    assert [r[-1].get(f"{W}fldCharType") for r in runs] == ["begin", None, "separate", None, "end"]
    assert runs[1][-1].text == " NOTEREF _RefNote1 \\h "


def test_a_footnote_begins_with_its_number() -> None:
    made = footnotes.footnote(2, [elements.run("Ibid.")])
    assert made.get(f"{W}id") == "2"
    assert text_of(made) == "\tIbid."
    assert made.find(f".//{W}footnoteRef") is not None
