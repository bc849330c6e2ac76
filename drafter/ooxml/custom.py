"""A custom XML part: data that travels in a Word file, which Word keeps and does not show. ECMA-376, 15.2.5."""

from __future__ import annotations

import re
from collections.abc import MutableMapping
from posixpath import normpath

from lxml import etree

from drafter.ooxml.elements import parse
from drafter.ooxml.names import CONTENT_TYPES, CUSTOM_NS, DOCUMENT_RELATIONS, R_NS
from drafter.ooxml.relationships import NONE, declare, relate, written

_PROPERTIES_TYPE = "application/vnd.openxmlformats-officedocument.customXmlProperties+xml"
_ITEM = re.compile(r"customXml/item\d+\.xml")
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


def drop(parts: MutableMapping[str, bytes], tag: str) -> bool:
    """Take every custom part whose root is `tag` out of the file, and what leads to it; whether there was one."""
    items = [name for name in parts if _ITEM.fullmatch(name) and parse(parts[name]).tag == tag]
    for item in items:
        own = f"customXml/_rels/{item.rpartition('/')[2]}.rels"
        gone = {item, own, *(f"customXml/{one.get('Target')}" for one in parse(parts.get(own, NONE)))} & parts.keys()
        for name in gone:
            del parts[name]
        for name in [CONTENT_TYPES, *(name for name in parts if name.endswith(".rels"))]:
            _forget(parts, name, {f"/{one}" for one in gone})
    return bool(items)


def _forget(parts: MutableMapping[str, bytes], at: str, gone: set[str]) -> None:
    """Take what names one of these parts out of the content types or a relationships part."""
    root = parse(parts[at])
    base = "/" + at.partition("_rels/")[0]
    said = [one for one in root if one.get("PartName") in gone or normpath(base + one.get("Target", "")) in gone]
    for one in said:
        root.remove(one)
    if said:
        parts[at] = written(root)


def _properties(namespace: str) -> etree._Element:
    root = etree.Element(f"{{{CUSTOM_NS}}}datastoreItem", nsmap={"ds": CUSTOM_NS})
    root.set(f"{{{CUSTOM_NS}}}itemID", _ITEM_ID)
    references = etree.SubElement(root, f"{{{CUSTOM_NS}}}schemaRefs")
    etree.SubElement(references, f"{{{CUSTOM_NS}}}schemaRef").set(f"{{{CUSTOM_NS}}}uri", namespace)
    return root
