"""What makes a part known to a Word file: its content type, and the relationship that leads to it."""

from __future__ import annotations

from collections.abc import Mapping, MutableMapping

from lxml import etree

from drafter.ooxml.elements import parse
from drafter.ooxml.names import CONTENT_TYPES, RELATIONS_NS, TYPES_NS

NONE = f'<Relationships xmlns="{RELATIONS_NS}"/>'.encode()
"""A relationships part without any."""


def declare(parts: MutableMapping[str, bytes], types: Mapping[str, str]) -> None:
    """Name the content type of each of these parts, in their order."""
    root = parse(parts[CONTENT_TYPES])
    for name, content_type in types.items():
        etree.SubElement(root, f"{{{TYPES_NS}}}Override", PartName=f"/{name}", ContentType=content_type)
    parts[CONTENT_TYPES] = written(root)


def relate(parts: MutableMapping[str, bytes], at: str, kind: str, target: str, *, name: str = "") -> None:
    """Add a relationship to the relationships part `at`, which is made where it is missing.

    `name` is the relationship's id; without one it is the first "rIdN" that is free.
    """
    root = parse(parts.get(at, NONE))
    if not name:
        taken = {relation.get("Id") for relation in root}
        name = next(f"rId{n}" for n in range(1, 10_000) if f"rId{n}" not in taken)
    etree.SubElement(root, f"{{{RELATIONS_NS}}}Relationship", Id=name, Type=kind, Target=target)
    parts[at] = written(root)


def written(root: etree._Element) -> bytes:
    """A part's bytes with its namespaces as they are: UTF-8, standalone, on one line."""
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
