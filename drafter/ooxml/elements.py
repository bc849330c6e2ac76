"""WordprocessingML built with lxml: text, runs, paragraphs, fields, bookmarks.

Functions that return elements, for what python-docx lacks; a run or a paragraph costs a few microseconds.
Children are put in the order that the schema (ECMA-376, part 1) asks for, since Word refuses a file otherwise.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from lxml import etree
from lxml.etree import QName, SubElement, _Element

from drafter.ooxml.names import NAMESPACES, W_NS, XML_SPACE, W

_W_ONLY = {"w": W_NS}

ILLEGAL = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that no XML 1.0 file may hold: most controls, lone surrogates, U+FFFE and U+FFFF."""

_PIECES = re.compile(r"\t|\r\n|\r|\n")


def w(name: str) -> str:
    """A name of the main namespace as lxml wants it: w("p")."""
    return W + name


def element(name: str, /, **attributes: str | int) -> _Element:
    """A new element of the main namespace, its attributes too: element("ind", left=1267)."""
    made = etree.Element(W + name, nsmap=_W_ONLY)
    for key, value in attributes.items():
        made.set(W + key, str(value))
    return made


def child(parent: _Element, name: str, /, **attributes: str | int) -> _Element:
    """Append a new element of the main namespace to `parent`."""
    made = SubElement(parent, W + name)
    for key, value in attributes.items():
        made.set(W + key, str(value))
    return made


def clean(text: str) -> str:
    """The text with each character that XML forbids replaced, visibly, by U+FFFD."""
    return ILLEGAL.sub("\ufffd", text)


# Runs


def run(
    text: str,
    *,
    italic: bool = False,
    bold: bool = False,
    style: str = "",
    deleted: bool = False,
) -> _Element:
    """A run of text; tabs and line ends become elements of their own. `deleted` writes w:delText, for w:del."""
    made = styled_run(style, bold=bold, italic=italic)
    _put_text(made, clean(text), "delText" if deleted else "t")
    return made


def run_properties(run_element: _Element) -> _Element:
    """The w:rPr of a run, made where it is missing."""
    properties = run_element.find(W + "rPr")
    if properties is None:
        properties = element("rPr")
        run_element.insert(0, properties)
    return properties


def tab() -> _Element:
    made = element("r")
    child(made, "tab")
    return made


def styled_run(style: str = "", *, bold: bool = False, italic: bool = False) -> _Element:
    made = element("r")
    if style or bold or italic:
        properties = SubElement(made, W + "rPr")
        if style:
            child(properties, "rStyle", val=style)
        if bold:
            SubElement(properties, W + "b")
        if italic:
            SubElement(properties, W + "i")
    return made


def _put_text(run_element: _Element, text: str, name: str) -> None:
    at = 0
    for gap in _PIECES.finditer(text):
        _put_stretch(run_element, text[at : gap.start()], name)
        SubElement(run_element, W + ("tab" if gap[0] == "\t" else "br"))
        at = gap.end()
    _put_stretch(run_element, text[at:], name)


def _put_stretch(run_element: _Element, text: str, name: str) -> None:
    if text:
        stretch = SubElement(run_element, W + name)
        stretch.text = text
        if text[0].isspace() or text[-1].isspace():
            stretch.set(XML_SPACE, "preserve")


# Fields and bookmarks


def field(instruction: str, shown: str, *, style: str = "") -> Iterator[_Element]:
    """The runs of a field such as PAGE or NOTEREF, with the result it shows until it is updated."""
    for kind in ("begin", "instr", "separate", "result", "end"):
        made = styled_run(style)
        if kind == "instr":
            code = child(made, "instrText")
            code.text = f" {instruction} "
            code.set(XML_SPACE, "preserve")
        elif kind == "result":
            _put_text(made, clean(shown), "t")
        else:
            child(made, "fldChar", fldCharType=kind)
        yield made


def bookmarked(content: Iterable[_Element], name: str, bookmark_id: int) -> Iterator[_Element]:
    """The content between the start and the end of a bookmark."""
    yield element("bookmarkStart", id=bookmark_id, name=name)
    yield from content
    yield element("bookmarkEnd", id=bookmark_id)


# Paragraphs


def paragraph(
    content: Iterable[_Element] = (),
    *,
    style: str = "",
    number: tuple[int, int] | None = None,
) -> _Element:
    """A paragraph of runs (or of revisions that hold runs).

    `number` is (numId, level), needed only where it differs from the style's own; (0, 0) takes the number away.
    """
    made = element("p")
    if style or number:
        properties = SubElement(made, W + "pPr")
        if style:
            child(properties, "pStyle", val=style)
        if number:
            numbering = SubElement(properties, W + "numPr")
            child(numbering, "ilvl", val=number[1])
            child(numbering, "numId", val=number[0])
    made.extend(content)
    return made


def paragraph_properties(paragraph_element: _Element) -> _Element:
    """The w:pPr of a paragraph, made where it is missing."""
    properties = paragraph_element.find(W + "pPr")
    if properties is None:
        properties = element("pPr")
        paragraph_element.insert(0, properties)
    return properties


def mark_properties(paragraph_element: _Element) -> _Element:
    """The w:rPr of a paragraph's mark, made where it is missing and put at its place in w:pPr."""
    properties = paragraph_properties(paragraph_element)
    found = properties.find(W + "rPr")
    if found is None:
        found = element("rPr")
        place = len(properties)
        while place and QName(properties[place - 1]).localname in {"sectPr", "pPrChange"}:
            place -= 1
        properties.insert(place, found)
    return found


# Parts


def parse(part: bytes) -> _Element:
    """The root of a part; entities are not expanded and nothing is fetched."""
    return etree.fromstring(part, etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False))


def serialise(root: _Element) -> bytes:
    """A part's bytes, as Word writes them: UTF-8, standalone, on one line."""
    etree.cleanup_namespaces(root, top_nsmap=NAMESPACES, keep_ns_prefixes=["w", "r"])
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
