"""The properties of a Word file: what it is called, and dates that come from the text, never from the clock."""

from __future__ import annotations

from lxml import etree

from drafter.ooxml.elements import clean
from drafter.render.masthead import Masthead

_CP = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
_DC = "http://purl.org/dc/elements/1.1/"
_TERMS = "http://purl.org/dc/terms/"
_XSI = "http://www.w3.org/2001/XMLSchema-instance"
_NAMESPACES = {"cp": _CP, "dc": _DC, "dcterms": _TERMS, "xsi": _XSI}


def core(masthead: Masthead, title: str) -> bytes:
    """docProps/core.xml: title, symbol as subject, language; an author only where one is given."""
    root = etree.Element(f"{{{_CP}}}coreProperties", nsmap=_NAMESPACES)
    for name, value in (
        ("title", title),
        ("subject", masthead.symbol),
        ("creator", masthead.author),
        ("description", masthead.unofficial),
        ("language", "en-GB"),
    ):
        if value:
            etree.SubElement(root, f"{{{_DC}}}{name}").text = clean(" ".join(value.split()))
    if masthead.day:
        for name in ("created", "modified"):
            made = etree.SubElement(root, f"{{{_TERMS}}}{name}")
            made.set(f"{{{_XSI}}}type", "dcterms:W3CDTF")
            made.text = f"{masthead.day.isoformat()}T00:00:00Z"
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
