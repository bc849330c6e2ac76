"""A custom XML part: data that travels in a Word file, which Word keeps and does not show. ECMA-376, 15.2.5."""

from __future__ import annotations

from collections.abc import MutableMapping

from lxml import etree

from drafter.ooxml.names import CUSTOM_NS, DOCUMENT_RELATIONS, R_NS
from drafter.ooxml.relationships import declare, relate, written

_PROPERTIES_TYPE = "application/vnd.openxmlformats-officedocument.customXmlProperties+xml"
_ITEM_ID = "{5B1D6C1E-7F2A-4C55-9D0E-6A1C0F3B7E21}"
"""Any number will do, as long as the same data gives the same bytes."""


def put(parts: MutableMapping[str, bytes], root: etree._Element) -> None:
    """Put `root` into the file as a custom part of its own, known by the namespace of its root."""
    number = next(n for n in range(1, 1000) if f"customXml/item{n}.xml" not in parts)
    item, properties = f"customXml/item{number}.xml", f"customXml/itemProps{number}.xml"
    parts[item] = written(root)
    parts[properties] = written(_properties(str(etree.QName(root).namespace)))
    own = f"customXml/_rels/item{number}.xml.rels"
    relate(parts, own, f"{R_NS}/customXmlProps", f"itemProps{number}.xml")
    relate(parts, DOCUMENT_RELATIONS, f"{R_NS}/customXml", f"../{item}")
    declare(parts, {item: "application/xml", properties: _PROPERTIES_TYPE})


def _properties(namespace: str) -> etree._Element:
    root = etree.Element(f"{{{CUSTOM_NS}}}datastoreItem", nsmap={"ds": CUSTOM_NS})
    root.set(f"{{{CUSTOM_NS}}}itemID", _ITEM_ID)
    references = etree.SubElement(root, f"{{{CUSTOM_NS}}}schemaRefs")
    etree.SubElement(references, f"{{{CUSTOM_NS}}}schemaRef").set(f"{{{CUSTOM_NS}}}uri", namespace)
    return root
