"""What makes a part known to a Word file."""

from lxml import etree

from drafter.ooxml import archive, custom
from drafter.ooxml.names import CONTENT_TYPES, DOCUMENT_RELATIONS, R_NS, RELATIONS_NS
from drafter.ooxml.relationships import declare, relate
from drafter.resources import shipped


def base() -> archive.Parts:
    return archive.read(shipped("templates") / "draft.docx")


def test_a_relationship_takes_the_first_free_number_unless_it_is_named() -> None:
    parts = {"at": f'<Relationships xmlns="{RELATIONS_NS}"><Relationship Id="rId1"/></Relationships>'.encode()}
    relate(parts, "at", "kind", "there.xml")
    relate(parts, "at", "kind", "too.xml", name="mine")
    assert [each.get("Id") for each in etree.fromstring(parts["at"])] == ["rId1", "rId2", "mine"]


def test_a_relationships_part_is_made_where_there_is_none() -> None:
    parts: archive.Parts = {}
    relate(parts, "word/_rels/a.xml.rels", "kind", "b.xml")
    assert b'Id="rId1"' in parts["word/_rels/a.xml.rels"]


def test_content_types_are_named_in_order_beside_those_that_stand() -> None:
    parts = base()
    before = len(etree.fromstring(parts[CONTENT_TYPES]))
    declare(parts, {"word/b.xml": "b", "word/a.xml": "a"})
    added = etree.fromstring(parts[CONTENT_TYPES])[before:]
    assert [each.get("PartName") for each in added] == ["/word/b.xml", "/word/a.xml"]


def test_two_custom_parts_stand_side_by_side() -> None:
    parts = base()
    for text in ("one", "two"):
        root = etree.Element("{urn:example}data")
        root.text = text
        custom.put(parts, root)
    assert [etree.fromstring(parts[f"customXml/item{n}.xml"]).text for n in (1, 2)] == ["one", "two"]
    kinds = [each.get("Type") for each in etree.fromstring(parts[DOCUMENT_RELATIONS])]
    assert kinds.count(f"{R_NS}/customXml") == 2
