"""The draft inside a Word file of ours: a custom XML part with the draft file's text, for drafter to take back.

Beside the text stands what the Word file said when it was put in, so that a later change by hand is seen.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import PurePath, PureWindowsPath

from lxml import etree

from drafter.model.draft import Draft
from drafter.model.symbol import Symbol
from drafter.parse.word import DATA, fingerprint
from drafter.render import ooxml, package

_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_STORE = f"{_OFFICE}/customXml"
_PROPERTIES_TYPE = "application/vnd.openxmlformats-officedocument.customXmlProperties+xml"
_ITEM_ID = "{5B1D6C1E-7F2A-4C55-9D0E-6A1C0F3B7E21}"
"""Any number will do, as long as the same draft gives the same bytes."""
_RELATIONSHIPS = "word/_rels/document.xml.rels"


def with_draft(content: bytes, text: str) -> bytes:
    """The Word file with a draft file's text in it."""
    parts = package.unpacked(content)
    number = next(n for n in range(1, 1000) if f"customXml/item{n}.xml" not in parts)
    item, properties = f"customXml/item{number}.xml", f"customXml/itemProps{number}.xml"
    root = etree.Element(DATA)
    root.set("says", fingerprint(content))
    root.text = text
    parts[item] = _written(root)
    parts[properties] = _written(_properties())
    parts[f"customXml/_rels/item{number}.xml.rels"] = _related(
        ooxml.parse(f'<Relationships xmlns="{_RELATIONS}"/>'.encode()),
        f"{_OFFICE}/relationships/customXmlProps",
        f"itemProps{number}.xml",
    )
    parts[_RELATIONSHIPS] = _related(
        ooxml.parse(parts[_RELATIONSHIPS]), f"{_OFFICE}/relationships/customXml", f"../{item}"
    )
    types = ooxml.parse(parts[package.CONTENT_TYPES])
    for name, kind in ((item, "application/xml"), (properties, _PROPERTIES_TYPE)):
        etree.SubElement(types, f"{{{_TYPES}}}Override", PartName=f"/{name}", ContentType=kind)
    parts[package.CONTENT_TYPES] = _written(types)
    return package.write(parts)


def private(draft: Draft) -> str:
    """What the draft's data holds that its text does not show, in a few words; "" where there is nothing."""
    counts = {
        "drafter’s note": sum(bool(one.note) for one in draft),
        "source": sum(len(one.sources) for one in draft),
        "deleted paragraph": sum(one.deleted for one in draft),
        "refused suggestion": len(draft.refused),
    }
    named = [f"{count} {what}{'s' if count > 1 else ''}" for what, count in counts.items() if count]
    return ", ".join(named)


def without_folders(draft: Draft) -> Draft:
    """The draft; of a base that is a file only the name goes along, not where it lies."""
    if Symbol.parse(draft.base):
        return draft
    return replace(draft, base=PureWindowsPath(PurePath(draft.base).name).name)


def _properties() -> etree._Element:
    root = etree.Element(f"{{{_STORE}}}datastoreItem", nsmap={"ds": _STORE})
    root.set(f"{{{_STORE}}}itemID", _ITEM_ID)
    references = etree.SubElement(root, f"{{{_STORE}}}schemaRefs")
    etree.SubElement(references, f"{{{_STORE}}}schemaRef").set(f"{{{_STORE}}}uri", str(etree.QName(DATA).namespace))
    return root


def _related(relations: etree._Element, kind: str, target: str) -> bytes:
    taken = _ids(relations)
    name = next(f"rId{n}" for n in range(1, 10_000) if f"rId{n}" not in taken)
    etree.SubElement(relations, f"{{{_RELATIONS}}}Relationship", Id=name, Type=kind, Target=target)
    return _written(relations)


def _ids(relations: Iterable[etree._Element]) -> set[str | None]:
    return {relation.get("Id") for relation in relations}


def _written(root: etree._Element) -> bytes:
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
